/// What the clauses of a regime ask, and why they have their verdict. A clause is what was asked, whatever its verdict;
/// what is not known may follow it.
extension Phrase {
  package static let allOf = Phrase("all of", "toutes ces conditions")
  package static let anyOf = Phrase("any of", "l’une de ces conditions")
  package static let ruledOut = Phrase(
    "ruled out: {0}",
    "écarté : {0}")
  package static let foundIs = Phrase("{0}: {1}", "{0} : {1}")
  package static let foundIsNot = Phrase("{0}: not {1}", "{0} : non {1}")
  package static let orElse = Phrase("{0}, or {1}", "{0}, ou {1}")
  package static let andAlso = Phrase("{0} and {1}", "{0} et {1}")
  package static let aboveAmount = Phrase("above {0}", "au-dessus de {0}")
  package static let atLeastAmount = Phrase("at least {0}", "au moins {0}")
  package static let belowAmount = Phrase("below {0}", "en dessous de {0}")
  package static let atMostAmount = Phrase("at most {0}", "au plus {0}")
  package static let noneOf = Phrase("none of this", "rien de ceci")
  package static let notAllOf = Phrase("not all of this", "pas tout ceci")
  package static let above = Phrase("above", "au-dessus de")
  package static let atLeast = Phrase("at least", "au moins")
  package static let below = Phrase("below", "en dessous de")
  package static let atMost = Phrase("at most", "au plus")
  package static let quantityAgainst = Phrase("{0}: {1}, {2} {3}?", "{0} : {1}, {2} {3} ?")
  package static let countedBy = Phrase("{0} ({1})", "{0} ({1})")
  package static let ratioAgainst = Phrase(
    "{0}: {1} against {2}, a share {3} {4}?", "{0} : {1} contre {2}, une part {3} {4} ?")
  package static let standsIn = Phrase(
    "{0} stands in for the unknown original", "{0} tient lieu de l’original inconnu")
  package static let decidedOtherwise = Phrase(
    "the same issuer decided otherwise since, or may have: {0}",
    "le même émetteur a décidé autrement depuis, ou l’a peut-être fait : {0}")
  package static let limitLifted = Phrase(
    "the cap “{0}” is lifted: nothing is above it",
    "le plafond « {0} » est levé : rien n’est au-dessus")
  package static let parameterUnknown = Phrase(
    "the parameter “{0}” is not known",
    "le paramètre « {0} » n’est pas connu")
  package static let ratedAs = Phrase(
    "{0} is rated {1}", "{0} : note « {1} »")
  package static let openedByCorrection = Phrase(
    "a revision of {0} would open it or end a duty, once a second party countersigns it",
    "une révision de {0} l’ouvrirait ou éteindrait un devoir, une fois contresignée par une seconde partie")
  package static let correctionsAsOne = Phrase(
    "{0} revisions, too many to be tried one by one: any of them may open it or end a duty, until a second party countersigns enough of them",
    "{0} révisions, trop nombreuses pour être essayées une à une : n’importe laquelle peut l’ouvrir ou éteindre un devoir, tant qu’une seconde partie n’en a pas contresigné assez"
  )
  package static let newWeights = Phrase(
    "{0} is perhaps not of the weights as they are: a run ended since or does not say when (to), or it tells no day itself (at)",
    "{0} ne vaut peut-être pas pour les poids tels qu’ils sont : un entraînement s’est achevé depuis ou ne dit pas quand (to), ou elle ne dit pas son jour (at)"
  )
  package static let currentWeights = Phrase(
    "{0} is of the weights as they are: each run had ended (to) on the day that it tells (at)",
    "{0} vaut pour les poids tels qu’ils sont : chaque entraînement était achevé (to) au jour qu’il dit (at)")
  package static let officeInDoubt = Phrase(
    "{0} was perhaps said out of office: {1}", "{0} a peut-être été dit hors de charge : {1}")
  package static let saidUnknown = Phrase(
    "{0} (it does not tell when it was stated, and the office was not held all the time since)",
    "{0} (la date de l’énoncé, stated, n’est pas dite, et la charge n’a pas été tenue tout le temps depuis)")
  package static let notRated = Phrase(
    "{0} (not rated)", "{0} (sans note)")
  package static let ratingsDisagree = Phrase(
    "{0} (ratings disagree, or one is withheld)", "{0} (notes divergentes, ou l’une est retenue)")
  package static let attributeIn = Phrase(
    "{0}: {1}", "{0} : {1}")
  package static let tooDeep = Phrase("too deep to follow", "trop profond pour être suivi")
  package static let elsewhere = Phrase(
    "{0}: its clauses stand in its own determination",
    "{0}\u{00A0}: ses clauses figurent dans sa propre détermination")
  package static let nothingLifts = Phrase(
    "nothing that can be shown lifts {0}", "rien de ce qui peut être montré ne lève {0}")
  package static let attributeUnknown = Phrase(
    "{0}: {1} (not known whole)", "{0} : {1} (tout n’est pas connu)")
  package static let either = Phrase("{0} or {1}", "{0} ou {1}")
  package static let factSays = Phrase("{0}: {1}", "{0} : {1}")
  package static let factEstimates = Phrase("{0} {1}", "{0} {1}")
  package static let factPlanned = Phrase("planned: {0}", "prévu : {0}")
  package static let rateSaid = Phrase("rate of {0}", "débit de {0}")
  package static let rateNotWhole = Phrase(
    "no rate for all of its time", "pas de débit pour tout son temps")
  package static let rateByCapacity = Phrase(
    "capacity of its clusters, approximate", "capacité de ses grappes, approximative")
  package static let dateBefore = Phrase(
    "{0} ({1}): before {2}", "{0} ({1}) : avant le {2}")
  package static let dateFrom = Phrase(
    "{0} ({1}): {2} or later", "{0} ({1}) : le {2} ou plus tard")
  package static let dateUnknown = Phrase(
    "date not known",
    "date inconnue")
  package static let classifiedAs = Phrase(
    "class “{0}” ({1})", "classe « {0} » ({1})")
  package static let classNamed = Phrase("class “{0}”", "classe « {0} »")
  package static let packNotLoaded = Phrase("the regime {0} is not loaded", "le régime {0} n’est pas chargé")
  package static let classNotGiven = Phrase(
    "no loaded rule gives the class {0} to such a subject",
    "aucune règle chargée ne donne la classe {0} à un tel sujet")
  package static let startUnknown = Phrase(
    "it is not known when this begins", "on ne sait pas quand cela commence")
  package static let classLoop = Phrase("the class {0} depends on itself", "la classe {0} dépend d’elle-même")
  package static let unlessLifted = Phrase("unless", "sauf si")
  package static let exemptedBy = Phrase(
    "exempted by article {0}", "exemption par l’article {0}")
  package static let notYetInForce = Phrase(
    "{0} (not in force before {1})", "{0} (pas en vigueur avant le {1})")
  package static let notAdopted = Phrase(
    "nobody with the authority to do so has adopted it", "aucune personne ni autorité habilitée ne l’a adopté"
  )
  package static let regimeEnded = Phrase("in force until {0}", "en vigueur jusqu’au {0}")
  package static let regimeNotInForce = Phrase("not in force before {0}", "pas en vigueur avant le {0}")
  package static let noNexus = Phrase(
    "it applies throughout its territory", "il s’applique sur tout son territoire")
  package static let nexus = Phrase("its link with the subject", "son lien avec le sujet")
  package static let nexusUnknown = Phrase(
    "its link with the subject is not known", "son lien avec le sujet n’est pas connu")
  package static let adoptedFrom = Phrase("adopted, from {0}", "adopté, à partir du {0}")
  package static let adoptedForAnother = Phrase(
    "adopted in another’s name: of no effect", "adopté au nom d’autrui : sans effet")
  package static let adoptedByParty = Phrase(
    "adopted by {0} for itself", "adopté par {0} pour son propre compte")
  package static let adoptedByAuthority = Phrase("adopted by {0} for {1}", "adopté par {0} pour {1}")
  package static let adoptedWithoutAuthority = Phrase(
    "adopted by {0}, which has no authority on record for {1}: of no effect",
    "adopté par {0}, dont aucune autorité sur {1} n’est consignée : sans effet")
  package static let subjectUnknown = Phrase(
    "{0}: not known", "{0} : inconnu")
  package static let ofUnknown = Phrase(
    "{0} (not known: {1})",
    "{0} (non connu : {1})")
  package static let tierAtLeast = Phrase(
    "tier {0} or above", "rang {0} ou au-dessus")
  package static let tierStep = Phrase(
    "what makes tier {0}", "ce qui fait le rang {0}")
  package static let attested = Phrase("shown: {0}", "montré : {0}")
  package static let ordered = Phrase("ordered: {0}", "ordonné : {0}")
  package static let actDecided = Phrase("{0}, decision: {1}", "{0}, décision : {1}")
  package static let actCovering = Phrase("{0}, covering: {1}", "{0}, portant sur : {1}")
  package static let actBy = Phrase("{0}, by: {1}", "{0}, par : {1}")
  package static let actBySeveral = Phrase(
    "{0}, by at least {1} organisations", "{0}, par au moins {1} organisations")
  package static let actNotOlder = Phrase("{0}, not older than {1}", "{0}, datant de {1} au plus")
  package static let actRestingOn = Phrase("{0}, resting on: {1}", "{0}, reposant sur : {1}")
  package static let ofDecision = Phrase("decision: {0}", "décision : {0}")
  package static let ofIssuers = Phrase("by: {0}", "par : {0}")
  package static let ofAge = Phrase("not older than {0}", "datant de {0} au plus")
  package static let listed = Phrase("{0}", "{0}")
  package static let accredited = Phrase("{0} (accredited by: {1})", "{0} (accrédité par : {1})")
  package static let roleIn = Phrase("{0} ({1})", "{0} ({1})")
  package static let ofEveryOtherCountry = Phrase("every other country", "tout autre pays")
  package static let ofEachCountry = Phrase("each country", "chaque pays")
  package static let possessive = Phrase("{0} of {1}", "{0} de {1}")
  package static let supposedDeployment = Phrase("a supposed deployment", "un déploiement supposé")
  package static let act = Phrase(
    "{0}, said by {1}", "{0}, émis par {1}")
  package static let actWithheld = Phrase(
    "{0} is withheld: unknown, not absent", "{0} est retenu : inconnu, non absent")
  package static let decisionIs = Phrase(
    "its decision: {0}", "sa décision : {0}")
  package static let coversItem = Phrase(
    "it covers: {0}", "il porte sur : {0}")
  package static let namesDigest = Phrase(
    "it names this artifact’s digest", "il nomme l’empreinte de cet artefact")
  package static let notOlderThan = Phrase("it is not older than {0}", "il n’a pas plus de {0}")
  package static let groundGone = Phrase(
    "what it rests on no longer stands: {0}", "ce sur quoi il repose ne tient plus : {0}")
  package static let restsOn = Phrase(
    "it rests on: {0}", "il repose sur : {0}")
  package static let issuedBy = Phrase(
    "{0}: {1}", "{0} : {1}")
  package static let issuerUnknown = Phrase(
    "what {0} is was not recorded", "la qualité de {0} n’est pas consignée")
  package static let member = Phrase("{0}: {1}", "{0} : {1}")
  package static let isOneOf = Phrase("it is among: {0}", "il compte parmi\u{00A0}: {0}")
  package static let mayBeAboutThis = Phrase("it is about this one", "il porte sur celui-ci")
  package static let someOf = Phrase(
    "at least one among: {0}", "au moins un élément parmi : {0}")
  package static let everyOf = Phrase(
    "every one among: {0}", "chaque élément parmi : {0}")
  package static let setNotWhole = Phrase(
    "others among: {0} (not known whole)", "d’autres parmi : {0} (tout n’est pas connu)")
  package static let emptySet = Phrase(
    "every one among: {0} (none is known)", "chaque élément parmi : {0} (aucun connu)")
}

