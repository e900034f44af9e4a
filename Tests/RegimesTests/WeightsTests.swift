import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What is said of weights is said of those that were there, and what was published stays so.
@Suite struct WeightsTests {
  /// A run that ended since, goes on, or does not say when it ended, gives other weights than those that were approved.
  @Test(arguments: [
    ("  from: 2022-01-01\n  to: 2022-06-01\n", true), ("  from: 2022-01-01\n  to: 2026-06-02\n", false),
    ("  from: 2022-01-01\n", false), ("  from: 2022-01-01\n  state: done\n", false), ("", false),
    ("  from: 2026-07-01\n  to: 2026-08-01\n", false),
  ])
  func oneRun(_ run: String, _ opens: Bool) throws {
    let facts = frenchAuthority + approved("  at: 2026-06-01\n")
    #expect((try gateUnlessApproved([model(run: run), facts]) == .open) == opens)
  }

  /// An approval of no day may be of any weights; one that is said early and holds later is of the weights of its saying.
  @Test(arguments: [
    ("", false), ("  stated: 2022-06-01\n", true), ("  stated: 2022-05-01\n", false),
    ("  stated: 2022-05-01\n  valid: { from: 2026-01-01 }\n", false),
    ("  stated: 2026-01-01\n  valid: { from: 2022-07-01 }\n", true),
  ])
  func whenItWasSaid(_ time: String, _ opens: Bool) throws {
    let act = approved("  at: 2026-06-01\n").replacing("  at: 2026-06-01\n", with: time)
    #expect((try gateUnlessApproved([model(), frenchAuthority + act]) == .open) == opens)
  }

  /// A plan that has not begun takes nothing from the weights that there are.
  @Test(arguments: [("2026-12-01", true), ("2026-11-01", false)])
  func plans(_ from: String, _ opens: Bool) throws {
    let plan =
      "- dossier: acme\n- activity: more\n  kind: fine-tuning\n  by: acme\n  produces: m\n  complete: [uses]\n  from: \(from)\n  budget: [{ method: reported, value: 1e20 FLOP }]\n"
    #expect(
      (try gateUnlessApproved([model(), frenchAuthority + approved("  at: 2026-06-01\n"), plan]) == .open)
        == opens)
  }

  /// Weights that were published stay published.
  @Test(arguments: [("published-weights", GateCondition.closed), ("api", .open)])
  func published(_ access: String, _ expected: GateCondition) throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: "{ attribute: { key: access, in: [published-weights] } }",
        then: "{ closes: { actions: [use] } }")
    ]
    let ended =
      "- deployment: d\n  model: m\n  by: acme\n  available-in: [FR]\n  access: \(access)\n  from: 2026-01-01\n  to: 2026-02-01\n- deployment: e\n  model: m\n  by: acme\n  available-in: [FR]\n  access: api\n  from: 2026-01-01\n  complete: [available-in]\n"
    #expect(try Judge(Dossier(files: [model() + ended]), [pack]).state(.use) == expected)
  }

  /// A developer says itself that it made a model: what another party says of it alone leaves that unknown.
  @Test func whoMadeIt() throws {
    func developer(_ files: String...) throws -> GlobalID? {
      var pack = TestPack()
      pack.articles = [TestPack.article("a", then: "{ closes: { actions: [use] } }")]
      return try Judge(Dossier(files: files), [pack]).developer(of: acme("artifact", "m"))
    }
    let other = "- dossier: aube\n- party: aube\n  seat: DE\n"
    #expect(try developer(model(), other) == acme("party", "acme"))
    #expect(try developer(model().replacing("by: acme", with: "by: aube:aube"), other) == nil)
  }

  /// The public record says who did a run, by whatever name that party comes first.
  @Test(arguments: ["abel", "zeta"]) func whoMadeAPublicOne(_ name: String) throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", then: "{ closes: { actions: [use] } }")]
    let known =
      "- dossier: public\n- party: lab\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: lab\n  produces: m\n  to: 2024-01-01\n"
    let own =
      "- dossier: \(name)\n- party: \(name)\n- same-as: s\n  names: [\(name):\(name), public:lab]\n"
    let judge = try Judge(Dossier(known, own), [pack])
    let party = GlobalID(name, "party", name)
    #expect(judge.developer(of: GlobalID("public", "artifact", "m")) == judge.graph.identity(party))
  }

  /// An order about a deployment that ended, a rate, or who operates it may be about the model.
  @Test(arguments: ["d", "d/serving", "host", "alias"]) func ordersAboutWhatWas(_ about: String) throws {
    let rule = "{ ordered: { kind: injunction, about: self, decision: granted, by: { role: court } } }"
    let court =
      "- dossier: fr\n- party: fr\n  roles: [{ role: court, where: FR }]\n- injunction: i\n  about: acme:\(about)\n  decision: granted\n"
    let ended =
      "- dossier: acme\n- party: host\n- party: alias\n- same-as: a\n  names: [acme:acme, alias]\n- deployment: d\n  model: m\n  by: host\n  from: 2026-01-01\n  to: 2026-02-01\n- activity: d/serving\n  kind: inference\n  deployment: d\n  uses: [{ artifact: m, as: model }]\n  from: 2026-01-01\n  to: 2026-02-01\n"
    #expect(try binds(rule, court, ended) == .cannotBeExcluded)
  }
}
