/// Finds keys that are lists, groups or aliases in a text with many aliases, before the YAML reader sees it.
///
/// The reader compares the keys of each mapping, and comparing what nested aliases stand for takes as long as writing
/// it out: a few lines can ask for years. Such keys are refused in any case; here only where they could do that.
enum YAMLKeys {
  /// The line of the first such key; `nil` if there is none, or too few aliases to matter.
  static func firstUnsafe(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var scan = Scan(bytes: bytes)
      return scan.run()
    }
  }

  /// What fewer aliases stand for stays small.
  private static let harmless = 8

  private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>
    var anchors = 0
    var aliases = 0
    var unsafeLine: Int?

    mutating func run() -> Int? {
      var line = 1
      // Whether a token may begin here, and whether nothing but indicators stands before on the line.
      var (canBegin, isLineStart) = (true, true)
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case _ where endsLine(index):
          if byte == UInt8(ascii: "\n") { line += 1 }
          (canBegin, isLineStart) = (true, true)
          continue
        case UInt8(ascii: " "), UInt8(ascii: "\t"): canBegin = true
        case UInt8(ascii: "&") where canBegin && isName(index + 1): (anchors, canBegin) = (anchors + 1, false)
        case UInt8(ascii: "*") where canBegin && isName(index + 1):
          aliases += 1
          canBegin = false
          if next(after: nameEnd(index + 1)) == UInt8(ascii: ":") { note(line) }
        case UInt8(ascii: "?") where isLineStart || isFlow(before: index): note(line)
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): canBegin = true
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if next(after: index + 1) == UInt8(ascii: ":") { note(line) }
        default: canBegin = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
        }
        isLineStart = isLineStart && [0x20, 0x09, 0x2D, 0x3A, 0x3F].contains(byte)
      }
      return anchors > 1 && aliases > YAMLKeys.harmless ? unsafeLine : nil
    }

    private mutating func note(_ line: Int) { unsafeLine = unsafeLine ?? line }

    /// Whether a line ends here, in any way that YAML knows: NEL, LS and PS too.
    private func endsLine(_ index: Int) -> Bool {
      switch bytes[index] {
      case 0x0A, 0x0D: true
      case 0x85: index > 0 && bytes[index - 1] == 0xC2
      case 0xA8, 0xA9: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
      default: false
      }
    }

    private func isName(_ index: Int) -> Bool {
      guard index < bytes.count else { return false }
      let byte = bytes[index]
      return (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x2D
    }

    private func nameEnd(_ start: Int) -> Int {
      var index = start
      while isName(index) { index += 1 }
      return index
    }

    /// The next sign that is no space, on this line or below.
    private func next(after start: Int) -> UInt8? {
      var index = start
      while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
      return index < bytes.count ? bytes[index] : nil
    }

    /// Whether the sign before is one after which a key of a flow mapping may begin.
    private func isFlow(before index: Int) -> Bool {
      var place = index - 1
      while place >= 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place -= 1 }
      return place >= 0 && [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")].contains(bytes[place])
    }
  }
}
