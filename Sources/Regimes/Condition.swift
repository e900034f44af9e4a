public import Measures

/// Where a condition looks: `self`, `developer`, a `let` name, with fields (`developer.seat`).
public struct Path: Hashable, Sendable, CustomStringConvertible {
  /// The names, at least one.
  public let names: [String]

  private init(names: [String]) { self.names = names }

  /// Reads `developer.seat`.
  public init(_ text: String) { names = text.split(separator: ".").map(String.init) }

  /// The subject itself.
  public static let subject = Path("self")

  /// Whether it looks at the subject itself or its model.
  var isOfSubject: Bool { ["self", "model"].contains(head) }

  /// The first name.
  public var head: String { names.first ?? "" }
  /// The path as it is written.
  public var description: String { names.joined(separator: ".") }

  /// The path for people: what of whom.
  package var words: Message {
    if names.count < 2 { return Phrase.listed.with(.word(head)) }
    let rest = Array(names.dropFirst())
    let field: Message.Argument = rest.count == 1 ? .word(rest[0]) : .message(Path(names: rest).words)
    return Words.possessives[head]?.with(field) ?? Phrase.possessive.with(field, .code(head))
  }
}

/// A value that a condition compares with.
public enum Operand: Hashable, Sendable {
  /// A parameter of the pack.
  case parameter(String)
  /// A word of the vocabulary, or a global id.
  case word(String)
  /// The pack's own place.
  case jurisdiction
  /// Something found by a path, such as the date of an order.
  case path(Path)
}

/// The closed grammar of conditions.
public indirect enum Condition: Hashable, Sendable {
  /// Every one.
  case all([Condition])
  /// At least one.
  case any([Condition])
  /// The opposite.
  case not(Condition)
  /// A quantity against a threshold.
  case quantity(QuantityTest)
  /// One quantity against a share of another.
  case ratio(RatioTest)
  /// A rating on an axis.
  case rating(of: Path, axis: String, value: String)
  /// A stated attribute.
  case attribute(AttributeTest)
  /// A date against a date.
  case date(of: Path, DateComparison, Operand)
  /// A class that an article gives.
  case classified(of: Path, ClassName)
  /// A step of a scale, or a higher one.
  case tier(of: Path, atLeast: String)
  /// A fact that somebody must show: absent, it fails.
  case attested(ActTest)
  /// An act that binds: absent, none is known; withheld, it cannot be excluded.
  case ordered(ActTest, name: String?, suchThat: Condition?)
  /// Some member of a set.
  case some(SetTest)
  /// Every member of a set.
  case every(SetTest)
}

/// How dates are compared.
public enum DateComparison: String, Hashable, Sendable {
  /// Earlier than.
  case before
  /// The same or later.
  case atOrAfter = "at-or-after"
}

/// The name of a class, with the pack that defines it.
public struct ClassName: Hashable, Sendable, CustomStringConvertible {
  /// The pack.
  public let pack: String
  /// The class.
  public let name: String

  /// Creates a name.
  public init(pack: String, name: String) {
    self.pack = pack
    self.name = name
  }

  /// `pack:name`.
  public var description: String { "\(pack):\(name)" }
}

/// How a quantity is compared, once, in the condition (A01).
public enum Comparator: String, Hashable, Sendable, CaseIterable {
  /// Strictly more.
  case above
  /// As much or more.
  case atLeast = "at-least"
  /// Strictly less.
  case below
  /// As much or less.
  case atMost = "at-most"

  /// Whether `value` passes against `threshold`.
  public func passes(_ value: Ratio, _ threshold: Ratio) -> Bool {
    switch self {
    case .above: value > threshold
    case .atLeast: value >= threshold
    case .below: value < threshold
    case .atMost: value <= threshold
    }
  }

  /// Whether more of the quantity makes it pass.
  public var growsWithQuantity: Bool { self == .above || self == .atLeast }
}

/// Which value of bounds decides (A02).
public enum DecidingBound: String, Hashable, Sendable {
  /// All of them: holds when they all pass, fails when none does.
  case all
  /// The best value; without one, all.
  case best
  /// The high value alone: the text says *could*.
  case high
}

