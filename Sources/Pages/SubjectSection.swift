import Measures
import Records
import Regimes

/// Everything that a page says of one subject: gates, thresholds, account, and each regime with its clauses.
struct SubjectSection {
  let page: AssessmentPage
  let templates: Templates
  let words: PageWords
  let board: GateBoard
  let isOpen: Bool

  func html(_ view: SubjectView, picture: Markup) throws(PageError) -> Markup {
    var tree = ClauseTree(view.anchor, templates, words)
    var regimes: [Markup] = []
    for determination in view.inOrder {
      let section = RegimeSection(
        templates: templates, words: words, duties: DutyTable(page, templates, words))
      regimes.append(
        try section.html(
          determination, &tree, anchor: "\(view.anchor)-\(determination.regime)"))
    }
    var rows: [Markup] = []
    for row in view.rows { rows.append(try board.chart.row(row)) }
    return try templates.fill(
      "subject",
      [
        "anchor": .text(view.anchor), "name": .text(view.name), "id": .text(view.subject.id.description),
        "maker": .text(view.subject.maker ?? ""), "compute": .text(board.compute(view)),
        "unfinished": .text(view.unfinished(words)),
        "tone": .text(view.worst.tone), "glyph": .text(view.worst.glyph),
        "word": .text(words.say(view.worst.word)), "isOpen": .flag(isOpen),
        "chips": .list(board.chips(view)),
        "gates": .markup(try GateTable(templates: templates, words: words).html(view)),
        "rows": .markup(.joined(rows)), "hasRows": .flag(!rows.isEmpty),
        "lineage": .markup(picture),
        "account": .markup(try AccountTable(templates: templates, words: words).html(view.accounts)),
        "sideBySide": .markup(try SideBySide(templates: templates, words: words).html(view)),
        "regimes": .markup(.joined(regimes)),
      ])
  }
}
