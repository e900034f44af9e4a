package import Lineage
import Measures
package import Records

/// What changes where one text takes the place of another: for each model what binds it, its classes, tier and gates, and what
/// is owed because of it; for runs, clusters, parties, incidents and documents the same, one by one.
package struct PackImpact: Sendable {
  /// What changed of a subject.
  package struct Change: Sendable {
    /// What sort of thing it is.
    package enum Matter: String, Hashable, Sendable, CaseIterable {
      case binding, gate, tier, classification = "class", duty
    }

    package let subject: GlobalID
    package let matter: Matter
    /// The gate, the class, the duty.
    package let name: String
    /// To whom a duty is owed.
    package let to: JSON?
    /// What it was and what it is; `nil`: not there.
    package let (before, after): (String?, String?)
    /// The clock of a duty with its numbers, where that changed, and as its text writes it.
    package let (dueBefore, dueAfter): (JSON?, JSON?)
    package let (clockBefore, clockAfter): (JSON?, JSON?)

    /// The same of another subject.
    func of(_ subject: GlobalID) -> Change {
      Change(
        subject: subject, matter: matter, name: name, to: to, before: before, after: after,
        dueBefore: dueBefore,
        dueAfter: dueAfter, clockBefore: clockBefore, clockAfter: clockAfter)
    }
  }

  /// The two texts.
  package let (old, new): (RegimePack, RegimePack)
  /// How many subjects were looked at.
  package let subjects: Int
  package let changes: [Change]
  /// Whose each changed subject is, where that is known, and where it may be used.
  package let parties: [GlobalID: GlobalID]
  package let countries: [GlobalID: [String]]

  /// Judges every subject under both.
  package init(
    _ old: RegimePack, _ new: RegimePack, among library: RegimeLibrary, facts: Facts, graph: ComputeGraph,
    places: Places, estimator: Estimator
  ) throws(Problems) {
    (self.old, self.new) = (old, new)
    // Each library has one of the two: nothing of the other is left in it.
    let others = library.packs.filter { $0.id != old.id && $0.id != new.id }
    let first = try Side(old, others, facts, graph, places, estimator)
    let second = try Side(new, others, facts, graph, places, estimator)
    let models = facts.records(of: "artifact").map(\.id).filter {
      facts[$0]?["type"]?.text ?? "model" == "model"
    }
    var changes = Self.changes(models, first, second)
    let kinds = SubjectKind.allCases.filter { $0 != .model && $0 != .agent }.map(\.recordKind)
    let rest = kinds.flatMap { facts.records(of: $0).map(\.id) }.filter { Self.isJudged($0, graph) }
    for subject in rest { changes += Self.changes(subject, first.all(subject), second.all(subject)) }
    self.changes = changes
    subjects = models.count + rest.count
    let changed = Set(changes.map(\.subject))
    parties = Dictionary(
      changed.compactMap { subject in first.judge.responsible(subject).map { (subject, $0) } },
      uniquingKeysWith: { first, _ in first })
    var countries: [GlobalID: [String]] = [:]
    for deployment in facts.records(of: "deployment") {
      let places = (deployment["available-in"]?.elements ?? []).compactMap(\.text)
      for model in deployment.references("model") where changed.contains(model) {
        countries[model] = Set((countries[model] ?? []) + places).sorted()
      }
    }
    self.countries = countries
  }

  /// Runs that are not over; of what is done nothing changes any more but through its model.
  private static func isJudged(_ id: GlobalID, _ graph: ComputeGraph) -> Bool {
    guard id.kind == "activity" else { return true }
    return graph.positions[id].map { position in
      let run = graph.activities[position]
      return run.state != .done && Kinds.trainingKinds.contains(run.kind)
    } ?? false
  }

  private static func changes(_ models: [GlobalID], _ first: Side, _ second: Side) -> [Change] {
    guard !models.isEmpty else { return [] }
    let (before, after) = (first.verdicts(models), second.verdicts(models))
    // Most models are answered alike: what follows from the same answers is worked out once.
    var known: [[UInt8]: [Change]] = [:]
    return models.indices.flatMap { row -> [Change] in
      let model = models[row]
      func made() -> [Change] {
        changes(model, first.sheet(row, before, model), second.sheet(row, after, model))
      }
      guard let one = first.answers(row, before), let other = second.answers(row, after) else {
        return made()
      }
      let found = known[one + other] ?? made()
      known[one + other] = found
      return found.first?.subject == model ? found : found.map { $0.of(model) }
    }
  }

  private static func changes(_ subject: GlobalID, _ old: [Said: What], _ new: [Said: What]) -> [Change] {
    Set(old.keys).union(new.keys).sorted().compactMap { said in
      let (before, after) = (old[said], new[said])
      guard before != after else { return nil }
      return Change(
        subject: subject, matter: said.matter, name: said.name, to: said.to, before: before?.word,
        after: after?.word, dueBefore: before?.due, dueAfter: after?.due, clockBefore: before?.clock,
        clockAfter: after?.clock)
    }
  }

  /// Something that is said of a subject.
  struct Said: Hashable, Comparable {
    let matter: Change.Matter
    let name: String
    var to: JSON?

    static func < (left: Said, right: Said) -> Bool {
      if left.matter != right.matter {
        let all = Change.Matter.allCases
        return all.firstIndex(of: left.matter) ?? 0 < all.firstIndex(of: right.matter) ?? 0
      }
      return (left.name, left.to?.canonical ?? "") < (right.name, right.to?.canonical ?? "")
    }
  }

  /// What is said: a word, and the clock of a duty, with its numbers and as its text writes it.
  struct What: Equatable {
    let word: String
    var due: JSON?
    var clock: JSON?

    static func == (left: What, right: What) -> Bool { left.word == right.word && left.due == right.due }
  }
}

