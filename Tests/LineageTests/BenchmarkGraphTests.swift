import Testing

@testable import Lineage

@Suite("The benchmark graph of 10,000 nodes")
struct BenchmarkGraphTests {
  @Test("the random source gives its published 10,000th output")
  func source() {
    var source = MersenneTwister64(seed: 5489)
    for _ in 1..<10_000 { _ = source.next() }
    #expect(source.next() == 9_981_545_732_273_789_042)
  }

  @Test("has the known shape and the known exact totals", arguments: [GraphFamily.registry, .stress])
  func exact(family: GraphFamily) throws {
    let known = try #require(KnownResults.of(KnownResults.name(family, nodeCount: 10_000)))
    let made = BenchmarkGraph(family, nodeCount: 10_000)
    #expect(GraphFile.fingerprint(GraphFile.topology(of: made)) == known.topology)
    #expect(made.parents.count == known.edges)

    let graph = try AncestorGraph(offsets: made.offsets.map(UInt32.init), parents: made.parents)
    let totals = try AncestorTotals(graph).allTotals(weights: made.weights)
    #expect(known.disagreements(own: made.weights, totals: totals) == [])

    var bounds = BoundColumns()
    for weight in made.weights { try bounds.append(low: weight, best: 2 * weight, high: 3 * weight) }
    let three = try AncestorTotals(graph).allTotals(bounds: bounds)
    #expect(three.low == totals)
    #expect(three.best == totals.map { 2 * $0 })
    #expect(three.high == totals.map { 3 * $0 })
  }

  @Test("walk and blocks agree on a deep graph of several blocks, wherever one takes over from the other")
  func walkEqualsBlocks() throws {
    let made = BenchmarkGraph(.stress, nodeCount: 25_000)
    let graph = try AncestorGraph(offsets: made.offsets.map(UInt32.init), parents: made.parents)
    #expect(AncestorCore(graph, from: 0).nodes.count > 2 * AncestorBlocks.columns)
    let walked = try AncestorTotals(graph, walkBudget: .max).allTotals(weights: made.weights)
    for budget in [0, 1_000_000] {
      #expect(try AncestorTotals(graph, walkBudget: budget).allTotals(weights: made.weights) == walked)
    }
  }

  @Test("one question at a time gives the same, near the end of a deep graph and near its beginning")
  func queriesEqualTotals() throws {
    let made = BenchmarkGraph(.stress, nodeCount: 25_000)
    let graph = try AncestorGraph(offsets: made.offsets.map(UInt32.init), parents: made.parents)
    let weights = made.weights
    let totals = try AncestorTotals(graph).allTotals(weights: weights)
    var query = AncestorQuery(graph)
    for node in stride(from: 3, to: graph.nodeCount, by: 499) {
      #expect(try query.total(of: node, weights: weights) == totals[node])
      #expect(query.ancestors(of: node).map { weights[Int($0)] }.reduce(0, +) == totals[node])
    }
  }
}
