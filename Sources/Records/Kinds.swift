import Measures

/// The catalogue: every kind of record that this version knows.
public enum Kinds {
  /// Every kind, things first, then acts.
  public static let all: [Kind] = things + claims + acts

  /// The kind of that name.
  public static func named(_ name: String) -> Kind? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// Fields that every record may have.
  public static let commonFields: [Field] = [
    .head("revision", .integer, "Counts from 1; absent, 1.", "Compte à partir de 1 ; absent, 1."),
    .head("at", .moment, "When it happened or was decided.", "Quand cela a eu lieu ou fut décidé."),
    .head(
      "valid",
      .group([
        .head("from", .moment, "First moment.", "Premier instant."),
        .head("to", .moment, "Last moment.", "Dernier instant."),
      ]), "For which time it is said.", "Pour quelle durée cela est dit."),
    .head("stated", .moment, "When it was said.", "Quand cela a été dit."),
    .head(
      "replaces", .integer, "The revision that this one corrects, for the past too.",
      "La révision que celle-ci corrige, pour le passé aussi."),
    .optional("because", .text, "Why it corrects.", "Pourquoi elle corrige."),
    .head(
      "readers", .list(.word([])),
      "In a ledger: who may read the body besides its issuer: public, or parties by their namespaces; absent, what the recording says.",
      "Dans un registre : qui peut lire le corps outre son émetteur : public, ou des parties par leurs espaces de noms ; absent, ce que dit l’enregistrement."
    ),
    .head(
      "withheld", .flag, "The body exists and is not shown: unknown, not absent.",
      "Le corps existe et n’est pas montré : inconnu, non absent."),
    .optional(
      "note", .text, "For people; nothing is computed from it.",
      "Pour les personnes ; rien n’en est calculé."),
    .optional(
      "sources",
      .list(
        .group([
          .optional("of", .list(.word([])), "The fields that it supports.", "Les champs qu’elle appuie."),
          .required("text", .text, "The source.", "La source."),
          .optional(
            "checked", .word(["primary", "secondary", "memory", "reading"]),
            "How far it was checked.", "Jusqu’où elle fut vérifiée."),
          .optional(
            "confidence", .word([]), "The confidence that it states.", "La confiance qu’elle énonce."),
        ])), "Where the facts come from.", "D’où viennent les faits."),
  ]

  private static let complete = Field.optional(
    "complete", .list(.word([])), "The fields that are known whole.", "Les champs connus en entier.")

