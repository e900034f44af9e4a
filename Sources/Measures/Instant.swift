/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// Creates an instant.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Whether the instant on the left is earlier.
  public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  /// Milliseconds of a day.
  static let day: Int64 = 86_400_000

  /// The last millisecond of the year 9999.
  static let endOfCalendar: Int64 = 253_402_300_799_999

  /// The day in UTC.
  public var date: CivilDate {
    CivilDate(daysSinceEpoch: Int((milliseconds - (milliseconds < 0 ? Self.day - 1 : 0)) / Self.day))
  }

  /// The next millisecond.
  public var next: Instant { Instant(milliseconds: milliseconds + 1) }
}

extension Instant: CustomStringConvertible {
  /// `2026-11-21T17:58:00.000Z`.
  public var description: String {
    let day = date
    let rest = milliseconds - Int64(day.daysSinceEpoch) * Self.day
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let fraction = rest % 1000
    let padded = String(repeating: "0", count: 3 - String(fraction).count) + String(fraction)
    let clock = "\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1000 % 60))"
    return "\(day)T\(clock).\(padded)Z"
  }
}

/// A date as it was written: a day, or an instant.
public enum Moment: Hashable, Sendable {
  /// A civil day; in facts it is read in UTC.
  case day(CivilDate)
  /// An exact time.
  case instant(Instant)

  /// Reads `2026-11-21` or `2026-11-21T17:58:00Z` (fractions of a second to the millisecond).
  /// - Throws: ``MeasureError`` (`notADate`).
  public init(_ text: String) throws(MeasureError) {
    if let date = CivilDate(text) {
      self = .day(date)
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"),
      let date = CivilDate(String(text.prefix(10))), bytes[13] == 0x3A, bytes[16] == 0x3A
    else { throw MeasureError(.notADate, text) }
    func number(_ range: Range<Int>) throws(MeasureError) -> Int64 {
      guard bytes[range].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        let value = Int64(String(decoding: bytes[range], as: UTF8.self))
      else { throw MeasureError(.notADate, text) }
      return value
    }
    let (hour, minute, second) = (try number(11..<13), try number(14..<16), try number(17..<19))
    var milliseconds: Int64 = 0
    if bytes.count > 20 {
      guard bytes[19] == UInt8(ascii: "."), (22...24).contains(bytes.count) else {
        throw MeasureError(.notADate, text)
      }
      milliseconds = try number(20..<bytes.count - 1)
      for _ in bytes.count..<24 { milliseconds *= 10 }
    }
    guard hour < 24, minute < 60, second < 60 else { throw MeasureError(.notADate, text) }
    let clock = (hour * 3600 + minute * 60 + second) * 1000 + milliseconds
    self = .instant(Instant(milliseconds: Int64(date.daysSinceEpoch) * Instant.day + clock))
  }

  /// The first millisecond.
  public var first: Instant {
    switch self {
    case .day(let date): Instant(milliseconds: Int64(date.daysSinceEpoch) * Instant.day)
    case .instant(let instant): instant
    }
  }

  /// The last millisecond: of a day, the end of that day in UTC.
  public var last: Instant {
    switch self {
    case .day: Instant(milliseconds: first.milliseconds + Instant.day - 1)
    case .instant(let instant): instant
    }
  }
}

extension Moment: CustomStringConvertible {
  /// The day, or the instant.
  public var description: String {
    switch self {
    case .day(let date): date.description
    case .instant(let instant): instant.description
    }
  }
}
