import Measures
package import Records

/// Who may read what by now, as far as anything changed since it was recorded.
package struct Audiences: Sendable {
  private var histories: [UInt64: AudienceHistory] = [:]

  init() {}

  /// Reads what the log has changed.
  init(_ store: any Store) async throws(Problems) {
    var query = StatementQuery()
    query.kinds = ["audience"]
    while true {
      let rows = try await store.statements(query)
      for row in rows {
        guard let change = try await Self.change(store, at: row.leaf) else { continue }
        var target = StatementQuery()
        (target.id, target.revision) = (change.of, change.revision)
        guard let leaf = try await store.statements(target).first?.leaf else { continue }
        add(change, at: row.leaf, to: leaf)
      }
      guard let last = rows.last, rows.count == query.limit else { break }
      query.leaves = last.leaf + 1..<query.leaves.upperBound
    }
  }

  /// Reads what the log has changed for one statement.
  package init(_ store: any Store, of row: StatementRow) async throws(Problems) {
    for leaf in try await store.mentions(of: row.id, for: .everyone).map(\.leaf) {
      guard let change = try await Self.change(store, at: leaf), change.of == row.id,
        change.revision == row.revision
      else { continue }
      add(change, at: leaf, to: row.leaf)
    }
  }

  private static func change(_ store: any Store, at leaf: UInt64) async throws(Problems) -> AudienceChange? {
    guard let bytes = try await store.leaves(leaf..<leaf + 1).first else { throw .damaged(.leafMissing) }
    let head = try Statement(payload: Envelope(bytes, file: "leaf").payload, file: "leaf").head
    return head.kind == "audience" ? AudienceChange(unchecked: head) : nil
  }

  /// Takes a change at a leaf that comes after all others, for the statement at another.
  mutating func add(_ change: AudienceChange, at place: UInt64, to leaf: UInt64) {
    histories[leaf, default: AudienceHistory()].add(change, at: place)
  }

  /// What changed for the statement at a leaf.
  package subscript(leaf: UInt64) -> AudienceHistory { histories[leaf] ?? AudienceHistory() }
}
