import Crypto
import Measures
public import Records

/// What is signed: an in-toto statement (version 1) whose predicate is a head and a seal.
public struct Statement: Hashable, Sendable {
  /// What everyone may see.
  public let head: Head
  /// The root of the commitments to the body.
  public let seal: [UInt8]
  /// The bytes that are signed: canonical JSON.
  public let payload: [UInt8]

  /// What a draft says, as its issuer signs it, and the openings of its body.
  public static func of(
    _ draft: Draft, readers: Readers, sealing key: SealingKey
  ) -> (statement: Statement, openings: [Opening]) {
    let openings = draft.parts.body.sorted { $0.key < $1.key }.map { field, value in
      Opening(
        field: field, salt: key.salt(draft.id, revision: draft.revision, field: field), value: value)
    }
    let seal = Seal.root(openings.map(\.commitment))
    return (Statement(Head(draft, readers: readers), seal: seal), openings)
  }

  /// A statement with this head and seal.
  public init(_ head: Head, seal: [UInt8]) {
    self.head = head
    self.seal = seal
    payload = Self.payload(head, seal: seal)
  }

  /// Reads a payload.
  /// - Throws: ``Problems``: it is no statement, or not in its one spelling.
  public init(payload: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(payload, file: file)
    guard tree["_type"]?.text == Self.type else {
      throw .malformed(tree.mark, .noStatement, [.code("_type")])
    }
    guard let predicate = tree["predicate"], let head = predicate["head"] else {
      throw .malformed(tree.mark, .noStatement, [.code("predicate.head")])
    }
    self.head = try Head(head)
    guard let seal = predicate["seal"]?.text.flatMap(\.fromHex), seal.count == 32 else {
      throw .malformed(predicate.mark, .noStatement, [.code("predicate.seal")])
    }
    self.seal = seal
    self.payload = payload
    guard Self.payload(self.head, seal: seal).isSame(as: payload) else {
      throw .malformed(tree.mark, .notCanonical, [])
    }
  }

  /// SHA-256 of what is signed.
  public var digest: [UInt8] { Array(SHA256.hash(data: payload)) }

  private static let type = "https://in-toto.io/Statement/v1"

  /// The type of predicate of a kind of record.
  static func predicateType(_ kind: String, version: Int) -> String {
    "urn:ecluse:record:\(kind):v\(version)"
  }

  private static func payload(_ head: Head, seal: [UInt8]) -> [UInt8] {
    // The members of a canonical object come in the order of their names.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2048)
    bytes += #"{"_type":"#.utf8
    JSON.write(type, to: &bytes)
    bytes += #","predicate":{"head":"#.utf8
    head.write(to: &bytes)
    bytes += #","seal":"#.utf8
    JSON.write(Hex.encode(seal), to: &bytes)
    bytes += #"},"predicateType":"#.utf8
    JSON.write(predicateType(head.kind, version: head.version), to: &bytes)
    bytes += #","subject":["#.utf8
    writeSubject(head, to: &bytes)
    bytes += "]}".utf8
    return bytes
  }

  /// What it is about: the bytes of which it gives the digest, else the name alone.
  private static func writeSubject(_ head: Head, to bytes: inout [UInt8]) {
    var (algorithm, digest) = ("ecluse-id", "")
    if case .string(let text)? = head.fields["digest"] {
      (algorithm, digest) = ("sha256", String(text.dropFirst("sha256:".count)))
    } else {
      digest = Digest.sha256(Array(head.id.full.utf8))
    }
    bytes += "{\"digest\":{\"\(algorithm)\":".utf8
    JSON.write(digest, to: &bytes)
    bytes += #"},"name":"#.utf8
    JSON.write(head.id.full, to: &bytes)
    bytes.append(UInt8(ascii: "}"))
  }
}
