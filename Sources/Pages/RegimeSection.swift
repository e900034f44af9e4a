import Measures
import Records
import Regimes

/// What one regime says of one subject: whether it binds, tier, classes, findings, duties, remarks.
struct RegimeSection {
  let templates: Templates
  let words: PageWords
  let duties: DutyTable
  /// Whether the page shows many subjects: then trees stand only under what holds.
  let isBrief: Bool

  func html(_ determination: Determination, _ tree: inout ClauseTree) throws(PageError) -> Markup {
    let standing = determination.standing
    let mayBind = determination.isBinding && standing.verdict == .cannotBeExcluded
    let binding: Phrase = !determination.isBinding ? .pageDoesNotBind : mayBind ? .pageMayBind : .pageBinds
    var fields: [String: Field] = [
      "title": .text(determination.title[words.language]), "id": .text(determination.regime),
      "version": .text(determination.version), "binding": .text(words.say(binding)),
      "tone": .text(determination.isBinding ? mayBind ? "is-und" : "is-open" : "is-neutral"),
      "glyph": .text(determination.isBinding ? mayBind ? "v-und" : "v-holds" : "v-fails"),
      "tier": .text(tier(determination)),
      "remarks": .list(
        determination.remarks.map { remark in
          [
            "text": .text(words.say(remark.message)),
            "cite": .text(remark.citation.map(words.citation) ?? ""),
          ]
        }),
      "duties": .markup(
        try isBrief ? duties.brief(determination.obligations) : duties.html(determination)),
    ]
    if isBrief {
      fields["why"] = .text(words.say(standing.clause))
      fields["classLine"] = .text(
        determination.classes.map {
          words.say(Phrase.labelled.with(.word($0.name.name), .message($0.verdict.label.message)))
        }.joined(
          separator: " · "))
    } else {
      fields["hasClasses"] = .flag(!determination.classes.isEmpty)
      fields["classes"] = .list(determination.classes.map { classChip($0.name, $0.verdict) })
      fields["standing"] = .markup(try tree.list([(standing, nil)], isOpen: false))
    }
    let findings = determination.findings
    let holding = findings.filter { $0.verdict == .holds }
    let open = findings.filter { $0.verdict == .cannotBeExcluded }
    let failing = findings.filter { $0.verdict == .fails }
    let shown = isBrief ? determination.isBinding ? holding : [] : holding + open
    if !shown.isEmpty { fields["findings"] = .markup(try tree.list(shown.map(Self.item), isOpen: false)) }
    if isBrief {
      fields["open"] = .list(open.map { ArticleList.link(determination.regime, $0.article.id) })
      fields["hasOpen"] = .flag(!open.isEmpty)
      fields["failing"] = .list(failing.map { ArticleList.link(determination.regime, $0.article.id) })
      fields["hasFailing"] = .flag(!failing.isEmpty)
    } else if !failing.isEmpty {
      fields["looked"] = .markup(try tree.list(failing.map(Self.item), isOpen: false))
      fields["lookedCount"] = .text(String(failing.count))
    }
    return try templates.fill("regime", Fields(fields))
  }

  private static func item(_ finding: Determination.ArticleFinding) -> (Explanation, code: String?) {
    (finding.because, finding.article.id)
  }

  private func classChip(_ name: ClassName, _ verdict: Verdict) -> Fields {
    [
      "name": .text(words.word(name.name)), "verdict": .text(words.say(verdict.label)),
      "tone": .text(verdict.tone),
      "glyph": .text(verdict.glyph),
    ]
  }

  private func tier(_ determination: Determination) -> String {
    guard let tier = determination.tier else { return "" }
    guard tier.established != tier.notExcluded else {
      return words.say(Phrase.pageTier.with(.code(tier.established)))
    }
    return words.say(Phrase.pageTierPair.with(.code(tier.established), .code(tier.notExcluded)))
  }
}
