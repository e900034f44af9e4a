/// Whether a condition holds: Kleene's three values.
///
/// A verdict answers "does the condition hold", never "does the party comply".
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// It holds.
  case holds
  /// It does not hold.
  case fails
  /// What is known does not rule it out.
  case cannotBeExcluded

  /// A verdict that is known.
  public init(_ truth: Bool) { self = truth ? .holds : .fails }

  /// Whether it holds or cannot be excluded.
  public var isPossible: Bool { self != .fails }

  /// The opposite; what cannot be excluded stays so.
  public var negated: Verdict {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .cannotBeExcluded: .cannotBeExcluded
    }
  }

  /// Holds if all hold, fails if one fails. Of no verdicts: holds.
  @inlinable public static func all(_ verdicts: some Sequence<Verdict>) -> Verdict {
    var joined = Verdict.holds
    for verdict in verdicts where verdict != .holds {
      if verdict == .fails { return .fails }
      joined = .cannotBeExcluded
    }
    return joined
  }

  /// Holds if one holds, fails if all fail. Of no verdicts: fails.
  @inlinable public static func any(_ verdicts: some Sequence<Verdict>) -> Verdict {
    var joined = Verdict.fails
    for verdict in verdicts where verdict != .fails {
      if verdict == .holds { return .holds }
      joined = .cannotBeExcluded
    }
    return joined
  }
}
