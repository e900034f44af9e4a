import Measures
package import Records

/// What a store has of the body of a leaf, to tell what may still be added: what was never handed over, and not what was erased.
package struct KeptBody: Sendable {
  /// What becomes of a body that is handed over for a leaf that is there.
  package enum Outcome: Sendable {
    /// All of it is there.
    case nothing
    /// Something is added.
    case added
    /// What is not there was erased, and stays so.
    case erased
  }

  private var fields: Set<String>
  var history: AudienceHistory
  private let leaf: UInt64

  /// The body of a leaf that came just now.
  init(of examined: Examined, leaf: UInt64) {
    let submission = examined.submission
    let list = submission.commitments.map { $0.isEmpty ? [] : [Seal.listField] } ?? []
    self.leaf = leaf
    fields = Set(submission.openings.map(\.field) + list)
    history = AudienceHistory()
  }

  /// The body of a leaf as the store has it; `nil`: all that is handed over is there, and who may read it is not asked.
  init?(_ store: any Store, of row: StatementRow, for submission: Submission) async throws(Problems) {
    let fields = Set(try await store.openings(row.leaf..<row.leaf + 1, for: .holder).map(\.field))
    guard submission.openings.contains(where: { !fields.contains($0.field) }) else { return nil }
    leaf = row.leaf
    self.fields = fields
    history = try await Audiences(store, of: row)[row.leaf]
  }

  /// What becomes of a body that is handed over.
  package static func outcome(
    of submission: Submission, _ store: any Store, for row: StatementRow
  ) async throws(Problems) -> Outcome {
    guard let kept = try await KeptBody(store, of: row, for: submission) else { return .nothing }
    return submission.openings.contains { kept.isMissing($0.field) } ? .added : .erased
  }

  private func isMissing(_ field: String) -> Bool {
    !fields.contains(field) && !history.isErased(field)
  }

  /// What is added to the tables by a body that comes later, for whom it may be read by now.
  mutating func added(by examined: Examined) -> [LedgerChange] {
    var changes: [LedgerChange] = []
    for change in Unfolding.body(examined, leaf: leaf) {
      switch change {
      case .opening(let row) where isMissing(row.field):
        changes.append(
          .opening(
            OpeningRow(
              leaf: leaf, field: row.field, issuer: row.issuer,
              readers: history.readers(row.field) ?? row.readers, bytes: row.bytes)))
      case .mention(let row) where isMissing(row.field ?? ""): changes.append(change)
      default: break
      }
    }
    fields.formUnion(
      changes.compactMap { if case .opening(let row) = $0 { row.field } else { nil } })
    return changes
  }
}
