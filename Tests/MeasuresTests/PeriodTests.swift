import Measures
import Testing

@Suite struct PeriodTests {
  @Test(
    arguments: [
      ("2 weeks", 2, .weeks), ("1 week", 1, .weeks), ("1 year", 1, .years), ("0 days", 0, .days),
      ("5 business days", 5, .businessDays), ("1 business day", 1, .businessDays), ("60 s", 60, .seconds),
      ("72 hours", 72, .hours), ("6 months", 6, .months),
    ] as [(String, Int, Period.Unit)])
  func reads(_ text: String, _ count: Int, _ unit: Period.Unit) {
    #expect(Period(text) == Period(count, unit))
    #expect(Period(text)?.description == text)
  }

  @Test(arguments: [
    "", "days", "2", "2days", "two days", "-2 days", "+2 days", "2.5 days", "2 day", "2 fortnights",
    "2  days",
    " 2 days", "2 Days", "99999999999999999999 days",
  ])
  func refuses(_ text: String) { #expect(Period(text) == nil) }

  @Test(arguments: [
    ("2 weeks", "2026-11-21", "2026-12-05"), ("15 days", "2024-02-20", "2024-03-06"),
    ("1 year", "2024-02-29", "2025-02-28"), ("6 months", "2025-08-31", "2026-02-28"),
    ("1 month", "2026-01-31T10:00:00Z", "2026-02-28T10:00:00.000Z"),
    ("1 year", "2024-02-29T23:59:59.999Z", "2025-02-28T23:59:59.999Z"),
    ("1 day", "2026-02-28T10:00:00Z", "2026-03-01T10:00:00.000Z"),
    // Hours and seconds are exact and begin with the first millisecond of a day.
    ("72 hours", "2026-11-21", "2026-11-24T00:00:00.000Z"),
    ("60 s", "1969-12-31T23:59:30Z", "1970-01-01T00:00:30.000Z"),
    ("0 days", "2026-11-21", "2026-11-21"),
  ])
  func after(_ period: String, _ start: String, _ end: String) throws {
    let period = try #require(Period(period))
    #expect(try period.after(Moment(start))?.description == end)
  }

  /// They need the recipient's calendar.
  @Test func businessDaysHaveNoDateHere() throws {
    #expect(try Period(5, .businessDays).after(Moment("2026-11-21")) == nil)
  }

  /// A length that leads past the calendar gives no date; it stops nothing.
  @Test(arguments: Period.Unit.allCases)
  func endsWithTheCalendar(_ unit: Period.Unit) throws {
    for start in ["2026-11-21", "2026-11-21T10:00:00Z"] {
      #expect(try Period(.max, unit).after(Moment(start)) == nil, "\(unit)")
      #expect(try Period(.max / 12, unit).after(Moment(start)) == nil, "\(unit)")
    }
    #expect(try Period(1, .days).after(Moment("9999-12-31")) == nil)
    #expect(try Period(1, .months).after(Moment("9999-12-31")) == nil)
    #expect(try Period(1, .years).after(Moment("9999-06-01T00:00:00Z")) == nil)
    #expect(try Period(30, .days).after(Moment("9999-12-01"))?.description == "9999-12-31")
    #expect(try Period(8000, .years).after(Moment("2026-01-01")) == nil)
  }

  @Test(arguments: [
    (1, Period.Unit.years, "every year", "chaque année"), (1, .months, "every month", "chaque mois"),
    (3, .months, "every 3 months", "tous les 3\u{A0}mois"),
    (2, .weeks, "every 2 weeks", "toutes les 2\u{A0}semaines"),
    (60, .seconds, "every 60 s", "toutes les 60\u{A0}secondes"),
    (1, .businessDays, "every business day", "chaque jour ouvré"),
  ])
  func howOften(_ count: Int, _ unit: Period.Unit, _ english: String, _ french: String) {
    #expect(Period(count, unit).every(.en) == english && Period(count, unit).every(.fr) == french)
  }
}
