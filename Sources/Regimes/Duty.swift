public import Measures
public import Records

/// A duty: who owes what to whom, by when, fulfilled by what. Dates are computed elsewhere.
public struct Duty: Hashable, Sendable {
  /// What is owed.
  public let duty: String
  /// Who owes it.
  public let by: String
  /// To whom, one duty for each.
  public let to: [JSON]
  /// When, in the grammar of `due`.
  public let due: JSON
  /// How much later it may be, and when.
  public let `extension`: Extension?
  /// What it must contain.
  public let content: [Item]
  /// The kind of record that fulfils it.
  public let fulfilledBy: JSON
  /// What lifts it.
  public let unless: Condition?
  /// Where it stands.
  public let citation: Citation
}

extension Duty {
  /// How much later something may be.
  public struct Extension: Hashable, Sendable {
    /// The parameter that says how much.
    public let by: String
    /// When it may.
    public let condition: Condition
  }

  /// Something that the fulfilment of a duty must contain.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public let what: String
    /// The parameter that says how much of it at least, if the text does.
    public let atLeast: String?
  }
}

/// Something that somebody may do. It acts on *holds* only.
public struct Permission: Hashable, Sendable {
  /// What may be done.
  public let act: String
  /// Who may.
  public let by: String
  /// To whom it is addressed, if to anybody.
  public let to: [JSON]
  /// Not earlier than, in the grammar of `due`.
  public let notBefore: JSON?
  /// What lifts it.
  public let unless: Condition?
  /// Where it stands.
  public let citation: Citation
}

/// Something that somebody must keep; until when is computed elsewhere.
public struct Retention: Hashable, Sendable {
  /// What is kept.
  public let what: String
  /// Who keeps it.
  public let by: String
  /// How long, a parameter.
  public let period: String
  /// From which event on.
  public let from: JSON
  /// What lifts it.
  public let unless: Condition?
  /// Where it stands.
  public let citation: Citation
}
