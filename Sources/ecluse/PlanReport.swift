import Lineage
import Measures
import Records
import Regimes

/// A plan with what its report needs beside it.
struct PlanReport {
  let plan: Plan
  let facts: Facts
  let deploy: Moment
  let places: [String]
  let packs: [RegimePack]
  let library: RegimeLibrary
  let usesPublicRecord: Bool

  /// - Throws: ``Problems`` with everything that keeps the plan from being one.
  init(
    _ workspace: Workspace, model name: String, deploy: Moment, places written: String, regimes: String?,
    convention: String?, dates: Dates
  ) throws(Problems) {
    let id = try workspace.ids(named: [name], kinds: ["artifact"])[0]
    let (facts, graph) = try workspace.graph(asOf: dates.asOf, knownAt: dates.knownAt)
    let today = Self.judge(workspace, facts, graph)
    packs = try Assessment.packs(regimes, workspace.library, facts)
    library = workspace.library
    let convention = try convention.map { name throws(Problems) in
      try AccountCommand.convention(name, workspace.library).name
    }
    var places: [String] = []
    for place in written.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    where !places.contains(place) {
      places.append(place)
    }
    let problems = Self.problems(id, today, deploy, places, workspace)
    guard problems.isEmpty else { throw Problems(problems) }
    let (later, foreseen) = try workspace.graph(
      Dates(asOf: deploy.last, knownAt: dates.knownAt), foreseenFrom: dates.asOf)
    plan = Plan(
      id, in: places, under: packs, today: today, then: Self.judge(workspace, later, foreseen),
      convention: convention)
    (self.facts, self.deploy, self.places) = (facts, deploy, places)
    usesPublicRecord = graph.restsOnPublicRecord([id])
  }

  private static func judge(_ workspace: Workspace, _ facts: Facts, _ graph: ComputeGraph) -> Judge {
    Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator, detail: .clauses)
  }

  /// What keeps it from being a plan: dates that do not follow each other, places that are none, nothing planned.
  private static func problems(
    _ model: GlobalID, _ today: Judge, _ deploy: Moment, _ places: [String], _ workspace: Workspace
  ) -> [Problem] {
    var problems: [Problem] = []
    func add(_ code: Problem.Code, _ field: String, at mark: Mark? = nil, _ rule: Message, _ remedy: Message)
    {
      problems.append(Problem(code, at: mark, field: field, rule: rule, remedy: remedy))
    }
    let facts = today.facts
    let asOf = Moment.instant(facts.asOf)
    if deploy.last < facts.asOf {
      add(
        .contradiction, "--deploy", Phrase.deployPast.with(.date(deploy), .date(asOf)),
        Phrase.deployLater.message)
    }
    for place in places where !workspace.places.contains(code: place) {
      let near = NearestNames.of(place.uppercased(), among: workspace.places.codes)
      add(
        .unknownPlace, "--where", Phrase.unknownPlace.with(.quoted(place)),
        near.isEmpty ? Phrase.writePlace.message : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))
      )
    }
    let planned = today.planned(model)
    if planned.isEmpty {
      add(
        .contradiction, "state", at: facts[model]?.mark,
        Phrase.nothingPlanned.with(.code(model.description), .date(asOf)), Phrase.planIt.message)
    }
    for run in planned {
      guard let to = run.to else { continue }
      let name = Message.Argument.code(run.id.description)
      if to.last < facts.asOf, run.state == .planned {
        add(
          .contradiction, "to", at: facts[run.id]?.mark, Phrase.plannedInPast.with(name, .date(to)),
          Phrase.planAgain.message)
      } else if deploy.last < to.last, facts.asOf <= deploy.last {
        add(
          .contradiction, "--deploy", Phrase.endsLater.with(name, .date(to), .date(deploy)),
          Phrase.deployAfter.with(.date(to)))
      }
    }
    return problems
  }
}
