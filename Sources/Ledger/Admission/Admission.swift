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
public struct Examined: Sendable {
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
  var verified: Set<String>
}

/// What the log itself holds of those who may speak: a pure function of its leaves, in order.
public struct Admission: Sendable {
  /// The name of the log.
  public private(set) var origin: String?
  /// The keys.
  public private(set) var ring = KeyRing()
  /// The policy.
  public private(set) var policy = AdmissionPolicy(rules: [], quorum: 1, quorumDistinct: .person)
  /// The key that signs ticks.
  private var clock: KeyGrant?
  private var founders: [KeyGrant] = []
  private var delegations: [Delegation] = []
  /// The log's time of the last tick, in milliseconds.
  public private(set) var time: Int64 = 0
  private let reader: SignedFields
  private let places: Places

  private struct Delegation {
    let from: String
    let to: String
    let kinds: Set<String>
    let until: Moment?
  }

  /// The namespace in which a log speaks about itself.
  public static let log = "log"

  /// A log without leaves.
  public init(places: Places) {
    self.places = places
    reader = SignedFields(places: places)
  }

  /// What verifies the log's checkpoints, as verifiers write it.
  public private(set) var logKey: String?

  /// The public key that ticks are signed with.
  var clockKey: [UInt8]? { clock?.publicKey }

  /// Takes the log's time of a tick that was admitted before.
  mutating func advance(to time: Int64) { self.time = max(self.time, time) }

  /// Looks at the form of a submission and at its signatures. Does not change with what is admitted meanwhile, but for keys
  /// that are introduced: those are looked at again.
  /// - Throws: ``Problems``: its form is wrong.
  public func examine(
    _ submission: Submission, checksSignatures: Bool = true
  ) throws(Problems) -> Examined {
    let envelope = submission.envelope
    guard envelope.payloadType == Envelope.inToto else {
      throw .malformed(nil, .otherPayload, [.quoted(String(envelope.payloadType.prefix(80)))])
    }
    let bytes = envelope.bytes
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
      submission: submission, bytes: bytes, statement: statement, fields: fields, bodyMentions: mentions,
      verified: checksSignatures ? ring.verified(envelope) : Set(envelope.signatures.map(\.keyID)))
  }

  /// Checks that openings are those of the seal and say what their schema lets them say.
  private func body(
    of submission: Submission, _ statement: Statement, _ kind: Kind, _ head: [String: Value]
  ) throws(Problems) -> [String: Set<GlobalID>] {
    guard let commitments = submission.commitments else {
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
    var verified = examined.verified
    if envelope.signatures.contains(where: { !verified.contains($0.keyID) && ring[$0.keyID] != nil }) {
      verified = ring.verified(envelope)
    }
    let signers = try ring.signers(of: envelope, at: time, verified: verified)
    if head.kind == "policy" {
      try changePolicy(fields, head, signers)
    } else {
      try check(head, fields, signers)
    }
    try succeeds(head, latest(head.id))
    switch head.kind {
    case "key": try addKey(fields, head)
    case "revocation":
      guard let id = fields["of"]?.reference else { return }
      try ring.revoke(id, at: time)
    case "delegation": delegate(fields, head)
    case "audience": try checkAudience(fields, latest)
    default: break
    }
  }

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
    guard Kinds.named(head.kind) != nil || head.kind == "policy" || head.revision == 1 else {
      throw .refused(.notAdmitted, .noRevisions, [.code(head.kind)], remedy: .newName)
    }
  }
}

extension Admission {
  private mutating func found(
    _ fields: [String: Value], _ head: Head, _ envelope: Envelope, leaf: UInt64
  ) throws(Problems) {
    guard leaf == 0, origin == nil, head.issuer == Self.log, head.revision == 1 else {
      throw .refused(.notAdmitted, .secondGenesis, remedy: .initElsewhere)
    }
    guard let name = fields["origin"]?.text, let policy = AdmissionPolicy(fields),
      let key = fields["clock-key"]?.text.flatMap(\.fromBase64), key.count == 32
    else { throw .malformed(nil, .headLacks, [.code("clock-key")]) }
    var ring = KeyRing()
    ring.reserve(key)
    for founder in fields["founders"]?.elements ?? [] {
      guard case .group(let members) = founder, let grant = KeyGrant(members) else {
        throw .malformed(nil, .headLacks, [.code("founders")])
      }
      try ring.add(grant)
      founders.append(grant)
    }
    let signers = try ring.signers(of: envelope, at: nil, verified: ring.verified(envelope))
    guard !signers.isEmpty else { throw .malformed(nil, .envelopeUnsigned, []) }
    self.ring = ring
    self.policy = policy
    origin = name
    logKey = fields["log-key"]?.text
    clock = KeyGrant(party: Self.log, person: Self.log, publicKey: key, custody: .server, roles: [])
  }

  private mutating func tick(
    _ fields: [String: Value], _ head: Head, _ envelope: Envelope, leaf: UInt64
  ) throws(Problems) {
    guard let clock, head.issuer == Self.log, case .instant(let instant)? = fields["time"]?.moment,
      head.id == Self.tickID(leaf), envelope.signatures.count == 1,
      envelope.isSigned(by: clock.publicKey, keyID: clock.keyID)
    else { throw .refused(.notAdmitted, .badTick, remedy: .ticksOfLog) }
    guard time <= instant.milliseconds else { throw .refused(.notAdmitted, .tickBack, remedy: .ticksOfLog) }
    time = instant.milliseconds
  }

  /// The name of the tick at that place in the log.
  static func tickID(_ leaf: UInt64) -> GlobalID { GlobalID(log, "tick", String(leaf)) }

