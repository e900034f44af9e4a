import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// The capacity of a cluster is computed, never stated: dense peaks at the fastest precision (A14).
@Suite struct CapabilityTests {
  private func capability(
    _ devices: String, at asOf: String = "2026-11-21", _ more: String = "\n  complete: [devices]\n"
  ) throws -> Bounds<Ratio> {
    let record = try #require(Dossier("- cluster: c\n" + devices + more).records.first)
    return try Dossier.estimator().capability(of: record, at: Moment(asOf).last)
  }

  private func rate(_ text: String) throws -> Ratio { try Quantity(text).value }

  @Test func sumsTheFastestPeaks() throws {
    // H100: FP8 at 1978.9 TFLOP/s; A100 has no FP8, its fastest is INT8 at 624.
    #expect(
      try capability("  devices: [{ chips: 8 x h100-sxm }]") == Bounds(exactly: rate("15831.2 TFLOP/s")))
    #expect(
      try capability("  devices: [{ chips: 8 x a100-sxm-80 }]") == Bounds(exactly: rate("4992 TFLOP/s")))
    #expect(
      try capability("  devices: [{ chips: 8 x h100-sxm }, { chips: 8 x a100-sxm-80 }]")
        == Bounds(exactly: rate("20823.2 TFLOP/s")))
  }

  @Test func whatIsNotKnownHasNoUpperBound() throws {
    #expect(try capability("  site: x") == .unknown)
    #expect(try capability("  devices: []") == .unknown)
    #expect(try capability("  withheld: yes\n  devices: [{ chips: 8 x h100-sxm }]") == .unknown)
    #expect(
      try capability("  devices: [{ chips: 8 x h100-sxm }, { chips: 1 x unheard-of }]")
        == Bounds(low: rate("15831.2 TFLOP/s"), best: nil, high: nil))
  }

  /// What does not say that these are all its devices may have more.
  @Test func devicesAreNotKnownWhole() throws {
    #expect(
      try capability("  devices: [{ chips: 8 x h100-sxm }]", "\n")
        == Bounds(low: rate("15831.2 TFLOP/s"), best: nil, high: nil))
  }

  /// What was there at any moment of a time bounds what was computed in it.
  @Test func theGreatestOfATime() throws {
    let devices =
      "- cluster: c\n  complete: [devices]\n  devices: [{ chips: 8 x h100-sxm, from: 2026-01-01, to: 2026-06-30 }, { chips: 1 x h100-sxm }]\n"
    let cluster = try #require(Dossier(devices).records.first)
    func greatest(_ from: String?, _ to: String) throws -> Ratio? {
      try Dossier.estimator().greatestCapability(
        of: cluster, from: from.map { text in try Moment(text).first }, to: Moment(to).last)
    }
    #expect(try greatest("2025-01-01", "2026-11-21") == rate("17810.1 TFLOP/s"))
    #expect(try greatest(nil, "2026-11-21") == rate("17810.1 TFLOP/s"))
    #expect(try greatest("2026-03-01", "2026-11-21") == rate("17810.1 TFLOP/s"))
    #expect(try greatest("2026-07-01", "2026-11-21") == rate("1978.9 TFLOP/s"))
    #expect(try greatest("2025-01-01", "2025-12-31") == rate("1978.9 TFLOP/s"))
  }

  @Test func devicesComeAndGo() throws {
    let devices = "  devices: [{ chips: 8 x h100-sxm, from: 2026-01-01, to: 2026-06-30 }]"
    #expect(try capability(devices, at: "2025-12-31") == Bounds(exactly: .zero))
    #expect(try capability(devices, at: "2026-01-01T00:00:00Z") == Bounds(exactly: rate("15831.2 TFLOP/s")))
    #expect(try capability(devices, at: "2026-06-30") == Bounds(exactly: rate("15831.2 TFLOP/s")))
    #expect(try capability(devices, at: "2026-07-01T00:00:00Z") == Bounds(exactly: .zero))
  }

  /// However many devices come and go, at most as many as are there at once.
  @Test func manyDevices() throws {
    func day(_ number: Int) -> String { "\(CivilDate(daysSinceEpoch: number))" }
    let devices = (0..<9000).map { number in
      "{ chips: \(1 + number % 3) x h100-sxm, from: \(day(number)), to: \(day(number + 2)) }"
    }
    let text = "- cluster: c\n  complete: [devices]\n  devices: [\(devices.joined(separator: ", "))]\n"
    let cluster = try #require(Dossier(text).records.first)
    let (estimator, end) = try (Dossier.estimator(), Moment("2026-11-21").last)
    let (greatest, seconds) = timed { estimator.greatestCapability(of: cluster, from: nil, to: end) }
    #expect(seconds < 10)
    #expect(try greatest == rate("11873.4 TFLOP/s"))
  }

  /// The same as at each moment at which something comes, also where something is not known for a time.
  @Test(arguments: 0..<40) func theGreatestIsThatOfSomeMoment(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    func day() -> Int { Int.random(in: 10...28, using: &generator) }
    let devices = (0..<Int.random(in: 1...6, using: &generator)).map { _ -> String in
      let from = Bool.random(using: &generator) ? ", from: 2026-01-\(day())" : ""
      let to = Bool.random(using: &generator) ? ", to: 2026-02-\(day())" : ""
      let chip = Int.random(in: 0..<8, using: &generator) == 0 ? "unheard-of" : "h100-sxm"
      return "{ chips: \(Int.random(in: 1...9, using: &generator)) x \(chip)\(from)\(to) }"
    }
    let cluster = try #require(
      Dossier("- cluster: c\n  complete: [devices]\n  devices: [\(devices.joined(separator: ", "))]\n")
        .records.first)
    let (from, to) = try (Moment("2026-01-20").first, Moment("2026-02-20").last)
    let estimator = try Dossier.estimator()
    var expected: Ratio? = .zero
    for day in 0..<32 {
      let instant = Instant(milliseconds: from.milliseconds + Int64(day) * 86_400_000)
      let high = estimator.capability(of: cluster, at: instant).high
      expected = expected.flatMap { known in high.map { max(known, $0) } }
    }
    let greatest = estimator.greatestCapability(of: cluster, from: from, to: to)
    #expect(greatest == expected, "\(devices)")
  }
}
