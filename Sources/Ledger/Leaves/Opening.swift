import Crypto
import Measures
public import Records

/// A field of a body with its salt: what its commitment is the hash of. Without the salt nobody can try values.
public struct Opening: Sendable {
  /// The name of the field.
  public let field: String
  /// 32 bytes that nobody can guess.
  public let salt: [UInt8]
  /// The value, scalars as texts.
  public let value: Node
  /// What is hashed: the canonical JSON of `[salt, field, value]`.
  public let bytes: [UInt8]

  /// Commits to a value.
  public init(field: String, salt: [UInt8], value: JSON) {
    self.field = field
    self.salt = salt
    bytes = Self.json(salt, field, value).canonicalBytes
    self.value = value.node
  }

  private static func json(_ salt: [UInt8], _ field: String, _ value: JSON) -> JSON {
    .array([.string(Hex.encode(salt)), .string(field), value])
  }

  var json: JSON { Self.json(salt, field, value.json) }

  /// Reads what is hashed.
  /// - Throws: ``Problems``: it is no opening.
  public init(_ bytes: [UInt8]) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: Self.file)
    guard let parts = tree.elements, parts.count == 3, let salt = parts[0].text.flatMap(\.fromHex),
      salt.count == 32,
      let field = parts[1].text
    else { throw .malformed(tree.mark, .noOpening, []) }
    self.field = field
    self.salt = salt
    value = parts[2]
    self.bytes = bytes
    var canonical: [UInt8] = []
    canonical.reserveCapacity(bytes.count)
    tree.writeCanonically(to: &canonical)
    guard canonical.isSame(as: bytes) else { throw .malformed(tree.mark, .notCanonical, []) }
  }

  /// What stands for it in the seal.
  public var commitment: Commitment { Commitment(field: field, hash: Array(SHA256.hash(data: bytes))) }

  private static let file = "opening"
}

extension JSON {
  /// The tree as it would be read: every scalar as its text.
  var node: Node {
    let mark = Mark(file: "", line: 0)
    switch self {
    case .null: return Node(.scalar(""), mark)
    case .bool(let value): return Node(.scalar(value ? "true" : "false"), mark)
    case .int(let value): return Node(.scalar(String(value)), mark)
    case .string(let text): return Node(.scalar(text), mark)
    case .array(let elements): return Node(.list(elements.map(\.node)), mark)
    case .object(let members):
      let entries = members.sorted { $0.key < $1.key }.map {
        Node.Entry(key: $0.key, mark: mark, value: $0.value.node)
      }
      return Node(.map(entries), mark)
    }
  }
}
