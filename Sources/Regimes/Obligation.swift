public import Measures
public import Records

/// A duty as an article makes it; its date is computed elsewhere.
public struct Obligation: Hashable, Sendable {
  /// How it stands.
  public enum State: String, Hashable, Sendable {
    /// It is owed.
    case owed
    /// It cannot be excluded.
    case possible
    /// It is put off.
    case deferred
    /// The regime does not bind; it would be owed if it did.
    case wouldOblige
    /// The regime does not bind; it could not be excluded if it did.
    case wouldBePossible
  }

  /// The article.
  public let article: String
  /// The duty.
  public let duty: Duty
  /// One recipient.
  public let to: JSON
  /// Who owes it, if known.
  public let party: GlobalID?
  /// How it stands.
  public let state: State
  /// Until when it is put off.
  public let deferredUntil: Moment?
  /// The parameters that its clock names.
  public let terms: [Term]
  /// The adoptions by which it stands; none where the regime binds without one.
  @Beside package var adoptions: [GlobalID] = []
  /// Of a duty that is possible, whether it is owed.
  @Beside var question: Explanation? = nil

  /// What would settle a duty that is possible: it is owed where that holds, and not where that fails.
  package var settlings: Settlings? { question.map { Settlings($0) } }
}

/// What stands beside a duty and makes no other of it: of two ways in which it is owed one is enough.
@propertyWrapper
package struct Beside<Value: Sendable>: Hashable, Sendable {
  package var wrappedValue: Value

  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  package static func == (left: Self, right: Self) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}

/// What an article allows. A regime that perhaps binds allows nothing yet.
public struct Allowance: Hashable, Sendable {
  /// The article.
  public let article: String
  /// What is allowed.
  public let permission: Permission
  /// To whom it is addressed.
  public let to: [JSON]
  /// Who may, if known.
  public let party: GlobalID?
  /// The parameters that its clock names.
  public let terms: [Term]
  /// Whether the regime binds; if not, it would be allowed if it did.
  public let isGiven: Bool
}

/// What an article makes somebody keep; until when is computed elsewhere.
public struct Keeping: Hashable, Sendable {
  /// The article.
  public let article: String
  /// What is kept.
  public let retention: Retention
  /// How long, as the parameter stands; `nil` where it is not known.
  public let period: Period?
  /// Who keeps it, if known.
  public let party: GlobalID?
  /// How it stands.
  public let state: Obligation.State
}
