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
    "designation", "generality-assessment", "halt-decision", "injunction", "pause-order",
    "publication-review",
    "reporting-agreement", "ruling", "safety-case-demand",
  ]

  /// What parties and authorities decide, order, attest and file: every kind that a pack names.
  static let acts: [Kind] = firstActs + codeActs

  private static let firstActs: [Kind] = [
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

  /// Of codes of practice, frameworks, agents and later laws.
  private static let codeActs: [Kind] = [
    act(
      "acceptance-determination", "Whether a model’s systemic risk is acceptable.",
      "Si le risque systémique d’un modèle est acceptable."),
    act(
      "access-review", "Who and what may reach something protected was checked.",
      "Qui et quoi accède à ce qui est protégé a été vérifié."),
    act(
      "action-approval", "A person approves what an agent is to do.",
      "Une personne approuve ce qu’un agent va faire."),
    act(
      "adequacy-assessment", "How adequate a framework is for one model.",
      "L’adéquation d’un cadre à un modèle."),
    act(
      "better-model-coming", "A provider states that a more capable model is about to be placed.",
      "Un fournisseur énonce qu’un modèle plus capable va être mis sur le marché."),
    act(
      "consultation", "What was asked of others, and what they advised.",
      "Ce qui fut demandé à d’autres, et leur avis."),
    act(
      "development-risk", "Whether risks during development are significant.",
      "Si les risques pendant le développement sont significatifs."),
    act(
      "evaluation-plan", "What evaluators are given: access, information, time, means.",
      "Ce que reçoivent les évaluateurs : accès, information, temps, moyens."),
    act(
      "evaluator-access", "Access that outside evaluators were given.",
      "L’accès donné à des évaluateurs externes."),
    act(
      "evaluator-qualification", "What qualifies a team of evaluators.",
      "Ce qui qualifie une équipe d’évaluation."),
    act(
      "evaluator-search", "A search for outside evaluators and what it found.",
      "Une recherche d’évaluateurs externes et son résultat."),
    act(
      "exceptional-need", "Why something exceptional is needed.",
      "Pourquoi une exception est nécessaire."),
    act(
      "external-input", "Whether a developer takes advice of outsiders before it decides.",
      "Si un développeur prend l’avis de tiers avant de décider."),
    act(
      "framework", "A safety and security framework: confirmed, updated or sent.",
      "Un cadre de sécurité et de sûreté : confirmé, mis à jour ou transmis."),
    act(
      "framework-assessment", "Whether a framework is adequate and followed.",
      "Si un cadre est adéquat et suivi."),
    act(
      "goal-acknowledgement", "Somebody who gives an agent firm goals has read the warning.",
      "Qui donne des buts fermes à un agent a lu l’avertissement."),
    act(
      "good-faith", "Whether an authority considers somebody to act in good faith.",
      "Si une autorité tient quelqu’un pour de bonne foi."),
    act(
      "halt-decision",
      "A party decides that a model is not to go on: its risk is not acceptable, or will soon not be.",
      "Une partie décide qu’un modèle s’arrête : son risque n’est pas acceptable, ou ne le sera bientôt plus."
    ),
    act(
      "incident-investigation", "What caused an incident and what it did.",
      "Les causes et les effets d’un incident."),
    act(
      "independent-verification", "Somebody independent confirms a determination.",
      "Un tiers indépendant confirme une détermination."),
    act(
      "inferior-to-open-model",
      "A provider states that a model is less capable than one whose weights are public.",
      "Un fournisseur énonce qu’un modèle est moins capable qu’un autre dont les poids sont publics."),
    act(
      "model-report", "A safety and security report on a model: confirmed, updated or sent.",
      "Un rapport de sécurité et de sûreté sur un modèle : confirmé, mis à jour ou transmis."),
    act(
      "model-report-publication", "A report on a model, or its summary, is published.",
      "Un rapport sur un modèle, ou son résumé, est publié."),
    act(
      "model-unchanged", "A provider states that nothing that matters changed in a model.",
      "Un fournisseur énonce que rien d’important n’a changé dans un modèle."),
    act(
      "monitoring", "What watching a model on the market showed.",
      "Ce qu’a montré la surveillance d’un modèle sur le marché."),
    act(
      "publication-consent", "A provider lets an evaluator publish.",
      "Un fournisseur laisse un évaluateur publier."),
    act(
      "reporting-agreement", "An authority and a party agree that incidents are reported.",
      "Une autorité et une partie conviennent que les incidents sont signalés."),
    act(
      "responsibility-allocation", "Who answers for what in an organisation.",
      "Qui répond de quoi dans une organisation."),
    act(
      "risk-assessment", "An assessment of the systemic risks of a model.",
      "Une évaluation des risques systémiques d’un modèle."),
    act(
      "safely-derived", "A party states that a model is derived from a safe one and as safe.",
      "Une partie énonce qu’un modèle est dérivé d’un modèle sûr et aussi sûr."),
    act(
      "shared-tools", "Tools or practices of evaluation were shared.",
      "Des outils ou pratiques d’évaluation ont été partagés."),
    act(
      "similarly-safe", "A provider states that a model is as safe as a safe reference model, or safer.",
      "Un fournisseur énonce qu’un modèle est aussi sûr qu’un modèle de référence sûr, ou plus sûr."),
    act(
      "stakes-determination", "Whether the stakes of a decision are high.",
      "Si les enjeux d’une décision sont élevés."),
    act(
      "undo-test", "A test of whether an act can be undone.",
      "Un essai du retour en arrière d’un acte."),
    act(
      "academic-research", "Whether a model is of academic research at an accredited institution.",
      "Si un modèle relève de la recherche d’un établissement accrédité."),
    act(
      "calculation-appeal", "An appeal against a calculation of compute, and what was decided on it.",
      "Un recours contre un calcul de la puissance employée, et ce qui en fut décidé."),
    act(
      "compliance-audit", "An independent audit of how an act is followed: the report, and its publication.",
      "Un contrôle indépendant du respect d’une loi : le rapport, et sa publication."),
    act(
      "disclosure-statement", "A developer’s statement to a registry, and whether it is listed there.",
      "La déclaration d’un développeur à un registre, et si elle y figure."),
    act(
      "government-report", "A report to a government on models or clusters.",
      "Une déclaration à un gouvernement sur des modèles ou des grappes."),
    act(
      "risk-system", "A standing system that watches for and answers incidents.",
      "Un dispositif permanent de veille et de réponse aux incidents."),
    act(
      "safety-results", "Results of safety measures, submitted to an authority.",
      "Les résultats des mesures de sûreté, remis à une autorité."),
  ]
}
