/// Totals and ancestors of a few nodes, for when the totals of all are not wanted.
///
/// Keeps its working memory (four bytes and a bit for each node) from one question to the next. It is a value:
/// every task makes or copies its own.
public struct AncestorQuery: Sendable {
  /// The graph asked about.
  public let graph: AncestorGraph
  private var marks: [UInt64]
  private var reached: [UInt32]
  private let few: Int

  /// Questions about `graph`.
  public init(_ graph: AncestorGraph) {
    // A sweep looks once at every 64 nodes, and to reach one node by itself costs as much as dozens of such looks.
    self.init(graph, few: 64 + graph.nodeCount / 2048)
  }

  /// - Parameter few: how many nodes are reached one by one.
  init(_ graph: AncestorGraph, few: Int) {
    self.graph = graph
    self.few = few
    marks = [UInt64](repeating: 0, count: (graph.nodeCount + 63) / 64)
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
    let (nodeCount, few) = (graph.nodeCount, few)
    return graph.offsets.withBase { offsets in
      graph.parents.withBase { parents in
        marks.withMutableBase { marks in
          reached.withMutableBase { reached in
            var climb = AncestorClimb(
              offsets: offsets, parents: parents, marks: marks, reached: reached)
            for node in nodes {
              precondition(node >= 0 && node < nodeCount, "node \(node) is not in the graph")
              climb.reach(UInt32(node))
            }
            climb.climb(few: few)
            return climb.count
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
