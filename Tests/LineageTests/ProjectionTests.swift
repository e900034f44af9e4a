import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// Totals to date and at completion.
@Suite struct ProjectionTests {
  private func account(_ fields: String, at asOf: String) throws -> Account {
    let text =
      "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  kind: pretraining\n  by: acme\n  produces: m\n  stated: 2024-01-01\n"
    return try Dossier(text + fields + "\n").account("m", at: asOf)
  }

  private static let dates = "  from: 2026-01-01\n  to: 2026-01-10\n"
  private static let budget =
    "  budget: [{ method: reported, value: 100e18 FLOP, low: 80e18 FLOP, high: 120e18 FLOP }]"
  private static let spent = "  " + exact("30e18")

  @Test func aPlannedRunHasComputedNothing() throws {
    for fields in [Self.dates + Self.budget, "  state: planned\n" + Self.budget] {
      let account = try account(fields, at: "2025-12-31")
      #expect(account.toDate == .zero)
      #expect(try account.atCompletion == bounds("80e18", "100e18", "120e18"))
    }
  }

  @Test func aPlannedRunWithoutABudgetHasNoUpperBound() throws {
    let account = try account("  state: planned", at: "2025-12-31")
    #expect(account.toDate == .zero && account.atCompletion == .unknown)
  }

  @Test func aRunningRunWithABudget() throws {
    let account = try account("  state: running\n" + Self.spent + "\n" + Self.budget, at: "2026-01-05")
    #expect(try account.toDate == bounds("30e18", "30e18", "30e18"))
    #expect(try account.atCompletion == bounds("80e18", "100e18", "120e18"))
  }

  /// A projection is at least what is done.
  @Test func aRunPastItsBudget() throws {
    let account = try account("  state: running\n  " + exact("110e18") + "\n" + Self.budget, at: "2026-01-05")
    #expect(try account.atCompletion == bounds("110e18", "110e18", "120e18"))
    let past = try self.account(
      "  state: running\n  " + exact("500e18") + "\n" + Self.budget, at: "2026-01-05")
    #expect(try past.atCompletion == bounds("500e18", "500e18", "500e18"))
  }

  @Test func aRunningRunWithoutABudgetHasNoUpperBound() throws {
    let account = try account("  state: running\n" + Self.spent, at: "2026-01-05")
    #expect(try account.toDate == bounds("30e18", "30e18", "30e18"))
    #expect(try account.atCompletion == bounds("30e18", "-", "-"))
  }

  /// A whole run that the date falls into: nothing at least, everything at most, the share of time as the best.
  @Test func aRunThatTheDateFallsInto() throws {
    // 2026-01-05T23:59:59.999Z is half of ten days, one millisecond less than five days of ten less one.
    let account = try account(
      "  state: done\n" + Self.dates + "  " + exact("100e18"), at: "2026-01-06T00:00:00Z")
    #expect(account.toDate.low == 0)
    #expect(try account.toDate.high == flop("100e18"))
    // 432 000 000 of 863 999 999 milliseconds.
    let share = try Ratio(432_000_000, over: 863_999_999).multiplied(by: Ratio(flop("100e18")))
    #expect(account.toDate.best == share.rounded(.halfToEven))
    #expect(try account.atCompletion == bounds("100e18", "100e18", "100e18"))
  }

  /// What nobody said to be done is not whole before its end, nor without one.
  @Test(arguments: ["", "  state: running\n"], ["  from: 2026-01-01\n", dates])
  func aRunThatIsNotSaidToBeDone(_ state: String, _ dates: String) throws {
    let account = try account(state + dates + "  " + exact("100e18"), at: "2026-01-06T00:00:00Z")
    #expect(try account.toDate == bounds("100e18", "100e18", "100e18"))
    #expect(try account.atCompletion == bounds("100e18", "-", "-"))
  }

  @Test func aDoneRunStaysDone() throws {
    for (fields, asOf) in [(Self.dates, "2026-01-10"), ("  state: done\n", "2025-01-01"), ("", "2025-01-01")]
    {
      let account = try account(fields + "  " + exact("100e18"), at: asOf)
      #expect(try account.toDate == bounds("100e18", "100e18", "100e18"), "\(fields) at \(asOf)")
      #expect(account.atCompletion == account.toDate, "\(fields) at \(asOf)")
    }
  }

  /// What was recorded as done was still running while the date fell into it.
  @Test func aDoneRunSeenBeforeItsEnd() throws {
    let account = try account("  state: done\n" + Self.dates + "  " + exact("100e18"), at: "2026-01-09")
    #expect(account.toDate.low == 0 && account.toDate != account.atCompletion)
    let before = try self.account("  state: done\n" + Self.dates + "  " + exact("100e18"), at: "2025-06-01")
    #expect(before.toDate == .zero)
  }

  /// What is done so far may contradict the budget: each bound is then the greater, and there is no best without both.
  @Test func aBudgetThatIsContradicted() throws {
    let running = "  state: running\n" + Self.budget + "\n"
    #expect(
      try account(running + "  " + exact("300e18"), at: "2026-01-05").atCompletion
        == bounds("300e18", "300e18", "300e18"))
    let open = "  compute: [{ method: telemetry, low: 90e18 FLOP }]"
    #expect(try account(running + open, at: "2026-01-05").atCompletion == bounds("90e18", "-", "-"))
    #expect(try account(running, at: "2026-01-05").atCompletion == bounds("80e18", "100e18", "120e18"))
  }

  /// A budget without dates is of a run that may not be finished.
  @Test func aBudgetWithoutDates() throws {
    #expect(
      try account(Self.budget + "\n" + Self.spent, at: "2026-01-05").atCompletion
        == bounds("80e18", "100e18", "120e18"))
  }
}
