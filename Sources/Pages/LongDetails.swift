import Measures
import Records
import Regimes

/// The subjects of a long page: the same answers in short, with what several of them share written once.
struct LongDetails {
  let page: AssessmentPage
  let templates: Templates
  let words: PageWords
  let board: GateBoard
  let articles: ArticleList
  let sources: SourceList

  /// What a page says of one subject that others may share.
  private struct Sayings {
    let view: SubjectView
    /// The regimes of which something is said, with what follows from each.
    let regimes: [(determination: Determination, follows: Markup)]
    let gates, settle: Markup
    /// The regimes of which no clause of the subject’s own is shown.
    var others = Markup.none
  }

  func html(_ views: [SubjectView]) throws(PageError) -> (details: Markup, shared: Markup) {
    var parts = SharedParts(words)
    var common: [Markup: [Explanation]] = [:]
    var sayings: [Sayings] = []
    for view in views {
      var regimes: [(determination: Determination, follows: Markup)] = []
      for determination in said(view) { regimes.append((determination, try follows(determination))) }
      let one = Sayings(view: view, regimes: regimes, gates: try gates(view), settle: try settle(view))
      parts.note(one.gates)
      common[one.gates] = GateClauses.common(common[one.gates], GateClauses.of(view))
      for regime in regimes { parts.note(regime.follows) }
      parts.note(one.settle)
      sayings.append(one)
    }
    var links = parts
    for index in sayings.indices {
      sayings[index].others = try others(sayings[index], &links)
      parts.note(sayings[index].others)
    }
    var clauses = SharedClauses(sayings.map { Self.trees($0.regimes.map(\.determination)) })
    var details: [Markup] = []
    for one in sayings { details.append(try subject(one, &parts, &clauses, common)) }
    let rest = details.dropFirst(AssessmentPage.unfolded)
    let folded = try templates.fill(
      "rest",
      [
        "more": .text(words.say(Phrase.pageMore.with(.count(rest.count)))),
        "parts": .markup(.joined(Array(rest))),
      ])
    return (
      .joined(details.prefix(AssessmentPage.unfolded) + [folded]), try shared(parts, &clauses, common)
    )
  }

  private func subject(
    _ one: Sayings, _ parts: inout SharedParts, _ clauses: inout SharedClauses,
    _ common: [Markup: [Explanation]]
  ) throws(PageError) -> Markup {
    let view = one.view
    var gates = try parts.place(
      one.gates, title: words.say(.pageGates), link: (.pageGatesSharedOne, .pageGatesShared), templates)
    if !parts.isShared(one.gates) {
      gates = .joined([gates, try gateClauses(common[one.gates], "\(view.anchor)g", &clauses)])
    }
    var tree = ClauseTree(
      view.anchor, templates, words, articles: articles, shared: clauses,
      of: Self.trees(one.regimes.map(\.determination)))
    var regimes: [Markup] = []
    for said in one.regimes where !RegimeSection.shownInBrief(said.determination).isEmpty {
      regimes.append(try regime(said, &tree, &parts))
    }
    clauses = tree.shared
    // What it links to must stand on the page.
    if !parts.isLinked(one.others) { _ = try others(one, &parts) }
    regimes.append(
      try parts.place(
        one.others, title: words.say(.pageOthers),
        link: (.pageOthersSharedOne, .pageOthersShared),
        templates))
    var rows: [Markup] = []
    for row in view.rows where !row.isZero && !row.isUnknown {
      rows.append(try board.chart.briefRow(row, among: view.rows))
    }
    return try templates.fill(
      "briefsubject",
      [
        "anchor": .text(view.anchor), "name": .text(view.name), "id": .text(view.subject.id.description),
        "maker": .text(view.subject.maker ?? ""), "compute": .text(board.compute(view)),
        "unfinished": .text(view.unfinished(words)),
        "tone": .text(view.worst.tone), "glyph": .text(view.worst.glyph),
        "word": .text(words.say(view.worst.word)), "gates": .markup(gates), "rows": .markup(.joined(rows)),
        "account": .markup(
          try AccountTable(templates: templates, words: words, sources: sources).brief(view.accounts)),
        "regimes": .markup(.joined(regimes)),
        "settle": .markup(
          try parts.place(
            one.settle, title: words.say(.pageOpenClauses), link: (.pageOpenSharedOne, .pageOpenShared),
            templates)),
        "remarks": .list(remarks(view).map { RegimeSection.remark($0, words) }),
      ])
  }

