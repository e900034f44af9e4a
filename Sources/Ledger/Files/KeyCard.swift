import Measures
public import Records

extension KeyGrant {
  /// What a party hands to others of its key: a file with nothing secret in it.
  public var card: [UInt8] {
    var members: [String: JSON] = ["ecluse-key-card": .int(1)]
    for (name, value) in fields { members[name] = value.json }
    members["party"] = .string(party)
    return Array((JSON.object(members).canonical + "\n").utf8)
  }

  /// Reads a card.
  /// - Throws: ``Problems``: it is none.
  public init(card bytes: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: file)
    func no() -> Problems { .malformed(Mark(file: file, line: 0), .badKeyCard, []) }
    guard tree["ecluse-key-card"]?.text == "1", let party = tree["party"]?.text, GlobalID.isNamespace(party),
      party != Admission.log, let person = tree["person"]?.text, let key = tree["public"]?.text?.fromBase64,
      let custody = tree["custody"]?.text.flatMap(Custody.init), let roles = tree["roles"]?.elements
    else { throw no() }
    let known = roles.compactMap { role in role["role"]?.text.map { Role($0, place: role["where"]?.text) } }
    let grant = KeyGrant(
      party: party, person: person, publicKey: key, custody: custody, roles: known,
      from: tree["from"]?.text.flatMap { try? Moment($0) },
      until: tree["until"]?.text.flatMap { try? Moment($0) })
    // Whatever else it says would be lost: so it is refused.
    guard known.count == roles.count, grant.card == bytes || grant.card.dropLast() == bytes[...],
      KeyGrant(grant.fields) == grant
    else { throw no() }
    self = grant
  }
}
