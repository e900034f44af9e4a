import Measures
import Testing

@Suite struct MomentTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1), ("1969-12-31T23:59:59.999Z", -1),
      ("1969-12-31T00:00:00Z", -86_400_000), ("2026-11-21T17:58:00Z", 1_795_283_880_000),
      ("2026-11-21T17:58:00.1Z", 1_795_283_880_100), ("2026-11-21T17:58:00.12Z", 1_795_283_880_120),
      ("2026-11-21T17:58:00.123Z", 1_795_283_880_123), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func readsInstants(_ text: String, _ milliseconds: Int64) throws {
    let moment = try Moment(text)
    #expect(moment == .instant(Instant(milliseconds: milliseconds)))
    #expect(moment.first == moment.last)
  }

  @Test(arguments: [
    "", "2026", "2026-02-30", "2026-11-21T17:58Z", "2026-11-21T17:58:00", "2026-11-21 17:58:00Z",
    "2026-11-21T24:00:00Z", "2026-11-21T17:60:00Z", "2026-11-21T17:58:60Z", "2026-11-21T17:58:00+01:00",
    "2026-11-21T17:58:00.Z", "2026-11-21T17:58:00.1234Z", "2026-11-21T17:58:00,5Z", "2026-11-21T+7:58:00Z",
    "2026-02-30T00:00:00Z", "2026-11-21T17-58-00Z", "2026-11-21t17:58:00z", "tomorrow",
  ])
  func refuses(_ text: String) {
    #expect(throws: MeasureError(.notADate, text)) { try Moment(text) }
  }

  /// A bare day ends with its last millisecond in UTC.
  @Test func aDayIncludesItsLastMillisecond() throws {
    let day = try Moment("2026-11-21")
    #expect(try day.first == Moment("2026-11-21T00:00:00Z").first)
    #expect(try day.last == Moment("2026-11-21T23:59:59.999Z").first)
    #expect(try day.last.next == Moment("2026-11-22").first)
    #expect(day.description == "2026-11-21")
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (-86_400_000, "1969-12-31T00:00:00.000Z"), (-86_400_001, "1969-12-30T23:59:59.999Z"),
      (1_795_283_880_120, "2026-11-21T17:58:00.120Z"), (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
      // The millisecond after the last day that can be written: where a validity without real end ends.
      (253_402_300_800_000, "+10000-01-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func writesInstants(_ milliseconds: Int64, _ text: String) {
    #expect(Instant(milliseconds: milliseconds).description == text)
  }

  @Test func daysOfNegativeInstants() {
    #expect(Instant(milliseconds: -1).date.description == "1969-12-31")
    #expect(Instant(milliseconds: -86_400_000).date.description == "1969-12-31")
    #expect(Instant(milliseconds: -86_400_001).date.description == "1969-12-30")
    #expect(Instant(milliseconds: 86_399_999).date.description == "1970-01-01")
  }
}
