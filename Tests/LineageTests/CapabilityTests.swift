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
}
