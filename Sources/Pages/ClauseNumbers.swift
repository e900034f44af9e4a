import Measures

/// Numbers clauses: two that say the same, down to the same facts, have one number. How facts weigh is left aside,
/// because it differs by the article above.
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
    let said = Said(
      verdict: clause.verdict, clause: clause.clause, code: clause.code, citation: clause.citation,
      facts: clause.facts.map(\.unweighed), parts: clause.parts.map { self.number(of: $0) })
    let made = numbers[said] ?? numbers.count
    numbers[said] = made
    known[clause.identity] = made
    return made
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
