import Glibc
import Measures
import Records

/// Asks questions on a terminal, or reads the answers that somebody prepared, one a line.
struct Questions {
  /// A wrong answer is asked again so often.
  private static let patience = 5

  let style: TextStyle
  /// Where questions go: the answer of the command goes elsewhere.
  private let say: (String) -> Void
  private let next: () -> String?

  init(_ style: TextStyle, say: @escaping (String) -> Void, next: @escaping () -> String?) {
    (self.style, self.say, self.next) = (style, say, next)
  }

  /// Asks until `read` takes the answer. An empty answer is none.
  /// - Parameter read: what the answer is, or why it is none.
  /// - Throws: ``Problems``: nobody answers any more.
  func ask<Answer>(
    _ question: Phrase, options: [String] = [], read: (String) -> Result<Answer, Problems>
  ) throws(Problems) -> Answer? {
    for _ in 0..<Self.patience {
      say(style(style.say(question), .bold))
      for (index, option) in options.enumerated() { say("  \(index + 1)  \(option)") }
      guard let line = next() else { throw Self.unanswered(question) }
      let answer = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if answer.isEmpty { return nil }
      switch read(answer) {
      case .success(let value): return value
      case .failure(let problems): for problem in problems.list { say("  ! " + problem.text(style.language)) }
      }
    }
    throw Self.unanswered(question)
  }

  /// One of these, by its number.
  func choose(_ question: Phrase, _ options: [String]) throws(Problems) -> Int? {
    try ask(question, options: options) { answer in
      guard let number = Int(answer), options.indices.contains(number - 1) else {
        return .failure(
          Problems([
            Problem(
              .unknownWord, at: nil, rule: Phrase.unknownWord.with(.quoted(answer)),
              remedy: Phrase.oneOf.with(.code((1...options.count).map(String.init).joined(separator: ", "))))
          ]))
      }
      return .success(number - 1)
    }
  }

  private static func unanswered(_ question: Phrase) -> Problems {
    Problems([
      Problem(
        .missingField, at: nil, rule: Phrase.newUnanswered.with(.message(question.message)),
        remedy: Phrase.newAnswerIt.message)
    ])
  }
}
