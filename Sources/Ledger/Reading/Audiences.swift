import Measures
import Records

/// Who may read what by now, as far as anything changed since it was recorded.
struct Audiences: Sendable {
  private var changes: [UInt64: [(fields: Set<String>, readers: Readers?)]] = [:]

  init() {}

  /// Reads what the log has changed.
  init(_ store: any Store) async throws(Problems) {
    var query = StatementQuery()
    query.kinds = ["audience"]
    while true {
      let rows = try await store.statements(query)
      for row in rows {
        guard let bytes = try await store.leaves(row.leaf..<row.leaf + 1).first else {
          throw .damaged(.leafMissing)
        }
        let head = try Statement(payload: Envelope(bytes, file: "leaf").payload, file: "leaf").head
        guard let change = AudienceChange(unchecked: head) else { continue }
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
  init(_ store: any Store, of row: StatementRow) async throws(Problems) {
    for leaf in try await store.mentions(of: row.id, for: .everyone).map(\.leaf) {
      guard let bytes = try await store.leaves(leaf..<leaf + 1).first else { throw .damaged(.leafMissing) }
      let head = try Statement(payload: Envelope(bytes, file: "leaf").payload, file: "leaf").head
      guard head.kind == "audience", let change = AudienceChange(unchecked: head), change.of == row.id,
        change.revision == row.revision
      else { continue }
      add(change, to: row.leaf)
    }
  }

  /// Takes a change that comes after all others.
  mutating func add(_ change: AudienceChange, to leaf: UInt64) {
    changes[leaf, default: []].append((Set(change.fields), change.readers))
  }

  private func last(_ leaf: UInt64, _ field: String) -> (fields: Set<String>, readers: Readers?)? {
    changes[leaf]?.last { $0.fields.isEmpty || $0.fields.contains(field) }
  }

  /// The readers of a field, if they changed.
  func readers(_ leaf: UInt64, _ field: String) -> Readers? { last(leaf, field)?.readers }

  /// Whether a field was erased at any time: it does not come back.
  func isErased(_ leaf: UInt64, _ field: String) -> Bool {
    changes[leaf]?.contains { $0.readers == nil && ($0.fields.isEmpty || $0.fields.contains(field)) } ?? false
  }
}
