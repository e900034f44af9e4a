/// A value that is bound to a place of a statement.
enum SQLValue: Sendable {
  case int(Int64)
  case text(String)
  case bytes([UInt8])
}
