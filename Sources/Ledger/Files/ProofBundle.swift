package import Measures
package import Records

/// What makes a proof of a leaf say something by itself: the leaf, its openings as far as they are shown, and the leaves of the
/// same log that say whose the keys are and what time it was. It stands in the `extra` line of a proof file.
package struct ProofBundle: Sendable {
  /// Another leaf of the same log, with its proof.
  package struct Evidence: Sendable {
    /// The leaf.
    package let envelope: Envelope
    /// Its place.
    package let index: UInt64
    /// The proof that it is there.
    package let hashes: [TreeHash]

    /// Creates evidence.
    package init(envelope: Envelope, index: UInt64, hashes: [TreeHash]) {
      self.envelope = envelope
      self.index = index
      self.hashes = hashes
    }
  }

  /// What is proved, with its openings.
  package let submission: Submission
  /// What shows who signed it, and when.
  package let evidence: [Evidence]

  /// Creates a bundle.
  package init(submission: Submission, evidence: [Evidence]) {
    self.submission = submission
    self.evidence = evidence
  }

  /// At most so many leaves beside the one that is proved.
  static let maximumEvidence = 128

  /// Reads a bundle.
  /// - Throws: ``Problems``: it is none.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: file)
    guard tree["ecluse-proof"]?.text == "1", let statement = tree["statement"],
      let list = tree["evidence"]?.elements, list.count <= Self.maximumEvidence
    else { throw .malformed(tree.mark, .noProofBundle, []) }
    submission = try Submission(statement)
    var evidence: [Evidence] = []
    for node in list {
      guard let envelope = node["envelope"],
        let index = node["index"]?.text.flatMap({ LogNumber.read(Array($0.utf8)[...]) }),
        let texts = node["hashes"]?.elements, texts.count <= InclusionProof.maximumHashes
      else { throw .malformed(node.mark, .noProofBundle, []) }
      let hashes = texts.compactMap { $0.text?.fromBase64.flatMap { TreeHash($0) } }
      guard hashes.count == texts.count else { throw .malformed(node.mark, .noProofBundle, []) }
      evidence.append(Evidence(envelope: try Envelope(envelope), index: index, hashes: hashes))
    }
    self.evidence = evidence
  }

  /// The bundle as it stands in a proof.
  package var bytes: [UInt8] {
    let evidence = evidence.map { evidence in
      JSON.object([
        "envelope": evidence.envelope.json, "index": .string(String(evidence.index)),
        "hashes": .strings(evidence.hashes.map(\.base64)),
      ])
    }
    let tree = JSON.object([
      "ecluse-proof": .int(1), "statement": submission.json, "evidence": .array(evidence),
    ])
    return Array(tree.canonical.utf8)
  }
}

extension TrustPolicy {
  /// Trust in the log that a proof itself names, for who has no policy: it shows that the proof holds together, and nothing of who
  /// keeps the log.
  package init(ownOf proof: ProofFile, file: String) throws(Problems) {
    let bundle = try ProofBundle(proof.extra ?? [], file: file)
    let leaves = [bundle.submission.envelope] + bundle.evidence.filter { $0.index == 0 }.map(\.envelope)
    for envelope in leaves {
      let head = try Statement(payload: envelope.payload, file: file).head
      guard head.kind == "genesis", case .string(let key)? = head.fields["log-key"] else { continue }
      self = try TrustPolicy(Array("log \(try NoteVerifier(vkey: key).vkey)\nquorum none\n".utf8), file: file)
      return
    }
    throw .malformed(Mark(file: file, line: 0), .noProofBundle, [])
  }
}

extension Submission {
  /// Checks the openings against the seal, and names the fields that are not shown; `nil`: not even which there are.
  package func checkedBody(_ statement: Statement) throws(Problems) -> [String]? {
    guard let commitments else {
      guard openings.isEmpty else { throw .sealDiffers() }
      return statement.seal == Seal.root([]) ? [] : nil
    }
    guard Seal.root(commitments) == statement.seal,
      openings.allSatisfy({ commitments.contains($0.commitment) })
    else { throw .sealDiffers() }
    let shown = Set(openings.map(\.field))
    return commitments.map(\.field).filter { !shown.contains($0) }
  }
}

