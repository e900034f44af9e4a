import Measures
import Regimes

/// The gates of one subject with their reasons: first by what binds it, then by what does not.
struct GateTable {
  let templates: Templates
  let words: PageWords

  func html(_ subject: SubjectView) throws(PageError) -> Markup {
    let binding = subject.bindingGates.map { row($0, isBinding: true) }
    let others = subject.otherGates.map { row($0, isBinding: false) }
    guard !(binding + others).isEmpty else { return .none }
    return try templates.fill(
      "gates",
      ["binding": .list(binding), "others": .list(others), "hasOthers": .flag(!others.isEmpty)])
  }

  private func row(_ group: GateGroup, isBinding: Bool) -> Fields {
    let word = isBinding ? group.state.word : (group.state ?? .open).wouldBeTag
    var actions = words.heading(words.list(group.actions.map(words.action)))
    if group.place != GateState.everywhere { actions += " · " + group.place }
    return [
      "tone": .text(group.state.tone), "glyph": .text(group.state.glyph), "word": .text(words.say(word)),
      "actions": .text(actions), "noRun": .text(group.lacksRun ? words.say(.pageNoRun) : ""),
      "reasons": .list(group.reasons.map(reason)), "opens": .list(group.opensWhen.map(opening)),
      "hasOpens": .flag(!group.opensWhen.isEmpty),
    ]
  }

  private func reason(_ reason: GateState.Reason) -> Fields {
    let country = reason.country.map { words.say(Phrase.pageInstance.with(.code($0))) }
    return [
      "says": .text(reason.says[words.language]), "cite": .text(words.citation(reason.citation)),
      "article": .text("\(reason.regime) · \(reason.article)"), "country": .text(country ?? ""),
    ]
  }

  private func opening(_ clause: Explanation) -> Fields {
    ["clause": .text(clause.clause.text(words.language)), "verdict": .text(words.say(clause.verdict.label))]
  }

  /// A gate on the board: its state, at most a few words, and its reason one click away.
  func cell(_ group: GateGroup, other: GateGroup?, anchor: String, columns: Int) throws(PageError) -> Markup {
    var why = shortReason(group)
    if let other, let state = other.state, state > (group.state ?? .open) {
      why = words.say(state.wouldBe)
    }
    return try templates.fill(
      "gate",
      [
        "tone": .text(group.state.tone), "glyph": .text(group.state.glyph), "word": .text(words.say(group.state.word)),
        "why": .text(why), "anchor": .text(anchor), "columns": .text(String(columns)),
        "label": .text(words.heading(words.list(group.actions.map(words.action)))),
      ])
  }

  private func shortReason(_ group: GateGroup) -> String {
    if group.lacksRun { return words.say(.pageNoRun) }
    guard let first = group.reasons.max(by: { $0.state < $1.state }) else { return "" }
    let place = String(first.citation.locus.prefix { $0 != ";" })
    guard group.reasons.count > 1 else { return place }
    return words.say(Phrase.pageAnd.with(.code(place), .count(group.reasons.count - 1)))
  }
}
