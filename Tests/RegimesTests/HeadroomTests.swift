import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// How far a subject is from what a share of another model gives, and what is said of plans.
@Suite struct HeadroomTests {
  private static let share =
    "{ some: { let: o, in: originals, such-that: { ratio: { of: { name: training-compute, of: self, since: o, convention: all }, over: { name: training-compute, of: o, convention: all }, above: $third, bound: best } } } }"

  /// A base of 3e25 FLOP, between these bounds.
  private static func base(_ low: String = "3e25", _ high: String = "3e25") -> String {
    "- dossier: meta\n- party: meta\n- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: meta\n  to: 2026-01-01\n  produces: base\n  complete: [uses]\n  compute: [{ method: telemetry, value: 3e25 FLOP, low: \(low) FLOP, high: \(high) FLOP }]\n"
  }

  /// A plan to train on it.
  private static func plan(_ low: String, _ best: String, _ high: String) -> String {
    """
    - dossier: acme
    - party: acme
    - artifact: m
    - activity: m/run
      kind: fine-tuning
      by: acme
      stated: 2026-10-05
      from: 2026-12-01
      to: 2027-04-30
      produces: m
      uses: [{ artifact: meta:base, as: base-weights }]
      complete: [uses]
      budget: [{ method: reported, value: \(best) FLOP, low: \(low) FLOP, high: \(high) FLOP, source: plan }]

    """
  }

