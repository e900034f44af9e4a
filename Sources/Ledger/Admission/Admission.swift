import Measures
public import Records

/// What was submitted: a signed statement, and its openings as far as they are handed over.
public struct Submission: Sendable {
  /// The signed statement.
  public let envelope: Envelope
  /// The commitments of its body, if they are handed over.
  public let commitments: [Commitment]?
  /// The openings that are handed over.
  public let openings: [Opening]

  /// Creates a submission.
  public init(envelope: Envelope, commitments: [Commitment]?, openings: [Opening]) {
    self.envelope = envelope
    self.commitments = commitments
    self.openings = openings
  }
}

/// A submission whose form and signatures were looked at: what needs no state of the log.
///
/// Large, and handed on often: a value behind one reference.
public final class Examined: Sendable {
  /// What was submitted.
  public let submission: Submission
  /// The bytes of the leaf.
  public let bytes: [UInt8]
  /// What is said.
  public let statement: Statement
  /// The fields of its head; `nil`: of a kind that this version does not know.
  public let fields: [String: Value]?
  /// The names that its body mentions, by field.
  let bodyMentions: [String: Set<GlobalID>]
  /// The keys, among those that were known, that made their signatures.
  let verified: Set<String>

  init(
    _ submission: Submission, bytes: [UInt8], _ statement: Statement, fields: [String: Value]?,
    bodyMentions: [String: Set<GlobalID>], verified: Set<String>
  ) {
    self.submission = submission
    self.bytes = bytes
    self.statement = statement
    self.fields = fields
    self.bodyMentions = bodyMentions
    self.verified = verified
  }
}

/// What the log itself holds of those who may speak: a pure function of its leaves, in order.
public struct Admission: Sendable {
  /// The name of the log.
  public internal(set) var origin: String?
  /// The keys.
  public internal(set) var ring = KeyRing()
  /// The policy.
  public internal(set) var policy = AdmissionPolicy(rules: [], quorum: 1, quorumDistinct: .person)
  /// The key that signs ticks.
  var clock: KeyGrant?
  var founders: [KeyGrant] = []
  /// What is delegated, in the order in which it was said.
  public internal(set) var delegations: [Delegation] = []
  /// The log's time of the last tick, in milliseconds.
  public internal(set) var time: Int64 = 0
  private let reader: SignedFields
  let places: Places

  /// The namespace in which a log speaks about itself.
  public static let log = "log"

  /// A log without leaves.
  public init(places: Places) {
    self.places = places
    reader = SignedFields(places: places)
  }

  /// What verifies the log's checkpoints, as verifiers write it.
  public internal(set) var logKey: String?

  /// The public key that ticks are signed with.
  var clockKey: [UInt8]? { clock?.publicKey }

  /// Takes the log's time of a tick that was admitted before.
  mutating func advance(to time: Int64) { self.time = max(self.time, time) }

  /// Looks at the form of a submission and at its signatures. Does not change with what is admitted meanwhile, but for keys
  /// that are introduced: those are looked at again.
  /// - Throws: ``Problems``: its form is wrong.
  public func examine(_ submission: Submission) throws(Problems) -> Examined {
    try examine(submission, bytes: submission.envelope.bytes, checksSignatures: true)
  }

  /// The same of a submission whose bytes are known already.
  func examine(
    _ submission: Submission, bytes: [UInt8], checksSignatures: Bool
  ) throws(Problems) -> Examined {
    let envelope = submission.envelope
    guard envelope.payloadType == Envelope.inToto else {
      throw .malformed(nil, .otherPayload, [.quoted(String(envelope.payloadType.prefix(80)))])
    }
    guard bytes.count <= Envelope.maximumSize else {
      throw .refused(
        .tooLarge, .leafTooLarge, [.count(bytes.count), .count(Envelope.maximumSize)], remedy: .moveToBody)
    }
    let statement = try Statement(payload: envelope.payload, file: "statement")
    let fields = try statement.head.values(reader)
    guard let kind = Kinds.inLedger(statement.head.kind), let fields else {
      throw .refused(
        .unknownKind, .kindNotKnown, [.code(statement.head.kind), .count(statement.head.version)],
        remedy: .updateProgram)
    }
    let mentions = try body(of: submission, statement, kind, fields)
    return Examined(
      submission, bytes: bytes, statement, fields: fields, bodyMentions: mentions,
      verified: checksSignatures ? ring.verified(envelope) : Set(envelope.signatures.map(\.keyID)))
  }

