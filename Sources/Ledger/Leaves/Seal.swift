import Measures
public import Records

/// What stands for a field of a body in a seal: its name, and a hash that says nothing about its value.
public struct Commitment: Hashable, Sendable {
  /// The name of the field.
  public let field: String
  /// SHA-256 of the opening.
  public let hash: [UInt8]

  /// Creates a commitment.
  public init(field: String, hash: [UInt8]) {
    self.field = field
    self.hash = hash
  }

  /// Appends the entry of the tree whose root is the seal: the canonical JSON of `[field, hash]`.
  func write(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    JSON.write(field, to: &bytes)
    bytes += #",""#.utf8
    bytes += Hex.encode(hash).utf8
    bytes += #""]"#.utf8
  }
}

/// The root of the commitments of a body, one per field, by the order of their names.
public enum Seal {
  /// The root: RFC 6962 over the entries.
  public static func root(_ commitments: [Commitment]) -> [UInt8] {
    let hashes = sorted(commitments).map { commitment in
      var entry: [UInt8] = []
      commitment.write(to: &entry)
      return TreeHash.leaf(entry)
    }
    return root(hashes[...]).bytes
  }

  private static func sorted(_ commitments: [Commitment]) -> [Commitment] {
    commitments.sorted { $0.field.utf8.lexicographicallyPrecedes($1.field.utf8) }
  }

  private static func root(_ hashes: ArraySlice<TreeHash>) -> TreeHash {
    guard hashes.count > 1 else { return hashes.first ?? .empty }
    var split = 1
    while split * 2 < hashes.count { split *= 2 }
    let middle = hashes.startIndex + split
    return .node(root(hashes[..<middle]), root(hashes[middle...]))
  }

  /// The list of commitments as it is kept beside the openings: it names the fields, so its readers are theirs.
  public static func list(_ commitments: [Commitment]) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")]
    bytes.reserveCapacity(100 * commitments.count)
    for (index, commitment) in sorted(commitments).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      commitment.write(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// Reads a list of commitments.
  /// - Throws: ``Problems``: it is none, or names a field twice.
  public static func commitments(_ bytes: [UInt8]) throws(Problems) -> [Commitment] {
    let tree = try JSONReader.read(bytes, file: "seal")
    var commitments: [Commitment] = []
    for node in tree.elements ?? [] {
      guard let parts = node.elements, parts.count == 2, let field = parts[0].text,
        let hash = parts[1].text.flatMap(\.fromHex), hash.count == 32
      else { throw .malformed(node.mark, .noOpening, []) }
      commitments.append(Commitment(field: field, hash: hash))
    }
    guard tree.elements != nil, Set(commitments.map(\.field)).count == commitments.count else {
      throw .malformed(tree.mark, .noOpening, [])
    }
    return commitments
  }
}
