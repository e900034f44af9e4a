import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// When a rule begins, whom it is asked of, and how dates are compared.
@Suite struct StartTests {
  private static let closes = TestPack.article("close", then: "{ closes: { actions: [use] } }")
  private static let later = TestPack.parameter("later", "required")

  private func pack(_ articles: String...) -> TestPack {
    var pack = TestPack()
    pack.articles = articles
    pack.parameters = [Self.later, TestPack.parameter("day", "2026-12-31")]
    return pack
  }

  /// What begins on a day that nobody set frees nobody, and binds perhaps.
  @Test func unknownStart() throws {
    let unknown = "{ from: $later }"
    let exempting = pack(
      Self.closes, TestPack.article("free", inForce: unknown, then: "{ exempts: { from: [close] } }"))
    #expect(try Judge(Dossier(model()), [exempting]).state(.use) == .closed)
    let known = pack(Self.closes, TestPack.article("free", then: "{ exempts: { from: [close] } }"))
    #expect(try Judge(Dossier(model()), [known]).state(.use) == .open)
    let binding = pack(TestPack.article("close", inForce: unknown, then: "{ closes: { actions: [use] } }"))
    #expect(try Judge(Dossier(model()), [binding]).state(.use) == .undetermined)
    // Nor is a class certain that begins then.
    let classed = pack(
      TestPack.article("one", inForce: unknown, then: "{ classifies: { as: great } }"),
      TestPack.article(
        "close", when: "{ classified: { as: great } }", then: "{ closes: { actions: [use] } }"))
    #expect(try Judge(Dossier(model()), [classed]).state(.use) == .undetermined)
  }

  private static let duty =
    "{ obliges: [{ duty: tell, by: self, to: [public], due: standing, fulfilled-by: { kind: notification } }] }"

  private func duties(_ pack: TestPack) throws -> [String] {
    let judge = try Judge(Dossier(model()), [pack])
    return judge.determine(acme("artifact", "m"), judge.library.packs[0]).obligations.map(\.state.rawValue)
  }

  /// What defers is in force, and asked of the same subject.
  @Test func deferral() throws {
    func deferring(on subject: String, _ inForce: String? = nil) throws -> [String] {
      try duties(
        pack(
          TestPack.article("duty", then: Self.duty),
          TestPack.article(
            "wait", on: subject, inForce: inForce, then: "{ defers: { duties-of: [duty], until: $day } }")))
    }
    #expect(try deferring(on: "model") == ["deferred"])
    #expect(try deferring(on: "model", "{ from: $later }") == ["owed"])
    #expect(try deferring(on: "cluster") == ["owed"])
  }

  /// An inference is no run, nor is what makes data, whatever else is not known.
  @Test(arguments: [
    ("kind: inference", false), ("kind: evaluation", false), ("kind: pretraining", true),
    ("kind: merge", true), ("kind: quantization", true), ("kind: data-generation\n  produces: n", false),
  ])
  func runs(_ fields: String, _ isAsked: Bool) throws {
    let judge = try Judge(
      Dossier(model() + "- artifact: n\n  type: dataset\n- activity: it\n  \(fields)\n  by: acme\n"),
      [pack(TestPack.article("run", on: "run", then: Self.duty))])
    let determined = judge.determine(acme("activity", "it"), judge.library.packs[0])
    #expect(determined.findings.map(\.article.id) == (isAsked ? ["run"] : []))
    #expect(determined.obligations.isEmpty == !isAsked)
  }

  /// Whoever holds a role is a company; the question itself may say that it is an agent.
  @Test func agents() throws {
    let roles = model().replacing("  seat: FR\n", with: "  seat: FR\n  roles: [{ role: developer }]\n")
    let pack = pack(TestPack.article("act", on: "agent", then: "{ closes: { actions: [act] } }"))
    for (dossier, isAsked) in [(roles, false), (model(), true)] {
      let judge = try Judge(Dossier(dossier), [pack])
      let determined = judge.determine(acme("party", "acme"), judge.library.packs[0])
      #expect(determined.findings.isEmpty == !isAsked)
      #expect(determined.gates.isEmpty == !isAsked)
      #expect(judge.state(.act, of: "acme", kind: "party", in: GateState.everywhere) == .closed)
    }
  }

  /// An instant may lie before or after what happened on its day; two days are compared as days; a day of the law begins
  /// with its first instant.
  @Test(arguments: [
    ("2026-02-01", "2026-02-01T08:00:00Z", Verdict.cannotBeExcluded),
    ("2026-02-02", "2026-02-01T08:00:00Z", .holds),
    ("2026-01-31", "2026-02-01T08:00:00Z", .fails),
    ("2026-02-01T09:00:00Z", "2026-02-01T08:00:00Z", .holds),
    ("2026-02-01T08:00:00Z", "2026-02-01T08:00:00Z", .holds),
    ("2026-02-01T07:00:00Z", "2026-02-01T08:00:00Z", .fails),
    ("2026-02-01T07:00:00Z", "2026-02-01", .cannotBeExcluded),
    ("2026-02-02T00:00:00Z", "2026-02-01", .holds),
    ("2026-01-31T23:59:59Z", "2026-02-01", .fails),
    ("2026-02-01", "2026-02-01", .holds), ("2026-01-31", "2026-02-01", .fails),
  ])
  func runsAndOrders(_ from: String, _ order: String, _ expected: Verdict) throws {
    let pack = pack(
      TestPack.article(
        "pause", on: "run",
        when:
          "{ ordered: { kind: pause-order, decision: ordered, let: order, such-that: { date: { of: self.from, at-or-after: order.from } } } }",
        then: "{ closes: { actions: [train] } }"))
    let dossier = try Dossier(files: [
      model(run: "  from: \"\(from)\"\n  to: 2026-12-31\n"),
      "- dossier: gov\n- party: gov\n  roles: [{ role: executive, where: FR }]\n"
        + "- pause-order: pause\n  decision: ordered\n  at: \"\(order)\"\n  valid: { from: \"\(order)\" }\n",
    ])
    #expect(try Judge(dossier, [pack]).article("pause", of: "m/run", kind: "activity") == expected)
  }

  @Test(arguments: [
    ("2026-02-01T00:00:00Z", Verdict.holds), ("2026-01-31T23:59:59Z", .fails), ("2026-02-01", .holds),
    ("2026-01-31", .fails),
  ])
  func daysOfTheLaw(_ from: String, _ expected: Verdict) throws {
    var pack = pack(
      TestPack.article(
        "late", on: "run", when: "{ date: { of: self.from, at-or-after: $start } }",
        then: "{ closes: { actions: [train] } }"))
    pack.parameters.append(TestPack.parameter("start", "2026-02-01"))
    let judge = try Judge(Dossier(model(run: "  from: \"\(from)\"\n  to: 2026-12-31\n")), [pack])
    #expect(try judge.article("late", of: "m/run", kind: "activity") == expected)
  }
}
