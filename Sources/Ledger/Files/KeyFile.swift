import Crypto
import Measures
public import Records

/// A private key as a file of its owner: what signs, and what derives the salts of the party's records.
public struct KeyFile: Sendable {
  /// Whose it is.
  public let party: String
  /// The pseudonym of who holds it.
  public let person: String
  /// Who alone can sign with it.
  public let custody: KeyGrant.Custody
  /// What signs.
  public let signing: SigningKey
  /// What derives salts: the same for all keys of a party.
  public let sealing: SealingKey
  private let secrets: (signing: [UInt8], sealing: [UInt8])

  /// Makes a new key.
  /// - Parameter other: a key of the same party, whose sealing key it shares.
  public init(party: String, person: String, custody: KeyGrant.Custody, sharing other: KeyFile?)
    throws(Problems)
  {
    let signing = Array(Curve25519.Signing.PrivateKey().rawRepresentation)
    let sealing = other?.secrets.sealing ?? SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    try self.init(party: party, person: person, custody: custody, signing: signing, sealing: sealing)
  }

  private init(
    party: String, person: String, custody: KeyGrant.Custody, signing: [UInt8], sealing: [UInt8]
  ) throws(Problems) {
    self.party = party
    self.person = person
    self.custody = custody
    self.signing = try SigningKey(signing)
    guard sealing.count == 32 else { throw .malformed(nil, .badKeyFile, []) }
    self.sealing = SealingKey(sealing)
    secrets = (signing, sealing)
  }

  /// Reads a key file.
  /// - Throws: ``Problems``: it is none.
  public init(_ bytes: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: file)
    guard tree["ecluse-key"]?.text == "1", let party = tree["party"]?.text, GlobalID.isNamespace(party),
      let person = tree["person"]?.text, !person.isEmpty,
      let custody = tree["custody"]?.text.flatMap(KeyGrant.Custody.init),
      let signing = tree["private"]?.text?.fromBase64, let sealing = tree["sealing"]?.text?.fromBase64
    else { throw .malformed(Mark(file: file, line: 0), .badKeyFile, []) }
    try self.init(party: party, person: person, custody: custody, signing: signing, sealing: sealing)
    guard tree["public"]?.text?.fromBase64 == self.signing.publicKey else {
      throw .malformed(Mark(file: file, line: 0), .badKeyFile, [])
    }
  }

  /// The file.
  public var bytes: [UInt8] {
    let tree = JSON.object([
      "ecluse-key": .int(1), "party": .string(party), "person": .string(person),
      "custody": .string(custody.rawValue), "public": .string(Base64.encode(signing.publicKey)),
      "private": .string(Base64.encode(secrets.signing)), "sealing": .string(Base64.encode(secrets.sealing)),
    ])
    return Array((tree.canonical + "\n").utf8)
  }

  /// What others may know of it, with what it shall sign as.
  public func grant(roles: [KeyGrant.Role]) -> KeyGrant {
    KeyGrant(
      party: party, person: person, publicKey: signing.publicKey, custody: custody, roles: roles)
  }
}

/// The private keys of a log as a file of its server.
package struct LogKeyFile: Sendable {
  private let origin: String
  private let secrets: (checkpoint: [UInt8], clock: [UInt8])

  /// Makes new keys.
  package init(origin: String) {
    self.origin = origin
    secrets = (
      Array(Curve25519.Signing.PrivateKey().rawRepresentation),
      Array(Curve25519.Signing.PrivateKey().rawRepresentation)
    )
  }

  /// Reads the file.
  /// - Throws: ``Problems``: it is none.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: file)
    guard tree["ecluse-log"]?.text == "1", let origin = tree["origin"]?.text,
      let checkpoint = tree["checkpoint"]?.text?.fromBase64, let clock = tree["clock"]?.text?.fromBase64
    else { throw .malformed(Mark(file: file, line: 0), .badKeyFile, []) }
    self.origin = origin
    secrets = (checkpoint, clock)
  }

  /// The keys.
  /// - Throws: ``Problems``: one is none, or the log may not have that name.
  package func keys() throws(Problems) -> LogKeys {
    try LogKeys(origin: origin, checkpointKey: secrets.checkpoint, clockKey: secrets.clock)
  }

  /// The file.
  package var bytes: [UInt8] {
    let tree = JSON.object([
      "ecluse-log": .int(1), "origin": .string(origin),
      "checkpoint": .string(Base64.encode(secrets.checkpoint)),
      "clock": .string(Base64.encode(secrets.clock)),
    ])
    return Array((tree.canonical + "\n").utf8)
  }
}
