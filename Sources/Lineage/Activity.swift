public import Measures
public import Records

/// A computation in the causal graph, with everything that was said about its own compute.
public struct Activity: Hashable, Sendable {
  /// Where it stands at the as-of date.
  public enum State: String, Hashable, Sendable {
    /// Not begun.
    case planned
    /// Begun and not ended.
    case running
    /// Ended.
    case done
  }

  /// Its name; of joined names the first.
  public let id: GlobalID
  /// Its kind, or `unknown` for the activity behind an artifact that nobody recorded; of joined names one that trains, if
  /// any does.
  public let kind: String
  /// Its kind by each of its names: it counts where any of them does.
  public let kinds: [String]
  /// Who did it.
  public let actor: GlobalID?
  /// Its first moment.
  public let from: Moment?
  /// Its last moment.
  public let to: Moment?
  /// Where it stands.
  public let state: State
  /// Estimates of what it computed.
  public let estimates: [Estimate]
  /// Estimates of what it will have computed at completion; empty: the same as `estimates`.
  public let budget: [Estimate]
  /// Whether it shares an environment and nobody says when it began: anything there may have entered it.
  public let isUndated: Bool
  /// Whether its records say that it is done: then its estimates are of the whole, also while the as-of date falls into it.
  public let isStatedDone: Bool
  /// Whether a record of it was withdrawn or withheld: then its compute is unknown.
  public let isUnknown: Bool
  /// Whether everything that enters it is recorded.
  public let usesAreComplete: Bool
  /// The records that describe it.
  public let records: [GlobalID]
}

/// Something that enters an activity: from one activity, through an artifact or directly.
public struct Link: Hashable, Sendable {
  /// The role of what an owner alone says to be the same: it is followed whatever a convention counts.
  static let sameAs = "same-as"
  /// Where it comes from, a position in the graph.
  public let source: Int
  /// Its role; a human discard without a human decision on record is an automatic one.
  public let role: String
  /// The artifact through which it comes.
  public let artifact: GlobalID?
  /// Attributes of the link, such as `feedback`.
  public let attributes: [String: String]
  /// Whether a reviewed human break cuts it.
  public let isBroken: Bool
  /// Whether it is presumed and not stated.
  public let isPresumed: Bool
  /// Whether the activity where it comes from says of itself that it produced what is another's.
  public let isByStranger: Bool
  /// Whether the two ends have the same actor: `nil` when one is unknown.
  public let hasSameActor: Bool?
}
