/// What the codes of records, regimes and findings are called for people. The codes themselves stay in data; a word
/// that a pack of somebody else brings has no entry and is shown as it is.
package enum Words {
  /// The label of a code, or the code.
  package static func label(_ code: String, _ language: Language) -> String {
    all[code]?.text[language] ?? code
  }

  /// Every code that has a label.
  package static let all: [String: Phrase] = [
    records, acts, computations, attributes, actors, law, pause, california, codeDuties, codeContents,
    laterLaws,
    syntax,
  ]
  .reduce(into: [:]) { all, words in all.merge(words) { first, _ in first } }

  /// Kinds of records and subjects.
  static let records: [String: Phrase] = [
    "artifact": Phrase("artifact", "artefact"),
    "activity": Phrase("activity", "activité"),
    "cluster": Phrase("cluster", "grappe"),
    "deployment": Phrase("deployment", "déploiement"),
    "party": Phrase("party", "partie"),
    "country": Phrase("country", "pays"),
    "estimate": Phrase("estimate", "estimation"),
    "incident": Phrase("incident", "incident"),
    "document": Phrase("document", "document"),
    "revenue": Phrase("revenue", "chiffre d’affaires"),
    "rating": Phrase("rating", "note"),
    "human-break": Phrase("human break", "coupure humaine"),
    "independence-claim": Phrase("independence claim", "revendication d’indépendance"),
    "discard": Phrase("discard", "rejet d’essai"),
    "same-as": Phrase("joined names", "noms joints"),
    "adoption": Phrase("adoption", "adoption"),
    "withdrawal": Phrase("withdrawal", "retrait"),
    "countersignature": Phrase("countersignature", "contreseing"),
    "agent": Phrase("agent", "agent"),
    "run": Phrase("run", "entraînement"),
    "model": Phrase("model", "modèle"),
  ]

  /// Quantities, attributes and their values, sets, places in a path.
  static let attributes: [String: Phrase] = [
    "self": Phrase("the subject", "le sujet"),
    "as-of": Phrase("date asked", "date demandée"),
    "activation": Phrase("activation", "activation"),
    "from": Phrase("start", "début"),
    "to": Phrase("end", "fin"),
    "placed-on-market": Phrase("placing on the market", "mise sur le marché"),
    "seat": Phrase("seat", "siège"),
    "operates-in": Phrase("places of operation", "lieux d’activité"),
    "does-business-in": Phrase("places of business", "lieux d’affaires"),
    "sells-to-government-of": Phrase("government customers", "États clients"),
    "role": Phrase("role", "qualité"),
    "devices": Phrase("devices", "accélérateurs"),
    "withheld": Phrase("withheld", "retenu"),
    "party-to": Phrase("treaties in force", "traités en vigueur"),
    "generates": Phrase("output", "production"),
    "model-type": Phrase("type of model", "type de modèle"),
    "access": Phrase("access", "accès"),
    "placed-on-market-in": Phrase("placed on the market", "mise sur le marché"),
    "available-in": Phrase("availability", "disponibilité"),
    "chip-origin": Phrase("origin of chips", "origine des puces"),
    "event": Phrase("event", "événement"),
    "outcome": Phrase("outcome", "conséquence"),
    "link": Phrase("causal link", "lien causal"),
    "setting": Phrase("setting", "cadre"),
    "shows": Phrase("what it shows", "ce que cela montre"),
    "threatens": Phrase("what it threatens", "ce que cela menace"),
    "document-type": Phrase("type of document", "type de document"),
    "form": Phrase("form", "forme"),
    "training-compute": Phrase("training compute", "calcul d’entraînement"),
    "eu-direct": Phrase("direct, of one developer", "direct, d’un seul développeur"),
    "eu-direct-all": Phrase("direct", "direct"),
    "eu-cumulative": Phrase("cumulative", "cumulé"),
    "all-other-conventions": Phrase("in all other ways", "de toute autre façon"),
    "seed-annex-a": Phrase("as Annex A counts", "compté selon l’annexe A"),
    "us-ca-sb53": Phrase("as SB 53 counts", "compté selon la loi SB 53"),
    "seed-annex-a-rate": Phrase("as Annex A counts", "compté selon l’annexe A"),
    "peak-dense-fastest": Phrase("dense peak, fastest precision", "crête dense, précision la plus rapide"),
    "inference-rate": Phrase("inference rate", "débit d’inférence"),
    "capability": Phrase("computing capacity", "capacité de calcul"),
    "parameters": Phrase("parameters", "paramètres"),
    "gross-revenue": Phrase("gross revenue", "chiffre d’affaires brut"),
    "deaths-and-serious-injuries": Phrase("deaths and serious injuries", "morts et blessés graves"),
    "property-damage-without-equity": Phrase("damage to property", "dommages aux biens"),
    "originals": Phrase("original models", "modèles d’origine"),
    "original": Phrase("original model", "modèle d’origine"),
    "ancestors": Phrase("models behind it", "modèles en amont"),
    "deployments": Phrase("deployments", "déploiements"),
    "runs": Phrase("runs", "entraînements"),
    "models": Phrase("models", "modèles"),
    "models-involved": Phrase("models involved", "modèles en cause"),
    "clusters": Phrase("clusters", "grappes"),
    "affiliates": Phrase("affiliates", "sociétés liées"),
    "countries": Phrase("countries", "pays"),
    "order": Phrase("order", "ordre"),
    "autonomy": Phrase("autonomy", "autonomie"),
    "generality": Phrase("generality", "généralité"),
    "intelligence": Phrase("intelligence", "intelligence"),
    "strong": Phrase("strong", "fort"),
    "weak": Phrase("weak", "faible"),
    "internal": Phrase("internal", "interne"),
    "api": Phrase("API", "API"),
    "app": Phrase("application", "application"),
    "published-weights": Phrase("published weights", "poids publiés"),
    "language-text": Phrase("text", "texte"),
    "language-audio": Phrase("speech", "parole"),
    "text-to-image": Phrase("images from text", "images à partir de texte"),
    "text-to-video": Phrase("video from text", "vidéo à partir de texte"),
    "hardware-maker": Phrase("hardware maker", "fabricant de matériel"),
    "compute-treaty": Phrase("treaty on compute", "traité sur le calcul"),
    "world": Phrase("world", "monde"),
    "EU": Phrase("EU", "UE"),
  ]

  /// What a parameter of a pack is called, or its name.
  package static func parameter(_ name: String) -> Bilingual {
    parameters[name]?.text ?? Bilingual(en: name, fr: name)
  }

  /// An event by which a date is reckoned, with its article in French: a sentence puts a preposition before it.
  package static func event(_ code: String, _ language: Language) -> String {
    events[code]?.text[language] ?? label(code, language)
  }

  /// The events of the vocabulary, and states that last.
  package static let events: [String: Phrase] = [
    "activation": Phrase("activation", "l’activation"),
    "condition-met": Phrase("the moment when the condition is met", "la réunion de la condition"),
    "condition-foreseen": Phrase("the condition being foreseen", "la prévision de la condition"),
    "placed-on-market": Phrase("placing on the market", "la mise sur le marché"),
    "deployed": Phrase("deployment", "la mise en service"),
    "run-started": Phrase("the start of the run", "la mise en route de l’entraînement"),
    "serious-incident-known": Phrase(
      "knowledge of a serious incident", "la connaissance d’un incident grave"),
    "involvement-known": Phrase("knowledge of the involvement", "la connaissance de l’implication"),
    "designated": Phrase("designation", "la désignation"),
    "maintained": Phrase("the classification being maintained", "la décision de maintien"),
    "framework-published": Phrase("publication of the framework", "la publication du cadre"),
    "framework-materially-modified": Phrase(
      "a material change of the framework", "la modification importante du cadre"),
    "incident-discovered": Phrase("discovery of the incident", "la découverte de l’incident"),
    "imminent-risk-discovered": Phrase(
      "discovery of the imminent risk", "la découverte du risque imminent"),
    "disclosure-received": Phrase("receipt of the disclosure", "la réception du signalement"),
    "disclosure-closed": Phrase("the end of the disclosure", "la clôture du signalement"),
    "hardware-transferred": Phrase("transfer of hardware", "la cession de matériel"),
    "published": Phrase("publication", "la publication"),
    "run-in-progress": Phrase("the run is in progress", "l’entraînement est en cours"),
    "adequacy-assessed": Phrase(
      "completion of an assessment of adequacy", "l’achèvement d’une évaluation d’adéquation"),
    "change-made-available": Phrase("a change being made available", "la mise à disposition d’un changement"),
    "commission-notified": Phrase("notification of the Commission", "la notification de la Commission"),
    "development-planned": Phrase(
      "the decision to plan development", "la décision de planifier le développement"),
    "document-dated": Phrase("the date of the document", "la date du document"),
    "evaluator-finding-known": Phrase(
      "knowledge of an evaluator’s findings", "la connaissance des constats d’un évaluateur"),
    "framework-assessed": Phrase("an assessment of the framework", "l’évaluation du cadre"),
    "framework-confirmed": Phrase("confirmation of the framework", "la confirmation du cadre"),
    "framework-doubted": Phrase("grounds to doubt the framework", "des motifs de douter du cadre"),
    "framework-update-confirmed": Phrase(
      "confirmation of an update of the framework", "la confirmation d’une mise à jour du cadre"),
    "incident-occurred": Phrase("the incident", "l’incident"),
    "incident-resolved": Phrase("resolution of the incident", "la résolution de l’incident"),
    "initial-report-filed": Phrase("the initial report", "le rapport initial"),
    "model-report-doubted": Phrase("grounds to doubt the report", "des motifs de douter du rapport"),
    "model-report-update-confirmed": Phrase(
      "confirmation of an update of the report", "la confirmation d’une mise à jour du rapport"),
    "model-retired": Phrase("retirement of the model", "le retrait du modèle"),
    "reference-lost": Phrase("loss of the reference model", "la perte du modèle de référence"),
    "run-scaled": Phrase("scaling up of the run", "l’expansion de l’entraînement"),
    "trigger-point-reached": Phrase("a milestone or trigger point", "un jalon ou point de déclenchement"),
    "used-internally": Phrase("broad internal use", "un large usage interne"),
    "on-the-market": Phrase("the model is on the market", "le modèle est sur le marché"),
    "agent-acting": Phrase("the agent acts", "l’agent agit"),
    "audit-received": Phrase("receipt of the audit report", "la réception du rapport de contrôle"),
    "deployment-ended": Phrase("the end of deployment", "la fin du déploiement"),
    "fix-available": Phrase("a fix being available", "la disponibilité d’un correctif"),
    "incident-believed": Phrase(
      "facts that make an incident reasonable to believe", "des faits qui rendent un incident vraisemblable"),
    "incident-determined": Phrase("determination of the incident", "la constatation de l’incident"),
    "incident-link-established": Phrase(
      "a causal link, or its reasonable likelihood, being established",
      "l’établissement d’un lien causal ou de sa vraisemblance"),
    "incident-notified": Phrase("notification of the incident", "la notification de l’incident"),
    "ownership-transferred": Phrase("a transfer of ownership", "un changement de propriétaire"),
    "statement-outdated": Phrase(
      "a material change of what was stated", "un changement important de ce qui fut déclaré"),
    "vulnerability-known": Phrase(
      "knowledge of the exploited vulnerability", "la connaissance de la vulnérabilité exploitée"),
  ]

  /// Whose an attribute is.
  package static let possessives: [String: Phrase] = [
    "developer": Phrase("the developer’s {0}", "{0} du développeur"),
    "provider": Phrase("the provider’s {0}", "{0} du fournisseur"),
    "model": Phrase("the model’s {0}", "{0} du modèle"),
    "country": Phrase("the country’s {0}", "{0} du pays"),
    "cluster": Phrase("the cluster’s {0}", "{0} de la grappe"),
    "deployment": Phrase("the deployment’s {0}", "{0} du déploiement"),
    "order": Phrase("the order’s {0}", "{0} de l’ordre"),
    "original": Phrase("the original’s {0}", "{0} du modèle d’origine"),
    "self": Phrase("{0}", "{0}"),
  ]
}
