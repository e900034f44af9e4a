extension Problems {
  /// The same, each at the line of its field: what is checked of records that were read knows only where they begin.
  public func located(in files: [Node]) -> Problems {
    let marks = Set(list.compactMap(\.mark))
    let records = files.flatMap { $0.elements ?? [] }.filter { marks.contains($0.mark) }
    let nodes = Dictionary(records.map { ($0.mark, $0) }, uniquingKeysWith: { first, _ in first })
    return Problems(
      list.map { problem in
        guard let mark = problem.mark, let field = problem.field, let node = nodes[mark] else {
          return problem
        }
        return Problem(
          problem.code, at: node.mark(of: field), field: field, rule: problem.rule, remedy: problem.remedy)
      })
  }
}

extension Node {
  /// Where the field of that path stands, such as `compute[0].value`, or what it would lie in.
  func mark(of path: String) -> Mark {
    var (node, mark) = (self, self.mark)
    for step in path.split(separator: ".") {
      let parts = step.split(separator: "[")
      // A name that an author gave may be any text.
      guard let name = parts.first, let entry = node.entries?.first(where: { $0.key == name }) else {
        return mark
      }
      (node, mark) = (entry.value, entry.mark)
      for part in parts.dropFirst() {
        guard let index = Int(part.dropLast()), node.asList.indices.contains(index) else { return mark }
        node = node.asList[index]
        mark = node.mark
      }
    }
    return mark
  }
}
