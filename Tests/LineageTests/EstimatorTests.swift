import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

@Suite struct EstimatorTests {
  private func estimate(_ fields: String) throws -> Bounds<UInt128> {
    let record = try Dossier("- activity: r\n  kind: pretraining\n  compute: [{ method: \(fields) }]\n")
      .records.first
    let value = try #require(record?["compute"]?.elements.first)
    return try Dossier.estimator().bounds(value)
  }

  @Test(arguments: [
    // Half a unit of the last printed digit on each side of a reported figure.
    ("reported, value: 3.8e25 FLOP", "3.75e25", "3.8e25", "3.85e25"),
    ("telemetry, value: 1.00e20 FLOP", "9.95e19", "1e20", "1.005e20"),
    // Stated bounds replace the half unit.
    ("reported, value: 3.8e25 FLOP, low: 3e25 FLOP, high: 5e25 FLOP", "3e25", "3.8e25", "5e25"),
    ("reported, value: 3.8e25 FLOP, high: 5e25 FLOP", "3.75e25", "3.8e25", "5e25"),
    ("telemetry, low: 3e25 FLOP", "3e25", "-", "-"), ("telemetry, high: 3e25 FLOP", "0", "-", "3e25"),
    ("telemetry, low: 1e25 FLOP, high: 3e25 FLOP", "1e25", "-", "3e25"),
  ])
  func stated(_ fields: String, _ low: String, _ best: String, _ high: String) throws {
    #expect(try estimate(fields) == bounds(low, best, high))
  }

  @Test(arguments: [
    ("parameters: 405e9, tokens: 15.6e12", "3.7908e25", "3.7908e25", "3.7908e25"),
    ("parameters: 1e9, tokens: 1e12, epochs: 2, per-token: 5e8", "1.3e22", "1.3e22", "1.3e22"),
    ("parameters: 1e9, tokens: 1e12, per-parameter-token: 9.59", "9.59e21", "9.59e21", "9.59e21"),
    ("parameters: 1e9, tokens: 1e12, per-parameter-token: 2", "2e21", "2e21", "2e21"),
    // Bounds in the inputs.
    ("parameters: 1e9, tokens: { low: 1e12, best: 2e12, high: 3e12 }", "6e21", "1.2e22", "1.8e22"),
    (
      "parameters: { low: 1e9, high: 2e9 }, tokens: { low: 1e12, best: 2e12, high: 3e12 }", "6e21", "-",
      "3.6e22"
    ),
    ("parameters: 1e9, tokens: { low: 1e12, best: 2e12 }", "6e21", "1.2e22", "-"),
    ("parameters: 1e9, tokens: { low: 1e12 }, low: 7e21 FLOP, high: 9e21 FLOP", "7e21", "-", "9e21"),
  ])
  func counted(_ fields: String, _ low: String, _ best: String, _ high: String) throws {
    #expect(try estimate("counted, " + fields) == bounds(low, best, high))
  }

  @Test(arguments: [
    // 64 × 100 h × 3600 s × 989.4 TFLOP/s × 0.4.
    ("chips: 64 x h100-sxm, hours: 100, utilisation: 0.4", "9.1183104e21"),
    ("chips: 64 x h100-sxm, hours: 100, utilisation: 40 %, precision: bf16", "9.1183104e21"),
    ("chips: 64 x h100-sxm, hours: 100, utilisation: 0.4, precision: fp8", "1.82375424e22"),
    ("chips: 64 x h100-sxm, days: 2, utilisation: 0.5", "5.47098624e21"),
    ("chip-hours: 1000, chip: a100-sxm-80, utilisation: 0.5", "5.616e20"),
    ("chip-hours: 1000, peak: 100 TFLOP/s, utilisation: 1", "3.6e20"),
    // A stated peak wins over the table.
    ("chips: 2 x h100-sxm, hours: 1, peak: 1 PFLOP/s, utilisation: 1", "7.2e18"),
    ("chips: 2 x unheard-of, hours: 1, peak: 1 PFLOP/s, utilisation: 1", "7.2e18"),
  ])
  func measured(_ fields: String, _ value: String) throws {
    #expect(try estimate("hardware, " + fields) == bounds(value, value, value))
  }

