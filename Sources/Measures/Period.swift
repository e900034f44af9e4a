/// A length of time whose unit says the calendar that it runs on.
public struct Period: Hashable, Sendable {
  /// How the period is counted.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    /// Exact seconds.
    case seconds = "s"
    /// Exact hours.
    case hours
    /// Calendar days.
    case days
    /// Monday to Friday without the recipient's holidays.
    case businessDays = "business days"
    /// Seven calendar days each.
    case weeks
    /// Calendar months, clamped to the end of the month.
    case months
    /// Calendar years, clamped to the end of the month.
    case years
  }

  /// How many units.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// Creates a period.
  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// Reads `2 weeks`, `1 year`, `5 business days`, `60 s`.
  public init?(_ text: String) {
    guard let period = try? Period(reading: text) else { return nil }
    self = period
  }

  /// Reads the same, and says why it cannot.
  /// - Throws: ``MeasureError`` (`unknownUnit`, `notANumber`, `overflow`).
  package init(reading text: String) throws(MeasureError) {
    let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let unit = Unit(rawValue: parts[1]) ?? Unit(rawValue: parts[1] + "s") else {
      throw MeasureError(.unknownUnit, text)
    }
    guard !parts[0].isEmpty, parts[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw MeasureError(.notANumber, text)
    }
    guard let count = Int(parts[0]) else { throw MeasureError(.overflow, text) }
    guard count == 1 || unit.rawValue == parts[1] else { throw MeasureError(.unknownUnit, text) }
    self.init(count, unit)
  }

  /// The moment this much after `start`, on the UTC calendar; `nil` past its end, the year 9999. Business
  /// days need the recipient's calendar and give `nil` here.
  public func after(_ start: Moment) -> Moment? {
    switch unit {
    case .seconds: shifted(start.first, by: 1_000)
    case .hours: shifted(start.first, by: 3_600_000)
    case .days: shifted(start, days: count)
    case .weeks: times(7).flatMap { shifted(start, days: $0) }
    case .months: shifted(start, months: count)
    case .years: times(12).flatMap { shifted(start, months: $0) }
    case .businessDays: nil
    }
  }

  private func times(_ factor: Int) -> Int? {
    let (product, overflow) = count.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  private func shifted(_ start: Instant, by unit: Int64) -> Moment? {
    let (length, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
    let (sum, past) = start.milliseconds.addingReportingOverflow(length)
    return overflow || past || sum > Instant.endOfCalendar ? nil : .instant(Instant(milliseconds: sum))
  }

  private func shifted(_ start: Moment, days: Int) -> Moment? {
    // Whole days, so that a day stays a day.
    guard let end = Period(days, .days).shifted(start.first, by: Instant.day) else { return nil }
    guard case .day = start else { return end }
    return .day(end.first.date)
  }

  private func shifted(_ start: Moment, months: Int) -> Moment? {
    let date = start.first.date
    return date.adding(months: months).flatMap {
      shifted(start, days: $0.daysSinceEpoch - date.daysSinceEpoch)
    }
  }
}

extension Period {
  /// `2 weeks`, « 2 semaines ».
  package func text(_ language: Language) -> String {
    guard language == .fr else { return description }
    let (one, several) =
      switch unit {
      case .seconds: ("seconde", "secondes")
      case .hours: ("heure", "heures")
      case .days: ("jour", "jours")
      case .businessDays: ("jour ouvré", "jours ouvrés")
      case .weeks: ("semaine", "semaines")
      case .months: ("mois", "mois")
      case .years: ("an", "ans")
      }
    return "\(count)\u{A0}\(count < 2 ? one : several)"
  }
}

extension Period {
  /// How often: `every 2 weeks`, `every year`; « toutes les 2 semaines », « chaque année ».
  package func every(_ language: Language) -> String {
    let isOne = count == 1 && unit != .seconds
    guard language == .fr else { return "every \(isOne ? String(unit.rawValue.dropLast()) : description)" }
    if isOne { return "chaque \(unit == .years ? "année" : String(text(.fr).drop { !$0.isLetter }))" }
    let isFeminine = [.seconds, .hours, .weeks].contains(unit)
    return "\(isFeminine ? "toutes" : "tous") les \(text(.fr))"
  }
}

extension Period: CustomStringConvertible {
  /// `2 weeks`, `1 year`.
  public var description: String {
    count == 1 && unit != .seconds ? "1 \(unit.rawValue.dropLast())" : "\(count) \(unit.rawValue)"
  }
}

extension Period {
  /// Whether it never ends later than `other` from the same start. What cannot be told, because months differ in length or
  /// business days hide holidays, is not so.
  package func isNoLonger(than other: Period) -> Bool {
    if unit == other.unit { return count <= other.count }
    // A day ends at midnight: so many days are more than as many times 24 hours.
    guard let longest = days(.longest), let shortest = other.days(.shortest) else { return false }
    return (other.unit == .hours ? longest + 100 : longest) <= shortest
  }

  private enum Estimate { case longest, shortest }

  /// How many days it lasts at most or at least, in hundredths; `nil`: not known.
  private func days(_ estimate: Estimate) -> Int? {
    let isLongest = estimate == .longest
    let each: Int? =
      switch unit {
      case .seconds: nil
      case .hours: 0
      case .days: 100
      case .businessDays: isLongest ? nil : 100
      case .weeks: 700
      case .months: isLongest ? 3_100 : 2_800
      case .years: isLongest ? 36_600 : 36_500
      }
    guard let each, count < 1_000_000 else { return nil }
    if unit == .hours { return isLongest ? (count * 100 + 23) / 24 : count * 100 / 24 }
    return count * each
  }
}
