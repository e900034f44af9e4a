import Lineage
import Measures
import RecordsIO
import Testing

@testable import Records
@testable import Regimes
@testable import ecluse

/// The linter against the law that it is for: of random packs, what it accepts never opens a gate where less is known or
/// more was computed, and what it refuses for its polarity nearly always does. A failure names its seeds.
@Suite struct LintProof {
  /// A random world before and after something happened to it.
  struct Change: Sendable {
    let name: String
    let seed: UInt64
    let model: GlobalID
    let cluster: GlobalID
    let before: Known
    let after: Known
    /// Whether only what is about the subject itself changed.
    let isOwn: Bool

    struct Known: Sendable {
      let facts: Facts
      let graph: ComputeGraph

      init(_ records: [Record]) throws { (facts, graph) = try Laws.graph(records) }
    }
  }

  /// The worlds that every pack is tried in: small ones aimed at what packs ask, and some that hold everything.
  static let changes: [Change] = {
    do {
      return try (0..<240 as Range<UInt64>).flatMap { seed in
        try aimed(seed) + (seed % 4 == 0 ? broad(seed) : [])
      }
    } catch { fatalError("\(error)") }
  }()

  private static func aimed(_ seed: UInt64) throws -> [Change] {
    let world = AimedWorld(seed)
    var random = Seeded(seed &+ 11)
    let before = try Change.Known(world.records)
    return try AimedChange.allCases.shuffled(using: &random).prefix(5).compactMap { change in
      let changed = change.applied(to: world, &random)
      guard changed != world.records else { return nil }
      let others = { (records: [Record]) in Set(records.filter { $0.id.namespace == "other" }) }
      return Change(
        name: "aimed \(change.rawValue)", seed: seed, model: world.model, cluster: world.cluster,
        before: before, after: try Change.Known(changed), isOwn: others(changed) == others(world.records))
    }
  }

  private static func broad(_ seed: UInt64) throws -> [Change] {
    let world = RandomWorld(seed &+ 50_000, models: 1...3)
    var random = Seeded(seed &+ 11)
    let before = try Change.Known(world.records)
    return try WorldChange.allCases.shuffled(using: &random).prefix(3).compactMap { kind in
      let isOwn = random.chance(40)
      let all = kind.applied(to: world.records, &random)
      let changed = isOwn ? keepingOthers(all, world) : all
      guard changed != world.records else { return nil }
      return Change(
        name: kind.rawValue, seed: seed, model: world.model, cluster: world.cluster, before: before,
        after: try Change.Known(changed), isOwn: isOwn)
    }
  }

  /// The same change, of nothing but what is about the model and its own run: no original is touched.
  private static func keepingOthers(_ changed: [Record], _ world: RandomWorld) -> [Record] {
    func isOwn(_ record: Record) -> Bool {
      switch record.kind {
      case "activity":
        let products = record.references("produces")
        return products == [world.model] || (products.isEmpty && record["deployment"] != nil)
      case "artifact": return record.id == world.model
      case "estimate", "same-as", "human-break", "independence-claim", "withdrawal", "discard": return false
      default: return true
      }
    }
    let old = Dictionary(world.records.map { ("\($0.id.full) \($0.revision)", $0) }) { first, _ in first }
    return changed.compactMap { record in
      isOwn(record) ? record : old["\(record.id.full) \(record.revision)"]
    }
  }

  // MARK: What breaks the law

  /// What a pack says that may be opened: its gate, and the duties that it puts off.
  private struct Answer {
    let gate: GateCondition
    var duties: [Obligation] = []

    /// Whether something is open after that was not.
    func isLooser(than before: Answer) -> Bool {
      if gate == .open, before.gate != .open { return true }
      guard !before.duties.isEmpty, before.duties.allSatisfy({ $0.state != .deferred }) else { return false }
      return duties.isEmpty || duties.contains { $0.state == .deferred }
    }
  }

  private struct Tried {
    let random: RandomPack
    let pack: RegimePack
    let codes: Set<Problem.Code>
    var defers: Bool { pack.articles.contains { $0.effects.defers != nil } }
    var isAntitone: Bool { pack.articles.contains { $0.antitoneIn != nil } }
  }

