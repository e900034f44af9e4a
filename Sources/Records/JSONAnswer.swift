/// What a program wrote, read back.
extension JSONReader {
  /// At most this many lists and groups in each other in such a document: explanations lie deep.
  public static let maximumDepthOfAnswers = 2048

  /// Reads a document into the value that writes it: `null`, whole numbers and words stand for themselves. The elements of
  /// the list `name` of its group are handed over one by one and left out, so that a large document is never a tree.
  /// - Throws: ``Problems`` with the first mistake of syntax, or what `each` throws.
  public static func answer(
    _ bytes: [UInt8], file: String, elementsOf name: String, each: (JSON, Mark) throws(Problems) -> Void
  ) throws(Problems) -> JSON {
    var reader = JSONReader(bytes, file)
    reader.skipSpace()
    let isGroup = reader.peek == UInt8(ascii: "{")
    let value: JSON =
      isGroup
      ? .object(try reader.members(depth: 0, listed: name, each: each)) : try reader.json(depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.syntax("text after the document") }
    return value
  }

  private mutating func json(depth: Int) throws(Problems) -> JSON {
    guard depth < Self.maximumDepthOfAnswers else {
      throw Problems([.tooDeep(at: mark, Self.maximumDepthOfAnswers)])
    }
    switch peek {
    case UInt8(ascii: "{"):
      return .object(try members(depth: depth, listed: nil) { _, _ throws(Problems) in })
    case UInt8(ascii: "["):
      var elements: [JSON] = []
      try list(depth: depth) { element, _ throws(Problems) in elements.append(element) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func members(
    depth: Int, listed: String?, each: (JSON, Mark) throws(Problems) -> Void
  ) throws(Problems) -> [String: JSON] {
    index += 1
    var members: [String: JSON] = [:]
    skipSpace()
    if peek == UInt8(ascii: "}") {
      index += 1
      return members
    }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw syntax("a key must be a string") }
      let key = try string()
      guard members[key] == nil else { throw duplicate(key) }
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw syntax("\":\" expected") }
      index += 1
      skipSpace()
      if key == listed, peek == UInt8(ascii: "[") {
        try list(depth: depth + 1, each)
        members[key] = .array([])
      } else {
        members[key] = try json(depth: depth + 1)
      }
      skipSpace()
      if try endOfElements(UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func list(
    depth: Int, _ each: (JSON, Mark) throws(Problems) -> Void
  ) throws(Problems) {
    index += 1
    skipSpace()
    if peek == UInt8(ascii: "]") {
      index += 1
      return
    }
    while true {
      skipSpace()
      let start = mark
      try each(try json(depth: depth + 1), start)
      skipSpace()
      if try endOfElements(UInt8(ascii: "]")) { return }
    }
  }

  /// `null`, `true`, `false`, or a whole number that every reader of JSON keeps.
  private mutating func word() throws(Problems) -> JSON {
    let start = index
    while let byte = peek, !Self.isEnd(byte) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard let number = Int(text), String(number) == text, number.magnitude < 1 << 53 else {
        throw syntax("unexpected text")
      }
      return .int(number)
    }
  }
}
