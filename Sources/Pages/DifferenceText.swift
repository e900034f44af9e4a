package import Measures
import Records
package import Regimes

/// What two packs say differently, in words: lines of a text, an article with its parts below it.
package struct DifferenceText {
  /// A line, and how deep it stands.
  package struct Line {
    package let depth: Int
    package let text: String
    /// Whether it heads what is below it.
    package var isHeading = false
  }

  private let difference: PackDifference
  private let words: PageWords
  private let (before, after): (RuleWords, RuleWords)

  package init(_ difference: PackDifference, _ language: Language) {
    self.difference = difference
    words = PageWords(language)
    before = RuleWords(difference.old, language)
    after = RuleWords(difference.new, language)
  }

  package var lines: [Line] {
    guard !difference.isEmpty else { return [Line(depth: 0, text: words.say(.nothingDiffers))] }
    var lines = [Line(depth: 0, text: count)]
    func add(_ heading: Phrase, _ below: [Line]) {
      if !below.isEmpty { lines += [Line(depth: 0, text: words.say(heading), isHeading: true)] + below }
    }
    add(.differsHead, difference.head.map { Line(depth: 1, text: head($0)) })
    add(.differsNumbers, difference.numbers.map { Line(depth: 1, text: number($0)) })
    let changed = difference.articles.filter { $0.old != nil && $0.new != nil }
    add(.differsArticles, changed.flatMap(self.changed))
    add(
      .differsAdded,
      difference.articles.filter { $0.old == nil }.compactMap(\.new).flatMap { whole($0, after) })
    add(
      .differsGone,
      difference.articles.filter { $0.new == nil }.compactMap(\.old).flatMap { whole($0, before) })
    for (phrase, names) in [
      (Phrase.differsScales, difference.scales), (.differsConventions, difference.conventions),
    ] where !names.isEmpty {
      lines.append(Line(depth: 0, text: words.say(phrase.with(.words(names)))))
    }
    return lines
  }

  private var count: String {
    let articles = difference.articles
    return words.say(
      Phrase.differsCount.with(
        .count(difference.numbers.count), .count(articles.count { $0.old != nil && $0.new != nil }),
        .count(articles.count { $0.old == nil }), .count(articles.count { $0.new == nil })))
  }

  private func fromTo(_ old: String?, _ new: String?) -> String {
    words.say(
      Phrase.becomes.with(
        .code(old ?? words.say(.notThere)), .code(new ?? words.say(.notThere))))
  }

  private func labelled(_ label: String, _ text: String) -> String {
    words.say(Phrase.labelled.with(.code(label), .code(text)))
  }

  private func number(_ change: PackDifference.Change<Parameter>) -> String {
    let name = Words.parameter((change.new ?? change.old)?.name ?? "")[words.language]
    let cited = [change.old, change.new].compactMap { $0?.citation.text(words.language) }
    let value = fromTo(
      change.old.map { before.value($0.content) }, change.new.map { after.value($0.content) })
    return labelled(name, "\(value)  (\(cited.joined(separator: " → ")))")
  }

  private func changed(_ change: PackDifference.ArticleChange) -> [Line] {
    let cited = [change.old, change.new].compactMap { $0?.citation.place(words.language) }
    let title = "\(change.id)  (\(cited.joined(separator: " → ")))"
    // A duty that only one of them has is said whole.
    let gone = change.parts.filter { $0.new == nil }.compactMap(\.old)
    let come = change.parts.filter { $0.old == nil }.compactMap(\.new)
    return [Line(depth: 1, text: title, isHeading: true)]
      + change.parts.compactMap { part in
        guard let old = part.old, let new = part.new else { return nil }
        return Line(
          depth: 2,
          text: labelled(
            PartWords.text(new.place, words.language),
            fromTo(before.text(old.content), after.text(new.content))))
      } + marked("−", before.lines(gone)) + marked("+", after.lines(come))
  }

  private func marked(_ sign: String, _ lines: [RuleLine]) -> [Line] {
    lines.map { Line(depth: 2 + $0.depth, text: $0.depth == 0 ? "\(sign) \($0.text)" : $0.text) }
  }

  private func whole(_ article: Article, _ rules: RuleWords) -> [Line] {
    [
      Line(
        depth: 1, text: "\(article.id)  (\(article.citation.place(words.language)))", isHeading: true),
      Line(depth: 2, text: article.says[words.language]),
    ] + rules.lines(article).map { Line(depth: 3 + $0.depth, text: $0.text) }
  }

  private func head(_ key: String) -> String {
    let (old, new) = (difference.old, difference.new)
    switch key {
    case "status":
      return labelled(
        words.say(.headStatus), fromTo(words.word(old.status.rawValue), words.word(new.status.rawValue)))
    case "jurisdiction":
      return labelled(
        words.say(.headJurisdiction), fromTo(words.word(old.jurisdiction), words.word(new.jurisdiction)))
    case "in-force": return labelled(words.say(.headInForce), fromTo(dates(old), dates(new)))
    default:
      return labelled(
        words.say(.headNexus),
        fromTo(old.nexus.map { before.text($0.when) }, new.nexus.map { after.text($0.when) }))
    }
  }

  private func dates(_ pack: RegimePack) -> String {
    if pack.needsAdoption { return words.say(.byAdoption) }
    return [pack.from, pack.to].compactMap { $0.map(words.dates.brief) }.joined(separator: " – ")
  }
}

/// What a part of an article is called.
package enum PartWords {
  private static let names: [String: Phrase] = [
    "applies-to": .partAppliesTo, "in-force": .partInForce, "antitone-in": .partAntitone, "when": .partWhen,
    "classifies": .partClassifies, "closes": .partCloses, "unless": .partUnless, "obliges": .partObliges,
    "retains": .partRetains, "permits": .partPermits, "exempts": .partExempts, "effects": .partEffects,
    "defers": .partDefers, "until": .partUntil, "by": .partBy, "to": .partTo, "due": .partDue,
    "content": .partContent, "fulfilled-by": .partFulfilledBy, "for": .partFor, "from": .partFrom,
    "not-before": .partNotBefore, "extends": .partExtends,
  ]

  /// The part by its place: outermost first, a duty by its name.
  package static func text(_ place: [String], _ language: Language) -> String {
    place.map { key in
      if let phrase = names[key] { return phrase.text[language] }
      let parts = key.split(separator: " ", maxSplits: 1).map(String.init)
      let label = Words.label(parts[0], language)
      let name = parts.count > 1 ? "\(label) \(parts[1])" : label
      return language == .fr ? "«\u{202F}\(name)\u{202F}»" : "“\(name)”"
    }.joined(separator: " · ")
  }
}
