import Measures
import Pages
import Records
import Regimes

/// The question that a page answers, as the page itself says it: so that it can be made again.
struct PageQuestion {
  let names: [String]
  let regimes: String?
  let asOf: Moment
  let knownAt: Moment?
  /// The command that the page shows.
  let command: String
  let language: Language

  /// What `assess` was asked.
  init(
    _ names: [String], _ operands: [String], _ regime: RegimeOptions, _ time: TimeOptions,
    _ source: SourceOptions, _ language: Language
  ) {
    self.names = names
    regimes = regime.regimes
    asOf = time.asOf ?? .day(TimeOptions.today)
    knownAt = time.knownAt
    command = ShellCommand.again(operands, regime, time, source)
    self.language = language
  }

  /// Reads the question out of a page.
  /// - Throws: ``Problems``: the page says none.
  init(page bytes: [UInt8], file: String) throws(Problems) {
    let start = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    let mark = Mark(file: file, line: 0)
    guard let match = start.firstMatch(of: /<meta name="ecluse-question" content="([^"]*)">/) else {
      throw Self.unreadable(mark)
    }
    let text = String(match.1).replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing(
      "&lt;", with: "<"
    ).replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let tree = try JSONReader.read(Array(text.utf8), file: file)
    guard let names = tree["names"]?.elements?.compactMap(\.text),
      let asOf = tree["asOf"]?.text.flatMap({ try? Moment($0) }), let command = tree["command"]?.text,
      let language = tree["lang"]?.text.flatMap(Language.init(rawValue:))
    else { throw Self.unreadable(mark) }
    (self.names, self.asOf, self.command, self.language) = (names, asOf, command, language)
    regimes = tree["regimes"]?.text
    knownAt = tree["knownAt"]?.text.flatMap { try? Moment($0) }
  }

  private static func unreadable(_ mark: Mark) -> Problems {
    Problems([
      Problem(.syntax, at: mark, rule: Phrase.noQuestion.message, remedy: Phrase.answerAgain.message)
    ])
  }

  /// How a page says it.
  var text: String {
    var members: [String: JSON] = [
      "names": .strings(names), "asOf": .string(asOf.description), "command": .string(command),
      "lang": .string(language.rawValue),
    ]
    members["regimes"] = regimes.map { .string($0) }
    members["knownAt"] = knownAt.map { .string($0.description) }
    return JSON.object(members).canonical
  }

  /// The page that answers it from these facts.
  func page(_ workspace: Workspace) throws(Problems) -> String {
    let (facts, graph) = try workspace.graph(asOf: asOf.last, knownAt: knownAt?.last)
    let assessment = try Assessment(
      workspace, facts, graph, names: names, regimes: regimes, explained: true)
    return try page(assessment)
  }

  /// The page of an assessment.
  func page(_ assessment: Assessment) throws(Problems) -> String {
    do { return try AssessmentPage(assessment, command: command, question: text).html(language) } catch {
      throw Problems([
        Problem(.syntax, at: nil, rule: Phrase.noPage.message, remedy: Phrase.answerAgain.message)
      ])
    }
  }
}