  /// The actors, places, models, computations and machines.
  private static let things: [Kind] = [
    Kind(
      "party", "A company, authority, agency, court or person that acts.",
      "Une société, autorité, agence, juridiction ou personne qui agit.",
      [
        .optional("name", .text, "Its name.", "Son nom."),
        .optional("seat", .place, "The country of its seat.", "Le pays de son siège."),
        .optional(
          "roles",
          .list(
            .group([
              .required("role", .word([]), "The role.", "Le rôle."),
              .optional(
                "where", .list(.place), "For which places; absent, it is not known for which.",
                "Pour quels lieux ; absent, on ne sait pas pour lesquels."),
              .optional(
                "accredited-by", .list(.reference(["party"])), "Who accredited it.", "Qui l’a accréditée."),
              .optional("from", .moment, "First day.", "Premier jour."),
              .optional("to", .moment, "Last day.", "Dernier jour."),
            ])), "What it may act as.", "En quelles qualités elle peut agir."),
        .optional("operates-in", .list(.place), "Where it operates.", "Où elle opère."),
        .optional(
          "size", .word(["small-or-medium", "small-mid-cap", "larger"]), "The size of the enterprise.",
          "La taille de l’entreprise."),
        .optional("does-business-in", .list(.place), "Where it does business.", "Où elle fait des affaires."),
        .optional(
          "sells-to-government-of", .list(.place), "To which states it sells.", "À quels États elle vend."),
        .head(
          "affiliates", .list(.reference(["party"])), "Companies under common control.",
          "Les sociétés sous contrôle commun."),
        complete,
      ]),
    Kind(
      "country", "What is known of a country.", "Ce qui est connu d’un pays.",
      [
        .required(
          "code", .place, "ISO 3166-1 code; XA to XZ for invented ones.",
          "Code ISO 3166-1 ; XA à XZ pour les pays inventés."),
        .optional("name", .text, "Its name.", "Son nom."),
        .optional("party-to", .list(.word([])), "Treaties that bind it.", "Les traités qui le lient."),
        complete,
      ]),
    Kind(
      "artifact",
      "What activities produce and use: model weights, data, an output, code. It carries no compute.",
      "Ce que les activités produisent et utilisent : poids d’un modèle, données, sortie, code. Il ne porte pas de calcul.",
      [
        .optional("type", .word(["model", "dataset", "output", "code"]), "Absent, model.", "Absent, model."),
        .optional("name", .text, "Its usual name.", "Son nom usuel."),
        .optional(
          "generates", .list(.word([])),
          "What it produces: language-text, language-audio, text-to-image, text-to-video…",
          "Ce qu’il produit : language-text, language-audio, text-to-image, text-to-video…"),
        .optional("model-type", .list(.word([])), "Such as foundation.", "Par exemple foundation."),
        .optional(
          "general-capability", .word(["comparable-to-the-frontier", "below-the-frontier"]),
          "Its general capability beside the models of the leading companies.",
          "Sa capacité générale à côté des modèles des principales entreprises."),
        .optional(
          "most-capable", .word(["of-its-provider", "not-of-its-provider"]),
          "Whether it is among its provider’s most capable models on the market.",
          "S’il est parmi les modèles les plus capables de son fournisseur sur le marché."),
        .optional(
          "technology", .word(["latest", "not-latest"]), "Whether its technology is the latest.",
          "Si sa technologie est la plus récente."),
        .optional(
          "impact-on-rights", .word(["broad-and-serious", "limited"]),
          "How broadly and seriously it may affect rights.",
          "Dans quelle mesure il peut toucher des droits."),
        .optional(
          "trained-on", .list(.word([])), "Data that it was trained on: mostly-biological-sequences…",
          "Ses données d’entraînement\u{A0}: mostly-biological-sequences…"),
        .optional(
          "about-to-exceed", .list(.reference(["artifact"])),
          "Models whose capabilities it is about to surpass.",
          "Modèles dont il est près de surpasser les capacités."),
        .optional("parameters", .number, "All parameters.", "Tous les paramètres."),
        .optional(
          "origin", .word(["human"]), "human: made by people, with no computation behind it.",
          "human : fait par des personnes, sans calcul derrière lui."),
        .head("digest", .digest, "sha256 of the bytes.", "sha256 des octets."),
        .optional(
          "reported-total", .quantity(.flop),
          "A total that somebody published for it, own and earlier compute together; shown beside ours, never counted.",
          "Un total que quelqu’un a publié, calcul propre et antérieur ensemble ; montré à côté du nôtre, jamais compté."
        ),
        complete,
      ]),
    Kind(
      "activity", "A computation: a training run, a generation of data, an evaluation, an inference.",
      "Un calcul : un entraînement, une génération de données, une évaluation, une inférence.",
      [
        .required("kind", .word(activityKinds), "What is computed.", "Ce qui est calculé."),
        .optional("by", .reference(["party"]), "Who did it.", "Qui l’a fait."),
        .optional("custodian", .reference(["party"]), "Who holds the hardware.", "Qui détient le matériel."),
        .optional("from", .moment, "When it starts.", "Quand il commence."),
        .optional("to", .moment, "When it ends.", "Quand il finit."),
        .optional(
          "state", .word(["planned", "running", "done"]), "Absent, it follows from the dates.",
          "Absent, il découle des dates."),
        .head(
          "uses",
          .list(
            .group([
              .head("artifact", .reference(["artifact"]), "What enters.", "Ce qui entre."),
              .head(
                "activity", .reference(["activity"]),
                "A trial, an evaluation or another activity that enters without an artifact.",
                "Un essai, une évaluation ou une autre activité qui entre sans artefact."),
              .head("as", .word(linkRoles), required: true, "In which role.", "Dans quel rôle."),
              .optional(
                "feedback", .word(["automatic", "human"]), "How a diagnostic came back into the run.",
                "Comment un diagnostic est revenu dans l’entraînement."),
            ])), "What enters.", "Ce qui entre."),
        .head("produces", .list(.reference(["artifact"])), "What comes out.", "Ce qui en sort."),
        .optional(
          "compute", .list(.group(estimateFields)), "Estimates of its own compute.",
          "Estimations de son calcul propre."),
        .optional(
          "budget", .list(.group(estimateFields)),
          "What it will have computed at completion, if planned or running.",
          "Ce qu’il aura calculé une fois achevé, s’il est prévu ou en cours."),
        .optional("cost", .money, "What it cost.", "Ce qu’il a coûté."),
        .optional(
          "environment", .text, "Where dependence is presumed: one code base, one cluster, one team.",
          "Où la dépendance est présumée : un code, une grappe, une équipe."),
        .optional(
          "clusters", .list(.reference(["cluster"])), "The clusters that it ran on.", "Les grappes employées."
        ),
        .optional(
          "deployment", .reference(["deployment"]), "The deployment that an inference serves.",
          "Le déploiement qu’une inférence sert."),
        .optional(
          "rate",
          .list(
            .group([
              .required("from", .moment, "First moment of the window.", "Premier instant de la fenêtre."),
              .required("to", .moment, "Last moment of the window.", "Dernier instant de la fenêtre."),
              .optional("value", .quantity(.flopPerSecond), "The measured rate.", "Le débit mesuré."),
              .optional("low", .quantity(.flopPerSecond), "At least.", "Au moins."),
              .optional("high", .quantity(.flopPerSecond), "At most.", "Au plus."),
            ])), "Its rate, by windows.", "Son débit, par fenêtres."),
        complete,
      ]),
    Kind(
      "estimate",
      "Another estimate of an activity: by its custodian, an evaluator, an authority or a third party.",
      "Une autre estimation d’une activité : par son dépositaire, un évaluateur, une autorité ou un tiers.",
      [
        .head("about", .reference(["activity"]), required: true, "The activity.", "L’activité."),
        .required("compute", .list(.group(estimateFields)), "The estimates.", "Les estimations."),
        .optional(
          "with-access", .flag, "An evaluator who had access to logs or hardware.",
          "Un évaluateur qui eut accès aux journaux ou au matériel."),
      ]),
    Kind(
      "cluster", "Accelerators that compute together.", "Des accélérateurs qui calculent ensemble.",
      [
        .optional(
          "devices",
          .list(
            .group([
              .required("chips", .chips, "How many, of which class.", "Combien, de quelle classe."),
              .optional("from", .moment, "First day.", "Premier jour."),
              .optional("to", .moment, "Last day.", "Dernier jour."),
            ])), "Its accelerators.", "Ses accélérateurs."),
        .optional(
          "interconnect", .quantity(.bitPerSecond), "Bandwidth of its slowest link.",
          "Débit de son lien le plus lent."),
        .optional("site", .text, "The site.", "Le site."),
        .optional("country", .place, "The country.", "Le pays."),
        .optional("custodian", .reference(["party"]), "Who holds it.", "Qui la détient."),
        .optional(
          "chip-origin", .list(.place), "Where its chips were made or designed.",
          "Où ses puces furent conçues ou fabriquées."),
        complete,
      ]),
    Kind(
      "deployment", "A model made available for use.", "Un modèle mis à disposition.",
      [
        .head("model", .reference(["artifact"]), required: true, "The model.", "Le modèle."),
        .optional("by", .reference(["party"]), "Who operates it.", "Qui l’exploite."),
        .optional("clusters", .list(.reference(["cluster"])), "What serves it.", "Ce qui le sert."),
        .optional(
          "available-in", .list(.place), "Countries where it may be used.", "Les pays où il peut servir."),
        .optional(
          "access", .word(["internal", "api", "app", "published-weights"]), "Who reaches it, and how.",
          "Qui y accède, et comment."),
        .optional("from", .moment, "First day.", "Premier jour."),
        .optional("to", .moment, "Last day.", "Dernier jour."),
        complete,
      ]),
    Kind(
      "incident", "Something that went wrong with a model.", "Ce qui a mal tourné avec un modèle.",
      [
        .head("models", .list(.reference(["artifact"])), "The models involved.", "Les modèles en cause."),
        .optional("by", .reference(["party"]), "Whose model it is.", "De qui est le modèle."),
        .optional("event", .list(.word([])), "What happened.", "Ce qui est arrivé."),
        .optional("outcome", .list(.word([])), "What followed.", "Ce qui a suivi."),
        .optional(
          "involves", .list(.word([])), "What is involved beside models: high-risk-ai-system…",
          "Ce qui est en cause outre les modèles\u{A0}: high-risk-ai-system…"),
        .optional("link", .list(.word([])), "How the model caused it.", "Comment le modèle l’a causé."),
        .optional("setting", .list(.word([])), "Where it happened.", "Dans quel cadre."),
        .optional("shows", .list(.word([])), "What it shows.", "Ce que cela montre."),
        .optional("threatens", .list(.word([])), "What it threatens.", "Ce que cela menace."),
        .optional(
          "deaths-and-serious-injuries", .number, "Persons dead or seriously injured.",
          "Personnes mortes ou gravement blessées."),
        .optional(
          "property-damage-without-equity", .money, "Damage to property, without loss of equity value.",
          "Dommages aux biens, hors perte de valeur d’actions."),
        complete,
      ]),
    Kind(
      "document", "A document that a party writes or publishes.",
      "Un document qu’une partie écrit ou publie.",
      [
        .optional("document-type", .list(.word([])), "Its type.", "Son type."),
        .optional("form", .list(.word([])), "Such as redacted.", "Par exemple redacted."),
        .optional("by", .reference(["party"]), "Whose it is.", "De qui il est."),
        complete,
      ]),
    Kind(
      "revenue", "Revenue of a party in a fiscal year.",
      "Le chiffre d’affaires d’une partie pour un exercice.",
      [
        .head("about", .reference(["party"]), required: true, "The party.", "La partie."),
        .required("year", .integer, "The fiscal year.", "L’exercice."),
        .required("amount", .money, "Gross revenue.", "Le chiffre d’affaires brut."),
      ]),
  ]

  /// The kinds of activity.
  public static let activityKinds = [
    "pretraining", "fine-tuning", "reinforcement-learning", "distillation", "merge", "adapter",
    "quantization",
    "data-generation", "data-preparation", "auxiliary-model", "evaluation", "trial", "inference",
  ]

  /// The kinds of activity that train: a run is one of these.
  public static let trainingKinds = Set(activityKinds.prefix(7))

  /// Those of them that begin with weights that are there already.
  public static let kindsWithBase: Set = ["fine-tuning", "merge", "adapter", "quantization"]

  /// The roles in which something enters an activity.
  public static let linkRoles = [
    "base-weights", "merged", "adapter-of", "quantized-from", "teacher-training", "synthetic-data",
    "public-synthetic-data", "data", "auxiliary", "diagnostic", "discarded-by-human",
    "discarded-automatically", "recompute", "model",
  ]
}
