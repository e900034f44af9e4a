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
    return (facts, try ComputeGraph(facts, estimator: estimator, places: workspace.places))
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
  @Test(arguments: Worlds.parts(10_000)) func totalsCountOnce(_ seeds: Range<UInt64>) throws {
    for seed in seeds {
      let world = RandomWorld(seed, models: 2...7)
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

  /// Law 3: the same facts, packs and dates give the same bytes.
  @Test(arguments: Worlds.parts(40, atMost: 2_000)) func determinationsAreReproducible(_ seeds: Range<UInt64>)
    throws
  {
    for seed in seeds {
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
  @Test(arguments: Worlds.parts(80, atMost: 2_000)) func determinationsStandAlone(_ seeds: Range<UInt64>)
    throws
  {
    for seed in seeds {
      let world = RandomWorld(seed)
      let busy = try Self.judge(world.records)
      var random = Seeded(seed)
      let models = world.records.filter { $0.kind == "artifact" }.map(\.id)
      let asked = models.flatMap { model in Self.workspace.library.packs.map { (model, $0) } }.shuffled(
        using: &random)
      let bodies = asked.map { busy.determine($0, $1).body.canonical }
      guard let (model, pack) = asked.last, let body = bodies.last else { continue }
      let alone = try Self.judge(world.records).determine(model, pack).body.canonical
      #expect(alone == body, "seed \(seed) \(model)")
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
