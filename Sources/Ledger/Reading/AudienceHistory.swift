import Records

/// How the readers of one body changed, in the order of the log.
package struct AudienceHistory: Sendable {
  /// Why a field is not shown.
  package struct Absence: Hashable, Sendable {
    /// Whether nobody has it any more.
    package let isErased: Bool
    /// On which ground.
    package let ground: String
  }

  private var changes: [(leaf: UInt64, change: AudienceChange)] = []

  /// No change.
  package init() {}

  /// Takes a change that comes after all others.
  package mutating func add(_ change: AudienceChange, at leaf: UInt64) { changes.append((leaf, change)) }

  private func changes(of field: String) -> [(leaf: UInt64, change: AudienceChange)] {
    changes.filter { $0.change.covers(field) }
  }

  /// The readers of a field, if they changed.
  func readers(_ field: String) -> Readers? { changes(of: field).last?.change.readers }

  /// Whether a field was erased at any time: it does not come back. Under ``Seal/listField``: the whole body.
  package func isErased(_ field: String) -> Bool {
    changes(of: field).contains { $0.change.readers == nil }
  }

  /// Why the log says that a field is not shown to everyone: the erasure, or the ground of the last change, unless it let more
  /// read. Under ``Seal/listField``: of the whole body.
  package func absence(of field: String, first readers: Readers) -> Absence? {
    var absence: Absence?
    var readers = readers
    for (_, change) in changes(of: field) {
      guard let next = change.readers else { return Absence(isErased: true, ground: change.ground) }
      let letsMoreRead = next == .everyone || readers != next && readers.areAmong(next)
      absence = letsMoreRead ? nil : Absence(isErased: false, ground: change.ground)
      readers = next
    }
    return absence
  }

  /// What stands for a body of which nothing is shown: the whole, and each field that the log names.
  package var hiddenBody: [String] { [Seal.listField] + Set(changes.flatMap(\.change.fields)).sorted() }

  /// Why the log says that these fields are not shown; `nil`: the whole body.
  package func absences(of fields: [String]?, first readers: Readers) -> [String: Absence] {
    let fields = fields ?? hiddenBody
    return Dictionary(
      fields.compactMap { field in absence(of: field, first: readers).map { (field, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The leaves that say why these fields are not shown: of each, the erasure, or the last change and the one before.
  func decisive(for fields: [String]) -> [UInt64] {
    let leaves = fields.flatMap { field -> [UInt64] in
      let changes = changes(of: field)
      let erasure = changes.first { $0.change.readers == nil }
      return erasure.map { [$0.leaf] } ?? changes.suffix(2).map(\.leaf)
    }
    return Set(leaves).sorted()
  }
}

extension AudienceChange {
  /// Whether it is about a field. A change of some fields is not one of the whole body.
  fileprivate func covers(_ field: String) -> Bool { fields.isEmpty || fields.contains(field) }
}
