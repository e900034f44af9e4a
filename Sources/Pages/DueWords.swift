package import Measures
package import Records
package import Regimes

/// Says when a duty is due, from the grammar of `due`; dates are computed elsewhere.
package struct DueWords {
  private let words: PageWords
  /// The parameters of the regime, if its pack is at hand.
  private let parameters: [String: Parameter]

  package init(_ language: Language, parameters: [String: Parameter]) {
    words = PageWords(language)
    self.parameters = parameters
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
    if members["every"] != nil { return say(.dueEvery, "every", "from") }
    if members["promptly"] != nil { return say(.duePromptly, "promptly") }
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

  /// An event, a period, or a parameter with its value in the text.
  private func event(_ json: JSON) -> String {
    switch json {
    case .string(let word):
      word.hasPrefix("$") ? named(String(word.dropFirst())) : Words.event(word, words.language)
    case .object: text(json)
    default: json.canonical
    }
  }

  private func named(_ name: String) -> String {
    guard let parameter = parameters[name] else { return Words.parameter(name)[words.language] }
    let value: String
    switch parameter.content {
    case .period(let period): value = period.text(words.language)
    case .moment(let moment): value = words.dates.moment(moment)
    case .quantity(let quantity): value = words.numbers.quantity(quantity.value, quantity.dimension)
    case .place, .derived, .required: return Words.parameter(name)[words.language]
    }
    // What a record may change is shown with its name, because another value may be in force.
    guard parameter.mayChange != nil else { return value }
    return words.say(Phrase.dueNamed.with(.text(Words.parameter(name)), .code(value)))
  }
}
