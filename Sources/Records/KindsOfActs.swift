import Measures

extension Kinds {
  /// The fields of every act.
  private static let actFields: [Field] = [
    .head("about", .list(.reference([])), "What it is about.", "Ce qu’il concerne."),
    .optional(
      "decision", .word([]), "What is decided, ordered or attested.", "Ce qui est décidé, ordonné ou attesté."
    ),
    .optional("covers", .list(.word([])), "What it covers.", "Ce qu’il couvre."),
    .head(
      "rests-on", .list(.reference([])), "Records that must stand for it to stand.",
      "Les énoncés qui doivent tenir pour qu’il tienne."),
    .head(
      "digest", .digest, "sha256 of the artifact that it names.", "sha256 de l’artefact qu’il nomme."),
    .optional(
      "regime", .text, "The regime whose parameter it changes.", "Le régime dont il change un paramètre."),
    .optional("parameter", .word([]), "The parameter that it changes.", "Le paramètre qu’il change."),
    .optional("value", .text, "The new value, or lifted.", "La nouvelle valeur, ou lifted."),
  ]

  private static func act(_ name: String, _ en: String, _ fr: String) -> Kind {
    Kind(name, isAct: true, en, fr, actFields)
  }

  /// The acts that bind: packs ask whether they were `ordered`.
  package static let orders: Set = [
    "designation", "generality-assessment", "injunction", "pause-order", "publication-review",
    "ruling", "safety-case-demand",
  ]

