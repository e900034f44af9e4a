package import Measures

/// Writes explanations as trees that unfold clause by clause, down to the facts.
///
/// Within one subject a class, a tier, a step or an article that was already explained is a link to where it was.
struct ClauseTree {
  private let templates: Templates
  private let words: PageWords
  private let prefix: String
  private var shown: [Explanation: String] = [:]

  init(_ prefix: String, _ templates: Templates, _ words: PageWords) {
    self.prefix = prefix
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

  private mutating func node(_ original: Explanation, code: String? = nil, isOpen: Bool) throws(PageError)
    -> Markup
  {
    let explanation = original.simplified
    var fields: [String: Field] = [
      "clause": .text(explanation.clause.text(words.language)),
      "verdict": .text(words.say(explanation.verdict.label)),
      "tone": .text(explanation.verdict.tone), "glyph": .text(explanation.verdict.glyph),
      "code": .text(code ?? ""),
      "source": .text(explanation.citation.map(words.citation) ?? ""),
      "facts": .list(explanation.facts.map(fact)),
    ]
    if explanation.isNamed {
      if let anchor = shown[explanation] {
        fields["above"] = .text(anchor)
        return try templates.fill("node", Fields(fields))
      }
      let anchor = "\(prefix)-\(shown.count + 1)"
      shown[explanation] = anchor
      fields["anchor"] = .text(anchor)
    }
    if !explanation.parts.isEmpty {
      var parts: [Markup] = []
      for part in explanation.parts {
        // A branch that decides nothing starts folded.
        parts.append(try node(part, isOpen: part.verdict == explanation.verdict))
      }
      fields["parts"] = .markup(.joined(parts))
      fields["folds"] = .flag(true)
      fields["isOpen"] = .flag(isOpen)
    }
    return try templates.fill("node", Fields(fields))
  }

  private func fact(_ fact: FactUse) -> Fields {
    [
      "id": .text(fact.id), "value": .text(fact.value),
      "revision": .text(fact.revision == 1 ? "" : String(fact.revision)),
      "source": .text(fact.source.map { words.say(Phrase.pageSource.with(.code($0))) } ?? ""),
      "weight": .text(fact.isDecisive.map { words.say($0 ? .pageDecisive : .pageNotDecisive) } ?? ""),
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
