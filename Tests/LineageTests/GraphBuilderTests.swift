import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What enters what: bases, breaks, discards, names that are one.
@Suite struct GraphBuilderTests {
  private static let tuned = """
    - dossier: acme
    - party: acme
    - artifact: base
    - activity: base/run
      kind: pretraining
      by: acme
      produces: base
      \(exact("5e20"))
    - artifact: m
    - activity: m/run
      kind: fine-tuning
      by: acme
      uses: [{ artifact: base, as: base-weights }]
      produces: m
      \(exact("1e20"))

    """

  private func stopping(_ convention: inout CountingConvention) { convention.stopsAtHumanBreak = true }

  private func broken(_ people: String) -> String {
    Self.tuned + "- human-break: b\n  artifact: base\n  activity: m/run\n  criterion: c\n\(people)"
  }

  /// A human break acts when another person has reviewed it, and only where the convention names it.
  @Test func humanBreaks() throws {
    let reviewed = try Dossier(broken("  made-by: ann\n  reviewed-by: bob\n"))
    #expect(try reviewed.account("m", stopping).toDate == bounds("1e20", "1e20", "1e20"))
    #expect(try reviewed.account("m").toDate == bounds("6e20", "6e20", "6e20"))
    #expect(
      try reviewed.account("m", stopping).entries.first { !$0.counts }?.because.code == "human-break")
    for people in ["  made-by: ann\n  reviewed-by: ann\n", "  made-by: ann\n"] {
      #expect(try Dossier(broken(people)).account("m", stopping).toDate == bounds("6e20", "6e20", "6e20"))
    }
  }

  /// The reviewer is another person, however the name is written.
  @Test(arguments: ["Ann", " ann", "A N N"]) func nobodyReviewsTheirOwnBreak(_ reviewer: String) throws {
    let dossier = try Dossier(broken("  made-by: ann\n  reviewed-by: \"\(reviewer)\"\n"))
    #expect(try dossier.account("m", stopping).toDate == bounds("6e20", "6e20", "6e20"))
  }

  /// Whose claims act: of who did the computation, of an authority, of an evaluator; not of anybody.
  private static let claimants = [
    ("", false), ("  roles: [{ role: auditor }]\n", false), ("  roles: [{ role: authority }]\n", true),
    ("  roles: [{ role: evaluator }]\n", true),
  ]

  private func other(_ roles: String) -> String { "- dossier: other\n- party: other\n\(roles)" }

  @Test(arguments: claimants) func notEverybodyClaimsABreak(_ roles: String, _ acts: Bool) throws {
    let claim =
      "- human-break: b\n  artifact: acme:base\n  activity: acme:m/run\n  criterion: c\n  made-by: ann\n  reviewed-by: bob\n"
    let total = try Dossier(Self.tuned, other(roles) + claim).account("m", stopping).toDate
    #expect(try total == (acts ? bounds("1e20", "1e20", "1e20") : bounds("6e20", "6e20", "6e20")))
  }

  @Test(arguments: claimants) func notEverybodyDiscards(_ roles: String, _ acts: Bool) throws {
    let claim = "- discard: d\n  trials: [acme:t]\n  decided-by: ann\n  reason: x\n"
    let total = try Dossier(Self.trials, other(roles) + claim).account("m") {
      $0.exceptRoles = ["discarded-by-human"]
    }.toDate
    #expect(try total == (acts ? bounds("1e20", "1e20", "1e20") : bounds("8e20", "8e20", "8e20")))
  }

  @Test(arguments: claimants) func notEverybodyClaimsIndependence(_ roles: String, _ acts: Bool) throws {
    let text = ["a", "b"].map { name in
      "- artifact: \(name)\n- activity: \(name)/run\n  kind: pretraining\n  by: acme\n  environment: lab\n  from: 2025-01-01\n  produces: \(name)\n  \(exact("1e20"))\n"
    }.joined()
    let claim =
      "- independence-claim: c\n  between: [acme:a/run, acme:b/run]\n  reason: apart\n  made-by: ann\n  reviewed-by: bob\n"
    let total = try Dossier("- dossier: acme\n- party: acme\n" + text, other(roles) + claim).account(
      "b", presuming
    ).toDate
    #expect(try total == (acts ? bounds("1e20", "1e20", "1e20") : bounds("2e20", "2e20", "2e20")))
  }

  /// Each break cuts one link.
  @Test func aBreakCutsOneLink() throws {
    let text =
      broken("  made-by: ann\n  reviewed-by: bob\n")
      + "- artifact: n\n- activity: n/run\n  kind: fine-tuning\n  by: acme\n  uses: [{ artifact: base, as: base-weights }, { artifact: m, as: merged }]\n  produces: n\n  \(exact("2e20"))\n"
    #expect(try Dossier(text).account("n", stopping).toDate == bounds("8e20", "8e20", "8e20"))
  }

  private static let trials = """
    - dossier: acme
    - party: acme
    - artifact: m
    - activity: t
      kind: trial
      by: acme
      \(exact("7e20"))
    - activity: m/run
      kind: pretraining
      by: acme
      uses: [{ activity: t, as: discarded-by-human }]
      produces: m
      \(exact("1e20"))

    """

  /// A discard without a decision on record is an automatic one.
  @Test func discards() throws {
    func total(_ more: String) throws -> Bounds<UInt128> {
      try Dossier(Self.trials + more).account("m") { $0.exceptRoles = ["discarded-by-human"] }.toDate
    }
    #expect(try total("") == bounds("8e20", "8e20", "8e20"))
    #expect(
      try total("- discard: d\n  trials: [t]\n  decided-by: ann\n  reason: x\n")
        == bounds("1e20", "1e20", "1e20"))
    #expect(try total("- discard: d\n  trials: [t]\n  withheld: yes\n") == bounds("8e20", "8e20", "8e20"))
    #expect(
      try total("- activity: u\n  kind: trial\n- discard: d\n  trials: [u]\n  decided-by: ann\n  reason: x\n")
        == bounds("8e20", "8e20", "8e20"))
  }

  /// A base that nobody recorded becomes an artifact with an unknown activity, and the account says so.
  @Test func aBaseThatNobodyRecorded() throws {
    let text = Self.tuned.replacing("produces: base\n", with: "note: nothing\n")
    let account = try Dossier(text).account("m")
    #expect(try account.toDate == bounds("1e20", "-", "-"))
    #expect(try account.knownSum == flop("1e20"))
    #expect(account.entries.map(\.activity.local) == ["m/run", "base/unknown"])
    #expect(account.entries.last?.kind == "unknown" && account.entries.last?.counts == true)
    #expect(account.findings.map(\.code) == ["unknown-activity"])
    // Another party's base that is not here at all.
    let foreign = try Dossier(Self.tuned.replacing("artifact: base, as", with: "artifact: meta:llama, as"))
      .account("m")
    #expect(try foreign.toDate == bounds("1e20", "-", "-"))
    #expect(foreign.entries.last?.activity == GlobalID("meta", "activity", "llama/unknown"))
  }

  @Test func whatPeopleMadeHasNoComputeBehindIt() throws {
    func text(_ origin: String) -> String {
      Self.tuned.replacing(
        "uses: [{ artifact: base, as: base-weights }]", with: "uses: [{ artifact: books, as: data }]")
        + "- artifact: books\n  type: dataset\n\(origin)"
    }
    #expect(try Dossier(text("  origin: human\n")).account("m").toDate == bounds("1e20", "1e20", "1e20"))
    #expect(try Dossier(text("")).account("m").toDate == bounds("1e20", "-", "-"))
  }

  /// A model is made by computation, and so is what a recorded activity produces, whatever their records say.
  @Test func aModelIsNotMadeByPeople() throws {
    let model = Self.tuned.replacing("- artifact: base\n", with: "- artifact: base\n  origin: human\n")
    #expect(try Dossier(model).account("m").toDate == bounds("6e20", "6e20", "6e20"))
    let dataset = model.replacing("origin: human", with: "origin: human\n  type: dataset")
    #expect(try Dossier(dataset).account("m").toDate == bounds("6e20", "6e20", "6e20"))
    #expect(try Dossier("- artifact: m\n  origin: human\n").account("m").toDate == .unknown)
  }

  /// Whatever reaches a model by two ways counts once.
  @Test func aDiamondCountsOnce() throws {
    let text =
      Self.tuned
      + "- artifact: n\n- activity: n/run\n  kind: merge\n  by: acme\n  uses: [{ artifact: base, as: merged }, { artifact: m, as: merged }]\n  produces: n\n  \(exact("1e18"))\n"
    #expect(try Dossier(text).account("n").toDate == bounds("601e18", "601e18", "601e18"))
  }

  @Test func rolesKindsAttributesAndActors() throws {
    let dossier = try Dossier(Self.tuned)
    let own = try bounds("1e20", "1e20", "1e20")
    func reason(_ change: (inout CountingConvention) -> Void) throws -> (Bounds<UInt128>, String?) {
      let account = try dossier.account("m", change)
      return (account.toDate, account.entries.first { !$0.counts }?.because.code)
    }
    #expect(try reason { $0.roles = .only(["merged"]) } == (own, "role-not-counted"))
    #expect(try reason { $0.exceptRoles = ["base-weights"] } == (own, "role-not-counted"))
    #expect(
      try reason { $0.requirements = ["base-weights": ["feedback": "automatic"]] } == (
        own, "attribute-needed"
      ))
    #expect(try reason { $0.kinds = .only(["fine-tuning"]) } == (own, "kind-not-counted"))
    #expect(try reason { $0.sameActorOnly = true } == (bounds("6e20", "6e20", "6e20"), nil))
    let other = try Dossier(
      Self.tuned.replacing("kind: pretraining\n  by: acme", with: "kind: pretraining\n  by: meta:meta"))
    #expect(try other.account("m") { $0.sameActorOnly = true }.toDate == own)
    #expect(try other.account("m") { $0.flags = .only([]) }.toDate == own)
    #expect(try other.account("m").toDate == bounds("6e20", "6e20", "6e20"))
    // An actor that nobody named may be the same one.
    let unnamed = try Dossier(
      Self.tuned.replacing("kind: pretraining\n  by: acme", with: "kind: pretraining"))
    #expect(try unnamed.account("m") { $0.sameActorOnly = true }.toDate.high == flop("6e20"))
  }

  @Test func sinceIsADifferenceOfSets() throws {
    let text =
      Self.tuned
      + "- artifact: n\n- activity: n/run\n  kind: fine-tuning\n  by: acme\n  uses: [{ artifact: m, as: base-weights }]\n  produces: n\n  \(exact("2e20"))\n"
    let accountant = try Accountant(Dossier(text).graph(), convention())
    func since(_ a: String, _ b: String) throws -> Bounds<UInt128> {
      try accountant.total(of: acme("artifact", a), since: acme("artifact", b))
    }
    #expect(try since("n", "base") == bounds("3e20", "3e20", "3e20"))
    #expect(try since("n", "m") == bounds("2e20", "2e20", "2e20"))
    #expect(try since("n", "n") == .zero)
    #expect(try since("base", "n") == .zero)
    #expect(try since("nothing", "n") == .unknown)
    #expect(try accountant.total(of: acme("artifact", "nothing")) == .unknown)
    #expect(try accountant.total(of: acme("activity", "m/run")) == bounds("6e20", "6e20", "6e20"))
  }

  /// Exactly one of an artifact and an activity enters.
  @Test(arguments: ["{ as: data }", "{ artifact: base, activity: base/run, as: data }"])
  func aUseNamesOneThing(_ use: String) throws {
    let dossier = try Dossier(Self.tuned.replacing("{ artifact: base, as: base-weights }", with: use))
    #expect { try dossier.graph() } throws: { error in
      (error as? Problems)?.list.map(\.code) == [.contradiction]
    }
  }
}
