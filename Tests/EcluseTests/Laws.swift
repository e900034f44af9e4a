import Measures
import RecordsIO
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// The laws of the architecture that hold for every dossier, tried on random worlds. A failure names its seed.
@Suite struct Laws {
  static let workspace = Loaded(Fixtures.example("eu-annex-a3")).workspace
  static let asOf = Moment.day(CivilDate(daysSinceEpoch: 20_778)).last

  static func graph(_ records: [Record], _ estimator: Estimator = workspace.estimator) throws -> (
    Facts, ComputeGraph
  ) {
    let facts = Tables(records).facts(asOf: asOf)
    return (facts, try ComputeGraph(facts, estimator: estimator))
  }

  static func judge(_ records: [Record], _ estimator: Estimator = workspace.estimator) throws -> Judge {
    let (facts, graph) = try graph(records, estimator)
    return Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places, estimator: estimator)
  }

  static let conventions = [
    "seed-gate-closure:seed-annex-a", "eu-gpai-guidelines-2025-07-18:eu-cumulative",
    "eu-gpai-guidelines-2025-07-18:eu-direct",
  ]

  /// Law 1: a total is the sum over the set of ancestors, whatever the order of records.
  @Test func totalsCountOnce() throws {
    for seed in 0..<10_000 as Range<UInt64> {
      let world = RandomWorld(seed, models: 2...9)
      let (_, graph) = try Self.graph(world.records)
      var random = Seeded(seed)
      let other = seed % 10 == 0 ? try Self.graph(world.records.shuffled(using: &random)).1 : nil
      for name in Self.conventions {
        let convention = try #require(Self.workspace.library.convention(name))
        let accountant = Accountant(graph, convention)
        for (artifact, producers) in graph.producers {
          let slow = producers.reduce(into: Set<Int>()) { $0.formUnion(behind($1, accountant)) }
          let total = try accountant.total(of: artifact)
          #expect(total == (try accountant.sum(slow.shuffled(using: &random))), "seed \(seed) \(artifact)")
          if let best = total.best {
            #expect(total.low <= best && best <= total.high ?? .max, "seed \(seed)")
          }
          if let other {
            #expect(try Accountant(other, convention).total(of: artifact) == total, "seed \(seed)")
          }
        }
      }
    }
  }

  /// The slow obvious algorithm: the set of an activity and of everything behind it.
  private func behind(_ position: Int, _ accountant: Accountant) -> Set<Int> {
    accountant.graph.links[position].filter { accountant.refusal(of: $0) == nil }
      .reduce(into: [position]) { $0.formUnion(behind($1.source, accountant)) }
  }

  private static let questions: [(Action, String)] = [
    (.train, GateState.everywhere), (.deployExternal, "FR"), (.deployInternal, "DE"),
  ]

  private func states(_ records: [Record], _ model: GlobalID) throws -> [GateCondition] {
    let judge = try Self.judge(records)
    return Self.questions.map { judge.gate(model, $0.0, in: $0.1, Self.workspace.library.packs).state }
  }

  private func expectNotMoreOpen(_ before: [GateCondition], _ after: [GateCondition], _ note: String) {
    for (index, state) in after.enumerated() where state == .open {
      #expect(
        before[index] == .open, "\(note), \(Self.questions[index].0.rawValue): \(before[index]) became open")
    }
  }

  /// Law 2, first half: everything else unchanged, more compute that counts never opens a gate.
  @Test func moreComputeNeverOpens() throws {
    for seed in 0..<4_000 as Range<UInt64> {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 77)
      let (_, graph) = try Self.graph(world.records)
      let convention = try #require(Self.workspace.library.convention(Self.conventions[0]))
      let counted = Accountant(graph, convention).ancestors(of: graph.sources(of: world.model)).flatMap {
        graph.activities[$0].records
      }
      guard let chosen = counted.sorted().randomElement(using: &random) else { continue }
      let factor = random.pick([2, 10, 1000]) as UInt128
      let raised = world.records.map { record in record.id == chosen ? record.raised(by: factor) : record }
      expectNotMoreOpen(
        try states(world.records, world.model), try states(raised, world.model),
        "seed \(seed), \(chosen) ×\(factor)")
    }
  }

  /// Law 2, second half, and law 8 as far as it needs no ledger: less certainty never opens a gate.
  @Test func lessCertaintyNeverOpens() throws {
    for seed in 0..<6_000 as Range<UInt64> {
      let world = RandomWorld(seed)
      var random = Seeded(seed &+ 99)
      let hidden = Set(world.records.filter { _ in random.chance(25) }.map(\.id))
      let before = try states(world.records, world.model)
      let names = hidden.map(\.description).sorted().joined(separator: ", ")
      expectNotMoreOpen(
        before, try states(world.withholding { hidden.contains($0.id) }, world.model),
        "seed \(seed), withheld \(names)")
      guard seed % 3 == 0 else { continue }
      expectNotMoreOpen(
        before, try states(world.records.map { $0.widened() }, world.model), "seed \(seed), widened")
    }
  }

  /// Law 3: the same facts, packs and dates give the same bytes.
  @Test func determinationsAreReproducible() throws {
    for seed in 0..<300 as Range<UInt64> {
      let world = RandomWorld(seed)
      var random = Seeded(seed)
      func bodies(_ records: [Record]) throws -> [String] {
        let judge = try Self.judge(records)
        return judge.marked(Self.workspace.library.packs.map { judge.determine(world.model, $0) }).map(
          \.json.canonical)
      }
      #expect(try bodies(world.records) == bodies(world.records.shuffled(using: &random)), "seed \(seed)")
    }
  }

  /// Law 3: what is said of one subject does not depend on what else was asked, nor on unrelated facts.
  @Test func determinationsStandAlone() throws {
    for seed in 0..<150 as Range<UInt64> {
      let world = RandomWorld(seed)
      let busy = try Self.judge(world.records)
      for record in world.records where record.kind == "artifact" {
        for pack in Self.workspace.library.packs {
          let body = busy.determine(record.id, pack).body.canonical
          let alone = try Self.judge(world.records)
          #expect(alone.determine(record.id, pack).body.canonical == body, "seed \(seed) \(record.id)")
        }
      }
    }
  }

  /// Law 4: every number, period, date and place of law stands in a pack, with its citation.
  @Test func everyParameterIsCited() {
    for pack in Self.workspace.library.packs {
      for parameter in pack.parameters.values {
        #expect(
          !parameter.citation.document.isEmpty && !parameter.citation.locus.isEmpty,
          "\(pack.id) \(parameter.name)")
      }
    }
  }

  /// Law 4: no number of law stands in Swift.
  @Test func noNumberOfLawOutsidePacks() throws {
    let numbers =
      /1e(18|19|20|23|25|26|27)\b|10\^(18|19|20|23|25|26|27)\b|powerOfTen\((18|19|20|23|25|26|27)\)/
    for path in try Sources.all() {
      for (index, line) in try Sources.lines(path).enumerated() {
        let code = line.drop { $0 == " " }
        guard !code.hasPrefix("//") else { continue }
        #expect(code.firstMatch(of: numbers) == nil, "\(path):\(index + 1): \(line)")
      }
    }
  }
}

