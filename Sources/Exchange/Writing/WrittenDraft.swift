package import Records

extension WrittenRecord {
  /// A record that was read, as its author would write it in `namespace`: fields in the order of the schema.
  package init(_ draft: Draft, in namespace: String, comments: [String] = []) {
    let first = Kinds.commonFields.filter { Self.leading.contains($0.name) }
    let last = Kinds.commonFields.filter { !Self.leading.contains($0.name) }
    let fields = (first + draft.kind.fields + last).compactMap { field in
      draft.fields[field.name].map {
        WrittenField(field.name, WrittenValue($0, field.shape, in: namespace))
      }
    }
    self.init(draft.kind.name, draft.id.local, fields, comments: comments)
  }

  private static let leading: Set<String> = ["revision", "replaces", "because"]
}

extension WrittenValue {
  /// A value as it is written where its schema says `shape`.
  package init(_ value: Value, _ shape: Shape, in namespace: String) {
    switch (value, shape) {
    case (.list(let elements), .list(let element)):
      self = .list(elements.map { WrittenValue($0, element, in: namespace) })
    case (.group(let members), .group(let fields)):
      self = .group(
        fields.compactMap { field in
          members[field.name].map { WrittenField(field.name, WrittenValue($0, field.shape, in: namespace)) }
        })
    case (.reference(let id), .reference(let kinds)): self = .plain(id.written(in: namespace, kinds: kinds))
    case (.verbatim(let tree), _): self = WrittenValue(tree)
    case (.text(let text), .text): self = .text(text)
    default: self = WrittenValue(value.json, order: ["low", "best", "high"])
    }
  }

  /// A tree that another module reads, or what of a scalar is signed.
  package init(_ json: JSON, order: [String] = []) {
    switch json {
    case .null: self = .plain("")
    case .bool(let value): self = .plain(value ? "yes" : "no")
    case .int(let value): self = .plain(String(value))
    case .string(let text): self = .plain(text)
    case .array(let elements): self = .list(elements.map { WrittenValue($0) })
    case .object(let members):
      let names = order.filter { members[$0] != nil } + members.keys.filter { !order.contains($0) }.sorted()
      self = .group(names.compactMap { name in members[name].map { WrittenField(name, WrittenValue($0)) } })
    }
  }
}

extension GlobalID {
  /// The name as it is written in the file of `home`, where a record of one of `kinds` is meant.
  package func written(in home: String, kinds: [String]) -> String {
    let parts = local.split(separator: "/", maxSplits: 2)
    let looksFull = parts.count == 3 && Kinds.named(String(parts[1])) != nil
    if namespace == home { return kinds.count == 1 && !looksFull ? local : full }
    return description
  }
}
