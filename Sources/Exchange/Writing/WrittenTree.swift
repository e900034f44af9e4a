package import Records

extension WrittenValue {
  /// A value as a reader would find it.
  package init(_ tree: Node) {
    switch tree.content {
    case .scalar(let text): self = .plain(text)
    case .list(let elements): self = .list(elements.map { WrittenValue($0) })
    case .map(let entries): self = .group(entries.map { WrittenField($0.key, WrittenValue($0.value)) })
    }
  }
}

extension DossierText {
  /// A file of which there is the tree only: its head, then its records; `nil` if it is none.
  package init?(_ tree: Node, comments: [String] = []) {
    guard let elements = tree.elements, let head = elements.first?.entries?.first, head.key == "dossier",
      let namespace = head.value.text
    else { return nil }
    var records: [WrittenRecord] = []
    for element in elements.dropFirst() {
      guard let entries = element.entries, let first = entries.first, let local = first.value.text else {
        return nil
      }
      records.append(
        WrittenRecord(
          first.key, local, entries.dropFirst().map { WrittenField($0.key, WrittenValue($0.value)) }))
    }
    self.init(namespace: namespace, comments: comments, records: records)
  }
}
