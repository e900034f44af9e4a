import Lineage
import Measures
import Records
import Regimes
import TestSupport
import Testing

@testable import ecluse

/// The proposals of PauseAI, adopted by a developer for itself: what they then ask.
@Suite struct PauseProposals {
  static let maker = """
    - dossier: maker
    - party: maker
      seat: XA
      roles: [{ role: developer, from: 2025-01-01 }]
    - adoption: pause
      by: maker
      regime: seed-pauseai
      activation: 2026-01-01

    """

  private static func model(_ parameters: String = "5e8", compute: String = "1e24", more: String = "")
    -> String
  {
    """
    - artifact: model
      parameters: \(parameters)
      complete: [about-to-exceed]
      \(more)
    - activity: model/training
      kind: pretraining
      by: maker
      from: 2026-02-01
      to: 2026-06-30
      produces: model
      complete: [uses]
      compute: [{ method: telemetry, value: \(compute) FLOP, low: \(compute) FLOP, high: \(compute) FLOP }]

    """
  }

  private static let provenance =
    "- data-provenance: works\n  about: model/training\n  decision: no-protected-works\n  at: 2026-01-20\n"

  private static func office(_ name: String, _ role: String, _ acts: String) -> String {
    "- dossier: \(name)\n- party: \(name)\n  roles: [{ role: \(role), where: [XA], from: 2025-01-01 }]\n\(acts)"
  }

  private static func act(
    _ kind: String, _ name: String, _ decision: String, about: String = "maker:model", _ more: String = ""
  )
    -> String
  {
    "- \(kind): \(name)\n  about: \(about)\n  decision: \(decision)\n  at: 2026-07-15\n\(more)"
  }

  private struct World {
    let judge: Judge
    let pack: RegimePack

    init(_ files: String...) throws {
      let facts = Tables(try Dossier.reading([maker + files[0]] + files.dropFirst())).facts(
        asOf: try Moment("2026-11-21").last)
      let (places, estimator) = (try Dossier.places(), try Dossier.estimator())
      judge = Judge(
        facts: facts, graph: try ComputeGraph(facts, estimator: estimator, places: places),
        library: Laws.workspace.library, places: places, estimator: estimator)
      pack = try #require(judge.library.packs.first { $0.id == "seed-pauseai" })
    }

    func determine(_ kind: String, _ local: String, of name: String = "maker") -> Determination {
      judge.determine(GlobalID(name, kind, local), pack)
    }

    func moratorium() -> Verdict {
      judge.verdict(GlobalID("maker", "artifact", "model"), ClassName(pack: pack.id, name: "moratorium"))
    }

    func gate(_ kind: String, _ local: String, _ action: Action) -> GateCondition {
      judge.gate(GlobalID("maker", kind, local), action, in: GateState.everywhere, [pack]).state
    }
  }

  /// R169: any of three limbs is enough; at either limit there is none, and who does not say is not excluded.
  @Test(arguments: [
    ("1e12", "1e25", "", Verdict.fails), ("1.001e12", "1e24", "", .holds),
    ("5e8", "10000000000000000000000001", "", .holds),
    ("5e8", "1e24", "about-to-exceed: [public:gpt-4]", .holds),
    ("5e8", "1e24", "about-to-exceed: [maker:other]", .fails),
  ]) func threeLimbs(_ parameters: String, _ compute: String, _ more: String, _ expected: Verdict) throws {
    let other = "- artifact: other\n"
    let known = "- dossier: public\n- artifact: gpt-4\n"
    let world = try World(Self.model(parameters, compute: compute, more: more) + other, known)
    #expect(world.moratorium() == expected)
    let silent = try World(
      Self.model(parameters, compute: compute).replacing("  complete: [about-to-exceed]\n", with: ""))
    #expect(silent.moratorium() == (expected == .holds && more.isEmpty ? .holds : .cannotBeExcluded))
  }

