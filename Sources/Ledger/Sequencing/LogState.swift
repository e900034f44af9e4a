import Measures
import Records

/// What a sequencer keeps of its log in memory: who may speak, the right edge of the tree, and where the log stands. It does
/// not grow with the log.
struct LogState: Sendable {
  var admission: Admission
  var growth: TreeGrowth
  var head: LogHead?

  /// Reads the state out of a store, and checks that its edge is whole.
  /// - Throws: ``Problems``: the store is damaged, or holds another log.
  init(_ store: any Store, keys: LogKeys, places: Places) async throws(Problems) {
    head = try await store.head()
    admission = Admission(places: places)
    growth = TreeGrowth()
    guard let head else { return }
    let reader = LogReader(store)
    guard try await reader.checkpoint(by: [keys.note.verifier()])?.size == head.size else {
      throw .damaged(.headDiffers)
    }
    growth = try await reader.growth(head.size)
    guard growth.root.bytes == head.root else { throw .damaged(.rootDiffers) }
    guard try await store.leaves(head.size..<head.size + 1).isEmpty,
      try await store.leaves(head.size - 1..<head.size).count == 1
    else { throw .damaged(.headDiffers) }
    try await admission.replayControl(store, upTo: head)
    guard admission.origin == keys.origin, admission.clockKey == keys.clockKey else {
      throw .refused(
        .unknownKey, .otherLog, [.code(admission.origin ?? ""), .code(keys.origin)], remedy: .takeKeysOfLog)
    }
  }
}

extension Admission {
  /// The kinds that decide who may speak.
  private static let control = ["delegation", "genesis", "key", "policy", "revocation"]

  /// Admits again, in order, what decides who may speak.
  mutating func replayControl(_ store: any Store, upTo head: LogHead) async throws(Problems) {
    var query = StatementQuery()
    (query.kinds, query.limit) = (Self.control, 1_000)
    var revisions: [GlobalID: StatementRow] = [:]
    while true {
      let rows = try await store.statements(query)
      for row in rows {
        guard let bytes = try await store.leaves(row.leaf..<row.leaf + 1).first else {
          throw .damaged(.leafMissing)
        }
        let envelope = try Envelope(bytes, file: "leaf \(row.leaf)")
        let examined = try examine(Submission(envelope: envelope, commitments: nil, openings: []))
        advance(to: row.time)
        try admit(examined, leaf: row.leaf) { revisions[$0] }
        revisions[row.id] = row
      }
      guard let last = rows.last, rows.count == query.limit else { break }
      query.leaves = last.leaf + 1..<query.leaves.upperBound
    }
    advance(to: head.time)
  }
}

extension Problems {
  /// What a store holds cannot be right.
  static func damaged(_ rule: Phrase, _ arguments: [Message.Argument] = []) -> Problems {
    .refused(.storeDamaged, rule, arguments, remedy: .fsckLedger)
  }
}
