import Measures
import Regimes

/// What each article of a long page says and which threshold is whose, once, with the anchors by which its
/// subjects name articles.
struct ArticleList {
  let templates: Templates
  let words: PageWords
  private let packs: [(pack: RegimePack, articles: [Article])]
  private let anchors: [String: String]

  /// The articles that can concern subjects of these kinds.
  init(_ packs: [RegimePack], kinds: Set<String>, _ templates: Templates, _ words: PageWords) {
    self.templates = templates
    self.words = words
    self.packs = packs.map { pack in
      (pack, pack.articles.filter { kinds.contains($0.appliesTo.recordKind) || $0.effects.closes != nil })
    }
    var anchors: [String: String] = [:]
    for (pack, articles) in self.packs {
      for article in articles { anchors["\(pack.id).\(article.id)"] = "a\(anchors.count + 1)" }
    }
    self.anchors = anchors
  }

  /// The list, with the thresholds of `rows` and the sources of the figures.
  func html(_ rows: [ThresholdRow], _ sources: SourceList) throws(PageError) -> Markup {
    try templates.fill(
      "articles",
      [
        "packs": .list(
          packs.map { pack, articles in
            [
              "title": .text(pack.title[words.language]),
              "articles": .list(
                articles.map { article in
                  var fields = link(pack.id, article.id)
                  fields.values["says"] = .text(article.says[words.language])
                  fields.values["cite"] = .text(words.citation(article.citation))
                  return fields
                }),
            ]
          }),
        "thresholds": .list(thresholds(rows)),
        "sources": .list(sources.fields(words.language)), "hasSources": .flag(!sources.texts.isEmpty),
      ])
  }

  private func thresholds(_ rows: [ThresholdRow]) -> [Fields] {
    var seen: Set<String> = []
    return rows.flatMap { row in row.marks.map { (row, $0) } }.filter { row, mark in
      seen.insert(
        "\(row.quantity) \(row.dimension) \(mark.threshold) \(mark.regime) \(mark.article) \(mark.convention ?? "")"
      ).inserted
    }.map { row, mark in
      [
        "threshold": .text(words.numbers.quantity(mark.threshold, row.dimension)),
        "quantity": .text(words.heading(words.say(Headroom.words(row.quantity, [mark.convention])))),
        "regime": .text(mark.regime),
        "article": .text(mark.article), "cite": .text(mark.citation.map(words.citation) ?? ""),
      ]
    }
  }

  /// The article that an explanation is about, if one article alone has that name.
  func article(of explanation: Explanation) -> (name: String, anchor: String)? {
    guard explanation.code.hasPrefix("article ") else { return nil }
    let name = String(explanation.code.dropFirst("article ".count))
    let holders = packs.filter { $0.articles.contains { $0.id == name } }
    guard holders.count == 1, let anchor = anchors["\(holders[0].pack.id).\(name)"] else { return nil }
    return (name, anchor)
  }

  /// Whether one regime alone gives a class of this name.
  func givesAlone(_ name: String) -> Bool {
    packs.count { $0.articles.contains { $0.effects.classifies?.name.name == name } } == 1
  }

  /// An article as a link to what it says.
  func link(_ regime: String, _ article: String) -> Fields {
    ["anchor": .text(anchor(regime, article)), "article": .text(article)]
  }

  /// Where it stands.
  func anchor(_ regime: String, _ article: String) -> String {
    anchors["\(regime).\(article)"] ?? "articles"
  }
}
