import Measures
import Records
import Regimes

/// What one regime says of one subject: whether it binds, tier, classes, findings, duties, remarks.
struct RegimeSection {
  let templates: Templates
  let words: PageWords
  let duties: DutyTable

  /// - Parameter anchor: where it stands on the page.
  func html(_ determination: Determination, _ tree: inout ClauseTree, anchor: String) throws(PageError)
    -> Markup
  {
    var fields = head(determination)
    fields["anchor"] = .text(anchor)
    let settling = SettlingWays(words.language).groups(determination)
    fields["hasSettling"] = .flag(!settling.isEmpty)
    fields["settling"] = .list(
      settling.map { group in
        [
          "names": .text(words.list(group.names)), "colon": .text(words.colon),
          "ways": .list(group.ways.map { ["way": .text($0)] }),
        ]
      })
    fields["id"] = .text(determination.regime)
    fields["version"] = .text(determination.version)
    fields["tier"] = .text(tier(determination))
    fields["hasClasses"] = .flag(!determination.classes.isEmpty)
    fields["classes"] = .list(determination.classes.map { classChip($0.name, $0.verdict) })
    fields["standing"] = .markup(try tree.list(determination.standings.map { ($0, nil) }, isOpen: false))
    fields["remarks"] = .list(determination.remarks.map { Self.remark($0, words) })
    fields["duties"] = .markup(try duties.html(determination))
    let shown = determination.findings(.holds) + determination.findings(.cannotBeExcluded)
    if !shown.isEmpty { fields["findings"] = .markup(try tree.list(shown.map(Self.item), isOpen: false)) }
    let failing = determination.findings(.fails)
    if !failing.isEmpty {
      fields["looked"] = .markup(try tree.list(failing.map(Self.item), isOpen: false))
      fields["lookedCount"] = .text(String(failing.count))
    }
    return try templates.fill("regime", Fields(fields))
  }

  /// What a long page says of it under each subject: the answer and the clauses that hold. What follows from the
  /// answer is `rest`, which other subjects may share.
  func brief(_ determination: Determination, _ tree: inout ClauseTree, rest: Markup) throws(PageError)
    -> Markup
  {
    var fields = head(determination)
    // What fails is among the articles looked at.
    let classes = [Verdict.holds, .cannotBeExcluded].compactMap { verdict -> String? in
      let names = determination.classes.filter { $0.verdict == verdict }.map { words.word($0.name.name) }
      guard !names.isEmpty else { return nil }
      return words.say(Phrase.labelled.with(.message(verdict.label.message), .code(words.list(names))))
    }
    fields["answer"] = .text(
      ([tier(determination)] + classes).filter { !$0.isEmpty }.joined(separator: " · "))
    let shown = Self.shownInBrief(determination)
    // The name of the article stands before its clauses.
    if !shown.isEmpty {
      fields["findings"] = .markup(try tree.list(shown.map { ($0.because, "") }, isOpen: false))
    }
    fields["rest"] = .markup(rest)
    return try templates.fill("briefregime", Fields(fields))
  }

  /// The articles whose clauses a long page shows: those by which a class holds. The others are named, and what keeps
  /// them open stands with the subject.
  static func shownInBrief(_ determination: Determination) -> [Determination.ArticleFinding] {
    guard determination.isBinding else { return [] }
    return determination.findings(.holds).filter { $0.article.effects.classifies != nil }
  }

  /// What follows from the answer, without anything of the subject’s own.
  func follows(_ determination: Determination, _ articles: ArticleList) throws(PageError) -> Markup {
    let shown = Set(Self.shownInBrief(determination).map(\.article.id))
    let applying = determination.findings(.holds).filter { !shown.contains($0.article.id) }
    let open = determination.findings(.cannotBeExcluded).filter { !shown.contains($0.article.id) }
    let failing = determination.findings(.fails)
    func links(_ findings: [Determination.ArticleFinding]) -> Field {
      .list(findings.map { articles.link(determination.regime, $0.article.id) })
    }
    return try templates.fill(
      "brieffollows",
      [
        "why": .text(words.say(determination.why())),
        "applying": links(applying), "hasApplying": .flag(!applying.isEmpty),
        "open": links(open), "hasOpen": .flag(!open.isEmpty),
        "failing": links(failing), "hasFailing": .flag(!failing.isEmpty),
        "duties": .markup(try duties.brief(determination)),
      ])
  }

  private func head(_ determination: Determination) -> [String: Field] {
    let stands = Self.standing(determination)
    return [
      "title": .text(determination.title[words.language]), "binding": .text(words.say(stands.word)),
      "tone": .text(stands.tone), "glyph": .text(stands.glyph),
    ]
  }

  /// Whether it binds the subject, in a word, a colour and a shape.
  static func standing(_ determination: Determination) -> (word: Phrase, tone: String, glyph: String) {
    guard determination.isBinding else { return (.pageDoesNotBind, "is-neutral", "v-fails") }
    return determination.standing.verdict == .cannotBeExcluded
      ? (.pageMayBind, "is-und", "v-und") : (.pageBinds, "is-open", "v-holds")
  }

  static func remark(_ remark: Finding, _ words: PageWords) -> Fields {
    [
      "text": .text(words.say(remark.message)), "cite": .text(remark.citation.map(words.citation) ?? ""),
    ]
  }

  private static func item(_ finding: Determination.ArticleFinding) -> (Explanation, code: String?) {
    (finding.because, finding.article.id)
  }

  private func classChip(_ name: ClassName, _ verdict: Verdict) -> Fields {
    [
      "name": .text(words.word(name.name)), "colon": .text(words.colon),
      "verdict": .text(words.say(verdict.label)),
      "tone": .text(verdict.tone),
      "glyph": .text(verdict.glyph),
    ]
  }

  private func tier(_ determination: Determination) -> String {
    determination.tier.map(words.tier) ?? ""
  }
}

extension Determination {
  /// The findings with this verdict.
  fileprivate func findings(_ verdict: Verdict) -> [ArticleFinding] {
    findings.filter { $0.verdict == verdict }
  }
}