  private func answer(_ tried: Tried, _ change: Change, _ judge: Judge) -> Answer {
    let action = Action(rawValue: tried.random.subject.action) ?? .use
    let place = tried.random.subject == .model ? "FR" : GateState.everywhere
    let gate = judge.gate(
      tried.random.subject == .cluster ? change.cluster : change.model, action, in: place, [tried.pack])
    let duties = tried.defers ? judge.determine(change.model, tried.pack).obligations : []
    return Answer(gate: gate.state, duties: duties)
  }

  /// The changes that break the law for packs of one library, the first of each; those that are not asked any more are
  /// left out.
  private func breaks(_ packs: [Tried], _ changes: some Sequence<Change>) -> [Int: Change] {
    var problems: [Problem] = []
    let library = RegimeLibrary(packs.map(\.pack), &problems)
    var found: [Int: Change] = [:]
    for change in changes where found.count < packs.count {
      func judge(_ known: Change.Known) -> Judge {
        Judge(
          facts: known.facts, graph: known.graph, library: library, places: Laws.workspace.places,
          estimator: Laws.workspace.estimator)
      }
      let (before, after) = (judge(change.before), judge(change.after))
      for (index, pack) in packs.enumerated() where found[index] == nil {
        if pack.isAntitone, pack.codes.isEmpty, !change.isOwn { continue }
        if answer(pack, change, after).isLooser(than: answer(pack, change, before)) { found[index] = change }
      }
    }
    return found
  }

  // MARK: The proof

  private static let polarity: Set<Problem.Code> = [.undeclaredFall, .wrongSide]

  private func tried(_ seed: UInt64, _ vocabulary: Vocabulary) throws -> Tried {
    let random = RandomPack(seed)
    let bytes = Array(random.text.utf8)
    let tree = try TextFile.tree(bytes, named: random.id)
    let digest = Digest.sha256(bytes)
    let lint = Lint([.init(tree, digest: digest)], beside: [], vocabulary, Laws.workspace.places)
    let mistakes = lint.findings.filter(\.isMistake)
    let pack = try #require(
      lint.packs.first, "seed \(seed): \(mistakes.map { $0.problem.text(.en) })\n\(random.text)")
    return Tried(random: random, pack: pack, codes: Set(mistakes.map(\.problem.code)))
  }

  @Test func theLinterIsRight() throws {
    let vocabulary = try Workspace.vocabulary()
    let packs = try Worlds.seeds(200).map { try tried($0, vocabulary) }
    let accepted = packs.filter { $0.codes.isEmpty }
    let refused = packs.filter { !$0.codes.isEmpty && $0.codes.isSubset(of: Self.polarity) }
    #expect(accepted.count * 4 > packs.count && refused.count * 4 > packs.count)

    var random = Seeded(1)
    for group in accepted.chunked(40) {
      let some = Self.changes.shuffled(using: &random).prefix(150)
      for (index, change) in breaks(group, some) {
        Issue.record(
          "accepted, seed \(change.seed), \(change.name)\(change.isOwn ? " of its own" : ""):\n\(group[index].random.text)"
        )
      }
    }

    var without: [Tried] = []
    for group in refused.chunked(40) {
      let found = breaks(group, Self.changes)
      without += group.indices.filter { found[$0] == nil }.map { group[$0] }
    }
    let witnesses = refused.count - without.count
    print(
      "random packs: \(packs.count), accepted: \(accepted.count), refused for their polarity: \(refused.count), with a witness: \(witnesses)"
    )
    let others = Dictionary(grouping: packs.filter { !$0.codes.isSubset(of: Self.polarity) }) {
      $0.codes.map(\.rawValue).sorted().joined(separator: ", ")
    }
    for (codes, packs) in others.sorted(by: { $0.key < $1.key }) { print("  \(codes): \(packs.count)") }
    for tried in without.prefix(40) {
      print(
        "no witness: \(tried.codes.map(\.rawValue)) \(tried.random.text.split(separator: "articles:").last ?? "")"
      )
    }
    #expect(witnesses * 10 >= refused.count * 9, "of \(refused.count) refused, \(witnesses) have a witness")
  }
}

extension Array {
  /// Parts of at most that many.
  func chunked(_ most: Int) -> [[Element]] {
    stride(from: 0, to: count, by: most).map { Array(self[$0..<Swift.min($0 + most, count)]) }
  }
}
