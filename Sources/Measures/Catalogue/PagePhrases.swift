/// Sentences and labels of the HTML pages.
extension Phrase {
  // Gates, verdicts, states.
  package static let pageOpen = Phrase("Open", "Ouverte")
  package static let pageClosed = Phrase("Closed", "Fermée")
  package static let pageUndetermined = Phrase("Undetermined", "Indéterminée")
  package static let pageNoRule = Phrase("No rule in force", "Aucune règle en vigueur")
  package static let pageWouldBeOpen = Phrase("would stay open", "resterait ouverte")
  package static let pageWouldBeClosed = Phrase("would be closed", "serait fermée")
  package static let pageWouldBeUndetermined = Phrase("would be undetermined", "serait indéterminée")
  package static let pageWouldBeOpenTag = Phrase("Would stay open", "Resterait ouverte")
  package static let pageWouldBeClosedTag = Phrase("Would be closed", "Serait fermée")
  package static let pageWouldBeUndeterminedTag = Phrase("Would be undetermined", "Serait indéterminée")
  package static let pageNoRun = Phrase("no run is recorded", "aucun entraînement consigné")
  package static let pageAnd = Phrase("{0} and {1} more", "{0} et {1} de plus")
  package static let pageInstance = Phrase("for instance in {0}", "par exemple en {0}")
  package static let pageBinds = Phrase("binds", "lie")
  package static let pageMayBind = Phrase(
    "may be in force: its duties are possible, not owed",
    "peut-être en vigueur : ses obligations sont possibles, non dues")
  package static let pageDoesNotBind = Phrase(
    "does not bind: what would follow", "ne lie pas : ce qui s’ensuivrait")
  package static let pageNotBinding = Phrase(
    "does not bind",
    "ne lie pas")
  package static let pageCannotBeExcluded = Phrase("{0} not excluded", "{0} non exclu")

  // What a long page says once.
  package static let pageGates = Phrase("Gates", "Portes")
  package static let pageGatesShared = Phrase(
    "Its gates, as for {0} others", "Ses portes, comme pour {0} autres")
  package static let pageFollowsShared = Phrase(
    "What follows, as for {0} others", "Ce qui s’ensuit, comme pour {0} autres")
  package static let pageDutiesOwed = Phrase("{0} owed", "{0} dues")
  package static let pageDutiesWouldBe = Phrase("{0} would be owed", "{0} seraient dues")
  package static let pageMayBindShort = Phrase("may bind", "lie peut-être")
  package static let pageDoesNotBindShort = Phrase("does not bind", "ne lie pas")
  package static let pageDutiesPossible = Phrase("{0} possible", "{0} possibles")
  package static let pageHumanBreak = Phrase("human break", "rupture humaine")
  package static let pagePresumedLink = Phrase("presumed", "présumé")
  package static let pageThisModel = Phrase("{0} (this model)", "{0} (ce modèle)")
  package static let pageNotCountedBy = Phrase("not counted ({0})", "non compté ({0})")
  package static let pageCountedBy = Phrase("counted ({0})", "compté ({0})")
  package static let pageLineageAbout = Phrase(
    "Computations from left to right, and what passed between them: {0} boxes, {1} arrows. The same stands in the table that follows.",
    "Les calculs de gauche à droite, et ce qui passa de l’un à l’autre : {0} cadres, {1} flèches. Le tableau qui suit dit la même chose."
  )
  package static let pageNoPicture = Phrase(
    "Graphviz (dot) is not installed here: pages have no pictures of lineage, only its tables.",
    "Graphviz (dot) n’est pas installé ici : les pages n’ont pas d’images de la lignée, seulement ses tableaux."
  )
  package static let pageOthers = Phrase("Other regimes", "Autres régimes")
  package static let pageOthersSharedOne = Phrase(
    "Other regimes: what they say, as for one other", "Autres régimes : ce qu’ils disent, comme pour un autre"
  )
  package static let pageOthersShared = Phrase(
    "Other regimes: what they say, as for {0} others",
    "Autres régimes : ce qu’ils disent, comme pour {0} autres")
  package static let pageGatesSharedOne = Phrase(
    "Its gates, as for one other", "Ses portes, comme pour un autre")
  package static let pageFollowsSharedOne = Phrase(
    "What follows, as for one other", "Ce qui s’ensuit, comme pour un autre")
  package static let pageOpenSharedOne = Phrase(
    "Open clauses, as for one other", "Clauses ouvertes, comme pour un autre")
  package static let pageOpenClauses = Phrase("Open clauses", "Clauses ouvertes")
  package static let pageOpenShared = Phrase(
    "Open clauses, as for {0} others", "Clauses ouvertes, comme pour {0} autres")
  package static let pageSharedBy = Phrase("for {0} subjects", "pour {0} sujets")
  package static let pageMore = Phrase("and {0} more", "et {0} de plus")

