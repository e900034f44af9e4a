import Crypto
import Ledger
import Lineage
import Measures
import Records
import RecordsIO
import Regimes
import TestSupport

/// A small log with fixed keys and what belongs to it: what the inputs of the fuzzer began as, and what its keys signed.
/// Nobody else has these keys, so whatever else verifies under them is a forgery.
package enum Specimens {
  static let places = must { Places(try ShippedTexts.tree("Vocabulary/places.yaml")) }
  static let reader = SignedFields(places: places)
  static let vocabulary = must { Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml")) }
  static let estimator = must {
    Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
  }
  static let date = must { try Moment("2026-11-21").last }
  static let sealing = SealingKey([UInt8](repeating: 9, count: 32))

  static let log = must {
    try LogKeys(
      origin: "log.example/fuzz", checkpointKey: [UInt8](repeating: 21, count: 32),
      clockKey: [UInt8](repeating: 22, count: 32))
  }
  private static let cosigner = must {
    try NoteSigner(
      name: "witness.example/w1",
      key: Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 24, count: 32)))
  }
  static let witness = cosigner.verifier(.cosignature)
  static let verifiers = [log.note.verifier(), witness]

  private static let key = must { try SigningKey([UInt8](repeating: 23, count: 32)) }
  static let grant = KeyGrant(
    party: "acme", person: "p1", publicKey: key.publicKey, custody: .selfHeld,
    roles: [KeyGrant.Role("recorder"), KeyGrant.Role("inspector", place: "FR")])
  static let signers = [key.publicKey, log.clockKey]

  /// What stands in the log.
  static let submissions = must {
    let genesis = Genesis.draft(
      origin: log.origin, logKey: log.note.verifier().vkey, clockKey: log.clockKey, founders: [grant],
      policy: .usual(quorum: 1, distinct: .organisation))
    var list = [try Submission.unsealed(genesis, signedBy: [key])]
    list.append(try log.tick(at: 1, date))
    list.append(
      try Submission.unsealed(grant.draft(by: "acme"), in: log.note.verifier().vkey, signedBy: [key]))
    for kind in Kinds.all.prefix(4) {
      list.append(
        try Submission.of(
          MarkedDraft.of(kind), readers: .parties([]), sealing: sealing, signedBy: [key]))
    }
    return list
  }

  /// The leaves.
  static let leaves = submissions.map(\.envelope.bytes)
  static let hashes = leaves.map { TreeHash.leaf($0) }
  static let nodes = PlainTree.nodes(hashes)
  static let payloads = Set(submissions.map(\.envelope.payload))
  static let openings = Set(submissions.flatMap { $0.openings.map(\.bytes) })

  /// What was signed at a place.
  static func payload(at index: Int) -> [UInt8] {
    submissions.indices.contains(index) ? submissions[index].envelope.payload : []
  }

  /// The checkpoint with both signatures.
  static let note = must {
    let text = try Checkpoint(
      origin: log.note.name, size: UInt64(leaves.count), root: PlainTree.root(hashes[...])
    ).text
    return try SignedNote(
      text: text,
      signatures: [
        log.note.signature(of: text), cosigner.cosignature(of: text, at: 1_800_000_000),
      ])
  }
  /// A note that is no checkpoint.
  static let letter = must {
    try SignedNote.signed(Array("A text.\n\nWith an empty line, é.\n".utf8), by: [log.note])
  }
  static let texts: Set<[UInt8]> = [note.text, letter.text]
  static let policyText = """
    # who is believed
    log \(log.note.verifier().vkey) https://log.example/
    witness w1 \(witness.vkey)
    group some any w1
    quorum some

    """
  static let policy = must { try TrustPolicy(Array(policyText.utf8), file: "specimen") }

  /// Receipts of leaves, each with all that shows who signed it.
  static let receipts = must {
    try leaves.indices.map { index in
      let evidence = leaves.indices.filter { $0 < 3 && $0 != index }.map { other in
        ProofBundle.Evidence(
          envelope: submissions[other].envelope, index: UInt64(other),
          hashes: PlainTree.path(other, hashes[...]))
      }
      let bundle = ProofBundle(submission: submissions[index], evidence: evidence)
      return try ProofFile(
        index: UInt64(index), hashes: PlainTree.path(index, hashes[...]), note: note, extra: bundle.bytes)
    }
  }

  /// What these things need is in the program: without it nothing can be checked.
  static func must<Content>(_ make: () throws -> Content) -> Content {
    do { return try make() } catch { fatalError("a specimen cannot be made: \(error)") }
  }
}
