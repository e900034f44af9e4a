import Measures
import Records
import Regimes

/// The duties of a determination: owed, possible, put off; then what is permitted and what must be kept.
struct DutyTable {
  let templates: Templates
  let words: PageWords
  let names: [GlobalID: String]

  /// The duties on a page.
  init(_ page: AssessmentPage, _ templates: Templates, _ words: PageWords) {
    self.templates = templates
    self.words = words
    names = page.partyNames
  }

  func html(_ determination: Determination) throws(PageError) -> Markup {
    let groups = DutyGroup.groups(determination.obligations)
    let ordered = DutyGroup.order.flatMap { state in groups.filter { $0.first.state == state } }
    var rows = ordered.map { group -> Fields in
      let (item, duty) = (group.first, group.first.duty)
      return [
        "tone": .text(tone(item.state)), "glyph": .text(glyph(item.state)),
        "state": .text(state(item)), "duty": .text(words.word(duty.duty)),
        "by": .text(party(item.party, duty.by)),
        "to": .text(words.list(group.recipients.map(words.recipient))),
        "due": .text(group.due(words.language)),
        "cite": .text(words.citation(duty.citation)), "fulfilledBy": .text(words.filing(duty.fulfilledBy)),
        "content": .text(
          duty.content.isEmpty
            ? ""
            : words.say(
              Phrase.pageContent.with(.code(words.list(duty.content.map { words.item($0, item.terms) }))))),
      ]
    }
    rows += determination.permissions.map { item in
      [
        "tone": .text(item.isGiven ? "is-open" : "is-neutral"), "glyph": .text("v-holds"),
        "state": .text(words.heading(words.say(item.isGiven ? .pagePermitted : .pageWouldPermit))),
        "duty": .text(words.word(item.permission.act)), "by": .text(party(item.party, item.permission.by)),
        "to": .text(words.list(item.to.map(words.recipient))),
        "due": .text(item.permission.notBefore.map(DueWords(words.language, item.terms).notBefore) ?? ""),
        "cite": .text(words.citation(item.permission.citation)),
      ]
    }
    rows += determination.retentions.map { item in
      let from = DueWords(words.language).text(item.retention.from)
      return [
        "tone": .text(tone(item.state)), "glyph": .text(glyph(item.state)),
        "state": .text(state(item)), "duty": .text(words.word(item.retention.what)),
        "by": .text(party(item.party, item.retention.by)),
        "due": .text(
          words.say(Phrase.pageKeepFor.with(item.period.map { .period($0) } ?? .code("?"), .code(from)))),
        "cite": .text(words.citation(item.retention.citation)),
      ]
    }
    return rows.isEmpty ? .none : try templates.fill("duties", ["rows": .list(rows)])
  }

  /// One line for each state of duties; then what is permitted and what must be kept.
  func brief(_ determination: Determination) throws(PageError) -> Markup {
    let groups = DutyGroup.groups(determination.obligations)
    var lines: [Fields] = []
    func add(_ state: String, _ tone: String, _ glyph: String, _ codes: [String]) {
      guard !codes.isEmpty else { return }
      lines.append([
        "tone": .text(tone), "glyph": .text(glyph), "state": .text(state),
        "duties": .text(words.list(codes.map(words.word))),
      ])
    }
    for state in DutyGroup.order {
      let members = groups.filter { $0.first.state == state }
      guard let first = members.first else { continue }
      add(
        self.state(first.first), tone(state), glyph(state),
        members.map(\.first.duty.duty))
    }
    for isGiven in [true, false] {
      add(
        words.heading(words.say(isGiven ? .pagePermitted : .pageWouldPermit)),
        isGiven ? "is-open" : "is-neutral", "v-holds",
        determination.permissions.filter { $0.isGiven == isGiven }.map(\.permission.act))
    }
    for state in DutyGroup.order {
      guard let first = determination.retentions.first(where: { $0.state == state }) else { continue }
      let label = words.heading(words.say(.pageKept))
      add(
        state == .owed ? label : "\(label) · \(self.state(first))", tone(state),
        glyph(state),
        determination.retentions.filter { $0.state == state }.map(\.retention.what))
    }
    return lines.isEmpty ? .none : try templates.fill("dutylines", ["lines": .list(lines)])
  }

  private func state(_ item: Obligation) -> String {
    switch item.state {
    case .owed: words.say(.pageOwed)
    case .possible: words.say(.pagePossible)
    case .wouldOblige: words.heading(words.say(.dutyWould))
    case .wouldBePossible: words.heading(words.say(.dutyWouldBePossible))
    case .deferred:
      [
        words.say(.pageDeferred),
        item.deferredUntil.map { words.say(Phrase.pageUntil.with(.code(words.dates.moment($0)))) },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  private func glyph(_ state: Obligation.State) -> String {
    state == .possible || state == .wouldBePossible ? "v-und" : "i-clock"
  }

  private func tone(_ state: Obligation.State) -> String {
    state == .owed ? "is-closed" : state == .possible ? "is-und" : "is-neutral"
  }

  private func state(_ item: Keeping) -> String {
    switch item.state {
    case .owed: words.heading(words.say(.pageKept))
    case .possible: words.say(.pagePossible)
    case .wouldBePossible: words.heading(words.say(.dutyWouldBePossible))
    case .wouldOblige, .deferred: words.heading(words.say(.dutyWould))
    }
  }

  private func party(_ party: GlobalID?, _ word: String) -> String {
    guard let party else { return words.say(Phrase.pageUnknownParty.with(.word(word))) }
    return names[party] ?? party.description
  }
}
