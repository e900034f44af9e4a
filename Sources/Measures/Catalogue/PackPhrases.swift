/// What is wrong with a regime pack.
extension Phrase {
  package static let duplicateArticle = Phrase("Two articles are named {0}.", "Deux articles se nomment {0}.")
  package static let duplicateStep = Phrase("Two steps are named {0}.", "Deux degrés se nomment {0}.")
  package static let takenName = Phrase(
    "“{0}” already means something here.", "« {0} » désigne déjà quelque chose ici.")
  package static let parameterLoop = Phrase(
    "Parameters are derived from themselves: {0}.", "Des paramètres dérivent d’eux-mêmes\u{00A0}: {0}.")
  package static let giveValue = Phrase("Give one of them a value.", "Donnez une valeur à l’un d’eux.")
  package static let zeroDivisor = Phrase(
    "The parameter {0} is zero: nothing is divided by it.",
    "Le paramètre {0} est nul\u{00A0}: rien ne se divise par lui.")
  package static let notForThisRecord = Phrase(
    "No record of kind {1} may change the parameter {0}.",
    "Aucun énoncé de genre {1} ne peut changer le paramètre {0}.")
  package static let changesForAll = Phrase(
    "{0} is one for all: a decision on it is about nobody in particular.",
    "{0} vaut pour tous : une décision sur ce point ne porte sur personne en particulier.")
  package static let decisionContradicts = Phrase(
    "The decision says “{0}” and sets {1}, where {2} stood.",
    "La décision dit « {0} » et fixe {1}, là où valait {2}.")
  package static let correctDecision = Phrase(
    "Correct the decision or the value.", "Corrigez la décision ou la valeur.")
  package static let decisionDisputed = Phrase(
    "A decision on {0} does not do what its word says: what stands is not known.",
    "Une décision sur {0} ne fait pas ce que dit son mot\u{00A0}: ce qui vaut n’est pas connu.")
  package static let actWithoutRole = Phrase(
    "{0} has no effect here: its issuer is not whom the rule asks for ({1}).",
    "{0} est ici sans effet : son émetteur n’est pas celui que demande la règle ({1}).")
  package static let actWithoutGround = Phrase(
    "{0} has no effect here: {1}.", "{0} est ici sans effet : {1}.")
  package static let unknownArticle = Phrase("No article is named {0}.", "Aucun article ne se nomme {0}.")
  package static let noEffect = Phrase(
    "The article does nothing.",
    "L’article ne fait rien.")
  package static let notAPath = Phrase(
    "“{0}” is not a path: the subject, something of it, or a name given by `let`.",
    "« {0} » n’est pas un chemin : le sujet, une chose à lui, ou un nom donné par `let`.")
  package static let literalInPack = Phrase(
    "“{0}” stands in a rule: numbers, periods, dates and places of law are parameters with a citation.",
    "« {0} » figure dans une règle : nombres, périodes, dates et lieux de droit sont des paramètres avec citation."
  )
  package static let makeParameter = Phrase(
    "Put it under `parameters` with its citation, and write $name here.",
    "Placez-le sous `parameters` avec sa citation, et écrivez $nom ici.")
  package static let unknownParameter = Phrase(
    "No parameter is named {0}.", "Aucun paramètre ne se nomme {0}.")
  package static let contextTested = Phrase(
    "The parameter {0} is context: it is shown, never tested.",
    "Le paramètre {0} est du contexte : il est montré, jamais testé.")
  package static let parameterOfAnotherSort = Phrase(
    "The parameter {0} is not of the sort or unit that is asked for here.",
    "Le paramètre {0} n’est pas de la sorte ou de l’unité demandée ici.")
  package static let otherDimensions = Phrase(
    "{0} and {1} count different things: they have no share.",
    "{0} et {1} ne comptent pas la même chose\u{00A0}: ils n’ont pas de rapport.")
  package static let badFloor = Phrase(
    "“{0}” is not a floor in the unit of the value.",
    "« {0} » n’est pas un plancher dans l’unité de la valeur.")
  package static let badQuorum = Phrase(
    "“{0}” is not a quorum: a whole number, 1 or more.",
    "« {0} » n’est pas un quorum\u{00A0}: un nombre entier, au moins 1.")
  package static let unknownDate = Phrase(
    "“{0}” does not name a date.", "« {0} » ne désigne pas une date.")
  package static let conventionMeasuresAnother = Phrase(
    "The convention {0} does not measure {1}.", "La convention {0} ne mesure pas {1}.")
  package static let needsConvention = Phrase(
    "{0} is counted under a convention: none is named.",
    "{0} se compte selon une convention\u{00A0}: aucune n’est nommée.")
  package static let undeclaredFall = Phrase(
    "What this article makes falls when {0} grows, and it does not say so.",
    "Ce que fait cet article tombe quand {0} croît, et il ne le dit pas.")
  package static let declareAntitone = Phrase(
    "Turn the comparison round, or declare it with `antitone-in` where the law’s own words want it.",
    "Retournez la comparaison, ou déclarez-le par `antitone-in` là où la loi le veut elle-même.")
  package static let notInVocabulary = Phrase(
    "“{0}” is not in the vocabulary.", "« {0} » n’est pas dans le vocabulaire.")
  package static let oneCondition = Phrase(
    "A condition is one word of the grammar with its content, not {0}.",
    "Une condition est un mot de la grammaire avec son contenu, non {0}.")
  package static let unknownCondition = Phrase(
    "“{0}” is not a condition.", "« {0} » n’est pas une condition.")
  package static let oneStep = Phrase(
    "A step is one name with its condition, not {0}.", "Un degré est un nom avec sa condition, non {0}.")
  package static let unknownDue = Phrase("{0} is not a form of `due`.", "{0} n’est pas une forme de `due`.")
  package static let attestedBinds = Phrase(
    "`attested` stands where something binds: whoever shows nothing would go free.",
    "`attested` figure là où quelque chose lie : qui ne montre rien serait libre.")
  package static let useOrdered = Phrase(
    "Use `ordered` for an act that binds, or `not` around it.",
    "Employez `ordered` pour un acte qui lie, ou `not` autour.")
  package static let orderedFrees = Phrase(
    "`ordered` stands where something frees: whoever hides the order would go free.",
    "`ordered` figure là où quelque chose libère : qui cache l’ordre serait libre.")
  package static let useAttested = Phrase(
    "Use `attested` for a fact that frees.", "Employez `attested` pour un fait qui libère.")
  package static let duplicatePack = Phrase(
    "Two packs are {0}, version {1}.", "Deux paquets sont {0}, version {1}.")
  package static let bindsAndFrees = Phrase(
    "One article both binds and frees: what it asks for must grow for the one and shrink for the other.",
    "Un même article lie et libère\u{00A0}: ce qu’il demande doit croître pour l’un et diminuer pour l’autre."
  )
  package static let twoArticles = Phrase(
    "Write two articles: `exempts` and `defers` apart from what binds.",
    "Écrivez deux articles\u{00A0}: `exempts` et `defers` à part de ce qui lie.")
  package static let exemptsNothing = Phrase(
    "{0} binds nobody: there is nothing to exempt from.",
    "{0} ne lie personne\u{00A0}: il n’y a rien dont exempter.")
  package static let useUnless = Phrase(
    "Name what binds; what takes an exemption back stands in its `unless`.",
    "Nommez ce qui lie ; ce qui reprend une exemption figure dans son `unless`.")
  package static let ruleLoop = Phrase(
    "Rules lead back to themselves: {0}.", "Des règles ramènent à elles-mêmes\u{00A0}: {0}.")
  package static let breakLoop = Phrase(
    "Take one of these steps away: only an ancestor may be asked for the same again.",
    "Ôtez l’un de ces pas\u{00A0}: seul un ancêtre peut être interrogé de même.")
  package static let unknownClass = Phrase(
    "No article of a loaded pack gives the class {0}.",
    "Aucun article d’un paquet chargé ne donne la classe {0}.")
  package static let unknownStep = Phrase("No scale has the step {0}.", "Aucune échelle n’a le degré {0}.")
  package static let unknownConvention = Phrase(
    "No pack has the convention {0}.", "Aucun paquet n’a la convention {0}.")
}

extension Phrase {
  package static let unknownRegime = Phrase(
    "No regime is named “{0}”.",
    "Aucun régime ne se nomme « {0} ».")
}
