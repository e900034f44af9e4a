import Measures
import Records
import Regimes

/// Puts the parts of an assessment page together.
struct PageWriter {
  let page: AssessmentPage
  let views: [SubjectView]
  let words: PageWords
  let templates: Templates

  init(page: AssessmentPage, views: [SubjectView], language: Language) throws(PageError) {
    self.page = page
    self.views = views
    words = PageWords(language)
    templates = try Templates(language)
  }

  private var isBrief: Bool { views.count > AssessmentPage.briefAbove }

  func html() throws(PageError) -> String {
    let lede = Lede(words: words, guidance: page.guidance).sentences(views)
    let chart = ThresholdChart(views.flatMap(\.rows), templates, words)
    let gates = GateTable(templates: templates, words: words, isBrief: isBrief)
    let board = GateBoard(
      templates: templates, words: words, gates: gates, chart: chart, guidance: page.guidance)
    var details: [Markup] = []
    for view in views { details.append(try detail(view, board, gates, chart)) }
    var fields: [String: Field] = [
      "lang": .text(words.language.rawValue), "title": .text(page.title[words.language]),
      "style": .markup(.shipped(templates.style)),
      "styleSource": .text(templates.style.source), "first": .text(lede.first), "rest": .text(lede.rest),
      "notice": .text(page.showsPublicRecord ? words.say(.pagePublicNotice) : ""),
      "limit": .text(isBrief ? limit : ""), "trust": .markup(try trust()),
      "recompute": .markup(try recompute()), "advice": .text(words.say(.pageAdvice)),
      "credit": .text(page.showsPublicRecord ? words.say(.pageCredit) : ""),
      "hasSubjects": .flag(!views.isEmpty),
    ]
    if !views.isEmpty {
      fields["board"] = .markup(try board.html(views))
      fields["details"] = .markup(.joined(details))
      fields["axes"] = .markup(try chart.axes())
    }
    if isBrief {
      let articles = ArticleList(templates: templates, words: words)
      fields["articles"] = .markup(try articles.html(page.regimes, kinds: Set(views.map(\.subject.id.kind))))
    }
    return try templates.fill("page", Fields(fields)).html
  }

  private var limit: String {
    words.say(Phrase.pageClauseLimit.with(.count(views.count), .code("ecluse assess … --format html")))
  }

  private func trust() throws(PageError) -> Markup {
    try templates.fill(
      "trust",
      [
        "asOf": .text(words.dates.instant(page.asOf)),
        "knownAt": .text(page.knownAt.map(words.dates.instant) ?? ""),
        "subjects": .text(String(views.count)),
        "regimes": .list(
          page.regimes.enumerated().map { index, pack in
            [
              "id": .text(pack.id), "digest": .text(String(pack.digest.prefix(8))),
              "comma": .text(index + 1 < page.regimes.count ? ", " : ""),
            ]
          }),
        "count": .text(String(page.regimes.count)),
        "changesAt": .text(page.changesAt.map(words.dates.instant) ?? ""),
      ])
  }

  private func recompute() throws(PageError) -> Markup {
    try templates.fill(
      "recompute",
      [
        "command": .text(page.command),
        "packs": .list(
          page.regimes.map { pack in
            [
              "id": .text(pack.id), "title": .text(pack.title[words.language]),
              "version": .text(pack.version),
              "digest": .text(pack.digest),
            ]
          }),
      ])
  }

  /// What keeps articles of what binds a subject from being settled, each clause once.
  private func openClauses(_ view: SubjectView) -> String {
    var seen: Set<String> = []
    let findings = view.binding.flatMap(\.findings).filter { $0.verdict == .cannotBeExcluded }
    let clauses = findings.flatMap(\.because.openClauses).map { $0.clause.text(words.language) }
    return clauses.filter { seen.insert($0).inserted }.joined(separator: " · ")
  }

  private func detail(_ view: SubjectView, _ board: GateBoard, _ gates: GateTable, _ chart: ThresholdChart)
    throws(PageError) -> Markup
  {
    var tree = ClauseTree(view.anchor, templates, words)
    var regimes: [Markup] = []
    // What binds comes first.
    for determination in view.determinations.filter(\.isBinding)
      + view.determinations.filter({ !$0.isBinding })
    {
      let duties = DutyTable(
        templates: templates, words: words, parameters: page.parameters[determination.regime] ?? [:],
        names: page.partyNames)
      let section = RegimeSection(templates: templates, words: words, duties: duties, isBrief: isBrief)
      regimes.append(try section.html(determination, &tree))
    }
    var rows: [Markup] = []
    for row in view.rows where !(isBrief && row.isZero) { rows.append(try chart.row(row)) }
    return try templates.fill(
      "subject",
      [
        "anchor": .text(view.anchor), "name": .text(view.name), "id": .text(view.subject.id.description),
        "maker": .text(view.subject.maker ?? ""), "compute": .text(board.compute(view)),
        "tone": .text(view.worst.tone), "glyph": .text(view.worst.glyph),
        "word": .text(words.say(view.worst.word)),
        "isOpen": .flag(views.count <= 3), "chips": .list(board.chips(view)),
        "gates": .markup(try gates.html(view)), "rows": .markup(.joined(rows)),
        "hasRows": .flag(!rows.isEmpty),
        "regimes": .markup(.joined(regimes)), "settle": .text(isBrief ? openClauses(view) : ""),
        "account": .markup(try AccountTable(templates: templates, words: words).html(view.accounts)),
      ])
  }
}
