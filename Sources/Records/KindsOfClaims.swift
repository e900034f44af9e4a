import Measures

extension Kinds {
  /// How the compute of an activity is estimated.
  static let estimateFields: [Field] =
    formulaFields + [
      .optional(
        "of", .list(.group(formulaFields)), "geometric-mean: the two estimates.",
        "geometric-mean : les deux estimations.")
    ]

  /// The fields that the formula of each method reads.
  static let fieldsOfMethods: [String: [String]] = [
    "telemetry": ["value"], "reported": ["value"], "scaled": ["value", "times"], "geometric-mean": ["of"],
    "counted": ["parameters", "tokens", "epochs", "per-parameter-token", "per-token"],
    "hardware": ["chips", "hours", "days", "chip-hours", "chip", "precision", "peak", "utilisation"],
  ]

  /// Whether a method reads a field; of a method that nobody knows nothing is said.
  static func method(_ method: String, reads field: String) -> Bool {
    fieldsOfMethods[method].map { $0.contains(field) || fieldsOfEveryMethod.contains(field) } ?? true
  }

  /// The fields that go with any method.
  private static let fieldsOfEveryMethod: Set<String> = [
    "method", "low", "high", "book", "source", "confidence",
  ]

  /// The precisions of accelerators.
  package static let precisions = ["bf16", "fp16", "fp8", "int8", "tf32", "fp32", "fp4"]

  private static let formulaFields: [Field] = [
    .required(
      "method", .word(["telemetry", "counted", "hardware", "scaled", "geometric-mean", "reported"]),
      "How it was found.", "Comment elle fut obtenue."),
    .optional(
      "value", .quantity(.flop), "telemetry, reported: the figure as printed.",
      "telemetry, reported : le chiffre tel qu’imprimé."),
    .optional("low", .quantity(.flop), "At least.", "Au moins."),
    .optional("high", .quantity(.flop), "At most.", "Au plus."),
    .optional(
      "parameters", .number, "counted: parameters that compute (the active ones).",
      "counted : les paramètres qui calculent (les actifs)."),
    .optional(
      "tokens", .number, "counted: tokens, or other units of data.",
      "counted : jetons, ou autres unités de données."),
    .optional(
      "epochs", .number, "counted: passes over the data; absent, 1.",
      "counted : passages sur les données ; absent, 1."),
    .optional(
      "per-parameter-token", .number, "counted: operations per parameter and token; absent, 6.",
      "counted : opérations par paramètre et jeton ; absent, 6."),
    .optional(
      "per-token", .number, "counted: operations per token besides.",
      "counted : opérations par jeton en plus."),
    .optional(
      "chips", .chips, "hardware: accelerators, with hours or days.",
      "hardware : accélérateurs, avec hours ou days."),
    .optional("hours", .number, "hardware: duration.", "hardware : durée."),
    .optional("days", .number, "hardware: duration.", "hardware : durée."),
    .optional(
      "chip-hours", .number, "hardware: accelerators times hours.", "hardware : accélérateurs fois heures."),
    .optional(
      "chip", .chip, "hardware: the class, with chip-hours.", "hardware : la classe, avec chip-hours."),
    .optional(
      "precision", .word(precisions), "hardware: absent, bf16.",
      "hardware : absent, bf16."),
    .optional(
      "peak", .quantity(.flopPerSecond), "hardware: peak of one accelerator; absent, from the table.",
      "hardware : pointe d’un accélérateur ; absente, celle de la table."),
    .optional(
      "utilisation", .number, "hardware: average over the billed time.",
      "hardware : moyenne sur le temps facturé."),
    .optional(
      "times", .quantity(.share), "scaled: the factor, a number or a fraction.",
      "scaled : le facteur, nombre ou fraction."),
    .optional(
      "book", .word(["ground-truth", "approximation"]),
      "Measured or logged, or approximated; absent, approximation.",
      "Mesurée ou consignée, ou approchée ; absent, approximation."),
    .optional("source", .text, "Where it comes from.", "D’où elle vient."),
    .optional(
      "confidence", .word([]), "The confidence that the source states.", "La confiance que la source énonce."),
  ]

