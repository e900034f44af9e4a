import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// Two names of one thing: when for each its owner or an authority of its place says so.
@Suite struct IdentityTests {
  private static let ours = """
    - dossier: acme
    - party: acme
      seat: FR
    - artifact: m
    - activity: m/run
      kind: pretraining
      produces: m
      \(exact("1e20"))

    """
  private static let theirs = """
    - dossier: meta
    - party: meta
      seat: US
    - artifact: llama
    - activity: llama/run
      kind: pretraining
      produces: llama
      \(exact("3e20"))
    - artifact: tuned
    - activity: tuned/run
      kind: fine-tuning
      uses: [{ artifact: llama, as: base-weights }, { artifact: acme:m, as: merged }]
      produces: tuned
      \(exact("1e18"))

    """
  private static let claim = "- same-as: s\n  names: [acme:m, meta:llama]\n"

  private func total(_ files: [String]) throws -> Bounds<UInt128> {
    let dossier =
      files.count == 2 ? try Dossier(files[0], files[1]) : try Dossier(files[0], files[1], files[2])
    return try Accountant(dossier.graph(), convention()).total(of: GlobalID("meta", "artifact", "tuned"))
  }

  @Test func unjoinedNamesAreTwoThings() throws {
    #expect(try total([Self.ours, Self.theirs]) == bounds("401e18", "401e18", "401e18"))
  }

  /// Joined by both owners, they count once and their estimates stand side by side: least low, greatest high.
  @Test func ownersJoin() throws {
    let total = try total([Self.ours + Self.claim, Self.theirs + Self.claim])
    #expect(try total.low == flop("101e18") && total.high == flop("301e18"))
  }

  /// What one owner alone says counts for its own thing, and leaves the other's as it was.
  @Test(arguments: [true, false]) func oneOwnerJoinsItsOwn(_ isOurs: Bool) throws {
    let dossier = try Dossier(
      Self.ours + (isOurs ? Self.claim : ""), Self.theirs + (isOurs ? "" : Self.claim))
    let accountant = try Accountant(dossier.graph(), convention { $0.sameActorOnly = true })
    let own = try accountant.total(of: acme("artifact", "m"))
    let other = try accountant.total(of: GlobalID("meta", "artifact", "llama"))
    #expect(try own == bounds(isOurs ? "4e20" : "1e20", isOurs ? "4e20" : "1e20", isOurs ? "4e20" : "1e20"))
    #expect(try other == bounds(isOurs ? "3e20" : "4e20", isOurs ? "3e20" : "4e20", isOurs ? "3e20" : "4e20"))
    let reasons = try accountant.account(
      of: isOurs ? acme("artifact", "m") : GlobalID("meta", "artifact", "llama")
    )
    .entries.map(\.because.code)
    #expect(Set(reasons) == ["produces-subject", "same-as"])
  }

  /// Who says it is a party of which nothing is shown: it may be an authority, and both are unknown.
  @Test func whoJoinsIsNotShown() throws {
    let hidden = "- dossier: registry\n- party: registry\n  withheld: yes\n" + Self.claim
    #expect(try total([Self.ours, Self.theirs, hidden]) == bounds("401e18", "-", "-"))
  }

  /// An authority speaks for what belongs to a party of its place, and for nothing else.
  @Test func authoritiesJoin() throws {
    func total(_ role: String, _ own: String = "") throws -> Bounds<UInt128> {
      try self.total([
        Self.ours + own, Self.theirs,
        "- dossier: registry\n- party: registry\n  roles: [\(role)]\n" + Self.claim,
      ])
    }
    for role in ["{ role: authority, where: [FR, US] }", "{ role: international-agency }"] {
      #expect(try total(role).high == flop("301e18"), "\(role)")
    }
    // The owner of the one and the authority over the other say it together.
    #expect(try total("{ role: authority, where: US }", Self.claim).high == flop("301e18"))
    for role in [
      "{ role: auditor, where: [FR, US] }", "{ role: evaluator, where: [FR, US] }",
      "{ role: authority, where: XA }",
    ] {
      #expect(try total(role) == bounds("401e18", "401e18", "401e18"), "\(role)")
    }
    // Of one place alone it speaks for the thing of that place, which all of the other then enters.
    #expect(try total("{ role: authority, where: US }") == bounds("401e18", "401e18", "401e18"))
    // A role without a place may be of this one.
    #expect(try total("{ role: authority }") == bounds("401e18", "-", "-"))
  }

  @Test func anybodyElseDoesNot() throws {
    #expect(
      try total([Self.ours, Self.theirs, "- dossier: other\n" + Self.claim])
        == bounds("401e18", "401e18", "401e18"))
  }

  @Test func joinedNamesAnswerAlike() throws {
    let dossier = try Dossier(Self.ours + Self.claim, Self.theirs + Self.claim)
    let accountant = try Accountant(dossier.graph(), convention())
    #expect(
      try accountant.total(of: acme("artifact", "m"))
        == accountant.total(of: GlobalID("meta", "artifact", "llama")))
    #expect(accountant.graph.producers[acme("artifact", "m")]?.count == 1)
  }

  @Test func joinsChain() throws {
    let text =
      Self.ours
      + "- artifact: n\n- artifact: o\n- same-as: a\n  names: [o, n]\n- same-as: b\n  names: [n, m]\n"
    let graph = try Dossier(text).graph()
    #expect(Set(["m", "n", "o"].map { graph.identity(acme("artifact", $0)) }).count == 1)
    #expect(graph.sources(of: acme("artifact", "o")) == graph.sources(of: acme("artifact", "m")))
  }

  @Test func differentKindsAreNotJoined() throws {
    #expect(throws: Problems.self) {
      try Dossier(Self.ours + "- same-as: s\n  names: [acme/party/acme, m]\n")
    }
  }

  @Test func rolesAreDated() throws {
    let dossier = try Dossier(
      "- dossier: acme\n- party: acme\n  seat: FR\n  roles: [{ role: authority, where: EU, from: 2025-01-01, to: 2025-12-31 }]\n"
    )
    func holds(_ name: String, _ asOf: String = "2025-06-01") throws -> Verdict {
      try Authority.isAuthority(name, over: acme("party", "acme"), dossier.facts(asOf), Dossier.places())
    }
    for (asOf, expected) in [
      ("2024-12-31", Verdict.fails), ("2025-01-01", .holds), ("2025-12-31", .holds), ("2026-01-01", .fails),
    ] {
      #expect(try holds("acme", asOf) == expected, "\(asOf)")
    }
    #expect(try holds("nobody") == .fails)
  }

  /// Of a name of the public record of which nobody says who did the computation, nobody is the owner.
  @Test func whatNobodyIsKnownToHaveMadeIsNobodys() throws {
    let known = "- dossier: public\n- party: meta\n- artifact: llama\n"
    let claim = "- same-as: s\n  names: [acme:m, public:llama]\n"
    let graph = try Dossier(known, Self.ours + claim).graph()
    #expect(graph.identity(acme("artifact", "m")) != graph.identity(GlobalID("public", "artifact", "llama")))
  }
}
