import Lineage
import Measures
import Pages
import Records
import Regimes
import Testing

@testable import ecluse

/// What the examples of the seed's annexes and of California show, by the engine and not by their transcripts.
@Suite struct ExampleWorlds {
  private func judge(_ example: String, _ asOf: String) throws -> Judge {
    let workspace = try Workspace(dossier: Fixtures.example(example))
    let (facts, graph) = try workspace.graph(asOf: Moment(asOf).last, knownAt: nil)
    return Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator)
  }

  private func pack(_ judge: Judge, _ id: String) throws -> RegimePack {
    try #require(judge.library.packs.first { $0.id == id })
  }

  /// Three links with the country that orders: its seat, business there, accelerators made there; none, no pause. It ends
  /// when the executive withdraws it.
  @Test(arguments: [
    ("halcyra", "aphelion", true), ("volute", "helix", true), ("kestrel", "gyre", true),
    ("kestrel", "drift", false),
  ]) func pause(_ company: String, _ run: String, _ isReached: Bool) throws {
    func closing(_ asOf: String) throws -> [String] {
      let judge = try judge("seed-world", asOf)
      let gate = judge.gate(
        GlobalID(company, "activity", "\(run)/training"), .train, in: GateState.everywhere,
        [try pack(judge, "seed-gate-closure")])
      return gate.because.filter { $0.state == .closed }.map(\.article)
    }
    #expect(try closing("2026-04-30").isEmpty)
    #expect(try closing("2026-07-01") == (isReached ? ["b-1-pause"] : []))
    #expect(try closing("2026-09-15").isEmpty)
    #expect(try closing("2026-11-21").contains("d-nr4-training"))
  }

  /// At 10¹⁸ FLOP/s and above only while a permit lives; of what may be above it is not known.
  @Test(arguments: [
    ("loft", "2026-11-21", GateCondition.open), ("nave", "2026-11-21", .closed), ("bay", "2026-11-21", .open),
    ("bay", "2027-01-01", .closed), ("attic", "2026-11-21", .undetermined), ("nave", "2026-06-30", .open),
  ]) func governor(_ cluster: String, _ asOf: String, _ expected: GateCondition) throws {
    let judge = try judge("seed-world", asOf)
    let gate = judge.gate(
      GlobalID("kestrel", "cluster", cluster), .compute, in: GateState.everywhere,
      [try pack(judge, "seed-gate-closure")])
    #expect(gate.state == expected)
  }

  /// Two adoptions bind a cluster of Kestrel's: its own sets how often it reports, that of the State does not.
  @Test(arguments: Language.allCases) func twoAdoptionsMakeTwoClocks(_ language: Language) throws {
    let workspace = try Workspace(dossier: Fixtures.example("seed-world"))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: ["kestrel:nave"], regimes: "seed-gate-closure", explained: true)
    let determination = try #require(assessment.determinations.first)
    let reports = determination.obligations.filter {
      $0.article == "b-3-two-offices" && $0.duty.duty == "report-compute"
    }
    #expect(reports.count == 4)
    #expect(Set(reports.map(\.adoptions)).count == 2)
    for report in reports {
      #expect(report.adoptions.count == 1)
      #expect(report.json.canonical.contains("\"adoptions\":[\"\(report.adoptions[0].full)\"]"))
    }
    #expect(determination.body.canonical.contains("\"bindingAlso\":[{"))
    #expect(determination.otherStandings.count == 1)
    let groups = DutyGroup.groups(determination.obligations).filter { $0.first.duty.duty == "report-compute" }
    #expect(groups.map(\.recipients.count) == [1, 2, 2])
    let dues = groups.map { $0.due(language) }
    #expect(dues.contains { $0.contains(language == .fr ? "non fixé" : "not set") })
    #expect(dues.contains { $0.contains("kestrel:seed") && $0.contains("3") })
    let text = AssessmentReport(
      assessment: assessment, showAll: false, style: TextStyle(language, color: false)
    ).text()
    let colon = language == .fr ? "\u{A0}: " : ": "
    for adoption in Set(reports.flatMap(\.adoptions)) {
      #expect(text.contains("(adoption\(colon)\(adoption))"))
    }
    let head = try #require(text.split(separator: "\n").first { $0.contains("seed-gate-closure undated") })
    for clause in determination.standings.map(\.clause) { #expect(head.contains(clause.text(language))) }
  }

  /// A lowered cap takes a safe harbour away, a raised one a tier.
  @Test func caps() throws {
    func tier(_ asOf: String) throws -> String? {
      let judge = try judge("seed-world", asOf)
      return judge.determine(GlobalID("volute", "artifact", "orrery"), try pack(judge, "seed-gate-closure"))
        .tier?
        .established
    }
    #expect(try tier("2026-10-31") == "NR-4" && tier("2026-11-01") == "NR-3")
    func liability(_ asOf: String) throws -> Verdict {
      try judge("seed-world", asOf).verdict(
        GlobalID("volute", "artifact", "vernier"),
        ClassName(pack: "seed-gate-closure", name: "strict-liability"))
    }
    #expect(try liability("2026-09-30") == .fails && liability("2026-10-01") == .holds)
  }

  /// Each harbour of Annex C claimed well gives ordinary liability back; claimed badly it does not.
  @Test(arguments: [
    ("plain", Verdict.holds), ("tern", .fails), ("tern-silent", .holds), ("wren", .fails),
    ("wren-unchecked", .holds),
    ("rook", .fails), ("rook-fallen", .holds), ("heron", .fails), ("heron-still", .holds), ("stork", .fails),
    ("stork-other", .holds),
  ]) func harbours(_ model: String, _ expected: Verdict) throws {
    let strict = ClassName(pack: "seed-gate-closure", name: "strict-liability")
    let id = GlobalID("orlo", "artifact", model)
    #expect(try judge("safe-harbours", "2026-09-01").verdict(id, strict) == expected)
    let lowered: Verdict = model == "tern" ? .holds : expected
    #expect(try judge("safe-harbours", "2026-11-21").verdict(id, strict) == lowered)
  }

  /// What nobody heeds is said of just those that it is said of in the README.
  @Test func whatNobodyHeeds() throws {
    let judge = try judge("safe-harbours", "2026-11-21")
    let seed = try pack(judge, "seed-gate-closure")
    func codes(_ model: String) -> [String] {
      judge.determine(GlobalID("orlo", "artifact", model), seed).remarks.map(\.code).filter {
        ["without-role", "ground-gone"].contains($0)
      }
    }
    #expect(codes("wren-unchecked") == ["without-role"] && codes("rook-fallen") == ["ground-gone"])
    for model in [
      "plain", "tern", "tern-silent", "wren", "rook", "heron", "heron-still", "stork", "stork-other",
    ] {
      #expect(codes(model).isEmpty, "\(model)")
    }
  }

  /// Frontier models by what was or will be computed; developers large by what they took together.
  @Test(arguments: [
    ("madrone", "artifact", "canopy-base", "frontier-model", Verdict.fails),
    ("madrone", "artifact", "canopy", "frontier-model", .holds),
    ("tanoak", "artifact", "acorn", "frontier-model", .holds),
    ("madrone", "party", "madrone", "large-frontier-developer", .holds),
    ("chaparral", "party", "chaparral", "frontier-developer", .holds),
    ("chaparral", "party", "chaparral", "large-frontier-developer", .fails),
    ("pinyon", "party", "pinyon", "large-frontier-developer", .cannotBeExcluded),
    ("madrone", "incident", "leak", "critical-safety-incident", .fails),
    ("madrone", "incident", "outage", "critical-safety-incident", .holds),
    ("madrone", "incident", "outage", "catastrophic-harm", .fails),
    ("madrone", "incident", "grid", "catastrophic-harm", .holds),
    ("madrone", "incident", "pretence", "critical-safety-incident", .cannotBeExcluded),
  ]) func california(_ name: String, _ kind: String, _ local: String, _ word: String, _ expected: Verdict)
    throws
  {
    let judge = try judge("california", "2026-11-21")
    #expect(judge.verdict(GlobalID(name, kind, local), ClassName(pack: "us-ca-sb53", name: word)) == expected)
  }

  /// The threshold of revenue stands beside what was taken, in one currency.
  @Test func revenueStandsBesideItsThreshold() throws {
    let judge = try judge("california", "2026-11-21")
    let found = judge.determine(GlobalID("madrone", "party", "madrone"), try pack(judge, "us-ca-sb53"))
    let revenue = try #require(found.headroom.first { $0.quantity == "gross-revenue" })
    #expect(revenue.bounds == Bounds(exactly: Ratio(57_500_000_000)) && revenue.verdict == .holds)
    #expect(found.remarks.map(\.code) == ["loosened-by-declaration"])
    // Where no duty runs by that period, it says nothing.
    for (kind, local) in [("artifact", "canopy"), ("artifact", "canopy-base"), ("incident", "pretence")] {
      let other = judge.determine(GlobalID("madrone", kind, local), try pack(judge, "us-ca-sb53"))
      #expect(!other.obligations.contains { $0.terms.contains { $0.name == "summary-every" } })
      #expect(!other.remarks.contains { $0.code == "loosened-by-declaration" }, "\(local)")
    }
    let kept = judge.determine(GlobalID("madrone", "document", "framework"), try pack(judge, "us-ca-sb53"))
    #expect(kept.retentions.map(\.period) == [Period("5 years")] && kept.retentions.map(\.state) == [.owed])
  }

  /// Nothing in the examples is refused, and only what they mean to show has no effect.
  @Test(arguments: [("seed-world", 0), ("safe-harbours", 2), ("california", 0)])
  func nothingIsWrong(_ example: String, _ expected: Int) throws {
    let workspace = try Workspace(dossier: Fixtures.example(example))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    #expect(workspace.remarks(of: facts, graph, under: workspace.library.packs).count == expected)
  }
}
