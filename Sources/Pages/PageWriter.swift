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

  func html() throws(PageError) -> String {
    let lede = Lede(words: words, guidance: page.guidance).sentences(views)
    let isLong = views.count > AssessmentPage.briefAbove
    var fields: [String: Field] = [
      "lang": .text(words.language.rawValue), "title": .text(page.title[words.language]),
      "question": .text(page.question),
      "style": .markup(.shipped(templates.style)),
      "styleSource": .text(templates.style.source), "first": .text(lede.first),
      "rest": .text(lede.rest.joined(separator: " ")),
      "notice": .text(notice),
      "limit": .text(isLong ? limit : ""), "trust": .markup(try trust()),
      "recompute": .markup(try recompute()), "advice": .text(words.say(.pageAdvice)),
      "citations": .text(words.say(.citationNote)),
      "credit": .text(page.showsPublicRecord ? words.say(.pageCredit) : ""),
      "hasSubjects": .flag(!views.isEmpty),
    ]
    if !views.isEmpty {
      let chart = ThresholdChart(views.flatMap(\.rows), templates, words)
      fields["axes"] = .markup(try chart.axes())
      let articles = isLong ? ArticleList(page.regimes, kinds: kinds, templates, words) : nil
      let reasons = GateReason(templates: templates, words: words, articles: articles)
      let board = GateBoard(
        templates: templates, words: words, reasons: reasons, chart: chart, guidance: page.guidance)
      fields["board"] = .markup(try board.html(views))
      if let articles {
        let sources = SourceList(views.flatMap(\.accounts))
        let parts = try LongDetails(
          page: page, templates: templates, words: words, board: board, articles: articles, sources: sources
        ).html(views)
        fields["details"] = .markup(parts.details)
        fields["shared"] = .markup(parts.shared)
        fields["articles"] = .markup(try articles.html(views.flatMap(\.rows), sources))
      } else {
        let section = SubjectSection(
          page: page, templates: templates, words: words, board: board, isOpen: views.count <= 3)
        let pictures = try pictures()
        var details: [Markup] = []
        for view in views { details.append(try section.html(view, picture: pictures[view.anchor] ?? .none)) }
        fields["details"] = .markup(.joined(details))
      }
    }
    return try templates.fill("page", Fields(fields)).html
  }

  /// The lineages by the anchors of their subjects, all laid out at once.
  private func pictures() throws(PageError) -> [String: Markup] {
    let drawn = views.compactMap { view in
      page.lineages[view.subject.id].flatMap { ancestry in
        LineagePicture(view, ancestry, names: page.partyNames, words).map { (view.anchor, $0) }
      }
    }
    let layouts = drawn.map(\.1.layout)
    guard !layouts.isEmpty, let answer = page.layOut(layouts.map(\.dot).joined()),
      let placed = LineageLayout.placed(answer, of: layouts)
    else { return [:] }
    var pictures: [String: Markup] = [:]
    for ((anchor, picture), place) in zip(drawn, placed) {
      pictures[anchor] = try picture.html(place, anchor: "\(anchor)l", templates)
    }
    return pictures
  }

  private var kinds: Set<String> { Set(views.map(\.subject.id.kind)) }

  private var notice: String {
    let notes = page.notes + (page.showsPublicRecord ? [Phrase.pagePublicNotice.message] : [])
    return notes.map(words.say).joined(separator: " ")
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
              // Two halves: where one line is too short, two equal ones.
              "digest": .text(String(pack.digest.prefix(32))),
              "rest": .text(String(pack.digest.dropFirst(32))),
            ]
          }),
      ])
  }
}
