import ArgumentParser
import Measures
import Records
import Regimes

/// `ecluse check DOSSIER`: reads a dossier and says everything that is wrong with it.
struct Check: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpCheck)) }

  @Argument(help: .init(.helpFolder, .valueFolder)) var dossier: String
  @OptionGroup var time: TimeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let workspace = try Workspace(
        dossier: try operands([dossier], isDossier: true).dossier, dates: time.dates)
      workspace.remark(output.lang)
      let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
      Exit.print(workspace.remarks(of: facts, graph, under: workspace.library.packs), output.lang)
      print(Phrase.nothingWrong.with(.count(workspace.subjectRecords.count)).text(output.lang))
    } catch {
      throw Exit.after(error, output.lang)
    }
  }
}