/// A quantity of a subject.
public struct QuantityReference: Hashable, Sendable {
  /// Its name in the vocabulary.
  public var name: String
  /// Whose.
  public var of: Path
  /// The counting convention, `pack:name`.
  public var convention: String?
  /// Only what this other subject lacks.
  public var since: Path?
  /// Summed over a set.
  public var with: String?
  /// In a period.
  public var period: String?

  /// Its name for people, and by which convention it is counted.
  package var words: Message { Headroom.words(name, [convention]) }
}

/// A quantity against a threshold.
public struct QuantityTest: Hashable, Sendable {
  /// The quantity.
  public var quantity: QuantityReference
  /// The comparison.
  public var comparator: Comparator
  /// The threshold, a parameter.
  public var threshold: String
  /// Which value decides.
  public var bound: DecidingBound
}

/// One quantity against a share of another, compared by cross products.
public struct RatioTest: Hashable, Sendable {
  /// Above the line.
  public var of: QuantityReference
  /// Below the line.
  public var over: QuantityReference
  /// The comparison.
  public var comparator: Comparator
  /// The share, a parameter.
  public var share: String
  /// Which value decides.
  public var bound: DecidingBound
  /// What stands in for an unknown divisor.
  public var fallback: Fallback?

  /// What stands in for a divisor that can neither be known nor estimated.
  public struct Fallback: Hashable, Sendable {
    /// The signed statement that it cannot.
    public var given: Condition
    /// Values by cases; each case that is not excluded is tried.
    public var cases: [Case]
  }

  /// One case.
  public struct Case: Hashable, Sendable {
    /// When it applies; `nil`: otherwise.
    public var condition: Condition?
    /// The value, a parameter.
    public var over: String
  }
}

/// A stated attribute against words or places.
public struct AttributeTest: Hashable, Sendable {
  /// Whose.
  public var of: Path
  /// The key in the vocabulary.
  public var key: String
  /// What it may be.
  public var values: [Operand]
  /// The words that the vocabulary has for it; empty: places, ids, or any word.
  public var listed: Set<String> = []
}

/// An act of a party or an authority.
public struct ActTest: Hashable, Sendable {
  /// The kind of record.
  public var kind: String
  /// What it must be about; `nil`: anything.
  public var about: Path?
  /// Any of these decisions; empty: any.
  public var decisions: [String]
  /// All that it must cover.
  public var covers: [String]
  /// Any of these issuers; empty: anybody.
  public var issuers: [IssuerTest]
  /// How old it may be, a parameter.
  public var maxAge: String?
  /// How many distinct issuers are needed.
  public var quorum: Int
  /// What it must rest on.
  public var restsOn: [Ground]

  /// A record that must stand for the act to stand.
  public struct Ground: Hashable, Sendable {
    /// Its kind.
    public var kind: String
    /// Whether acts of its kind are about nothing in particular.
    public var isGeneral: Bool
    /// How old it may be, a parameter.
    public var maxAge: String?
    /// Any of these decisions; empty: any.
    public var decisions: [String]
    /// Any of these issuers; empty: anybody.
    public var issuers: [IssuerTest]
  }
}

/// Who may issue an act.
public struct IssuerTest: Hashable, Sendable {
  /// A role on record, or a relation: `developer`, `provider`, `custodian`, `operator`.
  public var role: String
  /// Where the role must hold.
  public var jurisdiction: Jurisdiction
  /// Roles that are relations to the subject: no office holds them.
  static let relations: Set = ["developer", "provider", "custodian", "operator"]
  /// The role of whoever accredited the issuer.
  public var accreditedBy: String?

  /// Where a role must hold.
  public enum Jurisdiction: Hashable, Sendable {
    /// Anywhere.
    case any
    /// In the country that is asked about.
    case country
    /// In a place that a parameter names.
    case parameter(String)
    /// In a place that a path finds.
    case path(Path)
  }
}

/// Members of a set.
public struct SetTest: Hashable, Sendable {
  /// The name that each member takes.
  public var name: String
  /// The set.
  public var set: String
  /// The roles of `ancestors(roles)`.
  public var roles: [String]
  /// What a member must be; `nil`: to be there is enough.
  public var suchThat: Condition?
}
