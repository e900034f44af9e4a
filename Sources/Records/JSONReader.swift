import Measures

/// A strict reader of JSON (RFC 8259) into ``Node``: no duplicate keys, no trailing text, no lone
/// surrogates, bounded depth. Numbers, `true`, `false` stay text for the schema; `null` is refused,
/// because a field that is not known is left out.
public struct JSONReader {
  let bytes: [UInt8]
  let file: String
  var index = 0
  private var line = 1
  private var lineStart = 0
  /// Whether others wrote it for themselves: then it may hold `null`, as if the field were left out, and what Python writes
  /// for a loss that is no number.
  private var isForeign = false

  /// At most this many lists and groups in each other.
  public static let maximumDepth = 64

  /// Reads one JSON document.
  /// - Throws: ``Problems`` with the first mistake of syntax.
  public static func read(_ bytes: [UInt8], file: String) throws(Problems) -> Node {
    var reader = JSONReader(bytes, file)
    return try reader.document()
  }

  private mutating func document() throws(Problems) -> Node {
    skipSpace()
    let node = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw syntax("text after the document") }
    return node
  }

  /// Passes over a `null` that stands here, where there may be one.
  private mutating func passesNull() -> Bool {
    guard isForeign, bytes[index...].starts(with: "null".utf8),
      index + 4 == bytes.count || Self.isEnd(bytes[index + 4])
    else { return false }
    index += 4
    return true
  }

  /// Reads one JSON document that was not written for us: what is `null` is left out.
  /// - Throws: ``Problems`` with the first mistake of syntax.
  package static func readForeign(_ bytes: [UInt8], file: String) throws(Problems) -> Node {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = JSONReader(Array(bytes.dropFirst(mark)), file)
    reader.isForeign = true
    return try reader.document()
  }

  init(_ bytes: [UInt8], _ file: String) {
    self.bytes = bytes
    self.file = file
  }

  var mark: Mark { Mark(file: file, line: line, column: index - lineStart + 1) }

  func syntax(_ what: String) -> Problems { syntax(.word(what)) }

  func duplicate(_ key: String) -> Problems { syntax(.message(Phrase.duplicateKey.with(.quoted(key)))) }

  private func syntax(_ what: Message.Argument) -> Problems {
    Problems([
      Problem(.syntax, at: mark, rule: Phrase.jsonSyntax.with(what), remedy: Phrase.fixSyntax.message)
    ])
  }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      index += 1
      if byte == 0x0A {
        line += 1
        lineStart = index
      }
    }
  }

  private mutating func value(depth: Int) throws(Problems) -> Node {
    guard depth < Self.maximumDepth else {
      throw Problems([.tooDeep(at: mark, Self.maximumDepth)])
    }
    let mark = self.mark
    switch peek {
    case UInt8(ascii: "{"): return Node(.map(try object(depth: depth)), mark)
    case UInt8(ascii: "["): return Node(.list(try array(depth: depth)), mark)
    case UInt8(ascii: "\""): return Node(.scalar(try string()), mark)
    default: return Node(.scalar(try token()), mark)
    }
  }

  private static let fewKeys = 16

  private mutating func object(depth: Int) throws(Problems) -> [Node.Entry] {
    index += 1
    var entries: [Node.Entry] = []
    // A few keys are compared, many are looked up.
    var keys: Set<String> = []
    skipSpace()
    if peek == UInt8(ascii: "}") {
      index += 1
      return entries
    }
    while true {
      skipSpace()
      let keyMark = mark
      guard peek == UInt8(ascii: "\"") else { throw syntax("a key must be a string") }
      let key = try string()
      if entries.count == Self.fewKeys { keys = Set(entries.map(\.key)) }
      let isNew =
        entries.count < Self.fewKeys ? !entries.contains { $0.key == key } : keys.insert(key).inserted
      guard isNew else { throw duplicate(key) }
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw syntax("\":\" expected") }
      index += 1
      skipSpace()
      if !passesNull() {
        entries.append(Node.Entry(key: key, mark: keyMark, value: try value(depth: depth + 1)))
      }
      skipSpace()
      if try endOfElements(UInt8(ascii: "}")) { return entries }
    }
  }

  private mutating func array(depth: Int) throws(Problems) -> [Node] {
    index += 1
    var elements: [Node] = []
    skipSpace()
    if peek == UInt8(ascii: "]") {
      index += 1
      return elements
    }
    while true {
      skipSpace()
      if !passesNull() { elements.append(try value(depth: depth + 1)) }
      skipSpace()
      if try endOfElements(UInt8(ascii: "]")) { return elements }
    }
  }

  mutating func endOfElements(_ close: UInt8) throws(Problems) -> Bool {
    guard let byte = peek, byte == UInt8(ascii: ",") || byte == close else {
      throw syntax("\",\" or the end of the list expected")
    }
    index += 1
    return byte == close
  }

  private mutating func token() throws(Problems) -> String {
    let start = index
    while let byte = peek, !Self.isEnd(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let isWord =
      ["true", "false"].contains(text) || isForeign && ["NaN", "Infinity", "-Infinity"].contains(text)
    guard isWord || Self.isNumber(bytes[start..<index]) else {
      throw syntax(text == "null" ? "null stands for nothing here: leave the field out" : "unexpected text")
    }
    return text
  }

  /// Whether bytes are a number (RFC 8259, section 6): `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    func digits() -> Int {
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    func takes(_ signs: String) -> Bool {
      guard let byte = rest.first, signs.utf8.contains(byte) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = takes("-")
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return false }
    if takes(".") { guard digits() > 0 else { return false } }
    if takes("eE") {
      _ = takes("+-")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Whether a byte ends a number or a word.
  static func isEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  mutating func string() throws(Problems) -> String {
    index += 1
    let start = index
    var seen: UInt8 = 0
    while index < bytes.count, !Self.isApart(bytes[index]) {
      seen |= bytes[index]
      index += 1
    }
    if seen < 0x80, peek == UInt8(ascii: "\"") {
      // ASCII is UTF-8 without further ado, and most texts are.
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      index += 1
      return text
    }
    var units = bytes[start..<index]
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else {
          throw syntax("a string is not UTF-8")
        }
        return text
      case UInt8(ascii: "\\"): units += Array(String(try escape()).utf8)
      case 0..<0x20: throw syntax("a control character in a string")
      default: units.append(byte)
      }
    }
    throw syntax("a string does not end")
  }

  /// Whether a byte of a string is anything but itself.
  private static func isApart(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape() throws(Problems) -> Unicode.Scalar {
    guard let byte = peek else { throw syntax("a string does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try unit()
      if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
      guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == 0x5C,
        bytes[index + 1] == UInt8(ascii: "u")
      else { throw syntax("a lone surrogate") }
      index += 2
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
      else { throw syntax("a lone surrogate") }
      return scalar
    default: throw syntax("an unknown escape")
    }
  }

  private mutating func unit() throws(Problems) -> UInt16 {
    guard index + 4 <= bytes.count,
      bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw syntax("four hexadecimal digits expected") }
    index += 4
    return value
  }
}
