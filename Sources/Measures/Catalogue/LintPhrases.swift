/// What the linter says of a pack that could be read.
extension Phrase {
  package static let neverHolds = Phrase(
    "No facts can make this condition hold.", "Aucun fait ne peut rendre cette condition vraie.")
  package static let rewriteCondition = Phrase(
    "Look for what contradicts what, here and in the classes and steps that are asked for.",
    "Cherchez ce qui contredit quoi, ici et dans les classes et degrés demandés.")
  package static let startsAfterEnd = Phrase(
    "The article begins on {0}, after its pack ends on {1}.",
    "L’article commence le {0}, après la fin de son paquet le {1}.")
  package static let correctDates = Phrase(
    "Correct the one that is wrong.", "Corrigez celle qui est fausse.")
  package static let alwaysLifted = Phrase(
    "Whatever the facts are, `{0}` is lifted here: an `unless` or an exemption always holds with it.",
    "Quels que soient les faits, `{0}` est levé ici\u{00A0}: un `unless` ou une exemption vaut toujours avec lui."
  )
  package static let liftsNothing = Phrase(
    "What would lift here, under `{0}`, never holds when there is something to lift.",
    "Ce qui lèverait ici, sous `{0}`, ne vaut jamais quand il y a quelque chose à lever.")
  package static let scaleGap = Phrase(
    "The scale {0} begins with a condition: what is below {1} has no tier.",
    "L’échelle {0} commence par une condition\u{00A0}: ce qui est sous {1} n’a pas de rang.")
  package static let beginAlways = Phrase(
    "Let the first step be `{}`, for everything below.",
    "Que le premier degré soit `{}`, pour tout ce qui est en dessous.")
  package static let neverReached = Phrase(
    "No facts can reach the step {0}.", "Aucun fait ne peut atteindre le degré {0}.")
  package static let scaleOverlap = Phrase(
    "Whatever reaches {0} reaches a stronger step too: {0} is nobody’s tier.",
    "Ce qui atteint {0} atteint aussi un degré plus fort\u{00A0}: {0} n’est le rang de personne.")
  package static let partSteps = Phrase(
    "Put the weaker step first, or ask more of the stronger one.",
    "Mettez le degré le plus faible d’abord, ou demandez davantage au plus fort.")
  package static let askedOfAnother = Phrase(
    "`{0}` is of {1}; it is asked of {2}, of which it is never known.",
    "`{0}` est de {1} ; il est demandé de {2}, dont il n’est jamais connu.")
  package static let gateOfAnother = Phrase(
    "The gate `{0}` stands before {1}; an article on {2} never closes it.",
    "La porte `{0}` est devant {1} ; un article sur {2} ne la ferme jamais.")
  package static let askAnother = Phrase(
    "Name with `of` what has it, or correct `applies-to`.",
    "Nommez par `of` ce qui l’a, ou corrigez `applies-to`.")
  package static let notAnOrder = Phrase(
    "Records do not know `{0}` as an order: said again, it would bind from that day only.",
    "Les énoncés ne connaissent pas `{0}` comme un ordre\u{00A0}: redit, il ne lierait que de ce jour.")
  package static let missingUse = Phrase(
    "Names of the pack {0} stand here, and `uses` does not say so.",
    "Des noms du paquet {0} figurent ici, et `uses` ne le dit pas.")
  package static let addUse = Phrase("Add {0} to `uses`.", "Ajoutez {0} à `uses`.")
  package static let unusedUse = Phrase(
    "Nothing of the pack {0} is named here.", "Rien du paquet {0} n’est nommé ici.")
  package static let usedNotLoaded = Phrase(
    "The pack {0} is not here: its classes cannot be excluded.",
    "Le paquet {0} n’est pas ici\u{00A0}: ses classes ne peuvent être exclues.")
  package static let loadIt = Phrase(
    "Name its file too, or correct the name.", "Nommez aussi son fichier, ou corrigez le nom.")
  package static let unusedParameter = Phrase(
    "Nothing asks for the parameter {0}.", "Rien ne demande le paramètre {0}.")
  package static let removeOrContext = Phrase(
    "Remove it, or mark it `context: true` if it is only to be shown.",
    "Retirez-le, ou marquez-le `context: true` s’il ne sert qu’à être montré.")
  package static let nothingFalls = Phrase(
    "The article declares `antitone-in: {0}`, and nothing in it falls there.",
    "L’article déclare `antitone-in: {0}`, et rien n’y tombe.")
  package static let removeAntitone = Phrase("Remove `antitone-in`.", "Retirez `antitone-in`.")
  package static let lintRemarks = Phrase("Remarks:", "Remarques\u{00A0}:")
  package static let lintClean = Phrase(
    "Packs: {0}, nothing wrong.", "Paquets\u{00A0}: {0}, rien à redire.")
  package static let lintFound = Phrase(
    "Packs: {0}; mistakes: {1}; remarks: {2}.",
    "Paquets\u{00A0}: {0} ; erreurs\u{00A0}: {1} ; remarques\u{00A0}: {2}.")
  package static let helpRegimesLint = Phrase(
    "Looks for everything that is wrong in regime packs: those of the files named, or all that ship.",
    "Cherche tout ce qui ne va pas dans des paquets de régimes\u{00A0}: ceux des fichiers nommés, ou tous ceux livrés."
  )
  package static let helpPackFiles = Phrase("Files of packs.", "Fichiers de paquets.")
  package static let valuePackFile = Phrase("pack-file", "fichier-de-paquet")
}
