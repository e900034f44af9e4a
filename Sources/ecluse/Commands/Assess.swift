import ArgumentParser
import Lineage
import Measures
import Pages
import Records
import Regimes

/// `ecluse assess`: what binds models, and why.
struct Assess: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(abstract: say(.helpAssess)) }

  @Argument(help: .init(.helpOperand, .valueOperand)) var operand: [String] = []
  @OptionGroup var regime: RegimeOptions
  @Flag(help: .init(.helpAll)) var all = false
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var written: String?
  @Option(name: .customLong("html"), help: .init(.helpHTML, .valueFile)) var html: String?
  @OptionGroup var source: SourceOptions
  @OptionGroup var time: TimeOptions
  @Option(name: .customLong("format"), help: .init(.helpPageFormat, .valueFormat)) var asked: PageFormat?
  @OptionGroup var output: OutputOptions

  private var format: PageFormat { html == nil ? asked ?? .text : .html }
  private var file: String? { html ?? written }

  func validate() throws {
    // One file, of one format.
    guard html == nil || written == nil && (asked ?? .html) == .html else {
      throw ValidationError(say(.htmlAlone))
    }
  }

  func run() throws {
    do {
      let (path, names) = try operands(operand)
      let workspace = try source.workspace(
        dossier: path, names: names, packs: regime.packs, time: time, output.lang)
      workspace.remark(output.lang)
      let (facts, graph) = try workspace.graph(asOf: time.asOfInstant, knownAt: time.knownAtInstant)
      let assessment = try Assessment(
        workspace, facts, graph, names: names, regimes: regime.regimes,
        explained: format != .text || names.count == 1,
        progress: { Progress(of: $0, output.lang) })
      Exit.print(workspace.remarks(of: facts, graph, under: assessment.packs), output.lang)
      if format == .html, Graphviz.program == nil {
        StandardError().write(say(.pageNoPicture) + "\n")
      }
      try WholeFile.write(try answer(assessment, names, dossier: path), to: file)
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
  }
}

extension Assess {
  private func answer(_ assessment: Assessment, _ names: [String], dossier: String?) throws -> String {
    switch format {
    case .json:
      assessment.json + "\n"
    case .html:
      try PageQuestion(
        names, dossier: dossier, regime, time, source, assessment.workspace.ledger, output.lang
      ).page(assessment)
    case .text:
      AssessmentReport(
        assessment: assessment, showAll: all,
        style: file == nil ? output.style : TextStyle(output.lang, color: false)
      ).text() + "\n"
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
  /// Whether each article comes with its clauses and facts.
  let isExplained: Bool

  /// Judges the subjects that `names` name, or every model and every open run of the dossier.
  init(
    _ workspace: Workspace, _ facts: Facts, _ graph: ComputeGraph, names: [String], regimes: String?,
    explained: Bool, progress: (Int) -> Progress? = { _ in nil }
  ) throws(Problems) {
    self.workspace = workspace
    self.facts = facts
    self.graph = graph
    isExplained = explained
    packs = try Self.packs(regimes, workspace.library, facts)
    let kinds = Set(SubjectKind.allCases.map(\.recordKind))
    subjects = try workspace.ids(
      named: names, kinds: names.isEmpty ? ["artifact", "activity", "cluster"] : kinds, mayBeFolder: true
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
    let made = inParallel(subjects, progress: progress(subjects.count), worker: makeJudge) {
      judge, subject in
      packs.filter { !judge.articles(of: $0, for: subject).isEmpty }
        .map { judge.determine(subject, $0) }
    }.flatMap { $0 }
    guard explained else {
      determinations = made
      return
    }
    determinations = Self.marked(made, judge, progress)
  }

  /// The determinations with each cited fact marked: whether it decides.
  static func marked(
    _ made: [Determination], _ judge: Judge, _ progress: (Int) -> Progress?
  ) -> [Determination] {
    let trials = DecisiveFacts(made, judge)
    let found = inParallel(trials.groups, progress: progress(trials.groups.count), worker: {}) { _, group in
      trials.tried(group)
    }
    return trials.marked(found.flatMap { $0 })
  }

  /// The canonical text, each determination written as soon as its tree is made: the tree of all is large.
  var json: String {
    let workspace = workspace
    let texts = inParallel(determinations, worker: {}) { _, determination in
      workspace.sealed(determination.json).canonical
    }
    return "{\"determinations\":[" + texts.joined(separator: ",") + "],\"ecluse\":1}"
  }

  /// Models, runs that are not done, and clusters: what its record says it is, or what is done with it.
  private static func isAssessed(_ id: GlobalID, _ facts: Facts, _ graph: ComputeGraph) -> Bool {
    switch id.kind {
    case "artifact":
      facts[id].map { $0["type"]?.text ?? "model" == "model" } ?? false
        || graph.sources(of: id).contains { Kinds.trainingKinds.contains(graph.activities[$0].kind) }
        || facts.records(of: "deployment", mentioning: id).contains { $0.references("model").contains(id) }
    case "activity":
      graph.positions[id].map { position in
        let run = graph.activities[position]
        // What is not shown, or no longer stands, may be a run under way.
        return run.isUnknown && facts[id]?.isWithheld != false
          || run.state != .done && Kinds.trainingKinds.contains(run.kind)
      } ?? false
    default: facts[id] != nil
    }
  }

  /// The loaded regimes that are not among `packs`.
  static func others(_ packs: [RegimePack], _ library: RegimeLibrary) -> [RegimePack] {
    library.packs.filter { pack in !packs.contains { $0.id == pack.id && $0.version == pack.version } }
  }

  /// The loaded regimes under which nothing was judged.
  static func leftOut(
    _ packs: [RegimePack], _ library: RegimeLibrary, _ facts: Facts, _ style: TextStyle
  ) -> [String] {
    let others = others(packs, library)
    guard !others.isEmpty else { return [] }
    let names = Message.Argument.code(others.map(\.id).joined(separator: ", "))
    return [
      style.say(
        others.contains { $0.isHeeded(in: facts) }
          ? Phrase.onlyRegimes.with(.code(packs.map(\.id).joined(separator: ", ")), names)
          : Phrase.adoptedByNobody.with(names))
    ]
  }

  /// The regimes that `names` names; unasked, those that are heeded.
  static func packs(
    _ names: String?, _ library: RegimeLibrary, _ facts: Facts
  ) throws(Problems) -> [RegimePack] {
    try names.map { names throws(Problems) in try packs(named: names, library) }
      ?? library.packs.filter { $0.isHeeded(in: facts) }
  }

  static func packs(
    named names: String, _ library: RegimeLibrary, field: String? = "--regimes"
  ) throws(Problems) -> [RegimePack] {
    var packs: [RegimePack] = []
    for name in names.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let pack = library.pack(name) else {
        throw Problems([
          Problem(
            .unknownDefinition, at: nil, field: field, rule: Phrase.unknownRegime.with(.code(name)),
            remedy: Phrase.nearestOrAll(name, library.packs.map(\.id)))
        ])
      }
      if !packs.contains(where: { $0.id == pack.id && $0.version == pack.version }) { packs.append(pack) }
    }
    return packs
  }
}
