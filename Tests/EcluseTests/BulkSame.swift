import Lineage
import Measures
import Records
import Testing

@testable import Regimes
@testable import ecluse

/// What is said of many models at once is what the judge says of each. A failure names its seed.
@Suite struct BulkSame {
  /// What is said of a model under a pack, as far as a bulk answer says it: one word for each matter.
  private func said(_ made: Determination) -> [String: String] {
    var words = ["binding": made.isBinding ? made.standing.verdict.rawValue : "fails"]
    for item in made.findings { words["article \(item.article.id)"] = item.because.verdict.rawValue }
    for item in made.classes { words["class \(item.name)"] = item.verdict.rawValue }
    words["tier"] = made.tier.map { "\($0.established) \($0.notExcluded)" }
    for gate in made.gates where gate.place == GateState.everywhere {
      words["gate \(gate.action.rawValue)"] = gate.state.rawValue
    }
    return words
  }

  private func said(_ verdicts: BulkVerdicts, _ row: Int, _ pack: Int) -> [String: String] {
    var words = ["binding": verdicts.binding(row, pack: pack).rawValue]
    for item in verdicts.articles(row, pack: pack) { words["article \(item.id)"] = item.verdict.rawValue }
    for item in verdicts.classes(row, pack: pack) { words["class \(item.name)"] = item.verdict.rawValue }
    words["tier"] = verdicts.tier(row, pack: pack).map { "\($0.established) \($0.notExcluded)" }
    for gate in verdicts.gates(row, pack: pack) {
      words["gate \(gate.action.rawValue)"] = gate.state.rawValue
    }
    return words
  }

  /// Compares every model of some facts; how often each verdict was met.
  private func compare(_ facts: Facts, _ graph: ComputeGraph, _ program: BulkProgram, _ name: String)
    -> [String: Int]
  {
    func judge() -> Judge {
      Judge(
        facts: facts, graph: graph, library: program.library, places: Laws.workspace.places,
        estimator: Laws.workspace.estimator, detail: .verdicts)
    }
    let models = facts.records(of: "artifact").map(\.id)
    let columns = BulkColumns(program, models, judge())
    let verdicts = program.judge([columns])[0]
    let alone = judge()
    // What is not simply a verdict in a column is met too.
    let all = columns.sheet.columns + columns.runs.flatMap(\.columns)
    var met = [
      "aside": columns.aside.count, "compared": all.count { $0.cut != nil },
      "not compared": all.count { $0.aside != nil }, "looked": all.count { !$0.views.isEmpty },
      "runs": columns.runs.count - 1, "countries": columns.deploying.count,
    ]
    for (row, model) in models.enumerated() {
      for (number, pack) in program.packs.enumerated() {
        let (bulk, one) = (said(verdicts, row, number), said(alone.determine(model, pack)))
        let other = Set(bulk.keys).union(one.keys).filter { bulk[$0] != one[$0] }.sorted().map {
          "\($0): \(bulk[$0] ?? "-"), not \(one[$0] ?? "-")"
        }
        #expect(other.isEmpty, "\(name) \(model) \(pack.id)")
        for (matter, word) in bulk { met["\(matter) \(word)", default: 0] += 1 }
      }
    }
    return met
  }

  private func program(_ library: RegimeLibrary) -> BulkProgram {
    BulkProgram(library, library.packs, asOf: Laws.asOf)
  }

  @Test(arguments: Worlds.parts(80)) func shippedPacks(_ seeds: Range<UInt64>) throws {
    let program = program(Laws.workspace.library)
    for seed in seeds {
      let (facts, graph) = try Laws.graph(RandomWorld(seed).records)
      _ = compare(facts, graph, program, "seed \(seed)")
    }
  }

  /// Every part of the grammar, each in a pack of its own; each gate is met open and not open.
  @Test func everyPartOfTheGrammar() throws {
    let program = program(MonotoneLaws.library)
    var met: [String: Int] = [:]
    for seed in Worlds.seeds(24) {
      let (facts, graph) = try Laws.graph(RandomWorld(seed).records)
      met.merge(compare(facts, graph, program, "seed \(seed)"), uniquingKeysWith: +)
    }
    // Closed and open gates, and articles of every verdict, were among them.
    for matter in ["gate use", "gate train"] {
      for state in [GateCondition.open, .undetermined, .closed] {
        #expect(met["\(matter) \(state)", default: 0] > 0, "\(matter) \(state)")
      }
    }
    for way in ["aside", "compared", "not compared", "looked", "runs", "countries"] {
      #expect(met[way, default: 0] > 0, "\(way)")
    }
    for verdict in Verdict.allCases { #expect(met["article a \(verdict)", default: 0] > 20, "\(verdict)") }
  }

  @Test func publicRecord() throws {
    let workspace = try Workspace(dossier: nil)
    let facts = workspace.tables.facts(asOf: Laws.asOf)
    let graph = try ComputeGraph(facts, estimator: workspace.estimator, places: workspace.places)
    #expect(!compare(facts, graph, program(workspace.library), "public record").isEmpty)
  }
}
