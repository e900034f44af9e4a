import Measures
import Pages
import Records
import Regimes

/// One determination for people.
struct DeterminationText {
  let determination: Determination
  /// Who develops the subject, if that is known.
  let developer: GlobalID?
  let style: TextStyle

  init(
    _ determination: Determination, developer: GlobalID?, _ style: TextStyle
  ) {
    self.determination = determination
    self.developer = developer
    self.style = style
  }

  /// The regime, and why it binds or does not.
  var head: String {
    let why = determination.why(
      naming: developer?.description, subject: determination.subject.description)
    return "    " + style(determination.title[style.language], .water)
      + style("  \(determination.regime) \(determination.version) · \(style.say(why))", .faint)
  }

  /// What follows: tier, classes, gates, duties.
  var answer: [String] {
    (determination.tier.map { ["      " + style.say($0.words)] } ?? [])
      + classes + GateText(determination, style).lines + duties
  }

  /// How far the subject is from each threshold, what a reader must know of that, and until when it stands.
  var figures: [String] {
    var lines = headroom
    for remark in determination.remarks { lines.append("      ! " + remark.message.text(style.language)) }
    if let instant = determination.changesAt {
      lines.append(
        style("      " + Phrase.changesAt.with(.date(.instant(instant))).text(style.language), .faint))
    }
    return lines
  }

  private var classes: [String] {
    var table = TextTable([.left, .left, .left])
    for item in determination.classes {
      let citation =
        item.because.parts.first { $0.verdict == item.verdict }?.citation
        ?? item.because.parts.first?.citation
      table.add(
        [
          style.say(Phrase.heading.with(.word(item.name.name))), style.say(item.verdict.phrase),
          citation.map(style.source) ?? "",
        ],
        [nil, item.verdict.tone, .faint])
    }
    return table.lines(style, indent: 6)
  }

  /// Duties, what is permitted and what is kept, in one table.
  private var duties: [String] {
    var table = TextTable([.left, .left, .left, .left, .left])
    addObligations(to: &table)
    addPermissions(to: &table)
    addRetentions(to: &table)
    return table.lines(style, indent: 6)
  }

  private func addObligations(to table: inout TextTable) {
    for group in DutyGroup.groups(determination.obligations) {
      let item = group.first
      let state = style.say(item.state.words(until: item.deferredUntil))
      table.add(
        [
          style.word(item.duty.duty),
          "→ \(group.recipients.map { $0.word(style) }.joined(separator: ", "))", state,
          item.duty.citation.place(style.language), group.due(style.language),
        ],
        [nil, nil, item.state == .owed ? .bold : .undetermined, .faint, .faint])
    }
  }

  private func addPermissions(to table: inout TextTable) {
    for item in determination.permissions {
      table.add(
        [
          style.word(item.permission.act), "→ \(item.to.map { $0.word(style) }.joined(separator: ", "))",
          style.say(item.isGiven ? .pagePermitted : .pageWouldPermit),
          item.permission.citation.place(style.language),
          item.permission.notBefore.map(DueWords(style.language, item.terms).notBefore) ?? "",
        ], [nil, nil, .faint, .faint, .faint])
    }
  }

  private func addRetentions(to table: inout TextTable) {
    for item in determination.retentions {
      let state: Phrase =
        switch item.state {
        case .owed: .dutyOwed
        case .possible: .dutyPossible
        case .wouldBePossible: .dutyWouldBePossible
        case .wouldOblige, .deferred: .dutyWould
        }
      let period = Phrase.pageKeepFor.with(
        item.period.map { .period($0) } ?? .code("?"),
        .code(DueWords(style.language).text(item.retention.from)))
      table.add(
        [
          style.word(item.retention.what), style.say(.keptBy), style.say(state),
          item.retention.citation.place(style.language), style.say(period),
        ], [nil, nil, item.state == .owed ? .bold : .undetermined, .faint, .faint])
    }
  }

  private var headroom: [String] {
    var table = TextTable([.left, .left, .right, .left])
    for item in determination.headroom {
      table.add(
        [
          style.say(Phrase.labelled.with(.code(item.article), .message(item.words))),
          style.bounds(item.bounds, item.dimension, against: [item.threshold]),
          style.numbers.quantity(item.threshold, item.dimension, beside: item.bounds), distance(item),
        ], [.faint, nil, .water, .faint])
    }
    return table.lines(style, indent: 6)
  }

  /// How far the quantity is from the threshold, in words.
  private func distance(_ item: Headroom) -> String {
    switch (item.verdict, item.comparator.growsWithQuantity) {
    // What must stay under the line is past it where the comparison fails.
    case (.holds, true), (.fails, false): return style.say(.reached)
    case (.holds, false): return style.say(.within)
    case (.cannotBeExcluded, _):
      let left = item.left.map { style.say(Phrase.left.with(.amount($0, item.dimension))) }
      return [style.say(.mayBePassed), left].compactMap(\.self).joined(separator: " · ")
    case (.fails, true): break
    }
    guard let high = item.bounds.high, high > .zero, let factor = try? item.threshold.divided(by: high) else {
      return style.say(.within)
    }
    let times = rounded(factor)
    if times == .one { return style.say(high == item.threshold ? .atThreshold : .justBelow) }
    return Phrase.timesBelow.with(.code(style.numbers.scientific(times))).text(style.language)
  }

  private func rounded(_ value: Ratio) -> Ratio {
    guard value < Ratio(100), let tenths = try? value.multiplied(by: Ratio(10)).rounded(.down),
      let result = try? Ratio(tenths, over: 10)
    else { return Ratio(value.rounded(.down)) }
    return result
  }
}

extension Obligation.State {
  /// How a duty stands; one that is put off, until when.
  func words(until deferral: Moment?) -> Message {
    switch self {
    case .owed: Phrase.dutyOwed.message
    case .possible: Phrase.dutyPossible.message
    case .wouldOblige: Phrase.dutyWould.message
    case .wouldBePossible: Phrase.dutyWouldBePossible.message
    case .deferred: Phrase.dutyDeferred.with(deferral.map { .date($0) } ?? .code("?"))
    }
  }
}

extension JSON {
  /// A recipient in few words.
  func word(_ style: TextStyle) -> String {
    switch self {
    case .string(let text): style.say(Path(text).words)
    case .object(let members):
      [members["role"]?.word(style), members["jurisdiction"].map { "(\($0.word(style)))" }].compactMap { $0 }
        .joined(separator: " ")
    default: canonical
    }
  }
}