/// What a proof shows, to somebody who has nothing else.
package struct ProvedStatement: Sendable {
  /// What everyone may see of it.
  package let head: Head
  /// Its place in the log.
  package let index: UInt64
  /// The openings that are shown, each checked against the seal.
  package let openings: [Opening]
  /// The fields that are not shown; `nil`: not even which there are.
  package let withheld: [String]?
  /// The keys that signed it, as the same log introduced them.
  package let signers: [KeyGrant]
  /// Signatures of keys that nothing here introduces.
  package let unknownSigners: [String]
  /// The log's time before it.
  package let notBefore: Instant?
  /// Why fields are not shown, as the log says; of all of them under ``Seal/listField``.
  package let absences: [String: AudienceHistory.Absence]
  /// What the trust policy accepted.
  package let accepted: TrustPolicy.Accepted

  /// Checks a proof file with its bundle.
  /// - Throws: ``Problems``: something in it does not hold.
  package init(_ proof: ProofFile, by policy: TrustPolicy, places: Places, file: String) throws(Problems) {
    guard let extra = proof.extra else { throw .malformed(Mark(file: file, line: 0), .noProofBundle, []) }
    let bundle = try ProofBundle(extra, file: file)
    let envelope = bundle.submission.envelope
    accepted = try proof.verify(leaf: .leaf(envelope.bytes), by: policy)
    index = proof.index
    let statement = try Statement(payload: envelope.payload, file: file)
    head = statement.head
    let reader = SignedFields(places: places)
    var keys = KnownKeys()
    for evidence in bundle.evidence.sorted(by: { $0.index < $1.index }) {
      try InclusionProof(index: evidence.index, size: accepted.checkpoint.size, hashes: evidence.hashes)
        .verify(leaf: .leaf(evidence.envelope.bytes), root: accepted.checkpoint.root, file: file)
      try keys.take(
        evidence, reader, origin: accepted.checkpoint.origin.text, of: statement.head, before: proof.index)
    }
    notBefore = keys.time
    var signers: [KeyGrant] = []
    var unknown: [String] = []
    if head.kind == "genesis", proof.index == 0 {
      try keys.take(
        .init(envelope: envelope, index: 0, hashes: []), reader, origin: accepted.checkpoint.origin.text,
        of: statement.head, before: 1)
    }
    for signature in envelope.signatures {
      // A tick is signed by the clock of the log, which its genesis names.
      if head.kind == "tick", let clockKey = keys.clockKey,
        envelope.isSigned(by: clockKey, keyID: signature.keyID)
      {
        continue
      }
      guard let grant = keys.grants[signature.keyID] else {
        unknown.append(signature.keyID)
        continue
      }
      guard envelope.isSigned(by: grant.publicKey, keyID: signature.keyID) else {
        throw .refused(.badSignature, .otherSignature, [.code(signature.keyID)], remedy: .askForWhole)
      }
      if let until = grant.until, let notBefore, until.last < notBefore {
        throw .refused(
          .keyNotValid, .keyExpired, [.code(grant.keyID), .code(until.description)], remedy: .askForWhole)
      }
      signers.append(grant)
    }
    (self.signers, unknownSigners) = (signers, unknown)
    openings = bundle.submission.openings
    withheld = try bundle.submission.checkedBody(statement)
    absences = keys.history.absences(of: withheld, first: head.readers)
  }
}

/// The keys that leaves of a log introduce, to somebody who has only some of its leaves.
private struct KnownKeys {
  var grants: [String: KeyGrant] = [:]
  var time: Instant?
  private(set) var clockKey: [UInt8]?
  private(set) var history = AudienceHistory()

  mutating func take(
    _ evidence: ProofBundle.Evidence, _ reader: SignedFields, origin: String, of proved: Head,
    before index: UInt64
  ) throws(Problems) {
    let head = try Statement(payload: evidence.envelope.payload, file: "evidence").head
    guard let fields = try head.values(reader) else { return }
    if head.kind == "audience", let change = AudienceChange(fields), change.of == proved.id,
      change.revision == proved.revision
    {
      history.add(change, at: evidence.index)
    }
    guard evidence.index < index else { return }
    switch head.kind {
    case "genesis":
      guard evidence.index == 0, fields["origin"]?.text == origin else {
        throw .malformed(nil, .noProofBundle, [])
      }
      clockKey = fields["clock-key"]?.text?.fromBase64
      for founder in fields["founders"]?.elements ?? [] {
        if case .group(let members) = founder, let grant = KeyGrant(members) { grants[grant.keyID] = grant }
      }
    case "key": if let grant = KeyGrant(fields) { grants[grant.keyID] = grant }
    case "tick":
      guard let clockKey, evidence.envelope.isSigned(by: clockKey, keyID: KeyGrant.keyID(clockKey)) else {
        throw .refused(.badSignature, .badTick, remedy: .askForWhole)
      }
      time = fields["time"]?.moment?.first
    default: break
    }
  }
}
