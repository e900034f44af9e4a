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
  @OptionGroup var time: TimeOptions
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    let gate: GateState
    do {
      let workspace = try Workspace(dossier: dossier, names: [subject], packs: regime.packs)
      if let place, !workspace.places.contains(code: place) {
        throw Problems([
          Problem(
            .unknownPlace, at: nil, field: "--where", rule: Phrase.unknownPlace.with(.code(place)),
            remedy: Phrase.writePlace.message)
        ])
      }
      let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
      let kinds: Set<String> =
        action.subject == .run ? ["activity", "artifact"] : [action.subject.recordKind, "deployment"]
      let id = try workspace.ids(named: [subject], kinds: kinds)[0]
      let judge = Judge(
        facts: facts, graph: graph, library: workspace.library, places: workspace.places,
        estimator: workspace.estimator, detail: .clauses)
      let packs = try Assessment.packs(regime.regimes, workspace.library)
      gate = judge.gate(id, action, in: place ?? GateState.everywhere, packs)
      let style = output.style
      print(
        format == .json
          ? json(id, facts, gate)
          : (text(id, gate, style) + Assessment.leftOut(packs, workspace.library, style)).joined(
            separator: "\n"))
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
    switch gate.state {
    case .open: return
    case .closed: throw ExitCode(Exit.closed)
    case .undetermined: throw ExitCode(Exit.undetermined)
    }
  }

  private func json(_ id: GlobalID, _ facts: Facts, _ gate: GateState) -> String {
    JSON.object([
      "ecluse": .int(1), "subject": .string(id.full), "asOf": .string(facts.asOf.description),
      "gate": gate.json,
    ]).canonical
  }

  private func text(_ id: GlobalID, _ gate: GateState, _ style: TextStyle) -> [String] {
    let place = gate.place == GateState.everywhere ? style.say(.everywhere) : style.word(gate.place)
    let isUngoverned = !gate.isGoverned && gate.state == .open
    let state = isUngoverned ? style.say(.noRule) : style(style.say(gate.state.phrase), gate.state.tone)
    let head = "\(style(id.description, .bold)) · \(style.say(gate.action.phrase)) · \(place)"
    var lines = [style.say(Phrase.labelled.with(.code(head), .code(state)))]
    for reason in gate.because {
      let country = reason.country.map { " (\(style.word($0)))" } ?? ""
      let state = style(style.say(reason.state.phrase), reason.state.tone)
      lines.append(
        "  "
          + style.say(
            Phrase.labelled.with(.code("\(reason.regime) \(reason.article)\(country)"), .code(state))))
      lines.append("    \(reason.says[style.language])")
      lines.append(style("    \(reason.citation)", .faint))
    }
    let waits = gate.opensWhen
    if !waits.isEmpty { lines.append("  " + style.say(.opensWhen)) }
    lines += waits.map { "    · \($0.clause.text(style.language))" }
    return lines
  }
}

extension Action: ExpressibleByArgument {}
