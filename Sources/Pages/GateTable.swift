import Measures
import Regimes

/// The gates of one subject with their reasons: first by what binds it, then by what does not.
struct GateTable {
  let templates: Templates
  let words: PageWords

  func html(_ subject: SubjectView) throws(PageError) -> Markup {
    var binding: [Markup] = []
    for group in subject.bindingGates { binding.append(try row(group, isBinding: true)) }
    var others: [Markup] = []
    for group in subject.otherGates { others.append(try row(group, isBinding: false)) }
    guard !(binding + others).isEmpty else { return .none }
    return try templates.fill(
      "gates",
      [
        "binding": .markup(.joined(binding)), "others": .markup(.joined(others)),
      ])
  }

  private func row(_ group: GateGroup, isBinding: Bool) throws(PageError) -> Markup {
    let word = isBinding ? group.state.word : (group.state ?? .open).wouldBeTag
    var actions = words.heading(words.list(group.actions.map(words.action)))
    if group.place != GateState.everywhere { actions += " · " + group.place }
    let openings = group.openings(words)
    let fields: [String: Field] = [
      "tone": .text(group.state.tone), "glyph": .text(group.state.glyph), "word": .text(words.say(word)),
      "actions": .text(actions), "noRun": .text(group.lacksRun ? words.say(.pageNoRun) : ""),
      "hasOpens": .flag(!openings.lines.isEmpty), "wouldOpen": .text(openings.heading),
      "reasons": .list(
        group.reasons.map { reason($0, isAlone: group.reasons.allSatisfy { $0.state == group.state }) }),
      "opens": .list(openings.lines),
      "supposed": .text(group.supposition(words)),
    ]
    return try templates.fill("gaterow", Fields(fields))
  }

  private func reason(_ reason: GateState.Reason, isAlone: Bool) -> Fields {
    let country = reason.country.map { words.say(Phrase.pageInstance.with(.code($0))) }
    return [
      "state": .text(isAlone ? "" : words.say(GateCondition?.some(reason.state).word)),
      "says": .text(reason.says[words.language]), "cite": .text(words.citation(reason.citation)),
      "article": .text("\(reason.regime) · \(reason.article)"), "country": .text(country ?? ""),
    ]
  }
}
