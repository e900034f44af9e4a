extension Words {
  /// Numbers, periods, dates and places of the packs that ship. Some have the name of a class.
  package static let parameters: [String: Phrase] = [
    "systemic-risk": Phrase("presumption of systemic risk", "présomption de risque systémique"),
    "gpai-indicative": Phrase("indicative compute", "calcul indicatif"),
    "notify-within": Phrase("time to notify", "délai de notification"),
    "ask-again-after": Phrase("waiting time before asking again", "attente avant de redemander"),
    "obligations-from": Phrase("obligations apply from", "application des obligations"),
    "enforcement-from": Phrase("enforcement from", "sanctions possibles à partir de"),
    "legacy-until": Phrase("time for models placed before", "délai des modèles antérieurs"),
    "keep-documentation": Phrase("keeping of documentation", "conservation de la documentation"),
    "fine-share": Phrase("greatest fine, share of turnover", "amende maximale, part du chiffre d’affaires"),
    "fine-amount": Phrase("greatest fine, amount", "amende maximale, montant"),
    "modifier-share": Phrase(
      "share that makes a modifier a provider", "fraction qui fait d’un modificateur un fournisseur"),
    "fallback-systemic": Phrase(
      "stand-in for an unknown original with systemic risk",
      "tient lieu d’un original inconnu à risque systémique"),
    "fallback-other": Phrase(
      "stand-in for another unknown original", "tient lieu d’un autre original inconnu"),
    "error-margin": Phrase("tolerated error of an estimate", "erreur tolérée d’une estimation"),
    "home": Phrase("home country (whose measures these are)", "pays qui prend les mesures"),
    "training-cap": Phrase("training cap", "plafond d’entraînement"),
    "inference-cap": Phrase("inference cap", "plafond d’inférence"),
    "registry-threshold": Phrase("registration threshold", "seuil d’enregistrement"),
    "phase-in": Phrase("time to phase in", "délai de mise en place"),
    "governor-threshold": Phrase("threshold for a governor", "seuil d’un gouverneur"),
    "standards-threshold": Phrase(
      "threshold for international standards", "seuil des normes internationales"),
    "standards-rate": Phrase(
      "inference rate for international standards", "débit des normes internationales"),
    "custodian-period": Phrase("period of custodians’ reports", "période des déclarations de dépositaire"),
    "safe-harbour-factor": Phrase("factor of the safe harbour", "facteur de l’exonération"),
    "safe-harbour-training": Phrase("safe harbour, training", "exonération, entraînement"),
    "safe-harbour-inference": Phrase("safe harbour, inference", "exonération, inférence"),
    "rate-window": Phrase("window of a rate", "fenêtre d’un débit"),
    "minimum-link": Phrase("slowest link of a cluster", "lien le plus lent d’une grappe"),
    "kill-switch-test-age": Phrase(
      "greatest age of a test of the switch", "âge maximal de l’essai de l’interrupteur"),
    "moratorium-parameters": Phrase("moratorium, parameters", "moratoire, paramètres"),
    "moratorium-compute": Phrase("moratorium, compute", "moratoire, calcul"),
    "forecast-quantile": Phrase("quantile of a forecast", "quantile d’une prévision"),
    "licence-parameters": Phrase(
      "size from which a licence is asked", "taille dès laquelle une licence est demandée"),
    "meeting-period": Phrase("period of the agency’s meetings", "période des rencontres de l’agence"),
    "support-lowest": Phrase("public support, lowest figure", "soutien du public, plus bas chiffre"),
    "support-highest": Phrase("public support, highest figure", "soutien du public, plus haut chiffre"),
    "frontier-compute": Phrase("compute of a frontier model", "calcul d’un modèle de pointe"),
    "large-revenue": Phrase("revenue of a large developer", "chiffre d’affaires d’un grand développeur"),
    "catastrophic-people": Phrase(
      "people harmed in a catastrophe", "personnes atteintes lors d’une catastrophe"),
    "catastrophic-property": Phrase(
      "damage to property in a catastrophe", "dégâts matériels lors d’une catastrophe"),
    "incident-report-within": Phrase("time to report an incident", "délai de signalement d’un incident"),
    "imminent-risk-within": Phrase(
      "time to report an imminent risk", "délai de signalement d’un risque imminent"),
    "framework-review-every": Phrase("period of reviews of the framework", "période des révisions du cadre"),
    "framework-change-within": Phrase(
      "time to publish a change of the framework", "délai de publication d’un changement du cadre"),
    "summary-every": Phrase("period of summaries", "période des résumés"),
    "unredacted-kept-for": Phrase("keeping of unredacted copies", "conservation des copies entières"),
    "reporter-update-every": Phrase("period of updates to the reporter", "période d’information de l’auteur"),
    "officers-update-every": Phrase("period of updates to officers", "période d’information des dirigeants"),
    "rights-notice-every": Phrase("period of notices of rights", "période des avis des droits"),
    "fine-at-most": Phrase(
      "greatest penalty, of large developers", "amende maximale, des grands développeurs"),
    "access-list-every": Phrase("period of reviews of access", "période des revues d’accès"),
    "adequacy-after-notice": Phrase(
      "time for the assessment of adequacy", "délai de l’évaluation d’adéquation"),
    "adequacy-at-most-old": Phrase(
      "age at which an assessment of adequacy is old", "âge maximal d’une évaluation d’adéquation"),
    "adequacy-sent-within": Phrase(
      "time to deliver an assessment of adequacy", "délai de remise d’une évaluation d’adéquation"),
    "better-model-within": Phrase(
      "time within which a better model comes", "délai d’arrivée d’un meilleur modèle"),
    "class-cyber": Phrase("time to report: cybersecurity", "délai de signalement : cybersécurité"),
    "class-harm": Phrase("time to report: serious harm", "délai de signalement : dommage grave"),
    "class-infrastructure": Phrase("time to report: infrastructure", "délai de signalement : infrastructure"),
    "class-persons": Phrase("time to report: persons", "délai de signalement : personnes"),
    "comparators": Phrase("leading companies compared", "principales entreprises comparées"),
    "comparators-lowest": Phrase(
      "leading companies compared, at least", "principales entreprises comparées, au moins"),
    "comparators-highest": Phrase(
      "leading companies compared, at most", "principales entreprises comparées, au plus"),
    "evaluation-time": Phrase("time for an evaluation", "temps d’une évaluation"),
    "evaluator-call": Phrase("time that a call for evaluators is open", "durée d’un appel à évaluateurs"),
    "evaluator-years": Phrase("years in the field", "années dans le domaine"),
    "external-evaluation-from": Phrase("outside evaluation from", "évaluation externe à partir de"),
    "final-within": Phrase("time for the final report", "délai du rapport final"),
    "founding-signatories": Phrase("founding signatories", "signataires fondateurs"),
    "framework-after-notice": Phrase(
      "time for the framework after notification", "délai du cadre après notification"),
    "framework-after-planning": Phrase(
      "time for the framework after planning", "délai du cadre après planification"),
    "framework-assessed-every": Phrase(
      "period of assessments of the framework", "période des évaluations du cadre"),
    "framework-before-placing": Phrase(
      "time from framework to placing", "délai du cadre à la mise sur le marché"),
    "framework-sent-within": Phrase("time to send the framework", "délai d’envoi du cadre"),
    "intermediate-every": Phrase("period of intermediate reports", "période des rapports intermédiaires"),
    "keep-incidents": Phrase("keeping of incident documentation", "conservation des documents d’incident"),
    "keep-model-documents": Phrase(
      "keeping of documentation of models", "conservation de la documentation des modèles"),
    "key-length": Phrase(
      "bits of a key that protects weights, at least", "bits d’une clé qui protège des poids, au moins"),
    "milestone-factor": Phrase("multiple of compute between milestones", "multiple de calcul entre jalons"),
    "milestone-factor-highest": Phrase(
      "multiple of compute between milestones, at most", "multiple de calcul entre jalons, au plus"),
    "outlook": Phrase("time looked ahead", "horizon regardé"),
    "publication-blocked-at-most": Phrase(
      "time for which publication may be blocked", "durée maximale de blocage d’une publication"),
    "published-before": Phrase("day before which to publish", "jour avant lequel publier"),
    "reference-cure": Phrase(
      "time to replace a lost reference model", "délai de remplacement d’un modèle de référence perdu"),
    "report-delay": Phrase("delay of a report in good faith", "retard d’un rapport de bonne foi"),
    "report-every": Phrase(
      "period of reports on the most capable models", "période des rapports sur les modèles les plus capables"
    ),
    "report-update-sent-within": Phrase(
      "time to send an updated report", "délai d’envoi d’un rapport mis à jour"),
    "research-speed-up": Phrase("speed-up of AI research", "accélération de la recherche en IA"),
    "review-before-deployment": Phrase(
      "days of review before deployment", "jours d’examen avant déploiement"),
    "review-before-scaling": Phrase("days of review before scaling", "jours d’examen avant expansion"),
    "samples": Phrase("samples of each evaluation, at least", "échantillons de chaque évaluation, au moins"),
    "undo-test-age": Phrase("greatest age of a test of the way back", "âge maximal d’un essai de retour"),
    "workers-told-every": Phrase("period of notices to workers", "période des avis aux travailleurs"),
    "audit-after-qualifying": Phrase(
      "time from qualifying to the first audit", "délai de la qualification au premier contrôle"),
    "audit-every": Phrase("period of audits", "période des contrôles"),
    "audit-kept-for": Phrase("keeping of audit reports", "conservation des rapports de contrôle"),
    "audit-published-within": Phrase("time to publish an audit", "délai de publication d’un contrôle"),
    "biology-compute": Phrase(
      "compute of a reportable biology model", "calcul d’un modèle de biologie à déclarer"),
    "cluster-capacity": Phrase("capacity of a reportable cluster", "capacité d’une grappe à déclarer"),
    "country": Phrase("country", "pays"),
    "disclosure-every": Phrase("period of disclosure statements", "période des déclarations"),
    "early-warning-within": Phrase("time for an early warning", "délai d’une alerte précoce"),
    "final-after-fix": Phrase(
      "time for the final report after a fix", "délai du rapport final après un correctif"),
    "fine-a-day": Phrase("penalty for each day", "amende par jour"),
    "fine-first": Phrase("greatest penalty, first violation", "amende maximale, première infraction"),
    "fine-next": Phrase("greatest penalty, later violations", "amende maximale, infractions suivantes"),
    "fine-tune-compute": Phrase("compute of a covered fine-tuning", "calcul d’un affinage visé"),
    "fine-tune-cost": Phrase("cost of a covered fine-tuning", "coût d’un affinage visé"),
    "fines-suspended-for": Phrase("time without fines, at least", "temps sans amende, au moins"),
    "framework-from": Phrase("framework and audits from", "cadre et contrôles à partir de"),
    "model-compute": Phrase("compute of a reportable model", "calcul d’un modèle à déclarer"),
    "notification-within": Phrase("time to notify", "délai de notification"),
    "safety-compute": Phrase("compute of high-performance AI", "calcul de l’IA de haute performance"),
    "state": Phrase("the State", "l’État"),
  ]
}
