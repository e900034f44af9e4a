import Crypto
import Measures
package import Records

/// A public key of signed notes under its name: what a `vkey` says.
package struct NoteVerifier: Hashable, Sendable {
  /// The name of the key; of a log, its origin.
  package let name: LogName
  /// The short identifier that signature lines bear.
  package let keyID: UInt32
  /// What the key signs.
  package let type: NoteKeyType
  /// The public key as its type writes it.
  package let publicKey: [UInt8]

  /// The longest text that is read as a key: ML-DSA keys are 1,312 bytes.
  static let maximumLength = 8192

  /// The verifier of an Ed25519 key.
  init(name: LogName, type: NoteKeyType, publicKey: [UInt8]) {
    self.name = name
    self.type = type
    self.publicKey = publicKey
    keyID = Self.identifier(name, type, publicKey)
  }

  /// Reads `name+identifier+base64`.
  /// - Throws: ``Problems`` with the part that is not as it must be.
  package init(vkey: String) throws(Problems) {
    try self.init(vkey: Array(vkey.utf8)[...], file: "", line: 0)
  }

  /// Reads the key that stands on a line of a file.
  init(vkey text: ArraySlice<UInt8>, file: String, line: Int) throws(Problems) {
    func refusal(_ reason: Phrase) -> Problems {
      Problems(.badKey, file, line, .notAVerifierKey, reason.message, .takeVerifierKey)
    }
    guard text.count <= Self.maximumLength else { throw refusal(.keyTooLong) }
    // Base64 may hold `+` too: only the first two separate.
    let parts = text.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw refusal(.threeParts) }
    name = LogName(parts[0])
    guard name.isKeyName else { throw refusal(.badKeyName) }
    guard parts[1].count == 8, let identifier = Hex.decode(parts[1]) else { throw refusal(.badKeyID) }
    keyID = identifier.reduce(0) { $0 << 8 | UInt32($1) }
    guard let key = Base64.decode(parts[2]) else { throw refusal(.badBase64) }
    guard let first = key.first, key.count > 1 else { throw refusal(.emptyKey) }
    type = NoteKeyType(rawValue: first)
    publicKey = Array(key.dropFirst())
    guard type.isUnderstood else { return }
    guard publicKey.count == 32, Self.key(publicKey) != nil else { throw refusal(.badPublicKey) }
    guard keyID == Self.identifier(name, type, publicKey) else { throw refusal(.otherKeyID) }
  }

  /// The key as people hand it on.
  package var vkey: String {
    let identifier = Hex.encode(withUnsafeBytes(of: keyID.bigEndian) { Array($0) })
    return "\(name.text)+\(identifier)+\(Base64.encode([type.rawValue] + publicKey))"
  }

  /// The first four bytes of SHA-256 of the name, a newline, the type and the key.
  static func identifier(_ name: LogName, _ type: NoteKeyType, _ publicKey: [UInt8]) -> UInt32 {
    SHA256.hash(data: name.bytes + [0x0A, type.rawValue] + publicKey).prefix(4).reduce(0) {
      $0 << 8 | UInt32($1)
    }
  }

  private static func key(_ bytes: [UInt8]) -> Curve25519.Signing.PublicKey? {
    try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
  }

  /// What the signature lines of this key say of it.
  var identity: NoteSignature.Identity { NoteSignature.Identity(name: name, keyID: keyID) }

  /// Whether a signature line names this key.
  package func isNamed(by signature: NoteSignature) -> Bool { signature.identity == identity }

  /// Whether the signature holds for the text, and since when, if it says.
  package func verified(_ signature: NoteSignature, of text: [UInt8]) -> SignedNote.Verified? {
    guard isNamed(by: signature), type.isUnderstood, let key = Self.key(publicKey) else { return nil }
    guard type == .cosignature else {
      guard signature.bytes.count == 64, key.isValidSignature(signature.bytes, for: text) else { return nil }
      return SignedNote.Verified(verifier: self, time: nil)
    }
    guard let cosignature = Cosignature(signature.bytes),
      key.isValidSignature(cosignature.signature, for: Cosignature.message(text, at: cosignature.time))
    else { return nil }
    return SignedNote.Verified(verifier: self, time: cosignature.time)
  }
}
