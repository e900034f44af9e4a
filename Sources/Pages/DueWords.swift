package import Measures
package import Records
package import Regimes

/// Says when a duty is due, from the grammar of `due`; dates are computed elsewhere.
package struct DueWords {
  private let words: PageWords
  /// The parameters that the clock names.
  private let terms: [Term]

  package init(_ language: Language, _ terms: [Term] = []) {
    words = PageWords(language)
    self.terms = terms
  }

  /// When something is due.
  package func text(_ due: JSON) -> String {
    switch due {
    case .string("standing"): words.say(.dueStanding)
    case .object(let members): text(members) ?? due.canonical
    default: event(due)
    }
  }

  /// The earliest day of something that is allowed.
  package func notBefore(_ due: JSON) -> String {
    guard case .object(let members) = due, let period = members["within"], let from = members["from"] else {
      return words.say(Phrase.dueNotBefore.with(.code(text(due))))
    }
    return words.say(Phrase.dueNotBeforeAfter.with(.code(event(period)), .code(event(from))))
  }

  private func text(_ members: [String: JSON]) -> String? {
    func say(_ phrase: Phrase, _ keys: String...) -> String {
      words.say(Message(phrase, keys.map { .code(members[$0].map(event) ?? "?") }))
    }
    if members["within"] != nil { return say(.dueWithin, "within", "from") }
    if members["ahead"] != nil { return say(.dueAhead, "ahead", "of") }
    if let every = members["every"], let from = members["from"] {
      return words.say(Phrase.dueEvery.with(.code(often(every)), .code(event(from))))
    }
    if members["promptly"] != nil { return say(.duePromptly, "promptly") }
    if members["without-undue-delay"] != nil { return say(.dueWithoutUndueDelay, "without-undue-delay") }
    if members["while"] != nil { return say(.dueWhile, "while") }
    if members["at"] != nil { return say(.dueAt, "at") }
    if members["date"] != nil { return say(.dueOn, "date") }
    if members["each"] != nil { return say(.dueEach, "each") }
    for (key, phrase) in [("earliest", Phrase.dueEarliest), ("latest", Phrase.dueLatest)] {
      guard case .array(let parts)? = members[key] else { continue }
      if key == "earliest", Set(parts) == [.string("condition-met"), .string("condition-foreseen")] {
        return words.say(Phrase.dueMetOrForeseen.message)
      }
      return words.say(phrase.with(.code(words.list(parts.map(text)))))
    }
    return nil
  }

  /// An event, a period, or a parameter.
  private func event(_ json: JSON) -> String {
    switch json {
    case .string(let word):
      word.hasPrefix("$") ? named(String(word.dropFirst())) : Words.event(word, words.language)
    case .object: text(json)
    case .array(let events): words.either(events.map(event))
    default: json.canonical
    }
  }

  /// How often: each period, or what a parameter says of it.
  private func often(_ json: JSON) -> String {
    guard case .string(let word) = json, word.hasPrefix("$") else { return event(json) }
    let name = String(word.dropFirst())
    guard terms.contains(where: { $0.name == name && $0.period != nil }) else {
      return words.say(Phrase.dueEveryUnset.with(.text(Words.parameter(name))))
    }
    return named(name) { $0.every(words.language) }
  }

  private func named(_ name: String) -> String { named(name) { $0.text(words.language) } }

  /// The value of a parameter; of one that a record set, with its name, and of one that nobody set, that it is not known.
  private func named(_ name: String, _ say: (Period) -> String) -> String {
    let term = terms.first { $0.name == name }
    let value = term?.period.map(say) ?? term?.moment.map(words.dates.moment)
    let title = Message.Argument.text(Words.parameter(name))
    guard let value else { return words.say(Phrase.dueUnset.with(title)) }
    return term?.setBy.isEmpty == false ? words.say(Phrase.dueSet.with(title, .code(value))) : value
  }
}
