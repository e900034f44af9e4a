import Crypto
package import Measures
public import Records

/// The two keys that a log signs with: one for checkpoints, one for ticks. A server holds them.
package struct LogKeys: Sendable {
  /// Signs checkpoints.
  package let note: NoteSigner
  private let clock: Curve25519.Signing.PrivateKey

  /// Takes the private keys, 32 bytes each.
  /// - Throws: ``Problems``: no key may have that name, or a key is none.
  package init(origin: String, checkpointKey: [UInt8], clockKey: [UInt8]) throws(Problems) {
    guard checkpointKey != clockKey,
      let note = try? Curve25519.Signing.PrivateKey(rawRepresentation: checkpointKey),
      let clock = try? Curve25519.Signing.PrivateKey(rawRepresentation: clockKey)
    else { throw .malformed(nil, .badKeyFile, []) }
    self.note = try NoteSigner(name: LogName(origin), key: note)
    self.clock = clock
  }

  /// The name of the log.
  package var origin: String { note.name.text }

  /// The public key that ticks are signed with.
  package var clockKey: [UInt8] { Array(clock.publicKey.rawRepresentation) }

  /// The tick that stands at a place in the log.
  package func tick(at leaf: UInt64, _ instant: Instant) throws(Problems) -> Submission {
    let draft = Draft(
      kind: Kinds.tick, id: Admission.tickID(leaf), fields: ["time": .moment(.instant(instant))],
      mark: Mark(file: "log", line: 0))
    return try Submission.unsealed(draft, signedBy: [SigningKey(clock)])
  }

  /// The checkpoint of a tree, signed.
  func checkpoint(size: UInt64, root: TreeHash) throws(Problems) -> [UInt8] {
    let checkpoint = try Checkpoint(origin: note.name, size: size, root: root)
    do { return try SignedNote.signed(checkpoint.text, by: [note]).bytes } catch {
      throw .malformed(nil, .cannotSign, [])
    }
  }
}

/// A private key that signs statements.
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  init(_ key: Curve25519.Signing.PrivateKey) { self.key = key }

  /// Takes the private key, 32 bytes.
  /// - Throws: ``Problems``: it is none.
  public init(_ bytes: [UInt8]) throws(Problems) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
      throw .malformed(nil, .badKeyFile, [])
    }
    self.key = key
  }

  /// The public key, 32 bytes.
  public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  /// A signature over an envelope's type and payload.
  /// - Throws: ``Problems``: the cryptographic module failed.
  public func signature(over payload: [UInt8]) throws(Problems) -> Envelope.Signature {
    let bytes = Envelope.preAuthentication(Envelope.inToto, payload)
    guard let signature = try? key.signature(for: bytes) else { throw .malformed(nil, .cannotSign, []) }
    return Envelope.Signature(keyID: KeyGrant.keyID(publicKey), bytes: Array(signature))
  }
}

extension Submission {
  /// A signed record with its openings.
  /// - Throws: ``Problems``: the cryptographic module failed.
  public static func of(
    _ draft: Draft, readers: Readers, sealing: SealingKey, signedBy keys: [SigningKey]
  ) throws(Problems) -> Submission {
    let (statement, openings) = Statement.of(draft, readers: readers, sealing: sealing)
    return Submission(
      envelope: try Envelope(statement, signedBy: keys), commitments: openings.map(\.commitment),
      openings: openings)
  }

  /// A signed record of a kind that has no body; said in one log about itself, it names that `log`.
  /// - Throws: ``Problems``: the cryptographic module failed.
  public static func unsealed(
    _ draft: Draft, in log: String? = nil, signedBy keys: [SigningKey]
  ) throws(Problems) -> Submission {
    let draft = log.map { draft.said(in: $0) } ?? draft
    let statement = Statement(Head(draft, readers: .everyone), seal: Seal.root([]))
    return Submission(envelope: try Envelope(statement, signedBy: keys), commitments: [], openings: [])
  }
}

extension Draft {
  /// The record as it is said in that log.
  fileprivate func said(in log: String) -> Draft {
    Draft(kind: kind, id: id, fields: fields.merging(["log": .text(log)]) { $1 }, mark: mark)
  }
}

extension Envelope {
  /// A statement in its envelope, signed.
  /// - Throws: ``Problems``: the cryptographic module failed.
  public init(_ statement: Statement, signedBy keys: [SigningKey]) throws(Problems) {
    var signatures: [Signature] = []
    for key in keys { signatures.append(try key.signature(over: statement.payload)) }
    self.init(payload: statement.payload, signatures: signatures)
  }
}
