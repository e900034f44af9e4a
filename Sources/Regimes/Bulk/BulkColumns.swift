public import Lineage
import Measures
public import Records

/// What a program asks of models, answered for each of them: bounds of quantities, verdicts of everything else, how each
/// pack stands to each model. Unknown is a value of every column.
///
/// Each answer is the judge's own, so that what follows from them is what the judge would say.
public struct BulkColumns: Sendable {
  /// The models, one a row.
  public let models: [GlobalID]

  /// The models themselves, and their runs: the first of each, the second of each.
  var sheet: BulkSheet
  var runs: [BulkSheet] = []
  /// For each pack, how it stands to the models.
  var standings: [MainStandings]
  /// What is asked at gates: of training the models, of deploying them in one country after another; of their runs.
  var training: View
  var deploying: [View] = []
  var running: [View] = []
  /// Gates that hang on corrections which nobody countersigned, as the judge found them.
  var aside: [Int: [GateAside]] = [:]

  /// How a pack stands to the models where nothing is asked at a gate.
  struct MainStandings: Sendable {
    var binding: TruthColumn
    var footings: [(footing: Footing, rows: Plane, columns: [Int])] = []
  }

  /// One question for each model, asked of it or of one of its runs.
  struct View: Sendable {
    /// For each pack, on what it stands, where it does and where it then binds.
    var packs: [[(footing: Footing, asked: Plane, binding: Plane, columns: [Int])]]

    init(packs: Int) { self.packs = Array(repeating: [], count: packs) }
  }

  /// A gate that stands aside.
  struct GateAside: Sendable {
    let pack: Int
    let action: Action
    let state: GateCondition
    let isGoverned: Bool
  }

  /// Answers what `program` asks of `models` from facts as they stand at its date.
  public init(
    _ program: BulkProgram, _ models: [GlobalID], facts: Facts, graph: ComputeGraph, places: Places,
    estimator: Estimator
  ) {
    let judge = Judge(
      facts: facts, graph: graph, library: program.library, places: places, estimator: estimator,
      detail: .verdicts)
    self.init(program, models, judge)
  }

  package init(_ program: BulkProgram, _ models: [GlobalID], _ judge: Judge) {
    precondition(judge.asOf == program.asOf, "a program holds at one date")
    let rows = models.count
    self.models = models
    sheet = BulkSheet(rows: rows)
    standings = program.packs.map { _ in MainStandings(binding: TruthColumn(rows: rows)) }
    training = View(packs: program.packs.count)
    for (row, model) in models.enumerated() {
      var isBinding: [Bool] = []
      for pack in program.packs.indices { isBinding.append(stand(row, model, pack, program, judge)) }
      askTraining(row, model, program, judge)
      askDeploying(row, model, program, judge)
      guard !judge.judgesBefore(model).isEmpty else { continue }
      aside[row] = program.packs.indices.flatMap { pack in
        program.rules[pack].actions.map { action in
          let gate = judge.gate(
            model, action, in: GateState.everywhere, [program.packs[pack]],
            evenIfNotBinding: !isBinding[pack])
          return GateAside(pack: pack, action: action, state: gate.state, isGoverned: gate.isGoverned)
        }
      }
    }
  }

  /// How a pack stands to a model, and what its articles ask. Whether it binds.
  private mutating func stand(
    _ row: Int, _ model: GlobalID, _ pack: Int, _ program: BulkProgram, _ judge: Judge
  ) -> Bool {
    let found = judge.standings(program.packs[pack], model)
    let standing = found.first { $0.binding.isPossible } ?? found[0]
    standings[pack].binding.put(standing.binding, at: row)
    let footing = Footing(standing)
    var position = standings[pack].footings.firstIndex { $0.footing == footing }
    if position == nil {
      let columns = sheet.columns(of: program.rules[pack].verdicts.questions, footing)
      standings[pack].footings.append((footing, Plane(rows: models.count), columns))
      position = standings[pack].footings.count - 1
    }
    guard let position else { return false }
    standings[pack].footings[position].rows.insert(row)
    for (column, question) in zip(
      standings[pack].footings[position].columns, program.rules[pack].verdicts.questions)
    {
      _ = sheet.answer(column, at: row, question.scope(program.packs[pack], standing, model), judge)
    }
    return standing.binding.isPossible
  }

