import BenchmarkGraphs
import Glibc
import Lineage

/// What the command line asked for.
enum Command {
  case generate(GraphFamily, nodeCount: Int, folder: String)
  case totals(folder: String, name: String)
  case bounds(folder: String, name: String)
  case query(folder: String, name: String)

  struct Misuse: Error, CustomStringConvertible {
    let description = """
      usage: lineage-bench generate g|h NODES FOLDER
             lineage-bench totals|bounds|query FOLDER NAME
      """
  }

  init(_ arguments: ArraySlice<String>) throws {
    let words = Array(arguments)
    switch (words.first, words.count) {
    case ("generate", 4):
      guard let family = GraphFamily.named(words[1]), let count = Int(words[2]), count > 0 else {
        throw Misuse()
      }
      self = .generate(family, nodeCount: count, folder: words[3])
    case ("totals", 3): self = .totals(folder: words[1], name: words[2])
    case ("bounds", 3): self = .bounds(folder: words[1], name: words[2])
    case ("query", 3): self = .query(folder: words[1], name: words[2])
    default: throw Misuse()
    }
  }

  func run() throws {
    switch self {
    case .generate(let family, let nodeCount, let folder):
      try Self.write(family, nodeCount: nodeCount, folder: folder)
    case .totals(let folder, let name): try Measurement(folder: folder, name: name).totals()
    case .bounds(let folder, let name): try Measurement(folder: folder, name: name).bounds()
    case .query(let folder, let name): try Measurement(folder: folder, name: name).query()
    }
  }

  /// Writes NAME.graph, and NAME.queries: the nodes that every peer is asked about, 32 bits each.
  private static func write(_ family: GraphFamily, nodeCount: Int, folder: String) throws {
    let name = KnownResults.name(family, nodeCount: nodeCount)
    let graph = BenchmarkGraph(family, nodeCount: nodeCount)
    let topology = GraphFile.fingerprint(GraphFile.topology(of: graph))
    if let known = KnownResults.of(name) {
      guard topology == known.topology, graph.parents.count == known.edges else {
        fail("\(name): the topology is \(topology), expected \(known.topology)")
      }
      guard graph.weights.reduce(0, +) == known.ownSum else {
        fail("\(name): the weights differ; this mathematics library rounds exp differently")
      }
    }
    try BinaryFile.write(GraphFile.bytes(of: graph), to: "\(folder)/\(name).graph")
    var source = MersenneTwister64(seed: 7)
    let queries = (0..<20_000).map { _ in UInt32(source.next() % UInt64(nodeCount)) }
    try BinaryFile.write(queries, to: "\(folder)/\(name).queries")
    print("\(name): \(nodeCount) nodes, \(graph.parents.count) edges, topology \(topology)")
  }
}

/// Says why on the standard error and ends with a failure.
func fail(_ message: String) -> Never {
  let line = Array((message + "\n").utf8)
  write(STDERR_FILENO, line, line.count)
  exit(1)
}
