import Measures
import Regimes

/// A regime as a page: complete, by itself, for the screen and for paper.
package struct LawPage {
  private let law: LawOutline
  private let words: PageWords

  package init(_ law: LawOutline) {
    self.law = law
    words = PageWords(law.language)
  }

  /// The page.
  /// - Throws: ``PageError``.
  package func html() throws(PageError) -> String {
    let templates = try Templates(law.language)
    let articles = try sections(law.articles, templates)
    let others = try sections(law.scales + law.conventions, templates)
    return try templates.fill(
      "law",
      [
        "lang": .text(law.language.rawValue), "title": .text(law.title),
        "kind": .text(words.heading(law.kind)),
        "style": .markup(.shipped(templates.style)), "styleSource": .text(templates.style.source),
        "id": .text(law.pack.id), "version": .text(law.pack.version),
        "digest": .text(String(law.pack.digest.prefix(32))),
        "rest": .text(String(law.pack.digest.dropFirst(32))),
        "standing": .list(law.standing.map { ["text": .text(words.heading($0))] }),
        "nexus": .text(law.nexus?.text ?? ""),
        "nexusSource": .text(law.nexus.map { words.citation($0.source) } ?? ""),
        "hasNumbers": .flag(!law.numbers.isEmpty),
        "numbers": .list(
          law.numbers.map { number in
            [
              "name": .text(words.heading(number.name)), "value": .text(number.value),
              "cite": .text(words.citation(number.source)),
              "code": .text(number.code),
            ]
          }),
        "others": .markup(others), "articles": .markup(articles),
        "hasOthers": .flag(!(law.scales + law.conventions).isEmpty),
        "advice": .text(words.say(.pageAdvice)), "citations": .text(words.say(.citationNote)),
      ]
    ).html
  }

  private func sections(_ sections: [LawOutline.Section], _ templates: Templates) throws(PageError) -> Markup
  {
    var parts: [Markup] = []
    for section in sections {
      parts.append(
        try templates.fill(
          "lawsection",
          [
            "title": .text(section.title), "says": .text(section.says),
            "cite": .text(words.citation(section.source)),
            "lines": .list(
              section.lines.map { ["text": .text($0.text), "depth": .text(String(min($0.depth, 6)))] }),
          ]))
    }
    return .joined(parts)
  }
}
