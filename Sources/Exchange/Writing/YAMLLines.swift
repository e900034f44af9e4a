import Records

/// Lines of YAML in our style: what fits stands on one line, the rest is broken.
struct YAMLLines {
  private(set) var text = ""

  /// Lines are at most so long, where texts can be broken.
  private static let width = 120

  mutating func record(_ record: WrittenRecord) {
    record.comments.forEach { comment($0, indent: 0) }
    line("- \(YAMLScalar.plain(record.kind)): \(YAMLScalar.plain(record.local))")
    record.fields.forEach { field($0, indent: 2) }
  }

  /// A remark, broken at its spaces.
  mutating func comment(_ remark: String, indent: Int) {
    let prefix = Self.spaces(indent) + "#"
    for part in remark.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = prefix
      for word in String(part).shownSafely.split(separator: " ") {
        if line != prefix, line.unicodeScalars.count + word.unicodeScalars.count >= Self.width {
          self.line(line)
          line = prefix
        }
        line += " \(word)"
      }
      self.line(line)
    }
  }

  private mutating func field(_ field: WrittenField, indent: Int) {
    if let remark = field.comment { comment(remark, indent: indent) }
    value(field.value, after: "\(Self.spaces(indent))\(YAMLScalar.plain(field.name)):", indent: indent)
  }

  /// A value after the beginning of its line: beside it where that fits, else below.
  private mutating func value(_ value: WrittenValue, after start: String, indent: Int) {
    let flow = Self.flow(value)
    if value.isEmpty || Self.fits("\(start) \(flow)") && !value.hasComments {
      return line("\(start) \(flow)")
    }
    switch value {
    case .plain: line("\(start) \(flow)")
    case .text(let text):
      if YAMLScalar.isFoldable(text) {
        folded(text, after: start, indent: indent)
      } else {
        line("\(start) \(flow)")
      }
    case .list(let elements):
      line(start)
      for element in elements { item(element, indent: indent + 2) }
    case .group(let fields):
      line(start)
      fields.forEach { field($0, indent: indent + 2) }
    }
  }

  /// An element of a list on lines of its own.
  private mutating func item(_ value: WrittenValue, indent: Int) {
    let start = "\(Self.spaces(indent))-"
    guard case .group(let fields) = value, !fields.isEmpty else {
      return self.value(value, after: start, indent: indent)
    }
    // A group stays in braces, broken between its fields.
    var line = "\(start) {"
    for (index, field) in fields.enumerated() {
      let isLast = index == fields.count - 1
      let part = " \(YAMLScalar.plain(field.name)): \(Self.flow(field.value))\(isLast ? " }" : ",")"
      if index > 0, !Self.fits(line + part) {
        self.line(line)
        line = Self.spaces(indent + 3)
      }
      line += part
    }
    self.line(line)
  }

  private mutating func folded(_ text: String, after start: String, indent: Int) {
    line("\(start) >-")
    let margin = Self.spaces(indent + 2)
    var line = margin
    for word in text.split(separator: " ") {
      if line != margin, !Self.fits("\(line) \(word)") {
        self.line(line)
        line = margin
      }
      line += line == margin ? word : " \(word)"
    }
    self.line(line)
  }

  /// The value on one line.
  private static func flow(_ value: WrittenValue) -> String {
    switch value {
    case .plain(let text): return YAMLScalar.plain(text)
    case .text(let text): return YAMLScalar.quoted(text)
    case .list(let elements): return "[\(elements.map(flow).joined(separator: ", "))]"
    case .group(let fields):
      guard !fields.isEmpty else { return "{}" }
      let parts = fields.map { "\(YAMLScalar.plain($0.name)): \(flow($0.value))" }
      return "{ \(parts.joined(separator: ", ")) }"
    }
  }

  private static func fits(_ line: String) -> Bool {
    line.utf8.count <= width || line.unicodeScalars.count <= width
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func line(_ line: String) {
    text += line
    text += "\n"
  }
}

extension WrittenValue {
  /// Whether it is a list or a group of nothing.
  var isEmpty: Bool { self == .list([]) || self == .group([]) }

  /// Whether remarks stand inside, which need lines of their own.
  var hasComments: Bool {
    switch self {
    case .plain, .text: false
    case .list(let elements): elements.contains(where: \.hasComments)
    case .group(let fields): fields.contains { $0.comment != nil || $0.value.hasComments }
    }
  }
}
