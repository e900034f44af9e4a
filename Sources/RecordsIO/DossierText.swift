package import Records

/// Writes a dossier that a person can edit: YAML in the order given, comments where there is something to say, short groups
/// on one line. What it writes, the strict reader reads back as the same records.
package struct DossierText {
  /// How long a line may be before a group is broken up.
  private static let width = 112

  private var lines: [String] = []

  /// Begins a dossier of a namespace.
  package init(_ namespace: String, title: (en: String, fr: String)? = nil, comment: [String] = []) {
    lines = comment.map(Self.comment)
    lines.append("- dossier: \(Self.scalar(namespace))")
    if let title {
      lines += ["  title:", "    en: \(Self.quoted(title.en))", "    fr: \(Self.quoted(title.fr))"]
    }
  }

  /// The text so far.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds a record: its kind and name, then its fields. A comment stands above it, and others beside fields by their name.
  package mutating func add(
    _ kind: String, _ name: String, _ fields: [(String, Node)], comment: [String] = [],
    beside: [String: String] = [:]
  ) {
    lines += comment.map(Self.comment)
    lines.append("- \(kind): \(Self.scalar(name))")
    for (key, value) in fields {
      var written = Self.field(key, value, indent: 2)
      if let note = beside[key], let first = written.first { written[0] = "\(first)  \(Self.comment(note))" }
      lines += written
    }
  }

  private static func comment(_ text: String) -> String {
    text.isEmpty ? "#" : "# " + text.map { $0.isNewline ? " " : $0 }
  }

  private static func field(_ key: String, _ value: Node, indent: Int) -> [String] {
    let start = String(repeating: " ", count: indent) + scalar(key) + ":"
    let flow = flow(value)
    if start.count + flow.count < width || value.isScalar { return ["\(start) \(flow)"] }
    return [start] + block(value, indent: indent + 2)
  }

  private static func block(_ value: Node, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    switch value.content {
    case .scalar: return [space + flow(value)]
    case .map(let entries): return entries.flatMap { field($0.key, $0.value, indent: indent) }
    case .list(let elements):
      return elements.flatMap { element -> [String] in
        let flow = flow(element)
        if indent + flow.count < width || element.isScalar { return ["\(space)- \(flow)"] }
        var inner = block(element, indent: indent + 2)
        inner[0] = "\(space)- \(inner[0].dropFirst(indent + 2))"
        return inner
      }
    }
  }

  private static func flow(_ value: Node) -> String {
    switch value.content {
    case .scalar(let text): scalar(text)
    case .list(let elements): "[\(elements.map(flow).joined(separator: ", "))]"
    case .map(let entries):
      entries.isEmpty
        ? "{}" : "{ \(entries.map { "\(scalar($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
    }
  }

  /// A scalar, quoted unless it can only be read as itself, here and by readers that guess types.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.wholeMatch(
        of: /[A-Za-z0-9][A-Za-z0-9._+\/-]*(:[A-Za-z0-9._+\/-]+)*( [A-Za-z0-9][A-Za-z0-9._+\/-]*)*/) != nil
    return isPlain && text.count < width ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _
      where scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
        || scalar.value == 0xFEFF:
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Node {
  fileprivate var isScalar: Bool { text != nil }
}
