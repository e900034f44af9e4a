public import Measures
public import Records

/// An article: a condition and what follows from it. It never changes and is shared, never copied.
public final class Article: Sendable {
  /// Its id in the pack.
  public let id: String
  /// What it is asked of.
  public let appliesTo: SubjectKind
  /// What it says, in our words.
  public let says: Bilingual
  /// Where it stands.
  public let citation: Citation
  /// From when it applies, if not with its pack.
  public let inForce: Start?
  /// The set in which it declares to fall when something grows.
  public let antitoneIn: String?
  /// When it applies; `nil`: always.
  public let when: Condition?
  /// What follows.
  public let effects: Effects
  /// Where it stands in the file.
  public let mark: Mark
  /// The quantities that its condition compares.
  let comparisons: [QuantityTest]
  /// Whether it asks for a share of one quantity in another.
  let asksForShares: Bool

  init(
    id: String, appliesTo: SubjectKind, says: Bilingual, citation: Citation, inForce: Start?,
    antitoneIn: String?, when: Condition?, effects: Effects, mark: Mark
  ) {
    (self.id, self.appliesTo, self.says, self.citation) = (id, appliesTo, says, citation)
    (self.inForce, self.antitoneIn, self.when) = (inForce, antitoneIn, when)
    (self.effects, self.mark) = (effects, mark)
    comparisons = when?.comparisons ?? []
    asksForShares = when?.asksForShares ?? false
  }

  /// When an article begins to apply.
  public struct Start: Hashable, Sendable {
    /// A date that a parameter gives; `nil`: the activation by adoption.
    public let from: String?
    /// How long after, a parameter.
    public let after: String?
  }
}

extension Article: Hashable {
  /// Whether both say the same.
  public static func == (left: Article, right: Article) -> Bool {
    left === right
      || (left.id == right.id && left.appliesTo == right.appliesTo && left.says == right.says
        && left.citation == right.citation && left.inForce == right.inForce
        && left.antitoneIn == right.antitoneIn && left.when == right.when && left.effects == right.effects)
  }

  /// Hashes what tells articles apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What follows from an article. `unless` lifts the effect that it stands in.
public struct Effects: Hashable, Sendable {
  /// A class that it gives.
  public var classifies: Classification?
  /// Gates that it closes.
  public var closes: Closure?
  /// Duties that it makes.
  public var obliges: [Duty] = []
  /// Effects of other articles that it lifts.
  public var exempts: Exemption?
  /// Duties of other articles that it puts off.
  public var defers: Deferral?
  /// What it allows.
  public var permits: [Permission] = []
  /// What it makes somebody keep.
  public var retains: [Retention] = []

  /// The effects that bind, as packs name them.
  static let binding: Set<String> = ["classifies", "closes", "obliges", "retains"]
  /// The effects that free.
  static let freeing: Set<String> = ["exempts", "defers", "permits"]

  /// Whether any of them binds.
  var bind: Bool { classifies != nil || closes != nil || !obliges.isEmpty || !retains.isEmpty }

  /// A class.
  public struct Classification: Hashable, Sendable {
    /// The class.
    public let name: ClassName
    /// What lifts it.
    public let unless: Condition?
  }

  /// A closure of gates.
  public struct Closure: Hashable, Sendable {
    /// The actions.
    public let actions: [Action]
    /// Whether each country decides for itself.
    public let isPerCountry: Bool
    /// What lifts it.
    public let unless: Condition?
  }

  /// An exemption.
  public struct Exemption: Hashable, Sendable {
    /// The articles.
    public let articles: [String]
    /// The effects; empty: all.
    public let effects: [String]
    /// What lifts it.
    public let unless: Condition?
  }

  /// A deferral.
  public struct Deferral: Hashable, Sendable {
    /// The articles.
    public let articles: [String]
    /// Until when, a parameter.
    public let until: String
    /// What lifts it.
    public let unless: Condition?
  }
}

/// What a gate stands before.
public enum Action: String, Hashable, Sendable, CaseIterable {
  case train, scale
  case deployInternal = "deploy-internal"
  case deployExternal = "deploy-external"
  case use, act, compute, publish

  /// The kind of subject that it is asked of.
  public var subject: SubjectKind {
    switch self {
    case .train, .scale: .run
    case .deployInternal, .deployExternal, .use: .model
    case .act: .agent
    case .compute: .cluster
    case .publish: .document
    }
  }

  /// Whether the answer depends on the country.
  public var isAskedPerCountry: Bool { subject == .model }
}
