import Measures
import Testing

@Suite struct CivilDateTests {
  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// Every day of the calendar, against a plain count of days.
  @Test func countsEveryDay() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var day = -719_162
    var mistakes = 0
    for year in 1...9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        for dayOfMonth in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
          let date = CivilDate(daysSinceEpoch: day)
          if date.year != year || date.month != month || date.day != dayOfMonth || date.daysSinceEpoch != day
          {
            mistakes += 1
          }
          day += 1
        }
      }
    }
    #expect(mistakes == 0)
    #expect(day == 2_932_897)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1969-12-31", -1),
    ("2000-03-01", 11_017), ("2026-11-21", 20_778),
  ])
  func knownDays(_ text: String, _ days: Int) throws {
    #expect(try date(text).daysSinceEpoch == days)
    #expect(CivilDate(daysSinceEpoch: days).description == text)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "2400-02-29", "0004-02-29"])
  func leapDays(_ text: String) throws { #expect(try date(text).description == text) }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "0000-01-01", "2026-1-01", "2026-01-1", "26-01-01", "2026/01/01", "2026-01-01 ", "+026-01-01",
    "٢٠٢٦-01-01",
    "12026-01-01", "",
  ])
  func noSuchDay(_ text: String) { #expect(CivilDate(text) == nil) }

  /// A day that the month lacks becomes its last.
  @Test(arguments: [
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2024-01-31", 1, "2024-02-29"),
    ("2023-01-31", 1, "2023-02-28"), ("2023-03-31", 1, "2023-04-30"), ("2023-12-15", 1, "2024-01-15"),
    ("2023-11-30", 3, "2024-02-29"), ("2026-11-21", 0, "2026-11-21"), ("2026-01-31", -2, "2025-11-30"),
    ("2026-12-31", 2, "2027-02-28"),
  ])
  func addsMonths(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try date(start).adding(months: months)?.description == end)
  }

  @Test(arguments: [("9999-12-31", 1), ("9999-01-01", 12), ("0001-01-31", -1), ("2026-11-21", Int.max)])
  func endsWithTheYears(_ start: String, _ months: Int) throws {
    #expect(try date(start).adding(months: months) == nil)
  }

  @Test func isOrdered() throws {
    #expect(try date("2025-12-31") < date("2026-01-01"))
    #expect(try date("2026-01-31") < date("2026-02-01"))
    #expect(try !(date("2026-02-01") < date("2026-02-01")))
  }
}
