import Measures
import Records
import RecordsIO
import Regimes

/// A file that `assess`, `gate` or `account` wrote as JSON.
enum AnswerFile {
  /// At most this many bytes: the answer about the whole public record has a third of it.
  static let maximumSize = 512 << 20

  /// The answers in the file at `path`.
  /// - Throws: ``Problems`` with everything in it that cannot be read.
  static func answers(_ path: String) throws(Problems) -> [StatedAnswer] {
    try answers(TextFile.bytes(path, atMost: maximumSize), named: path)
  }

  static func answers(_ bytes: [UInt8], named path: String) throws(Problems) -> [StatedAnswer] {
    var answers: [StatedAnswer] = []
    var problems: [Problem] = []
    var count = 0
    let list = "determinations"
    let rest = try JSONReader.answer(bytes, file: path, elementsOf: list) { json, mark throws(Problems) in
      do throws(Problems) {
        answers.append(try StatedAnswer(determination: json, at: mark, "\(list)[\(count)]"))
      } catch {
        problems += error.list
      }
      count += 1
    }
    let mark = Mark(file: path, line: 1)
    let whole = StatedMember(rest, mark, "")
    let isOne = !whole.has(list)
    if whole.has("ecluse") || whole.has(list) || whole.has("gate") || whole.has("convention") {
      let version = try whole.number("ecluse")
      guard version == 1 else {
        throw refused(.newerVersion, Phrase.newerAnswer.with(.count(version)), .takeNewer, mark)
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    if whole.has("convention") { return try accounts(whole, at: mark) }
    if whole.has("gate") { return [try StatedAnswer(gate: rest, at: mark)] }
    if isOne, whole.has("body") || whole.has("regime") {
      return [try StatedAnswer(determination: rest, at: mark, "")]
    }
    _ = isOne ? [] : try whole.elements(list)
    guard !answers.isEmpty else { throw refused(.missingField, Phrase.noAnswer.message, .answerAgain, mark) }
    try refuse(whole.keys.filter { $0 != list && $0 != "ecluse" }, at: mark)
    return answers
  }

  private static func accounts(_ whole: StatedMember, at mark: Mark) throws(Problems) -> [StatedAnswer] {
    let inputs = try whole["inputs"]
    try refuse(
      Set(whole.keys).subtracting(["ecluse", "convention", "asOf", "totals", "inputs"]).sorted()
        + Set(inputs.keys).subtracting(["knownAt", "pack", "log", "viewer"]).sorted(), at: mark)
    var answers: [StatedAnswer] = []
    for (index, total) in try whole.values("totals").enumerated() {
      answers.append(try StatedAnswer(account: total, of: whole, at: mark, "totals[\(index)]"))
    }
    guard !answers.isEmpty else { throw refused(.missingField, Phrase.noAnswer.message, .answerAgain, mark) }
    return answers
  }

  /// What this program does not know, it cannot make again.
  private static func refuse(_ keys: [String], at mark: Mark) throws(Problems) {
    guard keys.isEmpty else {
      throw Problems(
        keys.map { key in
          Problem(
            .unknownField, at: mark, field: key, rule: Phrase.unknownMember.with(.quoted(key)),
            remedy: Phrase.takeNewer.message)
        })
    }
  }

  private static func refused(
    _ code: Problem.Code, _ rule: Message, _ remedy: Phrase, _ mark: Mark
  ) -> Problems {
    Problems([Problem(code, at: mark, rule: rule, remedy: remedy.message)])
  }
}
