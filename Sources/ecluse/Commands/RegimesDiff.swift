import ArgumentParser
import Measures
import Pages
import Records
import Regimes

extension RegimesCommand {
  /// `ecluse regimes diff`: what two texts say differently, in words.
  struct Diff: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpRegimesDiff)) }
    @Argument(help: .init(.helpRegimeBefore, .valueRegime)) var before: String
    @Argument(help: .init(.helpRegimeAfter, .valueRegime)) var after: String
    @OptionGroup var more: PackOptions
    @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
    @OptionGroup var output: OutputOptions

    func run() throws {
      do {
        let packs = try PackOperands(more.packs)
        let difference = PackDifference(try packs[before], try packs[after])
        if format == .json {
          print(difference.json.canonical)
        } else {
          print(output.style.text(Self.lines(difference, output.style)))
        }
      } catch {
        throw Exit.after(error, output.lang)
      }
    }

    private static func lines(_ difference: PackDifference, _ style: TextStyle) -> [String] {
      let names = [difference.old, difference.new].map {
        style($0.title[style.language], .bold) + style("  \($0.id) \($0.version)", .faint)
      }
      return [names[0], "→ " + names[1], ""]
        + DifferenceText(difference, style.language).lines.map { line in
          String(repeating: "  ", count: line.depth) + (line.isHeading ? style(line.text, .bold) : line.text)
        }
    }
  }
}

/// Packs that a command names: by id, by id and version, or by the file of one that is not there yet.
struct PackOperands {
  private let folder: String?
  private let library: RegimeLibrary

  /// - Throws: ``Problems``.
  init(_ folder: String?) throws(Problems) {
    self.folder = folder
    library = try Workspace.library(packs: folder)
  }

  /// The pack of that name, or in that file.
  subscript(name: String) -> RegimePack {
    get throws(Problems) {
      guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
        return try Assessment.packs(named: name, library, field: nil)[0]
      }
      return try Workspace.pack(file: name)
    }
  }
}
