/// Exact totals over ancestors: each computation counts once, by however many ways it is reached.
///
/// The total of a node is the sum of the weights of the *set* of the node and all its ancestors. It is not
/// own + the parents' totals: that counts shared ancestors several times and is wrong by any factor.
/// Weights are whole operations in `UInt128`; a total that does not fit is an error, never a wrong number.
///
/// A counting convention that leaves out certain relations passes a graph without them; one that leaves out certain
/// nodes passes weights of zero for them.
public struct AncestorTotals: Sendable {
  /// The graph summed over.
  public let graph: AncestorGraph

  /// How many nodes may be visited on the way up from merges before the pass over blocks takes over.
  private let walkBudget: Int

  /// Totals over `graph`.
  public init(_ graph: AncestorGraph) {
    // The registry-like benchmark graph needs 6 visits a node, the deep one thousands; at 50 both ways cost
    // The registry-like benchmark graph needs 6 visits a node, the deep one thousands.
    self.init(graph, walkBudget: 12 * graph.nodeCount)
  }

  init(_ graph: AncestorGraph, walkBudget: Int) {
    self.graph = graph
    self.walkBudget = walkBudget
  }

  /// The total of every node.
  ///
  /// - Parameter weights: own operations of each node.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the first node whose total does not
  ///   fit in 128 bits.
  public func allTotals(weights: [UInt128]) throws(AncestorGraphError) -> [UInt128] {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    if let node = firstOverflow(weights) { throw AncestorGraphError(.overflow, nodes: [node]) }
    let column = SumColumn(weights)
    run([column])
    return column.totals
  }

  /// The totals of low, best and high of every node, in one pass.
  ///
  /// - Parameter weights: own operations of each node, with their bounds.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the first node one of whose totals
  ///   does not fit in 128 bits.
  public func allTotals(bounds weights: BoundColumns) throws(AncestorGraphError) -> BoundColumns {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    if let node = [weights.low, weights.best, weights.high].compactMap(firstOverflow).min() {
      throw AncestorGraphError(.overflow, nodes: [node])
    }
    let low = SumColumn(weights.low)
    let best = SumColumn(weights.best)
    let high = SumColumn(weights.high)
    let gaps = UnionColumn(weights.gaps)
    run([low, best, high, gaps])
    return BoundColumns(low: low.totals, best: best.totals, high: high.totals, gaps: gaps.totals)
  }

  /// What is true of any of each node and its ancestors.
  ///
  /// - Parameter marks: what is true of each node itself.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`.
  public func allUnions<Marks: OptionSet & Sendable>(of marks: [Marks]) throws(AncestorGraphError) -> [Marks]
  {
    guard marks.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    let column = UnionColumn(marks)
    run([column])
    return column.totals
  }

  /// The first node whose total does not fit in 128 bits.
  private func firstOverflow(_ weights: [UInt128]) -> Int? {
    // No total is above the sum of all weights, which almost always fits.
    var (sum, fits) = (UInt128.zero, true)
    for weight in weights {
      let step = sum.addingReportingOverflow(weight)
      (sum, fits) = (step.partialValue, fits && !step.overflow)
    }
    if fits { return nil }
    // Sums of halves fit: there are less than 2³² nodes.
    let low = SumColumn(weights.map { $0 & UInt128(UInt64.max) })
    let high = SumColumn(weights.map { $0 >> 64 })
    run([low, high])
    return weights.indices.first { (high.totals[$0] + low.totals[$0] >> 64) >> 64 != 0 }
  }

  /// Goes over the graph once and adds up each column.
  private func run(_ columns: [any AncestorColumn]) {
    var steps = UnionSteps()
    func carryOut(_ steps: inout UnionSteps) {
      for column in columns { column.add(steps) }
      steps.removeAll()
    }
    let walked = graph.offsets.withBase { offsets in
      graph.parents.withBase { parents in
        let walk = AncestorWalk(count: graph.nodeCount, offsets: offsets, parents: parents)
        defer { walk.deallocate() }
        return walk.run(count: graph.nodeCount, budget: walkBudget, &steps, carryOut: carryOut)
      }
    }
    guard walked < graph.nodeCount else { return }
    let core = AncestorCore(graph, from: walked)
    for column in columns { column.enter(core) }
    AncestorBlocks.run(core, from: walked) { runs in
      for column in columns { column.add(runs) }
    }
    core.addBases(from: walked, &steps, carryOut: carryOut)
  }
}
