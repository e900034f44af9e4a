import Lineage
import Measures
import Records
import Regimes

/// Answers that were made again from the facts that are here, each with the first thing in which it differs.
struct Verification {
  /// An answer, and what differs; `nil`: it is the same bytes.
  struct Made {
    let answer: StatedAnswer
    let difference: Difference?
  }

  let made: [Made]
  var different: [Made] { made.filter { $0.difference != nil } }

  /// Makes `answers` again, those of the same dates together.
  /// - Throws: ``Problems``: the facts of one of the dates make no graph.
  init(
    _ answers: [StatedAnswer], _ workspace: Workspace, progress: (Int) -> Progress? = { _ in nil }
  ) throws(Problems) {
    struct When: Hashable {
      let asOf: Instant
      let knownAt: Instant?
    }
    var differences = [Difference?](repeating: nil, count: answers.count)
    let ids = Set(workspace.tables.ids)
    let groups = Dictionary(grouping: answers.indices) {
      When(asOf: answers[$0].asOf, knownAt: answers[$0].knownAt)
    }
    for (when, places) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      let workspace = try workspace.settled(Dates(asOf: when.asOf, knownAt: when.knownAt))
      let (facts, graph) = try workspace.graph(asOf: when.asOf, knownAt: when.knownAt)
      let again = AnswersAgain(workspace: workspace, facts: facts, graph: graph, ids: ids)
      for (place, difference) in zip(places, again.differences(places.map { answers[$0] }, progress)) {
        differences[place] = difference
      }
    }
    made = zip(answers, differences).map { Made(answer: $0, difference: $1) }
  }
}

/// The answers of one as-of date, made again.
struct AnswersAgain {
  let workspace: Workspace
  let facts: Facts
  let graph: ComputeGraph
  let ids: Set<GlobalID>

  /// A question that can be asked here, or why it cannot.
  private enum Question {
    case determination(GlobalID, RegimePack, place: Int)
    case gate(GlobalID, Action, String, [RegimePack])
    /// A model and a run may have the same name in accounts.
    case account([GlobalID], CountingConvention)
    case refused(Difference)
  }

  func differences(_ answers: [StatedAnswer], _ progress: (Int) -> Progress?) -> [Difference?] {
    var asked: [(subject: GlobalID, pack: RegimePack)] = []
    // What a file says several times is made again once.
    var known: [[String]: Int] = [:]
    let judge = makeJudge()
    let isOfAccounts = answers.contains { if case .account = $0.asked { true } else { false } }
    let named = isOfAccounts ? Dictionary(grouping: ids.filter(Self.isCounted), by: \.description) : [:]
    let questions = answers.map { answer -> Question in
      let question = question(answer, judge, named)
      guard case .determination(let subject, let pack, _) = question else { return question }
      let place = known[[subject.full, pack.digest]] ?? asked.count
      known[[subject.full, pack.digest]] = place
      if place == asked.count { asked.append((subject, pack)) }
      return .determination(subject, pack, place: place)
    }
    let plain = inParallel(asked, progress: progress(asked.count), worker: makeJudge) { judge, item in
      judge.determine(item.subject, item.pack)
    }
    let determinations = Assessment.marked(plain, judge, progress)
    return inParallel(Array(zip(answers, questions)), worker: { Counting(graph) }) { counting, item in
      let (answer, question) = item
      switch question {
      case .refused(let difference): return difference
      case .determination(_, _, let place):
        let whole = answer.isWhole
        return difference(answer, whole ? determinations[place].json : determinations[place].body)
      case .gate(let id, let action, let place, let packs):
        let report = GateReport(
          workspace, facts, graph, of: id, action, in: place, packs, detail: .facts)
        return difference(answer, report.json)
      case .account(let ids, let convention):
        let differences = ids.map { difference(answer, counting.account(of: $0, convention)?.json ?? .null) }
        return differences.contains(nil) ? nil : differences[0]
      }
    }
  }

  /// Counts by the conventions that are asked for.
  private final class Counting {
    private let graph: ComputeGraph
    private var accountants: [String: Accountant] = [:]

    init(_ graph: ComputeGraph) { self.graph = graph }

    /// `nil`: the total leaves 128 bits, which no answer holds.
    func account(of id: GlobalID, _ convention: CountingConvention) -> Account? {
      let accountant = accountants[convention.name] ?? Accountant(graph, convention)
      accountants[convention.name] = accountant
      return try? accountant.account(of: id)
    }
  }

