package import Measures

/// Writes explanations as trees that unfold clause by clause, down to the facts.
///
/// Within one subject a class, a tier, a step or an article that was already explained is a link to where it was.
/// On a long page, so is every clause with clauses of its own, and every one that several subjects share.
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
  /// On a long page, the clauses that stand in its trees more than once.
  private var repeated: Set<Int> = []
  /// Clauses that stand elsewhere on the page, once for all.
  private(set) var shared: SharedClauses

  /// - Parameter trees: on a long page, every explanation that it will write.
  init(
    _ prefix: String, _ templates: Templates, _ words: PageWords, articles: ArticleList? = nil,
    shared: SharedClauses = .none, of trees: [Explanation] = [], weighs: Bool = true
  ) {
    self.weighs = weighs
    self.articles = articles
    self.prefix = prefix
    self.shared = shared
    self.templates = templates
    self.words = words
    repeated = self.shared.repeated(in: trees)
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
    var explanation = original.simplified
    // On a long page a clause is known by its number; how its facts weigh is said where it first stands.
    let number = articles == nil ? nil : shared.number(of: original)
    var fields: [String: Field] = [
      "clause": .text(rest(explanation, of: original)),
      "verdict": .text(words.say(explanation.verdict.label)),
      "mark": .text(explanation.verdict.mark), "colon": .text(words.colon),
      "code": .text(code ?? ""),
      "source": .text(explanation.citation.map(words.citation) ?? ""),
      "facts": .list(explanation.facts.map(fact)),
    ]
    let article = articles?.article(of: explanation)
    if let (article, anchor) = article {
      fields["article"] = .text(article)
      fields["articleAnchor"] = .text(isLine ? anchor : number.flatMap(shared.anchor) ?? anchor)
    }
    // The citations of thresholds, and of articles below another, stand in their lists.
    if articles != nil, code == nil { fields["source"] = .text("") }
    if isLine { return try templates.fill("node", Fields(fields)) }
    if !isHere, let number, let anchor = shared.name(original, number) {
      if article == nil { fields["through"] = .text(anchor) }
      return try templates.fill("node", Fields(fields))
    }
    var keys: [Key] = []
    if let number {
      keys.append(.number(number))
    } else if explanation.isNamed {
      keys.append(.whole(explanation))
    }
    var elsewhere = keys.first.flatMap { shown[$0] }
    // On a long page levels with a single clause are one line, down to what stands elsewhere.
    var labels = [label(explanation, of: original)]
    while articles != nil, elsewhere == nil, let only = explanation.only {
      let number = shared.number(of: only)
      elsewhere = shown[.number(number)]
      if elsewhere != nil || shared.anchor(number) != nil { break }
      explanation = only.simplified
      labels.append(label(explanation, of: only))
      keys.append(.number(number))
    }
    if labels.count > 1 {
      fields["article"] = .text("")
      fields["clause"] = .text(Self.line(labels))
      fields["facts"] = .list(explanation.facts.map(fact))
    }
    if let elsewhere {
      // The sentence of a short page and the name of an article are no links to it.
      let isLink = articles != nil && (article == nil || labels.count > 1)
      fields[isLink ? "through" : "elsewhere"] = .text(elsewhere)
      return try templates.fill("node", Fields(fields))
    }
    if !explanation.parts.isEmpty, keys.contains(where: isLedTo) {
      let anchor = "\(prefix)-\(shown.count + 1)"
      for key in keys { shown[key] = anchor }
      fields["anchor"] = .text(anchor)
    }
    if !explanation.parts.isEmpty {
      var parts: [Markup] = []
      for part in explanation.parts {
        // A branch that decides nothing starts folded; on a long page it is one line.
        let isLine = articles != nil && explanation.cuts(part)
        parts.append(try node(part, isOpen: part.verdict == explanation.verdict, isLine: isLine))
      }
      fields["parts"] = .markup(.joined(parts))
      fields["folds"] = .flag(true)
      fields["isOpen"] = .flag(isOpen)
    }
    return try templates.fill("node", Fields(fields))
  }

  private func isLedTo(_ key: Key) -> Bool {
    if case .number(let number) = key { repeated.contains(number) } else { true }
  }

  /// What a clause asks. Of an article on a long page, which says it elsewhere, only a connective that joined it; of
  /// a class there, which regime gives it only where several do.
  private func rest(_ explanation: Explanation, of original: Explanation) -> String {
    if explanation.clause.phrase == .classifiedAs,
      case .words(let names)? = explanation.clause.arguments.first, let name = names.first,
      articles?.givesAlone(name) == true
    {
      return words.say(Phrase.classNamed.with(.word(name)))
    }
    let all = explanation.clause.text(words.language)
    guard articles?.article(of: explanation) != nil else { return all }
    let says = original.clause.text(words.language)
    return all.hasPrefix(says) ? String(all.dropFirst(says.count).drop { " ·".contains($0) }) : all
  }

  /// Levels on one line; what ends in a colon leads to the next.
  private static func line(_ labels: [String]) -> String {
    labels.dropFirst().reduce(labels[0]) { $0.hasSuffix(":") ? "\($0) \($1)" : "\($0) · \($1)" }
  }

  /// The same with the name of the article.
  private func label(_ explanation: Explanation, of original: Explanation) -> String {
    [articles?.article(of: explanation)?.name ?? "", rest(explanation, of: original)].filter { !$0.isEmpty }
      .joined(separator: " ")
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

  /// The clause below, with clauses of its own, that says all there is to say of this one.
  fileprivate var only: Explanation? {
    guard facts.isEmpty, parts.count == 1, let part = parts.first, part.verdict == verdict,
      !part.simplified.parts.isEmpty
    else { return nil }
    return part
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
