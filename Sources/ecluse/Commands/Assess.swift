import ArgumentParser
import Lineage
import Measures
import Pages
import Records
import Regimes

/// `ecluse assess`: what binds models, and why.
struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say which tiers, classes, gates and duties follow from the facts under each regime, and why.")

  @Argument(help: "A dossier folder if one of that name exists, then names.") var operand: [String] = []
  @OptionGroup var regime: RegimeOptions
  @Flag(help: "Show every model in the table.") var all = false
  @Option(
    name: .customLong("output"),
    help: "With --format html: the file to write, whole or not at all. Default: standard output.") var file:
    String?
  @OptionGroup var time: TimeOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let (path, names) = operands(operand)
      let workspace = try Workspace(dossier: path, names: names, packs: regime.packs)
      let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
      let assessment = try Assessment(
        workspace, facts, graph, names: names, regimes: regime.regimes, explained: output.format != .text)
      switch output.format {
      case .json:
        print(assessment.json)
      case .html:
        let page = AssessmentPage(
          assessment, command: ShellCommand.again(operand, regimes: regime.regimes, time))
        try WholeFile.write(try page.html(output.lang), to: file)
      case .text:
        let style = TextStyle(output.lang, color: output.color.isOn)
        print(AssessmentReport(assessment: assessment, showAll: all, style: style).text())
      }
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
  }
}

/// The determinations of some subjects under some packs.
struct Assessment {
  let workspace: Workspace
  let facts: Facts
  let graph: ComputeGraph
  let packs: [RegimePack]
  let subjects: [GlobalID]
  let determinations: [Determination]
  let judge: Judge

  /// Judges the subjects that `names` name, or every model and every open run of the dossier.
  init(
    _ workspace: Workspace, _ facts: Facts, _ graph: ComputeGraph, names: [String], regimes: String?,
    explained: Bool
  ) throws(Problems) {
    self.workspace = workspace
    self.facts = facts
    self.graph = graph
    packs = try Self.packs(regimes, workspace.library)
    let kinds = Set(SubjectKind.allCases.map(\.recordKind))
    subjects = try workspace.ids(
      named: names, kinds: names.isEmpty ? ["artifact", "activity", "cluster"] : kinds
    )
    .filter { id in !names.isEmpty || Self.isAssessed(id, facts, graph) }
    let (subjects, packs) = (subjects, packs)
    // The table of many subjects shows verdicts alone.
    let detail: Judge.Detail =
      explained ? .facts : AssessmentReport.isTable(subjects.count) ? .verdicts : .clauses
    @Sendable func makeJudge() -> Judge {
      Judge(
        facts: facts, graph: graph, library: workspace.library, places: workspace.places,
        estimator: workspace.estimator, detail: detail)
    }
    judge = makeJudge()
    // Subjects do not depend on each other.
    let made = inParallel(subjects, worker: makeJudge) { judge, subject in
      packs.filter { pack in pack.articles.contains { $0.appliesTo.recordKind == subject.kind } }
        .map { judge.determine(subject, $0) }
    }.flatMap { $0 }
    guard explained else {
      determinations = made
      return
    }
    let trials = DecisiveFacts(made, judge)
    let found = inParallel(trials.groups, worker: {}) { _, group in trials.tried(group) }
    determinations = trials.marked(found.flatMap { $0 })
  }

  /// The canonical text, each determination written as soon as its tree is made: the tree of all is large.
  var json: String {
    let texts = inParallel(determinations, worker: {}) { _, determination in determination.json.canonical }
    return "{\"determinations\":[" + texts.joined(separator: ",") + "],\"ecluse\":1}"
  }

  /// Models, runs that are not done, and clusters.
  private static func isAssessed(_ id: GlobalID, _ facts: Facts, _ graph: ComputeGraph) -> Bool {
    switch id.kind {
    case "artifact": facts[id].map { $0["type"]?.text ?? "model" == "model" } ?? false
    case "activity":
      graph.positions[id].map {
        graph.activities[$0].state != .done && Kinds.trainingKinds.contains(graph.activities[$0].kind)
      } ?? false
    default: facts[id] != nil
    }
  }

  static func packs(_ names: String?, _ library: RegimeLibrary) throws(Problems) -> [RegimePack] {
    guard let names else { return library.packs }
    var packs: [RegimePack] = []
    for name in names.split(separator: ",").map(String.init) {
      guard let pack = library.pack(name) else {
        throw Problems([
          Problem(
            .unknownDefinition, at: nil, field: "--regimes", rule: Phrase.unknownRegime.with(.code(name)),
            remedy: Phrase.oneOf.with(.code(library.packs.map(\.id).joined(separator: ", "))))
        ])
      }
      packs.append(pack)
    }
    return packs
  }
}