  private mutating func changePolicy(
    _ fields: [String: Value], _ head: Head, _ signers: [KeyGrant]
  ) throws(Problems) {
    let counted = signers.filter { founders.contains($0) && $0.custody == .selfHeld }
    guard head.issuer == Self.log,
      Self.count(counted, policy.quorumDistinct) >= policy.quorum, let new = AdmissionPolicy(fields)
    else {
      throw .refused(
        .notAdmitted, .quorumMissing,
        [.count(Self.count(counted, policy.quorumDistinct)), .count(policy.quorum)],
        remedy: .askFounders)
    }
    policy = new
  }

  /// A party gives no role that nobody gave it: what one of its keys may sign as, another may.
  private mutating func addKey(_ fields: [String: Value], _ head: Head) throws(Problems) {
    guard let grant = KeyGrant(fields), grant.party != Self.log else {
      throw .malformed(nil, .headLacks, [.code("public")])
    }
    if grant.party == head.issuer {
      let held = ring.all.filter { $0.party == grant.party && isValid($0) }.flatMap(\.roles)
      for role in grant.roles where !held.contains(role) {
        throw .refused(.notAdmitted, .roleNotHeld, [.code(role.name)], remedy: .askRegistrar)
      }
    }
    try ring.add(grant)
  }

  private func isValid(_ grant: KeyGrant) -> Bool {
    ring.revocation(of: grant.keyID) == nil && grant.until.map { time <= $0.last.milliseconds } ?? true
  }

  private mutating func delegate(_ fields: [String: Value], _ head: Head) {
    guard let to = fields["to"]?.reference else { return }
    delegations.append(
      Delegation(
        from: head.issuer, to: to.namespace, kinds: Set((fields["kinds"]?.elements ?? []).compactMap(\.text)),
        until: fields["until"]?.moment))
  }

  private func checkAudience(
    _ fields: [String: Value], _ latest: (GlobalID) -> StatementRow?
  ) throws(Problems) {
    guard let of = fields["of"]?.reference, let revision = fields["of-revision"]?.whole,
      let row = latest(of), (1...row.revision).contains(revision)
    else {
      let name = fields["of"]?.reference?.full ?? ""
      throw .refused(.missingRecord, .noSuchLeaf, [.code(name)], remedy: .recordFirst)
    }
  }

  /// Whether a rule admits a statement of these signers.
  private func check(_ head: Head, _ fields: [String: Value], _ signers: [KeyGrant]) throws(Problems) {
    guard let issuer = signers.first(where: { $0.party == head.issuer }) else {
      throw .refused(.notAdmitted, .notOfIssuer, [.code(head.issuer)], remedy: .signAsIssuer)
    }
    let rules = policy.rules.filter { $0.kinds.contains(head.kind) }
    guard !rules.isEmpty else {
      throw .refused(.notAdmitted, .noRuleForKind, [.code(head.kind)], remedy: .showPolicy)
    }
    var reasons: [Phrase] = []
    for rule in rules {
      if let reason = refusal(of: rule, head, fields, signers, issuer: issuer) {
        reasons.append(reason)
      } else {
        return
      }
    }
    // The reason that went furthest through the checks is the one to mend.
    let reason = reasons.max { Self.order.firstIndex(of: $0) ?? 0 < Self.order.firstIndex(of: $1) ?? 0 }
    throw .refused(
      .notAdmitted, reason ?? .roleMissing,
      [.code(head.kind), .code(rules.map(\.role).joined(separator: ", "))], remedy: .showPolicy)
  }

  private static let order: [Phrase] = [.roleMissing, .mustBeSelfHeld, .tooFewSigners, .notAboutOwn]

  /// Why a rule does not admit it; `nil`: it does.
  private func refusal(
    of rule: AdmissionPolicy.Rule, _ head: Head, _ fields: [String: Value], _ signers: [KeyGrant],
    issuer: KeyGrant
  ) -> Phrase? {
    let now = Instant(milliseconds: time)
    let ofRole = signers.filter { grant in
      grant.roles.contains { role in
        role.name == rule.role
          && rule.jurisdiction.map { wanted in
            role.place.map { places.contains($0, wanted, at: now) } ?? false
          } ?? true
      }
    }
    guard ofRole.contains(where: { $0.party == issuer.party }) else { return .roleMissing }
    let counted = ofRole.filter { !rule.isSelfHeld || $0.custody == .selfHeld }
    guard counted.contains(where: { $0.party == issuer.party }) else { return .mustBeSelfHeld }
    guard Self.count(counted, rule.distinct) >= rule.signers else { return .tooFewSigners }
    let isWithin = Self.subjects(head, fields).allSatisfy { id in
      switch rule.about {
      case .any: true
      case .own: id.namespace == head.issuer
      case .delegated: id.namespace == head.issuer || isDelegated(id.namespace, to: head.issuer, head.kind)
      }
    }
    return isWithin ? nil : .notAboutOwn
  }

  private func isDelegated(_ owner: String, to party: String, _ kind: String) -> Bool {
    delegations.contains {
      $0.from == owner && $0.to == party && $0.kinds.contains(kind)
        && $0.until.map { time <= $0.last.milliseconds } ?? true
    }
  }

  /// About whose things a statement speaks.
  private static func subjects(_ head: Head, _ fields: [String: Value]) -> [GlobalID] {
    let names = head.kind == "key" ? ["party"] : ["about", "of"]
    return names.flatMap { fields[$0]?.references ?? [] }
  }

  private static func count(_ signers: [KeyGrant], _ distinct: AdmissionPolicy.Distinct) -> Int {
    switch distinct {
    case .person: Set(signers.map { [$0.party, $0.person] }).count
    case .organisation: Set(signers.map(\.party)).count
    }
  }
}

extension Problems {
  static func sealDiffers() -> Problems {
    .refused(.sealDiffers, .sealDiffers, remedy: .askForWhole)
  }
}
