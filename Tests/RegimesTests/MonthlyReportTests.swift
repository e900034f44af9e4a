import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Runs that report their compute every month are more than the corrections that can be tried, and are none.
@Suite struct MonthlyReportTests {
  private func gate(_ amounts: [[String]]) throws -> GateState {
    var text = model("1e20")
    for (run, amounts) in amounts.enumerated() {
      for (month, amount) in amounts.enumerated() {
        text += """
          - activity: r\(run)
            revision: \(month + 1)
          \(month == 0 ? "" : "  valid: { from: 2026-0\(month + 1)-01 }\n")  kind: fine-tuning
            by: acme
            from: 2025-12-01
            state: running
            produces: m
            uses: [{ activity: m/run, as: base-weights }]
            complete: [uses]
            compute: [{ method: telemetry, value: \(amount) FLOP }]
            budget: [{ method: reported, value: 9e23 FLOP }]

          """
      }
    }
    var law = TestPack()
    law.articles = [
      TestPack.article("a", when: aboveLimit, then: "{ closes: { actions: [use], per: country } }")
    ]
    let judge = try Judge(Dossier(text), [law])
    return judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
  }

  private static let months = ["1.0e23", "2.0e23", "3.0e23", "4.0e23", "5.0e23", "6.0e23"]

  @Test func fiveRuns() throws {
    let gate = try gate(Array(repeating: Self.months, count: 5))
    #expect(gate.state == .open && gate.openedByCorrection.isEmpty)
  }

  /// What grows past the limit closes it.
  @Test func past() throws {
    let runs = [Self.months.dropLast() + ["3.0e25"]] + Array(repeating: Self.months, count: 4)
    #expect(try gate(runs).state == .closed)
  }

  /// One that once was past it, and then says less, opens nothing, however many others only grow.
  @Test func lowered() throws {
    let runs = [["1.0e23", "3.0e25", "4.0e23", "5.0e23"]] + Array(repeating: Self.months, count: 4)
    let gate = try gate(runs)
    #expect(gate.state == .closed && gate.openedByCorrection == [acme("activity", "r0")])
  }
}
