import BenchmarkGraphs
import Glibc
import Lineage

/// Our engine on one graph file. Results are checked before a time is printed; each command prints one JSON line.
struct Measurement {
  /// Seven passes, or three where they are long.
  private static func isEnough(_ times: [Time]) -> Bool {
    times.count >= 7 || (times.count >= 3 && times.reduce(0) { $0 + $1.elapsed } > 3)
  }

  private typealias Time = (elapsed: Double, processor: Double)

  private static func time(_ pass: () throws -> Void) rethrows -> Time {
    let before = processorSeconds()
    let elapsed = try seconds(pass)
    return (elapsed, processorSeconds() - before)
  }

  private let name: String
  private let folder: String
  private let graph: AncestorGraph
  private let weights: [UInt128]

  init(folder: String, name: String) throws {
    self.name = name
    self.folder = folder
    var file = try BinaryFile(reading: "\(folder)/\(name).graph")
    let sizes = try file.read(2, of: UInt64.self) { Int($0) }
    let offsets = try file.read(sizes[0] + 1, of: UInt64.self) { UInt32($0) }
    let parents = try file.read(sizes[1], of: UInt32.self) { $0 }
    weights = try file.read(sizes[0], of: Double.self) { UInt128($0) }
    graph = try AncestorGraph(offsets: offsets, parents: parents)
  }

  /// One weight, all nodes. Leaves NAME.totals (128 bits each) for comparing peers node by node.
  func totals() throws {
    let engine = AncestorTotals(graph)
    var times: [Time] = []
    var totals: [UInt128] = []
    while !Self.isEnough(times) {
      totals = []
      times.append(try Self.time { totals = try engine.allTotals(weights: weights) })
    }
    let peak = peakMegabytes()
    if let known = KnownResults.of(name) {
      let wrong = known.disagreements(own: weights, totals: totals)
      guard wrong.isEmpty else { fail(wrong.joined(separator: "\n")) }
    }
    try BinaryFile.write(totals, to: "\(folder)/\(name).totals")
    report("totals", times, peak, ["checksum": "\"\(totals.reduce(0, +))\""])
  }

  /// Low, best and high, all nodes. The bounds are made from the weight so that totals can be checked: best is
  /// unknown for every seventh node, high unbounded for every eleventh.
  func bounds() throws {
    var bounds = BoundColumns(capacity: weights.count)
    for (node, weight) in weights.enumerated() {
      try bounds.append(
        low: weight, best: node % 7 == 3 ? nil : weight + weight / 4, high: node % 11 == 5 ? nil : 2 * weight)
    }
    let engine = AncestorTotals(graph)
    var times: [Time] = []
    var totals = BoundColumns()
    while !Self.isEnough(times) {
      totals = BoundColumns()
      times.append(try Self.time { totals = try engine.allTotals(bounds: bounds) })
    }
    let peak = peakMegabytes()
    guard totals.low == (try engine.allTotals(weights: weights)),
      totals.best == (try engine.allTotals(weights: bounds.best)),
      totals.high == (try engine.allTotals(weights: bounds.high))
    else { fail("\(name): three bounds differ from three single passes") }
    var query = AncestorQuery(graph)
    for node in try queries().prefix(500) {
      let total = totals[Int(node)]
      let gaps = query.ancestors(of: Int(node)).reduce(into: BoundGaps()) {
        $0.formUnion(bounds.gaps[Int($1)])
      }
      guard try query.total(of: Int(node), weights: bounds.low) == total.low,
        try query.total(of: Int(node), weights: bounds.best) == total.knownBest,
        try query.total(of: Int(node), weights: bounds.high) == total.knownHigh, gaps == total.gaps
      else { fail("\(name): bounds of node \(node) differ from single queries") }
    }
    report("bounds", times, peak, ["checksum": "\"\(totals.low.reduce(0, +))\""])
  }

  /// Single questions about random nodes, each timed.
  func query() throws {
    let nodes = try queries().map(Int.init)
    let totals = try AncestorTotals(graph).allTotals(weights: weights)
    var query = AncestorQuery(graph)
    var times: [Double] = []
    times.reserveCapacity(nodes.count)
    var checksum: UInt128 = 0
    // Each node is asked about once, so that none of it lies in the cache because it was just asked about.
    for node in nodes {
      var total: UInt128 = 0
      times.append(try seconds { total = try query.total(of: node, weights: weights) })
      guard total == totals[node] else { fail("\(name): a query for node \(node) differs from the pass") }
      checksum += total
    }
    times.sort()
    func microseconds(_ share: Double) -> String { "\(times[Int(Double(times.count) * share)] * 1e6)" }
    print(
      #"{"peer": "ecluse", "work": "query", "graph": "\#(name)", "questions": \#(times.count), "#
        + #""p50_us": \#(microseconds(0.50)), "p99_us": \#(microseconds(0.99)), "#
        + #""rss_mb": \#(peakMegabytes()), "checksum": "\#(checksum)"}"#)
  }

  private func queries() throws -> [UInt32] {
    var file = try BinaryFile(reading: "\(folder)/\(name).queries")
    return try file.read(20_000, of: UInt32.self) { $0 }
  }

  private func report(_ work: String, _ times: [Time], _ peak: Double, _ more: [String: String]) {
    let sorted = times.map(\.elapsed).sorted()
    let processor = times.map(\.processor).min() ?? 0
    let rest = more.sorted { $0.key < $1.key }.map { #", "\#($0.key)": \#($0.value)"# }.joined()
    print(
      #"{"peer": "ecluse", "work": "\#(work)", "graph": "\#(name)", "nodes": \#(weights.count), "#
        + #""edges": \#(graph.edgeCount), "seconds": \#(sorted[sorted.count / 2]), "#
        + #""fastest": \#(sorted[0]), "processor": \#(processor), "runs": \#(times.count), "rss_mb": \#(peak)\#(rest)}"#
    )
  }
}
