import GRDB
public import Ledger
import Measures
public import Records

extension SQLiteStore {
  /// Where the log stands; `nil`: nothing was ever appended.
  public func head() async throws(Problems) -> LogHead? {
    try await read { try $0.prepared(Queries.head).rows([]) { try $0.head() }.first }
  }

  /// The bytes of these leaves; fewer where the log ends.
  /// - Throws: ``Problems`` (`store-damaged`): one in between is missing.
  public func leaves(_ range: Range<UInt64>) async throws(Problems) -> [[UInt8]] {
    try await read { db in
      var next = range.lowerBound
      return try db.prepared(Queries.leaves).rows([bound(range.lowerBound), bound(range.upperBound)]) {
        columns in
        guard try columns.unsigned(0) == next else { throw EngineFailure.damaged("idx") }
        next += 1
        return try columns.bytes(1)
      }
    }
  }

  /// The tile as far as it has grown; `nil`: there is none.
  public func tile(level: Int, index: UInt64) async throws(Problems) -> TileRow? {
    try await read { db in
      try db.prepared(Queries.tile).rows([.int(Int64(level)), bound(index)]) {
        TileRow(level: level, index: index, hashes: try $0.bytes(0))
      }.first
    }
  }

  /// The statements that a query asks for, by leaf.
  public func statements(_ query: StatementQuery) async throws(Problems) -> [StatementRow] {
    try await rows(.statements(query)) { try $0.statement() }
  }

  /// Of each name that the log has, the row of its highest revision.
  public func latest(
    _ ids: [GlobalID], before leaf: UInt64
  ) async throws(Problems) -> [GlobalID: StatementRow] {
    try await read { db in
      let statement = try db.prepared(Queries.latest)
      var found: [GlobalID: StatementRow] = [:]
      for id in Set(ids) {
        let asked: [SQLValue] = [.text(id.full), .int(Int64(clamping: leaf))]
        found[id] = try statement.rows(asked) { try $0.statement() }.first
      }
      return found
    }
  }

  /// What `viewer` may read of the bodies of these leaves, by leaf and field.
  public func openings(_ leaves: Range<UInt64>, for viewer: Viewer) async throws(Problems) -> [OpeningRow] {
    try Self.check(viewer)
    return try await rows(.openings(leaves, for: viewer)) { try $0.opening() }
  }

  /// Which leaves mention a name, as far as `viewer` may know, by leaf.
  public func mentions(of id: GlobalID, for viewer: Viewer) async throws(Problems) -> [MentionRow] {
    try Self.check(viewer)
    return try await rows(.mentions(of: id, for: viewer)) { try $0.mention() }
  }

  /// What these leaves mention, as far as `viewer` may know, by leaf, field and name.
  public func mentions(
    in leaves: Range<UInt64>, for viewer: Viewer
  ) async throws(Problems) -> [MentionRow] {
    try Self.check(viewer)
    return try await rows(.mentions(in: leaves, for: viewer)) { try $0.mention() }
  }

  /// The signatures of witnesses on the checkpoint of that size.
  public func cosignatures(size: UInt64) async throws(Problems) -> [String] {
    try await read { db in
      try db.prepared(Queries.cosignatures).rows([bound(size)]) { row in
        let kept = try KeptCosignature(row)
        guard kept.isWhole else { throw EngineFailure.contradiction("cosignature: \(kept.line)") }
        return kept.line
      }
    }
  }

  private func rows<Row: Sendable>(
    _ query: Query, _ row: @escaping @Sendable (Columns) throws -> Row
  ) async throws(Problems) -> [Row] {
    try await read { try $0.prepared(query.sql).rows(query.values, row) }
  }

  /// A sign in the name of a party would widen what is looked for.
  private static func check(_ viewer: Viewer) throws(Problems) {
    guard case .party(let name) = viewer, !GlobalID.isNamespace(name) else { return }
    throw Problems([
      Problem(
        .badName, at: nil, rule: Phrase.storeBadParty.with(.quoted(name)),
        remedy: Phrase.storePartyNames.message)
    ])
  }
}

/// A place that is only looked for: none is beyond what SQLite counts.
private func bound(_ number: UInt64) -> SQLValue { .int(Int64(clamping: number)) }
