import TestSupport
import Testing

@testable import Lineage

@Suite("Ancestor graphs")
struct AncestorGraphTests {
  @Test(
    "what is not a topologically ordered graph is refused with its place",
    arguments: [
      ([1, 1], [0], AncestorGraphError(.offsetsNotMonotone)),
      ([], [], AncestorGraphError(.offsetsNotMonotone)),
      ([0, 0, 2], [0], AncestorGraphError(.offsetsNotMonotone)),
      ([0, 2, 1], [0], AncestorGraphError(.offsetsNotMonotone, nodes: [1])),
      ([0, 1], [0], AncestorGraphError(.parentNotBefore, nodes: [0, 0])),
      ([0, 0, 1], [7], AncestorGraphError(.parentNotBefore, nodes: [7, 1])),
      ([0, 0, 2], [0, 0], AncestorGraphError(.duplicateParent, nodes: [0, 1])),
    ] as [([UInt32], [UInt32], AncestorGraphError)])
  func refused(offsets: [UInt32], parents: [UInt32], error: AncestorGraphError) {
    #expect(throws: error) { try AncestorGraph(offsets: offsets, parents: parents) }
  }

  @Test("nodes and edges in any order give the same totals, and edges in any order the same graph")
  func permutations() throws {
    for seed in UInt64(0)..<5000 {
      let random = try RandomLineage(seed: seed)
      let totals = try AncestorTotals(random.graph).allTotals(weights: random.weights)
      var source = SeededGenerator(seed: ~seed)
      let names = Array(0..<random.graph.nodeCount).shuffled(using: &source)
      var edges: [GraphNumbering.Edge] = []
      for node in names.indices {
        for parent in random.graph.parents(of: node) {
          edges.append(GraphNumbering.Edge(parent: names[Int(parent)], child: names[node]))
        }
      }
      let numbering = try GraphNumbering(nodeCount: names.count, edges: edges.shuffled(using: &source))
      // What the public initialiser checks is what the numbering promises.
      let graph = try AncestorGraph(offsets: numbering.graph.offsets, parents: numbering.graph.parents)
      var weights = [UInt128](repeating: 0, count: names.count)
      for node in names.indices { weights[Int(numbering.nodes[names[node]])] = random.weights[node] }
      let renumbered = try AncestorTotals(graph).allTotals(weights: weights)
      for node in names.indices {
        try #require(renumbered[Int(numbering.nodes[names[node]])] == totals[node], "seed \(seed)")
      }
      for (number, original) in numbering.originals.enumerated() {
        try #require(numbering.nodes[Int(original)] == UInt32(number), "seed \(seed)")
      }
      let again = try GraphNumbering(nodeCount: names.count, edges: edges.shuffled(using: &source))
      try #require(again.graph == graph && again.nodes == numbering.nodes, "seed \(seed)")
    }
  }

  @Test("nodes that are in order already keep their numbers")
  func keepsOrder() throws {
    for seed in UInt64(0)..<500 {
      let random = try RandomLineage(seed: seed)
      let edges = (0..<random.graph.nodeCount).flatMap { node in
        random.graph.parents(of: node).map { GraphNumbering.Edge(parent: Int($0), child: node) }
      }
      let numbering = try GraphNumbering(nodeCount: random.graph.nodeCount, edges: edges)
      try #require(numbering.nodes == Array(0..<UInt32(random.graph.nodeCount)), "seed \(seed)")
    }
  }

  @Test("a cycle is reported as the nodes on it, in order, in any graph that has one")
  func cycles() throws {
    for seed in UInt64(0)..<3000 {
      var source = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &source)
      let edges = (0..<Int.random(in: 1...30, using: &source)).map { _ in
        GraphNumbering.Edge(
          parent: Int.random(in: 0..<count, using: &source), child: Int.random(in: 0..<count, using: &source))
      }
      do {
        let numbering = try GraphNumbering(nodeCount: count, edges: edges)
        _ = try AncestorGraph(offsets: numbering.graph.offsets, parents: numbering.graph.parents)
        for edge in edges {
          try #require(numbering.nodes[edge.parent] < numbering.nodes[edge.child], "seed \(seed)")
        }
      } catch let error as AncestorGraphError {
        try #require(error.code == .cycle && !error.nodes.isEmpty, "seed \(seed)")
        try #require(Set(error.nodes).count == error.nodes.count, "seed \(seed)")
        for (parent, child) in zip(error.nodes, error.nodes.dropFirst() + error.nodes.prefix(1)) {
          try #require(edges.contains(GraphNumbering.Edge(parent: parent, child: child)), "seed \(seed)")
        }
      }
    }
  }

  @Test("names in any order: base, run and merge, and a cycle told by positions")
  func names() throws {
    let ids = ["merge", "run", "base"]
    let numbering = try GraphNumbering(
      ids: ids, edges: [("run", "merge"), ("base", "run"), ("base", "merge")])
    #expect(numbering.nodes == [2, 1, 0])
    #expect(numbering.originals.map { ids[Int($0)] } == ["base", "run", "merge"])
    #expect(throws: AncestorGraphError(.cycle, nodes: [1, 2])) {
      try GraphNumbering(ids: ["a", "b", "c"], edges: [("b", "c"), ("c", "b")])
    }
    #expect(throws: AncestorGraphError(.cycle, nodes: [0])) {
      try GraphNumbering(ids: ["a"], edges: [("a", "a")])
    }
    #expect(throws: AncestorGraphError(.duplicateIdentifier, nodes: [0, 1])) {
      try GraphNumbering(ids: ["a", "a"], edges: [])
    }
    #expect(throws: AncestorGraphError(.unknownNode, nodes: [1])) {
      try GraphNumbering(ids: ["a", "b"], edges: [("a", "b"), ("a", "z")])
    }
    #expect(throws: AncestorGraphError(.unknownNode, nodes: [-1, 0])) {
      try GraphNumbering(nodeCount: 1, edges: [GraphNumbering.Edge(parent: -1, child: 0)])
    }
  }

  @Test("a parent used in two ways stays while either way counts, and counts once")
  func twoWays() throws {
    let edges = [
      GraphNumbering.Edge(parent: 0, child: 1),  // its weights
      GraphNumbering.Edge(parent: 0, child: 1),  // the same model as teacher
    ]
    let numbering = try GraphNumbering(nodeCount: 2, edges: edges)
    #expect(numbering.graph.parents == [0])
    #expect(numbering.positions == [0, 0])
    func total(_ keep: (Int) -> Bool) throws -> UInt128 {
      let graph = try numbering.graph.filtered(by: numbering.mask(keeping: keep))
      return try AncestorTotals(graph).allTotals(weights: [5, 1])[1]
    }
    #expect(try total { _ in true } == 6)
    #expect(try total { $0 == 0 } == 6)
    #expect(try total { $0 == 1 } == 6)
    #expect(try total { _ in false } == 1)
  }
}
