/// What is said of a modification of somebody else's model.
extension Phrase {
  package static let helpModify = Phrase(
    "Say whether who modifies an open model becomes its provider, and what else binds.",
    "Dit si qui modifie un modèle ouvert en devient le fournisseur, et quoi d’autre le lie.")
  package static let helpModifyMore = Phrase(
    "Needs no dossier: the answer comes from the public record and these options. With --output it writes the dossier, to be completed.",
    "N’exige aucun dossier : la réponse vient du registre public et de ces options. Avec --output, elle écrit le dossier, à compléter."
  )
  package static let helpModifyBase = Phrase(
    "The model that was modified, by name, as the public record has it.",
    "Le modèle qui fut modifié, par son nom, tel que l’a le registre public.")
  package static let helpGPUs = Phrase(
    "How many accelerators, of which class, such as 64xH100.",
    "Combien d’accélérateurs, de quelle classe, comme 64xH100.")
  package static let helpHours = Phrase("How long, in hours.", "Combien de temps, en heures.")
  package static let helpUtilisation = Phrase(
    "Which share of their peak they reached, such as 0.41 or 0.35..0.45. Default: anything up to 1.",
    "Quelle part de leur pointe ils atteignirent, comme 0.41 ou 0.35..0.45. Par défaut, tout jusqu’à 1.")
  package static let helpPeak = Phrase(
    "The peak of one, where the table does not know it, such as \"989.4 TFLOP/s\".",
    "La pointe d’un seul, si le tableau l’ignore, comme « 989.4 TFLOP/s ».")
  package static let valueRate = Phrase("rate", "débit")
  package static let helpTokens = Phrase(
    "Over how many tokens it was trained, such as 9.2e9.",
    "Sur combien de jetons il fut entraîné, comme 9.2e9.")
  package static let helpFLOP = Phrase(
    "The operations, where they were measured, such as 2.2e22.",
    "Les opérations, si elles furent mesurées, comme 2.2e22.")
  package static let helpModifyFrom = Phrase(
    "The first day of a run that is planned. Default: the run is over.",
    "Le premier jour d’un entraînement prévu. Par défaut, il est terminé.")
  package static let helpNotEstimable = Phrase(
    "State that the compute of the original can neither be known nor estimated: a threshold stands in for it.",
    "Énonce que le calcul de l’original ne peut être ni connu ni estimé : un seuil le remplace.")
  package static let flipUnknownOriginal = Phrase(
    "the compute of the original: below {0}, whoever does this becomes provider",
    "le calcul de l’original : en dessous de {0}, qui fait cela devient fournisseur")
  package static let flipNotEstimable = Phrase(
    "--not-estimable, if nobody can know or estimate it: a threshold of the guidelines stands in for it",
    "--not-estimable, si nul ne peut le connaître ni l’estimer : un seuil des lignes directrices le remplace")
  package static let modifyStandIn = Phrase(
    "threshold in its place", "seuil qui le remplace")
  package static let helpModifyWhere = Phrase(
    "The countries where it is or will be available, such as FR,DE.",
    "Les pays où il est ou sera disponible, comme FR,DE.")
  package static let helpModifySeat = Phrase(
    "The country of who modifies it, such as FR.", "Le pays de qui le modifie, comme FR.")
  package static let helpModifyOutput = Phrase(
    "Where to write the dossier, whole or not at all.", "Où écrire le dossier, en entier ou pas du tout.")
  package static let valueGPUs = Phrase("gpus", "gpus")
  package static let valueShare = Phrase("share", "part")

