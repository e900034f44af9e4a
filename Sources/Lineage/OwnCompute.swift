package import Measures
import Records

/// The own compute of an activity under one convention: pooled bounds, the best value by the order of
/// methods, and both books.
package struct OwnCompute: Sendable {
  /// Up to the as-of date.
  package let toDate: Bounds<UInt128>
  /// When it is finished.
  package let atCompletion: Bounds<UInt128>
  /// The best value among ground truth, and among approximations.
  package let groundTruth: UInt128?
  package let approximation: UInt128?

  init(_ activity: Activity, _ convention: CountingConvention, asOf: Instant) {
    let order = Order(methods: convention.order, tolerance: convention.tolerance)
    // What an issuer says whom the convention does not believe is shown, not counted.
    let estimates = activity.estimates.filter { convention.issuers.contains($0.standing) }
    let budget = activity.budget.filter { convention.issuers.contains($0.standing) }
    // Of a planned activity the budget is one estimate among others.
    let plans = activity.state == .planned ? budget + estimates : budget.isEmpty ? estimates : budget
    let completed = Self.pooled(plans, order)
    let stated = Self.pooled(estimates, order)
    let unknown = Bounds<UInt128>.unknown
    groundTruth = Self.best(estimates.filter { $0.book == .groundTruth }, order)
    approximation = Self.best(estimates.filter { $0.book == .approximation }, order)
    if activity.isUnknown {
      (toDate, atCompletion) = (unknown, unknown)
      return
    }
    if convention.presumesDependence, activity.isUndated {
      // What may have entered it has no upper bound.
      let low = (stated ?? unknown).low
      toDate = (try? Bounds(low: low, best: nil, high: nil)) ?? unknown
      atCompletion = (try? Bounds(low: max(low, (completed ?? unknown).low), best: nil, high: nil)) ?? unknown
      return
    }
    switch activity.state {
    case .done:
      toDate = stated ?? unknown
      atCompletion = toDate
    case .planned:
      toDate = .zero
      atCompletion = completed ?? unknown
    case .running where budget.isEmpty && activity.isStatedDone:
      // A whole run that the as-of date falls into: some part of it is done.
      atCompletion = completed ?? unknown
      toDate = Self.part(of: atCompletion, activity, asOf)
    case .running:
      toDate = stated ?? unknown
      atCompletion = Self.notLess(completed, than: stated, hasBudget: !budget.isEmpty)
    }
  }

  /// Closer estimates, pooled; those of third parties only while nobody closer has spoken; those of strangers only
  /// beside others, which they widen.
  private static func pooled(_ estimates: [Estimate], _ order: Order) -> Bounds<UInt128>? {
    let readings = readings(estimates)
    guard readings.allSatisfy({ !$0.grounds.isEmpty }) else { return nil }
    let believed = readings.flatMap(\.believed)
    guard let first = believed.first else { return nil }
    let range = believed.dropFirst().reduce(first.bounds) { $0.widened(by: $1.bounds) }
    return try? Bounds(low: range.low, best: best(estimates, order), high: range.high)
  }

  /// The estimates that are believed, and those of them that no stranger made, in each way to read who is closer where
  /// that is not shown.
  private static func readings(_ estimates: [Estimate]) -> [(believed: [Estimate], grounds: [Estimate])] {
    func reading(_ isCloser: (Estimate) -> Bool) -> (believed: [Estimate], grounds: [Estimate]) {
      let closer = estimates.filter { $0.standing.isCloser || isCloser($0) }
      return closer.isEmpty ? (estimates, estimates.filter { !$0.isByStranger }) : (closer, closer)
    }
    let unsure = Set(estimates.filter(\.mayBeCloser).map(\.record.namespace))
    return [reading { _ in false }, reading(\.mayBeCloser)]
      + unsure.sorted().map { issuer in reading { $0.mayBeCloser && $0.record.namespace == issuer } }
  }

  /// The best value of the first method that has one; none where it depends on who is closer.
  private static func best(_ estimates: [Estimate], _ order: Order) -> UInt128? {
    let values = Set(readings(estimates).map { order.best($0.grounds) })
    return values.count == 1 ? values.first ?? nil : nil
  }

  /// Nothing at least, everything at most, the share of time gone as the best value.
  private static func part(of whole: Bounds<UInt128>, _ activity: Activity, _ asOf: Instant) -> Bounds<
    UInt128
  > {
    var best: UInt128?
    if let all = whole.best, let from = activity.from?.first, let to = activity.to?.last, from < to {
      let gone = UInt128(max(0, asOf.milliseconds - from.milliseconds))
      let length = UInt128(to.milliseconds - from.milliseconds)
      let share = try? Ratio(min(gone, length), over: length).multiplied(by: Ratio(all))
      best = share?.rounded(.halfToEven)
    }
    return (try? Bounds(low: 0, best: best, high: whole.high)) ?? .unknown
  }

  /// A projection is at least what is done, in each of its bounds; without a budget it has no upper bound.
  private static func notLess(
    _ projection: Bounds<UInt128>?, than done: Bounds<UInt128>?, hasBudget: Bool
  ) -> Bounds<UInt128> {
    guard hasBudget, let projection else {
      return (try? Bounds(low: done?.low ?? 0, best: nil, high: nil)) ?? .unknown
    }
    guard let done else { return projection }
    func greater(_ value: UInt128?, _ other: UInt128?) -> UInt128? {
      value.flatMap { value in other.map { max(value, $0) } }
    }
    return
      (try? Bounds(
        low: max(projection.low, done.low), best: greater(projection.best, done.best),
        high: greater(projection.high, done.high))) ?? .unknown
  }
}

/// How the best value is taken.
private struct Order {
  let methods: [Estimate.Method]
  let tolerance: Ratio?

  /// The best value of the first method that has one.
  func best(_ believed: [Estimate]) -> UInt128? {
    for method in methods {
      let values = Set(believed.filter { $0.method == method }.compactMap(\.bounds.best))
      guard !values.isEmpty else { continue }
      // Two figures by one method that differ leave no best: which was written first decides nothing.
      guard values.count == 1, let value = values.first else { return nil }
      return believed.contains { isFar(value, below: $0.bounds.best ?? $0.bounds.low) } ? nil : value
    }
    return nil
  }

  /// A figure that another method's exceeds by more than the convention tolerates is no best: a small one of one's
  /// own would free. One that lies above the others only binds.
  private func isFar(_ value: UInt128, below other: UInt128) -> Bool {
    guard let tolerance, value < other, let allowed = try? tolerance.multiplied(by: Ratio(other)) else {
      return false
    }
    return Ratio(other - value) > allowed
  }
}
