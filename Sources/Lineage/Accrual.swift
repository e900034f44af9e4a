package import Measures
package import Records

/// How the compute of some activities grows from the as-of date until everything planned or running is finished.
///
/// What an activity still lacks accrues evenly over its days: from its first day, or from the as-of date where it runs, to
/// the end of its last. Its bounds accrue apart: the low one from what is done at least to what will be at least. What has
/// no upper bound may have passed anything from its first moment on. An activity without both dates may come at any time.
package struct Accrual: Sendable {
  /// Which value is followed.
  package enum Line: Sendable {
    case low, best, high
  }

  /// When a line passes something.
  package enum Passing: Hashable, Sendable {
    /// It has, at the as-of date.
    case already
    /// By the end of that day, in UTC.
    case on(CivilDate)
    /// It does, and nothing says when.
    case undated
    /// It does not.
    case never
  }

  private struct Part {
    let first: Int64
    let end: Int64
    let before: Bounds<UInt128>
    let after: Bounds<UInt128>
  }

  /// At the as-of date, and when everything is finished.
  package private(set) var toDate = Bounds<UInt128>.zero
  package private(set) var atCompletion = Bounds<UInt128>.zero
  /// The activities that still lack something and have no dates for it.
  package private(set) var undated: [GlobalID] = []
  private var parts: [Part] = []
  private let today: Instant

  /// What accrues in `positions` under the convention of `accountant`; for the low line those of `proven` alone, where
  /// others are only said to enter.
  /// - Throws: ``MeasureError`` (`overflow`).
  package init(
    _ positions: [Int], proven: Set<Int>? = nil, _ accountant: Accountant
  ) throws(MeasureError) {
    today = accountant.graph.today
    for position in positions where accountant.counts(position) {
      let own = accountant.own(position)
      var (before, after) = (own.toDate, own.atCompletion)
      if let proven, !proven.contains(position) {
        before = try Bounds(low: 0, best: nil, high: before.high)
        after = try Bounds(low: 0, best: nil, high: after.high)
      }
      toDate = try toDate.adding(before)
      atCompletion = try atCompletion.adding(after)
      guard before != after else { continue }
      let activity = accountant.graph.activities[position]
      guard let from = activity.from?.first, let to = activity.to?.last.next, today < to else {
        undated.append(activity.id)
        continue
      }
      parts.append(
        Part(
          first: max(from, today.next).milliseconds, end: to.milliseconds, before: before, after: after))
    }
  }

  /// The first day by whose end `line` passes what `passes` says; it never stops passing as the value grows.
  package func passing(_ line: Line, rounded rule: Ratio.Rounding, _ passes: (UInt128) -> Bool) -> Passing {
    func passesAt(_ value: UInt128?) -> Bool { value.map(passes) ?? (line == .high) }
    guard !passesAt(toDate[line]) else { return .already }
    guard passesAt(atCompletion[line]) else { return .never }
    // What comes at any time may come first, and makes nothing later; to the low line it may come last.
    if !undated.isEmpty, line != .low { return .undated }
    func isPast(_ day: Int) -> Bool {
      passesAt(value(line, at: Int64(day + 1) * Self.day, rule))
    }
    guard let last = parts.map(\.end).max() else { return .undated }
    var (low, high) = (today.date.daysSinceEpoch, Int((last - 1) / Self.day))
    guard isPast(high) else { return .undated }
    while low < high {
      let middle = low + (high - low) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return .on(CivilDate(daysSinceEpoch: low))
  }

  private static let day: Int64 = 86_400_000

  /// The value of a line at an instant, without what has no dates; `nil`: none, or no upper bound.
  private func value(_ line: Line, at instant: Int64, _ rule: Ratio.Rounding) -> UInt128? {
    guard var sum = toDate[line] else { return nil }
    for part in parts where part.first < instant {
      guard let before = part.before[line], let after = part.after[line] else { return nil }
      guard after > before else { continue }
      let length = UInt128(part.end - part.first)
      let gone = min(UInt128(instant - part.first), length)
      let (share, rest) = length.dividingFullWidth((after - before).multipliedFullWidth(by: gone))
      let (total, isPast) = sum.addingReportingOverflow(rule == .up && rest > 0 ? share + 1 : share)
      sum = isPast ? .max : total
    }
    return sum
  }
}

extension Bounds {
  fileprivate subscript(line: Accrual.Line) -> Value? {
    switch line {
    case .low: low
    case .best: best
    case .high: high
    }
  }
}
