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
  public static func all(_ verdicts: some Sequence<Verdict>) -> Verdict {
    verdicts.reduce(.holds) { left, right in
      if left == .fails || right == .fails { return .fails }
      return left == .holds ? right : .cannotBeExcluded
    }
  }

  /// Holds if one holds, fails if all fail. Of no verdicts: fails.
  public static func any(_ verdicts: some Sequence<Verdict>) -> Verdict {
    all(verdicts.lazy.map(\.negated)).negated
  }
}
