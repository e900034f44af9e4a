/// The part of a graph that a pass over blocks works on: the nodes with several parents and all their ancestors,
/// numbered anew without gaps, each node's base first among its parents.
///
/// All other nodes have at most one parent and are nobody's way to a merge; their totals follow from it.
struct AncestorCore {
  /// The numbers in the whole graph, ascending.
  private(set) var nodes: [UInt32] = []
  /// As in ``AncestorGraph``, in core numbers.
  private(set) var offsets: [UInt32] = [0]
  private(set) var parents: [UInt32] = []

  /// The core of `graph` as far as the totals of nodes from `start` on need it.
  init(_ graph: AncestorGraph, from start: Int) {
    var within = [Bool](repeating: false, count: graph.nodeCount)
    for node in (0..<graph.nodeCount).reversed() {
      let edges = graph.edges(of: node)
      guard within[node] || (node >= start && edges.count > 1) else { continue }
      within[node] = true
      for edge in edges { within[Int(graph.parents[edge])] = true }
    }
    var numbers = [UInt32](repeating: 0, count: graph.nodeCount)
    var depths = [UInt32](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount where within[node] {
      numbers[node] = UInt32(nodes.count)
      nodes.append(UInt32(node))
      let first = parents.count
      // The deepest parent mostly has the most ancestors, and counting depths is cheap. Any choice is correct.
      var base = first
      var depth: UInt32 = 0
      for parent in graph.parents(of: node) {
        if depths[Int(parent)] >= depth { (base, depth) = (parents.count, depths[Int(parent)]) }
        parents.append(numbers[Int(parent)])
      }
      if parents.count > first {
        parents.swapAt(first, base)
        depths[node] = depth + 1
      }
      offsets.append(UInt32(parents.count))
    }
  }

  /// Writes for every node from `start` on that its base's total is part of its own, bases first.
  func addBases(
    _ graph: AncestorGraph, from start: Int, _ steps: inout UnionSteps, carryOut: (inout UnionSteps) -> Void
  ) {
    var next = nodes.firstIndex { $0 >= start } ?? nodes.count
    for node in start..<graph.nodeCount {
      let all = graph.parents(of: node)
      let isCore = next < nodes.count && nodes[next] == node
      if let parent = all.first {
        steps.finish(node: node, base: all.count == 1 ? parent : nodes[Int(parents[Int(offsets[next])])])
        if steps.isFull { carryOut(&steps) }
      }
      if isCore { next += 1 }
    }
    carryOut(&steps)
  }
}
