import Measures
import Records

/// What the log says about itself, and what follows for who may speak.
extension Admission {
  mutating func found(
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

  mutating func tick(
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

  mutating func changePolicy(
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
    try check(new)
    policy = new
  }

  /// A party gives no role that nobody gave it: what one of its keys may sign as, another may. And no server says that a key is
  /// held by a person.
  mutating func addKey(_ fields: [String: Value], _ head: Head, _ signers: [KeyGrant]) throws(Problems) {
    guard let grant = KeyGrant(fields), grant.party != Self.log else {
      throw .malformed(nil, .headLacks, [.code("public")])
    }
    guard grant.custody == .server || signers.allSatisfy({ $0.custody == .selfHeld }) else {
      throw .refused(.notAdmitted, .custodyNotShown, remedy: .signAsPerson)
    }
    if grant.party == head.issuer {
      let held = ring.all.filter { $0.party == grant.party && isValid($0) }.flatMap(\.roles)
      for role in grant.roles where !held.contains(role) {
        throw .refused(.notAdmitted, .roleNotHeld, [.code(role.name)], remedy: .askRegistrar)
      }
    }
    try ring.add(grant)
    // A founder’s own key hands on to another key of the same person.
    let isHandedOn = signers.contains {
      founders.contains($0) && $0.party == grant.party && $0.person == grant.person
    }
    if isHandedOn, grant.custody == .selfHeld {
      founders.append(grant)
    }
  }

  /// Whether a key counts, or will, by the log’s time.
  package func isValid(_ grant: KeyGrant) -> Bool {
    ring.revocation(of: grant.keyID) == nil && grant.until.map { time <= $0.last.milliseconds } ?? true
  }

  func checkAudience(
    _ fields: [String: Value], _ latest: (GlobalID) -> StatementRow?
  ) throws(Problems) {
    guard let of = fields["of"]?.reference, let revision = fields["of-revision"]?.whole,
      let row = latest(of), (1...row.revision).contains(revision)
    else {
      let name = fields["of"]?.reference?.full ?? ""
      throw .refused(.missingRecord, .noSuchLeaf, [.code(name)], remedy: .recordFirst)
    }
  }
}
