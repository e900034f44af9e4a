import GRDBSQLite
import Ledger
import Records

/// The same rows in the same tables, put there with nothing but prepared statements of SQLite. Durable at each commit, as ours.
final class RawStore {
  private var connection: OpaquePointer?
  private var statements: [OpaquePointer] = []

  private static let inserts = [
    "INSERT INTO leaf VALUES (?, ?)", "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO opening VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO tile VALUES (?, ?, ?) ON CONFLICT (level, n) DO UPDATE SET hashes = excluded.hashes",
    "INSERT INTO head VALUES (1, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET size = excluded.size, root = excluded.root,"
      + " time = excluded.time, checkpoint = excluded.checkpoint",
  ]

  /// Opens a database whose tables are there.
  init(_ file: String) {
    must(sqlite3_open(file, &connection))
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
    run("PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA recursive_triggers = ON")
    for sql in Self.inserts {
      var statement: OpaquePointer?
      must(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
      if let statement { statements.append(statement) }
    }
  }

  deinit {
    statements.forEach { sqlite3_finalize($0) }
    must(sqlite3_close(connection))
  }

  func append(_ batch: Batch) {
    run("BEGIN IMMEDIATE")
    for (place, leaf) in zip(Int64(batch.first)..., batch.leaves) {
      bind(0, 1, place)
      bind(0, 2, leaf)
      step(0)
    }
    for change in batch.changes { add(change) }
    for tile in batch.tiles {
      bind(3, 1, Int64(tile.level))
      bind(3, 2, Int64(tile.index))
      bind(3, 3, tile.hashes)
      step(3)
    }
    bind(4, 1, Int64(batch.head.size))
    bind(4, 2, batch.head.root)
    bind(4, 3, batch.head.time)
    bind(4, 4, batch.head.checkpoint)
    step(4)
    run("COMMIT")
  }

  private func add(_ change: LedgerChange) {
    switch change {
    case .statement(let row):
      bind(1, 1, Int64(row.leaf))
      bind(1, 2, row.kind)
      bind(1, 3, row.id.full)
      bind(1, 4, Int64(row.revision))
      bind(1, 5, row.issuer)
      bind(1, 6, row.time)
      bind(1, 7, row.payload)
      step(1)
    case .opening(let row):
      bind(2, 1, Int64(row.leaf))
      bind(2, 2, row.field)
      bind(2, 3, row.issuer)
      bind(2, 4, row.readers.text)
      bind(2, 5, row.bytes)
      step(2)
    default: preconditionFailure("no other change is made here")
    }
  }

  private func bind(_ statement: Int, _ place: Int32, _ value: Int64) {
    must(sqlite3_bind_int64(statements[statement], place, value))
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  private func bind(_ statement: Int, _ place: Int32, _ value: String) {
    must(sqlite3_bind_text(statements[statement], place, value, -1, Self.copied))
  }

  private func bind(_ statement: Int, _ place: Int32, _ value: [UInt8]) {
    must(sqlite3_bind_blob(statements[statement], place, value, Int32(value.count), Self.copied))
  }

  private func step(_ statement: Int) {
    precondition(
      sqlite3_step(statements[statement]) == SQLITE_DONE, String(cString: sqlite3_errmsg(connection)))
    sqlite3_reset(statements[statement])
  }

  private func run(_ sql: String) { must(sqlite3_exec(connection, sql, nil, nil, nil)) }

  private func must(_ code: Int32) {
    precondition(code == SQLITE_OK, String(cString: sqlite3_errmsg(connection)))
  }
}
