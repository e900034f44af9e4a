extension Unicode.Scalar {
  /// Whether it steers a terminal or the direction of text and has no place in what people write: control signs
  /// but for line ends and tabs, and the marks that override or isolate a direction.
  package var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The text on one line, with signs that could steer a terminal shown by their numbers.
  package var shownSafely: String {
    guard unicodeScalars.contains(where: { $0.isControl || $0 == "\n" || $0 == "\t" }) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl || scalar == "\n" || scalar == "\t" {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
