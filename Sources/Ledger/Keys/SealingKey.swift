import Crypto
public import Records

/// The key from which an issuer derives salts: the same record has the same seal, whoever of the party records it.
public struct SealingKey: Sendable {
  private let key: SymmetricKey

  /// Takes 32 secret bytes.
  public init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// The salt of one field of one revision of a thing (HKDF, RFC 5869, with SHA-256).
  public func salt(_ id: GlobalID, revision: Int, field: String) -> [UInt8] {
    let info = JSON.array([.string(id.full), .string(String(revision)), .string(field)]).canonical
    return HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, salt: Array("ecluse salt v1".utf8), info: Array(info.utf8), outputByteCount: 32
    ).withUnsafeBytes { Array($0) }
  }
}
