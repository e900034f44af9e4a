import Measures
import TestSupport
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes

/// When a total passes a threshold: what a run still lacks accrues evenly over its days. The days are worked out by hand.
@Suite struct AccrualTests {
  private typealias Passing = Accrual.Passing

  /// How the compute behind `m` grows from the end of a day, under a convention that counts everything.
  private func accrual(_ text: String, asOf: String = "2026-11-21") throws -> Accrual {
    let dossier = try Dossier("- party: acme\n- artifact: m\n" + text)
    let graph = try dossier.graph(asOf)
    let convention = CountingConvention(
      name: "t:all", measures: .trainingCompute,
      citation: Citation(document: "test", locus: "1", checked: .reading))
    let accountant = Accountant(graph, convention)
    return try Accrual(accountant.ancestors(of: graph.sources(of: acme("artifact", "m"))), accountant)
  }

  private func run(
    _ name: String = "run", from: String? = nil, to: String? = nil, state: String = "planned",
    compute: String? = nil, _ budget: String?
  ) -> String {
    var text = "- activity: m/\(name)\n  kind: pretraining\n  produces: m\n  by: acme\n  state: \(state)\n"
    if let from { text += "  from: \(from)\n" }
    if let to { text += "  to: \(to)\n" }
    if let compute { text += "  compute: [{ method: telemetry, \(compute) }]\n" }
    if let budget { text += "  budget: [{ method: reported, \(budget) }]\n" }
    return text
  }

  private func exactly(_ value: Int) -> String {
    "low: \(value) FLOP, value: \(value) FLOP, high: \(value) FLOP"
  }

  private func dates(_ accrual: Accrual, above threshold: UInt128) -> [Passing?] {
    let dates = Crossing.Dates(accrual, isStrict: true) { $0 > threshold }
    return [dates.earliest, dates.expected, dates.latest]
  }

  private func dates(_ accrual: Accrual, atLeast threshold: UInt128) -> [Passing?] {
    let dates = Crossing.Dates(accrual, isStrict: false) { $0 >= threshold }
    return [dates.earliest, dates.expected, dates.latest]
  }

