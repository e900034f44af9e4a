import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// A lineage of many generations is judged as well as a short one, in time and size that do not explode.
@Suite struct LongLineages {
  private var packs: [RegimePack] { Laws.workspace.library.packs }
  private var union: RegimePack { packs.first { $0.id == "eu-ai-act-gpai" } ?? packs[0] }

  private func clauses(_ explanation: Explanation) -> Int {
    explanation.parts.reduce(1) { $0 + clauses($1) }
  }

  private func codes(_ explanation: Explanation) -> Set<String> {
    explanation.parts.reduce(into: [explanation.code]) { $0.formUnion(codes($1)) }
  }

  /// Beyond any depth that conditions are followed to, and whoever is asked for first.
  @Test func depthDoesNotDecide() throws {
    let world = DeepWorld(generations: 60)
    let last = try #require(world.models.last)
    let first = try Laws.judge(world.records).determine(last, union)
    let judge = try Laws.judge(world.records)
    for model in world.models { _ = judge.verdict(model, ClassName(pack: union.id, name: "systemic-risk")) }
    #expect(judge.determine(last, union).body == first.body)
    #expect(!first.findings.contains { codes($0.because).contains("too deep") })
    // Nobody placed what is behind it in the Union: it is not excluded that its maker is the provider.
    #expect(first.findings.first { $0.article.id == "art-53" }?.verdict == .cannotBeExcluded)
  }

  /// Each generation has three ways to each of the one before.
  @Test func mergesOfMergesStayShort() throws {
    let world = DeepWorld(generations: 9, width: 3)
    let judge = try Laws.judge(world.records)
    let sizes = [3, 5, 8].map { generation in
      judge.determine(world.models[3 * generation], union).findings.map { clauses($0.because) }
    }
    #expect(sizes[0].max() ?? 0 < 6_000)
    #expect(sizes[1] == sizes[0] && sizes[2] == sizes[0])
    // What it rests on is named all the same, to the first generation.
    let facts = Set(judge.determine(world.models[24], union).facts.map(\.id))
    #expect(
      world.records.filter { $0.kind == "activity" }.prefix(25).allSatisfy { facts.contains($0.id.full) })
  }

  /// Nobody knows who made any of them: all that is behind one may be its original.
  @Test func nobodysMergesStayShort() throws {
    let world = DeepWorld(generations: 8, width: 3)
    let unsigned = world.records.map { $0.changed(body: $0.body.filter { $0.key != "by" }) }
    let judge = try Laws.judge(unsigned)
    let determination = judge.determine(try #require(world.models.last), union)
    #expect(determination.findings.map { clauses($0.because) }.max() ?? 0 < 5_000)
    let facts = Set(determination.facts.map(\.id))
    #expect(
      unsigned.filter { $0.kind == "activity" }.prefix(21).allSatisfy { facts.contains($0.id.full) })
  }

  /// How much is said changes no verdict.
  @Test func detailDoesNotDecide() throws {
    for seed in 0..<60 as Range<UInt64> {
      let world = RandomWorld(seed)
      let (facts, graph) = try Laws.graph(world.records)
      func determinations(_ detail: Judge.Detail) -> [Determination] {
        let judge = Judge(
          facts: facts, graph: graph, library: Laws.workspace.library, places: Laws.workspace.places,
          estimator: Laws.workspace.estimator, detail: detail)
        return packs.map { judge.determine(world.model, $0) }
      }
      let whole = determinations(.facts)
      for detail in [Judge.Detail.verdicts, .clauses] {
        for (left, right) in zip(determinations(detail), whole) {
          #expect(!left.facts.contains { !$0.id.isEmpty })
          #expect(left.findings.map(\.verdict) == right.findings.map(\.verdict), "seed \(seed)")
          #expect(left.classes.map(\.verdict) == right.classes.map(\.verdict), "seed \(seed)")
          #expect(left.gates.map(\.state) == right.gates.map(\.state), "seed \(seed)")
          #expect(left.obligations == right.obligations && left.tier == right.tier, "seed \(seed)")
          #expect(left.headroom == right.headroom && left.changesAt == right.changesAt, "seed \(seed)")
        }
      }
    }
  }

  /// What is kept from one question answers no other.
  @Test func questionsStandAlone() throws {
    let questions: [(Action, String)] = [
      (.deployExternal, "FR"), (.use, "US"), (.train, GateState.everywhere), (.deployExternal, "US"),
      (.use, GateState.everywhere), (.deployInternal, "EU"), (.use, "FR"),
    ]
    for seed in 0..<60 as Range<UInt64> {
      let world = RandomWorld(seed)
      let busy = try Laws.judge(world.records)
      for (action, place) in questions {
        let alone = try Laws.judge(world.records).gate(world.model, action, in: place, packs)
        #expect(busy.gate(world.model, action, in: place, packs) == alone, "seed \(seed) \(action) \(place)")
      }
    }
  }

  /// A graph rests on records of some kinds alone.
  @Test func otherKindsLeaveTheGraph() throws {
    for seed in 0..<40 as Range<UInt64> {
      let world = RandomWorld(seed)
      let (facts, graph) = try Laws.graph(world.records)
      for record in world.records where !ComputeGraph.kinds.contains(record.kind) {
        let other = try ComputeGraph(
          facts.without(record.id), estimator: Laws.workspace.estimator, places: Laws.workspace.places)
        #expect(
          other.activities == graph.activities && other.links == graph.links, "seed \(seed) \(record.id)")
        #expect(other.producers == graph.producers && other.findings == graph.findings, "seed \(seed)")
      }
    }
  }
}
