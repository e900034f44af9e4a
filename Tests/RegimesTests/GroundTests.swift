import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What an act rests on, and what orders are about.
@Suite struct GroundTests {
  private static let rule =
    "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, rests-on: [{ kind: evaluation }] } }"

  private func facts(_ ground: String) -> String {
    frenchAuthority + approved("  at: 2026-10-01\n  rests-on: [e]\n") + "- evaluation: e\n\(ground)"
  }

  /// A ground is about the model that the act is about, and of its weights.
  @Test func groundsAreOfTheModel() throws {
    #expect(try lifts(Self.rule, facts("  about: acme:m\n  at: 2026-09-01\n")) == .holds)
    #expect(try lifts(Self.rule, facts("  about: x\n  at: 2026-09-01\n- artifact: x\n")) == .fails)
    #expect(try lifts(Self.rule, facts("  at: 2026-09-01\n")) == .cannotBeExcluded)
    let again =
      "- dossier: acme\n- activity: m/two\n  kind: fine-tuning\n  by: acme\n  produces: m\n  complete: [uses]\n  from: 2026-09-10\n  to: 2026-09-20\n"
    #expect(try lifts(Self.rule, facts("  about: acme:m\n  at: 2026-09-01\n"), again) == .cannotBeExcluded)
  }

  /// Grounds of grounds that fan out, and one that rests on itself.
  @Test(.timeLimit(.minutes(1))) func groundsOfGrounds() throws {
    var grounds = "  about: acme:m\n  at: 2026-09-01\n  rests-on: [g0a, g0b]\n"
    for level in 0..<40 {
      for side in ["a", "b"] {
        grounds += "- evaluation: g\(level)\(side)\n  rests-on: [g\(level + 1)a, g\(level + 1)b]\n"
      }
    }
    let last = "- evaluation: g40a\n- evaluation: g40b\n"
    #expect(try lifts(Self.rule, facts(grounds + last)) == .holds)
    #expect(try lifts(Self.rule, facts(grounds + last + "- withdrawal: w\n  of: g40b\n")) == .fails)
    let circle = "- evaluation: g40a\n- evaluation: g40b\n  rests-on: [g7a]\n"
    #expect(try lifts(Self.rule, facts(grounds + circle)) == .fails)
  }

  /// An order about a run, a deployment or the developer may be about the model; one about another is not.
  @Test(arguments: [
    ("acme:m", Verdict.holds), ("acme:m/run", .cannotBeExcluded), ("acme:acme", .cannotBeExcluded),
    ("acme:d", .cannotBeExcluded), ("acme:other", .fails),
  ])
  func orders(_ about: String, _ expected: Verdict) throws {
    let rule = "{ ordered: { kind: injunction, about: self, decision: granted, by: { role: court } } }"
    let court = "- dossier: fr\n- party: fr\n  roles: [{ role: court, where: FR }]\n"
    let order = "- injunction: i\n  about: \(about)\n  decision: granted\n"
    let deployed = "- dossier: acme\n- artifact: other\n- deployment: d\n  model: m\n"
    #expect(try binds(rule, court + order, deployed) == expected)
    // Hidden, it may be one; of a stranger whose office is known it is none.
    #expect(try binds(rule, court + order + "  withheld: yes\n", deployed).isPossible == expected.isPossible)
    let stranger = court.replacing("court", with: "auditor")
    #expect(try binds(rule, stranger + order + "  withheld: yes\n", deployed) == .fails)
  }

  /// A law outlives the office of who made it.
  @Test func adopters() throws {
    var pack = TestPack()
    (pack.status, pack.force) = ("proposal", "activation: adoption")
    pack.articles = [TestPack.article("a", when: aboveLimit, then: "{ closes: { actions: [use] } }")]
    func state(_ role: String, _ adoption: String) throws -> GateCondition {
      let adopter =
        "- dossier: fr\n- party: fr\n  roles: [{ role: authority, where: FR, \(role) }]\n- adoption: a\n  regime: law\n  where: [FR]\n\(adoption)"
      return try Judge(Dossier(files: [model(), adopter]), [pack]).state(.use)
    }
    let before = "  activation: 2026-02-01\n"
    #expect(try state("from: 2026-01-01", before) == .closed)
    #expect(try state("from: 2026-01-01, to: 2026-06-30", before) == .closed)
    #expect(try state("from: 2026-01-01, to: 2026-06-30", "  stated: 2026-07-02\n" + before) == .open)
  }
}
