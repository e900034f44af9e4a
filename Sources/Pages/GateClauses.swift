import Measures
import Regimes

/// The clauses behind the gates of a long page.
enum GateClauses {
  /// Why the gates of a subject are as they are: each article once.
  static func of(_ view: SubjectView) -> [Explanation] {
    var seen: Set<String> = []
    return (view.bindingGates + view.otherGates).flatMap(\.reasons).filter {
      seen.insert("\($0.regime):\($0.article)").inserted
    }.map(\.why)
  }

  /// What is the same in those of one more subject; `nil`: it is the first.
  static func common(_ known: [Explanation]?, _ more: [Explanation]) -> [Explanation] {
    guard let known else { return more }
    return known.compactMap { $0.common(with: more) }
  }
}

extension Explanation {
  /// What is the same in the one of `others` that asks the same. Clauses that rest on the figures of one subject
  /// fall away.
  fileprivate func common(with others: [Explanation]) -> Explanation? {
    let alike = others.filter { $0.code == code }
    if alike.contains(self) { return self }
    guard let other = alike.first(where: { $0.verdict == verdict && $0.clause == clause }) else { return nil }
    // The same is asked of each, of each for itself.
    if parts.isEmpty { return other.parts.isEmpty && facts == other.facts ? self : nil }
    let same = parts.compactMap { $0.common(with: other.parts) }
    guard !same.isEmpty else { return nil }
    return Explanation(
      verdict, clause, code: code, citation: citation, facts: facts.filter(other.facts.contains), parts: same)
  }
}
