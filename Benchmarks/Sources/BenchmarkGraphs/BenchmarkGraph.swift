#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A generated graph with a weight for each node, as it is written to files that every peer reads.
public struct BenchmarkGraph: Sendable {
  /// Where each node's parents begin; one more entry than nodes.
  public private(set) var offsets: [UInt64] = [0]
  /// The parents of all nodes, node after node, in the order drawn.
  public private(set) var parents: [UInt32] = []
  /// Operations of each node itself, as the generator draws them.
  public private(set) var drawn: [Double] = []

  /// Number of nodes.
  public var nodeCount: Int { drawn.count }

  /// The weights as exact integers: the drawn numbers without their fraction.
  public var weights: [UInt128] { drawn.map { UInt128($0) } }

  /// Draws `nodeCount` nodes of `family`. The same arguments give the same graph on every machine; the weights
  /// also depend on `exp` of the platform's mathematics library.
  public init(_ family: GraphFamily, nodeCount: Int, seed: UInt64 = 42) {
    var source = MersenneTwister64(seed: seed)
    var ends: [UInt32] = []
    offsets.reserveCapacity(nodeCount + 1)
    drawn.reserveCapacity(nodeCount)
    for node in 0..<UInt64(nodeCount) {
      let start = parents.count
      for _ in 0..<Self.parentCount(of: node, family, &source) {
        let parent = Self.parent(of: node, family, ends, &source)
        if !parents[start...].contains(parent) { parents.append(parent) }
      }
      ends.append(contentsOf: parents[start...])
      ends.append(UInt32(node))
      offsets.append(UInt64(parents.count))
      let exponent = (parents.count == start ? 20.0 : 17.0) + 5.0 * source.unit()
      drawn.append(exp(exponent * 2.302585092994046))
    }
  }

  private static func parentCount(
    of node: UInt64, _ family: GraphFamily, _ source: inout MersenneTwister64
  ) -> UInt64 {
    let share = source.unit()
    if node < 20 || share < family.root { return 0 }
    if share < family.root + family.merge {
      let many = 2 + source.next() % 9
      return source.unit() < 0.7 ? 2 + source.next() % 2 : many
    }
    if share < family.root + family.merge + family.synthetic { return 2 + source.next() % 4 }
    return 1
  }

  private static func parent(
    of node: UInt64, _ family: GraphFamily, _ ends: [UInt32], _ source: inout MersenneTwister64
  ) -> UInt32 {
    let share = source.unit()
    if share < family.preferential, !ends.isEmpty { return ends[Int(source.next() % UInt64(ends.count))] }
    if share < family.preferential + family.recent {
      return UInt32(node - 1 - source.next() % min(node, 2000))
    }
    return UInt32(source.next() % node)
  }
}
