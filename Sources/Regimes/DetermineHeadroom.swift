import Lineage
import Measures
import Records

/// How far a subject is from each threshold, and what a reader must know of that.
extension Judge {
  /// The thresholds that the articles and scales compare the subject's own quantities with.
  func headroom(_ scope: Scope, _ articles: [Article]) -> [Headroom] {
    var result: [Headroom] = []
    func add(_ name: String, _ comparisons: [QuantityTest], _ shares: [ShareAsked]) {
      for item in comparisons.compactMap({ headroom(name, $0, scope) })
        + shares.flatMap({ headroom(name, $0.test, $0.scope) }) where !result.contains(item)
      {
        result.append(item)
      }
    }
    for article in articles {
      add(
        article.id, article.comparisons,
        article.asksForShares ? article.when.map { shares($0, scope) } ?? [] : [])
    }
    for scale in scope.pack.scales where isAsked(scale.appliesTo, of: scope.subject) {
      for step in scale.steps { add(step.name, step.comparisons, step.when.map { shares($0, scope) } ?? []) }
    }
    return result
  }

  private func headroom(_ name: String, _ test: QuantityTest, _ scope: Scope) -> Headroom? {
    let threshold = parameter(test.threshold, scope)
    guard let limit = threshold.quantity else { return nil }
    let measured = measure(test.quantity, scope, in: threshold.dimension)
    return Headroom(
      article: name, quantity: test.quantity.name, convention: test.quantity.convention,
      comparator: test.comparator, threshold: limit, dimension: threshold.dimension, bounds: measured.bounds,
      bound: test.bound, isProjection: measured.isProjection,
      citation: scope.pack.parameters[test.threshold]?.citation)
  }

  /// A share of another's quantity, where the names in reach say whose.
  private struct ShareAsked {
    let test: RatioTest
    let scope: Scope
  }

  /// The shares that a condition asks for of the subject's own quantities, for each member of the sets around them.
  private func shares(_ condition: Condition, _ scope: Scope) -> [ShareAsked] {
    switch condition {
    case .all(let parts), .any(let parts): return parts.flatMap { shares($0, scope) }
    case .not(let part): return shares(part, scope)
    case .some(let set), .every(let set):
      guard let inner = set.suchThat, inner.asksForShares else { return [] }
      return members(of: set, scope).members.flatMap { shares(inner, scope.naming(set.name, $0.thing)) }
    case .ratio(let test) where test.of.of.isOfSubject: return [ShareAsked(test: test, scope: scope)]
    default: return []
    }
  }

  /// The threshold that a share gives: of the best value of what is divided by, or of what stands in for it.
  private func headroom(_ name: String, _ test: RatioTest, _ scope: Scope) -> [Headroom] {
    let share = parameter(test.share, scope)
    guard let limit = share.quantity, share.dimension == .share,
      case .record(let other) = thing(test.over.of, scope)
    else { return [] }
    let (measured, over) = (measure(test.of, scope), divisor(test.over, scope))
    guard measured.dimension == over.dimension else { return [] }
    let isAdded = test.of.since.map { thing($0, scope) == .record(other) } ?? false
    let divisors = over.bounds.best == nil ? standIns(test.fallback, scope) : [over.bounds]
    return divisors.compactMap { divisor in
      guard let threshold = divisor.best.flatMap({ try? $0.multiplied(by: limit) }) else { return nil }
      return Headroom(
        article: name, quantity: test.of.name, convention: test.of.convention, comparator: test.comparator,
        threshold: threshold, dimension: measured.dimension, bounds: measured.bounds,
        bound: test.bound, isProjection: measured.isProjection || over.isProjection,
        share: .init(of: other, limit: limit, bounds: divisor, isAdded: isAdded),
        citation: scope.pack.parameters[test.share]?.citation)
    }
  }

  /// What may stand in for an unknown divisor, up to the first case that holds.
  private func standIns(_ fallback: RatioTest.Fallback?, _ scope: Scope) -> [Bounds<Ratio>] {
    guard let fallback, evaluate(fallback.given, scope).verdict == .holds else { return [] }
    var values: [Bounds<Ratio>] = []
    for option in fallback.cases {
      let verdict = option.condition.map { evaluate($0, scope).verdict } ?? .holds
      if verdict.isPossible, let value = parameter(option.over, scope).quantity {
        values.append(Bounds(exactly: value))
      }
      if verdict == .holds { break }
    }
    return values
  }

  /// What a reader must know: a bound that crosses a threshold that the best value decides, and the findings of
  /// the accounts that were used.
  func remarks(_ headroom: [Headroom], _ subject: GlobalID, _ pack: RegimePack) -> [Finding] {
    var remarks: [Finding] = []
    for item in headroom where item.crosses {
      let finding = Finding.boundCrosses(item, subject)
      if !remarks.contains(finding) { remarks.append(finding) }
    }
    for name in pack.countedUnder {
      guard let accountant = accountant(name, meantBy: pack),
        accountant.convention.measures == .trainingCompute
      else { continue }
      for finding in accountant.findings(about: subject) where !remarks.contains(finding) {
        remarks.append(finding)
      }
    }
    return remarks
  }
}

extension Finding {
  /// That a bound is past a threshold and the best value is not, or the other way round.
  fileprivate static func boundCrosses(_ item: Headroom, _ subject: GlobalID) -> Finding {
    let name = Message.Argument.code(item.article)
    guard let share = item.share else {
      return Finding(
        "bound-crosses",
        Phrase.boundCrosses.with(
          name, .bounds(item.bounds, item.dimension, against: item.threshold),
          .amount(item.threshold, item.dimension, beside: item.bounds)),
        about: [subject.description], citation: item.citation)
    }
    return Finding(
      "bound-crosses",
      Phrase.shareCrosses.with(
        name, .bounds(item.bounds, item.dimension), .code(share.limit.description),
        .bounds(share.bounds, item.dimension), .code(share.of.description)),
      about: [subject.description, share.of.description], citation: item.citation)
  }
}
