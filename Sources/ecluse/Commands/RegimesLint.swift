import ArgumentParser
import Measures
import Records
import RecordsIO
import Regimes

extension RegimesCommand {
  /// `ecluse regimes lint`: everything that is wrong in packs.
  struct LintPacks: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "lint", abstract: say(.helpRegimesLint))
    }
    @Argument(help: .init(.helpPackFiles, .valuePackFile)) var files: [String] = []
    @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let (lint, unreadable) = try Workspace.lint(files)
        let report = LintReport(lint: lint, isWhole: unreadable.isEmpty)
        print(format == .json ? report.json.canonical : report.text(output.lang))
        guard unreadable.isEmpty else { throw Problems(unreadable) }
        if !report.mistakes.isEmpty { throw ExitCode(1) }
      } catch let problems as Problems {
        throw Exit.after(problems, output.lang)
      }
    }
  }
}

/// What the linter found, for people and for programs.
struct LintReport {
  let lint: Lint
  /// Whether every file could be read: else nothing is called right.
  var isWhole = true

  var mistakes: [Problem] { lint.findings.filter(\.isMistake).map(\.problem) }
  var remarks: [Problem] { lint.findings.filter { !$0.isMistake }.map(\.problem) }

  /// One line a finding: mistakes, then remarks, then how many of each.
  func text(_ language: Language) -> String {
    var lines = mistakes.map { $0.text(language) }
    if !remarks.isEmpty { lines += [Phrase.lintRemarks.text[language]] + remarks.map { $0.text(language) } }
    let count = Message.Argument.count(lint.packs.count)
    let sum =
      lint.findings.isEmpty && isWhole
      ? Phrase.lintClean.with(count)
      : Phrase.lintFound.with(count, .count(mistakes.count), .count(remarks.count))
    return (lines + [sum.text(language)]).joined(separator: "\n")
  }

  var json: JSON {
    let findings: [JSON] = lint.findings.map(Self.json)
    let regimes: [JSON] = lint.packs.map { JSON.string("\($0.id)@\($0.version)") }
    return .object(["ecluse": .int(1), "regimes": .array(regimes), "findings": .array(findings)])
  }

  private static func json(_ finding: Lint.Finding) -> JSON {
    let problem = finding.problem
    func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    func both(_ message: Message) -> JSON {
      .object(["en": .string(message.text(.en)), "fr": .string(message.text(.fr))])
    }
    let line: JSON = problem.mark.map { .int($0.line) } ?? .null
    return .object([
      "code": .string(problem.code.rawValue), "mistake": .bool(finding.isMistake),
      "file": text(problem.mark?.file), "line": line, "field": text(problem.field),
      "rule": both(problem.rule), "remedy": both(problem.remedy),
    ])
  }
}

extension Workspace {
  /// What the linter finds in the files, or in the packs that ship, and what of the files cannot be read.
  /// - Throws: ``Problems``.
  static func lint(_ files: [String]) throws(Problems) -> (Lint, unreadable: [Problem]) {
    let (vocabulary, places) = (try vocabulary(), try places())
    var texts: [Lint.Text] = []
    var unreadable: [Problem] = []
    func read(_ bytes: () throws(Problems) -> [UInt8], _ name: String) {
      do throws(Problems) {
        let bytes = try bytes()
        texts.append(Lint.Text(try TextFile.tree(bytes, named: name), digest: Digest.sha256(bytes)))
      } catch {
        unreadable += error.list
      }
    }
    for file in files { read({ () throws(Problems) in try TextFile.bytes(file) }, file) }
    if files.isEmpty { for text in ShippedTexts.folder("Packs") { read({ text.bytes }, text.path) } }
    let usesOthers = texts.contains { $0.usesOthers }
    let shipped = files.isEmpty || !usesOthers ? [] : try library().packs
    return (Lint(texts, beside: shipped, vocabulary, places), unreadable)
  }
}
