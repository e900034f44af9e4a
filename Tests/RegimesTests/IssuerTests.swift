import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Who may issue an act: the role, for that place, when it was said.
@Suite struct IssuerTests {
  /// The issuer held that role for that place when it spoke.
  @Test(arguments: [
    ("{ role: authority, where: FR }", Verdict.holds), ("{ role: authority, where: EU }", .holds),
    ("{ role: authority, where: [DE, FR] }", .holds), ("{ role: authority, where: DE }", .fails),
    ("{ role: authority, where: FR-75 }", .fails), ("{ role: auditor, where: FR }", .fails),
    ("{ role: authority }", .cannotBeExcluded),
    ("{ role: authority, where: FR, to: 2026-03-31 }", .fails),
    ("{ role: authority, where: FR, from: 2026-05-01 }", .fails),
    ("{ role: authority, where: FR, from: 2026-04-01, to: 2026-04-01 }", .holds),
  ])
  func issuers(_ role: String, _ expected: Verdict) throws {
    let act = "  covers: [narrow, passive]\n  at: 2026-04-01\n  stated: 2026-04-01\n"
    #expect(try lifts(askedApproval, Self.party(role) + approved(act)) == expected)
  }

  private static func party(_ role: String) -> String { "- dossier: fr\n- party: fr\n  roles: [\(role)]\n" }

  /// An act that does not say when it was said may have been said at any time since it holds.
  @Test(arguments: [
    ("{ role: authority, where: FR, from: 2026-05-01 }", Verdict.cannotBeExcluded, Verdict.fails),
    ("{ role: authority, where: FR, to: 2026-05-01 }", .cannotBeExcluded, .holds),
    ("{ role: authority, where: FR, to: 2026-03-31 }", .fails, .fails),
    ("{ role: authority, where: FR, from: 2026-04-01 }", .holds, .holds),
  ])
  func unstatedActs(_ role: String, _ unstated: Verdict, _ stated: Verdict) throws {
    let act = "  covers: [narrow, passive]\n  at: 2026-04-01\n"
    #expect(try lifts(askedApproval, Self.party(role) + approved(act)) == unstated)
    #expect(try lifts(askedApproval, Self.party(role) + approved(act + "  stated: 2026-04-01\n")) == stated)
  }

  /// An office that goes on in another entry is one; with a gap between them it was perhaps not held.
  @Test(arguments: [("2026-05-02", Verdict.holds), ("2026-05-03", .cannotBeExcluded)])
  func officesInTurn(_ second: String, _ expected: Verdict) throws {
    let roles =
      "{ role: authority, where: FR, to: 2026-05-01 }, { role: authority, where: [FR, DE], from: \(second) }"
    let act = "  covers: [narrow, passive]\n  at: 2026-04-01\n"
    #expect(try lifts(askedApproval, Self.party(roles) + approved(act)) == expected)
  }

  @Test func anIssuerThatNobodyDescribedIsUnknown() throws {
    #expect(try lifts(askedApproval, "- dossier: fr\n" + approved()) == .cannotBeExcluded)
    #expect(
      try lifts(askedApproval, "- dossier: fr\n- party: fr\n  withheld: yes\n" + approved())
        == .cannotBeExcluded)
  }

  @Test func accreditation() throws {
    let condition =
      "{ attested: { kind: independent-audit, about: self, decision: approved, by: { role: auditor, accredited-by: authority } } }"
    func audit(_ accredited: String) -> String {
      "- dossier: kat\n- party: kat\n  roles: [{ role: auditor\(accredited) }]\n- independent-audit: i\n  about: acme:m\n  decision: approved\n  at: 2026-06-01\n- party: own\n  roles: [{ role: authority }]\n"
    }
    func asked(_ accredited: String, _ role: String = "authority") throws -> Verdict {
      let registry = "- dossier: registry\n- party: registry\n  roles: [{ role: \(role) }]\n"
      return try lifts(condition, audit(accredited), registry)
    }
    #expect(try asked(", accredited-by: registry:registry") == .holds)
    #expect(try asked(", accredited-by: registry:registry", "auditor") == .fails)
    // It left office after the audit was dated, and before it may have been said.
    #expect(try asked(", accredited-by: registry:registry", "authority, to: 2026-08-01") == .cannotBeExcluded)
    #expect(try asked(", accredited-by: registry:registry", "authority, to: 2026-05-01") == .fails)
    #expect(try asked("") == .fails)
    // A party in the auditor's own namespace is what the auditor says of it.
    #expect(try asked(", accredited-by: own") == .fails)
    #expect(try asked(", accredited-by: kat") == .fails)
  }
}
