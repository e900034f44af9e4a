import Measures
import Records
import TestSupport
import Testing

@Suite struct FactsTests {
  private static let world = """
    - dossier: acme
    - party: acme
    - country: fr
      code: FR
    - artifact: base
    - activity: base/run
      kind: pretraining
      produces: base
    - artifact: m
    - activity: m/run
      kind: fine-tuning
      uses: [{ artifact: base, as: base-weights }]
      produces: m
      clusters: [site]
    - cluster: site
    - estimate: e
      about: base/run
      compute: [{ method: reported, value: 1e20 FLOP }]
    - rating: weak
      about: m
      axis: autonomy
      is: weak
    - deployment: d
      model: m
    - activity: serving
      kind: inference
      deployment: d
    - artifact: child
    - activity: child/run
      kind: fine-tuning
      uses: [{ artifact: m, as: base-weights }]
      produces: child
    - rating: child/weak
      about: child
      axis: autonomy
      is: weak
    - artifact: stranger
    - activity: stranger/run
      kind: pretraining
      produces: stranger
    - pause-order: everyone
      decision: ordered
    """

  private func locals(_ facts: Facts) -> Set<String> { Set(facts.all.map(\.id.local)) }

  /// What anything said of a model can rest on: everything behind it and about it, nothing built on it.
  @Test func closure() throws {
    let facts = try Dossier(Self.world).facts()
    #expect(
      locals(facts.closure(of: acme("artifact", "m"))) == [
        "acme", "fr", "base", "base/run", "m", "m/run", "site", "e", "weak", "d", "serving", "everyone",
      ])
    let child = locals(facts.closure(of: acme("artifact", "child")))
    #expect(child.isSuperset(of: ["m", "base/run", "e", "child/weak"]) && !child.contains("stranger/run"))
    #expect(
      locals(facts.closure(of: acme("artifact", "stranger"))) == [
        "acme", "fr", "stranger", "stranger/run", "everyone",
      ])
  }

  @Test func closureFollowsEnvironments() throws {
    let text = """
      - artifact: m
      - activity: m/run
        kind: pretraining
        environment: lab
        produces: m
      - activity: trial
        kind: trial
        environment: lab
      - activity: elsewhere
        kind: trial
        environment: other
      """
    #expect(try locals(Dossier(text).facts().closure(of: acme("artifact", "m"))) == ["m", "m/run", "trial"])
  }

  @Test func closureKeepsWhatWasWithdrawn() throws {
    let facts = try Dossier(Self.world + "\n- withdrawal: w\n  of: base/run\n").facts()
    let near = facts.closure(of: acme("artifact", "m"))
    #expect(near.withdrawn.keys.map(\.local) == ["base/run"])
    // What is not shown of an activity may concern anything.
    #expect(facts.closure(of: acme("artifact", "stranger")).withdrawn.keys.map(\.local) == ["base/run"])
  }

  /// What may concern anything may also begin later.
  @Test func closureKnowsWhatWillConcernIt() throws {
    for later in [
      "- adoption: later\n  regime: x\n  activation: 2027-01-01\n  valid: { from: 2027-01-01 }",
      "- country: us\n  code: US\n  valid: { from: 2027-01-01 }", "- pause-order: later\n  at: 2027-01-01",
      "- same-as: s\n  names: [m, stranger]\n  valid: { from: 2027-01-01 }",
      "- rating: later\n  about: m\n  axis: generality\n  is: weak\n  valid: { from: 2027-01-01 }",
    ] {
      let facts = try Dossier(Self.world + "\n\(later)\n").facts()
      #expect(
        try facts.closure(of: acme("artifact", "m")).nextChange == Moment("2027-01-01").first, "\(later)")
    }
    let elsewhere =
      "\n- rating: later\n  about: stranger\n  axis: generality\n  is: weak\n  valid: { from: 2027-01-01 }\n"
    #expect(try Dossier(Self.world + elsewhere).facts().closure(of: acme("artifact", "m")).nextChange == nil)
  }

  @Test func withoutTakesOneAway() throws {
    let facts = try Dossier(Self.world).facts()
    let less = facts.without(acme("rating", "weak"))
    #expect(less[acme("rating", "weak")] == nil)
    #expect(less.records(of: "rating").map(\.id.local) == ["child/weak"])
    #expect(less.records(of: "rating", mentioning: acme("artifact", "m")).isEmpty)
    #expect(facts.records(of: "rating").count == 2)
  }

  @Test func mentions() throws {
    let facts = try Dossier(Self.world).facts()
    #expect(
      facts.records(mentioning: acme("artifact", "m")).map(\.id.local) == ["child/run", "m/run", "d", "weak"])
    #expect(facts.records(of: "activity", mentioning: acme("deployment", "d")).map(\.id.local) == ["serving"])
    #expect(facts.records(mentioning: acme("artifact", "nothing")).isEmpty)
  }
}
