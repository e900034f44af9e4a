import GRDB
import Ledger
import LedgerSamples
import Measures
import Records
import TestSupport
import Testing

@testable import LedgerSQLite

/// Who holds the log’s key, and that of a party, writes what no sequencer would: the audit decides everything once more.
@Suite struct ForgedLogTests {
  private let scratch: ScratchFolder
  private let log: SignedLog
  private let store: SQLiteStore
  private let sequencer: Sequencer

  init() async throws {
    (scratch, log) = (try ScratchFolder(), try SignedLog())
    store = try SQLiteStore(folder: scratch.path + "/ledger", mode: .readWrite)
    sequencer = try await log.sequencer(store) { Instant(milliseconds: 1_790_000_000_000) }
    _ = try await sequencer.submit(log.genesis())
  }

  /// Appends a statement while the rows of its name stand under another.
  private func append(_ submission: Submission, hiding id: GlobalID) async throws {
    func rename(_ from: String, _ to: String) async throws {
      try await store.pool.write {
        try $0.execute(sql: "UPDATE statement SET id = ? WHERE id = ?", arguments: [to, from])
      }
    }
    try await rename(id.full, "hidden")
    _ = try await sequencer.submit(submission)
    // The new row is kept apart while the old ones come back.
    try await rename(id.full, "new")
    try await rename("hidden", id.full)
    try await rename("new", id.full)
  }

  private func faults() async throws -> [String] {
    try await log.audit(store).faults.map { $0.rule.text(.en) }
  }

  @Test func oneRevisionIsSaidOnce() async throws {
    let id = GlobalID("acme", "artifact", "m")
    _ = try await sequencer.submit(log.said("artifact", "m", mark: "first"))
    #expect(try await faults().isEmpty)
    try await append(log.said("artifact", "m", mark: "another"), hiding: id)
    var query = StatementQuery()
    (query.id, query.revision) = (id, 1)
    #expect(try await store.statements(query).count == 2)
    #expect(
      try await faults() == [
        "The log has revision 1 of acme/artifact/m already, with another content; the next is 2."
      ])
  }

  @Test func noRevisionIsLeftOut() async throws {
    _ = try await sequencer.submit(log.said("artifact", "m", mark: "first"))
    _ = try await sequencer.submit(log.said("artifact", "m", revision: 2, mark: "second"))
    try await store.pool.write { db in
      try db.execute(sql: "UPDATE statement SET revision = 3 WHERE revision = 2")
    }
    #expect(try await !faults().isEmpty)
  }

  /// A long log, so that what came before stands on other pages.
  @Test func whatCameLongBeforeCounts() async throws {
    let id = GlobalID("acme", "artifact", "m")
    _ = try await sequencer.submit(log.said("artifact", "m", mark: "first"))
    _ = try await sequencer.submit(log.said("artifact", "m", revision: 2, mark: "second"))
    for start in stride(from: 0, to: 900, by: 90) {
      let more = try (start..<start + 90).map { try log.said("rating", "r\($0)", mark: "m") }
      for result in await sequencer.submit(more) { _ = try result.get() }
    }
    _ = try await sequencer.submit(log.said("artifact", "m", revision: 3, mark: "third"))
    #expect(try await faults().isEmpty)
    try await append(log.said("artifact", "m", mark: "another"), hiding: id)
    #expect(try await faults().count == 1)
  }
}
