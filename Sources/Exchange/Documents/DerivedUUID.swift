import Records

/// Identifiers that depend on what they identify alone (RFC 9562, version 8), so that the same facts make the same document.
enum DerivedUUID {
  static func of(_ text: String) -> String {
    var digits = Array(Digest.sha256(Array(text.utf8)).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    digits[16] = UInt8(ascii: "a")
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
  }
}
