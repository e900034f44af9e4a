import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What binds is ordered, what frees is attested.
@Suite struct ActTests {
  @Test func whatIsAbsentFails() throws {
    #expect(try lifts(askedApproval, frenchAuthority) == .fails)
    #expect(try lifts(askedApproval, frenchAuthority + approved()) == .holds)
  }

  @Test func decisionAndCoverage() throws {
    #expect(try lifts(askedApproval, frenchAuthority + approved(decision: "refused")) == .fails)
    #expect(try lifts(askedApproval, frenchAuthority + approved("  covers: [narrow]\n")) == .fails)
    #expect(
      try lifts(askedApproval, frenchAuthority + approved("  covers: [narrow, passive, more]\n"))
        == .holds)
    // One record must say it all.
    #expect(
      try lifts(
        askedApproval,
        frenchAuthority + approved("  covers: [narrow]\n")
          + approved("  covers: [passive]\n").replacing("safety-case: s", with: "safety-case: t")) == .fails
    )
  }

  @Test func aboutAnother() throws {
    let other = "- artifact: n\n" + approved().replacing("about: acme:m", with: "about: n")
    #expect(try lifts(askedApproval, frenchAuthority + other) == .fails)
  }

  @Test func whatIsWithheldCannotBeExcluded() throws {
    let withheld = "- safety-case: s\n  about: acme:m\n  withheld: yes\n"
    #expect(try lifts(askedApproval, frenchAuthority + withheld) == .cannotBeExcluded)
    // One that is shown is enough, if the other is known to be earlier: a later one may take it back.
    let shown = approved().replacing("case: s", with: "case: t")
    #expect(try lifts(askedApproval, frenchAuthority + withheld + shown) == .cannotBeExcluded)
    #expect(try lifts(askedApproval, frenchAuthority + withheld + "  at: 2020-01-01\n" + shown) == .holds)
  }

  @Test func whatWasWithdrawnIsAbsent() throws {
    #expect(try lifts(askedApproval, frenchAuthority + approved() + "- withdrawal: w\n  of: s\n") == .fails)
  }

  /// Valid at the date, up to its last millisecond.
  @Test(arguments: [
    ("2026-01-09", Verdict.fails), ("2026-01-10", .holds), ("2026-06-30T23:59:59.999Z", .holds),
    ("2026-07-01T00:00:00Z", .fails),
  ])
  func validity(_ asOf: String, _ expected: Verdict) throws {
    let act = approved("  covers: [narrow, passive]\n  valid: { from: 2026-01-10, to: 2026-06-30 }\n")
    #expect(try lifts(askedApproval, frenchAuthority + act, at: asOf) == expected)
  }

  @Test(arguments: [
    ("2025-02-28", "2026-02-28T23:59:59.999Z", Verdict.holds), ("2025-02-28", "2026-03-01T00:00:00Z", .fails),
    ("2024-02-29", "2025-02-28", .holds), ("2024-02-29", "2025-03-01", .fails),
  ])
  func age(_ said: String, _ asOf: String, _ expected: Verdict) throws {
    let condition =
      "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, max-age: $age } }"
    #expect(try lifts(condition, frenchAuthority + approved("  at: \(said)\n"), at: asOf) == expected)
  }

  /// What has no date may be too old.
  @Test func anUndatedActHasNoAge() throws {
    let condition =
      "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, max-age: $age } }"
    let act = approved().replacing("  at: 2026-06-01\n", with: "")
    #expect(try lifts(condition, frenchAuthority + act) == .cannotBeExcluded)
  }

  @Test func digests() throws {
    let condition =
      "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority } } }"
    let (ours, other) = (
      "sha256:" + String(repeating: "a", count: 64), "sha256:" + String(repeating: "b", count: 64)
    )
    #expect(try lifts(condition, frenchAuthority + approved("  digest: \(ours)\n"), digest: ours) == .holds)
    #expect(try lifts(condition, frenchAuthority + approved("  digest: \(other)\n"), digest: ours) == .fails)
    #expect(try lifts(condition, frenchAuthority + approved(""), digest: ours) == .fails)
    // Before there is a digest, the name is enough.
    #expect(try lifts(condition, frenchAuthority + approved("")) == .holds)
  }

  private static let grounded =
    "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, rests-on: [{ kind: evaluation, max-age: $age }] } }"

  @Test func grounds() throws {
    func text(_ ground: String, rests: String = "  rests-on: [e]\n") -> String {
      frenchAuthority + "- evaluation: e\n  about: acme:m\n  at: 2026-06-01\n\(ground)" + approved(rests)
    }
    #expect(try lifts(Self.grounded, text("")) == .holds)
    #expect(try lifts(Self.grounded, text("", rests: "")) == .fails)
    #expect(try lifts(Self.grounded, text(""), at: "2027-06-02") == .fails)
    #expect(try lifts(Self.grounded, text("- withdrawal: w\n  of: e\n")) == .fails)
    // Everything that it rests on stands, asked for or not, through all generations.
    let any = "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority } } }"
    #expect(try lifts(any, text("- withdrawal: w\n  of: e\n")) == .fails)
    #expect(try lifts(any, text("  rests-on: [f]\n- telemetry: f\n  at: 2026-01-01\n")) == .holds)
    #expect(
      try lifts(any, text("  rests-on: [f]\n- telemetry: f\n  at: 2026-01-01\n- withdrawal: w\n  of: f\n"))
        == .fails)
    #expect(try lifts(any, text("  rests-on: [s]\n")) == .fails)
    #expect(try lifts(any, frenchAuthority + approved("  rests-on: [other:gone]\n")) == .fails)
  }

  /// A ground has its own decision and issuer: a test that failed, or that anybody held, is none.
  @Test(arguments: [
    ("{ role: evaluator }", "not-removable", Verdict.holds), ("{ role: evaluator }", "removable", .fails),
    ("{ role: auditor }", "not-removable", .fails),
  ])
  func groundsOfTheirOwn(_ role: String, _ decision: String, _ expected: Verdict) throws {
    let condition =
      "{ attested: { kind: specification, about: self, decision: met, by: { role: authority }, rests-on: [{ kind: switch-removal-test, decision: not-removable, by: { role: evaluator }, max-age: $age }] } }"
    let lab =
      "- dossier: lab\n- party: lab\n  roles: [\(role)]\n"
      + "- switch-removal-test: t\n  about: acme:m\n  decision: \(decision)\n  at: 2026-06-01\n"
    let authority =
      frenchAuthority
      + "- specification: s\n  about: acme:m\n  decision: met\n  at: 2026-06-02\n  rests-on: [lab:t]\n"
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("age", "1 year")]
    pack.articles = [TestPack.article("a", then: "{ closes: { actions: [use], unless: \(condition) } }")]
    #expect(
      try Judge(Dossier(model(), lab, authority), [pack]).state(.use)
        == (expected == .holds ? .open : .closed))
  }

  @Test func quorums() throws {
    let condition =
      "{ attested: { kind: evaluation, about: self, by: { role: evaluator }, quorum: 2, distinct: organisation } }"
    func said(_ name: String) -> String {
      "- dossier: \(name)\n- party: \(name)\n  roles: [{ role: evaluator }]\n- evaluation: e\n  about: acme:m\n  at: 2026-06-01\n- evaluation: f\n  about: acme:m\n  at: 2026-06-01\n"
    }
    // Two by one issuer are one.
    #expect(try lifts(condition, said("kat")) == .fails)
    let both = try Dossier(model(), said("kat"), said("val"))
    var pack = TestPack()
    pack.articles = [TestPack.article("a", then: "{ closes: { actions: [use], unless: \(condition) } }")]
    #expect(try Judge(both, [pack]).state(.use) == .open)
    let joined = try Dossier(
      model(), said("kat"), said("val") + "- same-as: s\n  names: [kat:kat, val:val]\n")
    #expect(try Judge(joined, [pack]).state(.use) == .closed)
  }
}
