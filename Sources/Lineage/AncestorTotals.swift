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
    // about the same.
    self.init(graph, walkBudget: 50 * graph.nodeCount)
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
    var totals = weights
    var overflowed = Int.max
    totals.withMutableBase { total in
      weights.withBase { own in
        run { steps in overflowed = min(overflowed, steps.sum(own: own, total: total)) }
      }
    }
    guard overflowed == .max else { throw AncestorGraphError(.overflow, nodes: [overflowed]) }
    return totals
  }

  /// The totals of low, best and high of every node, in one pass.
  ///
  /// - Parameter weights: own operations of each node, with their bounds.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the first node one of whose totals
  ///   does not fit in 128 bits.
  public func allTotals(bounds weights: BoundColumns) throws(AncestorGraphError) -> BoundColumns {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    var totals = weights
    var overflowed = Int.max
    totals.withMutablePointers { total in
      weights.withPointers { own in
        run { steps in
          overflowed = min(
            overflowed, steps.sum(own: own.low, total: total.low),
            steps.sum(own: own.best, total: total.best), steps.sum(own: own.high, total: total.high))
          steps.union(own: own.gaps, total: total.gaps)
        }
      }
    }
    guard overflowed == .max else { throw AncestorGraphError(.overflow, nodes: [overflowed]) }
    return totals
  }

  /// What is true of any of each node and its ancestors.
  ///
  /// - Parameter marks: what is true of each node itself.
  /// - Throws: ``AncestorGraphError`` `length-mismatch`.
  public func allUnions<Marks: OptionSet>(of marks: [Marks]) throws(AncestorGraphError) -> [Marks] {
    guard marks.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    var totals = marks
    totals.withMutableBase { total in
      marks.withBase { own in run { steps in steps.union(own: own, total: total) } }
    }
    return totals
  }

  /// Goes over the graph once; `carryOut` gets what makes up the totals, batch by batch.
  private func run(carryOut: (borrowing UnionSteps) -> Void) {
    var steps = UnionSteps()
    func flush(_ steps: inout UnionSteps) {
      carryOut(steps)
      steps.removeAll()
    }
    let walked = graph.offsets.withBase { offsets in
      graph.parents.withBase { parents in
        let walk = AncestorWalk(count: graph.nodeCount, offsets: offsets, parents: parents)
        defer { walk.deallocate() }
        return walk.run(count: graph.nodeCount, budget: walkBudget, &steps, carryOut: flush)
      }
    }
    guard walked < graph.nodeCount else { return }
    let core = AncestorCore(graph, from: walked)
    var blocks = AncestorBlocks(core, from: walked)
    blocks.run(&steps, carryOut: flush)
    core.addBases(graph, from: walked, &steps, carryOut: flush)
  }
}