  // What joins clauses, and how facts weigh.
  package static let pageJoined = Phrase("{0} · {1}:", "{0} · {1} :")
  package static let pageNotDecisive = Phrase("not decisive", "non décisif")
  package static let pageDecisive = Phrase("decisive", "décisif")
  package static let pageSource = Phrase("source: {0}", "source : {0}")

  // Where a quantity lies.
  package static let pageAbove = Phrase("above", "au-dessus")
  package static let pageBelow = Phrase("below", "en dessous")
  package static let pageAt = Phrase("exactly at", "exactement à")
  package static let pageBestAbove = Phrase("best above, low not", "meilleur au-dessus, bas non")
  package static let pageBestBelow = Phrase("best below, high above", "meilleur en dessous, haut au-dessus")
  package static let pageMayBeAbove = Phrase("may be above", "peut être au-dessus")
  package static let pageUnderUnbounded = Phrase(
    "best below, no upper bound", "meilleur en dessous, sans borne haute")
  package static let pageFactor = Phrase("×{0}", "×{0}")
  package static let pageFactors = Phrase("×{0} to ×{1}", "×{0} à ×{1}")
  package static let pageBefore = Phrase("before {0}", "avant {0}")
  package static let pagePast = Phrase("past every threshold", "au-delà de tous les seuils")
  package static let pageNothingKnown = Phrase("not known", "non connu")
  package static let pageNoEstimate = Phrase("compute not known", "calcul non connu")
  package static let pageNoThreshold = Phrase("no threshold applies", "aucun seuil ne s’applique")

  // Tiers and duties.
  package static let pageTierChip = Phrase("{0}, {1} not excluded", "{0}, {1} non exclu")
  package static let pageTier = Phrase("tier {0} established", "rang {0} établi")
  package static let pageTierPair = Phrase(
    "tier {0} established, {1} not excluded", "rang {0} établi, {1} non exclu")
  package static let pageOwed = Phrase("Owed", "Due")
  package static let pagePossible = Phrase("Possible", "Possible")
  package static let pageDeferred = Phrase("Deferred", "Différée")
  package static let pageUntil = Phrase("until {0}", "jusqu’au {0}")
  package static let pageUnknownParty = Phrase("not known ({0})", "non connu ({0})")
  package static let pageContent = Phrase("with: {0}", "avec : {0}")
  package static let pageAtLeast = Phrase("{0} (at least {1})", "{0} (au moins {1})")
  package static let pageStage = Phrase("{0} ({1})", "{0} ({1})")

