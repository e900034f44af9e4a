import TestSupport
import Testing

@testable import Lineage

@Suite("Totals over ancestors")
struct AncestorTotalsTests {
  static let cases: Range<UInt64> = 0..<12_000

  @Test("equal the slow obvious algorithm, with and without a mask, for one weight and for three bounds")
  func equalsObvious() throws {
    for seed in Self.cases {
      let random = try RandomLineage(seed: seed)
      for masked in [false, true] {
        let graph = masked ? try random.graph(keeping: random.mask) : random.graph
        let sets = RandomLineage.sets(random.graph, mask: masked ? random.mask : nil)
        // The pass over blocks takes over from the walk anywhere: at once, in the middle, or not at all.
        let visits = graph.nodeCount == 0 ? 0 : Int(seed / 2) % (4 * graph.nodeCount)
        let engine = seed % 2 == 0 ? AncestorTotals(graph) : AncestorTotals(graph, walkBudget: visits)

        let totals = try engine.allTotals(weights: random.weights)
        let expected = sets.map { $0.reduce(0) { $0 + random.weights[$1] } }
        try #require(totals == expected, "seed \(seed), masked \(masked)")

        let bounds = try engine.allTotals(bounds: random.bounds)
        try #require(
          (0..<graph.nodeCount).map { bounds[$0] } == sets.map(random.boundTotal),
          "seed \(seed), masked \(masked)")
        try #require(
          engine.allUnions(of: random.bounds.gaps) == bounds.gaps, "seed \(seed), masked \(masked)")
      }
    }
  }

  @Test("of single nodes and of sets of nodes equal the obvious union")
  func queries() throws {
    for seed in Self.cases.prefix(3000) {
      let random = try RandomLineage(seed: seed)
      let sets = RandomLineage.sets(random.graph)
      // Nodes are reached one by one up to some number, or not at all, or always.
      let few = [0, Int(seed / 3) % 40, Int.max][Int(seed % 3)]
      var query = AncestorQuery(random.graph, few: few)
      for node in 0..<random.graph.nodeCount {
        try #require(query.ancestors(of: node).map(Int.init) == sets[node].sorted(), "seed \(seed)")
        let total = try query.total(of: node, weights: random.weights)
        try #require(total == sets[node].reduce(0) { $0 + random.weights[$1] }, "seed \(seed)")
      }
      var source = SeededGenerator(seed: ~seed)
      let some = (0..<random.graph.nodeCount).filter { _ in source.next() % 3 == 0 }
      let union = some.reduce(into: Set<Int>()) { $0.formUnion(sets[$1]) }
      try #require(query.ancestors(of: some + some).map(Int.init) == union.sorted(), "seed \(seed)")
    }
  }

  @Test("never fall when an edge is added, and are never below a parent's")
  func monotone() throws {
    for seed in Self.cases.prefix(3000) {
      let random = try RandomLineage(seed: seed)
      guard !random.mask.isEmpty else { continue }
      var source = SeededGenerator(seed: ~seed)
      var fewer = random.mask
      fewer[Int.random(in: fewer.indices, using: &source)] = false
      func totals(_ mask: [Bool]) throws -> [UInt128] {
        try AncestorTotals(random.graph(keeping: mask)).allTotals(weights: random.weights)
      }
      let (small, large) = (try totals(fewer), try totals(random.mask))
      try #require(zip(small, large).allSatisfy { $0 <= $1 }, "seed \(seed)")
      let whole = try AncestorTotals(random.graph).allTotals(weights: random.weights)
      for node in whole.indices {
        for parent in random.graph.parents(of: node) {
          try #require(whole[Int(parent)] <= whole[node], "seed \(seed), node \(node)")
        }
      }
    }
  }

  @Test("low ≤ best ≤ high wherever they are known")
  func boundsStayInOrder() throws {
    for seed in Self.cases.prefix(3000) {
      let random = try RandomLineage(seed: seed)
      let totals = try AncestorTotals(random.graph).allTotals(bounds: random.bounds)
      for node in 0..<totals.count {
        let row = totals[node]
        try #require(row.low <= row.best ?? row.low, "seed \(seed), node \(node)")
        try #require(row.best ?? row.low <= row.high ?? .max, "seed \(seed), node \(node)")
      }
    }
  }

  @Test("a computation reached by two ways counts once")
  func diamond() throws {
    let graph = try AncestorGraph(offsets: [0, 0, 1, 2, 4], parents: [0, 0, 1, 2])
    let engine = AncestorTotals(graph)
    #expect(try engine.allTotals(weights: [38, 1, 1, 0]) == [38, 39, 39, 40])
  }

  @Test("one missing best value and one unbounded high mark every descendant, and nobody else")
  func gapsPropagate() throws {
    let graph = try AncestorGraph(offsets: [0, 0, 0, 0, 1, 3, 4], parents: [0, 1, 3, 2])
    var bounds = BoundColumns()
    try bounds.append(low: 1, best: nil, high: 5)
    try bounds.append(low: 10, best: 10, high: nil)
    for _ in 2..<6 { try bounds.append(low: 100, best: 200, high: 300) }
    let totals = try AncestorTotals(graph).allTotals(bounds: bounds)
    let both: BoundGaps = [.bestMissing, .highUnbounded]
    #expect(totals.gaps == [.bestMissing, .highUnbounded, [], .bestMissing, both, []])
    #expect(totals[4] == BoundTotal(low: 211, knownBest: 410, knownHigh: 605, gaps: both))
    #expect(totals[4].best == nil && totals[4].high == nil)
    #expect(totals[5].best == 400 && totals[5].high == 600)
  }

  @Test("a total that needs more than 128 bits is an error with its node")
  func overflow() throws {
    let graph = try AncestorGraph(offsets: [0, 0, 0, 1, 3, 4], parents: [0, 0, 1, 3])
    let engine = AncestorTotals(graph)
    let half = UInt128.max / 2 + 1
    #expect(try engine.allTotals(weights: [half - 1, half, 0, 0, 0])[4] == UInt128.max)
    let error = AncestorGraphError(.overflow, nodes: [3])
    #expect(throws: error) { try engine.allTotals(weights: [half, half, 0, 0, 0]) }
    var bounds = BoundColumns()
    for _ in 0..<2 { try bounds.append(low: 0, best: 0, high: half) }
    for _ in 2..<5 { try bounds.append(low: 0, best: 0, high: 0) }
    #expect(throws: error) { try engine.allTotals(bounds: bounds) }
    #expect(throws: error) {
      var query = AncestorQuery(graph)
      _ = try query.total(of: 3, weights: [half, half, 0, 0, 0])
    }
  }

  @Test(
    "weights that do not fit together are summed where they fit, and the first total that does not is named")
  func overflowAnywhere() throws {
    for seed in Self.cases.prefix(3000) {
      let random = try RandomLineage(seed: seed)
      var source = SeededGenerator(seed: ~seed)
      let weights = random.weights.map { _ in UInt128.max >> UInt128.random(in: 0..<6, using: &source) }
      let overflowed = RandomLineage.sets(random.graph).firstIndex { set in
        var sum = UInt128.zero
        return set.contains { node in
          let step = sum.addingReportingOverflow(weights[node])
          sum = step.partialValue
          return step.overflow
        }
      }
      let engine = AncestorTotals(random.graph, walkBudget: seed % 2 == 0 ? 0 : .max)
      guard let overflowed else {
        let totals = try engine.allTotals(weights: weights)
        var query = AncestorQuery(random.graph)
        for node in totals.indices {
          try #require(query.total(of: node, weights: weights) == totals[node], "seed \(seed), node \(node)")
        }
        continue
      }
      let error = AncestorGraphError(.overflow, nodes: [overflowed])
      #expect(throws: error, "seed \(seed)") { try engine.allTotals(weights: weights) }
      var bounds = BoundColumns()
      for weight in weights { try bounds.append(low: 0, best: 0, high: weight) }
      #expect(throws: error, "seed \(seed)") { try engine.allTotals(bounds: bounds) }
    }
  }

  @Test("are right where there are more blocks than one look at what they reach covers")
  func manyBlocks() throws {
    var offsets: [UInt32] = [0]
    var parents: [UInt32] = []
    let count = 65 * AncestorBlocks.columns + 100
    for node in 0..<UInt32(count) {
      // Families of ten, so that it does not take long; some families descend from earlier ones.
      if node % 10 > 1 { parents += [node - 1, node - 2] }
      if node % 10 == 1, node % 7 == 0 { parents += [node - 1, node / 2] }
      offsets.append(UInt32(parents.count))
    }
    let graph = try AncestorGraph(offsets: offsets, parents: parents)
    #expect(AncestorCore(graph, from: 0).nodes.count > 64 * AncestorBlocks.columns)
    let weights = (0..<UInt128(count)).map { $0 * $0 << 60 }
    let walked = try AncestorTotals(graph, walkBudget: .max).allTotals(weights: weights)
    #expect(try AncestorTotals(graph, walkBudget: 0).allTotals(weights: weights) == walked)
  }

  @Test("arrays of the wrong length are refused")
  func lengths() throws {
    let graph = try AncestorGraph(offsets: [0, 0, 1], parents: [0])
    let error = AncestorGraphError(.lengthMismatch)
    #expect(throws: error) { try AncestorTotals(graph).allTotals(weights: [1]) }
    #expect(throws: error) { try AncestorTotals(graph).allTotals(bounds: BoundColumns()) }
    #expect(throws: error) { try AncestorTotals(graph).allUnions(of: [BoundGaps.bestMissing]) }
    #expect(throws: error) {
      var query = AncestorQuery(graph)
      _ = try query.total(of: 0, weights: [])
    }
  }

  @Test("the empty graph has no totals")
  func empty() throws {
    #expect(try AncestorTotals(AncestorGraph()).allTotals(weights: []).isEmpty)
    #expect(try AncestorTotals(AncestorGraph()).allTotals(bounds: BoundColumns()).count == 0)
  }
}
