import ArgumentParser
import Exchange
import Foundation
import Measures
import Records
import TestSupport
import Testing

@testable import ecluse

/// Runs that MLflow really tracked become a dossier.
@Suite struct MLflowImport {
  private static let tracked = Result {
    let folder = try Scratch.folder()
    let answer = try Verifiers.models("track.py", [folder])
    try #require(answer.status == 0, "\(answer.errors)")
    return folder
  }

  private func dossier(_ path: String) throws -> (records: [WrittenRecord], findings: [Problem]) {
    let (text, imported) = try ImportCommand.parse(["mlflow", path]).dossier()
    return (text.records, imported.findings)
  }

  private func fields(_ record: WrittenRecord?, _ names: [String]) -> [WrittenField] {
    record?.fields.filter { names.contains($0.name) } ?? []
  }

  @Test(arguments: ["mlruns", "mlflow.db"]) func becomesADossier(_ store: String) throws {
    let (records, findings) = try dossier("\(Self.tracked.get())/\(store)")
    #expect(
      records.map { "\($0.kind) \($0.local)" } == [
        "artifact kite-7m", "artifact kite-log", "activity kite-kite-7m", "artifact trial-1",
        "activity kite-trial-1", "artifact trial-2", "activity kite-trial-2", "artifact broken",
        "activity kite-broken",
      ])
    let run = try #require(records.first { $0.local == "kite-kite-7m" })
    #expect(
      fields(run, ["kind", "uses", "produces", "compute"]) == [
        .plain("kind", "fine-tuning"),
        WrittenField(
          "uses",
          .list([
            .group([.plain("artifact", "public:llama-3.1-405b"), .plain("as", "base-weights")]),
            .group([.plain("artifact", "kite-log"), .plain("as", "data")]),
          ])),
        .words("produces", ["kite-7m"]),
        WrittenField(
          "compute",
          .list([
            .group([
              .plain("method", "reported"), .plain("value", "3e15 FLOP"), .plain("book", "approximation"),
              .text("source", "MLflow: Kite 7M"),
            ]),
            .group([
              .plain("method", "counted"), .plain("parameters", "7000000"), .plain("tokens", "7.1e7"),
              .plain("book", "approximation"), .text("source", "MLflow: Kite 7M"),
            ]),
          ])),
      ])
    #expect(run["from"] != nil && run["to"] != nil)
    #expect(records.first { $0.local == "kite-broken" }?["compute"] == nil)
    // Deleted, grouped, part of the whole; several values, no number, failed; bases that nobody names.
    let codes = findings.map(\.code)
    #expect(codes.count { $0 == .notTaken } == 4)
    #expect(codes.count { $0 == .sourceConflict } == 1)
    #expect(codes.count { $0 == .sourceIncomplete } == 5)
  }

  @Test func bothStoresSayTheSame() throws {
    let folder = try Self.tracked.get()
    // Only the times at which they were tracked differ.
    func untimed(_ store: String) throws -> [WrittenRecord] {
      try dossier("\(folder)/\(store)").records.map { record in
        WrittenRecord(
          record.kind, record.local, record.fields.filter { !["from", "to"].contains($0.name) },
          comments: record.comments)
      }
    }
    #expect(try untimed("mlruns") == untimed("mlflow.db"))
  }

  private func code(_ path: String) throws -> [Problem.Code] {
    let command = try ImportCommand.parse(["mlflow", path])
    do throws(Problems) {
      _ = try command.dossier()
      return []
    } catch { return error.list.map(\.code) }
  }

  @Test func whatIsNoStore() throws {
    let folder = try Scratch.folder()
    #expect(try code(folder) == [.wrongFormat])
    #expect(try code(folder + "/nothing") == [.unreadable])
    try WholeFile.write("not a database, but long enough to be looked at as one", to: folder + "/x.db")
    #expect(try code(folder + "/x.db") == [.wrongFormat])
    let bytes = try Data(contentsOf: URL(filePath: "\(Self.tracked.get())/mlflow.db"))
    try bytes.prefix(bytes.count / 3).write(to: URL(filePath: folder + "/cut.db"))
    #expect(try code(folder + "/cut.db") == [.wrongFormat])
  }

  /// A database whose tables are views that never end is not asked.
  @Test func viewsAreNotAsked() throws {
    let path = try Scratch.folder() + "/views.db"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let endless =
      "WITH RECURSIVE n(run_uuid) AS (SELECT 1 UNION ALL SELECT run_uuid + 1 FROM n) SELECT * FROM n"
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      for name in ("runs", "experiments", "latest_metrics", "params", "tags"):
          c.execute(f"CREATE VIEW {name} AS \(endless)")
      c.commit()
      """
    process.arguments = ["python3", "-c", script, path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try code(path) == [.wrongFormat])
  }

  /// Half-written runs are named, links out of the folder are not followed, and the last step counts.
  @Test func folders() throws {
    let root = try Scratch.folder()
    func write(_ text: String, _ path: String) throws {
      let place = URL(filePath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: place, atomically: false, encoding: .utf8)
    }
    try write("total_flos 1", "secret")
    try write("lifecycle_stage: active\nname: kite\n", "store/1/meta.yaml")
    try write("lifecycle_stage: active\nrun_id: a\nrun_name: one\nstatus: 1\n", "store/1/a/meta.yaml")
    try write("5 3.0 2\n1 1.0 0\n3 2.0 1\n", "store/1/a/metrics/total_flos")
    try write("", "store/1/b/params/x")
    try write("lifecycle_stage: [", "store/1/c/meta.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/store/1/a/params", withDestinationPath: root)
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/store/1/a/metrics/tokens", withDestinationPath: "\(root)/secret")
    let (records, findings) = try dossier("\(root)/store")
    let run = try #require(records.first { $0.kind == "activity" })
    #expect(records.count == 2)
    #expect(run["state"] == .plain("running"))
    #expect(
      run["compute"]
        == .list([
          .group([
            .plain("method", "reported"), .plain("value", "3 FLOP"), .plain("book", "approximation"),
            .text("source", "MLflow: one"),
          ])
        ]))
    #expect(findings.map(\.code) == [.notTaken, .notTaken, .sourceIncomplete])
  }
}
