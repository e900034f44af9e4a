import ArgumentParser
import Lineage
import Measures
import Records
import Regimes

/// `ecluse plan MODEL --deploy DATE --where PLACES [DOSSIER]`: what a plan leads to.
struct PlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "plan", abstract: say(.helpPlan))
  }

  @Argument(help: .init(.helpPlanModel, .valueModel)) var model: String
  @Argument(help: .init(.helpVerifyDossier, .valueFolder)) var dossier: String?
  @Option(help: .init(.helpDeploy, .valueDate), transform: TimeOptions.moment) var deploy: Moment
  @Option(name: .customLong("where"), help: .init(.helpPlanWhere, .valuePlaces)) var places: String
  @Option(help: .init(.helpPlanConvention, .valueConvention)) var convention: String?
  @OptionGroup var regime: RegimeOptions
  @OptionGroup var time: TimeOptions
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let workspace = try Workspace(
        dossier: try operands(dossier.map { [$0] } ?? [], isDossier: true).dossier, names: [model],
        packs: regime.packs, dates: time.dates)
      workspace.remark(output.lang)
      let report = try PlanReport(
        workspace, model: model, deploy: deploy, places: places, regimes: regime.regimes,
        convention: convention, dates: time.dates)
      print(
        format == .json ? report.json.canonical : output.style.text(report.lines(output.style)))
    } catch {
      throw Exit.after(error, output.lang)
    }
  }
}
