/// Base64 with the standard alphabet and padding (RFC 4648 section 4), and no other spelling of the same bytes: what is
/// signed or compared as text must have one form.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  private static let none: UInt8 = 0xFF

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: none, count: 256)
    for (value, sign) in alphabet.enumerated() { values[Int(sign)] = UInt8(value) }
    return values
  }()

  /// The text of the bytes.
  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    write(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text of the bytes.
  static func write(_ bytes: [UInt8], to text: inout [UInt8]) {
    let alphabet = Self.alphabet
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let word =
        UInt32(bytes[index]) << 16 | UInt32(left > 1 ? bytes[index + 1] : 0) << 8
        | UInt32(left > 2 ? bytes[index + 2] : 0)
      text.append(alphabet[Int(word >> 18 & 63)])
      text.append(alphabet[Int(word >> 12 & 63)])
      text.append(left > 1 ? alphabet[Int(word >> 6 & 63)] : padding)
      text.append(left > 2 ? alphabet[Int(word & 63)] : padding)
      index += 3
    }
  }

  /// The bytes of a text in its one form: nil for a missing or superfluous `=`, another sign, or bits that stand for nothing.
  package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let padded = text.suffix(2).reversed().prefix { $0 == padding }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    let values = Self.values
    var word: UInt32 = 0
    var signs = 0
    for sign in text.dropLast(padded) {
      let value = values[Int(sign)]
      guard value != none else { return nil }
      word = word << 6 | UInt32(value)
      signs += 1
      if signs.isMultiple(of: 4) {
        bytes.append(UInt8(truncatingIfNeeded: word >> 16))
        bytes.append(UInt8(truncatingIfNeeded: word >> 8))
        bytes.append(UInt8(truncatingIfNeeded: word))
        word = 0
      }
    }
    switch padded {
    case 1:
      guard word & 3 == 0 else { return nil }
      bytes += [UInt8(truncatingIfNeeded: word >> 10), UInt8(truncatingIfNeeded: word >> 2)]
    case 2:
      guard word & 15 == 0 else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: word >> 4))
    default: break
    }
    return bytes
  }
}
