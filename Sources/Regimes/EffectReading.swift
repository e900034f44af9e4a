import Measures
import Records

/// Effects and duties.
extension PackReader {
  mutating func effects(_ node: Node, _ name: String, _ citation: Citation) -> Effects {
    var effects = Effects()
    if let classes = node["classifies"] {
      check(classes, path: "\(name).classifies", allowed: ["as", "unless"], required: ["as"])
      effects.classifies = className(classes["as"], path: "\(name).classifies.as").map {
        Effects.Classification(name: $0, unless: unless(classes, "\(name).classifies"))
      }
    }
    if let closes = node["closes"] {
      check(closes, path: "\(name).closes", allowed: ["actions", "per", "unless"], required: ["actions"])
      let path = "\(name).closes.actions"
      let actions = list(closes["actions"], path: path).compactMap { word($0, Action.self, path: path) }
      let per = word(closes["per"], among: ["country"], path: "\(name).closes.per")
      effects.closes = Effects.Closure(
        actions: actions, isPerCountry: per != nil, unless: unless(closes, "\(name).closes"))
    }
    for (index, duty) in list(node["obliges"], path: "\(name).obliges").enumerated() {
      if let duty = self.duty(duty, "\(name).obliges[\(index)]", citation) { effects.obliges.append(duty) }
    }
    if let exempts = node["exempts"] {
      check(exempts, path: "\(name).exempts", allowed: ["from", "effects", "unless"], required: ["from"])
      let unless = unless(exempts, "\(name).exempts", side: .binding)
      let lifted = words(exempts["effects"], among: Effects.binding, path: "\(name).exempts.effects")
      effects.exempts = allNames(exempts["from"], path: "\(name).exempts.from").map {
        Effects.Exemption(articles: $0, effects: lifted, unless: unless)
      }
    }
    if let defers = node["defers"] {
      check(
        defers, path: "\(name).defers", allowed: ["duties-of", "until", "unless"],
        required: ["duties-of", "until"])
      let articles = allNames(defers["duties-of"], path: "\(name).defers.duties-of")
      if let until = defers["until"].flatMap({ parameterName($0, path: "\(name).defers.until", .moment) }) {
        effects.defers = articles.map {
          Effects.Deferral(
            articles: $0, until: until, unless: unless(defers, "\(name).defers", side: .binding))
        }
      }
    }
    for (index, permit) in list(node["permits"], path: "\(name).permits").enumerated() {
      if let read = permission(permit, "\(name).permits[\(index)]", citation) { effects.permits.append(read) }
    }
    for (index, keeping) in list(node["retains"], path: "\(name).retains").enumerated() {
      if let read = retention(keeping, "\(name).retains[\(index)]", citation) { effects.retains.append(read) }
    }
    return effects
  }

  private mutating func unless(_ node: Node, _ path: String, side: Side = .freeing) -> Condition? {
    node["unless"].flatMap { condition($0, path: "\(path).unless", side: side) }
  }

  private mutating func permission(_ node: Node, _ path: String, _ citation: Citation) -> Permission? {
    check(
      node, path: path, allowed: ["act", "by", "to", "not-before", "unless", "cite"], required: ["act", "by"])
    guard let act = name(node["act"], path: "\(path).act"), let by = bearer(node["by"], path: "\(path).by")
    else { return nil }
    if let date = node["not-before"] { checkDue(date, path: "\(path).not-before") }
    return Permission(
      act: act, by: by, to: recipients(node["to"], path: "\(path).to"), notBefore: node["not-before"]?.json,
      unless: unless(node, path, side: .binding), citation: own(node, path, citation))
  }