extension Record {
  /// The same record with its compute multiplied.
  func raised(by factor: UInt128) -> Record {
    mapCompute { fields in
      for name in ["value", "low", "high"] {
        guard let quantity = fields[name]?.quantity,
          let product = try? quantity.value.multiplied(by: Ratio(factor))
        else { continue }
        fields[name] = Value("\(product.rounded(.down)) FLOP")
      }
    }
  }

  /// The same record with wider bounds around the same best values.
  func widened() -> Record {
    mapCompute { fields in
      guard let value = (fields["value"] ?? fields["low"])?.quantity?.value.rounded(.down) else { return }
      fields["low"] = Value("\(min(value / 4, fields["low"]?.quantity?.value.rounded(.down) ?? .max)) FLOP")
      if fields["high"] != nil || fields["value"] != nil {
        fields["high"] = Value("\(max(value * 5, fields["high"]?.quantity?.value.rounded(.up) ?? 0)) FLOP")
      }
    }
  }

  private func mapCompute(_ change: (inout [String: Value]) -> Void) -> Record {
    guard case .list(let estimates)? = self["compute"] else { return self }
    var body = body
    body["compute"] = .list(
      estimates.map { estimate in
        guard case .group(var fields) = estimate else { return estimate }
        change(&fields)
        return .group(fields)
      })
    return changed(body: body)
  }
}
