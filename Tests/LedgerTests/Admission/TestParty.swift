import Crypto
import Ledger
import Measures
import Records
import TestSupport

/// A party with one key, as a test needs it.
struct TestParty {
  let name: String
  let key: SigningKey
  let grant: KeyGrant
  let sealing = SealingKey([UInt8](repeating: 9, count: 32))

  init(
    _ name: String, _ person: String = "p1", roles: [KeyGrant.Role] = [KeyGrant.Role("recorder")],
    custody: KeyGrant.Custody = .selfHeld, from: String? = nil, until: String? = nil
  ) throws {
    self.name = name
    key = try SigningKey(Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    grant = KeyGrant(
      party: name, person: person, publicKey: key.publicKey, custody: custody, roles: roles,
      from: try from.map { try Moment($0) }, until: try until.map { try Moment($0) })
  }

  /// A party with this key.
  init(key: SigningKey, name: String) {
    self.name = name
    self.key = key
    grant = KeyGrant(
      party: name, person: "p1", publicKey: key.publicKey, custody: .selfHeld,
      roles: [KeyGrant.Role("recorder")])
  }

  /// Signs a record with the keys of others too.
  func says(_ draft: Draft, with others: [TestParty] = []) throws -> Submission {
    try Submission.of(draft, readers: .parties([]), sealing: sealing, signedBy: [key] + others.map(\.key))
  }

  /// Signs a record of a kind without body, for a log.
  func saysOpenly(
    _ draft: Draft, with others: [TestParty] = [], in log: String? = TestLog.name
  ) throws -> Submission {
    let log = ["genesis", "tick"].contains(draft.kind.name) ? nil : log
    return try Submission.unsealed(draft, in: log, signedBy: [key] + others.map(\.key))
  }

  /// A record of the kind in the party's namespace.
  func draft(_ kind: String, _ local: String = "thing", about: GlobalID? = nil) throws -> Draft {
    let known = try Kinds.named(kind) ?? { throw Problems([]) }()
    let draft = try MarkedDraft.of(known, in: name, named: local)
    guard let about else { return draft }
    let isList = if case .list = draft.fields["about"] { true } else { false }
    return Draft(
      kind: draft.kind, id: draft.id,
      fields: draft.fields.merging(["about": isList ? .list([.reference(about)]) : .reference(about)]) { $1 },
      mark: draft.mark)
  }
}

/// What a log holds of those who may speak, fed statement by statement.
struct TestLog {
  var admission: Admission
  private var rows: [GlobalID: StatementRow] = [:]
  private var leaf: UInt64 = 0
  let keys: LogKeys

  private static func keys() throws -> LogKeys {
    try LogKeys(
      origin: "log.example/test", checkpointKey: [UInt8](repeating: 1, count: 32),
      clockKey: [UInt8](repeating: 2, count: 32))
  }

  /// How what is said in the log names it.
  static let name: String? = try? keys().note.verifier().vkey

  /// Founds a log.
  init(_ founders: [TestParty], policy: AdmissionPolicy? = nil, quorum: Int = 1) throws {
    keys = try Self.keys()
    admission = Admission(places: try Dossier.places())
    let draft = Genesis.draft(
      origin: keys.origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey,
      founders: founders.map(\.grant),
      policy: policy ?? .usual(quorum: quorum, distinct: .organisation))
    try take(try founders[0].saysOpenly(draft, with: Array(founders.dropFirst())))
  }

  /// Lets the log say what time it is.
  mutating func tick(_ text: String) throws {
    let moment = try Moment(text)
    try take(try keys.tick(at: leaf, moment.first))
  }

  /// Submits a statement.
  mutating func take(_ submission: Submission) throws(Problems) {
    let examined = try admission.examine(submission)
    let rows = rows
    try admission.admit(examined, leaf: leaf) { rows[$0] }
    let head = examined.statement.head
    self.rows[head.id] = StatementRow(
      leaf: leaf, kind: head.kind, id: head.id, revision: head.revision, issuer: head.issuer,
      time: admission.time, payload: examined.statement.digest)
    leaf += 1
  }

  /// Why a statement is refused: its code, and the phrase; `nil`: it is admitted.
  mutating func refusal(_ submission: Submission) -> String? {
    do throws(Problems) {
      try take(submission)
      return nil
    } catch {
      return error.list.map { "\($0.code.rawValue): \($0.rule.text(.en))" }.joined(separator: "; ")
    }
  }
}
