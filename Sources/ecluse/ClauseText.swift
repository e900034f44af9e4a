import Measures
import Pages
import Records
import Regimes

/// Why a determination says what it says: its articles, clause by clause, down to facts and citations.
struct ClauseText {
  let determination: Determination
  let style: TextStyle

  init(_ determination: Determination, _ style: TextStyle) {
    self.determination = determination
    self.style = style
  }

  var lines: [String] {
    let others = determination.findings.filter { !$0.verdict.isPossible }.map(\.article.id)
    var shown: Set<Named> = []
    var lines = determination.findings.filter(\.verdict.isPossible).flatMap { finding in
      let because = finding.because.simplified
      return [
        "      \(style(finding.article.id, .bold))  \(verdict(finding.verdict))  \(finding.article.says[style.language])",
        style("        \(citation(finding.article.citation))", .faint),
      ] + because.facts.map { style("        \(fact($0))", .faint) }
        + because.parts.flatMap { clause($0, depth: 4, &shown) }
    }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      lines.append(style("      " + style.say(Phrase.lookedAt.with(.code(names))), .faint))
    }
    return lines
  }

  /// What is explained once: a class or a tier of one subject.
  private struct Named: Hashable {
    let code: String
    let verdict: Verdict
    let facts: Set<String>
  }

  private func clause(_ whole: Explanation, depth: Int, _ shown: inout Set<Named>) -> [String] {
    let part = whole.simplified
    let indent = String(repeating: "  ", count: depth)
    let source = part.citation.map { style("  \(citation($0))", .faint) } ?? ""
    let line = "\(indent)· \(part.clause.text(style.language)) — \(verdict(part.verdict))\(source)"
    let name = Named(code: part.code, verdict: part.verdict, facts: Set(part.allFacts.map(\.id)))
    if part.isNamed, !shown.insert(name).inserted {
      return ["\(line) (\(style.say(.clausesAbove)))"]
    }
    return [line] + part.facts.map { style("\(indent)    \(fact($0))", .faint) }
      + part.parts.flatMap { clause($0, depth: depth + 1, &shown) }
  }

  private func verdict(_ verdict: Verdict) -> String { style(style.say(verdict.phrase), verdict.tone) }

  private func citation(_ citation: Citation) -> String {
    "\(citation) (\(style.word(citation.checked.rawValue)))"
  }

  private func fact(_ fact: FactUse) -> String {
    let weight = fact.isDecisive.map { style.say($0 ? .pageDecisive : .pageNotDecisive) }
    return [fact.id, fact.text(style.language), fact.source, weight].compactMap { $0 }.joined(
      separator: " · "
    ).shownSafely
  }
}
