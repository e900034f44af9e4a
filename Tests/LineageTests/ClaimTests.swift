import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What takes compute out of a total: human breaks, discards, claims of independence, and by whom.
@Suite struct ClaimTests {
  private func stopping(_ convention: inout CountingConvention) { convention.stopsAtHumanBreak = true }

  private func broken(_ people: String) -> String {
    Counted.tuned + "- human-break: b\n  artifact: base\n  activity: m/run\n  criterion: c\n\(people)"
  }

  /// A human break acts when another person has reviewed it, and only where the convention names it.
  @Test func humanBreaks() throws {
    let reviewed = try Dossier(broken("  made-by: ann\n  reviewed-by: bob\n"))
    #expect(try reviewed.account("m", stopping).toDate == bounds("1e20", "1e20", "1e20"))
    #expect(try reviewed.account("m").toDate == bounds("6e20", "6e20", "6e20"))
    #expect(
      try reviewed.account("m", stopping).entries.first { !$0.counts }?.because.code == "human-break")
    for people in [
      "  made-by: ann\n  reviewed-by: ann\n", "  made-by: ann\n", "  made-by: ann\n  reviewed-by: \"\"\n",
      "  made-by: \"\"\n  reviewed-by: bob\n", "  made-by: ann\n  reviewed-by: \"-\"\n",
      "  made-by: ann\n  reviewed-by: \"\u{200C}Ann\"\n",
      "  made-by: ann\n  reviewed-by: bob\n  withheld: yes\n",
    ] {
      #expect(try Dossier(broken(people)).account("m", stopping).toDate == bounds("6e20", "6e20", "6e20"))
    }
  }

  /// The reviewer is another person, however the name is written.
  @Test(arguments: ["Ann", " ann", "A N N"]) func nobodyReviewsTheirOwnBreak(_ reviewer: String) throws {
    let dossier = try Dossier(broken("  made-by: ann\n  reviewed-by: \"\(reviewer)\"\n"))
    #expect(try dossier.account("m", stopping).toDate == bounds("6e20", "6e20", "6e20"))
  }

  /// Whose claims act: of who did the computation, of an authority or an evaluator of its place; not of anybody.
  private static let claimants = [
    ("", false), ("  roles: [{ role: auditor, where: FR }]\n", false),
    ("  roles: [{ role: authority, where: FR }]\n", true),
    ("  roles: [{ role: authority, where: XA }]\n", false),
    ("  roles: [{ role: authority }]\n", false), ("  roles: [{ role: evaluator, where: EU }]\n", true),
    ("  roles: [{ role: evaluator }]\n", false),
  ]

  private func other(_ roles: String) -> String { "- dossier: other\n- party: other\n\(roles)" }

  @Test(arguments: claimants) func notEverybodyClaimsABreak(_ roles: String, _ acts: Bool) throws {
    let claim =
      "- human-break: b\n  artifact: acme:base\n  activity: acme:m/run\n  criterion: c\n  made-by: ann\n  reviewed-by: bob\n"
    let total = try Dossier(Counted.tuned, other(roles) + claim).account("m", stopping).toDate
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
    let total = try Dossier("- dossier: acme\n- party: acme\n  seat: FR\n" + text, other(roles) + claim)
      .account(
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
      seat: FR
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

  /// Weights come from what trains, whatever that is called.
  @Test(arguments: [
    ("activity: t", "", false), ("artifact: w", "- artifact: w\n  type: output\n", false),
    ("artifact: w", "- artifact: w\n  type: output\n", true),
  ])
  func weightsComeFromTraining(_ source: String, _ more: String, _ trains: Bool) throws {
    let text =
      "- artifact: m\n- activity: t\n  kind: \(trains ? "pretraining" : "trial")\n\(more.isEmpty ? "" : "  produces: w\n")\(more)- activity: r\n  kind: fine-tuning\n  produces: m\n  uses: [{ \(source), as: base-weights }]\n"
    if trains {
      _ = try Dossier(text).graph()
    } else {
      #expect(throws: Problems.self) { try Dossier(text).graph() }
      _ = try Dossier(text.replacing("base-weights", with: "diagnostic")).graph()
    }
  }

  /// What is discarded is a trial: no run that gave a model is set aside.
  @Test func whatIsDiscarded() throws {
    let text =
      "- artifact: m\n- activity: t\n  kind: trial\n- activity: r\n  kind: pretraining\n  produces: m\n  uses: [{ activity: t, as: discarded-by-human }]\n"
    _ = try Dossier(text).graph()
    #expect(throws: Problems.self) { try Dossier(text.replacing("trial", with: "pretraining")).graph() }
  }
}
