/// An ``AncestorGraph`` made from nodes and edges in any order, with the way back to the caller's numbers.
///
/// The numbering depends only on the set of edges, not on their order. Nodes that already are in topological
/// order keep their numbers.
public struct GraphNumbering: Sendable {
  /// One edge between the caller's nodes.
  public struct Edge: Hashable, Sendable {
    /// The node whose result entered the child.
    public var parent: Int
    /// The node that used it.
    public var child: Int

    /// An edge from `parent` to `child`.
    public init(parent: Int, child: Int) {
      self.parent = parent
      self.child = child
    }
  }

  /// The graph, in its own numbers.
  public let graph: AncestorGraph
  /// For each of the caller's nodes its number in the graph.
  public let nodes: [UInt32]
  /// For each node of the graph the caller's number.
  public let originals: [UInt32]
  /// For each of the caller's edges its position in the graph's parents. Edges between the same two nodes share
  /// one position.
  public let positions: [UInt32]

  /// Numbers `nodeCount` nodes, called 0 ..< `nodeCount` by the caller.
  ///
  /// - Throws: ``AncestorGraphError`` `unknown-node` (the end of an edge), `too-large`, or `cycle` with the nodes
  ///   of one cycle in order; an edge from a node to itself is a cycle of one.
  public init(nodeCount: Int, edges: [Edge]) throws(AncestorGraphError) {
    guard nodeCount < Int(UInt32.max), edges.count <= Int(UInt32.max) else {
      throw AncestorGraphError(.tooLarge)
    }
    for edge in edges {
      guard edge.parent >= 0, edge.parent < nodeCount, edge.child >= 0, edge.child < nodeCount else {
        throw AncestorGraphError(.unknownNode, nodes: [edge.parent, edge.child])
      }
    }
    // Sorting by parent and then, stably, by child leaves each child's parents ascending: that makes the result
    // independent of the order in which the edges came, and puts doubles side by side.
    let byParent = Self.sorted(edges.indices.map(UInt32.init), count: nodeCount) { edges[$0].parent }
    let byChild = Self.sorted(byParent.order, count: nodeCount) { edges[$0].child }
    let order = try Self.topologicalOrder(
      starts: byChild.starts, parents: byChild.order.map { UInt32(edges[Int($0)].parent) })

    var numbers = [UInt32](repeating: 0, count: nodeCount)
    for (number, original) in order.enumerated() { numbers[Int(original)] = UInt32(number) }
    var offsets: [UInt32] = [0]
    var parents: [UInt32] = []
    var positions = [UInt32](repeating: 0, count: edges.count)
    offsets.reserveCapacity(nodeCount + 1)
    parents.reserveCapacity(edges.count)
    for original in order {
      let first = parents.count
      for place in byChild.starts[Int(original)]..<byChild.starts[Int(original) + 1] {
        let edge = Int(byChild.order[Int(place)])
        let parent = numbers[edges[edge].parent]
        if parents.count == first || parents[parents.count - 1] != parent { parents.append(parent) }
        positions[edge] = UInt32(parents.count - 1)
      }
      offsets.append(UInt32(parents.count))
    }
    graph = AncestorGraph(trusting: offsets, parents)
    nodes = numbers
    originals = order
    self.positions = positions
  }

  /// Numbers nodes that have identifiers of any kind. Numbers in the result and in errors are positions in `ids`.
  ///
  /// - Throws: as the other initialiser, `duplicate-identifier` with both positions, and `unknown-node` with the
  ///   position of the edge whose end is not among `ids`.
  public init<ID: Hashable>(
    ids: [ID], edges: [(parent: ID, child: ID)]
  ) throws(AncestorGraphError) {
    var places: [ID: Int] = [:]
    places.reserveCapacity(ids.count)
    for (place, id) in ids.enumerated() {
      if let first = places.updateValue(place, forKey: id) {
        throw AncestorGraphError(.duplicateIdentifier, nodes: [first, place])
      }
    }
    var numbered: [Edge] = []
    numbered.reserveCapacity(edges.count)
    for (index, edge) in edges.enumerated() {
      guard let parent = places[edge.parent], let child = places[edge.child] else {
        throw AncestorGraphError(.unknownNode, nodes: [index])
      }
      numbered.append(Edge(parent: parent, child: child))
    }
    try self.init(nodeCount: ids.count, edges: numbered)
  }

  /// A mask for ``AncestorGraph/filtered(by:)``: a position is kept if any of the caller's edges there is.
  ///
  /// - Parameter keep: asked once for each edge, by its position in the array given to the initialiser.
  public func mask(keeping keep: (Int) -> Bool) -> [Bool] {
    var mask = [Bool](repeating: false, count: graph.edgeCount)
    for (edge, position) in positions.enumerated() where keep(edge) { mask[Int(position)] = true }
    return mask
  }

  /// A counting sort: stable, linear, and its `starts` are the offsets of the groups.
  private static func sorted(
    _ items: [UInt32], count: Int, by key: (Int) -> Int
  ) -> (order: [UInt32], starts: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for item in items { starts[key(Int(item)) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var order = [UInt32](repeating: 0, count: items.count)
    for item in items {
      let group = key(Int(item))
      order[Int(next[group])] = item
      next[group] += 1
    }
    return (order, starts)
  }

  /// Every node after its parents, otherwise ascending. The path of the search is what a cycle is read from.
  private static func topologicalOrder(
    starts: [UInt32], parents: [UInt32]
  ) throws(AncestorGraphError) -> [UInt32] {
    enum Mark { case unseen, onPath, done }
    let count = starts.count - 1
    var marks = [Mark](repeating: .unseen, count: count)
    var next = starts
    var path: [UInt32] = []
    var order: [UInt32] = []
    order.reserveCapacity(count)
    for root in 0..<UInt32(count) where marks[Int(root)] == .unseen {
      path.append(root)
      marks[Int(root)] = .onPath
      while let node = path.last.map(Int.init) {
        guard next[node] < starts[node + 1] else {
          marks[node] = .done
          order.append(UInt32(node))
          path.removeLast()
          continue
        }
        let parent = parents[Int(next[node])]
        next[node] += 1
        switch marks[Int(parent)] {
        case .done: break
        case .unseen:
          marks[Int(parent)] = .onPath
          path.append(parent)
        case .onPath:
          let first = path.lastIndex(of: parent) ?? 0
          throw AncestorGraphError(.cycle, nodes: told(path[first...]))
        }
      }
    }
    return order
  }

  /// The path runs from child to parent; a cycle is told from parent to child, beginning with its least node.
  private static func told(_ path: ArraySlice<UInt32>) -> [Int] {
    let cycle = path.reversed().map(Int.init)
    let least = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
    return Array(cycle[least...] + cycle[..<least])
  }
}
