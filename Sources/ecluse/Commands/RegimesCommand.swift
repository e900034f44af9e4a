import ArgumentParser
import Lineage
import Measures
import Pages
import Records
import Regimes

/// `ecluse regimes`: the regimes that ship with the program, and what is wrong in packs.
struct RegimesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "regimes", abstract: say(.helpRegimes),
      subcommands: [List.self, Show.self, Diff.self, Compare.self, Impact.self, LintPacks.self],
      defaultSubcommand: List.self)
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpRegimesList)) }
    @OptionGroup var more: PackOptions
    @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let library = try Workspace.library(packs: more.packs)
        let style = output.style
        if format == .json {
          print(JSON.object(["ecluse": .int(1), "regimes": .array(library.packs.map(\.summary))]).canonical)
          return
        }
        var table = TextTable([.left, .left, .left, .left, .left, .left])
        for pack in library.packs {
          table.add(
            [
              pack.id, pack.version, style.word(pack.status.rawValue), style.word(pack.jurisdiction),
              pack.title[style.language], style.say(Phrase.articleCount.with(.count(pack.articles.count))),
            ], [.bold, .faint, .water, nil, nil, .faint])
        }
        print(style.text(table.lines(style)))
      } catch {
        throw Exit.after(error, output.lang)
      }
    }
  }

  struct Show: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpRegimesShow)) }
    @Argument(help: .init(.helpRegimeName, .valueRegime)) var id: String
    @OptionGroup var more: PackOptions
    @Option(help: .init(.helpFormat, .valueFormat)) var format: PageFormat = .text
    @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var file: String?
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let pack = try Assessment.packs(named: id, Workspace.library(packs: more.packs), field: nil)[0]
        try WholeFile.write(text(pack) + "\n", to: file)
      } catch {
        throw Exit.after(error, output.lang)
      }
    }

    private func text(_ pack: RegimePack) throws(Problems) -> String {
      switch format {
      case .text: output.style.text(RegimeText(pack: pack, style: output.style).lines)
      case .json: JSON.object(["ecluse": .int(1), "regime": pack.summary]).canonical
      case .html: try LawPage(.init(pack, output.lang)).text()
      }
    }
  }
}

extension LawPage {
  /// The page.
  /// - Throws: ``Problems``: a defect of the program.
  fileprivate func text() throws(Problems) -> String {
    do { return try html() } catch {
      throw Problems([
        Problem(.syntax, at: nil, rule: Phrase.noPage.message, remedy: Phrase.answerAgain.message)
      ])
    }
  }
}

extension RegimePack {
  /// What the regime is, with its parameters and articles.
  var summary: JSON {
    .object([
      "id": .string(id), "version": .string(version), "status": .string(status.rawValue),
      "jurisdiction": .string(jurisdiction),
      "title": .object(["en": .string(title.en), "fr": .string(title.fr)]), "digest": .string(digest),
      "parameters": .array(
        parameters.values.sorted { $0.name < $1.name }.map { parameter in
          .object([
            "name": .string(parameter.name), "value": .string(parameter.content.written ?? "required"),
            "cite": parameter.citation.json,
            "context": .bool(parameter.isContext), "example": .bool(parameter.isExample),
          ])
        }),
      "articles": .array(
        articles.map { article in
          .object([
            "id": .string(article.id), "appliesTo": .string(article.appliesTo.rawValue),
            "cite": article.citation.json,
            "says": .object(["en": .string(article.says.en), "fr": .string(article.says.fr)]),
          ])
        }),
    ])
  }
}
