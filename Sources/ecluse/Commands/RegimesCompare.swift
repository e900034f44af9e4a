import ArgumentParser
import Exchange
import Measures
import Pages
import Records
import RecordsIO
import Regimes

extension RegimesCommand {
  /// `ecluse regimes compare`: whether one text is at least as strict as another.
  struct Compare: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: say(.helpRegimesCompare), discussion: say(.helpRegimesCompareMore))
    }
    @Argument(help: .init(.helpRegimeStrict, .valueRegime)) var strict: String
    @Argument(help: .init(.helpRegimeOther, .valueRegime)) var other: String
    @Option(name: .customLong("output"), help: .init(.helpCompareOutput, .valueFolder)) var folder: String?
    @OptionGroup var more: PackOptions
    @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let library = try Workspace.library(packs: more.packs)
        let packs = try [strict, other].map { name throws(Problems) in
          try Assessment.packs(named: name, library, field: nil)[0]
        }
        let comparison = PackComparison(
          packs[0], with: packs[1], library: library, places: try Workspace.places(),
          estimator: try Workspace.estimator())
        let report = ComparisonReport(comparison, output.style)
        if let folder { try report.write(to: folder) }
        print(format == .json ? report.json.canonical : output.style.text(report.lines))
      } catch {
        throw Exit.after(error, output.lang)
      }
    }
  }
}

/// What a comparison found, for people and for programs.
struct ComparisonReport {
  private let comparison: PackComparison
  private let style: TextStyle

  init(_ comparison: PackComparison, _ style: TextStyle) {
    (self.comparison, self.style) = (comparison, style)
  }

  private var rules: RuleWords { RuleWords(comparison.other, style.language) }

  var lines: [String] {
    let (strict, other) = (comparison.strict, comparison.other)
    let names = [strict, other].map { Message.Argument.text($0.title) }
    let example = comparison.counterExample
    let answer: Phrase = comparison.isShown ? .asStrict : example == nil ? .strictNotShown : .notAsStrict
    var lines = [style(style.say(Message(answer, names)), .bold), style.say(.strictMeans), ""]
    lines += groups.flatMap { phrase, items in
      items.isEmpty ? [] : [style(style.say(Message(phrase, names)), .bold)] + items.map { "  " + $0 } + [""]
    }
    guard let (item, found) = example else { return lines }
    lines.append(
      style(
        style.say(
          Phrase.counterExample.with(.code(item.article.id), .text(item.article.says), .code(found.place))),
        .bold))
    lines += texts(found).flatMap { name, text in
      ["  " + style(name, .faint)] + text.split(separator: "\n").map { "    \($0)" }
    }
    return lines + ["", style.say(Phrase.counterExampleTry.with(.code(command(found))))]
  }

  /// Each thing that the other text does, by what was found of it.
  private var groups: [(Phrase, [String])] {
    var (covered, counter, open): ([String], [String], [String]) = ([], [], [])
    for item in comparison.items {
      let what = words(item)
      switch item.finding {
      case .covered(let own): covered.append(style.say(Phrase.coveredBy.with(.code(what), .code(own.id))))
      case .counterExample: counter.append(what)
      case .notShown: open.append(what)
      }
    }
    return [(.strictMissing, counter), (.strictOpen, open), (.strictCovered, covered)]
  }

  private func words(_ item: PackComparison.Item) -> String {
    let what =
      item.action.map { style.say(Phrase.closesGate.with(.message($0.phrase.message))) }
      ?? item.duty.map { duty in
        style.say(
          Phrase.asksDuty.with(
            .word(duty.duty), .code(rules.text(.due(duty.due))), .code(rules.text(.recipients(duty.to)))))
      } ?? ""
    return "\(item.article.id): \(what)  \(style(item.article.citation.place(style.language), .faint))"
  }

  /// The files of the facts, each with its name.
  private func texts(_ example: PackComparison.CounterExample) -> [(name: String, text: String)] {
    let remark = style.say(
      Phrase.counterExampleRemark.with(
        .code(comparison.other.id), .code(comparison.strict.id), .code(example.records.day.description)))
    return example.records.trees.enumerated().compactMap { index, tree in
      DossierText(tree, comments: index == 0 ? [remark] : []).map { text in
        (index == 0 ? "facts.yaml" : "of-\(text.namespace).yaml", text.yaml)
      }
    }
  }

  private func command(_ example: PackComparison.CounterExample) -> String {
    "ecluse assess FOLDER \(example.subject) --as-of \(example.records.day) --regimes \(comparison.strict.id),\(comparison.other.id)"
  }

  /// Writes the facts of the first counter-example into a new folder.
  /// - Throws: ``Problems``.
  func write(to folder: String) throws(Problems) {
    guard let (_, example) = comparison.counterExample else { return }
    try WholeFile.makeFolder(folder)
    for (name, text) in texts(example) { try WholeFile.write(text, to: "\(folder)/\(name)") }
  }

  var json: JSON {
    let example = comparison.counterExample
    return .object([
      "ecluse": .int(1), "strict": .string(comparison.strict.id), "other": .string(comparison.other.id),
      "answer": .string(comparison.isShown ? "shown" : example == nil ? "notShown" : "counterExample"),
      "items": .array(
        comparison.items.map { item in
          var members: [String: JSON] = [
            "article": .string(item.article.id), "cite": item.article.citation.json,
          ]
          if let action = item.action { members["action"] = .string(action.jsonWord) }
          if let duty = item.duty { members["duty"] = .string(duty.duty) }
          switch item.finding {
          case .covered(let own):
            members["finding"] = .string("covered")
            members["by"] = .string(own.id)
          case .counterExample: members["finding"] = .string("counterExample")
          case .notShown: members["finding"] = .string("notShown")
          }
          return .object(members)
        }),
      "counterExample": example.map { item, found in
        .object([
          "article": .string(item.article.id), "subject": .string(found.subject.full),
          "where": .string(found.place),
          "asOf": .string(found.records.day.description),
          "files": .object(
            Dictionary(
              texts(found).map { ($0.name, JSON.string($0.text)) }, uniquingKeysWith: { first, _ in first })),
        ])
      } ?? .null,
    ])
  }
}
