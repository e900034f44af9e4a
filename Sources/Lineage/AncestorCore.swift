/// The part of a graph that a pass over blocks works on: the nodes with several parents and all their ancestors,
/// numbered anew without gaps, each node's base first among its parents.
///
/// All other nodes have at most one parent and are nobody's way to a merge; their totals follow from it.
///
/// The order is that of a walk up from the last nodes, the base before other parents: a node stands after its
/// ancestors and mostly right after its base. So what one parent has beyond another lies in a few runs of
/// neighbours, nine nodes in one on the deep benchmark graph; in the graph's own order runs have one node.
struct AncestorCore {
  /// The parent whose total is part of a node's own, for each node of the whole graph, or `UnionSteps.noBase`.
  /// The deepest parent mostly has the most ancestors, and counting depths is cheap. Any choice is correct.
  private let bases: [UInt32]
  /// The numbers in the whole graph.
  private(set) var nodes: [UInt32] = []
  /// As in ``AncestorGraph``, in core numbers.
  private(set) var offsets: [UInt32] = [0]
  private(set) var parents: [UInt32] = []

  /// The core of `graph` as far as the totals of nodes from `start` on need it.
  init(_ graph: AncestorGraph, from start: Int) {
    bases = Self.deepestParents(graph)
    place(graph, from: start)
    var numbers = [UInt32](repeating: 0, count: graph.nodeCount)
    for (number, node) in nodes.enumerated() { numbers[Int(node)] = UInt32(number) }
    for node in nodes {
      let base = bases[Int(node)]
      if base != UnionSteps.noBase { parents.append(numbers[Int(base)]) }
      for edge in graph.edges(of: Int(node)) where graph.parents[edge] != base {
        parents.append(numbers[Int(graph.parents[edge])])
      }
      offsets.append(UInt32(parents.count))
    }
  }

  private static func deepestParents(_ graph: AncestorGraph) -> [UInt32] {
    var bases = [UInt32](repeating: UnionSteps.noBase, count: graph.nodeCount)
    var depths = [UInt32](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for edge in graph.edges(of: node) {
        let parent = graph.parents[edge]
        if depths[Int(parent)] >= depths[node] {
          (bases[node], depths[node]) = (parent, depths[Int(parent)] + 1)
        }
      }
    }
    return bases
  }

  /// Finds the nodes of the core and puts them in order.
  private mutating func place(_ graph: AncestorGraph, from start: Int) {
    var isOpen = [Bool](repeating: false, count: graph.nodeCount)
    for node in (0..<graph.nodeCount).reversed() {
      let edges = graph.edges(of: node)
      guard isOpen[node] || (node >= start && edges.count > 1) else { continue }
      isOpen[node] = true
      for edge in edges { isOpen[Int(graph.parents[edge])] = true }
    }
    // From a node to the top of its bases, each with the next edge to follow: no recursion, however deep.
    var path: [(node: UInt32, edge: Int)] = []
    func climb(_ from: UInt32) {
      var node = from
      while node != UnionSteps.noBase, isOpen[Int(node)] {
        isOpen[Int(node)] = false
        path.append((node, graph.edges(of: Int(node)).lowerBound))
        node = bases[Int(node)]
      }
    }
    for last in (0..<graph.nodeCount).reversed() where isOpen[last] {
      climb(UInt32(last))
      while let (node, edge) = path.last {
        if edge < graph.edges(of: Int(node)).upperBound {
          path[path.count - 1].edge += 1
          climb(graph.parents[edge])
        } else {
          path.removeLast()
          nodes.append(node)
        }
      }
    }
  }

  /// Writes for every node from `start` on that its base's total is part of its own, bases first.
  func addBases(from start: Int, _ steps: inout UnionSteps, carryOut: (inout UnionSteps) -> Void) {
    for node in start..<bases.count where bases[node] != UnionSteps.noBase {
      steps.finish(node: node, base: bases[node])
      if steps.isFull { carryOut(&steps) }
    }
    carryOut(&steps)
  }

  /// For each node the blocks, of 64 from node `first` on, in which it or an ancestor of it lies: one bit each.
  func reach(from first: Int, blockSize: Int) -> [UInt64] {
    var reach = [UInt64](repeating: 0, count: nodes.count)
    for node in first..<nodes.count {
      let block = (node - first) / blockSize
      var blocks: UInt64 = block < UInt64.bitWidth ? 1 << UInt64(block) : 0
      for edge in Int(offsets[node])..<Int(offsets[node + 1]) { blocks |= reach[Int(parents[edge])] }
      reach[node] = blocks
    }
    return reach
  }

  /// The arrays as bare memory.
  typealias Bases = (
    count: Int, nodes: UnsafePointer<UInt32>, offsets: UnsafePointer<UInt32>, parents: UnsafePointer<UInt32>
  )

  /// The core as bare memory, for the length of `body`.
  func withBases(_ body: (Bases) -> Void) {
    nodes.withBase { nodes in
      offsets.withBase { offsets in
        parents.withBase { parents in body((self.nodes.count, nodes, offsets, parents)) }
      }
    }
  }
}
