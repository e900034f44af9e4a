package import Records

/// A record whole, as it travels in the document of another standard: `["kind","local",{…}]` in canonical JSON, every
/// scalar a text, names short where they are of the same party.
package struct CarriedRecord: Hashable, Sendable {
  package let id: GlobalID
  package let record: WrittenRecord

  /// A record of the party whose document it is.
  package init(_ draft: Draft) {
    id = draft.id
    record = WrittenRecord(draft, in: draft.id.namespace)
  }

  /// Reads what travelled in a document of `namespace`; `nil`: it is no record.
  init?(_ text: String, in namespace: String, mark: Mark) {
    guard let tree = try? JSONReader.read(Array(text.utf8), file: mark.file), let parts = tree.elements,
      parts.count == 3, let kind = parts[0].text, Kinds.named(kind) != nil, let local = parts[1].text,
      GlobalID.isLocal(local), let fields = parts[2].entries
    else { return nil }
    id = GlobalID(namespace, kind, local)
    record = WrittenRecord(
      kind, local, fields.map { WrittenField($0.key, WrittenValue($0.value)) }.inOrder(of: kind))
  }

  /// As it travels.
  var property: Outline.Property {
    let mark = Mark(file: "", line: 0)
    let fields = WrittenValue.group(record.fields).node(mark)
    let parts = [Node(.scalar(record.kind), mark), Node(.scalar(record.local), mark), fields]
    var bytes: [UInt8] = []
    Node(.list(parts), mark).writeCanonically(to: &bytes)
    return .init(PropertyName.record, String(decoding: bytes, as: UTF8.self))
  }
}

extension [WrittenField] {
  /// In the order in which the schema names them, which canonical JSON does not keep.
  fileprivate func inOrder(of kind: String) -> Self {
    let names = (Kinds.named(kind)?.fields ?? []).map(\.name)
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    return sorted { (places[$0.name] ?? names.count, $0.name) < (places[$1.name] ?? names.count, $1.name) }
  }
}
