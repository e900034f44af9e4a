import Measures
import Testing
import TestSupport

@testable import Regimes

/// The greatest sum of concurrent windows.
@Suite struct RateWindowTests {
  private func window(_ from: Int64, _ to: Int64, _ bounds: Bounds<Ratio>) -> RateWindow {
    func at(_ hour: Int64) -> Instant { Instant(milliseconds: hour * 3_600_000) }
    return RateWindow(from: at(from), to: at(to), bounds: bounds)
  }

  /// The slow obvious way: at the beginning of each window, whatever is under way.
  private func slow(_ windows: [RateWindow]) throws -> Bounds<Ratio> {
    var greatest = (low: Ratio.zero, best: Ratio?.some(.zero), high: Ratio?.some(.zero))
    for window in windows {
      var sum = (low: Ratio.zero, best: Ratio?.some(.zero), high: Ratio?.some(.zero))
      for other in windows where other.from <= window.from && window.from <= other.to {
        sum.low = try sum.low.adding(other.bounds.low)
        sum.best = try sum.best.flatMap { sum in try other.bounds.best.map { try sum.adding($0) } }
        sum.high = try sum.high.flatMap { sum in try other.bounds.high.map { try sum.adding($0) } }
      }
      greatest.low = max(greatest.low, sum.low)
      greatest.best = greatest.best.flatMap { best in sum.best.map { max(best, $0) } }
      greatest.high = greatest.high.flatMap { high in sum.high.map { max(high, $0) } }
    }
    return try Bounds(low: greatest.low, best: greatest.best, high: greatest.high)
  }

  @Test func sweepsAsTheSlowWayDoes() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func number() -> Ratio { Ratio(UInt128(UInt64.random(in: 0...9, using: &random))) }
      let hasBest = UInt64.random(in: 0...3, using: &random) > 0
      let windows = try (0..<Int.random(in: 0...14, using: &random)).map { _ in
        let from = Int64.random(in: 0...12, using: &random)
        let low = number()
        let best = try low.adding(number())
        let high = try best.adding(number())
        return try window(
          from, from + Int64.random(in: 0...5, using: &random),
          Bounds(low: low, best: hasBest ? best : nil, high: hasBest || seed % 5 > 0 ? high : nil))
      }
      let found = RateWindow.greatest(windows)
      let expected = try slow(windows)
      #expect(found.isWhole && found.bounds == expected, "seed \(seed)")
    }
  }

  /// A sum that does not fit is said not to be known; the others still count.
  @Test func sumsThatDoNotFit() throws {
    let most: UInt128 = 170_000_000_000_000_000_000_000_000_000_000_000_000
    let huge = Bounds(exactly: Ratio(most))
    let found = RateWindow.greatest([
      window(0, 1, huge), window(1, 2, huge), window(1, 3, huge),
      window(5, 6, Bounds(exactly: Ratio(7))),
    ])
    #expect(!found.isWhole && found.bounds.low == Ratio(most))
  }

  @Test func thousandsOfWindows() throws {
    let windows = (0..<20_000).map { window($0 as Int64, $0 + 10, Bounds(exactly: .one)) }
    #expect(RateWindow.greatest(windows).bounds == Bounds(exactly: Ratio(11)))
  }
}
