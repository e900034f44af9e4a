/// Local names made of what people call things.
package enum Slug {
  /// Lower-case ASCII letters and digits, dots inside numbers and versions, single hyphens; empty if nothing is left.
  package static func of(_ name: String) -> String {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(longest) {
      guard scalar != "'", scalar != "’" else { continue }
      let byte = plain(scalar) ?? UInt8(ascii: "-")
      if byte != UInt8(ascii: "-") || bytes.last != UInt8(ascii: "-") { bytes.append(byte) }
    }
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") {
      let isInside =
        index > 0 && index + 1 < bytes.count && isPlain(bytes[index - 1]) && isPlain(bytes[index + 1])
      if !isInside { bytes[index] = UInt8(ascii: "-") }
    }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: "-")
    return words.joined(separator: "-")
  }

  /// A namespace: as a local name, without dots, beginning with a letter.
  package static func namespace(_ name: String) -> String {
    let text = of(name).replacing(".", with: "-")
    guard let first = text.utf8.first else { return "unnamed" }
    return String(((0x61...0x7A).contains(first) ? text : "n-" + text).prefix(64))
  }

  private static let longest = 120

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      if (0x41...0x5A).contains(byte) { return byte + 0x20 }
      return isPlain(byte) || byte == UInt8(ascii: ".") ? byte : nil
    }
    // An accented letter is its letter: the name of the sign says which.
    guard scalar.value < 0x250, let name = scalar.properties.name,
      let letter = name.firstMatch(of: /^LATIN (?:SMALL|CAPITAL) LETTER ([A-Z])(?: WITH .*)?$/)
    else { return nil }
    return letter.1.utf8.first.map { $0 + 0x20 }
  }
}

/// Names that are given once: of equal ones the first keeps it, the next get -2, -3.
package struct UniqueNames {
  private var taken: [String: Int] = [:]

  package init() {}

  /// A name of its own for something, and whether it had to be another than asked for.
  package mutating func take(_ wanted: String, else fallback: String) -> (local: String, isOther: Bool) {
    let base = wanted.isEmpty ? fallback : wanted
    var number = (taken[base] ?? 0) + 1
    while number > 1, taken["\(base)-\(number)"] != nil { number += 1 }
    taken[base] = number
    guard number > 1 else { return (base, false) }
    taken["\(base)-\(number)"] = taken["\(base)-\(number)"] ?? 1
    return ("\(base)-\(number)", true)
  }
}
