import TestSupport

@testable import Lineage

/// A small random graph with weights and a mask, and the slow obvious way to its totals.
struct RandomLineage {
  let seed: UInt64
  let graph: AncestorGraph
  let mask: [Bool]
  let weights: [UInt128]
  let bounds: BoundColumns

  init(seed: UInt64) throws {
    self.seed = seed
    var source = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...24, using: &source)
    let density = Double.random(in: 0...0.6, using: &source)
    var offsets: [UInt32] = [0]
    var parents: [UInt32] = []
    for node in 0..<UInt32(count) {
      let found = (0..<node).filter { _ in Double.random(in: 0..<1, using: &source) < density }
      parents += found.shuffled(using: &source)
      offsets.append(UInt32(parents.count))
    }
    graph = try AncestorGraph(offsets: offsets, parents: parents)
    mask = parents.map { _ in Bool.random(using: &source) }
    // Some weights are zero, as under a convention that leaves a node out; most are far above 64 bits.
    weights = (0..<count).map { _ in
      Int.random(in: 0..<5, using: &source) == 0 ? 0 : UInt128(source.next()) << UInt128(source.next() % 50)
    }
    var bounds = BoundColumns(capacity: count)
    for weight in weights {
      let best = Int.random(in: 0..<6, using: &source) == 0 ? nil : weight + UInt128(source.next())
      let high =
        Int.random(in: 0..<6, using: &source) == 0 ? nil : (best ?? weight) + UInt128(source.next())
      try bounds.append(low: weight, best: best, high: high)
    }
    self.bounds = bounds
  }

  /// The same nodes with only the edges that `mask` keeps, as under a convention that leaves relations out.
  func graph(keeping mask: [Bool]) throws -> AncestorGraph {
    var offsets: [UInt32] = [0]
    var parents: [UInt32] = []
    for node in 0..<graph.nodeCount {
      for edge in graph.edges(of: node) where mask[edge] { parents.append(graph.parents[edge]) }
      offsets.append(UInt32(parents.count))
    }
    return try AncestorGraph(offsets: offsets, parents: parents)
  }

  /// The set of each node and its ancestors, by union of the parents' sets.
  static func sets(_ graph: AncestorGraph, mask: [Bool]? = nil) -> [Set<Int>] {
    var sets: [Set<Int>] = []
    for node in 0..<graph.nodeCount {
      var set: Set<Int> = [node]
      for edge in graph.edges(of: node) where mask?[edge] ?? true {
        set.formUnion(sets[Int(graph.parents[edge])])
      }
      sets.append(set)
    }
    return sets
  }

  /// The obvious sum of bounds over a set.
  func boundTotal(_ set: Set<Int>) -> BoundTotal {
    set.reduce(into: BoundTotal.zero) { sum, node in
      let row = bounds[node]
      sum.low += row.low
      sum.knownBest += row.best ?? 0
      sum.knownHigh += row.high ?? 0
      sum.gaps.formUnion(row.gaps)
    }
  }
}
