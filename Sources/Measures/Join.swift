/// How the verdict of a clause follows from those of the clauses below it.
public enum Join: String, Hashable, Sendable {
  /// It does not: the clause looks at facts, and what stands below says why.
  case alone
  /// One of them holds.
  case any
  /// All of them hold.
  case all
  /// The only one does not hold.
  case not
  /// The first holds, and none of the others does. One that cannot be excluded lifts nothing.
  case unless
  /// The first holds, and each of the others is excluded: what frees gives way to what may take it back.
  case onlyWithout

  /// The verdict that follows; `nil`: none does.
  package func verdict(_ parts: [Verdict]) -> Verdict? {
    switch self {
    case .alone: return nil
    case .any: return .any(parts)
    case .all: return .all(parts)
    case .not: return parts.first?.negated
    case .unless: return parts.dropFirst().contains(.holds) ? .fails : parts.first
    case .onlyWithout: return parts.first.map { .all([$0] + parts.dropFirst().map(\.negated)) }
    }
  }
}
