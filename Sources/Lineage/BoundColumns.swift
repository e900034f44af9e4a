/// What is not known about a quantity with bounds, or about a sum of such quantities.
public struct BoundGaps: OptionSet, Hashable, Sendable {
  /// One bit for each thing that is not known.
  public let rawValue: UInt8

  /// Gaps from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// There is no best value, or some part of the sum has none.
  public static let bestMissing = BoundGaps(rawValue: 1)
  /// There is no upper bound, or some part of the sum has none.
  public static let highUnbounded = BoundGaps(rawValue: 2)
}

/// A sum of quantities with bounds.
public struct BoundTotal: Hashable, Sendable {
  /// At least this much.
  public var low: UInt128
  /// The sum of the best values that are known.
  public var knownBest: UInt128
  /// The sum of the upper bounds that are known.
  public var knownHigh: UInt128
  /// Whether some part had no best value or no upper bound.
  public var gaps: BoundGaps

  /// The best value, if every part had one.
  public var best: UInt128? { gaps.contains(.bestMissing) ? nil : knownBest }
  /// The upper bound, if every part had one.
  public var high: UInt128? { gaps.contains(.highUnbounded) ? nil : knownHigh }

  /// A total from its sums and what they lack.
  public init(low: UInt128, knownBest: UInt128, knownHigh: UInt128, gaps: BoundGaps) {
    self.low = low
    self.knownBest = knownBest
    self.knownHigh = knownHigh
    self.gaps = gaps
  }

  /// The sum of nothing.
  public static let zero = BoundTotal(low: 0, knownBest: 0, knownHigh: 0, gaps: [])
}

/// Low, best and high for every node, as one array each: own weights going into a pass, totals coming out.
///
/// Where the best value is missing or the high bound unbounded, its column holds what is known of it (for an own
/// weight: zero) and ``gaps`` says so.
public struct BoundColumns: Sendable, Equatable {
  /// What each node has at least.
  public private(set) var low: [UInt128]
  /// The known part of each node's best value.
  public private(set) var best: [UInt128]
  /// The known part of each node's upper bound.
  public private(set) var high: [UInt128]
  /// What is not known.
  public private(set) var gaps: [BoundGaps]

  /// Number of nodes.
  public var count: Int { low.count }

  /// No nodes yet, with room for `capacity`.
  public init(capacity: Int = 0) {
    (low, best, high, gaps) = ([], [], [], [])
    low.reserveCapacity(capacity)
    best.reserveCapacity(capacity)
    high.reserveCapacity(capacity)
    gaps.reserveCapacity(capacity)
  }

  /// Columns whose rows are known to be in order.
  init(low: [UInt128], best: [UInt128], high: [UInt128], gaps: [BoundGaps]) {
    (self.low, self.best, self.high, self.gaps) = (low, best, high, gaps)
  }

  /// Adds the next node's weight; `nil` for a best value that nobody gave, or for no upper bound.
  ///
  /// - Throws: ``AncestorGraphError`` `bounds-out-of-order` with the node unless low ≤ best ≤ high.
  public mutating func append(low: UInt128, best: UInt128?, high: UInt128?) throws(AncestorGraphError) {
    guard low <= best ?? low, best ?? low <= high ?? .max else {
      throw AncestorGraphError(.boundsOutOfOrder, nodes: [count])
    }
    var gaps: BoundGaps = []
    if best == nil { gaps.insert(.bestMissing) }
    if high == nil { gaps.insert(.highUnbounded) }
    self.low.append(low)
    self.best.append(best ?? 0)
    self.high.append(high ?? 0)
    self.gaps.append(gaps)
  }

  /// A node's row.
  public subscript(node: Int) -> BoundTotal {
    BoundTotal(low: low[node], knownBest: best[node], knownHigh: high[node], gaps: gaps[node])
  }
}