  // When a duty is due.
  package static let dueNotBefore = Phrase("not before: {0}", "pas avant\u{00A0}: {0}")
  package static let dueNotBeforeAfter = Phrase("not before {0} after {1}", "pas avant {0} après {1}")
  package static let pagePermitted = Phrase("permitted", "permis")
  package static let pageWouldPermit = Phrase("would be permitted", "serait permis")
  package static let pageKept = Phrase("to be kept", "à conserver")
  package static let pageKeepFor = Phrase(
    "for {0} from {1}",
    "pendant {0} à compter de {1}")
  package static let dueStanding = Phrase("at all times", "en tout temps")
  package static let duePromptly = Phrase("promptly after {0}", "promptement après {0}")
  package static let dueWithoutUndueDelay = Phrase(
    "without undue delay after {0}", "sans retard injustifié après {0}")
  package static let dueWithin = Phrase("within {0} of {1}", "sous {0} à compter de {1}")
  package static let dueAhead = Phrase("{0} before {1}", "{0} avant {1}")
  package static let dueAt = Phrase("at {0} or before", "à {0} ou avant")
  package static let dueOn = Phrase("by {0}", "au plus tard le {0}")
  package static let dueEvery = Phrase("{0} from {1}", "{0} à partir de {1}")
  package static let dueWhile = Phrase("while {0}", "tant que {0}")
  package static let dueEarliest = Phrase(
    "the earliest of ({0})",
    "la première de ces dates ({0})")
  package static let dueLatest = Phrase(
    "the latest of ({0})",
    "la dernière de ces dates ({0})")
  package static let dueMetOrForeseen = Phrase(
    "the condition being met or foreseen", "la réunion ou la prévision de la condition")
  package static let dueEach = Phrase("{0} (each time)", "{0} (chaque fois)")
  package static let dueSet = Phrase("{1} ({0}, as set)", "{1} ({0}, selon décision)")
  package static let dueEveryUnset = Phrase(
    "every “{0}” (not set)", "à chaque « {0} » (non fixé)")
  package static let dueByAdoption = Phrase("{0} (adoption: {1})", "{0} (adoption : {1})")
  package static let dueUnset = Phrase("“{0}” (not set)", "« {0} » (non fixé)")

  // Accounts.
  package static let pageCounted = Phrase("counted: {0}", "compté : {0}")
  package static let pageNotCounted = Phrase("not counted: {0}", "non compté : {0}")
  package static let pageAbsent = Phrase("not behind it", "pas derrière lui")
  package static let pageCompletion = Phrase("at completion: {0}", "une fois achevé : {0}")
  package static let pagePresumed = Phrase(
    "{0}% rests on presumed links", "{0} % repose sur des liens présumés")

  // Notices, trust strip and footer.
  package static let pagePublicNotice = Phrase(
    "Public record: estimates by third parties, facts up to July 2025.",
    "Registre public : estimations de tiers, faits jusqu’en juillet 2025.")
  package static let pageLedger = Phrase(
    "Facts signed in the log {0} of {1} leaves.", "Faits signés dans le journal {0} à {1} feuilles.")
  package static let pageWithheld = Phrase(
    "Withheld from the reader for whom this page was made, wholly or in part, so unknown and not absent: {0}.",
    "Réservés à d’autres que le lecteur pour qui cette page fut faite, en tout ou en partie, donc inconnus et non absents : {0}."
  )
  package static let pageDoubts = Phrase(
    "Mistakes in records, which count for nothing: {0}.",
    "Fautes dans des énoncés, qui ne comptent pour rien : {0}.")
  package static let pageUnread = Phrase(
    "Records of kinds that this version does not know: {0}.",
    "Énoncés de genres que cette version ne connaît pas : {0}.")
  package static let pageCredit = Phrase(
    "Public figures: Epoch AI, CC BY 4.0.", "Chiffres publics : Epoch AI, CC BY 4.0.")
  package static let pageAdvice = Phrase(
    "Computed from recorded facts; not legal advice.",
    "Calculé à partir de faits consignés ; ne vaut pas conseil juridique.")
  package static let pageEndOfDay = Phrase("{0}, end of the day, UTC", "{0}, fin de journée, UTC")
  package static let pageAtTime = Phrase("{0}, {1}, UTC", "{0}, {1}, UTC")
  package static let pageClauseLimit = Phrase(
    "This page shows {0} subjects. To keep it light, clause trees stand under the articles that give a class or leave it possible, and under gates, where a branch that decides nothing is one line; what else cannot be excluded shows its open clauses, a quantity of which nothing is known has no row, guidance that asks nothing more stands in the clauses of what it interprets, and what several subjects share is written once. The page of one named subject has everything: {1}",
    "Cette page montre {0} sujets. Pour rester légère, elle donne l’arbre des clauses sous les articles qui établissent une classe ou la laissent possible, et sous les portes, où une branche qui ne décide de rien tient en une ligne ; ce qui d’autre ne peut être exclu montre ses clauses ouvertes, une grandeur dont on ne sait rien n’a pas de ligne, des lignes directrices qui ne demandent rien de plus figurent dans les clauses de ce qu’elles interprètent, et ce que plusieurs sujets partagent est écrit une fois. La page d’un sujet nommé a tout : {1}"
  )

