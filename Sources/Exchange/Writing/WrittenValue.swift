package import Records

/// A value as it will be written. Scalars are text, as in the value tree that a reader makes of them.
package indirect enum WrittenValue: Hashable, Sendable {
  /// A word, a name, a date, a number: written bare where YAML allows it.
  case plain(String)
  /// Words of people, always between quotes.
  case text(String)
  /// Several values.
  case list([WrittenValue])
  /// Named values, in this order.
  case group([WrittenField])
}

/// A named value, with what is remarked above it.
package struct WrittenField: Hashable, Sendable {
  package let name: String
  package let value: WrittenValue
  package let comment: String?

  package init(_ name: String, _ value: WrittenValue, comment: String? = nil) {
    self.name = name
    self.value = value
    self.comment = comment
  }

  /// A bare value.
  package static func plain(_ name: String, _ text: String, comment: String? = nil) -> Self {
    Self(name, .plain(text), comment: comment)
  }

  /// A text of people.
  package static func text(_ name: String, _ text: String, comment: String? = nil) -> Self {
    Self(name, .text(text), comment: comment)
  }

  /// A list of bare values.
  package static func words(_ name: String, _ words: [String], comment: String? = nil) -> Self {
    Self(name, .list(words.map { .plain($0) }), comment: comment)
  }
}

/// One record as it will be written: its kind and local name, then fields in this order.
package struct WrittenRecord: Hashable, Sendable {
  package let kind: String
  package let local: String
  package var fields: [WrittenField]
  /// Remarks above it, for whoever edits the file.
  package var comments: [String]

  package init(_ kind: String, _ local: String, _ fields: [WrittenField] = [], comments: [String] = []) {
    self.kind = kind
    self.local = local
    self.fields = fields
    self.comments = comments
  }

  package subscript(name: String) -> WrittenValue? { fields.first { $0.name == name }?.value }
}

extension WrittenValue {
  /// The value tree that a reader makes of it.
  package func node(_ mark: Mark) -> Node {
    switch self {
    case .plain(let text), .text(let text): Node(.scalar(text), mark)
    case .list(let elements): Node(.list(elements.map { $0.node(mark) }), mark)
    case .group(let fields): Node(.map(fields.map { $0.entry(mark) }), mark)
    }
  }
}

extension WrittenField {
  fileprivate func entry(_ mark: Mark) -> Node.Entry {
    Node.Entry(key: name, mark: mark, value: value.node(mark))
  }
}

extension WrittenRecord {
  /// The value tree that a reader makes of it.
  package func node(_ mark: Mark) -> Node {
    Node(.map(([WrittenField(kind, .plain(local))] + fields).map { $0.entry(mark) }), mark)
  }
}
