/// Totals and ancestors of a few nodes, for when the totals of all are not wanted.
///
/// Keeps its working memory (8 bytes a node) from one question to the next. It is a value: every task makes or
/// copies its own.
public struct AncestorQuery: Sendable {
  /// The graph asked about.
  public let graph: AncestorGraph
  /// `marks[x] == round` means: x was reached in the question being answered.
  private var marks: [UInt32]
  private var reached: [UInt32]
  private var round: UInt32 = 0

  /// Questions about `graph`.
  public init(_ graph: AncestorGraph) {
    self.graph = graph
    marks = [UInt32](repeating: 0, count: graph.nodeCount)
    reached = [UInt32](repeating: 0, count: graph.nodeCount)
  }

  /// The node itself and all its ancestors, ascending, so that every node comes after its own ancestors.
  public mutating func ancestors(of node: Int) -> [UInt32] {
    ancestors(of: CollectionOfOne(node))
  }

  /// The nodes and all ancestors of any of them, each once, ascending.
  ///
  /// - Precondition: the nodes are in the graph.
  public mutating func ancestors(of nodes: some Collection<Int>) -> [UInt32] {
    let count = reach(nodes)
    return reached[..<count].sorted()
  }

  /// The sum of the weights of the node and all its ancestors.
  ///
  /// - Throws: ``AncestorGraphError`` `length-mismatch`, or `overflow` with the node.
  public mutating func total(of node: Int, weights: [UInt128]) throws(AncestorGraphError) -> UInt128 {
    guard weights.count == graph.nodeCount else { throw AncestorGraphError(.lengthMismatch) }
    let count = reach(CollectionOfOne(node))
    guard let total = sum(weights, over: count) else { throw AncestorGraphError(.overflow, nodes: [node]) }
    return total
  }

  /// Fills the first places of `reached` with the nodes and their ancestors; returns how many there are.
  private mutating func reach(_ nodes: some Collection<Int>) -> Int {
    if round == .max {
      for index in marks.indices { marks[index] = 0 }
      round = 0
    }
    round += 1
    let (round, nodeCount) = (round, graph.nodeCount)
    return graph.offsets.withBase { offsets in
      graph.parents.withBase { parents in
        marks.withMutableBase { marks in
          reached.withMutableBase { reached in
            var search = AncestorSearch(
              offsets: offsets, parents: parents, marks: marks, reached: reached, mark: round)
            for node in nodes {
              precondition(node >= 0 && node < nodeCount, "node \(node) is not in the graph")
              search.reach(UInt32(node))
            }
            search.climb()
            return search.count
          }
        }
      }
    }
  }

  private func sum(_ weights: [UInt128], over count: Int) -> UInt128? {
    weights.withBase { weights in
      var sum: UInt128 = 0
      var carried = false
      for node in reached[..<count] {
        let step = sum.addingReportingOverflow(weights[Int(node)])
        sum = step.partialValue
        carried = carried || step.overflow
      }
      return carried ? nil : sum
    }
  }
}
