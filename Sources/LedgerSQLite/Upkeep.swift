import GRDB
import GRDBSQLite
public import Ledger
public import Records

extension SQLiteStore {
  /// What the engine finds wrong with its files, and lines of witnesses that are not as they were kept: nothing, or one line each.
  public func faults() async throws(Problems) -> [String] {
    try await read { db in
      do {
        let found = try db.prepared("PRAGMA integrity_check").rows([]) { try $0.text(0) }
        let dangling = try db.prepared("PRAGMA foreign_key_check").rows([]) { try $0.text(0) }
        let lines = try db.prepared(Queries.allCosignatures).rows([]) { try KeptCosignature($0) }
        return found.filter { $0 != "ok" } + dangling.map { "\($0): foreign key" }
          + lines.filter { !$0.isWhole }.map { "cosignature: \($0.size)" }
      } catch EngineFailure.engine(let code, let message, _)
        where [SQLITE_CORRUPT, SQLITE_NOTADB].contains(code & 0xFF)
      {
        // Damage that stops the search is what was looked for.
        return ["\(message) (\(code))"]
      }
    }
  }

  /// Leaves no byte of what was erased in any file of the store: writes the database anew, and empties the log.
  /// - Throws: ``Problems`` (`store-busy`): another process reads what is to go; try again.
  public func compact() async throws(Problems) {
    try requireWritable()
    try await answer { pool, done in
      pool.asyncBarrierWriteWithoutTransaction { result in
        done(
          Result {
            let db = try result.get()
            do { try Self.compact(db) } catch { throw EngineFailure(error, on: db.sqliteConnection) }
          }.mapError { EngineFailure($0) })
      }
    }
  }

  private static func compact(_ db: Database) throws {
    try db.execute(sql: "VACUUM")
    let answers = try db.prepared("PRAGMA wal_checkpoint(TRUNCATE)").rows([]) { try $0.int(0) }
    guard answers == [0] else {
      throw EngineFailure.engine(code: SQLITE_BUSY, message: "wal_checkpoint", reason: 0)
    }
  }

  /// How much it holds.
  public func counts() async throws(Problems) -> StoreCounts {
    let bytes = folder.size
    return try await read { db in
      let kinds = try db.prepared(Queries.kinds).rows([]) { (try $0.text(0), try $0.unsigned(1)) }
      let totals = try db.prepared(Queries.openingTotals).rows([]) {
        (try $0.unsigned(0), try $0.unsigned(1))
      }
      return StoreCounts(
        leaves: Dictionary(kinds) { $0 + $1 }, openings: totals.first?.0 ?? 0,
        openingBytes: totals.first?.1 ?? 0, bytes: bytes)
    }
  }
}
