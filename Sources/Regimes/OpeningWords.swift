package import Measures
import Records

extension Opening {
  /// A line for people, and what stands below it.
  package struct Line {
    /// What it says.
    package let words: Message
    /// The answer, if it says that of one alone.
    package let answer: Explanation?
    /// Each way, or each part of the only one.
    package var below: [Line] = []
  }

  /// What is said of the articles so `named`; `nil`: of all that close the gate, which need no name.
  fileprivate func lines(_ named: String?) -> [Line] {
    func line(_ phrase: Phrase, _ need: Need) -> Line {
      let answer: Explanation? = if case .answer(let answer) = need { answer.explanation } else { nil }
      return Line(words: phrase.with(.message(need.words)), answer: answer)
    }
    func list(_ needs: [Need], _ first: Phrase, _ other: Phrase) -> [Line] {
      let lines = needs.enumerated().map { line($0.offset == 0 ? first : other, $0.element) }
      return named.map { [Line(words: Phrase.heading.with(.code($0)), answer: nil, below: lines)] } ?? lines
    }
    switch need {
    case .any([]):
      let articles = closers.map(\.article).joined(separator: ", ")
      return [Line(words: Phrase.nothingLifts.with(.code(named ?? articles)), answer: nil)]
    case .any(let ways): return list(ways, .eitherThis, .orThis)
    case .all(let needs): return list(needs, .listed, .andThis)
    case .answer(let answer):
      let words = named.map { Phrase.labelled.with(.code($0), .message(need.words)) }
      return [Line(words: words ?? need.words, answer: answer.explanation)]
    }
  }

  /// As JSON.
  var json: JSON {
    .object([
      "articles": .array(
        closers.map { .object(["regime": .string($0.regime), "article": .string($0.article)]) }),
      "when": need == .impossible ? .null : need.json,
    ])
  }
}

extension [Opening] {
  /// For people, articles by their `name`: a line for each article, and below it the ways or the parts of the only one.
  package func lines(_ name: (Opening.Closer) -> String) -> [Opening.Line] {
    flatMap { $0.lines(named($0, name)) }
  }

  /// The same in one sentence for each article.
  package func sentences(_ name: (Opening.Closer) -> String) -> [Message] {
    map { opening in
      named(opening, name).map { Phrase.labelled.with(.code($0), .message(opening.need.words)) }
        ?? opening.need.words
    }
  }

  /// Where all have one way out, it is not said of which it is.
  private func named(_ opening: Opening, _ name: (Opening.Closer) -> String) -> String? {
    var names: [String] = []
    for name in opening.closers.map(name) where !names.contains(name) { names.append(name) }
    return count == 1 || names.isEmpty ? nil : names.joined(separator: ", ")
  }
}

extension Need {
  /// For people, in one sentence.
  package var words: Message {
    switch self {
    case .answer(let answer): answer.explanation.clause
    case .all(let needs): Self.joined(needs, .needAnd)
    case .any(let needs): Self.joined(needs, .needOr)
    }
  }

  /// What is itself several stands in brackets.
  private static func joined(_ needs: [Need], _ phrase: Phrase) -> Message {
    let words = needs.map { need in
      if case .answer = need { need.words } else { Phrase.inBrackets.with(.message(need.words)) }
    }
    return words.dropFirst().reduce(words.first ?? Phrase.noneOf.message) {
      phrase.with(.message($0), .message($1))
    }
  }

  fileprivate var json: JSON {
    switch self {
    case .answer(let answer): .string(answer.explanation.code)
    case .all(let needs): .object(["allOf": .array(needs.map(\.json))])
    case .any(let needs): .object(["anyOf": .array(needs.map(\.json))])
    }
  }
}
