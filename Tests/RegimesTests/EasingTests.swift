import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What only its beneficiary says puts no duty off.
@Suite struct EasingTests {
  /// A duty above the limit, put off for what was placed before 2025; a permission for the same.
  private static var law: TestPack {
    var pack = TestPack()
    pack.parameters = [
      TestPack.parameter("begins", "2025-01-01"), TestPack.parameter("later", "2027-08-02"),
      TestPack.parameter("age", "10 years"),
    ]
    let early = "{ date: { of: self.placed-on-market, before: $begins } }"
    pack.articles = [
      TestPack.article(
        "d", when: aboveLimit,
        then:
          "{ obliges: [{ duty: register-run, by: developer, to: { role: authority }, due: standing, fulfilled-by: run-registration }] }"
      ),
      TestPack.article("e", when: early, then: "{ defers: { duties-of: [d], until: $later } }"),
      TestPack.article(
        "may", when: early,
        then:
          "{ permits: [{ act: ask, by: developer, to: public, not-before: { within: $age, from: deployed } }] }"
      ),
      TestPack.article(
        "keep", when: "{ not: \(early) }",
        then: "{ retains: [{ what: papers, by: developer, for: $age, from: deployed }] }"),
    ]
    return pack
  }

  private static let served =
    "- deployment: d\n  model: m\n  by: acme\n  access: api\n  available-in: FR\n  from: 2026-10-01\n"

  private static let dated = "  from: 2026-01-01\n  to: 2026-06-01\n"

  private func determination(_ files: String...) throws -> Determination {
    let judge = try Judge(Dossier(files: files), [Self.law])
    return judge.determine(acme("artifact", "m"), judge.library.packs[0])
  }

  private func states(_ files: String...) throws -> [Obligation.State] {
    let judge = try Judge(Dossier(files: files), [Self.law])
    return judge.determine(acme("artifact", "m"), judge.library.packs[0]).obligations.map(\.state)
  }

  /// A correction that nobody countersigned puts no duty off.
  @Test func aCorrectionPutsNothingOff() throws {
    let early = Self.served.replacing("2026-10-01", with: "2024-01-01")
    #expect(try states(model() + early) == [.deferred])
    let corrected =
      model() + Self.served
      + early.replacing(
        "- deployment: d\n", with: "- deployment: d\n  revision: 2\n  replaces: 1\n  because: found\n")
    let stayed = try determination(corrected)
    #expect(stayed.obligations.map(\.state) == [.owed])
    #expect(stayed.permissions.isEmpty && stayed.retentions.count == 1)
    let plain = try determination(model() + early)
    #expect(plain.permissions.count == 1 && plain.retentions.isEmpty)
    #expect(stayed.remarks.contains { $0.code == "opened-by-correction" })
    let signed =
      "- dossier: fr\n- party: fr\n- countersignature: c\n  of: acme/deployment/d\n  of-revision: 2\n"
    #expect(try states(corrected, signed) == [.deferred])
  }

  /// What was placed early under a name that only the owner joins puts nothing off; nor does it under another of its own.
  @Test func aJoinPutsNothingOff() throws {
    let old =
      "- deployment: old\n  model: meta:m\n  by: acme\n  access: api\n  available-in: FR\n  from: 2024-01-01\n"
    let meta = "- dossier: meta\n- party: meta\n- artifact: m\n"
    let join = "- same-as: s\n  names: [m, meta:m]\n"
    #expect(try states(model() + Self.served + old, meta) == [.owed])
    #expect(try states(model() + Self.served + old + join, meta) == [.owed])
    let own = "- artifact: o\n" + old.replacing("meta:m", with: "o") + join.replacing("meta:m", with: "o")
    #expect(try !states(model() + Self.served + own).contains(.deferred))
  }

  /// Nothing is placed before its computation began.
  @Test func nothingIsPlacedBeforeItsRun() throws {
    let early = Self.served.replacing("2026-10-01", with: "2024-01-01")
    #expect(try states(model(run: Self.dated) + early) == [.owed])
    #expect(try states(model(run: Self.dated.replacing("2026", with: "2023")) + early) == [.deferred])
  }

  /// What was served before and renewed since was placed when it was first served; weights that a run gave later were not.
  @Test func whatWasPlacedBefore() throws {
    let early = Self.served.replacing("2026-10-01", with: "2024-01-01")
    let ended = early.replacing("- deployment: d\n", with: "- deployment: before\n  to: 2026-09-30\n")
    let made = model(run: "  from: 2023-01-01\n  to: 2023-06-01\n")
    #expect(try states(made + ended + Self.served) == [.deferred])
    #expect(try states(made + Self.served) == [.owed])
    #expect(try states(model(run: "  from: 2023-01-01\n  to: 2024-06-01\n") + early) == [.owed])
    #expect(try states(model(run: "  from: 2023-01-01\n") + early) == [.owed])
    #expect(try states(model(run: "") + early) == [.owed])
  }

  /// A run without a day, or one that is not shown, may have given the model its weights after it was placed.
  @Test(arguments: [
    ("  produces: m\n", false), ("  withheld: yes\n  produces: [m]\n", false),
    ("  to: 2023-05-01\n  produces: m\n", true), ("  from: 2023-05-01\n  produces: m\n", false),
    ("  from: 2024-05-01\n  produces: m\n", false), ("", true),
  ])
  func anotherRunOfItsModel(_ run: String, _ puts: Bool) throws {
    let early = Self.served.replacing("2026-10-01", with: "2024-01-01")
    let other = "- activity: more\n  kind: reinforcement-learning\n  by: acme\n\(run)"
    let placed = model(run: Self.dated.replacing("2026", with: "2023")) + early + other
    #expect(try states(placed).contains(.deferred) == puts)
  }

  /// What is said of another name that one owner alone joins with this one may not hold.
  @Test func anAttributeOfAClaimedName() throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: "{ attribute: { key: generates, in: [language-text] } }",
        then: "{ closes: { actions: [use] } }")
    ]
    let other = "- dossier: meta\n- party: meta\n- artifact: m\n  generates: [language-text]\n"
    let join = "- same-as: s\n  names: [acme:m, meta:m]\n"
    #expect(try Judge(Dossier(model() + join, other), [pack]).article("a") == .cannotBeExcluded)
    #expect(try Judge(Dossier(model() + join, other + join), [pack]).article("a") == .holds)
  }

  /// No affiliate frees, whichever of the two says that it is one, and through others in turn.
  @Test(arguments: [
    ("", "", true), ("  affiliates: [shell:shell]\n", "", false), ("", "  affiliates: [acme:acme]\n", false),
    ("  affiliates: [mid:mid]\n", "", false), ("", "  affiliates: [mid:top]\n", true),
    ("  affiliates: [mid:top]\n", "  affiliates: [mid:top]\n", false),
  ])
  func affiliates(_ ours: String, _ theirs: String, _ opens: Bool) throws {
    let shell =
      "- dossier: shell\n- party: shell\n  roles: [{ role: authority, where: FR }]\n\(theirs)- safety-case: s\n  about: acme:m\n  decision: approved\n  at: 2026-06-01\n"
    let mid =
      "- dossier: mid\n- party: mid\n  affiliates: [shell:shell]\n- party: top\n- party: stranger\n  affiliates: [acme:acme, shell:shell]\n"
    let own = model().replacing("  seat: FR\n", with: "  seat: FR\n\(ours)")
    #expect((try gateUnlessApproved([own, shell, mid]) == .open) == opens)
  }
}
