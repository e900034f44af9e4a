import Records

/// Reads a text line by line. Every line ends in a newline; a last one without has none to give.
struct LineCursor {
  let file: String
  private let bytes: ArraySlice<UInt8>
  /// Where the next line begins.
  private(set) var index: Int
  /// The number of the next line.
  private(set) var line: Int

  init(_ bytes: ArraySlice<UInt8>, file: String, line: Int = 1) {
    self.bytes = bytes
    self.file = file
    self.line = line
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  /// What follows.
  var rest: ArraySlice<UInt8> { bytes[index...] }

  /// The next line without its newline, or nil where no newline follows.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer {
      index = end + 1
      line += 1
    }
    return bytes[index..<end]
  }

  /// The number of the line that was read last, or of the first.
  var lastLine: Int { max(line - 1, 1) }
}
