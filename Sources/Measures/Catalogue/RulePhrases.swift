/// What rules ask, away from any case; and what two texts say differently.
extension Phrase {
  package static let gatesPerCountry = Phrase(
    "{0}, in each country by itself", "{0}, dans chaque pays pour lui-même")
  package static let startsAfter = Phrase("{0} after {1}", "{0} après {1}")
  package static let ruleCompared = Phrase("{0}: {1} {2}", "{0} : {1} {2}")
  package static let ruleShare = Phrase("{0}: {1} {2} of {3}", "{0} : {1} {2} de {3}")
  package static let ruleBefore = Phrase("{0}: before {1}", "{0} : avant {1}")
  package static let ruleFrom = Phrase("{0}: {1} or later", "{0} : {1} ou plus tard")
  package static let ruleBeyond = Phrase("{0} beyond that of {1}", "{0} au-delà de celui de {1}")
  package static let ruleByBest = Phrase("(the best value decides)", "(la meilleure valeur décide)")
  package static let ruleByHigh = Phrase("(the highest value decides)", "(la valeur la plus haute décide)")
  package static let ruleInstead = Phrase(
    "instead of one that is unknown, given {0}: {1}", "au lieu d’un inconnu, sous réserve de {0} : {1}")
  package static let actAbout = Phrase("{0}, about: {1}", "{0}, au sujet de : {1}")

  package static let ruleExtended = Phrase("up to {0} later if {1}", "jusqu’à {0} plus tard si {1}")
  package static let partExtends = Phrase("may be later", "peut tarder")

  // Parts of an article.
  package static let partAppliesTo = Phrase("asked of", "porte sur")
  package static let partInForce = Phrase("applies from", "s’applique à partir de")
  package static let partAntitone = Phrase(
    "falls by its own words with", "diminue selon ses propres termes avec")
  package static let partWhen = Phrase("when", "si")
  package static let partClassifies = Phrase("gives the class", "donne la classe")
  package static let partCloses = Phrase("closes", "ferme")
  package static let partUnless = Phrase("unless", "sauf si")
  package static let partObliges = Phrase("duty", "obligation")
  package static let partRetains = Phrase("to be kept", "à conserver")
  package static let partPermits = Phrase("permitted", "permis")
  package static let partExempts = Phrase("lifts, of articles", "lève, des articles")
  package static let partEffects = Phrase("only", "seulement")
  package static let partDefers = Phrase("puts off the duties of", "reporte les obligations de")
  package static let partUntil = Phrase("until", "jusqu’au")
  package static let partBy = Phrase("by", "par")
  package static let partTo = Phrase("to", "à")
  package static let partDue = Phrase("due", "échéance")
  package static let partContent = Phrase("with", "avec")
  package static let partFulfilledBy = Phrase("fulfilled by", "remplie par")
  package static let partFor = Phrase("for", "pendant")
  package static let partFrom = Phrase("from", "à compter de")
  package static let partNotBefore = Phrase("not before", "pas avant")

  // A regime by itself.
  package static let inForceFromTo = Phrase("In force from {0} to {1}.", "En vigueur du {0} au {1}.")
  package static let supersededBy = Phrase("Superseded by {0}.", "Remplacé par {0}.")
  package static let interpretsLaw = Phrase(
    "Explains {0}, and binds where that does.", "Explique {0}, et lie là où celui-ci lie.")
  package static let appliesWhere = Phrase(
    "It applies to any {0}: {1}.", "Il s’applique à ceci ({0}) : {1}.")
  package static let scaleNamed = Phrase(
    "Scale “{0}”: at least each step", "Échelle « {0} » : au moins chaque échelon")
  package static let always = Phrase("always", "toujours")
  package static let countsNamed = Phrase("How {0} is counted ({1})", "Comment se compte : {0} ({1})")
  package static let countsRoles = Phrase("links followed: {0}", "liens suivis : {0}")
  package static let countsKinds = Phrase("computations counted: {0}", "calculs comptés : {0}")
  package static let countsExcept = Phrase("never: {0}", "jamais : {0}")
  package static let countsAll = Phrase("all", "tous")
  package static let countsFlags = Phrase("also: {0}", "aussi : {0}")
  package static let countsWhere = Phrase("{0} only where {1}", "{0} seulement si {1}")
  package static let countsSameActor = Phrase(
    "only as long as the producer stays the same", "tant que le producteur reste le même")
  package static let countsBreak = Phrase(
    "cut at a reviewed human break", "coupé à une coupure humaine relue")
  package static let countsTolerance = Phrase(
    "two methods may differ by {0}", "deux méthodes peuvent différer de {0}")

  // What two texts say differently.
  package static let nothingDiffers = Phrase("They say the same.", "Ils disent la même chose.")
  package static let differsHead = Phrase("The text", "Le texte")
  package static let differsNumbers = Phrase("Numbers", "Chiffres")
  package static let differsArticles = Phrase("Articles that changed", "Articles modifiés")
  package static let differsAdded = Phrase("Articles that are new", "Articles nouveaux")
  package static let differsGone = Phrase("Articles that are gone", "Articles disparus")
  package static let differsScales = Phrase("Scales that differ: {0}", "Échelles qui diffèrent : {0}")
  package static let differsConventions = Phrase(
    "Ways of counting that differ: {0}", "Façons de compter qui diffèrent : {0}")
  package static let differsCount = Phrase(
    "{0} numbers, {1} articles changed, {2} new, {3} gone.",
    "{0} chiffres, {1} articles modifiés, {2} nouveaux, {3} disparus.")
  package static let becomes = Phrase("{0} → {1}", "{0} → {1}")
  package static let notThere = Phrase("not there", "absent")
  package static let headStatus = Phrase("status", "statut")
  package static let headJurisdiction = Phrase("place", "lieu")
  package static let headInForce = Phrase("in force", "en vigueur")
  package static let headNexus = Phrase("to whom it applies", "à qui il s’applique")
  package static let byAdoption = Phrase("by adoption", "par adoption")

