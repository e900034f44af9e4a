import Crypto
public import Measures
public import Records

/// A key as the log introduced it: whose it is, who holds it, what it may sign as, and when.
public struct KeyGrant: Hashable, Sendable {
  /// Who alone can sign with it.
  public enum Custody: String, Hashable, Sendable {
    /// The person, on a machine of theirs.
    case selfHeld = "self-held"
    /// A server, for the person.
    case server
  }

  /// A role, for a place or for none in particular.
  public struct Role: Hashable, Sendable {
    /// The role.
    public let name: String
    /// The place.
    public let place: String?

    /// Creates a role.
    public init(_ name: String, place: String? = nil) {
      self.name = name
      self.place = place
    }
  }

  /// The namespace of the party.
  public let party: String
  /// The pseudonym of the person, unique within the party.
  public let person: String
  /// Ed25519, 32 bytes.
  public let publicKey: [UInt8]
  /// Who holds it.
  public let custody: Custody
  /// What it may sign as.
  public let roles: [Role]
  /// From when it counts.
  public let from: Moment?
  /// Until when.
  public let until: Moment?

  /// Creates a grant.
  public init(
    party: String, person: String, publicKey: [UInt8], custody: Custody, roles: [Role], from: Moment? = nil,
    until: Moment? = nil
  ) {
    self.party = party
    self.person = person
    self.publicKey = publicKey
    self.custody = custody
    self.roles = roles
    self.from = from
    self.until = until
  }

  /// By what signatures name it: SHA-256 of the key, in hexadecimal digits.
  public var keyID: String { Self.keyID(publicKey) }

  /// By what signatures name a key.
  public static func keyID(_ publicKey: [UInt8]) -> String { Digest.sha256(publicKey) }

  /// The name of the record that introduces a key.
  public var id: GlobalID { GlobalID(party, "key", String(keyID.prefix(32))) }

  /// Reads the fields of a key.
  init?(_ fields: [String: Value]) {
    guard let party = fields["party"]?.reference, party.local == party.namespace,
      let person = fields["person"]?.text,
      let key = fields["public"]?.text.flatMap(\.fromBase64), key.count == 32,
      (try? Curve25519.Signing.PublicKey(rawRepresentation: key)) != nil,
      let custody = fields["custody"]?.text.flatMap(Custody.init)
    else { return nil }
    self.init(
      party: party.namespace, person: person, publicKey: key, custody: custody,
      roles: (fields["roles"]?.elements ?? []).compactMap { role in
        role["role"]?.text.map { Role($0, place: role["where"]?.text) }
      }, from: fields["from"]?.moment, until: fields["until"]?.moment)
  }

  /// The fields of the record that introduces it.
  public var fields: [String: Value] {
    var fields: [String: Value] = [
      "party": .reference(GlobalID(party, "party", party)), "person": .text(person),
      "public": .text(Base64.encode(publicKey)), "custody": .word(custody.rawValue),
      "roles": .list(
        roles.map { role in
          .group(["role": .word(role.name)].merging(role.place.map { ["where": .place($0)] } ?? [:]) { $1 })
        }),
    ]
    fields["from"] = from.map { .moment($0) }
    fields["until"] = until.map { .moment($0) }
    return fields
  }
}
