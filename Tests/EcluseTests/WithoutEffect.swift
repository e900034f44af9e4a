import Measures
import Records
import Regimes
import TestSupport
import Testing

@testable import ecluse

/// Acts of somebody without the role, or whose ground is gone: they change no gate, and whoever reads is told so, where
/// they stand and in the answer.
@Suite struct WithoutEffect {
  /// What `check`, `gate` and `assess` say beside their answer: code and line.
  private func remarks(_ files: [String]) throws -> [Problem] {
    let folder = try Scratch.folder()
    for (index, text) in files.enumerated() {
      try Scratch.write(Array(text.utf8), to: "\(folder)/\(index).yaml")
    }
    let workspace = try Workspace(dossier: folder)
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    return workspace.remarks(of: facts, graph, under: workspace.library.packs)
  }

  private func findings(_ files: [String], _ kind: String = "artifact", _ local: String = "model") throws
    -> [String]
  {
    try AnnexWorld(files).determination(kind, local).remarks.filter {
      ["without-role", "ground-gone"].contains($0.code)
    }.map { "\($0.code) \($0.about.joined(separator: " "))" }
  }

  /// Whether the model may be deployed where it is.
  private func gate(_ files: [String]) throws -> GateCondition {
    let gates = try AnnexWorld(files).determination("artifact", "model").gates
    return gates.first { $0.action == .deployExternal && $0.place == "US" }?.state ?? .open
  }

  private static let digest = AnnexWorld.digest
  private static func office(_ name: String, _ role: String, _ acts: String) -> String {
    "- dossier: \(name)\n- party: \(name)\n  roles: [{ role: \(role), where: [US], from: 2025-01-01 }]\n\(acts)"
  }

  private static let planned = """
    - artifact: next
    - activity: next/training
      kind: pretraining
      by: maker
      stated: 2026-05-01
      from: 2026-12-01
      to: 2027-02-01
      produces: next
      complete: [uses]
      budget: [{ method: counted, parameters: 1e12, tokens: 300e12 }]

    """
  private static let pause =
    "- pause-order: pause\n  decision: ordered\n  at: 2026-06-01\n  valid: { from: 2026-07-01 }\n"

