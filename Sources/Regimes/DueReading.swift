import Measures
import Records

/// When something is due: periods and dates are parameters, events and states are words of the vocabulary.
extension PackReader {
  private static let forms: [Set<String>] = [
    ["within", "from"], ["ahead", "of"], ["at"], ["date"], ["every", "from"], ["promptly"],
    ["without-undue-delay"], ["while"], ["earliest"], ["latest"],
  ]

  /// Checks one of the forms of `due`.
  mutating func checkDue(_ node: Node, path: String) {
    if node.text == "standing" { return }
    let keys = Set(node.entries?.map(\.key) ?? [])
    let beside: Set<String> = keys.contains("every") ? ["extends", "then-from", "until"] : ["extends"]
    guard Self.forms.contains(keys.subtracting(beside)) else {
      report(
        .unknownCondition, node, path, Phrase.unknownDue.with(.quoted(node.summary)), Phrase.rewriteIt.message
      )
      return
    }
    for entry in node.entries ?? [] {
      let path = "\(path).\(entry.key)"
      switch entry.key {
      case "within", "ahead", "every": _ = parameterName(entry.value, path: path, .period)
      case "date": _ = parameterName(entry.value, path: path, .moment)
      case "earliest", "latest":
        for part in list(entry.value, path: path) { checkDueOrEvent(part, path: path) }
      case "while": _ = word(entry.value, among: vocabulary.states, path: path)
      case "then-from": _ = word(entry.value, among: ["last-fulfilled", "grid"], path: path)
      case "extends":
        check(entry.value, path: path, allowed: ["by", "if"], required: ["by", "if"])
        if let by = entry.value["by"] { _ = parameterName(by, path: path, .period) }
        if let condition = entry.value["if"] { _ = self.condition(condition, path: path, side: .freeing) }
      default: checkEvent(entry.value, path: path)
      }
    }
  }

  private mutating func checkDueOrEvent(_ node: Node, path: String) {
    if node.text != nil, node.text != "standing" {
      checkEvent(node, path: path)
    } else {
      checkDue(node, path: path)
    }
  }

  /// Checks a word for an event, or a choice among several.
  mutating func checkEvent(_ node: Node, path: String) {
    if node.text != nil {
      _ = word(node, among: vocabulary.events, path: path)
    } else if let entry = node.entries?.first, node.entries?.count == 1,
      ["each", "earliest", "latest"].contains(entry.key)
    {
      for event in list(entry.value, path: path) { checkEvent(event, path: path) }
    } else {
      report(
        .unknownCondition, node, path, Phrase.unknownDue.with(.quoted(node.summary)), Phrase.rewriteIt.message
      )
    }
  }
}
