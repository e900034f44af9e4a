import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Classes, and what lifts them. What lifts acts on *holds* only.
@Suite struct ClassTests {
  private static let strong = "{ rating: { axis: autonomy, is: strong } }"
  private static let general = "{ rating: { axis: generality, is: strong } }"

  /// A rating that gives the verdict: strong holds, weak fails, none cannot be excluded.
  private func rated(_ axis: String, _ verdict: Verdict) -> String {
    verdict == .cannotBeExcluded
      ? ""
      : "- rating: \(axis)\n  about: m\n  axis: \(axis)\n  is: \(verdict == .holds ? "strong" : "weak")\n  at: 2026-06-01\n"
  }

  private func judge(_ pack: TestPack, _ autonomy: Verdict, _ generality: Verdict = .fails) throws -> Judge {
    try Judge(Dossier(model() + rated("autonomy", autonomy) + rated("generality", generality)), [pack])
  }

  /// `closes` acts on holds and on cannot be excluded.
  @Test(arguments: [
    (Verdict.holds, GateCondition.closed), (.cannotBeExcluded, .undetermined), (.fails, .open),
  ])
  func closing(_ verdict: Verdict, _ state: GateCondition) throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: Self.strong, then: "{ closes: { actions: [use] } }")]
    #expect(try judge(pack, verdict).state(.use) == state)
  }

  /// `unless` and `exempts` act on holds only.
  @Test(arguments: [(Verdict.holds, GateCondition.open), (.cannotBeExcluded, .closed), (.fails, .closed)])
  func lifting(_ verdict: Verdict, _ state: GateCondition) throws {
    var unless = TestPack()
    unless.articles = [TestPack.article("a", then: "{ closes: { actions: [use], unless: \(Self.strong) } }")]
    #expect(try judge(unless, verdict).state(.use) == state)
    var exempt = TestPack()
    exempt.articles = [
      TestPack.article("a", then: "{ closes: { actions: [use] } }"),
      TestPack.article("b", when: Self.strong, then: "{ exempts: { from: [a] } }"),
    ]
    #expect(try judge(exempt, verdict).state(.use) == state)
  }

  /// An exemption may lift some effects only.
  @Test func exemptionsOfEffects() throws {
    var pack = TestPack()
    func exempting(_ more: String) -> [String] {
      [
        TestPack.article("a", then: "{ closes: { actions: [use] } }"),
        TestPack.article("b", then: "{ exempts: { from: [a], \(more) } }"),
      ]
    }
    pack.articles = exempting("effects: [obliges]")
    #expect(try judge(pack, .holds).state(.use) == .closed)
    pack.articles = exempting("effects: [closes]")
    #expect(try judge(pack, .holds).state(.use) == .open)
  }

  /// What takes a freedom back binds: it already acts when it cannot be excluded.
  @Test(arguments: [(Verdict.holds, GateCondition.closed), (.cannotBeExcluded, .closed), (.fails, .open)])
  func takingBack(_ verdict: Verdict, _ state: GateCondition) throws {
    var pack = exemption(unless: Self.strong)
    #expect(try judge(pack, verdict).state(.use) == state)
    let permit = "{ act: train, by: self, unless: \(Self.strong) }"
    pack.articles = [TestPack.article("c", then: "{ permits: [\(permit)] }")]
    let judge = try judge(pack, verdict)
    let allowed = judge.determine(acme("artifact", "m"), judge.library.packs[0]).permissions
    #expect(allowed.isEmpty == (state == .closed))
  }

  /// So `ordered` may stand in it and `attested` may not; it grows with compute; and no exemption takes one back.
  @Test func sidesOfTakingBack() throws {
    let ordered = "{ ordered: { kind: pause-order, decision: ordered, by: { role: executive } } }"
    let attested = ordered.replacing("ordered: {", with: "attested: { about: self,")
    #expect(try judge(exemption(unless: ordered), .fails).state(.use) == .open)
    _ = try exemption(unless: aboveLimit).read()
    var second = exemption(unless: Self.strong)
    second.articles.append(TestPack.article("c", then: "{ exempts: { from: [b] } }"))
    for wrong in [exemption(unless: attested), second] {
      #expect(throws: Problems.self) { try wrong.read() }
    }
    #expect(throws: Problems.self) {
      try self.judge(self.exemption(unless: "{ not: \(aboveLimit) }"), .fails)
    }
  }

  private func exemption(unless: String) -> TestPack {
    var pack = TestPack()
    pack.articles = [
      TestPack.article("a", then: "{ closes: { actions: [use] } }"),
      TestPack.article("b", then: "{ exempts: { from: [a], unless: \(unless) } }"),
    ]
    return pack
  }

  private static func duty(_ more: String = "") -> String {
    "{ obliges: [{ duty: tell, by: self, to: [public], due: standing, fulfilled-by: { kind: notification }\(more) }] }"
  }

  @Test(arguments: [(Verdict.holds, ["owed"]), (.cannotBeExcluded, ["possible"]), (.fails, [])])
  func obliging(_ verdict: Verdict, _ states: [String]) throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: Self.strong, then: Self.duty())]
    let judge = try judge(pack, verdict)
    #expect(
      judge.determine(acme("artifact", "m"), judge.library.packs[0]).obligations.map(\.state.rawValue)
        == states)
  }

  /// What does not bind obliges nobody: it would oblige, or what it would oblige to could not be excluded.
  @Test(arguments: [(Verdict.holds, ["wouldOblige"]), (.cannotBeExcluded, ["wouldBePossible"]), (.fails, [])])
  func obligingWithoutBinding(_ verdict: Verdict, _ states: [String]) throws {
    var pack = TestPack()
    pack.status = "proposal"
    pack.articles = [TestPack.article("a", when: Self.strong, then: Self.duty())]
    let judge = try judge(pack, verdict)
    let determination = judge.determine(acme("artifact", "m"), judge.library.packs[0])
    #expect(!determination.isBinding && determination.obligations.map(\.state.rawValue) == states)
  }

  /// `unless` of a duty and `defers` act on holds only.
  @Test(arguments: [
    (Verdict.holds, [String](), ["deferred"]), (.cannotBeExcluded, ["owed"], ["owed"]),
    (.fails, ["owed"], ["owed"]),
  ])
  func liftingDuties(_ verdict: Verdict, _ lifted: [String], _ deferred: [String]) throws {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("day", "2026-12-31")]
    func states(at asOf: String = "2026-11-21") throws -> [String] {
      let judge = try Judge(Dossier(model() + rated("autonomy", verdict)), [pack], at: asOf)
      return judge.determine(acme("artifact", "m"), judge.library.packs[0]).obligations.map(\.state.rawValue)
    }
    pack.articles = [TestPack.article("a", then: Self.duty(", unless: \(Self.strong)"))]
    #expect(try states() == lifted)
    pack.articles = [
      TestPack.article("a", then: Self.duty()),
      TestPack.article("b", when: Self.strong, then: "{ defers: { duties-of: [a], until: $day } }"),
    ]
    #expect(try states() == deferred)
    #expect(try states(at: "2026-12-31") == deferred)
    #expect(try states(at: "2027-01-01") == ["owed"])
  }

  /// Classes are the union of the articles that give them.
  @Test func unions() throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article("a", when: Self.strong, then: "{ classifies: { as: risky } }"),
      TestPack.article("b", when: Self.general, then: "{ classifies: { as: risky } }"),
    ]
    let name = ClassName(pack: "law", name: "risky")
    for (autonomy, generality, expected) in [
      (Verdict.holds, Verdict.fails, Verdict.holds), (.fails, .holds, .holds), (.fails, .fails, .fails),
      (.cannotBeExcluded, .fails, .cannotBeExcluded), (.cannotBeExcluded, .holds, .holds),
    ] {
      #expect(try judge(pack, autonomy, generality).verdict(acme("artifact", "m"), name) == expected)
    }
  }

  /// A class of a pack that is not loaded cannot be excluded; one that a loaded pack does not give is a mistake.
  @Test func ofPacksThatAreNotHere() throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: "{ classified: { as: \"elsewhere:risky\" } }", then: "{ closes: { actions: [use] } }")
    ]
    #expect(try judge(pack, .fails).state(.use) == .undetermined)
    #expect(
      try judge(pack, .fails).verdict(acme("artifact", "m"), ClassName(pack: "elsewhere", name: "x"))
        == .cannotBeExcluded)
    pack.articles = [
      TestPack.article("a", when: "{ classified: { as: risky } }", then: "{ closes: { actions: [use] } }")
    ]
    #expect(throws: Problems.self) { try RegimeLibrary([pack.read()]) }
  }

  @Test func ofAnotherPack() throws {
    var other = TestPack()
    other.id = "other"
    other.articles = [TestPack.article("a", when: Self.strong, then: "{ classifies: { as: risky } }")]
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: "{ classified: { as: \"other:risky\" } }", then: "{ closes: { actions: [use] } }")
    ]
    for (verdict, state) in [
      (Verdict.holds, GateCondition.closed), (.cannotBeExcluded, .undetermined), (.fails, .open),
    ] {
      let judge = try Judge(Dossier(model() + rated("autonomy", verdict)), [pack, other])
      #expect(judge.state(.use) == state)
    }
  }

  /// The provider is the developer where that class holds, the original's where it fails, unknown otherwise.
  @Test(
    arguments: [(Verdict.holds, "acme:acme"), (.fails, "meta:meta"), (.cannotBeExcluded, nil)]
      as [(Verdict, String?)])
  func providers(_ verdict: Verdict, _ provider: String?) throws {
    var act = TestPack()
    act.id = "eu-ai-act-gpai"
    act.articles = [
      TestPack.article("a", when: Self.strong, then: "{ classifies: { as: provided-by-developer } }")
    ]
    var pack = TestPack()
    pack.articles = [TestPack.article("a", then: Self.duty().replacing("by: self", with: "by: provider"))]
    let theirs =
      "- dossier: meta\n- party: meta\n- artifact: llama\n- activity: llama/run\n  kind: pretraining\n  by: meta\n  produces: llama\n"
    let ours =
      model(run: "  to: 2022-06-01\n  uses: [{ artifact: meta:llama, as: base-weights }]\n")
      + rated("autonomy", verdict)
    let judge = try Judge(Dossier(ours, theirs), [pack, act])
    let determination = judge.determine(acme("artifact", "m"), try #require(judge.library.pack("law")))
    #expect(determination.obligations.map { $0.party?.description } == [provider])
  }

  /// A class that follows a lineage to its first model, many more generations back than conditions are deep.
  @Test(arguments: [Verdict.holds, .fails]) func lineagesOfAnyDepth(_ first: Verdict) throws {
    var pack = TestPack()
    let further =
      "{ some: { let: base, in: originals, such-that: { classified: { of: base, as: law:risky } } } }"
    pack.articles = [
      TestPack.article(
        "a", when: "{ any: [ \(Self.strong), \(further) ] }", then: "{ classifies: { as: law:risky } }")
    ]
    var texts = ["- dossier: acme\n- party: acme\n", "- dossier: other\n- party: other\n"]
    let makers = ["acme", "other"]
    for step in 0...120 {
      let base =
        step > 0
        ? "  uses: [{ artifact: \"\(makers[(step - 1) % 2]):m\(step - 1)\", as: base-weights }]\n" : ""
      texts[step % 2] += """
        - artifact: m\(step)
        - rating: m\(step)
          about: m\(step)
          axis: autonomy
          is: \(step == 0 && first == .holds ? "strong" : "weak")
          at: 2026-06-01
        - activity: m\(step)/run
          kind: \(step > 0 ? "fine-tuning" : "pretraining")
          by: \(makers[step % 2])
          to: 2026-01-01
          produces: m\(step)
          complete: [uses]
        \(base)
        """
    }
    let judge = try Judge(Dossier(texts[0], texts[1]), [pack])
    let name = ClassName(pack: "law", name: "risky")
    #expect(judge.verdict(acme("artifact", "m120"), name) == first)
    #expect(judge.verdict(acme("artifact", "m60"), name) == first)
  }
}
