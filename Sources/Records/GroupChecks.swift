import Measures

/// What the fields of one group say about each other.
extension ValueReader {
  /// Refuses what ends before it begins, and bounds that leave their own value out.
  mutating func checkOrder(of fields: [String: Value], _ node: Node, path: String) {
    if let from = fields["from"]?.moment, let to = fields["to"]?.moment, to.last < from.first {
      report(.contradiction, node["to"] ?? node, joined(path, "to"), .datesReversed, [], .swapDates)
    }
    // The value of a scaled estimate is what is multiplied, not what the bounds are of.
    let names = fields["method"]?.text == "scaled" ? ["low", "high"] : ["low", "value", "high"]
    let figures = names.compactMap { name in fields[name]?.quantity.map { (name, $0) } }
    for (lower, higher) in zip(figures, figures.dropFirst()) where higher.1.value < lower.1.value {
      let said = [lower, higher].map { "\($0.0): \($0.1.written)" }.joined(separator: ", ")
      report(
        .contradiction, node[higher.0] ?? node, joined(path, higher.0), .unorderedBounds, [.quoted(said)])
      return
    }
  }

  /// Refuses a field that the formula of a method does not read: whoever wrote it meant another one.
  mutating func reportUnused(_ entry: Node.Entry, by method: String, path: String) {
    let used = Kinds.fieldsOfMethods[method] ?? []
    problems.append(
      Problem(
        .unknownField, at: entry.mark, field: path,
        rule: Phrase.unusedField.with(.code(method), .code(entry.key)),
        remedy: Phrase.usedFields.with(.code(used.joined(separator: ", ")))))
  }

  /// Refuses two fields of an estimate of which only one would be read.
  mutating func checkAlternatives(in fields: [String: Value], _ node: Node, path: String) {
    for names in [["hours", "days"], ["chips", "chip-hours"]] where names.allSatisfy({ fields[$0] != nil }) {
      report(
        .contradiction, node[names[1]] ?? node, joined(path, names[1]), .oneOfFields,
        [.code(names.joined(separator: ", "))], .removeOne)
    }
  }

  private func joined(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
