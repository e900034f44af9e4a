import Ledger
import Records

/// A query that is put together, with what is bound to its places.
struct Query {
  private(set) var sql: String
  private(set) var values: [SQLValue] = []

  private init(_ sql: String) { self.sql = sql }

  /// Binds a value, and gives its place.
  private mutating func place(_ value: SQLValue) -> String {
    values.append(value)
    return "?\(values.count)"
  }

  /// A place in the log that is only looked for: none is beyond what an engine counts.
  private mutating func place(_ number: UInt64) -> String { place(.int(Int64(clamping: number))) }

  private mutating func range(_ column: String, _ range: Range<UInt64>) -> String {
    "\(column) >= \(place(range.lowerBound)) AND \(column) < \(place(range.upperBound))"
  }

  /// Statements, by leaf.
  static func statements(_ asked: StatementQuery) -> Query {
    var query = Query("")
    var base = "\(Queries.statementColumns) WHERE \(query.range("leaf", asked.leaves))"
    if let id = asked.id { base += " AND id = \(query.place(.text(id.full)))" }
    if let revision = asked.revision { base += " AND revision = \(query.place(.int(Int64(revision))))" }
    // One ordered search for each kind, merged: no sorting, and rare kinds are found at once in a long log.
    let parts = Set(asked.kinds).sorted().map { "\(base) AND kind = \(query.place(.text($0)))" }
    query.sql = parts.isEmpty ? base : parts.joined(separator: " UNION ALL ")
    query.sql += " ORDER BY leaf LIMIT \(query.place(.int(Int64(max(0, asked.limit)))))"
    return query
  }

  /// Openings that a viewer may read, by leaf and field.
  static func openings(_ leaves: Range<UInt64>, for viewer: Viewer) -> Query {
    var query = Query("")
    let list = """
      field = '' AND EXISTS (
        SELECT 1 FROM opening AS other
        WHERE other.leaf = opening.leaf AND other.field <> '' AND \(query.seen(by: viewer, in: "other")))
      """
    query.sql = """
      SELECT leaf, field, issuer, readers, bytes FROM opening
      WHERE \(query.range("leaf", leaves)) AND (\(query.seen(by: viewer)) OR \(list)) ORDER BY leaf, field
      """
    return query
  }

  /// The leaves that mention a name, as far as a viewer may know.
  static func mentions(of id: GlobalID, for viewer: Viewer) -> Query {
    var query = Query("")
    query.sql = query.mentions("id = \(query.place(.text(id.full)))", viewer)
    return query
  }

  /// What leaves mention, as far as a viewer may know.
  static func mentions(in leaves: Range<UInt64>, for viewer: Viewer) -> Query {
    var query = Query("")
    query.sql = query.mentions(query.range("leaf", leaves), viewer)
    return query
  }

  // The empty field is the head, which everyone sees.
  private mutating func mentions(_ condition: String, _ viewer: Viewer) -> String {
    let opened = """
      EXISTS (
        SELECT 1 FROM opening
        WHERE opening.leaf = mention.leaf AND opening.field = mention.field AND \(seen(by: viewer)))
      """
    let seen = viewer == .holder ? "" : " AND (field = '' OR \(opened))"
    return "SELECT id, leaf, field FROM mention WHERE \(condition)\(seen) ORDER BY leaf, field, id"
  }

  // INVARIANT: the same answer as `Readers.include`. Names of parties have no sign that means something in LIKE.
  private mutating func seen(by viewer: Viewer, in table: String = "opening") -> String {
    switch viewer {
    case .holder: return "1 = 1"
    case .everyone: return "\(table).readers = 'public'"
    case .party(let name):
      let (issuer, readers) = (place(.text(name)), place(.text("%,\(name),%")))
      return """
        (\(table).readers = 'public' OR \(table).issuer = \(issuer) OR \(table).readers LIKE \(readers))
        """
    }
  }
}
