package import Ledger
package import Measures
import Records
import TestSupport

/// A log of one party whose statements are really signed, as a sequencer is given them. What is said depends on where the
/// log stands alone, so that a process that was killed goes on from there.
package struct SignedLog: Sendable {
  package let keys: LogKeys
  private let key: SigningKey
  private let sealing = SealingKey([UInt8](repeating: 9, count: 32))
  private let places: Places

  package init() throws {
    keys = try LogKeys(
      origin: "log.example/acme", checkpointKey: [UInt8](repeating: 1, count: 32),
      clockKey: [UInt8](repeating: 2, count: 32))
    key = try SigningKey([UInt8](repeating: 3, count: 32))
    places = try Dossier.places()
  }

  /// One that appends to it.
  package func sequencer(
    _ store: any Store, clock: @escaping @Sendable () -> Instant
  ) async throws -> Sequencer {
    try await Sequencer(store, keys: keys, places: places, clock: clock)
  }

  /// Goes through the whole log once more.
  package func audit(_ store: any Store) async throws -> Audit {
    try await Audit(store, places: places, signatures: true)
  }

  /// The statement that founds it.
  package func genesis() throws -> Submission {
    let roles = ["administrator", "recorder", "registrar"].map { KeyGrant.Role($0) }
    let founder = KeyGrant(
      party: "acme", person: "p1", publicKey: key.publicKey, custody: .selfHeld, roles: roles)
    let draft = Genesis.draft(
      origin: keys.origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey, founders: [founder],
      policy: .usual(quorum: 1, distinct: .organisation))
    return try .unsealed(draft, signedBy: [key])
  }

  /// What is said next where the log has that many leaves: a few things, one of them said again, and one that others may read
  /// from then on, or that is erased. Each body is handed over whole.
  package func statements(at size: UInt64) throws -> [Submission] {
    let names = ["artifact", "activity", "rating", "deployment"]
    var all: [Submission] = []
    for number in 0...Int(size % 3) {
      let kind = names[(Int(size) + number) % names.count]
      all.append(try said(kind, "n\(size)-\(number)", mark: "first"))
    }
    let again = names[Int(size) % names.count]
    all.append(try said(again, "n\(size)-0", revision: 2, mark: "second"))
    let change = AudienceChange(
      of: GlobalID("acme", again, "n\(size)-0"), revision: 1, fields: [],
      readers: size % 2 == 0 ? nil : .everyone, ground: "a change of mind")
    all.append(
      try .unsealed(change.draft(named: "c\(size)"), in: keys.note.verifier().vkey, signedBy: [key]))
    return all
  }

  /// A record with every field that its kind has.
  package func said(_ kind: String, _ local: String, revision: Int = 1, mark: String) throws -> Submission {
    guard let known = Kinds.named(kind) else { throw Problems([]) }
    let draft = try MarkedDraft.of(known, named: local, bodyMark: mark)
    var fields = draft.fields
    if revision > 1 {
      fields["revision"] = .integer(revision)
      fields["replaces"] = .integer(revision - 1)
      fields["because"] = .text("said better")
    }
    return try .of(
      Draft(kind: draft.kind, id: draft.id, fields: fields, mark: draft.mark),
      readers: .parties(["beta"]), sealing: sealing, signedBy: [key])
  }
}
