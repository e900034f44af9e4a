package import Crypto
import Measures
package import Records

/// A private key of signed notes under its name. A log signs its checkpoints, a witness cosigns those of others; one key never
/// does both, because the message of a cosignature does not name who made it.
package struct NoteSigner: Sendable {
  /// The name of the key.
  package let name: LogName
  /// The private key.
  private let key: Curve25519.Signing.PrivateKey

  /// Creates a signer.
  /// - Throws: ``Problems`` if no key may have that name.
  package init(name: LogName, key: Curve25519.Signing.PrivateKey) throws(Problems) {
    guard name.isKeyName else {
      throw Problems(.badKey, "", 0, .notAVerifierKey, Phrase.badKeyName.message, .chooseKeyName)
    }
    self.name = name
    self.key = key
  }

  /// What verifies the signatures of a log, or, with ``NoteKeyType/cosignature``, those of a witness.
  package func verifier(_ type: NoteKeyType = .ed25519) -> NoteVerifier {
    NoteVerifier(name: name, type: type, publicKey: Array(key.publicKey.rawRepresentation))
  }

  /// A signature of the text of a note, type 0x01.
  /// - Throws: what the cryptographic module says.
  package func signature(of text: [UInt8]) throws -> NoteSignature {
    NoteSignature(
      name: name, keyID: verifier().keyID, bytes: Array(try key.signature(for: text)))
  }

  /// A cosignature of the text of a checkpoint, type 0x04.
  /// - Parameter time: seconds since 1970, from 1 to 2^63 − 1.
  /// - Throws: ``Problems`` for another time, or what the cryptographic module says.
  package func cosignature(of text: [UInt8], at time: UInt64) throws -> NoteSignature {
    guard (1...LogNumber.maximum).contains(time) else {
      throw Problems(
        .badCheckpoint, "", 0, .notCosigned, Phrase.badTime.with(.code(String(time))), .giveTime)
    }
    let signature = Array(try key.signature(for: Cosignature.message(text, at: time)))
    return NoteSignature(
      name: name, keyID: verifier(.cosignature).keyID,
      bytes: Cosignature(time: time, signature: signature).bytes)
  }
}
