import Measures

/// Numbers the clauses of a long page: two that are written alike there, down to the same facts, have one number. How
/// facts weigh is left aside, because it differs by the article above.
struct ClauseNumbers {
  private struct Said: Hashable {
    let verdict: Verdict
    let clause: Message
    let code: String
    let citation: Citation?
    let facts: [FactUse]
    let parts: [Int]
  }

  private var numbers: [Said: Int] = [:]
  // INVARIANT: each clause is part of a determination, which outlives its identity here.
  private var known: [ObjectIdentifier: Int] = [:]

  mutating func number(of clause: Explanation) -> Int {
    if let known = known[clause.identity] { return known }
    let shown = clause.simplified
    let made = number(
      of: shown,
      parts: shown.parts.map { part in
        shown.cuts(part) ? number(of: part.simplified, parts: []) : number(of: part)
      })
    known[clause.identity] = made
    return made
  }

  private mutating func number(of shown: Explanation, parts: [Int]) -> Int {
    let said = Said(
      verdict: shown.verdict, clause: shown.clause, code: shown.code, citation: shown.citation,
      facts: shown.facts.map(\.unweighed), parts: parts)
    let made = numbers[said] ?? numbers.count
    numbers[said] = made
    return made
  }
}

extension Explanation {
  /// Whether a long page writes this part of a clause on one line, because it decides nothing.
  func cuts(_ part: Explanation) -> Bool {
    verdict != .fails && !code.hasPrefix("not") && part.verdict != verdict && !part.code.hasPrefix("exempted")
  }
}

extension FactUse {
  /// The same without how it weighs.
  fileprivate var unweighed: FactUse {
    var copy = self
    copy.isDecisive = nil
    return copy
  }
}
