import Exchange
import Lineage
import Measures
import Records
import RecordsIO
import Regimes

@testable import ecluse

/// Where the fixtures stand.
enum Fixtures {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  static func path(_ name: String) -> String { "\(root)/Tests/Fixtures/\(name)" }
  static func example(_ name: String) -> String { "\(root)/Examples/\(name)" }

  /// The text of a fixture, empty if it cannot be read.
  static func text(_ name: String) -> String {
    String(decoding: (try? TextFile.bytes(path(name))) ?? [], as: UTF8.self)
  }

  /// The rows of a table, each by the names of its columns; what is empty is left out.
  static func table(_ name: String) throws(Problems) -> [[String: String]] {
    var reader = try CSVReader(Array(text(name).utf8), file: name)
    guard let header = try reader.next() else { return [] }
    var rows: [[String: String]] = []
    while let row = try reader.next() {
      let fields = (0..<row.count).filter { !row.isEmpty($0) }.map { (header[$0], row[$0]) }
      rows.append(Dictionary(uniqueKeysWithValues: fields))
    }
    guard reader.mistakes.isEmpty else { throw Problems(reader.mistakes) }
    return rows
  }
}

/// A dossier with its graph at a date.
struct Loaded: Sendable {
  private let result: Result<(Workspace, Facts, ComputeGraph), Problems>

  init(_ path: String?, asOf: String = "2026-11-21") {
    result = Result { () throws(Problems) in
      let workspace = try Workspace(dossier: path)
      let instant = (try? Moment(asOf).last) ?? Instant(milliseconds: 0)
      let (facts, graph) = try workspace.graph(asOf: instant, knownAt: nil)
      return (workspace, facts, graph)
    }
  }

  /// What was read, for tests that cannot go on without it.
  var workspace: Workspace {
    switch result {
    case .success(let loaded): return loaded.0
    case .failure(let problems): fatalError(problems.list.map { $0.text(.en) }.joined(separator: "\n"))
    }
  }

  func namespace() throws -> String { try result.get().0.dossier?.namespace ?? "public" }

  func account(_ name: String, _ convention: String) throws -> Account {
    let (workspace, _, graph) = try result.get()
    let found = try AccountCommand.convention(convention, workspace.library)
    return try Accountant(graph, found).account(of: GlobalID(namespace(), "artifact", name))
  }

  /// Everything of the dossier, judged.
  func assessment(regimes: String? = nil) throws -> Assessment {
    let (workspace, facts, graph) = try result.get()
    return try Assessment(workspace, facts, graph, names: [], regimes: regimes, explained: false)
  }

  func judge() throws -> Judge {
    let (workspace, facts, graph) = try result.get()
    return Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator)
  }
}
