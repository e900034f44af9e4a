/// Where something stands in a file.
public struct Mark: Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The line, from 1; 0 stands for the whole file.
  public let line: Int
  /// The column, from 1.
  public let column: Int

  /// Creates a mark.
  public init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// The one value tree that YAML and JSON are read into: scalars are text, and a schema reads them, never
/// the implicit types of a format (`NO` is Norway, `1e25` is text).
public struct Node: Sendable {
  /// What stands here.
  public enum Content: Sendable {
    /// A scalar, always as its text.
    case scalar(String)
    /// A sequence.
    case list([Node])
    /// A mapping, in the order of the file, without duplicate keys.
    case map([Entry])
  }

  /// One pair of a mapping.
  public struct Entry: Sendable {
    /// The key.
    public let key: String
    /// Where the key stands.
    public let mark: Mark
    /// The value.
    public let value: Node

    /// Creates a pair.
    public init(key: String, mark: Mark, value: Node) {
      self.key = key
      self.mark = mark
      self.value = value
    }
  }

  /// What stands here.
  public let content: Content
  /// Where it stands.
  public let mark: Mark

  /// Creates a node.
  public init(_ content: Content, _ mark: Mark) {
    self.content = content
    self.mark = mark
  }

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The pairs of a mapping.
  public var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The elements of a sequence.
  public var elements: [Node]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The elements of a sequence, or the node itself as a sequence of one.
  public var asList: [Node] { elements ?? [self] }

  /// Whether a scalar here or below begins with `prefix`.
  public func mentions(_ prefix: String) -> Bool {
    switch content {
    case .scalar(let text): text.hasPrefix(prefix)
    case .list(let elements): elements.contains { $0.mentions(prefix) }
    case .map(let entries): entries.contains { $0.value.mentions(prefix) }
    }
  }

  /// Appends the tree as canonical JSON (RFC 8785), every scalar a string.
  package func writeCanonically(to bytes: inout [UInt8]) {
    switch content {
    case .scalar(let text): JSON.write(text, to: &bytes)
    case .list(let elements):
      bytes.append(UInt8(ascii: "["))
      for index in elements.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        elements[index].writeCanonically(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let entries):
      let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { JSON.precedes($0.key, $1.key) }
      let sorted = isInOrder ? entries : entries.sorted { JSON.precedes($0.key, $1.key) }
      bytes.append(UInt8(ascii: "{"))
      for index in sorted.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSON.write(sorted[index].key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        sorted[index].value.writeCanonically(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The value of `key` in a mapping.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }
}
