import Records

/// How a scalar is spelt in YAML so that any reader takes it for the same text.
enum YAMLScalar {
  /// Bare where nothing in it means anything to YAML, in a list in brackets too; else between quotes.
  static func plain(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Whether it may stand bare: ASCII letters, digits, a few signs, single spaces between.
  static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, isLetter(first), bytes.last != UInt8(ascii: ":") else { return false }
    var last = first
    for byte in bytes {
      let isSpace = byte == 0x20
      guard isLetter(byte) || isSpace || inner.contains(byte) else { return false }
      if isSpace, last == 0x20 || last == UInt8(ascii: ":") { return false }
      last = byte
    }
    return last != 0x20
  }

  private static let inner = Set("._/+:%-".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Between double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "&" where begins(after: last), "*" where begins(after: last): result += escaped(scalar)
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isShown(scalar) { result.unicodeScalars.append(scalar) } else { result += escaped(scalar) }
      }
    }
    return result + "\""
  }

  /// Whether a reader that looks for anchors and aliases without minding quotes would take a sign here for one.
  private static func begins(after last: Unicode.Scalar) -> Bool {
    [" ", "[", "{", ",", ":", "-", "?", "]", "}", "\n", "\t", "\r"].contains(last) || !isShown(last)
  }

  /// Whether YAML takes the sign as it is and a person sees it.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    case 0x10000...: scalar.value & 0xFFFE != 0xFFFE
    default: !scalar.isHidden
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (sign, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\\(sign)" + String(repeating: "0", count: width - digits.utf8.count) + digits
  }

  /// Whether it may be broken into lines at its spaces and read back the same.
  static func isFoldable(_ text: String) -> Bool {
    guard !text.hasPrefix(" "), !text.hasSuffix(" "), !text.contains("  ") else { return false }
    return text.unicodeScalars.allSatisfy { $0 == " " || isShown($0) }
      && !text.contains(/(?:^|[ \[{,:?\]}-])[&*]/)
  }
}
