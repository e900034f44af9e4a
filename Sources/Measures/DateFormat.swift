/// How days and instants are written for people in one language.
package struct DateFormat {
  let language: Language

  /// The format of `language`.
  package init(_ language: Language) { self.language = language }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
  private static let mois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]

  /// `21 November 2026`, « 1ᵉʳ août 2026 ».
  package func day(_ date: CivilDate) -> String {
    let day = language == .fr && date.day == 1 ? "1ᵉʳ" : String(date.day)
    let month = (language == .en ? Self.months : Self.mois)[date.month - 1]
    return "\(day)\u{00A0}\(month) \(date.year)"
  }

  /// The day and the time of day; the last millisecond of a day is its end.
  package func instant(_ instant: Instant) -> String {
    let date = day(instant.date)
    if Moment.day(instant.date).last == instant {
      return Phrase.pageEndOfDay.with(.code(date)).text(language)
    }
    let clock = instant.description.dropFirst(11).prefix(5).split(separator: ":").joined(separator: separator)
    return Phrase.pageAtTime.with(.code(date), .code(clock)).text(language)
  }

  private var separator: String { language == .en ? ":" : "\u{00A0}h\u{00A0}" }

  /// A day, or an instant; the first and the last millisecond of a day are written as that day.
  package func brief(_ moment: Moment) -> String {
    let whole = Moment.day(moment.first.date)
    return moment.first == whole.first || moment.last == whole.last
      ? day(moment.first.date) : self.moment(moment)
  }

  /// A day, or an instant.
  package func moment(_ moment: Moment) -> String {
    switch moment {
    case .day(let date): day(date)
    case .instant(let instant): self.instant(instant)
    }
  }
}