  @Test func utilisationHasBounds() throws {
    #expect(
      try estimate("hardware, chip-hours: 1, peak: 1 PFLOP/s, utilisation: { low: 0.25, best: 0.5, high: 1 }")
        == bounds("0.9e18", "1.8e18", "3.6e18"))
    #expect(
      try estimate("hardware, chip-hours: 1, peak: 1 PFLOP/s, utilisation: { low: 0.25 }")
        == bounds("0.9e18", "-", "-"))
  }

  /// No hardware computes faster than its peak.
  @Test(arguments: ["1.2", "101 %", "{ low: 0.3, high: 1.1 }", "{ low: 0.3, best: 1.1 }", "{ low: 1.1 }"])
  func utilisationAboveOneIsRefused(_ utilisation: String) {
    #expect {
      try estimate("hardware, chip-hours: 1, peak: 1 PFLOP/s, utilisation: \(utilisation)")
    } throws: { error in
      if case Estimator.Failure.utilisation? = error as? Estimator.Failure { true } else { false }
    }
  }

  /// Formulas are exact and rounded once: down, half to even, up.
  @Test func roundsOnce() throws {
    #expect(
      try estimate("hardware, chip-hours: 1, peak: 1 FLOP/s, utilisation: 1/7")
        == Bounds(low: 514, best: 514, high: 515))
    #expect(
      try estimate("hardware, chip-hours: 1/7200, peak: 1 FLOP/s, utilisation: 1")
        == Bounds(low: 0, best: 0, high: 1))
    #expect(
      try estimate("hardware, chip-hours: 1/2400, peak: 1 FLOP/s, utilisation: 1")
        == Bounds(low: 1, best: 2, high: 2))
    #expect(try estimate("scaled, value: 1 FLOP, times: 1/3") == Bounds(low: 0, best: 0, high: 1))
  }

  @Test func scaled() throws {
    // What is scaled is an input of a formula: exact as it is written.
    #expect(try estimate("scaled, value: 3e25 FLOP, times: 1/3") == bounds("1e25", "1e25", "1e25"))
    #expect(try estimate("scaled, value: 3e25 FLOP, times: 1.5") == bounds("4.5e25", "4.5e25", "4.5e25"))
    #expect(try estimate("scaled, value: 3e25 FLOP, times: 50 %") == bounds("1.5e25", "1.5e25", "1.5e25"))
  }

  @Test func geometricMeans() throws {
    func part(_ value: String) -> String {
      "{ method: counted, parameters: \(value), tokens: 1, per-parameter-token: 1 }"
    }
    #expect(
      try estimate("geometric-mean, of: [\(part("4e20")), \(part("9e20"))]") == bounds("6e20", "6e20", "6e20")
    )
    #expect(
      try estimate("geometric-mean, of: [\(part("2")), \(part("3"))]") == Bounds(low: 2, best: 2, high: 3))
    #expect(
      try estimate("geometric-mean, of: [{ method: telemetry, low: 4e20 FLOP }, \(part("9e20"))]")
        == bounds("6e20", "-", "-"))
    #expect(
      try estimate(
        "geometric-mean, of: [\(part("{ low: 1, best: 4, high: 9 }")), \(part("{ low: 4, best: 9, high: 16 }"))]"
      )
        == Bounds(low: 2, best: 6, high: 12))
  }

  @Test(arguments: [
    "counted, parameters: 1e9", "counted, tokens: 1e9", "counted, epochs: 2", "reported", "telemetry",
    "hardware, chips: 8 x h100-sxm, hours: 1", "hardware, chips: 8 x h100-sxm, utilisation: 0.4",
    "hardware, chip-hours: 5, utilisation: 0.4", "scaled, value: 1e25 FLOP", "scaled, times: 2",
    "geometric-mean",
    "geometric-mean, of: [{ method: telemetry, value: 1e20 FLOP }]",
    "geometric-mean, of: [{ method: telemetry, value: 1e20 FLOP }, { method: counted, tokens: 5 }]",
  ])
  func needsItsInputs(_ fields: String) {
    #expect { try estimate(fields) } throws: { error in
      if case Estimator.Failure.needs? = error as? Estimator.Failure { true } else { false }
    }
  }

  @Test func needsAPeak() {
    #expect { try estimate("hardware, chips: 8 x h1000, hours: 1, utilisation: 0.4") } throws: { error in
      if case Estimator.Failure.unknownChip("h1000")? = error as? Estimator.Failure { true } else { false }
    }
    // An absent precision is not native or not known.
    #expect {
      try estimate("hardware, chips: 8 x a100-sxm-80, hours: 1, utilisation: 0.4, precision: fp8")
    } throws: { error in
      if case Estimator.Failure.noPeak("a100-sxm-80", "fp8")? = error as? Estimator.Failure {
        true
      } else {
        false
      }
    }
  }

  @Test func reportsOverflowAndDisorder() {
    func code(_ fields: String) -> MeasureError.Code? {
      do {
        _ = try estimate(fields)
        return nil
      } catch {
        if case Estimator.Failure.measure(let error)? = error as? Estimator.Failure { return error.code }
        return nil
      }
    }
    #expect(code("counted, parameters: 9e30, tokens: 9e30") == .overflow)
    #expect(code("counted, parameters: 9e10, tokens: 9e12, high: 1e20 FLOP") == .unorderedBounds)
  }

  /// A factor has no unit.
  @Test(arguments: ["x", "3 FLOP", "2 tokens", "{ a: b }"]) func factors(_ times: String) {
    #expect(throws: Problems.self) { try estimate("scaled, value: 2e25 FLOP, times: \(times)") }
  }
}
