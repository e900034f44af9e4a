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

  func html(_ views: [SubjectView]) throws(PageError) -> (details: Markup, shared: Markup) {
    var parts = SharedParts(words)
    var common: [Markup: [Explanation]] = [:]
    for view in views {
      let gates = try gates(view)
      parts.note(gates)
      common[gates] = GateClauses.common(common[gates], GateClauses.of(view))
      for determination in said(view) { parts.note(try follows(determination)) }
      parts.note(try settle(view))
    }
    var links = parts
    for view in views { parts.note(try others(view, &links)) }
    var clauses = SharedClauses(views.map { Self.trees(said($0)) })
    var details: [Markup] = []
    for view in views { details.append(try subject(view, &parts, &clauses, common)) }
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
    _ view: SubjectView, _ parts: inout SharedParts, _ clauses: inout SharedClauses,
    _ common: [Markup: [Explanation]]
  ) throws(PageError) -> Markup {
    let lines = try gates(view)
    var gates = try parts.place(
      lines, title: words.say(.pageGates), link: (.pageGatesSharedOne, .pageGatesShared), templates)
    if !parts.isShared(lines) {
      gates = .joined([gates, try gateClauses(common[lines], "\(view.anchor)g", &clauses)])
    }
    var tree = ClauseTree(
      view.anchor, templates, words, articles: articles, shared: clauses, of: Self.trees(said(view)))
    var regimes: [Markup] = []
    for determination in said(view) where !RegimeSection.shownInBrief(determination).isEmpty {
      regimes.append(try regime(determination, &tree, &parts))
    }
    clauses = tree.shared
    regimes.append(
      try parts.place(
        try others(view, &parts), title: words.say(.pageOthers),
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
            try settle(view), title: words.say(.pageOpenClauses), link: (.pageOpenSharedOne, .pageOpenShared),
            templates)),
        "remarks": .list(remarks(view).map { RegimeSection.remark($0, words) }),
      ])
  }

  private func regime(
    _ determination: Determination, _ tree: inout ClauseTree, _ parts: inout SharedParts
  ) throws(PageError) -> Markup {
    let rest = try parts.place(
      try follows(determination), title: determination.title[words.language],
      link: (.pageFollowsSharedOne, .pageFollowsShared), templates)
    return try section(determination).brief(determination, &tree, rest: rest)
  }

  /// The regimes of which no clause of the subject’s own is shown.
  private func others(_ view: SubjectView, _ parts: inout SharedParts) throws(PageError) -> Markup {
    var tree = ClauseTree("", templates, words, articles: articles)
    var regimes: [Markup] = []
    for determination in said(view) where RegimeSection.shownInBrief(determination).isEmpty {
      regimes.append(try regime(determination, &tree, &parts))
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
    var seen: Set<String> = []
    let clauses = view.binding.flatMap { determination in
      let shown = Set(RegimeSection.shownInBrief(determination).map(\.article.id))
      return determination.findings.filter { !shown.contains($0.article.id) }
    }.flatMap(\.because.openClauses)
    let texts = clauses.map { $0.clause.text(words.language) }.filter { seen.insert($0).inserted }
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
