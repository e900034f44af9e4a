public import Measures
public import Records

/// A regime as data: one dated version of a law, a guidance, a proposal or a developer's own framework.
public struct RegimePack: Hashable, Sendable {
  /// What force a text has.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case law, treaty, guidance, voluntary, proposal, repealed, vetoed
  }

  /// Where and to whom a text applies of itself.
  public struct Nexus: Hashable, Sendable {
    /// The kind of subject that is asked.
    public let appliesTo: SubjectKind
    /// The condition.
    public let when: Condition
    /// Where it stands.
    public let citation: Citation
  }

  /// Its id.
  public let id: String
  /// Its version: a date, or a label.
  public let version: String
  /// Its title.
  public let title: Bilingual
  /// Its force.
  public let status: Status
  /// The guidance's law.
  public let interprets: String?
  /// Its place.
  public let jurisdiction: String
  /// From when it is in force, if it has a date.
  public let from: Moment?
  /// Until when.
  public let to: Moment?
  /// Whether only an adoption gives it a date.
  public let needsAdoption: Bool
  /// To whom it applies of itself.
  public let nexus: Nexus?
  /// Packs whose classes and conventions it names.
  public let uses: [String]
  /// Numbers, periods, dates and places of law.
  public let parameters: [String: Parameter]
  /// How it counts.
  public let conventions: [String: CountingConventionSource]
  /// Its tiers.
  public let scales: [Scale]
  /// Its articles.
  public let articles: [Article]
  /// SHA-256 of its file.
  public let digest: String

  /// Whether it is in force of itself at `instant`.
  public func isInForce(at instant: Instant) -> Bool {
    !needsAdoption && (from.map { $0.first <= instant } ?? true) && (to.map { instant <= $0.last } ?? true)
  }

  /// The article of that id.
  public func article(_ id: String) -> Article? { articles.first { $0.id == id } }
}

/// What a question is asked of.
public enum SubjectKind: String, Hashable, Sendable, CaseIterable {
  case model, run, deployment, cluster, party, agent, incident, document

  /// The kind of record that states it.
  public var recordKind: String {
    switch self {
    case .model: "artifact"
    case .run: "activity"
    case .agent: "party"
    default: rawValue
    }
  }
}

/// An article: a condition and what follows from it.
public struct Article: Hashable, Sendable {
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

  /// When an article begins to apply.
  public struct Start: Hashable, Sendable {
    /// A date that a parameter gives; `nil`: the activation by adoption.
    public let from: String?
    /// How long after, a parameter.
    public let after: String?
  }
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