  private func on(_ day: String) throws -> Passing { .on(try #require(CivilDate(day))) }

  /// Ten days of 100 each: 500 at the end of the fifth, 1000 at the end of the last.
  @Test func aboutTheThreshold() throws {
    let accrual = try accrual(run(from: "2026-12-01", to: "2026-12-10", exactly(1000)))
    let (fifth, sixth, tenth) = (try on("2026-12-05"), try on("2026-12-06"), try on("2026-12-10"))
    #expect(dates(accrual, above: 499) == [fifth, fifth, fifth])
    #expect(dates(accrual, above: 500) == [sixth, sixth, sixth])
    #expect(dates(accrual, above: 501) == [sixth, sixth, sixth])
    #expect(dates(accrual, atLeast: 500) == [fifth, fifth, fifth])
    #expect(dates(accrual, atLeast: 501) == [sixth, sixth, sixth])
    #expect(dates(accrual, atLeast: 1000) == [tenth, tenth, tenth])
    #expect(dates(accrual, above: 999) == [tenth, tenth, tenth])
    #expect(dates(accrual, above: 1000) == [.never, .never, .never])
    #expect(dates(accrual, atLeast: 0) == [.already, .already, .already])
  }

  /// February 2028 has 29 days: half of it is done in the middle of the fifteenth.
  @Test func aLeapDay() throws {
    let whole = try accrual(run(from: "2028-02-01", to: "2028-02-29", exactly(2900)))
    #expect(dates(whole, atLeast: 2800)[1] == (try on("2028-02-28")))
    #expect(dates(whole, atLeast: 2801)[1] == (try on("2028-02-29")))
    #expect(dates(whole, atLeast: 1450)[1] == (try on("2028-02-15")))
    // The same over the days of another year: 28 of them.
    let common = try accrual(run(from: "2027-02-01", to: "2027-02-28", exactly(2800)))
    #expect(dates(common, atLeast: 2701)[1] == (try on("2027-02-28")))
  }

  /// A run under way goes on from what it has: 60 days for 600 more.
  @Test func whatIsRunning() throws {
    let accrual = try accrual(
      run(from: "2026-10-01", to: "2027-01-20", state: "running", compute: exactly(400), exactly(1000)))
    #expect(accrual.toDate == Bounds(exactly: 400) && accrual.atCompletion == Bounds(exactly: 1000))
    #expect(dates(accrual, atLeast: 400)[1] == .already)
    #expect(dates(accrual, above: 400)[1] == (try on("2026-11-22")))
    #expect(dates(accrual, atLeast: 500)[1] == (try on("2026-12-01")))
    #expect(dates(accrual, atLeast: 1000)[1] == (try on("2027-01-20")))
    // Two one after the other; between them nothing accrues.
    let both = try self.accrual(
      run(from: "2026-10-01", to: "2027-01-20", state: "running", compute: exactly(400), exactly(1000))
        + run("second", from: "2027-02-01", to: "2027-02-10", exactly(100)))
    #expect(dates(both, atLeast: 1000)[1] == (try on("2027-01-20")))
    #expect(dates(both, above: 1000)[1] == (try on("2027-02-01")))
    #expect(dates(both, atLeast: 1055)[1] == (try on("2027-02-06")))
  }

  @Test func boundsThatStraddle() throws {
    // 50, 100 and 200 a day.
    let accrual = try accrual(
      run(from: "2026-12-01", to: "2026-12-10", "low: 500 FLOP, value: 1000 FLOP, high: 2000 FLOP"))
    #expect(
      dates(accrual, atLeast: 400) == [try on("2026-12-02"), try on("2026-12-04"), try on("2026-12-08")])
    #expect(dates(accrual, atLeast: 600) == [try on("2026-12-03"), try on("2026-12-06"), .never])
    #expect(dates(accrual, atLeast: 1200) == [try on("2026-12-06"), .never, .never])
    let states = [400, 600, 2001].map { threshold in
      Crossing.Dates(accrual, isStrict: false) { $0 >= threshold }.state
    }
    #expect(states == [.crosses, .mayCross, .below])
  }

  @Test func withoutBestOrUpperBound() throws {
    let accrual = try accrual(run(from: "2026-12-01", to: "2026-12-10", "low: 500 FLOP"))
    #expect(accrual.atCompletion.best == nil && accrual.atCompletion.high == nil)
    // Without an upper bound it may be passed on the first day.
    #expect(dates(accrual, atLeast: 400) == [try on("2026-12-01"), nil, try on("2026-12-08")])
    #expect(dates(accrual, atLeast: 5000) == [try on("2026-12-01"), nil, .never])
    // A run under way without a budget has none either.
    let open = try self.accrual(
      run(from: "2026-10-01", to: "2026-12-10", state: "running", compute: exactly(400), nil))
    #expect(dates(open, atLeast: 400) == [.already, .already, .already])
    #expect(dates(open, atLeast: 401) == [try on("2026-11-22"), nil, .never])
  }

  /// What has no dates is never said not to pass what it passes.
  @Test(arguments: [(nil, nil), ("2026-12-01", nil), (nil, "2026-12-10")] as [(String?, String?)])
  func withoutDates(_ from: String?, _ to: String?) throws {
    let accrual = try accrual(run(from: from, to: to, exactly(1000)))
    #expect(accrual.undated == [acme("activity", "m/run")])
    #expect(dates(accrual, atLeast: 500) == [.undated, .undated, .undated])
    #expect(dates(accrual, atLeast: 1001) == [.never, .never, .never])
    // Beside one with dates, which alone passes it: at the latest then.
    let beside = try self.accrual(
      run(from: from, to: to, exactly(1000))
        + run("other", from: "2027-01-01", to: "2027-01-10", exactly(100)))
    #expect(dates(beside, atLeast: 50) == [.undated, .undated, try on("2027-01-05")])
    #expect(dates(beside, atLeast: 1050) == [.undated, .undated, .undated])
  }

  /// The last day of a plan is a whole one, whenever it is asked; an instant ends where it says.
  @Test func instants() throws {
    let accrual = try accrual(
      run(from: "2026-12-01T12:00:00Z", to: "2026-12-02T11:59:59.999Z", exactly(24)))
    #expect(dates(accrual, atLeast: 12)[1] == (try on("2026-12-01")))
    #expect(dates(accrual, atLeast: 13)[1] == (try on("2026-12-02")))
  }

  /// Sizes near the end of 128 bits neither overflow nor lose a day.
  @Test func greatNumbers() throws {
    let accrual = try accrual(
      run(from: "2026-12-01", to: "2026-12-10", "low: 1e38 FLOP, value: 1e38 FLOP, high: 1e38 FLOP"))
    let half = try UInt128.powerOfTen(38) / 2
    #expect(dates(accrual, atLeast: half)[1] == (try on("2026-12-05")))
    #expect(dates(accrual, above: half)[1] == (try on("2026-12-06")))
  }

  /// The day that is found is the first one by whose end the exact sum of the shares passes, whatever the runs.
  @Test(arguments: 0..<60 as Range<UInt64>) func againstEveryDay(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let today = try #require(CivilDate("2026-11-21")).daysSinceEpoch
    var (text, runs): (String, [(from: Int, to: Int, total: Int)]) = ("", [])
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let from = today + Int.random(in: 1...90, using: &random)
      let run = (
        from, from + Int.random(in: 0...60, using: &random), Int.random(in: 1...1_000_000, using: &random)
      )
      runs.append(run)
      text += self.run(
        "r\(index)", from: "\(CivilDate(daysSinceEpoch: run.0))", to: "\(CivilDate(daysSinceEpoch: run.1))",
        exactly(run.2))
    }
    let accrual = try accrual(text)
    func total(_ day: Int) throws -> Ratio {
      try runs.reduce(.zero) { sum, run in
        let (length, gone) = (run.to - run.from + 1, min(max(0, day + 1 - run.from), run.to - run.from + 1))
        return try sum.adding(Ratio(UInt128(run.total * gone), over: UInt128(length)))
      }
    }
    let threshold = UInt128.random(in: 1...2_000_000, using: &random)
    let days = try (today...today + 160).map { try total($0) }
    // Several shares are each rounded: so near a threshold another day may be named.
    let slack = Ratio(UInt128(runs.count))
    for day in days {
      let (most, least) = (max(day, Ratio(threshold)), min(day, Ratio(threshold)))
      if let distance = try most.subtracting(least), runs.count > 1, distance < slack { return }
    }
    for isStrict in [true, false] {
      let first = days.firstIndex { isStrict ? $0 > Ratio(threshold) : $0 >= Ratio(threshold) }
      let wanted: Passing = first.map { .on(CivilDate(daysSinceEpoch: today + $0)) } ?? .never
      let found = isStrict ? dates(accrual, above: threshold) : dates(accrual, atLeast: threshold)
      #expect(found == [wanted, wanted, wanted], "seed \(seed)")
    }
  }

