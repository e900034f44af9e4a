import GRDB
import GRDBSQLite

/// A prepared statement, driven without conversions in between: rows of a log are many and large.
struct PreparedStatement {
  // GRDB ends the statement with this object.
  private let owner: Statement
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  // SQLite copies what is bound, so that nothing must outlive the call.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ statement: Statement) throws {
    owner = statement
    handle = statement.sqliteStatement
    connection = try sqlite3_db_handle(handle) ?? { throw EngineFailure.damaged("statement") }()
  }

  /// Runs a statement that gives no rows.
  /// - Returns: how many rows it changed.
  @discardableResult
  func run(_ values: SQLValue...) throws -> Int {
    try bind(values)
    defer { reset() }
    try check(sqlite3_step(handle), SQLITE_DONE)
    return Int(sqlite3_changes(connection))
  }

  /// Reads every row.
  func rows<Row>(_ values: [SQLValue], _ read: (Columns) throws -> Row) throws -> [Row] {
    try bind(values)
    defer { reset() }
    var rows: [Row] = []
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return rows }
      try check(code, SQLITE_ROW)
      rows.append(try read(Columns(handle)))
    }
  }

  private func bind(_ values: [SQLValue]) throws {
    for (place, value) in zip(Int32(1)..., values) {
      let code =
        switch value {
        case .int(let number): sqlite3_bind_int64(handle, place, number)
        case .text(var text):
          text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { chars in
              sqlite3_bind_text64(
                handle, place, chars.baseAddress, UInt64(chars.count), Self.copied, UInt8(SQLITE_UTF8))
            }
          }
        // No address is NULL for SQLite, which an empty blob is not.
        case .bytes(let bytes) where bytes.isEmpty: sqlite3_bind_zeroblob(handle, place, 0)
        case .bytes(let bytes):
          bytes.withUnsafeBytes {
            sqlite3_bind_blob64(handle, place, $0.baseAddress, UInt64($0.count), Self.copied)
          }
        }
      try check(code, SQLITE_OK)
    }
  }

  // Bodies do not stay in the memory of a statement that waits.
  private func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func check(_ code: Int32, _ expected: Int32) throws {
    guard code == expected else { throw EngineFailure(connection) }
  }
}
