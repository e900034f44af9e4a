/// Words of the reports on a terminal.
extension Phrase {
  package static let asOf = Phrase(
    "As of {0}", "Au {0}")
  package static let publicNotice = Phrase(
    "Public record: estimates by third parties, facts up to July 2025 (figures: Epoch AI, CC BY 4.0).",
    "Registre public : estimations de tiers, faits jusqu’en juillet 2025 (chiffres : Epoch AI, CC BY 4.0).")
  package static let nameOne = Phrase(
    "Name one to see every activity behind it.", "Nommez-en un pour voir chaque activité derrière lui.")
  package static let model = Phrase("model", "modèle")
  package static let low = Phrase("low", "bas")
  package static let best = Phrase("best", "meilleur")
  package static let high = Phrase("high", "haut")
  package static let atCompletion = Phrase("at completion", "une fois achevé")
  package static let notes = Phrase("notes", "notes")
  package static let noUpperBound = Phrase("no upper bound", "sans borne haute")
  package static let knownSum = Phrase("known: {0}", "connu : {0}")
  package static let presumedShare = Phrase(
    "{0} rests on presumed links", "{0} repose sur des liens présumés")
  package static let twoBooks = Phrase(
    "ground truth {0}, approximation {1}", "vérité de terrain {0}, approximation {1}")
  package static let whatCounts = Phrase("What counts", "Ce qui compte")
  package static let whatDoesNot = Phrase("What does not count", "Ce qui ne compte pas")
  package static let gateOpen = Phrase("open", "ouverte")
  package static let gateClosed = Phrase("closed", "fermée")
  package static let gateUndetermined = Phrase("undetermined", "indéterminée")
  package static let noRule = Phrase("no rule in force", "aucune règle en vigueur")
  package static let notYetRecorded = Phrase(
    "Its own record does not count yet on {0}.", "Son propre énoncé ne compte pas encore le {0}.")
  package static let would = Phrase("would be {0}", "serait {0}")
  package static let holds = Phrase("holds", "établi")
  package static let fails = Phrase("fails", "écarté")
  package static let cannotBeExcluded = Phrase("cannot be excluded", "ne peut être exclu")
  package static let bindsHere = Phrase(
    "In force for it", "En vigueur à son égard")
  package static let wouldBind = Phrase(
    "Not in force for it: what would follow", "Pas en vigueur à son égard : ce qui s’ensuivrait")
  package static let tierPair = Phrase(
    "tier {0} established, {1} not excluded", "rang {0} établi, {1} non exclu")
  package static let tierOne = Phrase("tier {0}", "rang {0}")
  package static let classes = Phrase("classes", "classes")
  package static let gates = Phrase("gates", "portes")
  package static let headroom = Phrase("thresholds", "seuils")
  package static let settledBy = Phrase("{0} if {1}", "{0} si {1}")
  package static let settledOf = Phrase("settled ({0}):", "tranché ({0}) :")
  package static let liftedWhen = Phrase(
    "opens in any case when:", "s’ouvre dans tous les cas quand :")
  package static let opensWhen = Phrase("opens when:", "s’ouvre quand :")
  package static let eitherThis = Phrase("either {0}", "soit {0}")
  package static let orThis = Phrase("or {0}", "soit {0}")
  package static let andThis = Phrase("and {0}", "et {0}")
  package static let needAnd = Phrase("{0}; and {1}", "{0} ; et {1}")
  package static let needOr = Phrase("{0}; or {1}", "{0} ; ou {1}")
  package static let inBrackets = Phrase("({0})", "({0})")
  package static let everywhere = Phrase("everywhere", "partout")
  package static let because = Phrase("because {0}", "à cause de {0}")
  package static let wouldSettle = Phrase("{0}: what would settle it", "{0} : ce qui trancherait")
  package static let otherWays = Phrase("there are other ways", "il y a d’autres voies")
  package static let dutyNotOwed = Phrase("not owed", "non due")
  package static let dutyOwed = Phrase("owed", "due")
  package static let dutyWould = Phrase("would be owed", "serait due")
  package static let mayBind = Phrase(
    "May be in force for it", "Peut-être en vigueur à son égard")
  package static let dutyPossible = Phrase("possible", "possible")
  package static let dutyWouldBePossible = Phrase("would be possible", "serait possible")
  package static let dutyDeferred = Phrase("deferred until {0}", "différée jusqu’au {0}")
  package static let changesAt = Phrase(
    "may change by time alone on {0}", "peut changer par le seul écoulement du temps le {0}")
  package static let reached = Phrase("passed", "franchi")
  package static let timesBelow = Phrase(
    "{0} times less", "{0} fois moins")
  package static let atThreshold = Phrase("reached, not passed", "atteint, non franchi")
  package static let justBelow = Phrase("just below", "tout juste en dessous")
  package static let mayBePassed = Phrase("may be passed", "peut être franchi")
  package static let left = Phrase("{0} left by the best value", "{0} de marge selon la meilleure valeur")
  package static let modelsShown = Phrase(
    "{0} of {1}, by compute. Name one for its clauses, or use --all.",
    "{0} sur {1}, par calcul décroissant. Nommez-en un pour ses clauses, ou employez --all.")
  package static let notAdvice = Phrase(
    "Computed from recorded facts; not legal advice.",
    "Calculé à partir de faits consignés ; ne vaut pas conseil juridique.")
  package static let actionTrain = Phrase("train", "entraîner")
  package static let actionScale = Phrase("scale", "passer à l’échelle")
  package static let actionDeployInternal = Phrase("deploy inside", "déployer en interne")
  package static let actionDeployExternal = Phrase("deploy outside", "déployer à l’extérieur")
  package static let actionUse = Phrase("use", "utiliser")
  package static let actionAct = Phrase("act", "agir")
  package static let actionCompute = Phrase("compute", "calculer")
  package static let actionPublish = Phrase("publish", "publier")
}