  /// R170: narrow once the agency accepted it, and not because the developer says so.
  @Test func narrowSystems() throws {
    let large = Self.model("2e12")
    let accepted = Self.act("narrowness-claim", "narrow", "accepted")
    #expect(try World(large, Self.office("agency", "international-agency", accepted)).moratorium() == .fails)
    #expect(try World(large, Self.office("agency", "authority", accepted)).moratorium() == .holds)
    #expect(
      try World(large + accepted.replacing("maker:model", with: "maker/artifact/model")).moratorium()
        == .holds)
    #expect(
      try World(
        large, Self.office("agency", "international-agency", accepted.replacing("accepted", with: "rejected"))
      )
      .moratorium() == .holds)
  }

  /// R171: training under the moratorium waits for three proofs, and is supervised; one of them missing it stays closed.
  @Test func underTheMoratorium() throws {
    let proofs = [
      Self.act("scientific-consensus", "consensus", "established"),
      Self.act("alignment-proof", "proof", "accepted"),
      Self.act("democratic-control", "control", "established"),
      Self.act("training-licence", "licence", "granted", about: "maker:model/training"),
    ]
    let large = Self.model("2e12") + Self.provenance
    func gate(_ acts: [String]) throws -> GateCondition {
      try World(large, Self.office("agency", "international-agency", acts.joined())).gate(
        "activity", "model/training", .train)
    }
    #expect(try gate(proofs) == .open)
    for index in proofs.indices {
      var fewer = proofs
      fewer.remove(at: index)
      #expect(try gate(fewer) == .closed, "without \(proofs[index])")
    }
    let duties = try World(large).determine("activity", "model/training").obligations
    #expect(duties.contains { $0.duty.duty == "accept-supervision" && $0.state == .owed })
    let small = try World(Self.model() + Self.provenance).determine("activity", "model/training").obligations
    #expect(!small.contains { $0.duty.duty == "accept-supervision" })
  }

  /// R167: above a thousand million parameters, the text's example, a run needs the agency's licence.
  @Test func trainingLicence() throws {
    let licence = Self.act("training-licence", "licence", "granted", about: "maker:model/training")
    let agency = Self.office("agency", "international-agency", licence)
    func gate(_ parameters: String, _ others: String...) throws -> GateCondition {
      let model = Self.model(parameters) + Self.provenance
      return try (others.first.map { try World(model, $0) } ?? World(model)).gate(
        "activity", "model/training", .train)
    }
    #expect(try gate("1e9") == .open && gate("1.1e9") == .closed && gate("1.1e9", agency) == .open)
    #expect(try gate("1.1e9", Self.office("agency", "authority", licence)) == .closed)
    // R174, in part: what the data are made of must be attested too.
    #expect(try World(Self.model("1e9")).gate("activity", "model/training", .train) == .closed)
  }

  /// R166 and R173: deployment waits for a licence that rests on the current list of capabilities, an independent evaluation
  /// and a safety case; with the list withdrawn it is closed again.
  @Test func deploymentLicence() throws {
    let licence = Self.act(
      "deployment-licence", "licence", "granted",
      "  covers: [no-dangerous-capability]\n  rests-on: [list, lab:evaluation, maker:case]\n")
    let list = "- dangerous-capability-list: list\n  about: maker:model\n  at: 2026-07-01\n"
    let lab = Self.office(
      "lab", "evaluator", "- independent-evaluation: evaluation\n  about: maker:model\n  at: 2026-07-10\n")
    let model =
      Self.model()
      + "- safety-case: case\n  about: maker/artifact/model\n  decision: approved\n  at: 2026-07-11\n"
    func gate(_ acts: String, _ lab: String) throws -> GateCondition {
      try World(model, Self.office("agency", "international-agency", acts), lab).gate(
        "artifact", "model", .deployExternal)
    }
    #expect(try gate(licence + list, lab) == .open)
    // The list is about no model in particular: one that names none is as good, whenever it was made; an evaluation must
    // say of which model it is, and a list that names something else is about that.
    #expect(try gate(licence + list.replacing("  about: maker:model\n", with: ""), lab) == .open)
    #expect(try gate(licence + list, lab.replacing("  about: maker:model\n", with: "")) != .open)
    #expect(try gate(licence + list.replacing("maker:model", with: "agency:agency"), lab) == .closed)
    #expect(try gate(licence + list + "- withdrawal: w\n  of: list\n  at: 2026-10-01\n", lab) == .closed)
    #expect(try gate(licence + list, lab.replacing("evaluator", with: "auditor")) == .closed)
    #expect(try gate(licence.replacing("[no-dangerous-capability]", with: "[]") + list, lab) == .closed)
  }

  /// R168 and R172: what the agency and a seller of accelerators owe, whose period the text leaves open.
  @Test func meetingsAndSales() throws {
    func duties(_ role: String) throws -> [String] {
      let adoption = "- adoption: own\n  by: office\n  regime: seed-pauseai\n  activation: 2026-01-01\n"
      return try World(Self.model(), Self.office("office", role, adoption))
        .determine("party", "office", of: "office").obligations.filter { $0.state == .owed }.map(\.duty.duty)
    }
    #expect(try duties("international-agency") == ["hold-safety-meeting"])
    #expect(try duties("hardware-seller") == ["record-hardware-transfer"])
    #expect(try duties("auditor") == [])
  }

  /// R174, in part, and R175: who made a model answers for crimes with it; the agency holds a publication back.
  @Test func liabilityAndPublication() throws {
    let world = try World(Self.model())
    let liable = ClassName(pack: "seed-pauseai", name: "creators-liable")
    #expect(world.judge.verdict(GlobalID("maker", "artifact", "model"), liable) == .holds)
    let paper = "- document: paper\n  document-type: [framework]\n  by: maker\n"
    let held = Self.act("publication-review", "review", "held-back", about: "maker:paper")
    func gate(_ role: String) throws -> GateCondition {
      try World(Self.model() + paper, Self.office("agency", role, held)).gate("document", "paper", .publish)
    }
    #expect(try gate("international-agency") == .closed && gate("authority") == .open)
  }

  /// R176: figures of support are shown with their source and tested nowhere.
  @Test func figuresAreContext() throws {
    let pack = try World(Self.model()).pack
    for name in ["support-lowest", "support-highest"] { #expect(pack.parameters[name]?.isContext == true) }
  }
}
