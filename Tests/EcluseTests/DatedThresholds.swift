import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// Every date and every age of every pack at one before, at, and one after: a millisecond where it is an instant at
/// which something begins or ends, a day where facts name days.
@Suite struct DatedThresholds {
  private static let packs = Laws.workspace.library.packs
  private let model = GlobalID("maker", "artifact", "m")

  private func record(
    _ issuer: String, _ kind: String, _ local: String, _ body: [String: Value], from: Moment? = nil
  ) -> Record {
    Record(
      kind: kind, id: GlobalID(issuer, kind, local), revision: 1, issuer: issuer, validFrom: from,
      validTo: nil,
      stated: from, replaces: nil, because: nil, isWithheld: false, body: body, mark: Mark(file: "t", line: 1)
    )
  }

  private func judge(_ records: [Record], at instant: Instant = Laws.asOf) throws -> Judge {
    let (facts, workspace) = (Tables(records).facts(asOf: instant), Laws.workspace)
    return Judge(
      facts: facts,
      graph: try ComputeGraph(facts, estimator: workspace.estimator, places: workspace.places),
      library: workspace.library, places: workspace.places, estimator: workspace.estimator)
  }

  private func instant(_ instant: Instant, _ step: Int) -> Instant {
    Instant(milliseconds: instant.milliseconds + Int64(step))
  }

  /// A model that its maker has placed on the market of the Union since a day.
  private func placed(on day: CivilDate) -> [Record] {
    let maker = Value.reference(GlobalID("maker", "party", "maker"))
    return [
      record("maker", "party", "maker", ["seat": .place("FR")]), record("maker", "artifact", "m", [:]),
      record(
        "maker", "activity", "m/run",
        [
          "kind": .word("pretraining"), "by": maker, "produces": .list([.reference(model)]),
          "to": .day(day.daysSinceEpoch),
        ]),
      record(
        "maker", "deployment", "d",
        [
          "model": .reference(model), "by": maker, "available-in": .places(["FR"]), "access": .word("app"),
          "from": .moment(.day(day)), "complete": .words("available-in"),
        ]),
    ]
  }

  private static func leaves(_ pack: RegimePack) -> [Condition] {
    pack.articles.flatMap(\.conditions).flatMap(\.leaves)
  }

  /// A date that a pack compares with, or that it puts off to.
  private func day(_ name: String, _ pack: RegimePack) throws -> Moment {
    guard case .moment(let moment)? = pack.parameters[name]?.content else {
      throw Problems([])
    }
    return moment
  }

  @Test(arguments: [-1, 0, 1]) func packsInForce(_ step: Int) {
    var found = 0
    for pack in Self.packs {
      if let from = pack.from?.first {
        found += 1
        #expect(pack.isInForce(at: instant(from, step)) == (step >= 0), "\(pack.id)")
      }
      if let to = pack.to?.last {
        #expect(pack.isInForce(at: instant(to, step)) == (step <= 0), "\(pack.id)")
      }
    }
    #expect(found >= 2)
  }

  /// Articles with a beginning of their own, counted from an adoption or from a date.
  @Test(arguments: [-1, 0, 1]) func articlesInForce(_ step: Int) throws {
    let activation = Moment.day(CivilDate(daysSinceEpoch: 19_000))
    var found = 0
    for pack in Self.packs {
      for article in pack.articles {
        guard let start = article.inForce else { continue }
        var begins = try start.from.map { try day($0, pack) } ?? activation
        if case .period(let after)? = start.after.flatMap({ pack.parameters[$0]?.content }) {
          begins = try #require(after.after(begins))
        }
        found += 1
        let standing = Standing(
          binding: .holds, area: pack.jurisdiction, activation: activation, adoption: nil,
          because: Standing.assumed(pack).because)
        let scope = Scope(
          pack: pack, standing: standing, subject: GlobalID("maker", article.appliesTo.recordKind, "m"))
        let applies = try judge([], at: instant(begins.first, step)).applies(article, scope)
        #expect((applies.clause.phrase == .notYetInForce) == (step < 0), "\(pack.id) \(article.id) \(step)")
      }
    }
    #expect(found >= 4)
  }

