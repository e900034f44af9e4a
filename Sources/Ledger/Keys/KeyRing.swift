import Crypto
import Measures
import Records

/// The keys that a log has introduced, and those that were revoked.
public struct KeyRing: Sendable {
  private var grants: [String: KeyGrant] = [:]
  /// Keys that do not count any more, with the log's time of their revocation.
  private var revoked: [String: Int64] = [:]
  /// Keys that sign something else than statements of parties: none of them may be one of these.
  private var reserved: Set<[UInt8]> = []

  /// No key.
  public init() {}

  /// The key of that id.
  public subscript(keyID: String) -> KeyGrant? { grants[keyID] }

  /// Every key, by party and person.
  public var all: [KeyGrant] {
    grants.values.sorted { ($0.party, $0.person, $0.keyID) < ($1.party, $1.person, $1.keyID) }
  }

  /// When a key was revoked, by the log's time in milliseconds.
  public func revocation(of keyID: String) -> Int64? { revoked[keyID] }

  /// Keeps a key for another use.
  mutating func reserve(_ publicKey: [UInt8]) { reserved.insert(publicKey) }

  /// Adds a key.
  /// - Throws: ``Problems``: it was introduced before, for whatever use.
  mutating func add(_ grant: KeyGrant) throws(Problems) {
    guard grants[grant.keyID] == nil, !reserved.contains(grant.publicKey) else {
      throw .refused(.notAdmitted, .keyUsedTwice, [.code(grant.keyID)], remedy: .makeNewKey)
    }
    grants[grant.keyID] = grant
  }

  /// Takes a key away.
  /// - Throws: ``Problems``: there is none, or it was revoked already.
  mutating func revoke(_ id: GlobalID, at time: Int64) throws(Problems) {
    guard let grant = grants.values.first(where: { $0.id == id }), revoked[grant.keyID] == nil else {
      throw .refused(.unknownKey, .noKeyToRevoke, [.code(id.full)], remedy: .showKeys)
    }
    revoked[grant.keyID] = time
  }

  /// The keys that signed an envelope, each valid at the log's time; a genesis comes before any time.
  /// - Throws: ``Problems``: one is unknown, is not valid then, or did not make its signature. Nothing is passed over.
  func signers(
    of envelope: Envelope, at time: Int64?, verified: Set<String>
  ) throws(Problems) -> [KeyGrant] {
    var signers: [KeyGrant] = []
    for signature in envelope.signatures {
      let id = signature.keyID
      guard let grant = grants[id] else {
        throw .refused(.unknownKey, .unknownKey, [.code(String(id.prefix(80)))], remedy: .introduceKey)
      }
      guard verified.contains(id) else {
        throw .refused(.badSignature, .otherSignature, [.code(id)], remedy: .signAgain)
      }
      guard !signers.contains(grant) else {
        throw .refused(.badSignature, .signedTwice, [.code(id)], remedy: .signOnce)
      }
      if let time { try check(grant, id, at: time) }
      signers.append(grant)
    }
    return signers
  }

  private func check(_ grant: KeyGrant, _ keyID: String, at time: Int64) throws(Problems) {
    let id = Message.Argument.code(keyID)
    if revoked[keyID].map({ $0 <= time }) ?? false {
      throw .refused(.keyNotValid, .keyRevoked, [id], remedy: .takeAnotherKey)
    }
    if let from = grant.from, time < from.first.milliseconds {
      throw .refused(.keyNotValid, .keyNotYet, [id, .code(from.description)], remedy: .takeAnotherKey)
    }
    if let until = grant.until, until.last.milliseconds < time {
      throw .refused(.keyNotValid, .keyExpired, [id, .code(until.description)], remedy: .takeAnotherKey)
    }
  }

  /// The ids of the keys among those known here that made their signatures over these bytes.
  func verified(_ envelope: Envelope) -> Set<String> {
    let signed = envelope.signedBytes
    var made: Set<String> = []
    for signature in envelope.signatures {
      guard let grant = grants[signature.keyID],
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: grant.publicKey),
        key.isValidSignature(signature.bytes, for: signed)
      else { continue }
      made.insert(signature.keyID)
    }
    return made
  }
}
