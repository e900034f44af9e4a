import Measures
import Regimes

/// The gates of one subject with their reasons: first by what binds it, then by what does not.
struct GateTable {
  let templates: Templates
  let words: PageWords
  /// Whether articles are named only, because the page says once what each of them says.
  var isBrief = false

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
    var fields: [String: Field] = [
      "tone": .text(group.state.tone), "glyph": .text(group.state.glyph), "word": .text(words.say(word)),
      "actions": .text(actions), "noRun": .text(group.lacksRun ? words.say(.pageNoRun) : ""),
      "hasOpens": .flag(!group.opensWhen.isEmpty && (isBinding || !isBrief)),
    ]
    if isBrief {
      fields["articles"] = .list(group.reasons.map { ArticleList.link($0.regime, $0.article) })
      fields["clauses"] = .text(
        group.opensWhen.map { $0.clause.text(words.language) }.joined(separator: " · "))
    } else {
      fields["reasons"] = .list(
        group.reasons.map { reason($0, isAlone: group.reasons.allSatisfy { $0.state == group.state }) })
      fields["opens"] = .list(group.opensWhen.map(opening))
    }
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

  private func opening(_ clause: Explanation) -> Fields {
    [
      "clause": .text(clause.clause.text(words.language)),
      "verdict": .text(clause.verdict == .fails ? "" : words.say(clause.verdict.label)),
    ]
  }

  /// A gate on the board: its state, at most a few words, and its reason one click away.
  func cell(_ group: GateGroup, other: GateGroup?, anchor: String, columns: Int, isEvery: Bool)
    throws(PageError) -> Markup
  {
    var why = shortReason(group)
    if let other, let state = other.state, state > (group.state ?? .open) {
      why = words.say(state.wouldBe)
    }
    return try templates.fill(
      "gate",
      [
        "tone": .text(group.state.tone), "glyph": .text(group.state.glyph),
        "word": .text(words.say(group.state.word)),
        "why": .text(why), "anchor": .text(anchor), "columns": .text(String(columns)),
        "isEvery": .flag(isEvery), "label": .text(words.heading(words.list(group.actions.map(words.action)))),
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
