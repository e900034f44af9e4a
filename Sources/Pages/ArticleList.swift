import Measures
import Regimes

/// What each article of a long page says, once, with the anchors by which its subjects name articles.
struct ArticleList {
  let templates: Templates
  let words: PageWords

  func html(_ packs: [RegimePack], kinds: Set<String>) throws(PageError) -> Markup {
    try templates.fill(
      "articles",
      [
        "packs": .list(
          packs.map { pack in
            [
              "title": .text(pack.title[words.language]),
              "articles": .list(
                pack.articles.filter { kinds.contains($0.appliesTo.recordKind) || $0.effects.closes != nil }
                  .map { article in
                    [
                      "anchor": .text(Self.anchor(pack.id, article.id)), "article": .text(article.id),
                      "says": .text(article.says[words.language]),
                      "cite": .text(words.citation(article.citation)),
                    ]
                  }),
            ]
          })
      ])
  }

  static func link(_ regime: String, _ article: String) -> Fields {
    ["anchor": .text(anchor(regime, article)), "article": .text(article)]
  }

  private static func anchor(_ regime: String, _ article: String) -> String { "\(regime).\(article)" }
}
