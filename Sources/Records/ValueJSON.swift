import Measures

extension Value {
  /// The value as it is signed: every scalar a string, every name written out, so that the schema of its field reads the
  /// same value again.
  package var json: JSON {
    switch self {
    case .text(let text), .word(let text), .place(let text): .string(text)
    case .moment(let moment): .string(moment.description)
    case .integer(let value): .string(String(value))
    case .flag(let value): .string(value ? "yes" : "no")
    case .reference(let id): .string(id.full)
    case .number(let bounds): Self.json(bounds)
    case .quantity(let quantity): .string(quantity.written)
    case .chips(let count, let id): .string("\(count) x \(id)")
    case .list(let elements): .array(elements.map(\.json))
    case .group(let members): .object(members.mapValues(\.json))
    case .verbatim(let tree): tree
    }
  }

  private static func json(_ bounds: Bounds<Ratio>) -> JSON {
    if bounds == Bounds(exactly: bounds.low) { return .string(bounds.low.description) }
    let members = ["low": bounds.low, "best": bounds.best, "high": bounds.high]
    return .object(members.compactMapValues { $0.map { .string($0.description) } })
  }
}

/// Reads what was signed, by the same schemas and as strictly as what people write.
public struct SignedFields: Sendable {
  private let places: Places

  /// Reads with this table of places.
  public init(places: Places) { self.places = places }

  /// The fields of a head.
  /// - Throws: ``Problems`` with everything that is wrong.
  public func head(_ node: Node, of kind: Kind) throws(Problems) -> [String: Value] {
    var reader = values
    let fields = reader.group(node, kind.headFields, of: kind.name, path: "")
    return try checked(fields, reader)
  }

  /// One field of a body.
  /// - Throws: ``Problems`` with everything that is wrong.
  public func field(_ name: String, _ node: Node, of kind: Kind) throws(Problems) -> Value {
    var reader = values
    let entry = Node(.map([Node.Entry(key: name, mark: node.mark, value: node)]), node.mark)
    let fields = reader.group(entry, kind.bodyFields, of: kind.name, path: "", require: false)
    guard let value = try checked(fields, reader)[name] else { throw Problems(reader.problems) }
    return value
  }

  /// The record of which a head and all of a body are known.
  /// - Throws: ``Problems``: the parts do not fit, a field is missing, or the record contradicts itself.
  public func draft(
    _ id: GlobalID, _ kind: Kind, head: [String: Value], body: [String: Value], at mark: Mark
  ) throws(Problems) -> Draft {
    let draft = Self.draft(id, kind, head: head, body: body, at: mark)
    let tree = Node(.map([]), mark)
    var reader = values
    for field in kind.required where draft.fields[field.name] == nil && !draft.isWithheld {
      reader.problems.append(
        Problem(
          .missingField, at: mark, rule: Phrase.missingField.with(.code(kind.name), .code(field.name)),
          remedy: Phrase.addField.with(.text(field.means))))
    }
    for (name, value) in body where head[name].map({ Value.joined($0, value) == nil }) ?? false {
      reader.report(.contradiction, tree, name, .partsDiffer, [.code(name)])
    }
    reader.check(id, draft.fields, tree)
    _ = try checked([:], reader)
    return draft
  }

  /// The record of which a head and some of a body are known.
  public static func draft(
    _ id: GlobalID, _ kind: Kind, head: [String: Value], body: [String: Value], at mark: Mark
  ) -> Draft {
    let fields = head.merging(body) { Value.joined($0, $1) ?? $0 }
    return Draft(kind: kind, id: id, fields: fields, mark: mark)
  }

  private var values: ValueReader {
    var reader = ValueReader(namespace: "", names: Names(), places: places)
    reader.hasFullNames = true
    return reader
  }

  private func checked(
    _ fields: [String: Value], _ reader: ValueReader
  ) throws(Problems) -> [String: Value] {
    guard reader.problems.isEmpty else { throw Problems(reader.problems) }
    return fields
  }
}

extension Draft {
  /// What everyone may see of it, and the rest by field, as they are signed.
  public var parts: (head: [String: JSON], body: [String: JSON]) {
    let parts = (Kinds.commonFields + kind.fields).split(fields)
    return (parts.head.mapValues(\.json), parts.body.mapValues(\.json))
  }
}
