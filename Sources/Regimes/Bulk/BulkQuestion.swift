import Measures
import Records

/// What is asked of one subject and does not follow from other answers: where a program meets the facts.
struct BulkQuestion: Hashable, Sendable {
  enum Rule: Hashable, Sendable {
    /// A condition that looks at facts.
    case condition(Condition)
    /// Whether an article has begun.
    case begun(Article)
    /// Whether what is said of such subjects is asked of this one.
    case isAsked(SubjectKind)
    /// An article whose conditions are too deep for a program.
    case effective(Article, effect: String, unless: Condition?)
  }

  let rule: Rule
  /// The pack in whose words it is asked.
  let pack: RegimePack
  /// Whether that pack is only looked at as if it applied, whatever the standing of the pack that is judged.
  let isAssumed: Bool
}

extension Judge {
  /// The answer for the subject of a scope, and whether it looked at what is asked at a gate.
  func answer(_ rule: BulkQuestion.Rule, _ scope: Scope) -> (verdict: Verdict, looked: Bool) {
    hasLooked = false
    let verdict: Verdict =
      switch rule {
      case .condition(let condition): evaluate(condition, scope).verdict
      case .begun(let article): beginning(article, scope)?.verdict ?? .holds
      case .isAsked(let kind): Verdict(isAsked(kind, of: scope.subject))
      case .effective(let article, let effect, let unless): effective(article, effect, unless, scope).verdict
      }
    return (verdict, hasLooked)
  }
}