  /// Duties are put off through the last millisecond of the day until which they are.
  @Test(arguments: [-1, 0, 1]) func deferrals(_ step: Int) throws {
    var found = 0
    for pack in Self.packs {
      for defers in pack.articles.compactMap(\.effects.defers) {
        let until = try day(defers.until, pack)
        let judge = try judge(placed(on: CivilDate(daysSinceEpoch: 19_000)), at: instant(until.last, step))
        let duties = judge.determine(model, pack).obligations.filter { defers.articles.contains($0.article) }
        #expect(!duties.isEmpty)
        found += 1
        #expect(duties.allSatisfy { ($0.state == .deferred) == (step <= 0) }, "\(pack.id) \(step)")
      }
    }
    #expect(found >= 1)
  }

  /// A model placed on the market the day before a date of the text, that day, and the day after.
  @Test(arguments: [-1, 0, 1]) func datesOfTheMarket(_ step: Int) throws {
    var found = 0
    for pack in Self.packs {
      for case .date(let path, let comparison, .parameter(let name)) in Self.leaves(pack)
      where path == Path("self.placed-on-market") {
        let limit = try day(name, pack).last.date
        let records = placed(on: CivilDate(daysSinceEpoch: limit.daysSinceEpoch + step))
        let scope = Scope(pack: pack, standing: .assumed(pack), subject: model)
        let verdict = try judge(records).evaluate(
          .date(of: path, comparison, .parameter(name)), scope
        ).verdict
        found += 1
        #expect(verdict == Verdict((comparison == .before) == (step < 0)), "\(pack.id) $\(name) \(step)")
      }
    }
    #expect(found >= 1)
  }

  /// A pause concerns what starts on the day of the order or later.
  @Test(arguments: [-1, 0, 1]) func pauses(_ step: Int) throws {
    let pack = try #require(Laws.workspace.library.pack("seed-gate-closure"))
    let article = try #require(pack.article("b-1-pause"))
    let run = GlobalID("maker", "activity", "m/run")
    let ordered = 20_700
    let home: Value = .places(["US"])
    let records = [
      record("maker", "party", "maker", ["seat": .place("US")]), record("maker", "artifact", "m", [:]),
      record(
        "maker", "activity", "m/run",
        [
          "kind": .word("pretraining"), "by": .reference(GlobalID("maker", "party", "maker")),
          "produces": .list([.reference(model)]), "from": .day(ordered + step), "state": .word("running"),
          "budget": .list([.group(["method": .word("reported"), "value": Value("5e27 FLOP")])]),
        ]),
      record(
        "president", "party", "president",
        ["roles": .list([.group(["role": .word("executive"), "where": home])])]),
      record(
        "president", "pause-order", "pause", ["decision": .word("ordered")],
        from: .day(CivilDate(daysSinceEpoch: ordered))),
    ]
    let scope = Scope(pack: pack, standing: .assumed(pack), subject: run)
    #expect(try judge(records).applies(article, scope).verdict == Verdict(step >= 0))
  }

  /// What may be so old stands through the last millisecond of that age.
  @Test(arguments: [-1, 0, 1]) func ages(_ step: Int) throws {
    var found = 0
    for pack in Self.packs {
      for name in pack.maxAges {
        guard case .period(let period)? = pack.parameters[name]?.content else { continue }
        let from = Moment.day(CivilDate(daysSinceEpoch: 20_000))
        let act = record("maker", "switch-removal-test", "t", [:], from: from)
        let end = try #require(period.after(from)).last
        let scope = Scope(pack: pack, standing: .assumed(pack), subject: model)
        let verdict = try judge([act], at: instant(end, step)).age(of: act, name, scope).verdict
        found += 1
        #expect(verdict == Verdict(step <= 0), "\(pack.id) $\(name) \(step)")
      }
    }
    #expect(found >= 1)
  }
}
