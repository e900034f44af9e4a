public import ArgumentParser
import Lineage
import Measures
import Records
public import Regimes

/// `ecluse gate`: what a pipeline calls before it acts.
struct GateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "gate", abstract: say(.helpGate), discussion: say(.helpGateMore))
  }

  @Argument(help: .init(.helpSubject, .valueSubject)) var subject: String
  @Option(help: .init(.helpAction, .valueAction)) var action: Action
  @Option(name: .customLong("where"), help: .init(.helpWhere, .valuePlace)) var place: String?
  @Option(help: .init(.helpDossier, .valueFolder)) var dossier: String?
  @OptionGroup var regime: RegimeOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var time: TimeOptions
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    let gate: GateState
    do {
      let workspace = try source.workspace(
        dossier: try operands(dossier.map { [$0] } ?? [], isDossier: true).dossier, names: [subject],
        packs: regime.packs, time: time, output.lang)
      workspace.remark(output.lang)
      if let place, !workspace.places.contains(code: place) {
        throw Problems([
          Problem(
            .unknownPlace, at: nil, field: "--where", rule: Phrase.unknownPlace.with(.code(place)),
            remedy: Phrase.writePlace.message)
        ])
      }
      let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
      let id = try workspace.ids(named: [subject], kinds: Self.kinds(of: action))[0]
      let packs = try Assessment.packs(regime.regimes, workspace.library, facts)
      Exit.print(workspace.remarks(of: facts, graph, under: packs), output.lang)
      let report = GateReport(
        workspace, facts, graph, of: id, action, in: place ?? GateState.everywhere, packs,
        detail: format == .json ? .facts : .clauses)
      gate = report.gate
      print(
        format == .json
          ? workspace.sealed(report.json).canonical : output.style.text(report.lines(output.style)))
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
    switch gate.state {
    case .open: return
    case .closed: throw ExitCode(Exit.closed)
    case .undetermined: throw ExitCode(Exit.undetermined)
    }
  }
}

extension GateCommand {
  /// The kinds of record of which an action is asked.
  static func kinds(of action: Action) -> Set<String> {
    action.subject == .run ? ["activity", "artifact"] : [action.subject.recordKind, "deployment"]
  }
}

extension Action: ExpressibleByArgument {}
