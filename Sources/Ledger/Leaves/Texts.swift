import Glibc

extension String {
  /// The bytes that canonical base64 spells.
  var fromBase64: [UInt8]? { Base64.decode(ArraySlice(utf8)) }

  /// The bytes that lower-case hexadecimal digits spell.
  var fromHex: [UInt8]? { Hex.decode(utf8) }
}

extension [UInt8] {
  /// Whether these are the same bytes. `==` compares them one by one.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, count) == 0
      }
    }
  }
}
