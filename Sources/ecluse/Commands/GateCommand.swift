public import ArgumentParser
import Lineage
import Measures
import Records
public import Regimes

/// `ecluse gate`: what a pipeline calls before it acts.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Ask one gate. Exit 0: open, 10: closed, 11: undetermined.",
    discussion: "Only regimes that bind the subject count. Without --where the answer is for every country.")

  @Argument(help: "A model, run, cluster, agent or document.") var subject: String
  @Option(help: "train, scale, deploy-internal, deploy-external, use, act, compute or publish.") var action:
    Action
  @Option(name: .customLong("where"), help: "A country, a part of one, or a union. Default: everywhere.")
  var place: String?
  @Option(help: "The dossier that states the facts.") var dossier: String?
  @OptionGroup var regime: RegimeOptions
  @OptionGroup var time: TimeOptions
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
        estimator: workspace.estimator)
      gate = judge.gate(
        id, action, in: place ?? GateState.everywhere, try Assessment.packs(regime.regimes, workspace.library)
      )
      print(
        output.format == .json
          ? json(id, facts, gate) : text(id, gate, TextStyle(output.lang, color: output.color.isOn)))
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

  private func text(_ id: GlobalID, _ gate: GateState, _ style: TextStyle) -> String {
    let place = gate.place == GateState.everywhere ? style.say(.everywhere) : gate.place
    let isUngoverned = !gate.isGoverned && gate.state == .open
    let state = isUngoverned ? style.say(.noRule) : style(style.say(gate.state.phrase), gate.state.tone)
    let asked = "\(style(id.description, .bold)) · \(style.say(gate.action.phrase)) · \(place)"
    var lines = ["\(asked)\(style.colon) \(state)"]
    for reason in gate.because {
      let country = reason.country.map { " (\($0))" } ?? ""
      lines.append(
        "  \(reason.regime) \(reason.article)\(country)\(style.colon) \(style(style.say(reason.state.phrase), reason.state.tone))"
      )
      lines.append("    \(reason.says[style.language])")
      lines.append(style("    \(reason.citation)", .faint))
    }
    let waits = gate.opensWhen
    if !waits.isEmpty { lines.append("  " + style.say(.opensWhen)) }
    lines += waits.map { "    · \($0.clause.text(style.language))" }
    return lines.joined(separator: "\n")
  }
}

extension Action: ExpressibleByArgument {}