  /// What parties and authorities decide, order, attest and file: every kind that a pack names.
  static let acts: [Kind] = [
    act(
      "cap-decision", "The international agency raises, lowers or lifts a limit.",
      "L’agence internationale relève, abaisse ou lève une limite."),
    act(
      "copyright-policy", "A provider’s policy on copyright.",
      "La politique d’un fournisseur en matière de droit d’auteur."),
    act(
      "custodian-report", "A custodian reports the compute done on its hardware.",
      "Un dépositaire déclare le calcul effectué sur son matériel."),
    act("designation", "The Commission designates a model.", "La Commission désigne un modèle."),
    act("evaluation", "An evaluation of a model.", "Une évaluation d’un modèle."),
    act("generality-assessment", "Whether a model is in fact general.", "Si un modèle est en fait général."),
    act(
      "hardware-attestation", "A maker attests that its hardware meets the requirements.",
      "Un fabricant atteste la conformité de son matériel."),
    act("incident-report", "A report of an incident.", "Un rapport d’incident."),
    act(
      "independent-audit", "An independent audit and what an authority decided on it.",
      "Un audit indépendant et ce qu’une autorité en a décidé."),
    act(
      "injunction", "A court stops development or release.",
      "Un tribunal arrête le développement ou la mise à disposition."),
    act(
      "mandate", "A provider mandates an authorised representative.",
      "Un fournisseur donne mandat à un mandataire."),
    act("mitigation", "A measure against a risk.", "Une mesure contre un risque."),
    act(
      "model-documentation", "Technical documentation of a model.", "La documentation technique d’un modèle."),
    act(
      "not-estimable", "A developer states that a value can neither be known nor estimated.",
      "Un développeur énonce qu’une valeur ne peut être ni connue ni estimée."),
    act("notification", "A provider notifies the Commission.", "Un fournisseur notifie la Commission."),
    act(
      "open-licence", "A model is released under a free and open licence.",
      "Un modèle est publié sous licence libre et ouverte."),
    act(
      "pause-order", "An executive stops new training above the cap.",
      "Un exécutif arrête tout nouvel entraînement au-dessus de la limite."),
    act(
      "permit", "A governor permits a cluster to compute.", "Un gouverneur permet à une grappe de calculer."),
    act(
      "rebuttal", "Arguments against a presumption, and what the Commission decided on them.",
      "Des arguments contre une présomption, et ce que la Commission en a décidé."),
    act("ruling", "A court or an authority rules.", "Un tribunal ou une autorité statue."),
    act(
      "run-registration", "A run is entered in a registry.", "Un entraînement est inscrit dans un registre."),
    act(
      "safe-harbour-claim", "A developer claims a safe harbour.",
      "Un développeur revendique un régime d’exonération."),
    act(
      "safety-case", "A safety case and what was decided on it.",
      "Un dossier de sécurité et ce qui en fut décidé."),
    act(
      "safety-case-demand", "An authority asks for a safety case.",
      "Une autorité demande un dossier de sécurité."),
    act(
      "safety-plan", "A safety and security plan for training.",
      "Un plan de sécurité et de sûreté pour l’entraînement."),
    act("security-attestation", "An attestation on cybersecurity.", "Une attestation de cybersécurité."),
    act("specification", "A required specification is met.", "Une spécification exigée est satisfaite."),
    act(
      "standards-attestation", "Training follows the international standards.",
      "L’entraînement suit les normes internationales."),
    act(
      "switch-removal-test", "A test of whether the kill switch can be removed.",
      "Un essai de retrait de l’interrupteur d’urgence."),
    act("telemetry", "Telemetry reaches the governor.", "La télémétrie parvient au gouverneur."),
    act(
      "training-content-summary", "The public summary of training content.",
      "Le résumé public du contenu d’entraînement."),
    act(
      "alignment-proof",
      "A proof that the problem of alignment is solved, and what the agency decided on it.",
      "Une preuve que le problème de l’alignement est résolu, et ce que l’agence en a décidé."),
    act(
      "channel-update", "What was told to somebody who made a disclosure.",
      "Ce qui fut dit à l’auteur d’un signalement."),
    act(
      "dangerous-capability-list", "The agency’s current list of dangerous capabilities.",
      "La liste à jour des capacités dangereuses, tenue par l’agence."),
    act(
      "data-provenance", "A developer attests where training data come from.",
      "Un développeur atteste la provenance des données d’entraînement."),
    act(
      "democratic-control", "Whether a model is under democratic control.",
      "Si un modèle est sous contrôle démocratique."),
    act(
      "deployment-licence", "The agency licenses a deployment.",
      "L’agence autorise un déploiement."),
    act(
      "disclosure-policy", "A developer states that nothing prevents or punishes disclosures.",
      "Un développeur énonce que rien n’empêche ni ne sanctionne les signalements."),
    act(
      "redaction-notice", "What was redacted in a document is described and justified.",
      "Ce qui est occulté dans un document est décrit et motivé."),
    act(
      "rights-notice", "Employees were told their rights to disclose.",
      "Les salariés ont été avisés de leur droit de signaler."),
    act(
      "statement-review", "A developer’s public statements on risk were reviewed.",
      "Les énoncés publics d’un développeur sur le risque ont été revus."),
    act(
      "disclosure-channel", "An anonymous channel for disclosures is open.",
      "Une voie anonyme de signalement est ouverte."),
    act(
      "framework-adherence", "A developer states how it follows its framework.",
      "Un développeur énonce comment il suit son cadre."),
    act(
      "framework-publication", "A framework, or a change of it, is published.",
      "Un cadre, ou son changement, est publié."),
    act(
      "framework-review", "A framework is reviewed.",
      "Un cadre est revu."),
    act(
      "hardware-transfer", "Hardware that can train AI changes hands.",
      "Du matériel capable d’entraîner une IA change de mains."),
    act(
      "independent-evaluation", "An evaluation by a team that does not depend on the developer.",
      "Une évaluation par une équipe qui ne dépend pas du développeur."),
    act(
      "internal-use-summary", "A summary of the risk from a developer’s internal use.",
      "Un résumé du risque de l’usage interne d’un développeur."),
    act(
      "meeting", "A meeting with its agenda and minutes.",
      "Une rencontre, avec son ordre du jour et son compte rendu."),
    act(
      "narrowness-claim", "A developer claims that a system is narrow, and what the agency decided on it.",
      "Un développeur soutient qu’un système est étroit, et ce que l’agence en a décidé."),
    act(
      "officers-update", "What officers and directors were told of disclosures.",
      "Ce que les dirigeants apprirent des signalements."),
    act(
      "publication-review", "The agency holds a work back from publication, or clears it.",
      "L’agence retient une œuvre avant publication, ou la libère."),
    act(
      "reporting-schedule", "A developer states its schedule of reports in writing.",
      "Un développeur déclare par écrit le calendrier de ses rapports."),
    act(
      "run-supervision", "Supervision of a run under way.",
      "La supervision d’un entraînement en cours."),
    act(
      "scientific-consensus", "Whether a strong scientific consensus on safety is established.",
      "Si un fort consensus scientifique sur la sûreté est établi."),
    act(
      "training-licence", "The agency licenses a training run.",
      "L’agence autorise un entraînement."),
    act(
      "transparency-report", "A developer’s report on a new or modified model.",
      "Le rapport d’un développeur sur un modèle nouveau ou modifié."),
  ]
}