  package static let modifyHolds = Phrase(
    "Whoever does this becomes provider of the modified model: it takes more than the share of the compute of {0}.",
    "Qui fait cela devient fournisseur du modèle modifié : il y faut plus que la fraction du calcul de {0}.")
  package static let modifyFails = Phrase(
    "Whoever does this does not become provider of the modified {0}.",
    "Qui fait cela ne devient pas fournisseur du modèle modifié à partir de {0}.")
  package static let modifyOpen = Phrase(
    "Whether whoever does this becomes provider of the modified {0} cannot be told from this.",
    "Si qui fait cela devient fournisseur du modèle modifié à partir de {0} ne peut se dire d’après cela.")
  package static let modifyOwn = Phrase("compute of the modification", "calcul de la modification")
  package static let modifyOriginals = Phrase("compute of the original", "calcul de l’original")
  package static let modifyLimit = Phrase("{0} of it, the threshold", "{0} de celui-ci, le seuil")
  package static let modifyUsed = Phrase("{0}% of it used", "{0} % en sont pris")
  package static let modifyUsedAtMost = Phrase("at most {0}% of it used", "au plus {0} % en sont pris")
  package static let modifyFlips = Phrase(
    "What would turn or settle the answer", "Ce qui retournerait ou trancherait la réponse")
  package static let modifyBinds = Phrase("What binds the modified model", "Ce qui lie le modèle modifié")
  package static let modifyWritten = Phrase(
    "Dossier: {0}. Complete it, and ask again with assess.",
    "Dossier : {0}. Complétez-le, et demandez à nouveau avec assess.")
  package static let modifyWriteIt = Phrase(
    "With --output FILE these facts are written as a dossier.",
    "Avec --output FICHIER, ces faits sont écrits en dossier.")
  package static let flipMoreHours = Phrase(
    "more than {0} hours on the same hardware", "plus de {0} heures sur le même matériel")
  package static let flipFewerHours = Phrase(
    "at most {0} hours on the same hardware", "au plus {0} heures sur le même matériel")
  package static let flipUtilisation = Phrase(
    "a utilisation of the hardware: above {0} it is more than the threshold",
    "l’utilisation du matériel : au-dessus de {0}, c’est plus que le seuil")
  package static let flipMoreCompute = Phrase("more than {0} in all", "plus de {0} en tout")
  package static let flipLessCompute = Phrase("at most {0} in all", "au plus {0} en tout")
  package static let flipLargerOriginal = Phrase(
    "an original with {0} or more behind it", "un original avec {0} ou plus derrière lui")
  package static let flipSmallerOriginal = Phrase(
    "an original with less than {0} behind it", "un original avec moins de {0} derrière lui")

  package static let modifyName = Phrase("{0}, modified", "{0}, modifié")
  package static let modifyUs = Phrase("Who modifies", "Qui modifie")
  package static let modifyHeader = Phrase(
    "Written by `ecluse modify`. Complete it: names, dates, where the model is available, where the company does business.",
    "Écrit par `ecluse modify`. Complétez-le : noms, dates, où le modèle est disponible, où la société a des affaires."
  )
  package static let modifyPartyComment = Phrase(
    "Its seat and where it does business decide which laws reach it.",
    "Son siège et où elle a des affaires décident des lois qui l’atteignent.")
  package static let modifyAsBase = Phrase(
    "As the base has it; correct it where it differs.", "Comme la base ; corrigez où cela diffère.")
  package static let modifyComputeComment = Phrase(
    "What is known of the computing, in one way or several.",
    "Ce qu’on sait du calcul, d’une façon ou de plusieurs.")

  package static let planPast = Phrase(
    "{0} is before {1}: a plan begins later.", "{0} est avant le {1} : un plan commence plus tard.")
  package static let planPastRemedy = Phrase(
    "Leave it out for a run that is over, or state a day to come.",
    "Omettez-le pour un entraînement terminé, ou donnez un jour à venir.")
  package static let modifyNeedsGPUs = Phrase(
    "Hours without accelerators say nothing.", "Des heures sans accélérateurs ne disent rien.")
  package static let modifyNeedsHours = Phrase(
    "Accelerators without a time say nothing.", "Des accélérateurs sans durée ne disent rien.")
  package static let modifyGiveGPUs = Phrase(
    "Give them: --gpus 64xH100 --hours 240", "Donnez-les : --gpus 64xH100 --hours 240")
  package static let modifyGiveHours = Phrase("Give it: --hours 240", "Donnez-la : --hours 240")
  package static let modifyNeedsEffort = Phrase(
    "Nothing says how much computing it took.", "Rien ne dit combien de calcul il a pris.")
  package static let modifyNoParameters = Phrase(
    "The public record does not know the parameters of that model, so tokens cannot be counted.",
    "Le registre public ignore les paramètres de ce modèle, donc les jetons ne peuvent être comptés.")
  package static let modifyGiveOther = Phrase(
    "Give --gpus and --hours, or --flop.", "Donnez --gpus et --hours, ou --flop.")
}
