import Foundation
import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// A plan: totals, thresholds with the days on which they are passed, doublings, acts, and what it brings.
@Suite struct PlanTests {
  private func report(
    _ dossier: String = Fixtures.example("planned"), _ model: String = "aurelia",
    deploy: String = "2027-04-15",
    in places: String = "FR,US-CA", asOf: String = "2026-11-21", regimes: String? = nil,
    convention: String? = nil
  ) throws -> PlanReport {
    let dates = Dates(asOf: try Moment(asOf).last, knownAt: nil)
    return try PlanReport(
      Workspace(dossier: dossier, names: [model], dates: dates), model: model, deploy: Moment(deploy),
      places: places, regimes: regimes, convention: convention, dates: dates)
  }

  /// A dossier of one file, and what is planned in it.
  private func written(_ text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(("- dossier: acme\n- party: acme\n- artifact: m\n" + text).utf8).write(
      to: URL(filePath: folder + "/facts.yaml"))
    return folder
  }

  private func codes(_ work: () throws -> PlanReport) -> [String] {
    do {
      _ = try work()
      return []
    } catch let problems as Problems {
      return problems.list.map { "\($0.code.rawValue) \($0.field ?? "")" }
    } catch {
      return ["\(error)"]
    }
  }

  /// 4e24 are done; 1e24 a day until 20 January, nothing until February, then 1e24 a day again.
  @Test func theExample() throws {
    let plan = try report().plan
    #expect(plan.activities.map(\.id.local) == ["aurelia/pretraining", "aurelia/reasoning"])
    let annex = try #require(plan.totals.first { $0.convention.bareName == "seed-annex-a" })
    #expect(annex.toDate.best == 4_000_000_000_000_000_000_000_000)
    #expect(annex.atCompletion.best == 114_000_000_000_000_000_000_000_000)
    func day(_ text: String) throws -> Accrual.Passing { .on(try #require(CivilDate(text))) }
    func dates(_ regime: String, _ article: String) throws -> [Accrual.Passing?] {
      let found = try #require(
        plan.crossings.first {
          $0.regime == regime && $0.headroom.article == article && $0.subject == plan.model
            && $0.headroom.quantity == "training-compute"
        })
      return [found.dates?.earliest, found.dates?.expected, found.dates?.latest]
    }
    // Above 1e25: the best value has 1e25 exactly at the end of the 27th.
    #expect(
      try dates("eu-ai-act-gpai", "art-51-2") == [day("2026-11-27"), day("2026-11-28"), day("2026-11-28")])
    // Above 1e26: 64 at the end of January, 36 days and a little more.
    #expect(try dates("us-ca-sb53", "frontier-model") == [day("2027-02-26"), day("2027-03-09"), .never])
    // At least 1e26.
    #expect(
      try dates("seed-gate-closure", "c-harbour-compute")[1] == day("2027-03-08"))
    // Doublings of 4e24 are reached at equality: 8, 16, 32 and 64.
    #expect(annex.base == Plan.Base(total: 4_000_000_000_000_000_000_000_000, of: nil))
    #expect(annex.doublings.map(\.times) == [2, 4, 8, 16, 32])
    #expect(
      annex.doublings.map(\.dates.expected) == [
        try day("2026-11-25"), try day("2026-12-03"), try day("2026-12-19"), try day("2027-01-20"), .never,
      ])
  }

  @Test func whatItBringsAndCloses() throws {
    let plan = try report().plan
    #expect(
      plan.acts.map { "\($0.action.rawValue) \($0.place)" } == [
        "train everywhere", "scale everywhere", "deploy-internal FR", "deploy-internal US-CA",
        "deploy-external FR", "deploy-external US-CA",
      ])
    // No act is more open than what one of the regimes that bind says of it.
    for act in plan.acts {
      let worst = act.parts.filter(\.isBinding).map(\.gate.state).max() ?? .open
      #expect(act.gate.state == worst, "\(act.action) \(act.place)")
    }
    let union = try #require(
      plan.outcomes.first { $0.pack.id == "eu-ai-act-gpai" && $0.subject == plan.model })
    #expect(union.classes.contains { $0.name.name == "systemic-risk" && $0.then == .holds })
    // The plan places the model on the market of the Union: what is possible today is owed then. A plan for another place
    // leaves it open.
    func notify(_ plan: Plan) -> [Obligation.State] {
      plan.outcomes.filter { $0.pack.id == "eu-ai-act-gpai" }.flatMap(\.duties).map(\.then)
        .filter { $0.duty.citation.locus.hasPrefix("Article 52(1)") }.map(\.state)
    }
    #expect(notify(plan) == [.owed])
    #expect(try notify(report(in: "US-CA").plan) == [.possible])
    #expect(union.duties.allSatisfy { $0.today != .owed })
    // What is owed today is nothing that the plan brings.
    let today = try report(asOf: "2026-11-20").plan
    #expect(today.outcomes.count == plan.outcomes.count)
  }

  /// On the day of deployment the runs are judged as they are planned now, whatever their dates say then.
  @Test func whatIsPlannedIsNotForgotten() throws {
    let folder = try written(
      "- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  from: 2026-12-01\n  to: 2026-12-31\n  complete: [uses]\n  budget: [{ method: reported, value: 3e26 FLOP }]\n"
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try report(folder, "m").plan
    let union = try #require(plan.crossings.first { $0.headroom.article == "art-51-2" })
    #expect(union.state == .crosses)
    #expect(union.headroom.bounds.best == Ratio(300_000_000_000_000_000_000_000_000))
    let class_ = plan.outcomes.flatMap(\.classes).first { $0.name.name == "high-impact-capabilities" }
    #expect(class_?.then.isPossible == true)
  }

  /// The law is that of the day of deployment: the Californian act is in force from 1 January 2026.
  @Test(arguments: [("2025-12-31", false), ("2026-01-01", true)])
  func theLawOfTheDay(_ deploy: String, _ isInForce: Bool) throws {
    let folder = try written(
      "- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  from: 2025-12-01\n  to: 2025-12-10\n  complete: [uses]\n  budget: [{ method: reported, value: 3e26 FLOP }]\n"
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try report(folder, "m", deploy: deploy, in: "US-CA", asOf: "2025-11-21").plan
    let act = try #require(plan.outcomes.first { $0.pack.id == "us-ca-sb53" && $0.subject == plan.model })
    #expect(act.isBinding == isInForce)
    #expect(act.duties.contains { $0.then.state == .possible || $0.then.state == .owed } == isInForce)
  }

  /// One convention alone, and what doubles from the model whose weights were taken.
  @Test func theBaseOfAFineTune() throws {
    let folder = try written(
      """
      - artifact: base
      - activity: base/run
        kind: pretraining
        by: acme
        produces: base
        from: 2026-01-01
        to: 2026-02-01
        complete: [uses]
        compute: [{ method: telemetry, low: 1e24 FLOP, value: 1e24 FLOP, high: 1e24 FLOP }]
      - activity: m/tuning
        kind: fine-tuning
        by: acme
        state: planned
        produces: m
        from: 2026-12-01
        to: 2026-12-10
        uses: [{ artifact: base, as: base-weights }]
        complete: [uses]
        budget: [{ method: reported, low: 2e24 FLOP, value: 2e24 FLOP, high: 2e24 FLOP }]
      """)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try report(folder, "m", convention: "seed-annex-a").plan
    #expect(plan.totals.count == 1)
    let total = plan.totals[0]
    #expect(
      total.base
        == Plan.Base(total: 1_000_000_000_000_000_000_000_000, of: GlobalID("acme", "artifact", "base")))
    #expect(total.doublings.map(\.times) == [2])
    #expect(total.doublings[0].dates.expected == .on(try #require(CivilDate("2026-12-05"))))
  }

  @Test func onlyTheRegimesAsked() throws {
    let (all, one) = (try report(), try report(regimes: "us-ca-sb53,us-ca-sb53"))
    #expect(Set(all.plan.outcomes.map(\.pack.id)).count > 1)
    #expect(Set(one.plan.outcomes.map(\.pack.id)) == ["us-ca-sb53"])
    #expect(Set(one.plan.crossings.map(\.regime)) == ["us-ca-sb53"])
    #expect(one.plan.acts.allSatisfy { $0.parts.allSatisfy { $0.pack.id == "us-ca-sb53" } })
    #expect(one.plan.totals.map(\.convention.bareName) == ["us-ca-sb53"])
    #expect(
      one.packs.count == 1
        && one.lines(TextStyle(.en, color: false)).contains { $0.contains("seed-gate-closure") })
    #expect(codes { try report(regimes: "us-ca") } == ["unknown-definition --regimes"])
  }

  // MARK: What is no plan

  @Test func whatIsNoPlan() throws {
    #expect(codes { try report(deploy: "2026-11-20") } == ["contradiction --deploy"])
    #expect(codes { try report(deploy: "2027-03-21") } == ["contradiction --deploy"])
    #expect(codes { try report(deploy: "2027-03-22") } == [])
    #expect(
      codes { try report(deploy: "2027-01-01") } == ["contradiction --deploy", "contradiction --deploy"])
    #expect(codes { try report(in: "FR,ZZ,,fr") } == Array(repeating: "unknown-place --where", count: 3))
    #expect(codes { try report(in: "") } == ["unknown-place --where"])
    #expect(
      codes { try report(Fixtures.example("planned"), "aurelai") } == [
        "missing-record "
      ])
    #expect(codes { try report(convention: "seed-annex") } == ["unknown-definition --convention"])
    // After everything a plan says it will be, nothing is planned any more that says it is.
    #expect(codes { try report(deploy: "2029-01-01", asOf: "2028-01-01") } == ["contradiction to"])
    #expect(codes { try report(Fixtures.example("two-regimes"), "student") } == ["contradiction state"])
    // Several at once.
    #expect(codes { try report(deploy: "2020-01-01", in: "Fance") }.count == 2)
  }

  @Test func mistakesNameTheNearest() throws {
    for (model, places, near) in [
      ("aurelai", "FR", "aurelia"), ("aurelia", "FRA", "FR"), ("aurelia", "fr", "FR"),
    ] {
      #expect {
        try report(Fixtures.example("planned"), model, in: places)
      } throws: { error in
        Language.allCases.allSatisfy { language in
          (error as? Problems)?.list[0].text(language).contains(near) == true
        }
      }
    }
  }

  /// A run without dates passes thresholds on no day that can be told, and is never said not to.
  @Test func aRunWithoutDates() throws {
    let folder = try written(
      "- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  state: planned\n  complete: [uses]\n  budget: [{ method: reported, low: 3e26 FLOP, value: 3e26 FLOP, high: 3e26 FLOP }]\n"
    )
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let report = try report(folder, "m")
    let compute = report.plan.crossings.filter { $0.headroom.quantity == "training-compute" }
    #expect(compute.count > 3)
    for item in compute where item.headroom.threshold < Ratio(300_000_000_000_000_000_000_000_000) {
      #expect(item.state == .crosses && item.dates?.expected == .undated && item.dates?.latest == .undated)
    }
    let text = report.lines(TextStyle(.en, color: false)).joined(separator: "\n")
    #expect(text.contains("no dates of acme:m/run"))
    #expect(report.json.canonical.contains("\"expected\":\"undated\""))
  }

  // MARK: What is printed

  /// Beside what settles an undetermined act stands what opens it whatever is found, and nothing that is open.
  @Test(arguments: [
    (Language.en, "opens in any case when:", "ruled out"),
    (.fr, "s’ouvre dans tous les cas quand\u{A0}:", "écarté"),
  ])
  func whatOpensInAnyCase(_ language: Language, _ heading: String, _ ruledOut: String) throws {
    let lines = try report().lines(TextStyle(language, color: false))
    let head = try #require(lines.firstIndex { $0 == "      \(heading)" })
    let points = lines[(head + 1)...].prefix { $0.hasPrefix("        ") }
    #expect(points.contains { $0.hasPrefix("        · d-nr2-training") }, "\(points)")
    #expect(!points.contains { $0.contains(ruledOut) }, "\(points)")
  }

  @Test(arguments: Language.allCases) func theText(_ language: Language) throws {
    let text = try report().lines(TextStyle(language, color: false)).joined(separator: "\n")
    for phrase in [Phrase.planTotals, .planThresholds, .planDoublings, .planBrings, .noClock] {
      #expect(text.contains(phrase.text[language]))
    }
    #expect(text.contains(language == .en ? "28\u{A0}November 2026" : "28\u{A0}novembre 2026"))
    if language == .fr {
      for line in text.split(separator: "\n") {
        #expect(Documentation.mistake(inFrench: String(line)) == nil, "\(line)")
      }
    }
  }

  @Test func theJSONIsTheSameInEachLanguage() throws {
    let texts = try Language.allCases.map { language in
      try Language.$spoken.withValue(language) { try report().json.canonical }
    }
    #expect(Set(texts).count == 1)
    #expect(texts[0].contains("\"latest\":\"2026-11-28\""))
  }
}