  private mutating func retention(_ node: Node, _ path: String, _ citation: Citation) -> Retention? {
    check(
      node, path: path, allowed: ["what", "by", "for", "from", "unless", "cite"],
      required: ["what", "by", "for", "from"])
    guard let what = name(node["what"], path: "\(path).what"),
      let by = bearer(node["by"], path: "\(path).by"),
      let period = node["for"].flatMap({ parameterName($0, path: "\(path).for", .period) }),
      let from = node["from"]
    else { return nil }
    checkEvent(from, path: "\(path).from")
    return Retention(
      what: what, by: by, period: period, from: from.json, unless: unless(node, path),
      citation: own(node, path, citation))
  }

  /// The citation of a part of an article, or that of the article.
  private mutating func own(_ node: Node, _ path: String, _ citation: Citation) -> Citation {
    node["cite"].flatMap { self.citation($0, at: node, path: "\(path).cite") } ?? citation
  }

  /// Who owes, may or keeps: the subject itself, or a role.
  private mutating func bearer(_ node: Node?, path: String) -> String? {
    word(node, among: vocabulary.roles.union(["self"]), path: path)
  }

  /// To whom something is owed or addressed.
  private mutating func recipients(_ node: Node?, path: String) -> [JSON] {
    list(node, path: path).map { recipient in
      if recipient.entries != nil {
        check(recipient, path: path, allowed: ["role", "jurisdiction"], required: ["role"])
        _ = word(recipient["role"], among: vocabulary.roles, path: path)
        _ = jurisdiction(recipient["jurisdiction"], path: path)
      } else {
        _ = word(recipient, among: vocabulary.recipients, path: path)
      }
      return recipient.json
    }
  }

  /// How much later a duty may be, once its clock was looked at: what is wrong with that is known.
  private mutating func longer(_ node: Node, path: String) -> Duty.Extension? {
    let known = problems
    defer { problems = known }
    guard let by = node["by"].flatMap({ parameterName($0, path: path, .period) }),
      let condition = node["if"].flatMap({ condition($0, path: path, side: .freeing) })
    else { return nil }
    return Duty.Extension(by: by, condition: condition)
  }

  /// What a duty must contain: words, or a word with the least that the text asks for.
  private mutating func items(_ node: Node?, path: String) -> [Duty.Item] {
    list(node, path: path).compactMap { item in
      guard item.entries != nil else { return name(item, path: path).map { .init(what: $0, atLeast: nil) } }
      check(item, path: path, allowed: ["what", "at-least"], required: ["what", "at-least"])
      guard let what = name(item["what"], path: "\(path).what"),
        let atLeast = item["at-least"].flatMap({
          parameterName($0, path: "\(path).at-least", .quantity(.dimension(.share)))
        })
      else { return nil }
      return Duty.Item(what: what, atLeast: atLeast)
    }
  }

  private mutating func duty(_ node: Node, _ path: String, _ citation: Citation) -> Duty? {
    check(
      node, path: path, allowed: ["duty", "by", "to", "due", "content", "fulfilled-by", "unless", "cite"],
      required: ["duty", "by", "to", "due", "fulfilled-by"])
    guard let name = name(node["duty"], path: "\(path).duty"),
      let by = bearer(node["by"], path: "\(path).by"),
      let due = node["due"], let fulfilledBy = node["fulfilled-by"]
    else { return nil }
    checkDue(due, path: "\(path).due")
    if fulfilledBy.entries != nil {
      check(fulfilledBy, path: "\(path).fulfilled-by", allowed: ["kind", "stage"], required: ["kind"])
      _ = self.name(fulfilledBy["stage"], path: "\(path).fulfilled-by.stage")
    }
    _ = kindName(fulfilledBy["kind"] ?? fulfilledBy, path: "\(path).fulfilled-by")
    return Duty(
      duty: name, by: by, to: recipients(node["to"], path: "\(path).to"), due: due.json,
      extension: due["extends"].flatMap { longer($0, path: "\(path).due.extends") },
      content: items(node["content"], path: "\(path).content"), fulfilledBy: fulfilledBy.json,
      unless: unless(node, path), citation: own(node, path, citation))
  }
}
