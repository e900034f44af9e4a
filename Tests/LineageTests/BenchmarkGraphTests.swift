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

    // Three blocks of rows, from the first merge on and from the middle on.
    for budget in [0, made.weights.count] {
      let engine = AncestorTotals(graph, walkBudget: budget)
      #expect(try engine.allTotals(weights: made.weights) == totals)
      #expect(try engine.allTotals(bounds: bounds) == three)
    }
  }
}