extension PackImpact {
  /// One of the two texts among the others.
  struct Side {
    let pack: RegimePack
    let judge: Judge
    private let program: BulkProgram
    private let code: RuleCode
    private let number: Int
    /// The duties of each article on models.
    private let duties: [(article: Int, duty: Duty, due: JSON)]

    init(
      _ pack: RegimePack, _ others: [RegimePack], _ facts: Facts, _ graph: ComputeGraph, _ places: Places,
      _ estimator: Estimator
    ) throws(Problems) {
      self.pack = pack
      let library = try RegimeLibrary(others + [pack])
      judge = Judge(
        facts: facts, graph: graph, library: library, places: places, estimator: estimator, detail: .verdicts)
      program = BulkProgram(library, [pack], asOf: facts.asOf)
      number = 0
      let code = RuleCode(pack: pack)
      self.code = code
      duties = pack.articles(for: SubjectKind.model.recordKind).enumerated().flatMap { index, article in
        article.effects.obliges.map { (index, $0, code.code(.due($0.due))) }
      }
    }

    func verdicts(_ models: [GlobalID]) -> BulkVerdicts {
      program.judge([BulkColumns(program, models, judge)])[0]
    }

    /// The answers of a model, as far as its sheet follows from them; `nil` where something is asked of it by itself.
    func answers(_ row: Int, _ verdicts: BulkVerdicts) -> [UInt8]? {
      let articles = verdicts.articles(row, pack: number)
      if duties.contains(where: { $0.duty.unless != nil && articles[$0.article].verdict.isPossible }) {
        return nil
      }
      var answers = [verdicts.binding(row, pack: number).code] + articles.map(\.verdict.code)
      answers += verdicts.classes(row, pack: number).map(\.verdict.code)
      answers += verdicts.gates(row, pack: number).flatMap {
        [UInt8(Action.allCases.firstIndex(of: $0.action) ?? 0), $0.state.code]
      }
      if let tier = verdicts.tier(row, pack: number) {
        answers += Array("\(tier.established)/\(tier.notExcluded)".utf8)
      }
      return answers + [255]
    }

    /// What is said of a model.
    func sheet(_ row: Int, _ verdicts: BulkVerdicts, _ model: GlobalID) -> [Said: What] {
      var sheet: [Said: What] = [:]
      let binding = verdicts.binding(row, pack: number)
      sheet[Said(matter: .binding, name: "")] = What(word: binding.rawValue)
      for item in verdicts.classes(row, pack: number) where item.verdict.isPossible {
        sheet[Said(matter: .classification, name: name(item.name))] = What(word: item.verdict.rawValue)
      }
      if let tier = verdicts.tier(row, pack: number) {
        sheet[Said(matter: .tier, name: "")] = What(word: "\(tier.established) / \(tier.notExcluded)")
      }
      for gate in verdicts.gates(row, pack: number) where gate.state != .open {
        sheet[Said(matter: .gate, name: gate.action.rawValue)] = What(word: gate.state.rawValue)
      }
      let articles = verdicts.articles(row, pack: number)
      for (article, duty, due) in duties where articles[article].verdict.isPossible {
        let verdict = binding == .cannotBeExcluded ? binding : articles[article].verdict
        add(duty, due, verdict, isLifted(duty, model), to: &sheet)
      }
      return sheet
    }

    /// What lifts one duty alone is asked of the model by itself.
    private func isLifted(_ duty: Duty, _ model: GlobalID) -> Bool {
      guard let unless = duty.unless else { return false }
      let standing = judge.standings(pack, model).first ?? .assumed(pack)
      return judge.evaluate(unless, Scope(pack: pack, standing: standing, subject: model)).verdict == .holds
    }

    private func add(
      _ duty: Duty, _ due: JSON, _ verdict: Verdict, _ isLifted: Bool, to sheet: inout [Said: What]
    ) {
      guard !isLifted else { return }
      for recipient in duty.to {
        let said = Said(matter: .duty, name: duty.duty, to: recipient)
        if sheet[said]?.word == Verdict.holds.rawValue { continue }
        sheet[said] = What(word: verdict.rawValue, due: due, clock: duty.due)
      }
    }

    /// A class without the pack that gives it: the texts may name theirs alike.
    private func name(_ name: ClassName) -> String { name.pack == pack.id ? name.name : name.description }

    /// What is said of anything else.
    func all(_ subject: GlobalID) -> [Said: What] {
      guard !judge.articles(of: pack, for: subject).isEmpty else { return [:] }
      let made = judge.determine(subject, pack)
      var sheet: [Said: What] = [:]
      sheet[Said(matter: .binding, name: "")] = What(
        word: made.isBinding ? made.standing.verdict.rawValue : Verdict.fails.rawValue)
      for item in made.classes where item.verdict.isPossible {
        sheet[Said(matter: .classification, name: name(item.name))] = What(word: item.verdict.rawValue)
      }
      for gate in made.gates where gate.place == GateState.everywhere && gate.state != .open {
        sheet[Said(matter: .gate, name: gate.action.rawValue)] = What(word: gate.state.rawValue)
      }
      for item in made.obligations {
        let isCertain = item.state == .owed || item.state == .wouldOblige || item.state == .deferred
        add(
          item.duty, code.code(.due(item.duty.due)), isCertain ? .holds : .cannotBeExcluded, false, to: &sheet
        )
      }
      return sheet
    }
  }
}

extension Verdict {
  fileprivate var code: UInt8 {
    switch self {
    case .holds: 1
    case .cannotBeExcluded: 2
    case .fails: 3
    }
  }
}

extension GateCondition {
  fileprivate var code: UInt8 {
    switch self {
    case .open: 1
    case .undetermined: 2
    case .closed: 3
    }
  }
}
