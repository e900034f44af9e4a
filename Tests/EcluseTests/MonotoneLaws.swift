import Lineage
import Measures
import RecordsIO
import Testing

@testable import Records
@testable import Regimes
@testable import ecluse

/// Law 2 on random worlds: more compute that counts never opens a gate, and less certainty never does. A failure
/// names its seed.
@Suite struct MonotoneLaws {
  static let library: RegimeLibrary = {
    let workspace = Laws.workspace
    do {
      let vocabulary = try Vocabulary(ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
      return try RegimeLibrary(workspace.library.packs + LawPacks.read(vocabulary, workspace.places))
    } catch {
      fatalError("\(error)")
    }
  }()

  /// What the gates say of a world.
  func gates(_ records: [Record], _ world: RandomWorld, _ gates: [LawPacks.Gate]) throws -> [GateState] {
    let (facts, graph) = try Laws.graph(records)
    let judge = Judge(
      facts: facts, graph: graph, library: Self.library, places: Laws.workspace.places,
      estimator: Laws.workspace.estimator)
    return gates.map { gate in
      judge.gate(
        gate.isOfCluster ? world.cluster : world.model, gate.action, in: gate.place,
        Self.library.packs.filter { $0.id == gate.pack })
    }
  }

  /// The laws: whatever is no longer known, was computed beyond, or is claimed by somebody else, opens nothing. Of
  /// each world a few changes and gates are tried: to ask all of them takes too long.
  @Test func nothingOpens() throws {
    var moved: [WorldChange: Int] = [:]
    for seed in Worlds.seeds(3_500) {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 99)
      let asked = Array(LawPacks.gates.shuffled(using: &random).prefix(5))
      let before = try gates(world.records, world, asked)
      // A limit decides few gates: that it is hidden is tried in every world.
      for change in [.capHidden] + WorldChange.allCases.shuffled(using: &random).prefix(3) {
        let changed = change.applied(to: world.records, &random)
        guard changed != world.records else { continue }
        let after = try gates(changed, world, asked)
        for (index, gate) in asked.enumerated() where after[index].state != before[index].state {
          moved[change, default: 0] += 1
          #expect(
            after[index].state != .open,
            "seed \(seed), \(change.rawValue): \(gate.pack) \(gate.action.rawValue) was \(before[index].state)"
          )
        }
      }
    }
    // Each change closes something somewhere, else the law says nothing of it; what others claim changes nothing.
    let silent: Set<WorldChange> = [.claimed, .strangers]
    for change in WorldChange.allCases where !silent.contains(change) {
      #expect(moved[change, default: 0] >= 2, "\(change.rawValue)")
    }
  }

  /// Law 8, as far as no ledger is needed: whoever sees less sees no gate more open than whoever sees more, down from
  /// the one who sees everything.
  @Test func whoSeesLessSeesNothingMoreOpen() throws {
    var closed = 0
    for seed in Worlds.seeds(600) {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 88)
      let asked = Array(LawPacks.gates.shuffled(using: &random).prefix(6))
      var (records, before) = (world.records, try gates(world.records, world, asked))
      for _ in 0..<3 {
        records = records.map { random.chance(20) ? $0.withheld : $0 }
        let after = try gates(records, world, asked)
        for (index, gate) in asked.enumerated() where before[index].state != .open {
          #expect(after[index].state != .open, "seed \(seed): \(gate.pack) \(gate.action.rawValue)")
        }
        closed += zip(before, after).count { $0.state == .open && $1.state != .open }
        before = after
      }
    }
    #expect(closed > 20)
  }

  /// Each small pack lets some worlds pass and others not, else the law says nothing of it.
  @Test func everyPackDecides() throws {
    var (opens, closes): (Set<String>, Set<String>) = ([], [])
    for seed in 0..<4_000 as Range<UInt64> {
      let world = RandomWorld(seed)
      let open = LawPacks.gates.filter { !opens.contains($0.pack) || !closes.contains($0.pack) }
      guard !open.isEmpty else { break }
      for (gate, state) in zip(open, try gates(world.records, world, open)) {
        if state.state == .open { opens.insert(gate.pack) } else { closes.insert(gate.pack) }
      }
    }
    let all = Set(LawPacks.gates.map(\.pack))
    #expect(all.subtracting(opens) == [])
    #expect(all.subtracting(closes) == [])
  }

  /// What is put off stays owed, and less knowledge or more compute puts nothing off.
  @Test func nothingIsPutOff() throws {
    let pack = try #require(Self.library.pack("law-deferral"))
    func duties(_ records: [Record], _ world: RandomWorld) throws -> [Obligation] {
      let (facts, graph) = try Laws.graph(records)
      let judge = Judge(
        facts: facts, graph: graph, library: Self.library, places: Laws.workspace.places,
        estimator: Laws.workspace.estimator)
      return judge.determine(world.model, pack).obligations
    }
    var seen: Set<Bool> = []
    for seed in Worlds.seeds(600) {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 33)
      let before = try duties(world.records, world)
      seen.formUnion(before.map { $0.state == .deferred })
      for change in WorldChange.allCases.shuffled(using: &random).prefix(3) {
        let after = try duties(change.applied(to: world.records, &random), world)
        #expect(before.isEmpty || !after.isEmpty, "seed \(seed), \(change.rawValue): a duty is gone")
        // Whose duty was put off may be put off still; nobody’s becomes so.
        let putOff = Set(before.filter { $0.state == .deferred }.map(\.party))
        #expect(
          after.allSatisfy { $0.state != .deferred || putOff.contains($0.party) || before.isEmpty },
          "seed \(seed), \(change.rawValue)")
      }
    }
    #expect(seen == [true, false])
  }

  /// Every feature of the random worlds decides gates: taken away alone, the verdict is another.
  @Test func everyFeatureDecides() throws {
    var decides: [Feature: Int] = [:]
    for seed in 0..<6_000 as Range<UInt64> {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 55)
      let open = Feature.allCases.filter { world.features.contains($0) && decides[$0, default: 0] < 5 }
      guard let feature = open.randomElement(using: &random) else { continue }
      let without = RandomWorld(seed, without: feature)
      let (before, after) = (
        try gates(world.records, world, LawPacks.gates), try gates(without.records, without, LawPacks.gates)
      )
      if before.map(\.state) != after.map(\.state) { decides[feature, default: 0] += 1 }
    }
    for feature in Feature.allCases { #expect(decides[feature, default: 0] >= 5, "\(feature.rawValue)") }
  }
}