  @Sendable private func makeJudge() -> Judge {
    Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator)
  }

  private func difference(_ answer: StatedAnswer, _ plain: JSON) -> Difference? {
    // An answer that names no log was made from files: nothing in it is sealed.
    let made = answer.log == nil ? plain : workspace.sealed(plain)
    guard !answer.canonical.utf8.elementsEqual(made.canonical.utf8) else { return nil }
    let unlike = Difference(.body, .other, nil, at: "", stated: answer.canonical, made: made.canonical)
    guard
      let whole = try? JSONReader.answer(
        Array(answer.canonical.utf8), file: "", elementsOf: "", each: { _, _ throws(Problems) in })
    else { return unlike }
    // Of facts that were read from files no seal is known: that is said, and is no difference.
    let stated = workspace.ledger == nil && answer.log != nil ? Workspace.unsealed(whole) : whole
    guard stated != made else { return nil }
    return Difference.first(stated, made) { id in
      GlobalID(full: id).flatMap { facts[$0] ?? facts.withdrawn[$0] }?.revision
    } ?? unlike
  }

  /// Whether compute is behind such things.
  private static func isCounted(_ id: GlobalID) -> Bool { id.kind == "artifact" || id.kind == "activity" }

  private func question(
    _ answer: StatedAnswer, _ judge: Judge, _ named: [String: [GlobalID]]
  ) -> Question {
    func refused(
      _ kind: Difference.Kind, _ how: Difference.How, _ name: String?, at path: String, _ stated: String?
    ) -> Question {
      .refused(
        Difference(
          kind, how, name, at: path, stated: stated.map { JSON.string($0).canonical }, made: nil))
    }
    let missing = refused(.fact, .missing, answer.subject, at: answer.path("subject"), answer.subject)
    switch answer.asked {
    case .determination(let named, _):
      let pack: RegimePack
      switch loaded(named, at: answer.path) {
      case .success(let found): pack = found
      case .failure(let difference): return .refused(difference)
      }
      guard let id = GlobalID(full: answer.subject), ids.contains(id) else { return missing }
      guard !judge.articles(of: pack, for: id).isEmpty else {
        return refused(.body, .other, nil, at: answer.path("subject"), answer.subject)
      }
      return .determination(id, pack, place: 0)
    case .gate(let word, let where_, let of, let named):
      for (index, pack) in named.enumerated() {
        if case .failure(let difference) = loaded(pack, at: { "packs[\(index)].\($0)" }) {
          return .refused(difference)
        }
      }
      let packs = of.compactMap(workspace.library.pack)
      for pack in workspace.library.packs
      where !named.contains(where: { $0.regime == pack.id && $0.version == pack.version }) {
        return refused(.pack, .unnamed, "\(pack.id) \(pack.version)", at: "packs", nil)
      }
      guard let action = Action.allCases.first(where: { $0.jsonWord == word }) else {
        return refused(.body, .other, nil, at: "gate.action", word)
      }
      guard where_ == GateState.everywhere || workspace.places.contains(code: where_) else {
        return refused(.body, .other, nil, at: "gate.where", where_)
      }
      guard let id = GlobalID(full: answer.subject), ids.contains(id) else { return missing }
      guard GateCommand.kinds(of: action).contains(id.kind) else {
        return refused(.body, .other, nil, at: "subject", answer.subject)
      }
      return .gate(id, action, where_, packs)
    case .account(let name, let pack, _):
      if case .failure(let difference) = loaded(pack, at: { "inputs.pack.\($0)" }) {
        return .refused(difference)
      }
      guard let convention = workspace.library.convention(name), convention.measures == .trainingCompute,
        convention.pack(in: workspace.library)?.digest == pack.digest
      else { return refused(.body, .other, nil, at: "convention", name) }
      if let log = answer.log, let ledger = workspace.ledger, log != ledger.log {
        return refused(.body, .other, nil, at: "inputs.log.root", log.root)
      }
      return named[answer.subject].map { .account($0.sorted(), convention) } ?? missing
    }
  }

  private enum Loaded {
    case success(RegimePack)
    case failure(Difference)
  }

  /// The text that the file names, if it is the one that is loaded.
  private func loaded(_ named: StatedAnswer.Pack, at path: (String) -> String) -> Loaded {
    let name = "\(named.regime) \(named.version)"
    let library = workspace.library
    func differs(_ how: Difference.How, _ member: String, _ stated: String, _ made: String?) -> Loaded {
      .failure(
        Difference(
          .pack, how, name, at: path(member), stated: JSON.string(stated).canonical,
          made: made.map { JSON.string($0).canonical }))
    }
    guard let pack = library.packs.first(where: { $0.id == named.regime && $0.version == named.version })
    else {
      guard let other = library.pack(named.regime) else {
        return differs(.missing, "regime", named.regime, nil)
      }
      return differs(.missing, "version", named.version, other.version)
    }
    guard pack.digest == named.digest else { return differs(.other, "packDigest", named.digest, pack.digest) }
    return .success(pack)
  }
}

extension StatedAnswer {
  fileprivate var isWhole: Bool {
    if case .determination(_, let isWhole) = asked { isWhole } else { true }
  }

  /// Where a member of a body stands in the answer.
  fileprivate func path(_ member: String) -> String {
    switch asked {
    case .determination(_, isWhole: true): "body.\(member)"
    case .account: "artifact"
    default: member
    }
  }

  /// What it is about, as people name it.
  var name: String { GlobalID(full: subject)?.description ?? subject }
}