  /// What parties claim about things.
  static let claims: [Kind] = [
    Kind(
      "rating", "How strong a model is on one axis of Annex D.",
      "La force d’un modèle sur un axe de l’annexe D.",
      [
        .head("about", .reference(["artifact"]), required: true, "The model.", "Le modèle."),
        .required("axis", .word(["autonomy", "generality", "intelligence"]), "The axis.", "L’axe."),
        .required("is", .word(["strong", "weak"]), "The rating.", "La note."),
        .optional("evidence", .text, "On what it rests.", "Sur quoi elle repose."),
      ]),
    Kind(
      "human-break",
      "A significant human change to an input, which cuts one link. It acts once another person has reviewed it.",
      "Un changement humain significatif d’une entrée, qui coupe un lien. Il agit une fois relu par une autre personne.",
      [
        .head("artifact", .reference(["artifact"]), required: true, "The input.", "L’entrée."),
        .head(
          "activity", .reference(["activity"]), required: true, "The activity that it enters.",
          "L’activité où elle entre."),
        .required(
          "criterion", .text, "What makes the change significant.", "Ce qui rend le changement significatif."),
        .required("made-by", .text, "Who made it.", "Qui l’a fait."),
        .optional("reviewed-by", .text, "Who reviewed it.", "Qui l’a relu."),
        .optional("evidence", .text, "What shows it.", "Ce qui le montre."),
      ]),
    Kind(
      "independence-claim",
      "Two activities of one environment do not depend on each other. It acts once another person has reviewed it.",
      "Deux activités d’un même environnement ne dépendent pas l’une de l’autre. Elle agit une fois relue par une autre personne.",
      [
        .head(
          "between", .list(.reference(["activity"])), required: true, "The two activities.",
          "Les deux activités."),
        .required("reason", .text, "Why.", "Pourquoi."),
        .required("made-by", .text, "Who says so.", "Qui le dit."),
        .optional("reviewed-by", .text, "Who reviewed it.", "Qui l’a relue."),
      ]),
    Kind(
      "discard", "A person decided to discard trials. A rule or an optimiser is not a person.",
      "Une personne a décidé d’écarter des essais. Une règle ou un optimiseur n’est pas une personne.",
      [
        .head("trials", .list(.reference(["activity"])), required: true, "The trials.", "Les essais."),
        .required("decided-by", .text, "Who decided.", "Qui a décidé."),
        .required("reason", .text, "Why.", "Pourquoi."),
      ]),
    Kind(
      "same-as",
      "Two names of one thing. It counts when both owners or an authority say it; said by one owner, for its own thing.",
      "Deux noms d’une même chose. Il compte quand le disent les deux détenteurs ou une autorité ; dit par un seul, pour sa propre chose.",
      [
        .head(
          "names", .list(.reference(["artifact", "activity", "party"])), required: true, "The two names.",
          "Les deux noms.")
      ]),
    Kind(
      "countersignature",
      "A second party signs a correction. Until then the correction opens no gate and ends no duty.",
      "Une seconde partie signe une correction. Avant cela la correction n’ouvre aucune porte et n’éteint aucun devoir.",
      [
        .head("of", .reference([]), required: true, "The corrected record.", "L’énoncé corrigé."),
        .head(
          "of-revision", .integer, required: true, "The revision that corrects it.",
          "La révision qui le corrige."),
      ]),
    Kind(
      "adoption", "A party binds itself, or an authority binds its jurisdiction, to a regime.",
      "Une partie se lie, ou une autorité lie son ressort, à un régime.",
      [
        .head(
          "by", .reference(["party"]), "Who adopts; absent, the issuer.", "Qui adopte ; absent, l’émetteur."),
        .head("regime", .text, required: true, "The regime.", "Le régime."),
        .head("activation", .moment, required: true, "From when.", "À partir de quand."),
        .head("where", .list(.place), "An authority’s jurisdiction.", "Le ressort d’une autorité."),
        .optional(
          "parameters", .verbatim, "What the adopter sets, where the regime allows it.",
          "Ce que l’adoptant fixe, là où le régime le permet."),
      ]),
    withdrawal,
  ]

  /// A record no longer stands.
  package static let withdrawal = Kind(
    "withdrawal", "A record no longer stands. What it said becomes unknown, never zero.",
    "Un énoncé ne tient plus. Ce qu’il disait devient inconnu, jamais zéro.",
    [
      .head("of", .reference([]), required: true, "The record.", "L’énoncé.")
    ])
}
