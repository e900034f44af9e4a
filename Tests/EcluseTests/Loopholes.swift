import Lineage
import Measures
import Records
import Regimes
import TestSupport
import Testing

@testable import ecluse

/// Ways in which a fact that says little, or the wrong thing, might open what is closed.
@Suite struct Loopholes {
  private static func office(_ role: String, _ acts: String) -> String {
    "- dossier: office\n- party: office\n  roles: [{ role: \(role), from: 2025-01-01 }]\n\(acts)"
  }

  private static func act(
    _ kind: String, _ local: String, _ decision: String, _ at: String, _ more: String = ""
  )
    -> String
  {
    "- \(kind): \(local)\n  about: maker:model\n  decision: \(decision)\n  at: \(at)\n\(more)"
  }

  /// That a cap is lifted is no estimate: who claims to be far below it shows an amount that ends.
  @Test func aLiftedCapIsNoEstimate() throws {
    let claim =
      "- safe-harbour-claim: claim\n  about: model\n  decision: claimed\n  covers: [compute]\n  digest: \(AnnexWorld.digest)\n  at: 2026-02-02\n"
    let lifted = Self.office(
      "international-agency",
      "- cap-decision: lift\n  parameter: training-cap\n  decision: lifted\n  value: lifted\n  at: 2026-02-01\n"
    )
    func liability(_ model: String) throws -> Verdict {
      try AnnexWorld([AnnexWorld.maker + model + claim, lifted]).verdict(
        "artifact", "model", "strict-liability")
    }
    let known = AnnexWorld.model(compute: "5e26")
    #expect(try liability(known) == .fails)
    let unknown = known.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("compute: [{") }.joined(separator: "\n")
    #expect(try liability(unknown) != .fails)
  }

  /// Weights that are still to be made were rated by nobody.
  @Test func noWeightsYet() throws {
    func tier(_ text: String) throws -> String? {
      try AnnexWorld([AnnexWorld.maker + text]).determination("artifact", "model").tier?.notExcluded
    }
    let weak = AnnexWorld.model(compute: "1e24", strong: [])
    #expect(try tier(weak) == "NR-0")
    let planned = weak.replacing("from: 2025-06-01", with: "from: 2027-06-01")
      .replacing("to: 2025-12-31\n  produces", with: "to: 2027-12-31\n  produces")
    #expect(try tier(planned) == "NR-3")
  }

  /// A decision on what is one for all frees nobody in particular, and nobody else.
  @Test func aCapForOneModel() throws {
    func gate(_ about: String) throws -> GateCondition {
      let raise = Self.office(
        "international-agency",
        "- cap-decision: raise\n\(about)  parameter: training-cap\n  decision: raised\n  value: 9e28 FLOP\n  at: 2026-02-01\n"
      )
      return try AnnexWorld([AnnexWorld.maker + AnnexWorld.model(compute: "2e27", strong: []), raise])
        .gate("activity", "model/training", .train)
    }
    #expect(try gate("") == .open)
    #expect(try gate("  about: maker:maker\n") != .open)
  }

  /// What the bound party sets itself is marked, its own country aside.
  @Test func whatAnAdopterSets() throws {
    func remarks(_ parameters: String) throws -> [String] {
      let maker = AnnexWorld.maker.replacing(
        "  regime: seed-gate-closure\n",
        with: "  regime: seed-gate-closure\n  parameters: { \(parameters) }\n")
      return try AnnexWorld([maker + AnnexWorld.cluster(10)]).determination("cluster", "hall").remarks
        .map(\.code)
    }
    #expect(try remarks("home: FR, custodian-period: 3 months") == [])
    #expect(try remarks("phase-in: 1 year") == [])
    #expect(try remarks("phase-in: 1000 years") == ["loosened-by-declaration"])
  }

  private func liability(_ files: String...) throws -> Verdict {
    try AnnexWorld([AnnexWorld.maker + AnnexWorld.model()] + files)
      .verdict("artifact", "model", "strict-liability")
  }

  private static let weak = "  digest: \(AnnexWorld.digest)\n  covers: [weak]\n"

  /// Whoever refuses what it granted has not granted it; an earlier refusal, one of another and one on another matter
  /// leave it as it is.
  @Test func theLastWordCounts() throws {
    let granted = Self.act("safety-case", "granted", "approved", "2026-03-01", Self.weak)
    func verdict(_ more: String, _ others: String = "- dossier: nobody\n- party: nobody\n") throws -> Verdict
    {
      try liability(Self.office("agency", granted + more), others)
    }
    func refused(_ at: String, _ covers: String = Self.weak) -> String {
      Self.act("safety-case", "refused", "refused", at, covers)
    }
    #expect(try verdict("") == .fails)
    #expect(try verdict(refused("2026-04-01")) != .fails)
    #expect(try verdict(refused("2026-04-01", "")) != .fails)
    #expect(try verdict("- safety-case: refused\n  withheld: yes\n") != .fails)
    #expect(try verdict("- safety-case: mute\n  about: maker:model\n  at: 2026-04-01\n") != .fails)
    #expect(try verdict(refused("2026-02-01", Self.weak + "  stated: 2026-04-01\n")) != .fails)
    #expect(try verdict(refused("2026-02-01")) == .fails)
    #expect(try verdict(refused("2026-04-01", "  covers: [narrow]\n")) == .fails)
    let other = Self.office("agency", refused("2026-04-01")).replacing("office", with: "another")
    #expect(try verdict("", other) == .fails)
  }

  /// Acts that rest on each other in a ring, or on one that fell, free nobody, however many they are.
  @Test func groundsInARing() throws {
    func verdict(ring: Bool) throws -> Verdict {
      let cases = (0..<100).map { index in
        let rests = index < 99 ? "  rests-on: [s\(index + 1)]\n" : ring ? "  rests-on: [s50]\n" : ""
        return Self.act("safety-case", "s\(index)", "approved", "2026-03-01", Self.weak + rests)
      }
      return try liability(Self.office("agency", cases.joined()))
    }
    #expect(try verdict(ring: false) == .fails)
    #expect(try verdict(ring: true) == .holds)
  }

  /// A word that the vocabulary lacks is refused in a dossier; to who judges without asking it is not another word, but unknown.
  @Test func mistypedWords() throws {
    let wrong = """
      - dossier: maker
      - party: maker
        roles: [{ role: develper }]
      - artifact: model
        model-type: [fundation]
        complete: [model-type]
      - document: paper
        document-type: [framwork]
      - incident: theft
        event: [weights-exfiltratd]
        outcome: [bodily-injuries]
        models: [model]

      """
    let records = try Dossier.reading([wrong])
    let found = try Workspace.vocabulary().problems(in: records)
    #expect(
      found.map(\.field) == ["roles[0].role", "model-type", "document-type", "event", "outcome"])
    #expect(
      found.allSatisfy { $0.code == .unknownVocabulary && $0.remedy.text(.en).hasPrefix("Did you mean") })
  }
}