  /// Less certainty never makes the earliest day later, nor takes a threshold that may be passed away.
  @Test(arguments: 0..<40 as Range<UInt64>) func lessCertainty(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let best = Int.random(in: 100...10_000, using: &random)
    let threshold = UInt128.random(in: 1...20_000, using: &random)
    let (low, high) = (
      best - Int.random(in: 0...best, using: &random), best + Int.random(in: 0...best, using: &random)
    )
    let days = ("2026-12-01", "2026-12-\(Int.random(in: 10...31, using: &random))")
    let sure = try accrual(run(from: days.0, to: days.1, exactly(best)))
    let wide = try accrual(
      run(from: days.0, to: days.1, "low: \(low) FLOP, value: \(best) FLOP, high: \(high) FLOP"))
    let open = try accrual(run(from: days.0, to: days.1, "low: \(low) FLOP"))
    let undated = try accrual(run(from: nil, exactly(best)))
    func earliest(_ accrual: Accrual) -> Int {
      switch dates(accrual, above: threshold)[0] {
      case .already, .undated: -1
      case .on(let day): day.daysSinceEpoch
      case .never, nil: .max
      }
    }
    #expect(earliest(wide) <= earliest(sure), "seed \(seed)")
    #expect(earliest(open) <= earliest(wide), "seed \(seed)")
    #expect(earliest(undated) <= earliest(sure), "seed \(seed)")
  }
}