/// What determinations say besides their clauses.
extension Phrase {
  package static let shareCrosses = Phrase(
    "{0}: the best value decides, but the bounds cross the share: {1}, against {2} of {3} ({4}).",
    "{0} : la meilleure valeur décide, mais les bornes croisent la part : {1}, contre {2} de {3} ({4}).")
  package static let addedTo = Phrase(
    "{0} added to {1}, against {2} of its own", "{0} ajouté à {1}, face à {2} du sien")
  package static let shareOf = Phrase("{0} against {2} of that of {1}", "{0} face à {2} de celui de {1}")
  package static let projected = Phrase("{0}, at completion", "{0}, une fois achevé")
  package static let runningSince = Phrase("running since {0}", "en cours depuis le {0}")
  package static let plannedFrom = Phrase("planned from {0}", "prévu à partir du {0}")
  package static let running = Phrase("running", "en cours")
  package static let planned = Phrase("planned", "prévu")
  package static let boundCrosses = Phrase(
    "{0}: the best value decides, but the bounds cross the threshold: {1}, against {2}.",
    "{0} : la meilleure valeur décide, mais les bornes croisent le seuil : {1}, contre {2}.")
  package static let loosenedByDeclaration = Phrase(
    "The party that owes set “{0}” itself, to {1}.",
    "La partie qui doit a fixé elle-même « {0} » : {1}.")
}
