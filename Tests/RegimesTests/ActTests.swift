import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What binds is ordered, what frees is attested.
@Suite struct ActTests {
  private static let authority = """
    - dossier: fr
    - party: fr
      roles: [{ role: authority, where: FR }]

    """

  /// Whether a condition that would lift a closure in France holds.
  private func lifts(
    _ condition: String, _ facts: String, at asOf: String = "2026-11-21", digest: String? = nil
  ) throws -> Verdict {
    try verdict(condition, facts, at: asOf, digest: digest, isBinding: false)
  }

  /// Whether a condition that would close holds.
  private func binds(_ condition: String, _ facts: String) throws -> Verdict {
    try verdict(condition, facts, isBinding: true)
  }

  private func verdict(
    _ condition: String, _ facts: String, at asOf: String = "2026-11-21", country: String = "FR",
    digest: String? = nil,
    isBinding: Bool
  ) throws -> Verdict {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("age", "1 year"), TestPack.parameter("day", "2026-06-01")]
    pack.articles = [
      TestPack.article(
        "a", when: isBinding ? condition : nil,
        then: isBinding
          ? "{ closes: { actions: [use] } }" : "{ closes: { actions: [use], unless: \(condition) } }")
    ]
    let judge = try Judge(
      Dossier(model(more: digest.map { "  digest: \($0)\n" } ?? ""), facts), [pack], at: asOf)
    let law = judge.library.packs[0]
    let article = law.articles[0]
    let scope = Scope(
      pack: law, standing: .assumed(law), subject: acme("artifact", "m"),
      question: Question(action: .use, country: country))
    let read = try #require(isBinding ? article.when : article.effects.closes?.unless)
    return judge.evaluate(read, scope).verdict
  }

  private static let approval =
    "{ attested: { kind: safety-case, about: self, decision: approved, covers: [black-box, white-box], by: { role: authority, jurisdiction: country } } }"

  private func approved(_ more: String = "  covers: [black-box, white-box]\n", decision: String = "approved")
    -> String
  {
    "- safety-case: s\n  about: acme:m\n  decision: \(decision)\n\(more)"
  }

  @Test func whatIsAbsentFails() throws {
    #expect(try lifts(Self.approval, Self.authority) == .fails)
    #expect(try lifts(Self.approval, Self.authority + approved()) == .holds)
  }

  @Test func decisionAndCoverage() throws {
    #expect(try lifts(Self.approval, Self.authority + approved(decision: "refused")) == .fails)
    #expect(try lifts(Self.approval, Self.authority + approved("  covers: [black-box]\n")) == .fails)
    #expect(
      try lifts(Self.approval, Self.authority + approved("  covers: [black-box, white-box, more]\n"))
        == .holds)
    // One record must say it all.
    #expect(
      try lifts(
        Self.approval,
        Self.authority + approved("  covers: [black-box]\n")
          + approved("  covers: [white-box]\n").replacing("safety-case: s", with: "safety-case: t")) == .fails
    )
  }

  @Test func aboutAnother() throws {
    let other = "- artifact: n\n" + approved().replacing("about: acme:m", with: "about: n")
    #expect(try lifts(Self.approval, Self.authority + other) == .fails)
  }

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
    let party = "- dossier: fr\n- party: fr\n  roles: [\(role)]\n"
    #expect(
      try lifts(Self.approval, party + approved("  covers: [black-box, white-box]\n  at: 2026-04-01\n"))
        == expected)
  }

  @Test func anIssuerThatNobodyDescribedIsUnknown() throws {
    #expect(try lifts(Self.approval, "- dossier: fr\n" + approved()) == .cannotBeExcluded)
    #expect(
      try lifts(Self.approval, "- dossier: fr\n- party: fr\n  withheld: yes\n" + approved())
        == .cannotBeExcluded)
  }

  @Test func accreditation() throws {
    let condition =
      "{ attested: { kind: independent-audit, about: self, by: { role: auditor, accredited-by: authority } } }"
    func audit(_ accredited: String) -> String {
      "- dossier: kat\n- party: kat\n  roles: [{ role: auditor\(accredited) }]\n- party: registry\n  roles: [{ role: authority }]\n- party: friend\n- independent-audit: i\n  about: acme:m\n"
    }
    #expect(try lifts(condition, audit(", accredited-by: registry")) == .holds)
    #expect(try lifts(condition, audit(", accredited-by: friend")) == .fails)
    #expect(try lifts(condition, audit("")) == .fails)
  }

  @Test func whatIsWithheldCannotBeExcluded() throws {
    let withheld = "- safety-case: s\n  about: acme:m\n  withheld: yes\n"
    #expect(try lifts(Self.approval, Self.authority + withheld) == .cannotBeExcluded)
    // One that is shown is enough.
    #expect(
      try lifts(Self.approval, Self.authority + withheld + approved().replacing("case: s", with: "case: t"))
        == .holds)
  }

  @Test func whatWasWithdrawnIsAbsent() throws {
    #expect(try lifts(Self.approval, Self.authority + approved() + "- withdrawal: w\n  of: s\n") == .fails)
  }

  /// Valid at the date, up to its last millisecond.
  @Test(arguments: [
    ("2026-01-09", Verdict.fails), ("2026-01-10", .holds), ("2026-06-30T23:59:59.999Z", .holds),
    ("2026-07-01T00:00:00Z", .fails),
  ])
  func validity(_ asOf: String, _ expected: Verdict) throws {
    let act = approved("  covers: [black-box, white-box]\n  valid: { from: 2026-01-10, to: 2026-06-30 }\n")
    #expect(try lifts(Self.approval, Self.authority + act, at: asOf) == expected)
  }

  @Test(arguments: [
    ("2025-02-28", "2026-02-28T23:59:59.999Z", Verdict.holds), ("2025-02-28", "2026-03-01T00:00:00Z", .fails),
    ("2024-02-29", "2025-02-28", .holds), ("2024-02-29", "2025-03-01", .fails),
  ])
  func age(_ said: String, _ asOf: String, _ expected: Verdict) throws {
    let condition = "{ attested: { kind: safety-case, about: self, max-age: $age } }"
    #expect(try lifts(condition, Self.authority + approved("  at: \(said)\n"), at: asOf) == expected)
  }

  /// What has no date may be too old.
  @Test func anUndatedActHasNoAge() throws {
    let condition = "{ attested: { kind: safety-case, about: self, max-age: $age } }"
    #expect(try lifts(condition, Self.authority + approved()) == .cannotBeExcluded)
  }

  @Test func digests() throws {
    let condition = "{ attested: { kind: safety-case, about: self } }"
    #expect(try lifts(condition, Self.authority + approved("  digest: abc\n"), digest: "abc") == .holds)
    #expect(try lifts(condition, Self.authority + approved("  digest: abd\n"), digest: "abc") == .fails)
    #expect(try lifts(condition, Self.authority + approved(""), digest: "abc") == .fails)
    // Before there is a digest, the name is enough.
    #expect(try lifts(condition, Self.authority + approved("")) == .holds)
  }

  private static let grounded =
    "{ attested: { kind: safety-case, about: self, rests-on: [{ kind: evaluation, max-age: $age }] } }"

  @Test func grounds() throws {
    func text(_ ground: String, rests: String = "  rests-on: [e]\n") -> String {
      Self.authority + "- evaluation: e\n  about: acme:m\n  at: 2026-06-01\n\(ground)" + approved(rests)
    }
    #expect(try lifts(Self.grounded, text("")) == .holds)
    #expect(try lifts(Self.grounded, text("", rests: "")) == .fails)
    #expect(try lifts(Self.grounded, text(""), at: "2027-06-02") == .fails)
    #expect(try lifts(Self.grounded, text("- withdrawal: w\n  of: e\n")) == .fails)
    // Everything that it rests on stands, asked for or not, through all generations.
    let any = "{ attested: { kind: safety-case, about: self } }"
    #expect(try lifts(any, text("- withdrawal: w\n  of: e\n")) == .fails)
    #expect(try lifts(any, text("  rests-on: [f]\n- telemetry: f\n  at: 2026-01-01\n")) == .holds)
    #expect(
      try lifts(any, text("  rests-on: [f]\n- telemetry: f\n  at: 2026-01-01\n- withdrawal: w\n  of: f\n"))
        == .fails)
    #expect(try lifts(any, text("  rests-on: [s]\n")) == .fails)
    #expect(try lifts(any, Self.authority + approved("  rests-on: [other:gone]\n")) == .fails)
  }

  @Test func quorums() throws {
    let condition = "{ attested: { kind: evaluation, about: self, quorum: 2 } }"
    func said(_ name: String) -> String {
      "- dossier: \(name)\n- party: \(name)\n- evaluation: e\n  about: acme:m\n- evaluation: f\n  about: acme:m\n"
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

  private static let paused = "{ ordered: { kind: pause-order, decision: ordered, by: { role: executive } } }"
  private static let executive = "- dossier: fr\n- party: fr\n  roles: [{ role: executive, where: FR }]\n"

  /// Absent, none is known; withheld, it cannot be excluded.
  @Test func orders() throws {
    #expect(try binds(Self.paused, Self.executive) == .fails)
    #expect(try binds(Self.paused, Self.executive + "- pause-order: p\n  decision: ordered\n") == .holds)
    #expect(try binds(Self.paused, Self.executive + "- pause-order: p\n  decision: refused\n") == .fails)
    #expect(
      try binds(Self.paused, Self.executive + "- pause-order: p\n  withheld: yes\n") == .cannotBeExcluded)
    #expect(
      try binds(Self.paused, "- dossier: fr\n- pause-order: p\n  decision: ordered\n") == .cannotBeExcluded)
    #expect(
      try binds(
        Self.paused,
        Self.executive.replacing("executive", with: "auditor") + "- pause-order: p\n  decision: ordered\n")
        == .fails)
  }

  /// `let` and `such-that` read the order's own fields.
  @Test func ordersSuchThat() throws {
    let condition =
      "{ ordered: { kind: pause-order, decision: ordered, let: order, such-that: { date: { of: order.from, at-or-after: $day } } } }"
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n  at: 2026-06-01\n")
        == .holds)
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n  at: 2026-05-31\n")
        == .fails)
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n") == .cannotBeExcluded)
  }
}
