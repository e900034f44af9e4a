import GRDB
import Glibc
import Ledger
import LedgerSamples
import Records
import StoreConformance
import Testing

@testable import LedgerSQLite

/// What guards the log within the database, and how it is searched.
@Suite struct GuardTests {
  private let scratch: ScratchFolder
  private let store: SQLiteStore

  init() throws {
    scratch = try ScratchFolder()
    store = try SQLiteStore(folder: scratch.path + "/ledger", mode: .readWrite)
  }

  @Test(arguments: [
    "UPDATE leaf SET entry = x'00'", "UPDATE leaf SET idx = idx + 1000", "DELETE FROM leaf WHERE idx = 299",
    "INSERT OR REPLACE INTO leaf (idx, entry) VALUES (0, x'00')", "DELETE FROM tile WHERE n = 1",
    "UPDATE tile SET hashes = hashes WHERE n = 0", "UPDATE tile SET hashes = zeroblob(64) WHERE n = 1",
    "UPDATE tile SET hashes = substr(hashes, 1, 32) WHERE n = 1", "UPDATE tile SET n = 7 WHERE n = 1",
    "INSERT OR REPLACE INTO tile (level, n, hashes) VALUES (0, 0, zeroblob(32))",
    "INSERT INTO tile (level, n, hashes) VALUES (3, 0, zeroblob(33))",
    "UPDATE head SET size = size - 1", "DELETE FROM head", "UPDATE head SET root = zeroblob(32)",
    "UPDATE head SET time = time - 1", "UPDATE head SET time = time - 1, size = size + 1",
    "INSERT INTO leaf (idx, entry) VALUES ('x', x'00')",
    "INSERT INTO leaf (idx, entry) VALUES (-1, x'00')", "INSERT INTO leaf (idx, entry) VALUES (900, 'text')",
    "INSERT INTO opening (leaf, field, issuer, readers, bytes) VALUES (900, 'f', 'a', ',', x'')",
  ])
  func theLogCannotBeChanged(_ sql: String) async throws {
    var log = SampleLog()
    let batch = log.batch(300)
    try await store.append(batch, after: nil)
    await #expect(throws: DatabaseError.self) {
      try await store.pool.write { try $0.execute(sql: sql) }
    }
    #expect(try await store.leaves(0..<1000) == batch.leaves)
    #expect(try await store.tile(level: 0, index: 1)?.hashes.count == 44 * 32)
    #expect(try await store.head() == log.head)
  }

  /// Nothing is found by going through all rows, nor sorted where an index has the order.
  @Test func everythingIsFoundByAnIndex() async throws {
    let id = GlobalID("acme", "artifact", "a")
    var byID = StatementQuery()
    (byID.id, byID.revision) = (id, 1)
    var byKinds = StatementQuery()
    byKinds.kinds = ["key", "policy", "revocation"]
    let viewers: [Viewer] = [.everyone, .holder, .party("acme")]
    var queries = [Queries.latest, Queries.leaves, Queries.tile, Queries.head, Queries.cosignatures]
    queries += [byID, byKinds, StatementQuery()].map { Query.statements($0).sql }
    queries += viewers.flatMap {
      [
        Query.openings(1..<2, for: $0).sql, Query.mentions(of: id, for: $0).sql,
        Query.mentions(in: 1..<2, for: $0).sql,
      ]
    }
    for sql in queries {
      let plan = try await store.pool.read { db in
        let filled = sql.replacing(/\?[0-9]+/, with: "1")
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + filled).map { $0["detail"] as String }
      }
      #expect(!plan.isEmpty)
      #expect(!plan.contains { $0.hasPrefix("SCAN") || $0.contains("AUTOMATIC") }, "\(sql): \(plan)")
      if sql.contains("UNION ALL") {
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(sql): \(plan)")
      }
    }
  }

  /// Removing the file of the lock opens the way to a second writer; the head still lets only one append.
  @Test func ofTwoWritersWithoutLockOneAppends() async throws {
    let folder = scratch.path + "/ledger"
    #expect(await codes { _ = try SQLiteStore(folder: folder, mode: .readWrite) } == ["store-busy"])
    #expect(unlink(folder + "/ledger.lock") == 0)
    let (store, other) = (store, try SQLiteStore(folder: folder, mode: .readWrite))
    var log = SampleLog()
    for _ in 0..<30 {
      let (head, batch) = (log.head, log.batch(3))
      async let first = codes { try await store.append(batch, after: head) }
      async let second = codes { try await other.append(batch, after: head) }
      let answers = await [first, second]
      #expect(answers.contains([]) && answers.contains(["store-moved"]))
    }
    #expect(try await store.leaves(0..<1000).count == 90)
    #expect(try await other.head() == log.head)
    #expect(try await store.faults() == [])
  }
}
