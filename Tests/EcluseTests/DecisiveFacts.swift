import Measures
import TestSupport
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// Every leaf names its facts: without a decisive one the verdict is another, without any other it is the same.
@Suite struct DecisiveFacts {
  private func check(_ facts: Facts, _ subject: GlobalID, _ note: String) throws -> Int {
    let workspace = Laws.workspace
    func judge(_ facts: Facts) throws -> Judge {
      Judge(
        facts: facts,
        graph: try ComputeGraph(facts, estimator: workspace.estimator, places: workspace.places),
        library: workspace.library,
        places: workspace.places, estimator: workspace.estimator)
    }
    let full = try judge(facts)
    var checked = 0
    for determination in full.marked(workspace.library.packs.map { full.determine(subject, $0) }) {
      let pack = try #require(workspace.library.pack(determination.regime))
      for fact in determination.findings.reduce(into: Set<FactUse>(), { $0.formUnion($1.because.allFacts) }) {
        // The id is namespace/kind/local.
        let parts = fact.id.split(separator: "/", maxSplits: 2).map(String.init)
        let other = try judge(facts.without(GlobalID(parts[0], parts[1], parts[2])))
        let again = other.determine(subject, pack)
        for (finding, second) in zip(determination.findings, again.findings)
        where finding.because.allFacts.contains(where: { $0.id == fact.id }) {
          let uses = finding.because.allFacts.filter { $0.id == fact.id }
          for use in uses {
            checked += 1
            #expect(
              use.isDecisive == (finding.verdict != second.verdict),
              "\(note): \(finding.article.id) of \(subject), without \(fact.id): \(finding.verdict) then \(second.verdict)"
            )
          }
        }
      }
    }
    return checked
  }

  @Test func inRandomWorlds() throws {
    var checked = 0
    for seed in 20_000..<20_060 as Range<UInt64> {
      let world = RandomWorld(seed)
      checked += try check(Tables(world.records).facts(asOf: Laws.asOf), world.model, "seed \(seed)")
    }
    #expect(checked > 400)
  }

  /// Along lineages, where the same fact is read in many ways.
  @Test(arguments: [(5, 1), (3, 3), (4, 2)]) func inDeepWorlds(_ generations: Int, _ width: Int) throws {
    for compute in ["2e23 FLOP", "6e24 FLOP", "2e25 FLOP"] {
      let world = DeepWorld(generations: generations, width: width, compute: compute)
      let facts = Tables(world.records).facts(asOf: Laws.asOf)
      let note = "\(generations) generations of \(width), \(compute)"
      #expect(try check(facts, try #require(world.models.last), note) > 50)
    }
  }

  /// Of a model with more runs than that none is tried, and nothing is said of any.
  @Test(arguments: [(20, true), (130, false)]) func ofMany(_ runs: Int, _ isTried: Bool) throws {
    var text = "- dossier: acme\n- party: acme\n- artifact: m\n"
    for run in 0..<runs {
      text += "- activity: r\(run)\n  kind: pretraining\n  by: acme\n  to: 2025-01-01\n  produces: m\n"
    }
    let judge = try Laws.judge(Dossier(text).records)
    let determination = judge.determine(
      GlobalID("acme", "artifact", "m"), try #require(judge.library.pack("seed-gate-closure")))
    let marks = try #require(judge.marked([determination]).first).findings.flatMap(\.because.allFacts)
      .filter { $0.id.contains("/activity/") }.map(\.isDecisive)
    #expect(!marks.isEmpty && marks.allSatisfy { ($0 != nil) == isTried })
  }

  /// Facts of several subjects are tried together, and say of each what they say of it alone.
  @Test func subjectsTogether() throws {
    let world = DeepWorld(generations: 4, width: 2, compute: "6e24 FLOP")
    let judge = try Laws.judge(world.records)
    func determinations(_ model: GlobalID) -> [Determination] {
      Laws.workspace.library.packs.map { judge.determine(model, $0) }
    }
    let together = judge.marked(world.models.flatMap(determinations))
    #expect(together.map(\.body) == world.models.flatMap { judge.marked(determinations($0)).map(\.body) })
  }

  @Test(arguments: ["two-regimes", "seed-world", "modifier"]) func inExamples(_ name: String) throws {
    let workspace = try Workspace(dossier: Fixtures.example(name))
    let facts = workspace.tables.facts(asOf: Laws.asOf)
    let models = workspace.subjectRecords.filter { $0.kind == "artifact" }.map(\.id).prefix(3)
    for model in models { #expect(try check(facts, model, name) > 0) }
  }
}