extension Phrase {
  package static let developer = Phrase("developer", "développeur")
  package static let computeBehind = Phrase("compute behind it", "calcul derrière lui")
}

extension Phrase {
  package static let inForceFrom = Phrase(
    "in force from {0}", "en vigueur depuis le {0}")
  package static let bindsByAdoption = Phrase(
    "binds only where a party adopts it for itself, or an authority for its jurisdiction",
    "ne lie que la partie qui l’adopte pour elle-même, ou le ressort de l’autorité qui l’adopte")
  package static let numbersOfLaw = Phrase(
    "Numbers, periods, dates and places", "Nombres, périodes, dates et lieux")
  package static let parameterExample = Phrase("{0} (example in the text)", "{0} (exemple dans le texte)")
  package static let parameterContext = Phrase("{0} (for context only)", "{0} (à titre indicatif)")
  package static let articles = Phrase("Articles", "Articles")
  package static let everyRecord = Phrase(
    "Every record may have (* is required; head is public in a signed record):",
    "Tout énoncé peut avoir (* est exigé ; head est public dans un énoncé signé) :")
}

extension Phrase {
  package static let nothingWrong = Phrase("Records: {0}, nothing wrong.", "Énoncés : {0}, rien à redire.")
  package static let labelled = Phrase("{0}: {1}", "{0} : {1}")
  package static let clausesAbove = Phrase("its clauses stand above", "ses clauses sont plus haut")
  package static let lookedAt = Phrase(
    "looked at, and does not apply: {0}", "examiné, et ne s’applique pas : {0}")
  package static let effectClassifies = Phrase(
    "classifies: {0}",
    "classe : {0}")
  package static let effectCloses = Phrase(
    "closes: {0}",
    "ferme : {0}")
  package static let effectObliges = Phrase(
    "obliges: {0}",
    "oblige à : {0}")
  package static let effectExempts = Phrase(
    "exempts from: {0}",
    "exempte de : {0}")
  package static let effectDefers = Phrase(
    "defers: {0}",
    "diffère : {0}")
  package static let effectPermits = Phrase(
    "permits: {0}",
    "permet : {0}")
  package static let effectRetains = Phrase(
    "must be kept: {0}",
    "à conserver : {0}")
  package static let effectFalls = Phrase(
    "may fall as these grow: {0}",
    "peut cesser quand ceci croît : {0}")
}

/// What a report says once, and what it adds to a gate.
extension Phrase {
  package static let liftedWhenOf = Phrase(
    "opens in any case when ({0}):", "s’ouvre dans tous les cas quand ({0}) :")
  package static let opensWhenOf = Phrase("opens when ({0}):", "s’ouvre quand ({0}) :")
  package static let onSupposed = Phrase(
    "{0}: only for a deployment that is supposed, none being declared there: its rate has no upper bound",
    "{0} : seulement pour un déploiement supposé, faute d’un déploiement déclaré là : son débit n’a pas de borne haute"
  )
  package static let adoptionElsewhere = Phrase(
    "{0}, which does not reach {1}", "{0}, ce qui n’atteint pas {1}")
  package static let adoptionOfAnother = Phrase(
    "{0}, which does not reach what {1} develops", "{0}, ce qui n’atteint pas ce que {1} développe")
  package static let thisSubject = Phrase("this subject", "ce sujet")
  package static let sameClasses = Phrase(
    "Alike in the {0} rows below: {1}.",
    "Pareil dans les {0} lignes ci-dessous : {1}.")
  package static let within = Phrase("not passed", "non franchi")
  package static let forEach = Phrase(
    "In each of the {0} rows below, {1}: {2}.",
    "Dans chacune des {0} lignes ci-dessous, {1} : {2}.")
  package static let inFLOP = Phrase("figures in FLOP", "chiffres en FLOP")
  package static let conventionOfProposal = Phrase(
    "This way of counting belongs to a proposal that nobody recorded here has adopted: {0}. --convention takes another.",
    "Cette façon de compter est celle d’une proposition que, d’après ces énoncés, personne n’a adoptée : {0}. --convention en prend une autre."
  )
  package static let uncertainMeans = Phrase(
    "A question mark: cannot be excluded.",
    "Un point d’interrogation : ne peut être exclu.")
  package static let heading = Phrase(
    "{0}:",
    "{0} :")
  package static let saidOf = Phrase(
    "tier, classes, gates and duties: word for word as for {0}",
    "rang, classes, portes et obligations : mot pour mot comme pour {0}")
  package static let citationNote = Phrase(
    "Citations were read in the text, unless they say otherwise; a code such as A21 in one is a settled reading, listed in docs/sources.md.",
    "Les citations ont été lues dans le texte, sauf mention contraire ; un code tel que A21 y désigne une lecture retenue, de la liste docs/fr/sources.md."
  )
  package static let accountsShown = Phrase(
    "{0} of {1}, by compute. Name one to see every activity behind it, or use --all.",
    "{0} sur {1}, par calcul décroissant. Nommez-en un pour voir chaque activité derrière lui, ou employez --all."
  )
  package static let articleCount = Phrase(
    "{0} articles",
    "{0} articles")
  package static let keptBy = Phrase(
    "→ to be kept",
    "→ à conserver")
}
