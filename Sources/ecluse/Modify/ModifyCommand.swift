import ArgumentParser
import Exchange
import Measures
import Records

/// `ecluse modify BASE`: who changes an open model, did they become its provider, and what else binds.
struct ModifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "modify", abstract: say(.helpModify), discussion: say(.helpModifyMore))
  }

  @Argument(help: .init(.helpModifyBase, .valueModel)) var base: String
  @OptionGroup var effort: Effort
  @Option(help: .init(.helpModifyFrom, .valueDate), transform: TimeOptions.moment) var from: Moment?
  @Option(name: .customLong("where"), help: .init(.helpModifyWhere, .valuePlaces)) var places: String?
  @Option(help: .init(.helpModifySeat, .valuePlace)) var seat: String?
  @Flag(help: .init(.helpNotEstimable)) var notEstimable = false
  @Option(name: .customLong("output"), help: .init(.helpModifyOutput, .valueFile)) var file: String?
  @OptionGroup var regime: RegimeOptions
  @Option(help: .init(.helpAsOf, .valueDate), transform: TimeOptions.moment) var asOf: Moment?
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let today = asOf ?? .day(TimeOptions.today)
      let modification = try Modification(
        of: base, by: effort, from: from, places: places, seat: seat, asOf: today,
        isBaseKnown: !notEstimable, in: output.lang,
        Workspace(dossier: nil, packs: regime.packs))
      let report = try ModifyReport(modification, regimes: regime.regimes, output.style, file: file)
      if let file { try WholeFile.write(modification.text.yaml, to: file) }
      print(format == .json ? report.json.canonical : output.style.text(report.lines))
    } catch {
      throw Exit.after(error, output.lang)
    }
  }
}
