import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// A gate is a subject, an action and a place, and takes the worst of what binds.
@Suite struct GateTests {
  private static let approval =
    "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: country } } }"

  private static let perCountry: TestPack = {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", then: "{ closes: { actions: [deploy-external, use], per: country, unless: \(approval) } }")
    ]
    return pack
  }()

  private func approving(_ places: String) -> String {
    "- dossier: board\n- party: board\n  roles: [{ role: authority, where: [\(places)] }]\n- safety-case: s\n  about: acme:m\n  decision: approved\n  at: 2026-06-01\n"
  }

  /// Each country decides for itself; a place needs every one of its parts.
  @Test(arguments: [
    ("FR", "FR", GateCondition.open), ("FR", "DE", .closed), ("FR", "EU", .closed),
    ("FR", "everywhere", .closed),
    ("EU", "FR", .open), ("EU", "EU", .open), ("EU", "everywhere", .closed), ("EU", "GB", .closed),
    ("US", "US-CA", .open), ("US-CA", "US", .closed), ("US-CA", "US-CA", .open),
    ("world", "everywhere", .open),
    ("FR, DE", "FR", .open), ("FR, DE", "EU", .closed),
  ])
  func countries(_ authority: String, _ place: String, _ expected: GateCondition) throws {
    let judge = try Judge(Dossier(model(), approving(authority)), [Self.perCountry])
    #expect(judge.state(.use, in: place) == expected)
  }

  /// Everywhere, a pack of one country asks that country, by its name; one of a union asks each of which no fact speaks.
  @Test func thePlaceOfThePack() throws {
    func waits(_ jurisdiction: String, _ authority: String) throws -> (String, [String?]) {
      var pack = Self.perCountry
      pack.jurisdiction = jurisdiction
      let judge = try Judge(Dossier(model(), approving(authority)), [pack])
      let gate = judge.gate(acme("artifact", "m"), .use, in: GateState.everywhere, judge.library.packs)
      #expect(gate.state == .closed)
      return (
        gate.opensWhen.flatMap(\.need.answers).map { $0.clause.text(.en) }.joined(),
        gate.because.map(\.country)
      )
    }
    for authority in ["US", "DE", "FR-IDF"] {
      let (text, countries) = try waits("FR", authority)
      #expect(text.contains("authority (France)") || text.contains("authority (FR)"), "\(text)")
      #expect(!text.contains("every other") && countries == ["FR"])
    }
    #expect(try waits("EU", "US").0.contains("each country"))
    #expect(try waits("EU", "DE").0.contains("every other country"))
    #expect(try waits("world", "US").0.contains("every other country"))
  }

  @Test func actionsThatNobodyGoverns() throws {
    let judge = try Judge(Dossier(model()), [Self.perCountry])
    let governed = judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
    #expect(governed.isGoverned && governed.because.map(\.article) == ["a"])
    let free = judge.gate(acme("artifact", "m"), .deployInternal, in: "FR", judge.library.packs)
    #expect(free.state == .open && !free.isGoverned && free.because.isEmpty)
  }

  /// Closed, then undetermined, then open.
  @Test func theWorstOfThePacks() throws {
    func pack(_ id: String, _ when: String) -> TestPack {
      var pack = TestPack()
      pack.id = id
      pack.parameters = [nowhere]
      pack.articles = [TestPack.article("a", when: when, then: "{ closes: { actions: [use] } }")]
      return pack
    }
    let closing = pack("closing", aboveLimit)
    let unsure = pack("unsure", "{ rating: { axis: autonomy, is: strong } }")
    let opening = pack("opening", neverReached)
    for (packs, state) in [
      ([opening], GateCondition.open), ([unsure], .undetermined), ([closing], .closed),
      ([opening, unsure], .undetermined),
      ([unsure, closing], .closed), ([opening, closing], .closed), ([closing, unsure, opening], .closed),
      ([], .open),
    ] as [([TestPack], GateCondition)] {
      #expect(try Judge(Dossier(model()), packs).state(.use) == state, "\(packs.map(\.id))")
    }
    #expect(GateCondition.open < .undetermined && GateCondition.undetermined < .closed)
  }

  /// What opens a gate is an answer: what must be shown, or what must be ruled out.
  @Test func whatOpensSaysWhichAnswer() throws {
    let published = "{ attribute: { key: access, in: [published-weights] } }"
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: published, then: "{ closes: { actions: [use], unless: { not: \(published) } } }"),
      TestPack.article(
        "b", when: "{ not: \(published) }", then: "{ closes: { actions: [deploy-external] } }"),
    ]
    let judge = try Judge(Dossier(model()), [pack])
    func answers(_ action: Action) -> [String] {
      judge.gate(acme("artifact", "m"), action, in: "FR", judge.library.packs).opensWhen.flatMap(
        \.need.answers
      ).map(\.code)
    }
    let code = "attribute self.access in [published-weights]"
    #expect(answers(.use) == ["not " + code])
    #expect(answers(.deployExternal) == [code])
    // A clause that holds must be ruled out where its negation is asked.
    let publishing = "- deployment: d\n  model: m\n  access: published-weights\n"
    let open = try Judge(Dossier(model() + publishing), [pack])
    let gate = open.gate(acme("artifact", "m"), .use, in: "FR", open.library.packs)
    let waits = gate.opensWhen.flatMap(\.need.answers)
    #expect(gate.state == .closed && waits.map(\.code) == ["not " + code])
    #expect(waits[0].clause.text(.fr).hasPrefix("écarté\u{A0}: accès"))
  }

  private static let training: TestPack = {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("day", "2026-06-01")]
    pack.articles = [
      TestPack.article(
        "a", on: "run", when: "{ date: { of: self.from, at-or-after: $day } }",
        then: "{ closes: { actions: [train] } }")
    ]
    return pack
  }()

  private func training(_ dates: String, _ more: String = "") throws -> GateCondition {
    try Judge(Dossier(model(run: dates) + more), [Self.training]).state(.train, in: GateState.everywhere)
  }

  /// Training is asked of the runs planned or running, or, if none, of the done ones as if they started now.
  @Test func trainingOfAModel() throws {
    let done = "  state: done\n  from: 2025-01-01\n  to: 2025-02-01\n"
    #expect(try training(done) == .closed)
    #expect(try training("  state: running\n  from: 2026-05-31\n") == .open)
    #expect(try training("  state: planned\n  from: 2027-01-01\n") == .closed)
    // A run that is open speaks for the model; the done ones no longer do.
    let next =
      "- activity: m/next\n  kind: fine-tuning\n  by: acme\n  state: running\n  from: 2026-05-01\n  produces: m\n"
    #expect(try training(done, next) == .open)
    #expect(try training(done, next.replacing("2026-05-01", with: "2026-07-01")) == .closed)
  }

  @Test func trainingOfARun() throws {
    let judge = try Judge(
      Dossier(model(run: "  state: done\n  from: 2025-01-01\n  to: 2025-02-01\n")), [Self.training])
    #expect(judge.state(.train, of: "m/run", kind: "activity", in: GateState.everywhere) == .open)
  }

  @Test func aModelThatNobodyMadeHasNoRunThatIsKnown() throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article("a", on: "run", when: aboveLimit, then: "{ closes: { actions: [train] } }")
    ]
    #expect(
      try Judge(Dossier("- artifact: m\n"), [pack]).state(.train, in: GateState.everywhere) == .undetermined)
  }

  private static let rate: TestPack = {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("speed", "1e18 FLOP/s")]
    pack.articles = [
      TestPack.article(
        "a",
        when:
          "{ some: { let: one, in: deployments, such-that: { quantity: { name: inference-rate, of: model, convention: served, above: $speed } } } }",
        then: "{ closes: { actions: [use] } }")
    ]
    return pack
  }()

  /// The question adds the deployment that it supposes where none is declared; its rate has no upper bound.
  @Test func supposedDeployments() throws {
    func state(_ deployments: String, in place: String) throws -> GateCondition {
      try Judge(Dossier(model() + deployments), [Self.rate]).state(.use, in: place)
    }
    let slow =
      "- deployment: d\n  model: m\n  access: api\n  available-in: FR\n  from: 2026-01-01\n- activity: serving\n  kind: inference\n  deployment: d\n  rate: [{ from: 2026-01-01, to: 2026-12-31, value: 1e17 FLOP/s, high: 5e17 FLOP/s }]\n"
    #expect(try state("", in: "FR") == .undetermined)
    #expect(try state(slow, in: "FR") == .open)
    #expect(try state(slow, in: "DE") == .undetermined)
    #expect(try state(slow.replacing("5e17", with: "5e18"), in: "FR") == .undetermined)
    #expect(
      try state(
        slow.replacing("1e17 FLOP/s, high: 5e17", with: "2e18 FLOP/s, low: 2e18 FLOP/s, high: 5e18"), in: "FR"
      ) == .closed)
    // Published weights are everywhere: nothing more is supposed.
    #expect(try state(slow.replacing("access: api", with: "access: published-weights"), in: "DE") == .open)
  }

  /// Concurrent windows add up, consecutive ones do not.
  @Test(arguments: [
    ("2026-03-31", GateCondition.closed), ("2026-04-01", .open), ("2025-01-01", .closed),
  ])
  func ratesAddUpWhereTheyOverlap(_ from: String, _ expected: GateCondition) throws {
    func serving(_ name: String, _ from: String, _ windows: String) -> String {
      "- deployment: \(name)\n  model: m\n  access: api\n  available-in: FR\n  from: \(from)\n- activity: \(name)/serving\n  kind: inference\n  deployment: \(name)\n  rate: [\(windows)]\n"
    }
    func window(_ from: String, _ to: String, _ rate: String) -> String {
      "{ from: \(from), to: \(to), value: \(rate) FLOP/s, low: \(rate) FLOP/s, high: \(rate) FLOP/s }"
    }
    let first = window("2026-01-01", "2026-03-31", "6e17") + ", " + window("2026-04-01", "2026-12-31", "1e17")
    let text =
      model() + serving("d", "2026-01-01", first) + serving("e", from, window(from, "2026-12-31", "6e17"))
    #expect(try Judge(Dossier(text), [Self.rate]).state(.use) == expected)
  }
}