  /// Only the executive of the country stops a run; the record of anybody else is named.
  @Test func anOrderBySomebodyWithoutTheRole() throws {
    let maker = AnnexWorld.maker + Self.planned
    let executive = [maker, Self.office("house", "executive", Self.pause)]
    let auditor = [maker, Self.office("house", "auditor", Self.pause)]
    func closing(_ files: [String]) throws -> [String] {
      try AnnexWorld(files).determination("activity", "next/training").gates.flatMap(\.because).map(\.article)
    }
    #expect(try closing(executive).contains("b-1-pause"))
    #expect(try closing(auditor) == closing([maker]))
    #expect(try !closing(auditor).contains("b-1-pause"))
    #expect(try remarks(executive).isEmpty && findings(executive, "activity", "next/training").isEmpty)
    let remark = try #require(try remarks(auditor).first)
    #expect(try remarks(auditor).count == 1)
    #expect(
      remark.code == .withoutEffect && remark.mark?.line == 4 && remark.mark?.file.hasSuffix("1.yaml") == true
    )
    #expect(remark.text(.en).contains("house held none of the roles asked for"))
    #expect(remark.text(.fr).contains("est sans effet"))
    #expect(try findings(auditor, "activity", "next/training") == ["without-role house/pause-order/pause"])
  }

  /// A role that ended before, or that begins later, is none; of whom nothing is known an order is not excluded, and not
  /// called void.
  @Test func theRoleWhenItSpoke() throws {
    let maker = AnnexWorld.maker + Self.planned
    let executive = Self.office("house", "executive", Self.pause)
    for dates in ["from: 2026-06-02", "from: 2025-01-01, to: 2026-05-31"] {
      // It was said on the day of the order.
      let files = [
        maker,
        executive.replacing("from: 2025-01-01", with: dates).replacing(
          "  at: 2026-06-01\n", with: "  at: 2026-06-01\n  stated: 2026-06-01\n"),
      ]
      #expect(try remarks(files).map(\.code) == [.withoutEffect], "\(dates)")
    }
    #expect(try remarks([maker, "- dossier: house\n" + Self.pause]).isEmpty)
  }

  /// A developer claims for its own models: of another's its claim is void, whatever office it holds.
  @Test func aClaimAboutAnothersModel() throws {
    let claim = """
      - safe-harbour-claim: claim
        about: maker:model
        decision: claimed
        covers: [compute]
        at: 2026-02-01
        digest: \(Self.digest)

      """
    let maker = AnnexWorld.maker + AnnexWorld.model(compute: "99e24", rate: "9e18")
    let rival = [maker, Self.office("rival", "developer", claim)]
    #expect(try remarks([maker + claim]).isEmpty && findings([maker + claim]).isEmpty)
    let remark = try #require(try remarks(rival).first)
    #expect(try remarks(rival).count == 1)
    #expect(remark.code == .withoutEffect && remark.mark?.file.hasSuffix("1.yaml") == true)
    #expect(remark.text(.en).contains("developer of maker:model"))
    #expect(remark.text(.fr).contains("Faites-le émettre par maker"))
    #expect(try findings(rival) == ["without-role rival/safe-harbour-claim/claim"])
    let said = try AnnexWorld(rival).determination("artifact", "model").remarks
    #expect(said.contains { $0.message.text(.en).contains("rival: developer of maker:model") })
    #expect(said.contains { $0.message.text(.fr).contains("développeur de maker:model") })
  }

  private static let cap =
    "- cap-decision: raise\n  at: 2026-06-01\n  decision: raised\n  regime: seed-gate-closure\n  parameter: training-cap\n  value: 9e27 FLOP\n"

  /// Only the international agency raises a cap.
  @Test func aCapDecisionByTheWrongParty() throws {
    let maker = AnnexWorld.maker + AnnexWorld.model(compute: "2e27", strong: [])
    let agency = [maker, Self.office("office", "international-agency", Self.cap)]
    let other = [maker, Self.office("office", "authority", Self.cap)]
    #expect(try gate([maker]) == .closed && gate(agency) == .open && gate(other) == .closed)
    #expect(try remarks(agency).isEmpty && findings(agency).isEmpty)
    #expect(try remarks(other).map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == ["without-effect:4"])
    #expect(try findings(other) == ["without-role office/cap-decision/raise"])
    // What the maker decides on itself is as void, and named in its own file.
    #expect(try gate([maker + Self.cap]) == .closed)
    #expect(try remarks([maker + Self.cap]).map(\.code) == [.withoutEffect])
  }

  private static let approvals = """
    - independent-audit: model
      about: maker:model
      decision: approved
      covers: [black-box, white-box]
      at: 2026-02-01
      digest: \(digest)
    - safety-case: model
      about: maker:model
      decision: approved
      covers: [major-harm-bound]
      at: 2026-02-02
      digest: \(digest)
      rests-on: [study]
    - independent-evaluation: study
      about: maker:model
      at: 2026-01-30

    """
  private static let withdrawal = "- withdrawal: undo\n  of: study\n  at: 2026-06-01\n"

  /// An approval falls with what it rests on.
  @Test func anApprovalWhoseGroundWasWithdrawn() throws {
    let maker = AnnexWorld.maker + AnnexWorld.model(strong: ["generality", "intelligence"])
    let standing = [maker, Self.office("us", "authority", Self.approvals)]
    let fallen = [maker, Self.office("us", "authority", Self.approvals + Self.withdrawal)]
    #expect(try gate(standing) == .open && gate(fallen) == .closed)
    #expect(try remarks(standing).isEmpty && findings(standing).isEmpty)
    #expect(try remarks(fallen).map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == ["without-effect:10"])
    #expect(try remarks(fallen)[0].text(.en).contains("us:study, on which it rests, no longer stands"))
    #expect(try findings(fallen) == ["ground-gone us/safety-case/model"])
  }

  /// An approval of another country's authority has its effect there: it is not called void.
  @Test func anApprovalOfAnotherCountry() throws {
    let maker = AnnexWorld.maker + AnnexWorld.model(strong: ["generality", "intelligence"])
    let other = Self.office("xb", "authority", Self.approvals).replacing("[US]", with: "[XB]")
    #expect(try remarks([maker, other]).isEmpty && findings([maker, other]).isEmpty)
    // What the maker approves itself is, whatever it calls itself.
    let own =
      maker + "- party: board\n  roles: [{ role: authority, where: [US], from: 2025-01-01 }]\n"
      + Self.approvals.replacing("about: maker:model", with: "about: maker/artifact/model")
    #expect(try findings([own]).count == 2)
  }

  /// The JSON of the determination names them.
  @Test func inJSON() throws {
    let maker = AnnexWorld.maker + AnnexWorld.model(compute: "2e27", strong: [])
    let world = try AnnexWorld([maker, Self.office("office", "authority", Self.cap)])
    let body = world.determination("artifact", "model").body
    guard case .object(let members) = body, case .array(let remarks)? = members["remarks"] else {
      Issue.record("no remarks")
      return
    }
    #expect(
      remarks.contains(
        .object(["about": .array([.string("office/cap-decision/raise")]), "code": .string("without-role")])))
  }
}
