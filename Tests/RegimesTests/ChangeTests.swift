import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Every determination says when it may next change by time alone.
@Suite struct ChangeTests {
  private func changes(
    _ dossier: String, _ change: (inout TestPack) -> Void = { _ in }, at asOf: String = "2026-11-21"
  ) throws -> String? {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: aboveLimit, then: "{ closes: { actions: [use] } }")]
    change(&pack)
    let judge = try Judge(Dossier(dossier), [pack], at: asOf)
    return judge.determine(acme("artifact", "m"), judge.library.packs[0]).changesAt?.description
  }

  @Test func nothingChangesWhatHasNoDate() throws { #expect(try changes(model()) == nil) }

  @Test func regimesBeginAndEnd() throws {
    let dates = { (pack: inout TestPack) in pack.force = "in-force: { from: 2026-01-01, to: 2027-06-30 }" }
    #expect(try changes(model(), dates, at: "2025-06-01") == "2026-01-01T00:00:00.000Z")
    #expect(try changes(model(), dates) == "2027-07-01T00:00:00.000Z")
    #expect(try changes(model(), dates, at: "2027-07-01") == nil)
  }

  @Test func articlesBegin() throws {
    let later = { (pack: inout TestPack) in
      pack.parameters = [TestPack.parameter("day", "2027-08-02"), TestPack.parameter("phase", "1 year")]
      pack.articles = [
        TestPack.article(
          "a", when: aboveLimit, inForce: "{ from: $day }", then: "{ closes: { actions: [use] } }")
      ]
    }
    #expect(try changes(model(), later) == "2027-08-02T00:00:00.000Z")
    let phased = { (pack: inout TestPack) in
      pack.status = "proposal"
      pack.force = "activation: adoption"
      pack.parameters = [TestPack.parameter("phase", "1 year")]
      pack.articles = [
        TestPack.article(
          "a", when: aboveLimit, inForce: "{ from: activation, after: $phase }",
          then: "{ closes: { actions: [use] } }")
      ]
    }
    let adopted = "- adoption: a\n  regime: law\n  activation: 2026-12-01\n"
    #expect(try changes(model() + adopted, phased) == "2026-12-01T00:00:00.000Z")
    #expect(try changes(model() + adopted, phased, at: "2026-12-02") == "2027-12-01T00:00:00.000Z")
  }

  @Test func actsGrowOld() throws {
    let aged = { (pack: inout TestPack) in
      pack.parameters = [TestPack.parameter("age", "1 year")]
      pack.articles = [
        TestPack.article(
          "a",
          then:
            "{ closes: { actions: [use], unless: { attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, max-age: $age } } } }"
        )
      ]
    }
    let act = "- safety-case: s\n  about: m\n  at: 2026-06-01\n"
    #expect(try changes(model() + act, aged) == "2027-06-02T00:00:00.000Z")
    #expect(try changes(model() + act, aged, at: "2026-01-01") == "2026-06-01T00:00:00.000Z")
  }

  @Test func factsBeginAndEnd() throws {
    for (text, expected) in [
      (
        "- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n  valid: { from: 2027-01-01 }\n",
        "2027-01-01T00:00:00.000Z"
      ),
      (
        "- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n  valid: { to: 2027-01-31 }\n",
        "2027-02-01T00:00:00.000Z"
      ),
      ("- deployment: d\n  model: m\n  to: 2027-03-31\n", "2027-03-31T00:00:00.000Z"),
      (
        "- adoption: x\n  regime: law\n  activation: 2027-05-01\n  valid: { from: 2027-04-01 }\n",
        "2027-04-01T00:00:00.000Z"
      ),
    ] { #expect(try changes(model() + text) == expected, "\(text)") }
  }

  /// A regime whose validity ends with the calendar never ends.
  @Test func theEndOfTheCalendar() throws {
    #expect(
      try changes(model(), { $0.force = "in-force: { from: 2020-01-01, to: 9999-12-31 }" })
        == "+10000-01-01T00:00:00.000Z")
  }

  /// What the determination said until that instant is what it says one millisecond before.
  @Test func nothingChangesBefore() throws {
    let phased = { (pack: inout TestPack) in
      pack.parameters = [TestPack.parameter("day", "2027-08-02"), TestPack.parameter("age", "6 months")]
      pack.articles = [
        TestPack.article(
          "a", when: aboveLimit, inForce: "{ from: $day }", then: "{ closes: { actions: [use] } }"),
        TestPack.article(
          "b",
          then:
            "{ closes: { actions: [use], unless: { attested: { kind: safety-case, about: self, decision: approved, by: { role: authority }, max-age: $age } } } }"
        ),
      ]
    }
    var pack = TestPack()
    phased(&pack)
    let dossier = try Dossier(
      model()
        + "- safety-case: s\n  about: m\n  at: 2026-07-01\n- deployment: d\n  model: m\n  available-in: FR\n  access: api\n  to: 2027-02-28\n"
    )
    func body(_ instant: Instant) throws -> (states: [GateCondition], next: Instant?) {
      let judge = try Judge(dossier, [pack], at: instant.description)
      let determination = judge.determine(acme("artifact", "m"), judge.library.packs[0])
      return (determination.gates.map(\.state), determination.changesAt)
    }
    var instant = try Moment("2026-01-01").first
    var steps = 0
    while let next = try body(instant).next {
      #expect(
        try body(Instant(milliseconds: next.milliseconds - 1)).states == body(instant).states,
        "before \(next)")
      instant = next
      steps += 1
    }
    #expect(steps >= 4)
  }
}
