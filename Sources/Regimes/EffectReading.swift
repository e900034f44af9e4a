import Measures
import Records

/// Effects and duties.
extension PackReader {
  mutating func effects(_ node: Node, _ name: String, _ citation: Citation) -> Effects {
    var effects = Effects()
    if let classes = node["classifies"] {
      check(classes, path: "\(name).classifies", allowed: ["as", "unless"], required: ["as"])
      effects.classifies = Effects.Classification(
        name: className(classes["as"]?.text ?? ""), unless: unless(classes, "\(name).classifies"))
    }
    if let closes = node["closes"] {
      check(closes, path: "\(name).closes", allowed: ["actions", "per", "unless"], required: ["actions"])
      let actions = (closes["actions"]?.asList ?? []).compactMap {
        word($0, Action.self, path: "\(name).closes.actions")
      }
      effects.closes = Effects.Closure(
        actions: actions, isPerCountry: closes["per"]?.text == "country",
        unless: unless(closes, "\(name).closes"))
    }
    for (index, duty) in (node["obliges"]?.asList ?? []).enumerated() {
      if let duty = self.duty(duty, "\(name).obliges[\(index)]", citation) { effects.obliges.append(duty) }
    }
    if let exempts = node["exempts"] {
      check(exempts, path: "\(name).exempts", allowed: ["from", "effects", "unless"], required: ["from"])
      effects.exempts = Effects.Exemption(
        articles: exempts["from"]?.asList.compactMap(\.text) ?? [],
        effects: exempts["effects"]?.asList.compactMap(\.text) ?? [],
        unless: unless(exempts, "\(name).exempts"))
    }
    if let defers = node["defers"] {
      check(
        defers, path: "\(name).defers", allowed: ["duties-of", "until", "unless"],
        required: ["duties-of", "until"])
      if let until = defers["until"].flatMap({ parameterName($0, path: "\(name).defers.until") }) {
        effects.defers = Effects.Deferral(
          articles: defers["duties-of"]?.asList.compactMap(\.text) ?? [], until: until,
          unless: unless(defers, "\(name).defers"))
      }
    }
    for permit in node["permits"]?.asList ?? [] {
      check(
        permit, path: "\(name).permits", allowed: ["act", "by", "to", "not-before", "unless"],
        required: ["act", "by"])
      if let date = permit["not-before"] { checkDue(date, path: "\(name).permits.not-before") }
      effects.permits.append(permit.json)
    }
    for retention in node["retains"]?.asList ?? [] {
      check(
        retention, path: "\(name).retains", allowed: ["what", "by", "for", "from", "unless"],
        required: ["what", "by", "for", "from"])
      if let period = retention["for"] { _ = parameterName(period, path: "\(name).retains.for") }
      effects.retains.append(retention.json)
    }
    return effects
  }

  private mutating func unless(_ node: Node, _ path: String) -> Condition? {
    node["unless"].flatMap { condition($0, path: "\(path).unless", side: .freeing) }
  }

  private mutating func duty(_ node: Node, _ path: String, _ citation: Citation) -> Duty? {
    check(
      node, path: path, allowed: ["duty", "by", "to", "due", "content", "fulfilled-by", "unless", "cite"],
      required: ["duty", "by", "to", "due", "fulfilled-by"])
    guard let name = node["duty"]?.text, let by = node["by"]?.text, let to = node["to"],
      let due = node["due"],
      let fulfilledBy = node["fulfilled-by"]
    else { return nil }
    checkDue(due, path: "\(path).due")
    for recipient in to.asList {
      if recipient.entries != nil {
        check(
          recipient, path: "\(path).to", allowed: ["role", "jurisdiction", "includes"], required: ["role"])
        if let role = recipient["role"] {
          known(role.text ?? "", in: vocabulary.roles, role, path: "\(path).to")
        }
        if let place = recipient["jurisdiction"]?.text, place.hasPrefix("$"),
          let node = recipient["jurisdiction"]
        {
          _ = parameterName(node, path: "\(path).to")
        }
      } else {
        known(recipient.text ?? "", in: vocabulary.recipients, recipient, path: "\(path).to")
      }
    }
    _ = kindName(fulfilledBy["kind"] ?? fulfilledBy, path: "\(path).fulfilled-by")
    return Duty(
      duty: name, by: by, to: to.asList.map(\.json), due: due.json,
      content: node["content"]?.asList.compactMap(\.text) ?? [], fulfilledBy: fulfilledBy.json,
      unless: unless(node, path),
      citation: node["cite"].flatMap { self.citation($0, at: node, path: "\(path).cite") } ?? citation)
  }

  private static let dueForms: [Set<String>] = [
    ["within", "from"], ["ahead", "of"], ["at"], ["date"], ["every", "from"], ["promptly"], ["while"],
    ["earliest"],
    ["latest"],
  ]

  /// The grammar of `due`: periods and dates are parameters, events are words of the vocabulary.
  private mutating func checkDue(_ node: Node, path: String) {
    if node.text == "standing" { return }
    let keys = Set(node.entries?.map(\.key) ?? [])
    guard Self.dueForms.contains(where: { $0.isSubset(of: keys) }) else {
      report(
        .unknownCondition, node, path, Phrase.unknownDue.with(.code(node.summary)), Phrase.rewriteIt.message)
      return
    }
    for entry in node.entries ?? [] {
      let path = "\(path).\(entry.key)"
      switch entry.key {
      case "within", "ahead", "date", "every": _ = parameterName(entry.value, path: path)
      case "earliest", "latest": for part in entry.value.asList { checkDueOrEvent(part, path: path) }
      case "from", "of", "at", "promptly", "until": checkEvent(entry.value, path: path)
      case "while": known(entry.value.text ?? "", in: vocabulary.states, entry.value, path: path)
      case "then-from":
        if !["last-fulfilled", "grid"].contains(entry.value.text) {
          report(
            .unknownWord, entry.value, path, Phrase.unknownWord.with(.code(entry.value.summary)),
            Phrase.oneOf.with(.code("last-fulfilled, grid")))
        }
      case "extends":
        check(entry.value, path: path, allowed: ["by", "if"], required: ["by", "if"])
        if let by = entry.value["by"] { _ = parameterName(by, path: path) }
        if let condition = entry.value["if"] { _ = self.condition(condition, path: path, side: .freeing) }
      default:
        report(
          .unknownField, entry.value, path, Phrase.unknownField.with(.code(entry.key), .code("due")),
          Phrase.removeIt.message)
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

  private mutating func checkEvent(_ node: Node, path: String) {
    if let text = node.text {
      known(text, in: vocabulary.events, node, path: path)
    } else if let each = node["each"] {
      checkEvent(each, path: path)
    } else if let list = node["earliest"] ?? node["latest"] {
      for event in list.asList { checkEvent(event, path: path) }
    } else {
      report(
        .unknownCondition, node, path, Phrase.unknownDue.with(.code(node.summary)), Phrase.rewriteIt.message)
    }
  }
}
