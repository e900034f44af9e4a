import Measures
import Regimes

/// What each regime makes of one subject, one row a regime.
struct SideBySide {
  let templates: Templates
  let words: PageWords

  func html(_ view: SubjectView) throws(PageError) -> Markup {
    guard view.determinations.count > 1 else { return .none }
    return try templates.fill(
      "sidebyside",
      [
        "regimes": .list(
          view.inOrder.map { determination in
            let stands = RegimeSection.standing(determination)
            let word: Phrase =
              switch stands.tone {
              case "is-open": .pageBinds
              case "is-und": .pageMayBindShort
              default: .pageDoesNotBindShort
              }
            return [
              "title": .text(determination.title[words.language]),
              "anchor": .text("\(view.anchor)-\(determination.regime)"),
              "binding": .text(words.say(word)), "tone": .text(stands.tone), "glyph": .text(stands.glyph),
              "answer": .text(answer(determination)), "gates": .text(gates(determination)),
              "duties": .text(duties(determination)),
            ]
          })
      ])
  }

  private func labelled(_ verdict: Verdict, _ names: [String]) -> String? {
    names.isEmpty
      ? nil : words.say(Phrase.labelled.with(.message(verdict.label.message), .code(words.list(names))))
  }

  /// Tier and classes.
  private func answer(_ determination: Determination) -> String {
    let tier = determination.tier.map { [words.tier($0)] } ?? []
    let classes = [Verdict.holds, .cannotBeExcluded].compactMap { verdict in
      labelled(
        verdict, determination.classes.filter { $0.verdict == verdict }.map { words.word($0.name.name) })
    }
    return orNone(tier + classes)
  }

  /// Which gates it closes or leaves open to doubt, everywhere.
  private func gates(_ determination: Determination) -> String {
    let everywhere = determination.gates.filter { $0.place == GateState.everywhere }
    return orNone(
      [GateCondition.closed, .undetermined].compactMap { state in
        let names = everywhere.filter { $0.state == state }.map { words.action($0.action) }
        guard !names.isEmpty else { return nil }
        return words.say(
          Phrase.labelled.with(.message(GateCondition?.some(state).word.message), .code(words.list(names))))
      })
  }

  /// How many duties are owed, and how many are possible.
  private func duties(_ determination: Determination) -> String {
    let owed = determination.obligations.filter { $0.state != .possible }.count
    let possible = determination.obligations.count - owed
    return orNone(
      [
        (owed, determination.isBinding ? Phrase.pageDutiesOwed : .pageDutiesWouldBe),
        (possible, Phrase.pageDutiesPossible),
      ].filter { $0.0 > 0 }
        .map { words.say($1.with(.count($0))) })
  }

  private func orNone(_ parts: [String]) -> String { parts.isEmpty ? "–" : parts.joined(separator: " · ") }
}
