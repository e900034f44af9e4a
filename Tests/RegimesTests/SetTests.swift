import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// `some` and `every` over sets that may be empty or not known whole.
@Suite struct SetTests {
  private func verdict(
    _ condition: String, _ files: String..., of subject: GlobalID = acme("party", "acme"),
    on kind: String = "party"
  ) throws -> Verdict? {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("home", "FR"), TestPack.parameter("least", "1e24 FLOP")]
    // One member more may not be such: the law’s own words would have to want it.
    let set = condition.hasPrefix("{ every") ? condition.firstMatch(of: /in: ([a-z]+)/)?.output.1 : nil
    let declared = set.map { "\n    antitone-in: \($0)" } ?? ""
    pack.articles = [
      TestPack.article("a", on: kind, when: condition + declared, then: "{ classifies: { as: it } }")
    ]
    let dossier = files.count == 1 ? try Dossier(files[0]) : try Dossier(files[0], files[1])
    let judge = try Judge(dossier, [pack])
    return judge.determine(subject, judge.library.packs[0]).findings.first?.verdict
  }

  private static let home =
    "{ let: one, in: affiliates, such-that: { attribute: { of: one, key: seat, in: $home } } }"

  private func affiliates(_ quantifier: String, _ seats: [String], isWhole: Bool) throws -> Verdict? {
    let names = seats.indices.map { "p\($0)" }
    let parties = zip(names, seats).map { "- party: \($0)\n\($1 == "?" ? "" : "  seat: \($1)\n")" }.joined()
    return try verdict(
      "{ \(quantifier): \(Self.home) }",
      "- party: acme\n  affiliates: [\(names.joined(separator: ", "))]\n\(isWhole ? "  complete: [affiliates]\n" : "")"
        + parties)
  }

  /// Columns: whole, and not known whole.
  @Test(arguments: [
    (["FR"], Verdict.holds, Verdict.holds), (["DE"], .fails, .cannotBeExcluded),
    (["DE", "FR"], .holds, .holds),
    (["?"], .cannotBeExcluded, .cannotBeExcluded), (["DE", "?"], .cannotBeExcluded, .cannotBeExcluded),
    ([], .fails, .cannotBeExcluded),
  ])
  func some(_ seats: [String], _ whole: Verdict, _ open: Verdict) throws {
    #expect(try affiliates("some", seats, isWhole: true) == whole)
    #expect(try affiliates("some", seats, isWhole: false) == open)
  }

  @Test(arguments: [
    (["FR"], Verdict.holds, Verdict.cannotBeExcluded), (["DE"], .fails, .fails),
    (["DE", "FR"], .fails, .fails),
    (["?"], .cannotBeExcluded, .cannotBeExcluded), (["FR", "?"], .cannotBeExcluded, .cannotBeExcluded),
    // Over nothing, `every` cannot be excluded.
    ([], .cannotBeExcluded, .cannotBeExcluded),
  ])
  func every(_ seats: [String], _ whole: Verdict, _ open: Verdict) throws {
    #expect(try affiliates("every", seats, isWhole: true) == whole)
    #expect(try affiliates("every", seats, isWhole: false) == open)
  }

  /// Without `such-that`: is there one.
  @Test func isThereOne() throws {
    let condition = "{ some: { let: one, in: affiliates } }"
    #expect(try verdict(condition, "- party: acme\n  affiliates: [p]\n- party: p\n") == .holds)
    #expect(try verdict(condition, "- party: acme\n  complete: [affiliates]\n") == .fails)
    #expect(try verdict(condition, "- party: acme\n") == .cannotBeExcluded)
    #expect(
      try verdict(condition, "- party: acme\n  withheld: yes\n  complete: [affiliates]\n")
        == .cannotBeExcluded)
  }

  private static let theirs =
    "- dossier: meta\n- party: meta\n  seat: US\n- artifact: llama\n- activity: llama/run\n  kind: pretraining\n  by: meta\n  produces: llama\n  complete: [uses]\n"

  private func originals(_ uses: String, _ more: String = "", complete: Bool = true) throws -> Verdict? {
    let whole = model(run: "  uses: [\(uses)]\n")
    let text = (complete ? whole : whole.replacing("  complete: [uses]\n", with: "")) + more
    return try verdict(
      "{ some: { let: original, in: originals } }", text, Self.theirs, of: acme("artifact", "m"), on: "model")
  }

  /// The nearest ancestors by weights that another developer made.
  @Test func originals() throws {
    for role in ["base-weights", "merged", "adapter-of", "quantized-from"] {
      #expect(try originals("{ artifact: meta:llama, as: \(role) }") == .holds, "\(role)")
    }
    for role in ["data", "teacher-training", "synthetic-data", "auxiliary"] {
      #expect(try originals("{ artifact: meta:llama, as: \(role) }") == .fails, "\(role)")
    }
    #expect(try originals("") == .fails)
    #expect(try originals("", complete: false) == .cannotBeExcluded)
  }

  /// A base of the same developer is looked through, and what is behind it may be unknown.
  @Test func ownBasesAreLookedThrough() throws {
    func own(_ run: String) -> String {
      "- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: acme\n  produces: base\n\(run)"
    }
    let use = "{ artifact: base, as: base-weights }"
    #expect(try originals(use, own("  complete: [uses]\n")) == .fails)
    #expect(try originals(use, own("")) == .cannotBeExcluded)
    #expect(
      try originals(use, own("  complete: [uses]\n  uses: [{ artifact: meta:llama, as: base-weights }]\n"))
        == .holds)
  }

  @Test func aBaseOfAnUnknownDeveloperCannotBeExcluded() throws {
    #expect(
      try originals(
        "{ artifact: base, as: base-weights }",
        "- artifact: base\n- activity: base/run\n  kind: pretraining\n  produces: base\n  complete: [uses]\n")
        == .cannotBeExcluded)
    #expect(try originals("{ artifact: base, as: base-weights }", "- artifact: base\n") == .cannotBeExcluded)
  }

  @Test func ancestorsByRole() throws {
    let text = model(run: "  uses: [{ artifact: meta:llama, as: teacher-training }]\n")
    func found(_ roles: String) throws -> Verdict? {
      try verdict(
        "{ some: { let: one, in: \"ancestors(\(roles))\" } }", text, Self.theirs, of: acme("artifact", "m"),
        on: "model")
    }
    #expect(try found("teacher-training") == .holds)
    #expect(try found("base-weights, teacher-training") == .holds)
    #expect(try found("base-weights") == .fails)
  }

  @Test func runsOfAModel() throws {
    let condition =
      "{ every: { let: one, in: runs, such-that: { quantity: { of: one, name: training-compute, convention: all, at-least: $least } } } }"
    #expect(try verdict(condition, model("1e24"), of: acme("artifact", "m"), on: "model") == .holds)
    #expect(try verdict(condition, model("9e23"), of: acme("artifact", "m"), on: "model") == .fails)
    #expect(
      try verdict(condition, "- artifact: m\n", of: acme("artifact", "m"), on: "model") == .cannotBeExcluded)
  }

  @Test func modelsOfAParty() throws {
    let condition =
      "{ some: { let: one, in: models, such-that: { quantity: { of: one, name: training-compute, convention: all, at-least: $least } } } }"
    #expect(try verdict(condition, model("1e24")) == .holds)
    // Others of its models may be elsewhere.
    #expect(try verdict(condition, model("9e23")) == .cannotBeExcluded)
  }

  /// A fact about one of its models decides about a party, and about another model through the party.
  @Test func whatDecidesAboutAParty() throws {
    let large =
      "{ some: { let: one, in: models, such-that: { quantity: { of: one, name: training-compute, convention: all, at-least: $limit } } } }"
    var pack = TestPack()
    pack.articles = [
      TestPack.article("a", on: "party", when: large, then: "{ classifies: { as: large } }")
    ]
    pack.head = "nexus: { applies-to: party, when: \(large), cite: \(TestPack.cite) }"
    let text = model() + "- artifact: n\n- activity: n/run\n  kind: pretraining\n  by: acme\n  produces: n\n"
    let judge = try Judge(Dossier(text), [pack])
    let (party, other) = (acme("party", "acme"), acme("artifact", "n"))
    let marked = judge.marked([party, other].map { judge.determine($0, judge.library.packs[0]) })
    func isDecisive(_ facts: Set<FactUse>) -> Bool? {
      facts.first { $0.id == "acme/activity/m/run" }?.isDecisive
    }
    let finding = try #require(marked[0].findings.first)
    #expect(finding.verdict == .holds && isDecisive(finding.because.allFacts) == true)
    #expect(isDecisive(marked[1].standing.allFacts) == true)
  }

  @Test func modelsInvolved() throws {
    let condition =
      "{ some: { let: one, in: models-involved, such-that: { quantity: { of: one, name: training-compute, convention: all, at-least: $least } } } }"
    let incident = "- incident: i\n  models: [m]\n"
    #expect(
      try verdict(condition, model("1e24") + incident, of: acme("incident", "i"), on: "incident") == .holds)
    #expect(
      try verdict(condition, model("9e23") + incident, of: acme("incident", "i"), on: "incident")
        == .cannotBeExcluded)
    #expect(
      try verdict(
        condition, model("9e23") + incident + "  complete: [models]\n", of: acme("incident", "i"),
        on: "incident") == .fails)
  }

  /// What asks nothing of the member is one explanation for all; what asks of it is one for each.
  @Test(arguments: ["self", "one"]) func whatAsksNothingOfAMember(_ path: String) throws {
    let text =
      "{ some: { let: one, in: affiliates, such-that: { attribute: { of: \(path), key: seat, in: $home } } } }"
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("home", "FR")]
    pack.articles = [TestPack.article("a", on: "party", when: text, then: "{ classifies: { as: it } }")]
    let dossier = try Dossier(
      "- party: acme\n  seat: DE\n  affiliates: [b, c]\n  complete: [affiliates]\n- party: b\n  seat: DE\n- party: c\n  seat: US\n"
    )
    let judge = try Judge(dossier, [pack])
    let parts = judge.determine(acme("party", "acme"), judge.library.packs[0]).findings[0].because.parts[0]
      .parts
    #expect(parts.count == 2 && (parts[0].parts == parts[1].parts) == (path == "self"))
  }
}
