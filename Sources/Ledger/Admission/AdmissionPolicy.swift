public import Records

/// Who may say what in a log. What no rule admits is refused.
public struct AdmissionPolicy: Hashable, Sendable {
  /// About whose things a rule lets speak.
  public enum About: String, Hashable, Sendable {
    /// The issuer's own.
    case own
    /// Its own, and those whose owners let it.
    case delegated
    /// Anybody's.
    case any
  }

  /// Of what each signer is another.
  public enum Distinct: String, Hashable, Sendable {
    case person
    case organisation
  }

  /// Some kinds, and who may say them.
  public struct Rule: Hashable, Sendable {
    /// The kinds of record.
    public let kinds: Set<String>
    /// The role of the keys that count.
    public let role: String
    /// About whose things.
    public let about: About
    /// The place for which the role must hold.
    public let jurisdiction: String?
    /// How many signers it takes.
    public let signers: Int
    /// Of what each is another.
    public let distinct: Distinct
    /// Whether only keys count that their persons hold themselves.
    public let isSelfHeld: Bool

    /// Creates a rule.
    public init(
      _ kinds: Set<String>, by role: String, about: About, jurisdiction: String? = nil, signers: Int = 1,
      distinct: Distinct = .person, isSelfHeld: Bool = false
    ) {
      self.kinds = kinds
      self.role = role
      self.about = about
      self.jurisdiction = jurisdiction
      self.signers = signers
      self.distinct = distinct
      self.isSelfHeld = isSelfHeld
    }
  }

  /// The rules.
  public let rules: [Rule]
  /// How many founders change the policy.
  public let quorum: Int
  /// Of what each of them is another.
  public let quorumDistinct: Distinct

  /// Creates a policy.
  public init(rules: [Rule], quorum: Int, quorumDistinct: Distinct) {
    self.rules = rules
    self.quorum = quorum
    self.quorumDistinct = quorumDistinct
  }

  /// Reads the fields of a genesis or of a policy.
  package init?(_ fields: [String: Value]) {
    guard let rules = fields["rules"]?.elements, let quorum = fields["quorum"] else { return nil }
    self.rules = rules.map { rule in
      Rule(
        Set((rule["kinds"]?.elements ?? []).compactMap(\.text)), by: rule["by"]?.text ?? "",
        about: rule["about"]?.text.flatMap(About.init) ?? .own, jurisdiction: rule["jurisdiction"]?.text,
        signers: max(1, rule["signers"]?.whole ?? 1),
        distinct: rule["distinct"]?.text.flatMap(Distinct.init) ?? .person,
        isSelfHeld: rule["custody"]?.text == "self-held")
    }
    self.quorum = max(1, quorum["signers"]?.whole ?? 1)
    quorumDistinct = quorum["distinct"]?.text.flatMap(Distinct.init) ?? .person
  }

  /// The fields of the record that states it.
  public var fields: [String: Value] {
    let rules = rules.map { rule -> Value in
      var members: [String: Value] = [
        "kinds": .list(rule.kinds.sorted().map { .word($0) }), "by": .word(rule.role),
        "about": .word(rule.about.rawValue), "signers": .integer(rule.signers),
        "distinct": .word(rule.distinct.rawValue), "custody": .word(rule.isSelfHeld ? "self-held" : "any"),
      ]
      members["jurisdiction"] = rule.jurisdiction.map { .place($0) }
      return .group(members)
    }
    return [
      "rules": .list(rules),
      "quorum": .group(["signers": .integer(quorum), "distinct": .word(quorumDistinct.rawValue)]),
    ]
  }

  /// Whether these founders can ever change it.
  public func isPossible(with founders: [KeyGrant]) -> Bool {
    Admission.count(founders.filter { $0.custody == .selfHeld }, quorumDistinct) >= quorum
  }

  /// The policy that a new log has if its founders state no other: each party speaks about its own; what binds or frees
  /// others takes a key that a person holds; keys are introduced by administrators, for others by a registrar.
  public static func usual(quorum: Int, distinct: Distinct) -> AdmissionPolicy {
    let heldByPersons = Kinds.heldByPersons
    let dossier = Set(Kinds.all.map(\.name))
    let own: Set = ["withdrawal"]
    return AdmissionPolicy(
      rules: [
        Rule(dossier.subtracting(heldByPersons).subtracting(own), by: "recorder", about: .any),
        Rule(own.union(["audience", "delegation"]), by: "recorder", about: .own),
        Rule(heldByPersons, by: "recorder", about: .any, isSelfHeld: true),
        Rule(["key", "revocation"], by: "administrator", about: .own, isSelfHeld: true),
        Rule(["key", "revocation"], by: "registrar", about: .any, isSelfHeld: true),
      ], quorum: quorum, quorumDistinct: distinct)
  }
}

extension Value {
  /// A whole number.
  var whole: Int? { if case .integer(let value) = self { value } else { nil } }
}

extension Kinds {
  /// What takes a key that a person holds, never one of a server.
  public static let heldByPersons: Set<String> = orders.union([
    "alignment-proof", "cap-decision", "countersignature", "deployment-licence", "independent-audit",
    "permit",
    "safety-case", "training-licence",
  ])
}
