import Measures
package import Records

/// Who may read what by now, as far as anything changed since it was recorded.
package struct Audiences: Sendable {
  private var changes: [UInt64: [AudienceChange]] = [:]

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
        add(change, to: leaf)
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
      add(change, to: row.leaf)
    }
  }

  private static func change(_ store: any Store, at leaf: UInt64) async throws(Problems) -> AudienceChange? {
    guard let bytes = try await store.leaves(leaf..<leaf + 1).first else { throw .damaged(.leafMissing) }
    let head = try Statement(payload: Envelope(bytes, file: "leaf").payload, file: "leaf").head
    return head.kind == "audience" ? AudienceChange(unchecked: head) : nil
  }

  /// Takes a change that comes after all others.
  mutating func add(_ change: AudienceChange, to leaf: UInt64) {
    changes[leaf, default: []].append(change)
  }

  private func last(_ leaf: UInt64, _ field: String) -> AudienceChange? {
    changes[leaf]?.last { $0.fields.isEmpty || $0.fields.contains(field) }
  }

  /// The readers of a field, if they changed.
  func readers(_ leaf: UInt64, _ field: String) -> Readers? { last(leaf, field)?.readers }

  /// Whether a field was erased at any time: it does not come back.
  package func isErased(_ leaf: UInt64, _ field: String) -> Bool {
    changes[leaf]?.contains { $0.readers == nil && ($0.fields.isEmpty || $0.fields.contains(field)) } ?? false
  }

  /// On which ground each field has the readers that it has; all of them under ``Seal/listField``.
  package func grounds(_ leaf: UInt64) -> [String: String] {
    var grounds: [String: String] = [:]
    for change in changes[leaf] ?? [] {
      for field in change.fields.isEmpty ? [Seal.listField] : change.fields { grounds[field] = change.ground }
    }
    return grounds
  }
}