  /// Checks that openings are those of the seal and say what their schema lets them say.
  private func body(
    of submission: Submission, _ statement: Statement, _ kind: Kind, _ head: [String: Value]
  ) throws(Problems) -> [String: Set<GlobalID>] {
    // A body without fields is known whole.
    guard let commitments = submission.commitments ?? (statement.seal == Seal.root([]) ? [] : nil) else {
      guard submission.openings.isEmpty else { throw .sealDiffers() }
      return [:]
    }
    guard Seal.root(commitments) == statement.seal else { throw .sealDiffers() }
    var body: [String: Value] = [:]
    for opening in submission.openings {
      guard commitments.contains(opening.commitment), body[opening.field] == nil else { throw .sealDiffers() }
      body[opening.field] = try reader.field(opening.field, opening.value, of: kind)
    }
    if body.count == commitments.count {
      _ = try reader.draft(
        statement.head.id, kind, head: head, body: body, at: Mark(file: statement.head.id.full, line: 0))
    }
    return body.mapValues { Set($0.references) }.filter { !$0.value.isEmpty }
  }

  /// Admits what was examined, or says why not. `latest` is the row of the highest revision of a name that the log has.
  /// - Throws: ``Problems``: the rule that it breaks. Nothing has changed then.
  public mutating func admit(
    _ examined: Examined, leaf: UInt64, latest: (GlobalID) -> StatementRow?
  ) throws(Problems) {
    guard let fields = examined.fields else { return }
    let head = examined.statement.head
    let envelope = examined.submission.envelope
    switch head.kind {
    case "genesis": return try found(fields, head, envelope, leaf: leaf)
    case "tick": return try tick(fields, head, envelope, leaf: leaf)
    default: break
    }
    guard origin != nil else { throw .refused(.notAdmitted, .noGenesis, remedy: .initLedger) }
    if Kinds.named(head.kind) == nil, fields["log"]?.text != logKey {
      throw .refused(
        .notAdmitted, .saidInAnotherLog, [.quoted(fields["log"]?.text ?? "")], remedy: .signForThisLog)
    }
    let signers = try signers(of: examined, at: time)
    if head.kind == "policy" {
      try changePolicy(fields, head, signers)
    } else {
      try check(head, fields, signers)
    }
    try succeeds(head, latest(head.id))
    switch head.kind {
    case "key": try addKey(fields, head, signers)
    case "revocation":
      guard let id = fields["of"]?.reference else { return }
      try ring.revoke(id, at: time)
    case "delegation": delegate(Delegation(fields, by: head.issuer))
    case "audience": try checkAudience(fields, latest)
    default: break
    }
  }

  private func signers(of examined: Examined, at time: Int64?) throws(Problems) -> [KeyGrant] {
    let envelope = examined.submission.envelope
    var verified = examined.verified
    if envelope.signatures.contains(where: { !verified.contains($0.keyID) && ring[$0.keyID] != nil }) {
      verified = ring.verified(envelope)
    }
    return try ring.signers(of: envelope, at: time, verified: verified)
  }

  /// Whoever hands in again what is there has signed it with keys of the log, whether or not they still count.
  func checkSignatures(of examined: Examined) throws(Problems) {
    guard examined.statement.head.kind != "tick" else { return }
    _ = try signers(of: examined, at: nil)
  }

  /// What ledgers alone hold and may say anew.
  private static let revised: Set = ["policy", "delegation"]

  /// Revisions count up by one.
  private func succeeds(_ head: Head, _ latest: StatementRow?) throws(Problems) {
    let next = (latest?.revision ?? 0) + 1
    guard head.revision == next else {
      let known = latest.map { $0.revision >= head.revision } ?? false
      throw .refused(
        known ? .duplicateRecord : .revisionGap, known ? .revisionExists : .revisionMissing,
        [.code(head.id.full), .count(head.revision), .count(next)],
        remedy: known ? .newRevision : .addRevision)
    }
    guard Kinds.named(head.kind) != nil || Self.revised.contains(head.kind) || head.revision == 1 else {
      throw .refused(.notAdmitted, .noRevisions, [.code(head.kind)], remedy: .newName)
    }
  }
}

extension Problems {
  static func sealDiffers() -> Problems {
    .refused(.sealDiffers, .sealDiffers, remedy: .askForWhole)
  }
}
