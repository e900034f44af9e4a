import Measures
import Records

/// What no facts can bring about.
extension RegimePack {
  /// Articles of which the condition, the time or every effect is out of reach, and a nexus that nobody has.
  func unreachable(_ formulas: FormulaReader) -> [Problem] {
    let found = articles.flatMap { article -> [Problem] in
      func problem(_ code: Problem.Code, _ rule: Message, _ remedy: Phrase) -> Problem {
        self.problem(code, article.id, at: article.mark, rule, remedy.message)
      }
      let context = FormulaReader.Context(pack: self, kind: article.appliesTo)
      if !formulas.applies(article, context).mayHold {
        return [problem(.unreachable, Phrase.neverHolds.message, .rewriteCondition)]
      }
      if let end = to, case .moment(let start)? = article.inForce?.from.flatMap({ parameters[$0]?.content }),
        end.last < start.first
      {
        return [problem(.unreachable, Phrase.startsAfterEnd.with(.date(start), .date(end)), .correctDates)]
      }
      return liftsNothing(article, formulas, context)
        + article.lifts.filter { !formulas.effective(article, $0.effect, $0.unless, context).mayHold }.map {
          problem(.alwaysLifted, Phrase.alwaysLifted.with(.code($0.effect)), .rewriteCondition)
        }
    }
    guard let nexus else { return found }
    let context = FormulaReader.Context(pack: self, kind: nexus.appliesTo)
    if formulas.formula(nexus.when, context).mayHold { return found }
    return found + [
      problem(
        .unreachable, "nexus", at: nexus.mark, Phrase.neverHolds.message, Phrase.rewriteCondition.message)
    ]
  }

  /// What an article says to lift that never stands when it does.
  private func liftsNothing(
    _ article: Article, _ formulas: FormulaReader, _ context: FormulaReader.Context
  ) -> [Problem] {
    let applies = formulas.applies(article, context)
    var found = article.lifts.filter { lift in
      lift.unless.map { !Formula.all([applies, formulas.formula($0, context)]).mayHold } ?? false
    }.map(\.effect)
    let targets = [
      ("exempts", article.effects.exempts?.articles), ("defers", article.effects.defers?.articles),
    ]
    for (effect, ids) in targets {
      // Of an article that is not there nothing more is said.
      guard let ids, ids.allSatisfy({ self.article($0) != nil }) else { continue }
      let bound = ids.compactMap { self.article($0) }.filter {
        $0.appliesTo.recordKind == article.appliesTo.recordKind
      }
      let unless = article.lifts.first { $0.effect == effect }?.unless
      let lifting = formulas.effective(article, effect, unless, context)
      if !Formula.all([lifting, .any(bound.map { formulas.applies($0, context) })]).mayHold {
        found.append(effect)
      }
    }
    return Set(found).sorted().map {
      problem(
        .liftsNothing, article.id, at: article.mark, Phrase.liftsNothing.with(.code($0)),
        Phrase.rewriteCondition.message)
    }
  }

  /// Scales with a subject that has no tier, and steps that are nobody’s tier.
  func scaleMistakes(_ formulas: FormulaReader) -> [Problem] {
    scales.flatMap { scale -> [Problem] in
      let context = FormulaReader.Context(pack: self, kind: scale.appliesTo)
      let reached = scale.steps.map { formulas.reached($0, context) }
      var found: [Problem] = []
      if let first = scale.steps.first, Formula.not(reached[0]).mayHold {
        found.append(
          problem(
            .scaleGap, first.name, at: first.mark, Phrase.scaleGap.with(.code(scale.name), .code(first.name)),
            Phrase.beginAlways.message))
      }
      for (index, step) in scale.steps.enumerated() {
        let above = Array(reached[(index + 1)...])
        if !reached[index].mayHold {
          found.append(
            problem(
              .unreachable, step.name, at: step.mark, Phrase.neverReached.with(.code(step.name)),
              Phrase.rewriteCondition.message))
        } else if !Formula.all([reached[index], .not(.any(above))]).mayHold {
          found.append(
            problem(
              .scaleOverlap, step.name, at: step.mark, Phrase.scaleOverlap.with(.code(step.name)),
              Phrase.partSteps.message))
        }
      }
      return found
    }
  }
}

extension Article {
  /// Its effects, each with what lifts it.
  fileprivate var lifts: [(effect: String, unless: Condition?)] {
    var all: [(String, Condition?)] = []
    if let effect = effects.classifies { all.append(("classifies", effect.unless)) }
    if let effect = effects.closes { all.append(("closes", effect.unless)) }
    if let effect = effects.exempts { all.append(("exempts", effect.unless)) }
    if let effect = effects.defers { all.append(("defers", effect.unless)) }
    all += effects.obliges.map { ("obliges", $0.unless) }
    all += effects.permits.map { ("permits", $0.unless) }
    return all + effects.retains.map { ("retains", $0.unless) }
  }
}

extension Problem.Code {
  /// A condition that no facts satisfy.
  static let unreachable = Self(rawValue: "unreachable")
  /// An effect that is lifted whatever the facts are.
  static let alwaysLifted = Self(rawValue: "always-lifted")
  /// What lifts, where there is never anything to lift.
  static let liftsNothing = Self(rawValue: "lifts-nothing")
  /// A scale that leaves some without a tier.
  static let scaleGap = Self(rawValue: "scale-gap")
  /// A step that nobody has without the next.
  static let scaleOverlap = Self(rawValue: "scale-overlap")
}
