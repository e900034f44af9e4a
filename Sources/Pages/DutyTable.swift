import Measures
import Records
import Regimes

/// The duties of a determination: owed, possible, put off.
struct DutyTable {
  let templates: Templates
  let words: PageWords
  let parameters: [String: Parameter]
  let names: [GlobalID: String]

  /// The duties of a determination of a page.
  init(_ page: AssessmentPage, _ determination: Determination, _ templates: Templates, _ words: PageWords) {
    self.templates = templates
    self.words = words
    parameters = page.parameters[determination.regime] ?? [:]
    names = page.partyNames
  }

  /// Duties that differ only in whom they are owed to.
  private struct Group {
    let first: Obligation
    var recipients: [String]
  }

  func html(_ obligations: [Obligation]) throws(PageError) -> Markup {
    guard !obligations.isEmpty else { return .none }
    let due = DueWords(words: words, parameters: parameters)
    return try templates.fill(
      "duties",
      [
        "rows": .list(
          Self.groups(obligations, words).map { group in
            let (item, duty) = (group.first, group.first.duty)
            return [
              "tone": .text(
                item.state == .owed ? "is-closed" : item.state == .possible ? "is-und" : "is-neutral"),
              "glyph": .text(item.state == .possible ? "v-und" : "i-clock"), "state": .text(state(item)),
              "duty": .text(duty.duty), "by": .text(party(item)), "to": .text(words.list(group.recipients)),
              "due": .text(due.text(duty.due)), "cite": .text(words.citation(duty.citation)),
              "fulfilledBy": .text(Self.plain(duty.fulfilledBy)),
              "content": .text(
                duty.content.isEmpty
                  ? "" : words.say(Phrase.pageContent.with(.code(words.list(duty.content))))),
            ]
          })
      ])
  }

  /// One line for each state.
  func brief(_ obligations: [Obligation]) throws(PageError) -> Markup {
    guard !obligations.isEmpty else { return .none }
    let groups = Self.groups(obligations, words)
    var lines: [Fields] = []
    for state in Self.order {
      let members = groups.filter { $0.first.state == state }
      guard let first = members.first else { continue }
      lines.append([
        "tone": .text(state == .owed ? "is-closed" : state == .possible ? "is-und" : "is-neutral"),
        "glyph": .text(state == .possible ? "v-und" : "i-clock"), "state": .text(self.state(first.first)),
        "duties": .text(words.list(members.map(\.first.duty.duty))),
      ])
    }
    return try templates.fill("dutylines", ["lines": .list(lines)])
  }

  /// What is owed comes first.
  private static let order: [Obligation.State] = [.owed, .wouldOblige, .possible, .deferred]

  private static func groups(_ obligations: [Obligation], _ words: PageWords) -> [Group] {
    var groups: [Group] = []
    for item in obligations {
      let index = groups.firstIndex {
        let other = $0.first
        return other.article == item.article && other.duty == item.duty && other.state == item.state
          && other.party == item.party && other.deferredUntil == item.deferredUntil
      }
      if let index {
        groups[index].recipients.append(words.recipient(item.to))
      } else {
        groups.append(Group(first: item, recipients: [words.recipient(item.to)]))
      }
    }
    return order.flatMap { state in groups.filter { $0.first.state == state } }
  }

  private func state(_ item: Obligation) -> String {
    switch item.state {
    case .owed: words.say(.pageOwed)
    case .possible: words.say(.pagePossible)
    case .wouldOblige: words.heading(words.say(.dutyWould))
    case .deferred:
      [
        words.say(.pageDeferred),
        item.deferredUntil.map { words.say(Phrase.pageUntil.with(.code(words.dates.moment($0)))) },
      ].compactMap { $0 }.joined(separator: " ")
    }
  }

  private func party(_ item: Obligation) -> String {
    guard let party = item.party else { return words.say(Phrase.pageUnknownParty.with(.code(item.duty.by))) }
    return names[party] ?? party.description
  }

  private static func plain(_ json: JSON) -> String {
    if case .string(let word) = json { return word }
    return json == .null ? "" : json.canonical
  }
}
