/// What `plan` says.
extension Phrase {
  package static let helpPlan = Phrase(
    "Say what follows if a model is finished as planned and then deployed.",
    "Dit ce qui s’ensuit si un modèle est achevé comme prévu, puis déployé.")
  package static let helpPlanModel = Phrase(
    "The model of which a run is planned or running.", "Le modèle dont un entraînement est prévu ou en cours."
  )
  package static let helpDeploy = Phrase("The day of deployment.", "Le jour du déploiement.")
  package static let helpPlanWhere = Phrase(
    "Where: countries, parts of one, unions, separated by commas.",
    "Où : des pays, des parties de pays, des unions, séparés par des virgules.")
  package static let helpPlanConvention = Phrase(
    "Total under this convention alone. Default: each under which a regime judges the model.",
    "Totalise selon cette seule convention. Par défaut, chacune de celles selon lesquelles un régime juge le modèle."
  )
  package static let valuePlaces = Phrase("places", "lieux")
  package static let valueModel = Phrase("model", "modèle")
  package static let deployPast = Phrase(
    "The deployment, {0}, is before the as-of date, {1}.",
    "Le déploiement, {0}, précède la date demandée, {1}.")
  package static let deployLater = Phrase(
    "Name a later day, or ask with an earlier --as-of.",
    "Nommez un jour ultérieur, ou demandez avec un --as-of antérieur.")
  package static let nothingPlanned = Phrase(
    "Behind {0} nothing is planned or running on {1}.", "Derrière {0}, rien n’est prévu ni en cours au {1}.")
  package static let planIt = Phrase(
    "Record a run with its dates and a `budget`, or ask with an earlier --as-of.",
    "Consignez un entraînement avec ses dates et un `budget`, ou demandez avec un --as-of antérieur.")
  package static let plannedInPast = Phrase(
    "{0} is planned, and its last day, {1}, is past.", "{0} est prévu, et son dernier jour, {1}, est passé.")
  package static let planAgain = Phrase(
    "Record what became of it, or its new dates.", "Consignez ce qu’il en est, ou ses nouvelles dates.")
  package static let endsLater = Phrase(
    "{0} ends on {1}, after the deployment, {2}.", "{0} s’achève le {1}, après le déploiement, {2}.")
  package static let deployAfter = Phrase("Deploy on {0} or later.", "Déployez le {0} ou plus tard.")
  package static let planTitle = Phrase(
    "deployed on {0} in {1}, finished as planned", "déployé le {0} ({1}), achevé comme prévu")
  package static let planRuns = Phrase("Planned and running", "Prévu et en cours")
  package static let planDates = Phrase("{0} to {1}", "du {0} au {1}")
  package static let noDates = Phrase("without dates", "sans dates")
  package static let planTotals = Phrase("Totals", "Totaux")
  package static let toDate = Phrase("to date", "à ce jour")
  package static let planThresholds = Phrase("Thresholds", "Seuils")
  package static let earliest = Phrase("earliest", "au plus tôt")
  package static let expected = Phrase("expected", "attendu")
  package static let latest = Phrase("latest", "au plus tard")
  package static let crossedAlready = Phrase("passed already", "déjà franchi")
  package static let crossesInPlan = Phrase("is passed", "est franchi")
  package static let mayCross = Phrase("may be passed", "peut être franchi")
  package static let staysBelow = Phrase("stays below", "reste en dessous")
  package static let already = Phrase("already", "déjà")
  package static let notDatable = Phrase("cannot be dated", "ne peut être daté")
  package static let whoHasNoDates = Phrase(
    "no dates of {0}: what rests on it cannot be dated",
    "pas de dates pour {0} : ce qui en dépend ne peut être daté")
  package static let planDoublings = Phrase("Doublings", "Doublements")
  package static let doublingsFrom = Phrase(
    "{0}, from {1}: {2}", "{0}, à partir de {1} : {2}")
  package static let doneSoFar = Phrase("what is done today", "ce qui est fait à ce jour")
  package static let behindBase = Phrase("what is behind {0}", "ce qui est derrière {0}")
  package static let noBase = Phrase(
    "{0}: nothing is done, or nothing has a best value, from which doublings could count",
    "{0} : rien n’est fait, ou rien n’a de meilleure valeur, d’où compter des doublements")
  package static let timesBase = Phrase("× {0}", "× {0}")
  package static let planActs = Phrase("Acts on {0}, in their order", "Actes le {0}, dans leur ordre")
  package static let asSaidOf = Phrase("word for word as for: {0}", "mot pour mot comme pour : {0}")
  package static let planBrings = Phrase("What the plan brings", "Ce que le plan apporte")
  package static let bringsNothing = Phrase("nothing that is not so today", "rien qui ne soit déjà")
  package static let fromTo = Phrase("{0} → {1}", "{0} → {1}")
  package static let possibleToday = Phrase("possible today", "possible aujourd’hui")
  package static let noClock = Phrase(
    "Clocks are printed as the text has them; no due date is computed.",
    "Les délais sont donnés dans les mots du texte ; aucune échéance n’est calculée.")
}
