import Ledger
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
  /// Of what it was asked, as its author named it: a dossier, a ledger and its viewer, more packs.
  let source: [String: String]
  /// The log that its facts are of, if they are of one, as it stood.
  let log: StatedAnswer.Log?
  let language: Language

  /// Whether it says that it was made from a ledger.
  var isOfLedger: Bool { log != nil || source["ledger"] != nil }

  private static let sources = ["dossier", "ledger", "viewer", "packs"]

  /// What `assess` was asked.
  init(
    _ names: [String], dossier: String?, _ regime: RegimeOptions, _ time: TimeOptions,
    _ source: SourceOptions, _ ledger: LedgerReading?, _ language: Language
  ) {
    self.names = names
    regimes = regime.regimes
    asOf = time.asOf ?? .day(TimeOptions.today)
    knownAt = time.knownAt
    self.source = [
      "dossier": dossier, "ledger": source.ledger.path, "viewer": source.viewer.viewer, "packs": regime.packs,
    ].compactMapValues { $0 }
    log = ledger?.log
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
      let asOf = tree["asOf"]?.text.flatMap({ try? Moment($0) }),
      let language = tree["lang"]?.text.flatMap(Language.init(rawValue:))
    else { throw Self.unreadable(mark) }
    (self.names, self.asOf, self.language) = (names, asOf, language)
    source = Dictionary(
      uniqueKeysWithValues: Self.sources.compactMap { name in tree[name]?.text.map { (name, $0) } })
    regimes = tree["regimes"]?.text
    log = tree["log"].flatMap { log in
      guard let origin = log["origin"]?.text, let size = log["size"]?.text, let root = log["root"]?.text
      else { return nil }
      return StatedAnswer.Log(origin: origin, size: size, root: root)
    }
    knownAt = tree["knownAt"]?.text.flatMap { try? Moment($0) }
  }

  private static func unreadable(_ mark: Mark) -> Problems {
    Problems([
      Problem(.syntax, at: mark, rule: Phrase.noQuestion.message, remedy: Phrase.answerAgain.message)
    ])
  }

  /// The command that gives the same determinations as data.
  var command: String {
    var words = ["ecluse", "assess"] + (source["dossier"].map { [$0] } ?? []) + names
    for name in ["ledger", "viewer"] { words += source[name].map { ["--\(name)", $0] } ?? [] }
    if let regimes { words += ["--regimes", regimes] }
    if let packs = source["packs"] { words += ["--packs", packs] }
    words += ["--as-of", asOf.description]
    if let knownAt { words += ["--known-at", knownAt.description] }
    return (words + ["--format", "json"]).map(\.quotedForShell).joined(separator: " ")
  }

  /// How a page says it.
  var text: String {
    var members: [String: JSON] = [
      "names": .strings(names), "asOf": .string(asOf.description), "lang": .string(language.rawValue),
    ]
    members.merge(source.mapValues { .string($0) }) { first, _ in first }
    members["log"] = log?.json
    members["regimes"] = regimes.map { .string($0) }
    members["knownAt"] = knownAt.map { .string($0.description) }
    return JSON.object(members).canonical
  }

  /// The page that answers it from these facts.
  func page(_ workspace: Workspace) throws(Problems) -> String {
    let workspace = try workspace.settled(Dates(asOf: asOf.last, knownAt: knownAt?.last))
    let (facts, graph) = try workspace.graph(asOf: asOf.last, knownAt: knownAt?.last)
    let assessment = try Assessment(
      workspace, facts, graph, names: names, regimes: regimes, explained: true)
    return try page(assessment)
  }

  /// The page of an assessment.
  func page(_ assessment: Assessment) throws(Problems) -> String {
    var page = AssessmentPage(assessment, command: command, question: text)
    page.notes = assessment.workspace.pageNotes
    do { return try page.html(language) } catch {
      throw Problems([
        Problem(.syntax, at: nil, rule: Phrase.noPage.message, remedy: Phrase.answerAgain.message)
      ])
    }
  }
}
