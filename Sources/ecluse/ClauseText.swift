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
    var said = Said()
    var lines: [String] = []
    for finding in determination.findings where finding.verdict.isPossible {
      let because = finding.because.simplified
      lines += [
        "      \(style(finding.article.id, .bold))  \(verdict(finding.verdict))  \(finding.article.says[style.language])",
        style("        \(style.source(finding.article.citation))", .faint),
      ]
      lines += because.facts.map { style("        \(fact($0, &said))", .faint) }
      for part in because.parts {
        lines += clause(part, depth: 4, under: finding.article.citation, &said)
      }
    }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      lines.append(style("      " + style.say(Phrase.lookedAt.with(.code(names))), .faint))
    }
    return lines
  }

  /// What was said once: clauses of classes and tiers, and where facts come from.
  private struct Said {
    var clauses: Set<Named> = []
    var sources: Set<String> = []
  }

  /// What is explained once: a class or a tier of one subject.
  private struct Named: Hashable {
    let code: String
    let verdict: Verdict
    let facts: Set<String>
  }

  /// A clause and those below it. A citation that stands above it is not said again.
  private func clause(
    _ whole: Explanation, depth: Int, under above: Citation, _ said: inout Said
  ) -> [String] {
    let part = whole.simplified
    // Deep trees leave half of the width to their words.
    let indent = String(repeating: " ", count: min(2 * depth, (style.width ?? .max) / 2))
    let cited = part.citation.flatMap { $0 == above ? nil : $0 }
    let source = cited.map { style("  \(style.source($0))", .faint) } ?? ""
    let line = "\(indent)· \(part.clause.text(style.language)) — \(verdict(part.verdict))\(source)"
    let name = Named(code: part.code, verdict: part.verdict, facts: Set(part.allFacts.map(\.id)))
    if part.isNamed, !said.clauses.insert(name).inserted {
      return ["\(line) (\(style.say(.clausesAbove)))"]
    }
    var lines = [line] + part.facts.map { style("\(indent)    \(fact($0, &said))", .faint) }
    for below in part.parts {
      lines += clause(below, depth: depth + 1, under: part.citation ?? above, &said)
    }
    return lines
  }

  private func verdict(_ verdict: Verdict) -> String { style(style.say(verdict.phrase), verdict.tone) }

  /// A fact; where it comes from is said the first time.
  private func fact(_ fact: FactUse, _ said: inout Said) -> String {
    let weight = fact.isDecisive.map { style.say($0 ? .pageDecisive : .pageNotDecisive) }
    let source =
      said.sources.insert(fact.id).inserted ? fact.source.map { SourceWords.text($0, style.language) } : nil
    return [fact.id, fact.text(style.language), source, weight].compactMap { $0 }.joined(separator: " · ")
      .shownSafely
  }
}
