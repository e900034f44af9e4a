/// Who comes from whom: a directed graph without cycles, held as two flat arrays.
///
/// Nodes are numbered so that every parent comes before its children. The parents of `node` are
/// `parents[offsets[node] ..< offsets[node + 1]]`; an edge is named by its position in ``parents``, and arrays
/// that say something about edges run in parallel with it.
///
/// A node names each parent once, in however many ways it enters.
public struct AncestorGraph: Sendable, Equatable {
  /// Where the parents of each node begin; one more entry than nodes, the first is 0.
  public let offsets: [UInt32]
  /// The parents of all nodes, node after node.
  public let parents: [UInt32]

  /// Number of nodes.
  public var nodeCount: Int { offsets.count - 1 }
  /// Number of edges.
  public var edgeCount: Int { parents.count }

  /// The graph without nodes.
  public init() {
    offsets = [0]
    parents = []
  }

  /// A graph from its two arrays.
  ///
  /// - Throws: ``AncestorGraphError`` `offsets-not-monotone`, `parent-not-before-child` (which also refuses
  ///   cycles), `duplicate-parent` or `too-large`.
  public init(offsets: [UInt32], parents: [UInt32]) throws(AncestorGraphError) {
    guard parents.count <= Int(UInt32.max), offsets.count <= Int(UInt32.max) else {
      throw AncestorGraphError(.tooLarge)
    }
    guard offsets.first == 0, offsets.last.map(Int.init) == parents.count else {
      throw AncestorGraphError(.offsetsNotMonotone)
    }
    for node in 0..<(offsets.count - 1) where offsets[node] > offsets[node + 1] {
      throw AncestorGraphError(.offsetsNotMonotone, nodes: [node])
    }
    var lastChild = [UInt32](repeating: .max, count: offsets.count - 1)
    for node in 0..<(offsets.count - 1) {
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) {
        let parent = Int(parents[edge])
        guard parent < node else { throw AncestorGraphError(.parentNotBefore, nodes: [parent, node]) }
        guard lastChild[parent] != node else {
          throw AncestorGraphError(.duplicateParent, nodes: [parent, node])
        }
        lastChild[parent] = UInt32(node)
      }
    }
    self.init(trusting: offsets, parents)
  }

  /// For callers that built the arrays themselves and know that they hold what the public initialiser checks.
  init(trusting offsets: [UInt32], _ parents: [UInt32]) {
    self.offsets = offsets
    self.parents = parents
  }

  /// The positions of a node's edges in ``parents``.
  public func edges(of node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// The parents of a node.
  public func parents(of node: Int) -> ArraySlice<UInt32> {
    parents[edges(of: node)]
  }

  /// The same nodes and after them more, one for each list of parents. Each parent stands once, in the graph.
  func adding(_ nodes: [[Int]]) -> AncestorGraph {
    var (offsets, parents) = (offsets, parents)
    for node in nodes {
      parents += node.map { UInt32($0) }
      offsets.append(UInt32(parents.count))
    }
    return AncestorGraph(trusting: offsets, parents)
  }
}