  // MARK: What is asked at gates

  private mutating func askTraining(
    _ row: Int, _ model: GlobalID, _ program: BulkProgram, _ judge: Judge
  ) {
    guard program.rules.contains(where: { !$0.training.closures.isEmpty || !$0.running.closures.isEmpty })
    else { return }
    for (index, (subject, startsNow)) in judge.asked(model, .train).enumerated() {
      let question = Question(action: .train, country: nil, startsNow: startsNow)
      if index == 0 {
        Self.ask(question, of: model, in: &training, view: 0, &sheet, row, program, \.training, judge)
        continue
      }
      if running.count < index {
        running.append(View(packs: program.packs.count))
        runs.append(BulkSheet(rows: models.count))
      }
      Self.ask(
        question, of: subject, in: &running[index - 1], view: nil, &runs[index - 1], row, program, \.running,
        judge)
    }
  }

  private mutating func askDeploying(
    _ row: Int, _ model: GlobalID, _ program: BulkProgram, _ judge: Judge
  ) {
    guard program.rules.contains(where: { !$0.deploying.closures.isEmpty }) else { return }
    for (index, (country, isUnnamed)) in judge.countries(for: .use, model, in: GateState.everywhere)
      .enumerated()
    {
      if deploying.count == index { deploying.append(View(packs: program.packs.count)) }
      let question = Question(action: .use, country: country, isUnnamed: isUnnamed)
      Self.ask(
        question, of: model, in: &deploying[index], view: index + 1, &sheet, row, program, \.deploying, judge)
    }
  }

  /// Answers what the closures of every pack ask of a subject under a question; `view` numbers the questions that are
  /// asked of one subject.
  private static func ask(
    _ question: Question, of subject: GlobalID, in asked: inout View, view: Int?, _ sheet: inout BulkSheet,
    _ row: Int, _ program: BulkProgram, _ part: KeyPath<PackRules, Closures>, _ judge: Judge
  ) {
    for (number, pack) in program.packs.enumerated() {
      let closures = program.rules[number][keyPath: part]
      guard !closures.closures.isEmpty else { continue }
      for standing in judge.standings(pack, subject, question) {
        if let country = question.country,
          !judge.places.overlap(standing.area, country, at: judge.asOf)
        {
          continue
        }
        let footing = Footing(standing)
        var position = asked.packs[number].firstIndex { $0.footing == footing }
        if position == nil {
          let columns = sheet.columns(of: closures.steps.questions, footing)
          let plane = Plane(rows: sheet.rows)
          asked.packs[number].append((footing, plane, plane, columns))
          position = asked.packs[number].count - 1
        }
        guard let position else { continue }
        asked.packs[number][position].asked.insert(row)
        if standing.binding.isPossible { asked.packs[number][position].binding.insert(row) }
        for (column, item) in zip(asked.packs[number][position].columns, closures.steps.questions) {
          guard let view else {
            _ = sheet.answer(column, at: row, item.scope(pack, standing, subject, question), judge)
            continue
          }
          // What does not look at the question is the same under each.
          if sheet.answer(column, at: row, item.scope(pack, standing, subject), judge) {
            sheet.answer(
              column, at: row, inView: view, item.scope(pack, standing, subject, question), judge)
          }
        }
      }
    }
  }
}

extension BulkQuestion {
  /// Where it is asked when `reader` is judged as it stands.
  func scope(_ reader: RegimePack, _ standing: Standing, _ subject: GlobalID, _ question: Question? = nil)
    -> Scope
  {
    Scope(
      pack: pack, standing: isAssumed ? .assumed(pack) : standing, subject: subject, question: question)
  }
}
