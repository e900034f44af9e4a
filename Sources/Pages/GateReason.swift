import Measures
import Regimes

/// Why gates are as they are, in a few lines: unfolded on the board, and under the subjects of a long page.
struct GateReason {
  /// So many clauses that would open a gate stand on the board; the rest is one link away.
  private static let shownClauses = 4

  let templates: Templates
  let words: PageWords
  /// On a long page articles are named, and what they say is said once.
  let articles: ArticleList?

  /// A gate on the board: its state, at most a few words, and its reason one click away.
  func cell(_ group: GateGroup, others: [GateGroup], anchor: String, columns: Range<Int>, of count: Int)
    throws(PageError) -> Markup
  {
    var why = short(group)
    if let state = others.compactMap(\.state).max(), state > (group.state ?? .open) {
      why = words.say(state.wouldBe)
    }
    return try templates.fill(
      "gate",
      [
        "tone": .text(group.state.tone), "glyph": .text(group.state.glyph),
        "word": .text(words.say(group.state.word)), "why": .text(why), "anchor": .text(anchor),
        "columns": .text(String(columns.count)), "isEvery": .flag(columns.count == count),
        "label": .text(actions(group)),
        // Where no rule is in force the cell has said it; on a long page the details say the rest.
        "lines": .markup(articles == nil ? try lines(group.state == nil ? [] : [group], others) : .none),
      ])
  }

  /// The groups by what binds, then by what does not.
  func lines(_ binding: [GateGroup], _ others: [GateGroup]) throws(PageError) -> Markup {
    var lines = binding.map { line($0, words.say($0.state.word), opens: true) }
    var last: GateCondition?
    for group in others {
      let state = group.state ?? .open
      // Of what does not bind, a long page names the articles alone.
      lines.append(line(group, state == last ? "" : words.say(state.wouldBeTag), opens: articles == nil))
      last = state
    }
    return try templates.fill("gatelines", ["lines": .list(lines)])
  }

  private func actions(_ group: GateGroup) -> String {
    let list = words.heading(words.list(group.actions.map(words.action)))
    return group.place == GateState.everywhere ? list : "\(list) · \(group.place)"
  }

  private func line(_ group: GateGroup, _ word: String, opens: Bool) -> Fields {
    var fields: [String: Field] = [
      "tone": .text(group.state.tone), "word": .text(word), "actions": .text(actions(group)),
      "note": .text(group.lacksRun ? words.say(.pageNoRun) : ""),
      "supposed": .text(group.supposition(words)),
    ]
    if let articles {
      fields["articles"] = .list(group.reasons.map { articles.link($0.regime, $0.article) })
    } else {
      fields["reasons"] = .list(
        group.reasons.map { reason in
          [
            "says": .text(reason.says[words.language]), "cite": .text(words.citation(reason.citation)),
            "country": .text(
              reason.country.map { words.say(Phrase.pageInstance.with(.code($0))) } ?? ""),
          ]
        })
    }
    guard opens else { return Fields(fields) }
    let (heading, all) = group.openings(words)
    let lines = articles == nil ? all.prefix(Self.shownClauses) : all[...]
    fields["hasOpens"] = .flag(!all.isEmpty)
    fields["wouldOpen"] = .text(heading)
    fields["opens"] = .list(Array(lines))
    let rest = all.count - lines.count
    fields["more"] = .text(rest == 0 ? "" : words.say(Phrase.pageMore.with(.count(rest))))
    return Fields(fields)
  }

  private func short(_ group: GateGroup) -> String {
    if group.lacksRun { return words.say(.pageNoRun) }
    guard let first = group.reasons.max(by: { $0.state < $1.state }) else { return "" }
    let place = CitationWords.text(String(first.citation.locus.prefix { $0 != ";" }), words.language)
    guard group.reasons.count > 1 else { return place }
    return words.say(Phrase.pageAnd.with(.code(place), .count(group.reasons.count - 1)))
  }
}
