/// What a ledger says about itself, and who may say what. No dossier holds these; all of them is head.
extension Kinds {
  /// The kinds that only ledgers hold.
  public static let ofLedger: [Kind] = [
    Kind(
      "genesis", "The first leaf: which log this is, who founded it, who may say what.",
      "La première feuille : quel journal c’est, qui l’a fondé, qui peut dire quoi.",
      [
        .head("origin", .text, required: true, "The name of the log.", "Le nom du journal."),
        .head(
          "log-key", .text, required: true, "The key that signs checkpoints, as verifiers write it.",
          "La clé qui signe les points de contrôle, telle que l’écrivent les vérificateurs."),
        .head(
          "clock-key", .text, required: true, "The key that signs ticks, Ed25519 in base64.",
          "La clé qui signe les tics, Ed25519 en base64."),
        .head(
          "founders", .list(.group(keyFields)), required: true, "The first keys.", "Les premières clés."),
      ] + policyFields),
    Kind(
      "policy", "Who may say what, from now on.", "Qui peut dire quoi, désormais.", [log] + policyFields),
    Kind(
      "key", "A key that a person of a party holds, or a server for it.",
      "Une clé que détient une personne d’une partie, ou un serveur pour elle.", [log] + keyFields),
    Kind(
      "revocation", "A key does not count any more.", "Une clé ne compte plus.",
      [
        log,
        .head("of", .reference(["key"]), required: true, "The key.", "La clé."),
        .head("ground", .text, "Why.", "Pourquoi."),
      ]),
    Kind(
      "delegation", "A party lets another speak about what is its own.",
      "Une partie en laisse une autre parler de ce qui est à elle.",
      [
        log,
        .head("to", .reference(["party"]), required: true, "The other party.", "L’autre partie."),
        .head(
          "kinds", .list(.word([])), required: true, "With records of these kinds.",
          "Par des énoncés de ces genres."),
        .head("until", .moment, "Until when.", "Jusqu’à quand."),
      ]),
    Kind(
      "audience", "Who may read the body of a record from now on.",
      "Qui peut lire le corps d’un énoncé désormais.",
      [
        log,
        .head("of", .reference([]), required: true, "The record.", "L’énoncé."),
        .head("of-revision", .integer, required: true, "Which revision.", "Quelle révision."),
        .head("fields", .list(.word([])), "Which fields; absent, all.", "Quels champs ; absent, tous."),
        .head(
          "to", .list(.word([])), "Who may read them: public, or parties; absent, nobody but the issuer.",
          "Qui peut les lire : public, ou des parties ; absent, personne hors l’émetteur."),
        .head("disposed", .flag, "They are erased, for everyone.", "Ils sont effacés, pour tous."),
        .head("ground", .text, required: true, "On which ground.", "À quel titre."),
      ]),
    tick,
  ]

  /// What time it is.
  public static let tick = Kind(
    "tick", "What time it is, as the log says.", "L’heure qu’il est, au dire du journal.",
    [.head("time", .moment, required: true, "The time.", "L’heure.")])

  /// The kind of that name, in a dossier or in a ledger.
  public static func inLedger(_ name: String) -> Kind? { named(name) ?? ledgerByName[name] }

  private static let ledgerByName = Dictionary(uniqueKeysWithValues: ofLedger.map { ($0.name, $0) })

  /// What is written of a policy before it is said in a log.
  package static let policyFile = Kind(
    "policy", "Who may say what.", "Qui peut dire quoi.", policyFields)

  /// What is said in one log about itself counts in no other.
  private static let log: Field = .head(
    "log", .text, required: true, "In which log it is said: its verifier key.",
    "Dans quel journal cela est dit : sa clé de vérification.")

  private static let keyFields: [Field] = [
    .head("party", .reference(["party"]), required: true, "Whose it is.", "À qui elle est."),
    .head(
      "person", .text, required: true, "Who holds it: a pseudonym, the same for all keys of one person.",
      "Qui la détient : un pseudonyme, le même pour toutes les clés d’une personne."),
    .head("public", .text, required: true, "Ed25519 in base64.", "Ed25519 en base64."),
    .head(
      "custody", .word(["self-held", "server"]), required: true,
      "Whether the person alone holds it, or a server.", "Si la personne seule la détient, ou un serveur."),
    .head(
      "roles",
      .list(
        .group([
          .head("role", .word([]), required: true, "The role.", "Le rôle."),
          .head(
            "where", .place, "For which place; absent, for none.", "Pour quel lieu ; absent, pour aucun."),
        ])), required: true, "What it may sign as.", "En quelles qualités elle peut signer."),
    .head("from", .moment, "From when it counts.", "À partir de quand elle compte."),
    .head("until", .moment, "Until when.", "Jusqu’à quand."),
  ]

  private static let policyFields: [Field] = [
    .head(
      "rules",
      .list(
        .group([
          .head(
            "kinds", .list(.word([])), required: true, "Records of these kinds.", "Les énoncés de ces genres."
          ),
          .head("by", .word([]), required: true, "Keys of this role.", "Les clés de ce rôle."),
          .head(
            "about", .word(["own", "delegated", "any"]), required: true, "About whose things.",
            "À propos des choses de qui."),
          .head("jurisdiction", .place, "Roles that hold there.", "Les rôles qui valent là."),
          .head("signers", .integer, "How many sign; absent, one.", "Combien signent ; absent, un."),
          .head(
            "distinct", .word(["person", "organisation"]), "Of which each signer is another; absent, person.",
            "Ce que chaque signataire a d’autre ; absent, person."),
          .head(
            "custody", .word(["any", "self-held"]), "By keys of this custody; absent, any.",
            "Par des clés ainsi détenues ; absent, any."),
        ])), required: true, "What is admitted; all else is refused.",
      "Ce qui est admis ; tout le reste est refusé."),
    .head(
      "quorum",
      .group([
        .head("signers", .integer, required: true, "How many founders.", "Combien de fondateurs."),
        .head(
          "distinct", .word(["person", "organisation"]), "Of which each is another; absent, person.",
          "Ce que chacun a d’autre ; absent, person."),
      ]), required: true, "Who may change the policy.", "Qui peut changer la politique."),
  ]
}
