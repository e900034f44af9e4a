import Measures
import Regimes
import Testing

@testable import ecluse

/// Annex C: liability, and what gives ordinary liability back.
@Suite struct AnnexC {
  private func liability(_ files: String...) throws -> Verdict {
    var files = files
    files[0] = AnnexWorld.maker + files[0]
    return try AnnexWorld(files).verdict("artifact", "model", "strict-liability")
  }

  /// R147: strong on all three axes is liable; on two it is not; an axis that nobody rated cannot be excluded.
  @Test func strictLiability() throws {
    #expect(try liability(AnnexWorld.model()) == .holds)
    #expect(try liability(AnnexWorld.model(strong: ["autonomy", "generality"])) == .fails)
    #expect(try liability(AnnexWorld.model(rated: ["autonomy", "generality"])) == .cannotBeExcluded)
  }

  private let claim = """
    - safe-harbour-claim: model/claim
      about: model
      decision: claimed
      covers: [compute]
      at: 2026-02-01
      digest: \(AnnexWorld.digest)

    """

  /// R149: ten times below both caps and claimed; at the limit, without a rate or without a claim it stays strict.
  @Test func harbourByCompute() throws {
    #expect(try liability(AnnexWorld.model(compute: "99e24", rate: "9e18") + claim) == .fails)
    #expect(try liability(AnnexWorld.model(compute: "99e24", rate: "9e18")) == .holds)
    #expect(try liability(AnnexWorld.model(compute: "100e24", rate: "9e18") + claim) == .holds)
    #expect(try liability(AnnexWorld.model(compute: "99e24", rate: "10e18") + claim) == .holds)
    #expect(try liability(AnnexWorld.model(compute: "99e24", rate: nil) + claim) != .fails)
  }

  private func approved(_ covers: String, by issuer: String, roles: String) -> String {
    """
    - dossier: \(issuer)
    - party: \(issuer)
      roles: [{ \(roles), from: 2025-01-01 }]
    - safety-case: model
      about: maker:model
      decision: approved
      covers: [\(covers)]
      at: 2026-02-01
      digest: \(AnnexWorld.digest)

    """
  }

  /// R150: a case that was approved as weak, narrow, passive, or safe.
  @Test(arguments: [
    ("weak", true), ("narrow", true), ("passive, passive-after-modest-change", true), ("passive", false),
    ("proved-safe", true), ("negligible-expected-harm", true), ("major-harm-bound", false),
  ]) func otherHarbours(_ covers: String, _ isHarbour: Bool) throws {
    let agency = approved(covers, by: "agency", roles: "role: agency")
    #expect(try liability(AnnexWorld.model(), agency) == (isHarbour ? .fails : .holds))
  }

  /// R151: approved by an agency, or by an auditor whom an agency accredited; by nobody else.
  @Test func whoApproves() throws {
    let agency = """
      - dossier: agency
      - party: agency
        roles: [{ role: agency, from: 2025-01-01 }]

      """
    let accredited = approved("weak", by: "auditor", roles: "role: auditor, accredited-by: [agency:agency]")
    #expect(try liability(AnnexWorld.model(), agency, accredited) == .fails)
    let alone = approved("weak", by: "auditor", roles: "role: auditor")
    #expect(try liability(AnnexWorld.model(), agency, alone) == .holds)
    let byFriend = approved("weak", by: "auditor", roles: "role: auditor, accredited-by: [maker:maker]")
    #expect(try liability(AnnexWorld.model(), agency, byFriend) == .holds)
    let own = """
      - safety-case: model/case
        about: model
        decision: approved
        covers: [weak]
        at: 2026-02-01
        digest: \(AnnexWorld.digest)

      """
    #expect(try liability(AnnexWorld.model() + own) == .holds)
  }

  /// R148, in part: a court’s ruling on an officer or a company gives personal liability.
  @Test(arguments: [("court", Verdict.holds), ("auditor", .fails)])
  func personalLiability(_ role: String, _ expected: Verdict) throws {
    let ruling = """
      - dossier: court
      - party: court
        roles: [{ role: \(role), where: [US], from: 2025-01-01 }]
      - ruling: fault
        about: maker:maker
        decision: gross-negligence
        at: 2026-03-01

      """
    let world = try AnnexWorld([AnnexWorld.maker, ruling])
    #expect(world.verdict("party", "maker", "personal-liability") == expected)
  }

  /// R152, in part: while a court’s injunction stands every gate is closed.
  @Test(arguments: [Action.train, .scale, .deployInternal, .deployExternal, .use])
  func injunction(_ action: Action) throws {
    let model = AnnexWorld.maker + AnnexWorld.model(strong: [])
    let injunction = """
      - dossier: court
      - party: court
        roles: [{ role: court, where: [US], from: 2025-01-01 }]
      - injunction: stop
        about: maker:model
        decision: granted
        at: 2026-03-01
        digest: \(AnnexWorld.digest)

      """
    #expect(try AnnexWorld([model, injunction]).gate("artifact", "model", action) == .closed)
    #expect(try AnnexWorld([model]).gate("artifact", "model", action) != .closed)
  }
}
