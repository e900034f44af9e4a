import Lineage
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// The definitions and the five examples of Annex A, each as the smallest dossier that shows it.
@Suite struct AnnexA {
  /// R127: the compute behind an output is the inference and everything behind its model.
  @Test func outputHasItsModelBehindIt() throws {
    let account = try account(
      "answer",
      """
      - artifact: model
      - activity: training
        kind: pretraining
        produces: model
        compute: [{ method: counted, parameters: 1e9, tokens: 1e12 }]
      - artifact: answer
        type: output
      - activity: answering
        kind: inference
        uses: [{ artifact: model, as: model }]
        produces: answer
        compute: [{ method: counted, parameters: 1e9, tokens: 1e3, per-parameter-token: 2 }]
      """)
    #expect(try account.toDate == Bounds(exactly: flop("6e21") + flop("2e12")))
  }

  /// R129, example 1: one net trained on human data counts its own training and nothing else.
  @Test func singleNet() throws {
    let account = try account(
      "model",
      """
      - artifact: model
      - artifact: books
        type: dataset
        origin: human
      - activity: training
        kind: pretraining
        uses: [{ artifact: books, as: data }]
        produces: model
        compute: [{ method: counted, parameters: 1e9, tokens: 1e12 }]
      """)
    #expect(try account.toDate == Bounds(exactly: flop("6e21")))
    #expect(account.entries.count == 1)
  }

  /// R130, example 2: without a series the rate of steady inference is the speed of the clusters it runs on.
  @Test func steadyInference() throws {
    func rate(_ complete: String) throws -> (bounds: Bounds<Ratio>, facts: [String]) {
      let model =
        AnnexWorld.model(rate: nil) + """
          - deployment: model/api
            model: model
            by: maker
            clusters: [hall]
            from: 2026-01-10
            complete: [\(complete)]

          """
      let determination = try AnnexWorld([AnnexWorld.maker + AnnexWorld.cluster(8) + model])
        .determination("artifact", "model")
      let headroom = try #require(determination.headroom.first { $0.quantity == "inference-rate" })
      let facts = determination.findings.flatMap { $0.because.allFacts.map(\.value) }
      return (headroom.bounds, facts)
    }
    // Eight devices of 1978.9 TFLOP/s.
    let whole = try rate("clusters")
    #expect(whole.bounds.high == (try Quantity("15831.2 TFLOP/s").value))
    #expect(whole.facts.contains("capacity of its clusters, approximate"))
    #expect(try rate("available-in").bounds.high == nil, "other clusters may serve it too")
  }

  /// R131, example 3: base, fine-tuning, and the preparation of its data.
  @Test func fineTunedModel() throws {
    let account = try account(
      "tuned",
      """
      - artifact: base
      - activity: base/training
        kind: pretraining
        produces: base
        compute: [{ method: telemetry, value: 5e20 FLOP, low: 5e20 FLOP, high: 5e20 FLOP }]
      - artifact: cleaned
        type: dataset
      - activity: cleaning
        kind: data-preparation
        produces: cleaned
        compute: [{ method: telemetry, value: 3e18 FLOP, low: 3e18 FLOP, high: 3e18 FLOP }]
      - artifact: tuned
      - activity: tuning
        kind: fine-tuning
        uses: [{ artifact: base, as: base-weights }, { artifact: cleaned, as: data }]
        produces: tuned
        compute: [{ method: telemetry, value: 2e19 FLOP, low: 2e19 FLOP, high: 2e19 FLOP }]
      """)
    #expect(try account.toDate == Bounds(exactly: flop("523e18")))
  }

  /// R132, example 4: student and teacher; what both have behind them counts once.
  @Test func distilledModel() throws {
    let account = try account(
      "student",
      """
      - artifact: base
      - activity: base/training
        kind: pretraining
        produces: base
        compute: [{ method: telemetry, value: 5e20 FLOP, low: 5e20 FLOP, high: 5e20 FLOP }]
      - artifact: teacher
      - activity: teaching
        kind: reinforcement-learning
        uses: [{ artifact: base, as: base-weights }]
        produces: teacher
        compute: [{ method: telemetry, value: 1e20 FLOP, low: 1e20 FLOP, high: 1e20 FLOP }]
      - artifact: student
      - activity: distilling
        kind: distillation
        uses: [{ artifact: base, as: base-weights }, { artifact: teacher, as: teacher-training }]
        produces: student
        compute: [{ method: telemetry, value: 4e19 FLOP, low: 4e19 FLOP, high: 4e19 FLOP }]
      """)
    #expect(try account.toDate == Bounds(exactly: flop("640e18")))
  }

  /// R133, example 5: trials that a person discarded do not count; those that a rule discarded do.
  @Test func discardedTrials() throws {
    let trials = """
      - artifact: model
      - activity: trial-1
        kind: trial
        compute: [{ method: telemetry, value: 7e18 FLOP, low: 7e18 FLOP, high: 7e18 FLOP }]
      - activity: training
        kind: pretraining
        uses: [{ activity: trial-1, as: discarded-by-human }]
        produces: model
        compute: [{ method: telemetry, value: 1e20 FLOP, low: 1e20 FLOP, high: 1e20 FLOP }]

      """
    let decided = """
      - discard: first
        trials: [trial-1]
        decided-by: "the lead of the run"
        reason: "The loss diverged."
      """
    #expect(try account("model", trials).toDate == Bounds(exactly: flop("107e18")))
    #expect(try account("model", trials + decided).toDate == Bounds(exactly: flop("100e18")))
  }

  /// R134: what was measured and what was approximated are two sums, and neither is made up.
  @Test func twoBooks() throws {
    let account = try account(
      "model",
      """
      - artifact: model
      - activity: training
        kind: pretraining
        produces: model
        compute:
          - { method: telemetry, value: 1e20 FLOP, book: ground-truth }
          - { method: counted, parameters: 1e8, tokens: 2e11 }
      """)
    #expect(try account.groundTruth == flop("100e18"))
    #expect(try account.approximation == flop("120e18"))
    #expect(account.toDate.best == account.groundTruth)
    // Half a unit of the last printed digit of 1e20 on each side; the approximation lies inside.
    #expect(try account.toDate.low == flop("50e18") && account.toDate.high == flop("150e18"))
  }

  private func flop(_ text: String) throws -> UInt128 { try Numeral(text).ratio().rounded(.down) }

  /// The account of a model of a dossier written here, under Annex A.
  private func account(_ name: String, _ records: String) throws -> Account {
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    let tree = try TextFile.tree(Array("- dossier: example\n\(records)".utf8), named: "example.yaml")
    let dossier = try RecordReader.read([tree], places: places, known: [GlobalID]())
    let estimator = Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
    let graph = try ComputeGraph(
      Tables(dossier.records).facts(asOf: Moment("2026-11-21").last), estimator: estimator,
      places: Workspace.places())
    let convention = try AccountCommand.convention("seed-annex-a", Workspace.library())
    return try Accountant(graph, convention).account(of: GlobalID("example", "artifact", name))
  }
}
