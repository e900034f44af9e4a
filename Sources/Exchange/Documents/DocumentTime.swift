import Measures

/// Times as other standards write them (RFC 3339).
enum DocumentTime {
  /// A time as every standard takes it: to the second, in UTC.
  static func text(_ instant: Instant) -> String { String(instant.description.prefix(19)) + "Z" }

  /// When something began; midnight is the day.
  static func start(_ text: String?) -> Moment? { moment(text, sinceMidnight: 0) }

  /// When something ended; the last second of a day is the day.
  static func end(_ text: String?) -> Moment? { moment(text, sinceMidnight: 86_399) }

  private static func moment(_ text: String?, sinceMidnight second: Int64) -> Moment? {
    guard let instant = text.flatMap(instant) else { return nil }
    let day = Moment.day(instant.date)
    let isWhole = (instant.milliseconds - day.first.milliseconds) / 1000 == second
    return isWhole ? day : .instant(instant)
  }

  /// Reads a time with any offset and any fraction of a second, of which milliseconds are kept.
  static func instant(_ text: String) -> Instant? {
    let form =
      /(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d{2}):?(\d{2}))?/
    guard let parts = text.wholeMatch(of: form) else { return (try? Moment(text))?.first }
    let fraction = parts.3.map { "." + $0.prefix(3) } ?? ""
    guard let local = try? Moment("\(parts.1)T\(parts.2)\(fraction)Z").first else { return nil }
    guard let sign = parts.4, let hours = parts.5.flatMap({ Int64($0) }),
      let minutes = parts.6.flatMap({ Int64($0) })
    else { return local }
    let offset = (hours * 60 + minutes) * 60_000
    return Instant(milliseconds: local.milliseconds + (sign == "-" ? offset : -offset))
  }
}