  // Whether one text is at least as strict as another.
  package static let helpRegimesCompare = Phrase(
    "Whether the first text is at least as strict as the second: shown, not shown, or facts that show the contrary.",
    "Si le premier texte est au moins aussi strict que le second : montré, non montré, ou des faits qui montrent le contraire."
  )
  package static let helpRegimesCompareMore = Phrase(
    "Both are taken to bind the same company in the same place. The facts of a counter-example are invented; assess gives the same answers on them.",
    "Les deux sont censés lier la même entreprise au même lieu. Les faits d’un contre-exemple sont inventés ; assess y donne les mêmes réponses."
  )
  package static let helpRegimeStrict = Phrase(
    "The regime that is to be at least as strict.", "Le régime qui doit être au moins aussi strict.")
  package static let helpRegimeOther = Phrase(
    "The regime with which it is compared.", "Le régime auquel il est comparé.")
  package static let helpCompareOutput = Phrase(
    "Writes the facts of the counter-example into this new folder.",
    "Écrit les faits du contre-exemple dans ce nouveau répertoire.")
  package static let asStrict = Phrase(
    "Shown: “{0}” is at least as strict as “{1}”.",
    "Montré : « {0} » est au moins aussi strict que « {1} ».")
  package static let notAsStrict = Phrase(
    "“{0}” is not at least as strict as “{1}”: there are facts that show it.",
    "« {0} » n’est pas au moins aussi strict que « {1} » : des faits le montrent."
  )
  package static let strictNotShown = Phrase(
    "Not shown: that “{0}” is at least as strict as “{1}”, or that it is not.",
    "Non montré : que « {0} » soit au moins aussi strict que « {1} », ni qu’il ne le soit pas."
  )
  package static let strictMeans = Phrase(
    "At least as strict: whatever the facts, it leaves no gate open that the other keeps closed, and asks for each of its duties, with as much in it and no later.",
    "Au moins aussi strict : quels que soient les faits, il ne laisse ouverte aucune porte que l’autre ferme, et demande chacune de ses obligations, avec autant de contenu et pas plus tard."
  )
  package static let strictMissing = Phrase(
    "What “{1}” does and “{0}” does not, under facts that were found",
    "Ce que « {1} » fait et « {0} » non, selon des faits trouvés")
  package static let strictOpen = Phrase(
    "What “{1}” does, and of which nothing was shown either way",
    "Ce que fait « {1} », et dont rien ne fut montré dans un sens ni dans l’autre")
  package static let strictCovered = Phrase(
    "What “{1}” does, and “{0}” does too, whatever the facts",
    "Ce que « {1} » fait, et « {0} » aussi, quels que soient les faits")
  package static let coveredBy = Phrase("{0}  by {1}", "{0}  par {1}")
  package static let closesGate = Phrase("closes: {0}", "ferme : {0}")
  package static let asksDuty = Phrase("{0}, {1}, to: {2}", "{0}, {1}, à : {2}")
  package static let counterExample = Phrase(
    "Facts under which only the second applies: {0} ({2}). {1}",
    "Faits selon lesquels seul le second s’applique : {0} ({2}). {1}")
  package static let counterExampleRemark = Phrase(
    "Facts under which {0} does what {1} does not. Invented; as of {2}.",
    "Faits selon lesquels {0} fait ce que {1} ne fait pas. Inventés ; au {2}.")
  package static let counterExampleTry = Phrase(
    "Written into a folder (--output), the same answer is given by: {0}",
    "Écrits dans un répertoire (--output), la même réponse est donnée par : {0}")

  // Whom a change of a text hits.
  package static let impactLookedAt = Phrase("{0} subjects looked at", "{0} sujets examinés")
  package static let impactNothing = Phrase(
    "Nothing changes for any of them.", "Rien ne change pour aucun d’eux.")
  package static let impactCount = Phrase(
    "Something changes for {0} of {1}.", "Quelque chose change pour {0} sur {1}.")
  package static let impactBinding = Phrase("Whether it binds", "S’il lie")
  package static let impactGates = Phrase("Gates", "Portes")
  package static let impactTiers = Phrase("Tiers", "Rangs")
  package static let impactClasses = Phrase("Classes", "Classes")
  package static let impactDuties = Phrase("Duties", "Obligations")
  package static let impactByParty = Phrase("By party", "Par partie")
  package static let impactByCountry = Phrase("By country", "Par pays")
  package static let impactSubjects = Phrase("subjects", "sujets")
  package static let impactOwed = Phrase("owed", "due")
  package static let impactPossible = Phrase("possible", "possible")
  package static let impactNotOwed = Phrase("not owed", "non due")
}