  package static let pagePublicTitle = Phrase(
    "Public record of AI models", "Registre public des modèles d’IA")
  package static let unwritable = Phrase("{0} cannot be written: {1}.", "{0} ne peut être écrit : {1}.")
  package static let chooseFile = Phrase(
    "Name a file in a folder where you may write.", "Nommez un fichier dans un dossier où vous pouvez écrire."
  )

  // The sentence under the title.
  package static let ledeNone = Phrase(
    "Nothing is assessed here: the dossier holds no model, open run or cluster. Record one, or name a model of the public record.",
    "Rien n’est évalué ici : le dossier ne contient ni modèle, ni entraînement ouvert, ni grappe. Consignez-en un, ou nommez un modèle du registre public."
  )
  package static let ledeOneClosed = Phrase("Closed for {0}: {1}.", "Fermé pour {0} : {1}.")
  package static let ledeOneUndetermined = Phrase("Undetermined for {0}: {1}.", "Indéterminé pour {0} : {1}.")
  package static let ledeOneOpen = Phrase("Open for {0}: {1}.", "Ouvert pour {0} : {1}.")
  package static let ledeOneUngoverned = Phrase(
    "No rule in force opens or closes a gate for {0}.",
    "Aucune règle en vigueur n’ouvre ni ne ferme de porte pour {0}.")
  package static let ledeRest = Phrase("No rule in force: {0}.", "Aucune règle en vigueur : {0}.")
  package static let ledeOneHolds = Phrase("Established: {0}.", "Établi : {0}.")
  package static let ledeOnePossible = Phrase("Cannot be excluded: {0}.", "Ne peut être exclu : {0}.")
  package static let ledeOneWould = Phrase(
    "If “{0}” bound it, its gate {1} for: {2}.", "Si « {0} » le liait, sa porte {1} pour : {2}.")
  package static let ledeManyUngoverned = Phrase(
    "No rule in force opens or closes a gate for any of the {0} models.",
    "Aucune règle en vigueur n’ouvre ni ne ferme de porte pour aucun des {0} modèles.")
  package static let ledeManyUngovernedSubjects = Phrase(
    "No rule in force opens or closes a gate for any of the {0} subjects.",
    "Aucune règle en vigueur n’ouvre ni ne ferme de porte pour aucun des {0} sujets.")
  package static let whatBinds = Phrase("What binds them", "Ce qui les lie")
  package static let whatMayBind = Phrase("What may bind them", "Ce qui les lie peut-être")
  package static let whatBindsOrMay = Phrase(
    "What binds or may bind them", "Ce qui les lie, ou les lie peut-être,")
  package static let ledeManyShut = Phrase(
    "{2} closes a gate for {0} of {1} models.",
    "{2} ferme une porte pour {0} des {1} modèles.")
  package static let ledeManyShutSubjects = Phrase(
    "{2} closes a gate for {0} of {1} subjects.",
    "{2} ferme une porte pour {0} des {1} sujets.")
  package static let ledeManyUnsure = Phrase(
    "{2} leaves a gate undetermined for {0} of {1} models, and closes none.",
    "{2} laisse une porte indéterminée pour {0} des {1} modèles, et n’en ferme aucune.")
  package static let ledeManyUnsureSubjects = Phrase(
    "{2} leaves a gate undetermined for {0} of {1} subjects, and closes none.",
    "{2} laisse une porte indéterminée pour {0} des {1} sujets, et n’en ferme aucune.")
  package static let ledeManyClosed = Phrase(
    "{3} closes a gate for {0} of {1} models and leaves one undetermined for {2} more.",
    "{3} ferme une porte pour {0} des {1} modèles et en laisse une indéterminée pour {2} de plus.")
  package static let ledeManyClosedSubjects = Phrase(
    "{3} closes a gate for {0} of {1} subjects and leaves one undetermined for {2} more.",
    "{3} ferme une porte pour {0} des {1} sujets et en laisse une indéterminée pour {2} de plus.")
  package static let ledeManyOpen = Phrase(
    "Every gate that a rule governs is open for the {0} subjects.",
    "Toute porte qu’une règle régit est ouverte pour les {0} sujets.")
  package static let ledeRegime = Phrase(
    "{0}: {1}.",
    "{0} : {1}.")
  package static let ledeMayBind = Phrase(
    "may bind {0} of {1} ({2}; duties are possible, not owed)",
    "lie peut-être {0} sur {1} ({2} ; les obligations sont possibles, non dues)")
  package static let notSettled = Phrase("not settled: {0}", "non tranché : {0}")
  package static let mayReach = Phrase(
    "{0}; whether that reaches them is not recorded", "{0} ; rien ne consigne si cela les atteint")
  package static let nothingSettles = Phrase(
    "what would settle it is not recorded", "ce qui en déciderait n’est pas consigné")
  package static let quotedName = Phrase("“{0}”", "« {0} »")
  package static let twoNames = Phrase("{0} and {1}", "{0} et {1}")
  package static let ledeBoth = Phrase(
    "class {0} established for {1}, cannot be excluded for {2} more",
    "classe {0} établie pour {1}, ne peut être exclue pour {2} de plus")
  package static let ledeBothOfSeveral = Phrase(
    "classes {0} established for {1}, cannot be excluded for {2} more",
    "classes {0} établies pour {1}, ne peuvent être exclues pour {2} de plus")
  package static let ledeHolds = Phrase(
    "class {0} established for {1}",
    "classe {0} établie pour {1}")
  package static let ledeHoldsOfSeveral = Phrase(
    "classes {0} established for {1}",
    "classes {0} établies pour {1}")
  package static let ledePossible = Phrase(
    "class {0} established for none, cannot be excluded for {1}",
    "classe {0} établie pour aucun, ne peut être exclue pour {1}")
  package static let ledePossibleOfSeveral = Phrase(
    "classes {0} established for none, cannot be excluded for {1}",
    "classes {0} établies pour aucun, ne peuvent être exclues pour {1}")
  package static let ledeOwed = Phrase(
    "duties owed for {0}",
    "obligations dues pour {0}")
  package static let ledeOneOwed = Phrase(
    "Owed: {0}.",
    "Obligations dues : {0}.")
  package static let ledeThen = Phrase(
    "{0}; {1}",
    "{0} ; {1}")
  package static let ledePlacing = Phrase(
    "Whose duties as provider they are hangs on where {0} is placed: a deployment in the file of its developer, whom the run names (by), would settle it.",
    "À qui reviennent les obligations de fournisseur dépend d’où {0} est placé : un déploiement dans le fichier de son développeur, que l’entraînement nomme (by), en déciderait."
  )
  package static let ledeOneMayBind = Phrase(
    "“{0}” may bind it: the records do not show what would settle it, and duties are possible, not owed.",
    "« {0} » le lie peut-être : les énoncés ne montrent pas ce qui en déciderait, et les obligations sont possibles, non dues."
  )
  package static let ledeManyWould = Phrase(
    "If “{0}” bound them all, a gate would be closed for {1} and undetermined for {2} more.",
    "Si « {0} » les liait tous, une porte serait fermée pour {1} et indéterminée pour {2} de plus.")
  package static let pageWouldOpen = Phrase("Would open it:", "Ce qui l’ouvrirait :")
  package static let pageWouldSettle = Phrase("Would settle it:", "Ce qui la trancherait :")
  package static let liftedWhenever = Phrase("Opens in any case when:", "S’ouvre dans tous les cas quand :")
  package static let ledeManyWouldShut = Phrase(
    "If “{0}” bound them all, a gate would be closed for {1}.",
    "Si « {0} » les liait tous, une porte serait fermée pour {1}.")
  package static let ledeManyWouldUnsure = Phrase(
    "If “{0}” bound them all, a gate would be undetermined for {1}.",
    "Si « {0} » les liait tous, une porte serait indéterminée pour {1}.")
}
