/// Exact totals over ancestors: each computation counts once, by however many ways it is reached.
///
/// The total of a node is the sum of the weights of the *set* of the node and all its ancestors. It is not
/// own + the parents' totals: that counts shared ancestors several times and is wrong by any factor.
/// Weights are whole operations in `UInt128`; a total that does not fit is an error, never a wrong number.
///
/// A counting convention that leaves out certain relations passes ``AncestorGraph/filtered(by:)``; one that
/// leaves out certain nodes passes weights of zero for them.
public struct AncestorTotals: Sendable {
  /// The graph summed over.
  public let graph: AncestorGraph

  /// Totals over `graph`.
  public init(_ graph: AncestorGraph) {
    self.graph = graph
  }

  /// The total of every node.
  ///
  /// - Parameter weights: own operations of each node.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the first node whose total does not
  ///   fit in 128 bits.
  public func allTotals(weights: [UInt128]) throws -> [UInt128] {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    var totals = [UInt128](repeating: 0, count: weights.count)
    try totals.withMutableBase { total in
      try weights.withBase { own in
        var sums = WeightSums(own: own, total: total)
        try run(&sums)
      }
    }
    return totals
  }

  /// The totals of low, best and high of every node, in one pass.
  ///
  /// - Parameter weights: own operations of each node, with their bounds.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the first node one of whose totals
  ///   does not fit in 128 bits.
  public func allTotals(bounds weights: BoundColumns) throws -> BoundColumns {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    var totals = BoundColumns(zeros: weights.count)
    try totals.withMutablePointers { total in
      try weights.withPointers { own in
        var sums = BoundSums(own: own, total: total)
        try run(&sums)
      }
    }
    return totals
  }

  private func run(_ sums: inout some UnionSums) throws {
    graph.offsets.withBase { offsets in
      graph.parents.withBase { parents in
        let walk = AncestorWalk(count: graph.nodeCount, offsets: offsets, parents: parents)
        defer { walk.deallocate() }
        _ = walk.run(&sums, count: graph.nodeCount, budget: .max)
      }
    }
    if sums.overflowed != .max { throw AncestorGraphError(.overflow, nodes: [sums.overflowed]) }
  }
}
