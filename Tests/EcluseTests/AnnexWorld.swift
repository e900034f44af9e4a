import Lineage
import Measures
import Records
import Regimes
import TestSupport

@testable import ecluse

/// A world in which a developer adopted the text of the seed, with more files beside: what the text then says.
struct AnnexWorld {
  static let maker = """
    - dossier: maker
    - party: maker
      seat: US
      operates-in: [US]
      roles: [{ role: developer, from: 2025-01-01 }]
    - adoption: seed
      by: maker
      regime: seed-gate-closure
      activation: 2026-01-01

    """
  static let digest = "sha256:" + String(repeating: "3f", count: 32)

  private let judge: Judge
  private let pack: RegimePack

  init(_ files: [String], asOf: String = "2026-11-21") throws {
    let tables = Tables(try Dossier.reading(files))
    let facts = tables.facts(asOf: try Moment(asOf).last)
    let (library, places) = (Laws.workspace.library, try Dossier.places())
    let estimator = try Dossier.estimator()
    judge = Judge(
      facts: facts, graph: try ComputeGraph(facts, estimator: estimator, places: places), library: library,
      places: places,
      estimator: estimator)
    pack = library.packs.first { $0.id == "seed-gate-closure" } ?? library.packs[0]
  }

  func determination(_ kind: String, _ local: String) -> Determination {
    judge.determine(GlobalID("maker", kind, local), pack)
  }

  /// The verdict on a class of the pack.
  func verdict(_ kind: String, _ local: String, _ name: String) -> Verdict {
    judge.verdict(GlobalID("maker", kind, local), ClassName(pack: pack.id, name: name))
  }

  func gate(_ kind: String, _ local: String, _ action: Action) -> GateCondition {
    judge.gate(GlobalID("maker", kind, local), action, in: GateState.everywhere, [pack]).state
  }

  /// A cluster of so many accelerators of one kind.
  static func cluster(_ chips: Int) -> String {
    """
    - cluster: hall
      custodian: maker
      country: US
      devices: [{ chips: \(chips) x h100-sxm }]
      complete: [devices]

    """
  }

  /// A model with its training compute, its rate and its three ratings.
  static func model(
    compute: String = "1e25", rate: String? = "1e17",
    strong: Set<String> = ["autonomy", "generality", "intelligence"],
    rated: [String] = ["autonomy", "generality", "intelligence"]
  ) -> String {
    var text = """
      - artifact: model
        digest: \(digest)
      - activity: model/training
        kind: pretraining
        by: maker
        from: 2025-06-01
        to: 2025-12-31
        produces: model
        complete: [uses]
        compute: [{ method: telemetry, value: \(compute) FLOP, low: \(compute) FLOP, high: \(compute) FLOP }]

      """
    for axis in rated {
      text +=
        "- rating: model/\(axis)\n  about: model\n  axis: \(axis)\n  is: \(strong.contains(axis) ? "strong" : "weak")\n  at: 2026-01-05\n"
    }
    if let rate {
      text += """
        - deployment: model/api
          model: model
          by: maker
          available-in: [US]
          from: 2026-01-10
          complete: [available-in]
        - activity: model/inference
          kind: inference
          by: maker
          from: 2026-01-10
          uses: [{ artifact: model, as: model }]
          complete: [uses]
          deployment: model/api
          rate: [{ from: 2026-01-10, to: 2026-12-31, value: \(rate) FLOP/s, low: \(rate) FLOP/s, high: \(rate) FLOP/s }]

        """
    }
    return text
  }
}
