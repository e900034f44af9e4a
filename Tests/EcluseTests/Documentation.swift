import ArgumentParser
import Foundation
import Lineage
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// The documentation says all that there is: kinds, commands, options, errors, members of the JSON; and its
/// examples are read by the program.
@Suite struct Documentation {
  // MARK: What there is has its line

  @Test(arguments: [("docs/records.md", Language.en), ("docs/fr/records.md", .fr)])
  func everyKindAndFieldIsDocumented(_ path: String, _ language: Language) throws {
    let text = try document(path)
    let begin = try #require(text.range(of: KindsReference.begin + "\n"))
    let end = try #require(text.range(of: KindsReference.end))
    let wanted = "\n" + KindsReference(language: language).markdown
    if ProcessInfo.processInfo.environment["ECLUSE_WRITE_REFERENCE"] != nil {
      let written = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: wanted)
      try Data(written.utf8).write(to: URL(filePath: "\(Fixtures.root)/\(path)"))
      return
    }
    let isCurrent = text[begin.upperBound..<end.lowerBound] == wanted
    #expect(isCurrent, "\(path) is out of date; run scripts/reference")
  }

  @Test(arguments: ["docs/commands.md", "docs/fr/commands.md"])
  func everyCommandAndOptionIsDocumented(_ path: String) throws {
    let text = try document(path)
    for (name, command) in Self.commands(Ecluse.self, "ecluse") {
      let section = try #require(Self.section(of: text, titled: "`\(name)`"), "\(path): no section `\(name)`")
      let shared = try #require(Self.section(of: text, titled: "Options"))
      for option in command.helpMessage(columns: 400).matches(of: /--[a-z-]+/).map({ String($0.output) }) {
        let isThere = (section + shared).contains("`\(option)")
        #expect(isThere, "\(path): \(name) has the option \(option), which is not there")
      }
    }
  }

  /// What a pack cites can be looked up: its document, and the code of a settled reading, alone or in a range.
  @Test(arguments: ["docs/sources.md", "docs/fr/sources.md"])
  func everySourceAndSettledReadingIsDocumented(_ path: String) throws {
    let text = try document(path)
    let packs = ShippedTexts.folder("Packs").map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(packs.count > 2)
    for pack in packs {
      for match in pack.matches(of: /document: (?:"([^"]+)"|([^,"}\n]+?)) *[,}]/) {
        let cited = String(match.output.1 ?? match.output.2 ?? "")
        #expect(text.contains("| `\(cited)` |"), "\(path): nothing says what \(cited) is")
      }
    }
    let cited = (packs + (try Self.sources())).joined(separator: "\n")
    var codes = Set(cited.matches(of: /\bA([0-9]{2})\b/).compactMap { Int($0.output.1) })
    for range in cited.matches(of: /\bA([0-9]{2}) to A([0-9]{2})\b/) {
      codes.formUnion(try #require(Int(range.output.1))...(try #require(Int(range.output.2))))
    }
    #expect(codes.count > 15)
    for code in codes.sorted().map({ $0 < 10 ? "A0\($0)" : "A\($0)" }) {
      #expect(text.contains("\n| \(code) |"), "\(path): nothing says what \(code) settles")
    }
  }

  @Test(arguments: ["docs/errors.md", "docs/fr/errors.md"])
  func everyProblemCodeIsDocumented(_ path: String) throws {
    let text = try document(path)
    let sources = try Self.sources()
    let codes = sources.flatMap {
      $0.matches(of: /Self\(rawValue: "([a-z0-9-]+)"\)/).map { String($0.output.1) }
    }
    #expect(codes.count > 20)
    for code in codes {
      let hasLine = text.contains("| `\(code)` |")
      #expect(hasLine, "\(path): the code \(code) has no line")
    }
  }

  @Test func everyMemberOfTheJSONIsDocumented() throws {
    let workspace = try Workspace(dossier: Fixtures.example("seed-world"))
    let asOf = try Moment("2026-11-21").last
    let (facts, graph) = try workspace.graph(asOf: asOf, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: ["meridian", "solstice/training"], regimes: nil, explained: true)
    let convention = try AccountCommand.convention("seed-annex-a", workspace.library)
    let model = try #require(facts.records(of: "artifact").first { $0.id.namespace != "public" })
    let account = try Accountant(graph, convention).account(of: model.id)
    var members = Set(["ecluse", "determinations", "convention", "totals"])
    let gate = GateReport(
      workspace, facts, graph, of: model.id, .deployExternal, in: "FR", workspace.library.packs,
      detail: .facts
    ).json
    let dates = Dates(asOf: asOf, knownAt: nil)
    let plan = try PlanReport(
      Workspace(dossier: Fixtures.example("planned"), dates: dates), model: "aurelia",
      deploy: Moment("2027-04-15"), places: "FR", regimes: nil, convention: nil, dates: dates
    ).json
    let answer = try AnswerFile.answers(
      Array(gate.canonical.replacing("\"closed\"", with: "\"open\"").utf8), named: "a.json")
    let verified = try Verification(answer, workspace).json
    for json in assessment.determinations.map(\.json) + [account.json, gate, plan, verified] {
      members.formUnion(Self.members(of: json))
    }
    let text = try document("docs/json.md")
    for member in members.sorted() {
      let hasLine = text.contains("`\(member)`")
      #expect(hasLine, "docs/json.md: the member \(member) has no line")
    }
  }

  /// docs/json.md says that the two answers about the public record differ in their date and in what began in between,
  /// the laws of California and of Korea, and in nothing else.
  @Test func thePublicRecordIsTheSameOnBothDates() throws {
    let workspace = try Workspace(dossier: nil)
    let begun: Set = ["us-ca-sb53", "kr-ai-basic-act"]
    func bodies(_ day: String) throws -> (begun: [String], others: [String]) {
      let instant = try Moment(day).last
      let (facts, graph) = try workspace.graph(asOf: instant, knownAt: nil)
      let assessment = try Assessment(workspace, facts, graph, names: [], regimes: nil, explained: false)
      func text(_ determinations: [Determination]) -> [String] {
        determinations.map { $0.body.canonical.replacing(instant.description, with: "D") }
      }
      let all = assessment.determinations
      return (
        text(all.filter { begun.contains($0.regime) }), text(all.filter { !begun.contains($0.regime) })
      )
    }
    let (earlier, later) = (try bodies("2025-11-21"), try bodies("2026-11-21"))
    let areEqual = earlier.others == later.others
    #expect(areEqual)
    #expect(earlier.begun.count == later.begun.count && !later.begun.isEmpty)
    let differs = zip(earlier.begun, later.begun).allSatisfy { $0 != $1 }
    #expect(differs)
  }

  /// Parts of the JSON that a pack writes, in the pack's own words.
  private static let writtenByPacks: Set<String> = ["due", "to", "fulfilledBy", "notBefore", "from"]

  private static func members(of json: JSON) -> Set<String> {
    switch json {
    case .object(let members):
      members.reduce(into: Set(members.keys)) { result, member in
        if !writtenByPacks.contains(member.key) { result.formUnion(Self.members(of: member.value)) }
      }
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(Self.members(of: $1)) }
    default: []
    }
  }

  // MARK: Its examples are real

  @Test(arguments: ["docs/records.md", "docs/fr/records.md"])
  func theExampleOfADossierIsRead(_ path: String) throws {
    let blocks = Self.blocks("yaml", in: try document(path)).filter { $0.hasPrefix("- dossier:") }
    #expect(!blocks.isEmpty)
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    for block in blocks {
      let tree = try TextFile.tree(Array(block.utf8), named: path)
      let dossier = try RecordReader.read(
        [tree], places: places, known: try Workspace(dossier: nil).tables.ids)
      #expect(!dossier.records.isEmpty)
      let estimator = Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
      _ = try ComputeGraph(
        Tables(dossier.records).facts(asOf: Moment("2026-11-21").last), estimator: estimator,
        places: Workspace.places())
    }
  }

  @Test(arguments: ["docs/regimes.md", "docs/fr/regimes.md"])
  func theExampleOfAPackIsRead(_ path: String) throws {
    let blocks = Self.blocks("yaml", in: try document(path)).filter { $0.hasPrefix("regime:") }
    #expect(!blocks.isEmpty)
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    let vocabulary = Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
    for block in blocks {
      let tree = try TextFile.tree(Array(block.utf8), named: path)
      let pack = try PackReader.read(tree, digest: "", vocabulary: vocabulary, places: places)
      _ = try RegimeLibrary([pack])
      #expect(!pack.articles.isEmpty)
    }
  }

  @Test func everyCommandInTheDocumentationIsUnderstood() throws {
    for (path, text) in try Self.documents() {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard
          line.hasPrefix("    bin/ecluse ") || line.hasPrefix("bin/ecluse ")
            || line.hasPrefix("$ bin/ecluse ")
        else { continue }
        let arguments = words.drop { !$0.hasSuffix("bin/ecluse") }.dropFirst().prefix {
          !["|", ">", "2>", "2>&1", "&&", "echo"].contains($0)
        }
        .map { $0.hasSuffix(";") ? String($0.dropLast()) : $0 }
        do { _ = try Ecluse.parseAsRoot(arguments) } catch {
          Issue.record("\(path): \(line): \(Ecluse.message(for: error))")
        }
      }
    }
  }

  private static let readmes = [
    "", "Examples/california/", "Examples/planned/", "Examples/safe-harbours/", "Examples/seed-world/",
  ]
  .flatMap { ["\($0)README.md", "\($0)README.fr.md"] }

  /// Each block of `console` in a README is a command after `$` and what the program prints.
  @Test(arguments: readmes)
  func everyTranscriptIsReal(_ path: String) throws {
    let text = try document(path)
    var written = text
    let blocks = Self.blocks("console", in: text)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let command = try #require(block.split(separator: "\n").first?.dropFirst(2))
      let printed = "$ \(command)\n" + (try Self.output(of: String(command)))
      written = written.replacing("```console\n\(block)", with: "```console\n\(printed)")
      let isReal = block == printed
      if ProcessInfo.processInfo.environment["ECLUSE_WRITE_REFERENCE"] == nil {
        #expect(isReal, "\(path): \(command) prints something else now; run scripts/reference")
      }
    }
    if ProcessInfo.processInfo.environment["ECLUSE_WRITE_REFERENCE"] != nil {
      try Data(written.utf8).write(to: URL(filePath: "\(Fixtures.root)/\(path)"))
    }
  }

  /// What a shell prints for a command line of the README, with the program of this build.
  private static func output(of command: String) throws -> String {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
      path: "ecluse"
    ).path()
    let (shell, pipe) = (Process(), Pipe())
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", command.replacing("bin/ecluse", with: program)]
    shell.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    shell.currentDirectoryURL = URL(filePath: Fixtures.root)
    shell.standardOutput = pipe
    try shell.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// What one language has a row or a heading for, the other has too.
  @Test func twinsHaveTheSameRowsAndHeadings() throws {
    let documents = Dictionary(uniqueKeysWithValues: try Self.documents())
    var twins = [("README.md", "README.fr.md")]
    for path in documents.keys.sorted() where path.hasPrefix("docs/fr/") {
      twins.append((path.replacing("docs/fr/", with: "docs/"), path))
    }
    for path in documents.keys.sorted() where path.hasPrefix("Examples/") && path.hasSuffix(".fr.md") {
      twins.append((path.replacing(".fr.md", with: ".md"), path))
    }
    #expect(twins.count > 13)
    for (en, fr) in twins {
      let (english, french) = (Self.outline(documents[en] ?? ""), Self.outline(documents[fr] ?? ""))
      #expect(english == french, "\(en) and \(fr) have not the same rows under the same headings")
    }
  }

  /// Each heading by its level, with the number of rows of tables under it.
  private static func outline(_ text: String) -> [[Int]] {
    var (outline, isCode) = ([[0, 0]], false)
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode else { continue }
      if line.hasPrefix("#") { outline.append([line.prefix { $0 == "#" }.count, 0]) }
      if line.hasPrefix("|") { outline[outline.count - 1][1] += 1 }
    }
    return outline
  }

  @Test func everyLinkLeadsSomewhere() throws {
    for (path, text) in try Self.documents() {
      let folder = URL(filePath: "\(Fixtures.root)/\(path)").deletingLastPathComponent()
      for match in text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) where !match.output.1.contains("://") {
        let target = folder.appending(path: String(match.output.1)).path()
        #expect(FileManager.default.fileExists(atPath: target), "\(path): \(match.output.1) is not there")
      }
    }
  }

  // MARK: Both languages

  @Test func everyPhraseHasBothLanguages() throws {
    let sources = try Self.sources()
    let phrases = sources.flatMap(Self.phrases)
    #expect(
      phrases.count == sources.reduce(0) { $0 + $1.matches(of: /\bPhrase\(\s*"/).count },
      "a phrase that is not two texts")
    for (en, fr) in phrases {
      #expect(!en.isEmpty && !fr.isEmpty)
      #expect(!en.contains(/\p{L}'\p{L}/), "\(en): a straight apostrophe")
      #expect(Self.places(en) == Self.places(fr), "\(en) / \(fr)")
      #expect(Self.mistake(inFrench: fr) == nil, "\(fr): \(Self.mistake(inFrench: fr) ?? "")")
    }
    #expect(phrases.count > 100)
  }

  @Test func everyKindIsDescribedInFrench() {
    for kind in Kinds.all + Kinds.ofLedger {
      for text in [kind.means] + kind.fields.map(\.means) {
        #expect(!text.en.isEmpty && !text.fr.isEmpty)
        #expect(Self.mistake(inFrench: text.fr) == nil, "\(kind.name): \(text.fr)")
      }
    }
  }

  @Test func frenchDocumentsAreSetInFrench() throws {
    for (path, text) in try Self.documents() where path.hasSuffix(".fr.md") || path.hasPrefix("docs/fr/") {
      var isCode = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isCode.toggle() }
        if isCode || line.hasPrefix("    ") || line.hasPrefix("<!--") { continue }
        let mistake = Self.mistake(inFrench: String(line))
        #expect(mistake == nil, "\(path): \(line): \(mistake ?? "")")
      }
    }
  }

  /// What breaks French typography in `text`, outside code between backticks.
  static func mistake(inFrench text: String) -> String? {
    let prose = text.replacing(/`[^`]*`/, with: "").replacing(/\]\([^)]*\)/, with: "]")
    if prose.contains(/[ ][;!?]/) { return "a plain space before ; ! or ?" }
    if prose.contains(/[^\s\u{202F}\u{A0}!?.…(\[|][;!?](?!\w)/) {
      return "no narrow no-break space before ; ! or ?"
    }
    if prose.contains(/« | »/) { return "a plain space inside « »" }
    if prose.contains(/[ ][:%]/) { return "a plain space before : or %" }
    if prose.contains(/\p{L}'\p{L}/) { return "a straight apostrophe" }
    return nil
  }

  private static func places(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{\d\}/).map { String($0.output) })
  }

  /// The pairs of texts in `Phrase("…", "…")`.
  private static func phrases(_ source: String) -> [(String, String)] {
    source.matches(of: /\bPhrase\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)/).map {
      (String($0.output.1), String($0.output.2))
    }
  }

  // MARK: Files

  private func document(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Fixtures.root)/\(path)", encoding: .utf8)
  }

  /// Every Markdown file of the repository that people read.
  private static func documents() throws -> [(String, String)] {
    let examples = try FileManager.default.contentsOfDirectory(atPath: "\(Fixtures.root)/Examples")
    return try (["", "docs", "docs/fr", "docs/decisions"] + examples.map { "Examples/\($0)" }).flatMap {
      folder in
      try FileManager.default.contentsOfDirectory(atPath: "\(Fixtures.root)/\(folder)").sorted()
        .filter { $0.hasSuffix(".md") }.map { name in
          let path = folder.isEmpty ? name : "\(folder)/\(name)"
          return (path, try String(contentsOfFile: "\(Fixtures.root)/\(path)", encoding: .utf8))
        }
    }
  }

  private static func sources() throws -> [String] {
    let folder = "\(Fixtures.root)/Sources"
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try files.sorted().filter { $0.hasSuffix(".swift") }.map { file in
      try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    }
  }

  /// Every command that does something, by its full name.
  private static func commands(
    _ command: any ParsableCommand.Type, _ name: String
  ) -> [(name: String, command: any ParsableCommand.Type)] {
    let parts = command.configuration.subcommands
    guard !parts.isEmpty else { return [(name, command)] }
    return parts.flatMap { commands($0, "\(name) \($0._commandName)") }
  }

  /// The section under the heading that contains `title`.
  private static func section(of text: String, titled title: String) -> String? {
    var lines: [Substring] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") || line.hasPrefix("### ") {
        if isInside { break }
        isInside = line.contains(title)
      }
      if isInside { lines.append(line) }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// The fenced blocks of a language.
  private static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().map { part in
      String(
        part.prefix(
          part.range(of: "\n```").map { part.distance(from: part.startIndex, to: $0.upperBound) - 3 }
            ?? part.count))
    }
  }
}