  private func regime(
    _ said: (determination: Determination, follows: Markup), _ tree: inout ClauseTree,
    _ parts: inout SharedParts
  ) throws(PageError) -> Markup {
    let determination = said.determination
    let rest = try parts.place(
      said.follows, title: determination.title[words.language],
      link: (.pageFollowsSharedOne, .pageFollowsShared), templates)
    return try section(determination).brief(determination, &tree, rest: rest)
  }

  private func others(_ one: Sayings, _ parts: inout SharedParts) throws(PageError) -> Markup {
    var tree = ClauseTree("", templates, words, articles: articles)
    var regimes: [Markup] = []
    for said in one.regimes where RegimeSection.shownInBrief(said.determination).isEmpty {
      regimes.append(try regime(said, &tree, &parts))
    }
    return regimes.isEmpty ? .none : .joined(regimes)
  }

  /// What every regime remarks of a subject, each remark once.
  private func remarks(_ view: SubjectView) -> [Finding] {
    var seen: Set<Finding> = []
    return view.determinations.flatMap(\.remarks).filter { seen.insert($0).inserted }
  }

  /// The explanations whose trees stand under a subject.
  private static func trees(_ determinations: [Determination]) -> [Explanation] {
    determinations.flatMap { RegimeSection.shownInBrief($0).map(\.because) }
  }

  /// What keeps articles without a tree of what binds a subject from being settled, each clause once.
  private func settle(_ view: SubjectView) throws(PageError) -> Markup {
    // Several articles rest on the same clauses, and two clauses may read alike.
    var (known, seen): (Set<Message>, Set<String>) = ([], [])
    let clauses = view.binding.flatMap { determination in
      let shown = Set(RegimeSection.shownInBrief(determination).map(\.article.id))
      return determination.findings.filter { !shown.contains($0.article.id) }
    }.flatMap(\.because.openClauses).map(\.clause).filter { known.insert($0).inserted }
    let texts = clauses.map { $0.text(words.language) }.filter { seen.insert($0).inserted }
    guard !texts.isEmpty else { return .none }
    return try templates.fill(
      "settle",
      [
        "word": .text(words.say(.pageOpenClauses)), "colon": .text(words.colon),
        "clauses": .text(texts.joined(separator: " · ")),
      ])
  }

  /// The clauses by which gates are as they are.
  private func gateClauses(_ found: [Explanation]?, _ prefix: String, _ clauses: inout SharedClauses)
    throws(PageError) -> Markup
  {
    guard let found, !found.isEmpty else { return .none }
    var tree = ClauseTree(prefix, templates, words, articles: articles, shared: clauses, of: found)
    let list = try tree.list(found.map { ($0, "") }, isOpen: false)
    clauses = tree.shared
    return list
  }

  private func shared(
    _ parts: SharedParts, _ clauses: inout SharedClauses, _ common: [Markup: [Explanation]]
  ) throws(PageError) -> Markup {
    var blocks: [Fields] = []
    for block in parts.blocks {
      var fields = parts.fields(block)
      fields.values["tree"] = .markup(try gateClauses(common[block.body], block.anchor, &clauses))
      blocks.append(fields)
    }
    guard !blocks.isEmpty || !clauses.used.isEmpty else { return .none }
    var tree = ClauseTree("c", templates, words, articles: articles, shared: clauses, weighs: false)
    var nodes: [Markup] = []
    // A clause may name others that were not named before.
    while nodes.count < tree.shared.used.count {
      let (clause, anchor) = tree.shared.used[nodes.count]
      nodes.append(try tree.block(clause, anchor: anchor))
    }
    return try templates.fill(
      "shared",
      [
        "blocks": .list(blocks), "clauses": .markup(.joined(nodes)),
        "hasClauses": .flag(!nodes.isEmpty),
      ])
  }

  /// What the page says of each regime. Guidance that asks nothing more stands in the clauses of the regime that
  /// it interprets.
  private func said(_ view: SubjectView) -> [Determination] {
    view.inOrder.filter { determination in
      !page.guidance.contains(determination.regime)
        || !(determination.obligations.isEmpty && determination.permissions.isEmpty
          && determination.retentions.isEmpty && determination.gates.isEmpty)
    }
  }

  private func gates(_ view: SubjectView) throws(PageError) -> Markup {
    try board.reasons.lines(view.bindingGates, view.otherGates)
  }

  private func follows(_ determination: Determination) throws(PageError) -> Markup {
    try section(determination).follows(determination, articles)
  }

  private func section(_ determination: Determination) -> RegimeSection {
    RegimeSection(
      templates: templates, words: words, duties: DutyTable(page, templates, words))
  }
}
