import GRDBSQLite
import Ledger
import Records

/// The columns of a row. What is not of the type that its column has is damage: nothing is converted.
struct Columns {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  func int(_ column: Int32) throws -> Int64 {
    guard sqlite3_column_type(handle, column) == SQLITE_INTEGER else { throw damage(column) }
    return sqlite3_column_int64(handle, column)
  }

  /// A whole number that cannot be negative.
  func unsigned(_ column: Int32) throws -> UInt64 {
    guard let number = UInt64(exactly: try int(column)) else { throw damage(column) }
    return number
  }

  func bytes(_ column: Int32) throws -> [UInt8] {
    guard sqlite3_column_type(handle, column) == SQLITE_BLOB else { throw damage(column) }
    // The address comes first: asking for it may change how long the value is.
    let start = sqlite3_column_blob(handle, column)
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  func text(_ column: Int32) throws -> String {
    guard sqlite3_column_type(handle, column) == SQLITE_TEXT else { throw damage(column) }
    let start = sqlite3_column_text(handle, column)
    let utf8 = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    guard let text = String(validating: utf8, as: UTF8.self) else { throw damage(column) }
    return text
  }

  /// The name of a thing.
  func id(_ column: Int32) throws -> GlobalID {
    guard let id = GlobalID(full: try text(column)) else { throw damage(column) }
    return id
  }

  /// Who may read.
  func readers(_ column: Int32) throws -> Readers {
    guard let readers = Readers(text: try text(column)) else { throw damage(column) }
    return readers
  }

  private func damage(_ column: Int32) -> EngineFailure {
    .damaged(sqlite3_column_name(handle, column).map { String(cString: $0) } ?? "\(column)")
  }
}

extension Columns {
  func head() throws -> LogHead {
    LogHead(size: try unsigned(0), root: try bytes(1), time: try int(2), checkpoint: try bytes(3))
  }

  func statement() throws -> StatementRow {
    StatementRow(
      leaf: try unsigned(0), kind: try text(1), id: try id(2), revision: Int(try int(3)), issuer: try text(4),
      time: try int(5), payload: try bytes(6))
  }

  func opening() throws -> OpeningRow {
    OpeningRow(
      leaf: try unsigned(0), field: try text(1), issuer: try text(2), readers: try readers(3),
      bytes: try bytes(4))
  }

  func mention() throws -> MentionRow {
    let field = try text(2)
    return MentionRow(id: try id(0), leaf: try unsigned(1), field: field.isEmpty ? nil : field)
  }
}
