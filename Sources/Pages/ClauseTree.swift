package import Measures

/// Writes explanations as trees that unfold clause by clause, down to the facts.
///
/// Within one subject a class, a tier, a step or an article that was already explained is a link to where it was.
/// On a long page, so is every clause that several subjects share.
struct ClauseTree {
  /// What a clause that was explained is known by.
  private enum Key: Hashable {
    case whole(Explanation)
    case number(Int)
  }

  private let templates: Templates
  private let words: PageWords
  private let prefix: String
  /// Whether facts say how they weigh: for each article otherwise, so not where several share a clause.
  private let weighs: Bool
  /// On a long page what articles say stands elsewhere, once.
  private let articles: ArticleList?
  private var shown: [Key: String] = [:]
  /// Clauses that stand elsewhere on the page, once for all.
  private(set) var shared: SharedClauses

  init(
    _ prefix: String, _ templates: Templates, _ words: PageWords, articles: ArticleList? = nil,
    shared: SharedClauses = .none, weighs: Bool = true
  ) {
    self.weighs = weighs
    self.articles = articles
    self.prefix = prefix
    self.shared = shared
    self.templates = templates
    self.words = words
  }

  /// The list of `explanations`. The first level is folded unless `isOpen`.
  mutating func list(_ explanations: [(Explanation, code: String?)], isOpen: Bool) throws(PageError) -> Markup
  {
    var nodes: [Markup] = []
    for (explanation, code) in explanations {
      nodes.append(try node(explanation, code: code, isOpen: isOpen))
    }
    return try templates.fill("tree", ["nodes": .markup(.joined(nodes))])
  }

  /// A clause that stands on the page for all that share it.
  mutating func block(_ explanation: Explanation, anchor: String) throws(PageError) -> Markup {
    let node = try node(explanation, isOpen: true, isHere: true)
    return try templates.fill("clauseblock", ["anchor": .text(anchor), "node": .markup(node)])
  }

  private mutating func node(
    _ original: Explanation, code: String? = nil, isOpen: Bool, isHere: Bool = false,
    isLine: Bool = false
  ) throws(PageError) -> Markup {
    let explanation = original.simplified
    // On a long page a clause is known by its number; how its facts weigh is said where it first stands.
    let number = articles == nil ? nil : shared.number(of: original)
    var fields: [String: Field] = [
      "clause": .text(explanation.clause.text(words.language)),
      "verdict": .text(words.say(explanation.verdict.label)),
      "tone": .text(explanation.verdict.tone),
      "code": .text(code ?? ""),
      "source": .text(explanation.citation.map(words.citation) ?? ""),
      "facts": .list(explanation.facts.map(fact)),
    ]
    if let (article, anchor) = articles?.article(of: explanation) {
      let (says, all) = (original.clause.text(words.language), explanation.clause.text(words.language))
      // What the article says stands there; only a connective that joined it stays.
      let rest = all.hasPrefix(says) ? all.dropFirst(says.count).drop { " ·".contains($0) } : all[...]
      fields["clause"] = .text(String(rest))
      fields["article"] = .text(article)
      fields["articleAnchor"] = .text(isLine ? anchor : number.flatMap(shared.anchor) ?? anchor)
    }
    // The citations of thresholds, and of articles below another, stand in their lists.
    if articles != nil, code == nil { fields["source"] = .text("") }
    if isLine { return try templates.fill("node", Fields(fields)) }
    if !isHere, let number, let anchor = shared.name(original, number) {
      if fields["article"] == nil { fields["elsewhere"] = .text(anchor) }
      return try templates.fill("node", Fields(fields))
    }
    // A level whose only clause was explained elsewhere leads there itself.
    if articles != nil, explanation.facts.isEmpty, explanation.parts.count == 1, fields["article"] == nil,
      let only = explanation.parts.first, only.verdict == explanation.verdict,
      let anchor = shown[.number(shared.number(of: only))]
    {
      fields["elsewhere"] = .text(anchor)
      return try templates.fill("node", Fields(fields))
    }
    if explanation.isNamed {
      let key = number.map(Key.number) ?? .whole(explanation)
      if let anchor = shown[key] {
        fields["elsewhere"] = .text(anchor)
        return try templates.fill("node", Fields(fields))
      }
      let anchor = "\(prefix)-\(shown.count + 1)"
      shown[key] = anchor
      fields["anchor"] = .text(anchor)
    }
    if !explanation.parts.isEmpty {
      var parts: [Markup] = []
      let isBrief = articles != nil && explanation.verdict != .fails && !explanation.code.hasPrefix("not")
      for part in explanation.parts {
        // A branch that decides nothing starts folded; on a long page it is one line.
        let decides = part.verdict == explanation.verdict
        parts.append(
          try node(part, isOpen: decides, isLine: isBrief && !decides && !part.code.hasPrefix("exempted")))
      }
      fields["parts"] = .markup(.joined(parts))
      fields["folds"] = .flag(true)
      fields["isOpen"] = .flag(isOpen)
    }
    return try templates.fill("node", Fields(fields))
  }

  /// Whether the article hangs on a fact. Of many, a long page names those on which it does.
  private func weight(_ fact: FactUse) -> String {
    guard weighs, let isDecisive = fact.isDecisive, isDecisive || articles == nil else { return "" }
    return words.say(isDecisive ? .pageDecisive : .pageNotDecisive)
  }

  private func fact(_ fact: FactUse) -> Fields {
    [
      "id": .text(fact.id), "value": .text(fact.text(words.language)),
      "revision": .text(fact.revision == 1 ? "" : String(fact.revision)),
      // On a long page the source of a figure stands in the account.
      "source": .text(
        articles != nil && fact.id.contains("/activity/")
          ? ""
          : fact.source.map { words.say(Phrase.pageSource.with(.code(SourceWords.text($0, words.language)))) }
            ?? ""),
      "weight": .text(weight(fact)),
    ]
  }
}

extension Explanation {
  /// Whether it is worth a name of its own: a class, a tier, a step or an article with clauses below.
  package var isNamed: Bool {
    !parts.isEmpty && ["class ", "tier ", "step ", "article "].contains { code.hasPrefix($0) }
  }

  /// Without levels that say nothing more: an article that only repeats itself, and a lone connective, which
  /// joins the clause above it.
  package var simplified: Explanation {
    var result = self
    while result.facts.isEmpty, result.parts.count == 1, let part = result.parts.first,
      part.verdict == result.verdict
    {
      if part.code == result.code {
        result.citation = result.citation ?? part.citation
      } else if ["all", "any"].contains(part.code), part.citation == nil,
        !["all", "any"].contains(result.code)
      {
        result.clause = Phrase.pageJoined.with(.message(result.clause), .message(part.clause))
      } else {
        return result
      }
      result.facts = part.facts
      result.parts = part.parts
    }
    // What an article says, beside what lifts it: its clauses move up.
    if let first = result.parts.first, first.code == result.code, first.verdict == result.verdict,
      first.facts.isEmpty,
      !first.parts.isEmpty
    {
      result.parts = first.parts + result.parts.dropFirst()
    }
    return result
  }

  /// The clauses at the bottom that keep it from being settled.
  var openClauses: [Explanation] {
    guard verdict == .cannotBeExcluded else { return [] }
    let below = parts.flatMap(\.openClauses)
    return below.isEmpty ? [self] : below
  }
}