  private func judge(_ files: [String], _ condition: String = share, at asOf: String = "2026-11-21") throws
    -> Judge
  {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("third", "1/3"), TestPack.parameter("stand", "6e25 FLOP")]
    pack.articles = [
      TestPack.article("a", when: condition, then: "{ classifies: { as: risky } }").replacing(
        "    then:", with: "    antitone-in: originals\n    then:")
    ]
    return try Judge(Dossier(files: files), [pack], at: asOf)
  }

  private func determination(_ files: [String], _ condition: String = share, at asOf: String = "2026-11-21")
    throws -> Determination
  {
    let judge = try judge(files, condition, at: asOf)
    return judge.determine(acme("artifact", "m"), judge.library.packs[0])
  }

  @Test func aShareHasAThreshold() throws {
    let crossing = try determination([Self.plan("9e24", "9.9e24", "1.1e25"), Self.base()])
    #expect(crossing.classes.map(\.verdict) == [.fails])
    let item = try #require(crossing.headroom.first)
    #expect(
      crossing.headroom.count == 1 && item.threshold.description == "10" + String(repeating: "0", count: 24))
    #expect(item.share?.of.description == "meta:base" && item.share?.isAdded == true)
    #expect(item.left?.description == "1" + String(repeating: "0", count: 23))
    let remark = try #require(crossing.remarks.first { $0.code == "bound-crosses" })
    #expect(remark.about == ["acme:m", "meta:base"])
    let json = crossing.body.canonical
    #expect(json.contains("\"share\":{\"added\":true,\"is\":\"1/3\",\"of\":\"meta/artifact/base\"}"))
    #expect(json.contains("\"code\":\"bound-crosses\""))
    // Clear of it on either side nothing crosses.
    for (bounds, verdict) in [
      (["1e24", "2e24", "3e24"], Verdict.fails), (["2e25", "3e25", "4e25"], .holds),
    ] {
      let clear = try determination([Self.plan(bounds[0], bounds[1], bounds[2]), Self.base()])
      #expect(clear.headroom.map(\.verdict) == [verdict] && clear.headroom.allSatisfy { $0.left == nil })
      #expect(!clear.remarks.contains { $0.code == "bound-crosses" })
    }
  }

  /// The bounds of the original may cross where those of the modification do not.
  @Test func theOriginalsBoundsCross() throws {
    let plan = Self.plan("9.8e24", "9.9e24", "9.95e24")
    let sure = try determination([plan, Self.base()])
    #expect(!sure.remarks.contains { $0.code == "bound-crosses" })
    let unsure = try determination([plan, Self.base("2.9e25", "3.1e25")])
    #expect(unsure.remarks.contains { $0.code == "bound-crosses" })
    #expect(unsure.headroom.map(\.verdict) == [.cannotBeExcluded])
  }

  /// Of an original without a best value no share is taken, unless a threshold stands in for it.
  @Test func anUnknownOriginal() throws {
    let unknown = Self.base().replacing(
      "  compute: [{ method: telemetry, value: 3e25 FLOP, low: 3e25 FLOP, high: 3e25 FLOP }]\n", with: "")
    let plan = Self.plan("9e24", "9.9e24", "1.1e25")
    #expect(try determination([plan, unknown]).headroom.isEmpty)
    let standing = Self.share.replacing(
      "bound: best",
      with:
        "bound: best, instead-of-unknown: { given: { attested: { kind: not-estimable, about: o, decision: stated, by: { role: developer } } }, cases: [ { over: $stand } ] }"
    )
    #expect(try determination([plan, unknown], standing).headroom.isEmpty)
    let stated = plan + "- not-estimable: n\n  about: meta:base\n  decision: stated\n  at: 2026-06-01\n"
    let item = try #require(try determination([stated, unknown], standing).headroom.first)
    #expect(item.threshold.description == "2" + String(repeating: "0", count: 25))
  }

  /// An original whose computations may count twice is not known to be larger: who modifies it is not freed.
  @Test func anOriginalThatMayCountTwice() throws {
    let plan = Self.plan("1.4e25", "1.5e25", "1.6e25")
    let second =
      "- artifact: copy\n- activity: copy/run\n  kind: pretraining\n  by: meta\n  to: 2026-01-01\n  produces: copy\n  complete: [uses]\n  compute: [{ method: telemetry, value: 2.9e25 FLOP }]\n"
    let join = "- same-as: s\n  names: [base, copy]\n"
    let known = second.replacing("- artifact", with: "- dossier: other\n- party: other\n- artifact")
      .replacing("by: meta", with: "by: other")
    let half = "- same-as: s\n  names: [meta:base, other:copy]\n"
    #expect(try determination([plan, Self.base() + second]).classes.map(\.verdict) == [.holds])
    for files in [[Self.base() + second + join], [Self.base() + half, known]] {
      let total = try determination([plan] + files)
      #expect(total.classes.map(\.verdict) == [.cannotBeExcluded])
    }
    // Three times as much as both together is more than a third in any case.
    let large = Self.plan("5.9e25", "6e25", "6.1e25")
    #expect(try determination([large, Self.base() + second + join]).classes.map(\.verdict) == [.holds])
  }

  /// Every original is a threshold of its own.
  @Test func eachOriginal() throws {
    let two = Self.plan("9e24", "9.9e24", "1.1e25").replacing(
      "as: base-weights }]", with: "as: base-weights }, { artifact: meta:other, as: merged }]")
    let base =
      Self.base()
      + Self.base().replacing("- dossier: meta\n- party: meta\n", with: "").replacing("base", with: "other")
    let items = try determination([two, base]).headroom
    #expect(items.compactMap(\.share?.of.description) == ["meta:base", "meta:other"])
  }

  @Test func plansAreSaidToBePlans() throws {
    let files = [Self.plan("9e24", "9.9e24", "1.1e25"), Self.base()]
    let planned = try determination(files)
    let fact = try #require(
      planned.facts.first {
        $0.id == "acme/activity/m/run" && $0.words != nil && $0.value.hasPrefix("planned")
      })
    #expect(fact.value == "planned: reported 9900000000000000000000000 FLOP" && fact.source == "plan")
    #expect(fact.text(.en).hasPrefix("planned: reported") && fact.text(.fr).hasPrefix("prévu\u{A0}: déclaré"))
    #expect(planned.headroom.map(\.isProjection) == [true])
    #expect(planned.headroom[0].words.text(.en).hasSuffix(", at completion"))
    #expect(planned.body.canonical.contains("\"atCompletion\":true"))
    let model = acme("artifact", "m")
    #expect(try judge(files).unfinished(model).map { $0.text(.en) } == ["planned from 1\u{A0}December 2026"])
    let running = try judge(files, at: "2027-01-01")
    #expect(running.unfinished(model).map { $0.text(.fr) } == ["en cours depuis le 1ᵉʳ\u{A0}décembre 2026"])
    #expect(running.determine(model, running.library.packs[0]).headroom.map(\.isProjection) == [true])
    // Once it is done the plan says nothing more.
    let done = try judge(files, at: "2027-06-01")
    let after = done.determine(model, done.library.packs[0])
    #expect(done.unfinished(model).isEmpty && after.headroom.allSatisfy { !$0.isProjection })
    #expect(!after.facts.contains { $0.value.hasPrefix("planned") })
    #expect(after.body.canonical.contains("\"atCompletion\":false"))
  }
}
