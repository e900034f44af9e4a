import Measures
import Records

/// A stretch of time in which something is served, and how fast.
struct RateWindow {
  let from: Instant
  let to: Instant
  let bounds: Bounds<Ratio>

  /// All of time.
  static func always(_ bounds: Bounds<Ratio>) -> RateWindow {
    RateWindow(from: Instant(milliseconds: .min), to: Instant(milliseconds: .max), bounds: bounds)
  }

  /// The windows of one series, where those that overlap are one around all of them: nothing is counted twice.
  static func apart(_ series: [RateWindow]) -> [RateWindow] {
    series.sorted { $0.from < $1.from }.reduce(into: []) { result, window in
      guard let last = result.last, window.from <= last.to else { return result.append(window) }
      let most = greater(last.bounds, window.bounds)
      let low = min(last.bounds.low, window.bounds.low)
      let bounds = (try? Bounds(low: low, best: most.best, high: most.high)) ?? .unknown
      result[result.count - 1] = RateWindow(from: last.from, to: max(last.to, window.to), bounds: bounds)
    }
  }

  /// The greatest sum of concurrent windows, and whether every sum could be worked out: a sweep over their
  /// beginnings, where a sum can only grow.
  static func greatest(_ windows: [RateWindow]) -> (bounds: Bounds<Ratio>, isWhole: Bool) {
    let starts = windows.indices.sorted { windows[$0].from < windows[$1].from }
    var ends = windows.indices.sorted { windows[$0].to < windows[$1].to }[...]
    var running = RunningSum(count: windows.count)
    var (greatest, isWhole) = (Bounds<Ratio>(exactly: .zero), true)
    for (place, index) in starts.enumerated() {
      let now = windows[index].from
      running.set(index, to: windows[index].bounds)
      if place + 1 < starts.count, windows[starts[place + 1]].from == now { continue }
      while let ended = ends.first, windows[ended].to < now {
        running.set(ended, to: nil)
        ends.removeFirst()
      }
      if let sum = running.total { greatest = Self.greater(greatest, sum) } else { isWhole = false }
    }
    return (greatest, isWhole)
  }

  private static func greater(_ a: Bounds<Ratio>, _ b: Bounds<Ratio>) -> Bounds<Ratio> {
    var best: Ratio?
    if let left = a.best, let right = b.best { best = max(left, right) }
    var high: Ratio?
    if let left = a.high, let right = b.high { high = max(left, right) }
    return (try? Bounds(low: max(a.low, b.low), best: best, high: high)) ?? .unknown
  }
}

/// A sum of bounds of which any can be set again: a binary tree of partial sums, `nil` where one does not fit.
private struct RunningSum {
  private struct Part {
    var low = Ratio.zero
    var best: Ratio? = .zero
    var high: Ratio? = .zero
  }

  private let leaves: Int
  private var parts: [Part?]

  init(count: Int) {
    var leaves = 1
    while leaves < count { leaves *= 2 }
    self.leaves = leaves
    parts = Array(repeating: Part(), count: 2 * leaves)
  }

  var total: Bounds<Ratio>? {
    parts[1].flatMap { try? Bounds(low: $0.low, best: $0.best, high: $0.high) }
  }

  /// Sets one of the bounds; `nil`: nothing.
  mutating func set(_ index: Int, to bounds: Bounds<Ratio>?) {
    var place = leaves + index
    parts[place] = bounds.map { Part(low: $0.low, best: $0.best, high: $0.high) } ?? Part()
    while place > 1 {
      place /= 2
      parts[place] = Self.sum(parts[2 * place], parts[2 * place + 1])
    }
  }

  private static func sum(_ a: Part?, _ b: Part?) -> Part? {
    guard let a, let b, let low = try? a.low.adding(b.low) else { return nil }
    var sum = Part(low: low, best: nil, high: nil)
    if let left = a.best, let right = b.best {
      guard let best = try? left.adding(right) else { return nil }
      sum.best = best
    }
    if let left = a.high, let right = b.high {
      guard let high = try? left.adding(right) else { return nil }
      sum.high = high
    }
    return sum
  }
}
