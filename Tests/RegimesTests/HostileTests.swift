import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Nothing that a party says about itself, nothing unknown and nothing that a stranger says opens a gate.
@Suite struct HostileTests {
  private func pack(
    _ condition: String, unless: String? = nil, on subject: String = "model", action: String = "use"
  )
    -> TestPack
  {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("speed", "1e18 FLOP/s"), TestPack.parameter("third", "1/3")]
    pack.articles = [
      TestPack.article(
        "a", on: subject, when: condition,
        then: "{ closes: { actions: [\(action)]\(unless.map { ", unless: \($0)" } ?? "") } }")
    ]
    return pack
  }

  private static let approval =
    "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: country } } }"
  private static let always = "{ not: { attribute: { of: developer, key: seat, in: $nowhere } } }"

  private func approvalGate(_ files: [String], of local: String = "m") throws -> GateCondition {
    var pack = pack(aboveLimit, unless: Self.approval)
    pack.parameters.append(nowhere)
    return try Judge(Dossier(files: files), [pack]).state(.use, of: local)
  }

  private static let small =
    "- artifact: small\n- activity: small/run\n  kind: pretraining\n  by: acme\n  from: 2022-01-01\n  to: 2022-06-01\n  produces: small\n  complete: [uses]\n  compute: [{ method: telemetry, value: 1e20 FLOP }]\n"
  private static let joined = "- same-as: s\n  names: [acme:m, acme:small]\n"
  private static let approvedSmall = frenchAuthority + approved().replacing("acme:m", with: "acme:small")

  /// An approval of one name is none of another that its owner says to be the same; whoever approved may say so.
  @Test func anApprovalStaysWithItsName() throws {
    let ours = model() + Self.small
    #expect(try approvalGate([ours, Self.approvedSmall]) == .closed)
    #expect(try approvalGate([ours + Self.joined, Self.approvedSmall]) != .open)
    #expect(try approvalGate([ours + Self.joined, Self.approvedSmall + Self.joined]) == .open)
    // An authority of another place has no say.
    let abroad = "- dossier: xa\n- party: xa\n  roles: [{ role: authority, where: XA }]\n" + Self.joined
    #expect(try approvalGate([ours + Self.joined, Self.approvedSmall, abroad]) != .open)
    let home = abroad.replacing("where: XA", with: "where: EU")
    #expect(try approvalGate([ours + Self.joined, Self.approvedSmall, home]) == .open)
    // What closes is carried: the small one is as large as the other.
    #expect(try approvalGate([ours + Self.joined, frenchAuthority], of: "small") != .open)
  }

  /// The registration of one run is none of another that it was joined with.
  @Test func aRegistrationStaysWithItsRun() throws {
    let registered =
      "{ attested: { kind: run-registration, about: self, decision: registered, by: { role: authority, jurisdiction: developer.seat } } }"
    let pack = pack(aboveLimit, unless: registered, on: "run", action: "train")
    func state(_ more: String, of local: String) throws -> GateCondition {
      let act =
        frenchAuthority + "- run-registration: r\n  about: acme/activity/small/run\n  decision: registered\n"
      return try Judge(Dossier(model() + Self.small + more, act), [pack]).state(
        .train, of: local, in: "everywhere")
    }
    #expect(try state("", of: "m") == .closed)
    #expect(try state(Self.joined, of: "m") != .open)
    #expect(try state("- same-as: r\n  names: [m/run, small/run]\n", of: "m") != .open)
  }

  /// Nobody approves what is its own, whatever office it says to hold.
  @Test func nobodyApprovesItsOwn() throws {
    let office = model().replacing(
      "  seat: FR\n", with: "  seat: FR\n  roles: [{ role: authority, where: FR }]\n")
    let own = "- safety-case: s\n  about: m\n  decision: approved\n"
    #expect(try approvalGate([office + own]) == .closed)
    // Nor through a name of its own that another's record of the run gives it.
    let renamed = office + "- same-as: p\n  names: [acme:acme, shell:shell]\n"
    let shell =
      "- dossier: shell\n- party: shell\n  roles: [{ role: authority, where: FR }]\n- same-as: p\n  names: [acme:acme, shell:shell]\n"
    #expect(
      try approvalGate([renamed, shell + "- safety-case: s\n  about: acme:m\n  decision: approved\n"])
        == .closed)
  }

  private static let strong = "{ rating: { axis: autonomy, is: strong } }"
  private static func rating(_ value: String, by head: String) -> String {
    head + "- rating: r\n  about: acme:m\n  axis: autonomy\n  is: \(value)\n  at: 2026-06-01\n"
  }

  /// A stranger rates nothing alone, and may contradict.
  @Test(arguments: [
    ("- dossier: kat\n- party: kat\n", GateCondition.undetermined),
    ("- dossier: kat\n", .undetermined),
    ("- dossier: kat\n- party: kat\n  roles: [{ role: evaluator, where: FR }]\n", .undetermined),
    ("- dossier: kat\n- party: kat\n  roles: [{ role: authority, where: XA }]\n", .undetermined),
    ("- dossier: kat\n- party: kat\n  roles: [{ role: authority, where: FR }]\n", .open),
    (
      "- dossier: kat\n- party: kat\n  roles: [{ role: evaluator, accredited-by: [board:board] }]\n", .open
    ),
    (
      "- dossier: kat\n- party: kat\n  roles: [{ role: evaluator, accredited-by: [abroad:abroad] }]\n",
      .undetermined
    ),
  ])
  func whoRates(_ head: String, _ expected: GateCondition) throws {
    let abroad = "- dossier: abroad\n- party: abroad\n  roles: [{ role: authority, where: XA }]\n"
    let board = "- dossier: board\n- party: board\n  roles: [{ role: authority, where: FR }]\n"
    let judge = try Judge(
      Dossier(files: [model(), board, abroad, Self.rating("weak", by: head)]), [pack(Self.strong)])
    #expect(judge.state(.use) == expected)
    let own = model() + Self.rating("weak", by: "").replacing("- rating: r", with: "- rating: own")
    #expect(
      try Judge(Dossier(files: [own, board, abroad, Self.rating("strong", by: head)]), [pack(Self.strong)])
        .state(.use)
        == .undetermined)
  }

  /// A deployment that a stranger declares takes nothing away from what a question supposes.
  @Test func whoDeploys() throws {
    var pack = pack("{ quantity: { name: inference-rate, convention: served, above: $speed } }")
    pack.articles.append(
      TestPack.article(
        "b", when: "{ attribute: { key: access, in: [published-weights] } }",
        then: "{ closes: { actions: [use] } }"))
    let served =
      "- deployment: d\n  model: acme:m\n  access: api\n  available-in: FR\n  complete: [available-in]\n  from: 2026-11-01\n- activity: s\n  kind: inference\n  deployment: d\n  rate: [{ from: 2026-11-01, to: 2026-12-31, value: 1e15 FLOP/s, high: 1e15 FLOP/s }]\n"
    #expect(try Judge(Dossier(model() + served), [pack]).state(.use) == .open)
    #expect(
      try Judge(Dossier(model(), "- dossier: other\n- party: other\n" + served), [pack]).state(.use)
        == .undetermined)
  }

  /// What a stranger estimates widens, and neither fills a gap nor gives the best value.
  @Test func whoEstimates() throws {
    let best =
      "{ quantity: { name: training-compute, convention: all, above: $limit, bound: best } }"
    let unknown = model().replacing(
      "  compute: [{ method: telemetry, value: 5e25 FLOP, low: 5e25 FLOP, high: 5e25 FLOP }]\n", with: "")
    let theirs = unknown.replacing("by: acme", with: "by: other:other")
    let low = "- estimate: e\n  about: acme:m/run\n  compute: [{ method: telemetry, value: 1e20 FLOP }]\n"
    let kat = "- dossier: kat\n- party: kat\n"
    for condition in [aboveLimit, best] {
      #expect(try Judge(Dossier(unknown, kat + low), [pack(condition)]).state(.use) == .undetermined)
      #expect(try Judge(Dossier(theirs, kat + low), [pack(condition)]).state(.use) == .undetermined)
      // Closer, by an evaluator or an authority of another place, it is not.
      for role in ["evaluator, where: XA", "evaluator", "authority, where: XA", "authority"] {
        let who = kat + "  roles: [{ role: \(role) }]\n" + low + "  with-access: yes\n"
        #expect(try Judge(Dossier(theirs, who), [pack(condition)]).state(.use) == .undetermined, "\(role)")
      }
    }
    let recorded = model().replacing("by: acme", with: "by: other:other").replacing(
      "telemetry", with: "reported")
    #expect(try Judge(Dossier(recorded, kat + low), [pack(best)]).state(.use) == .closed)
    #expect(try Judge(Dossier(recorded, kat + low), [pack(aboveLimit)]).state(.use) == .undetermined)
  }

  /// Who only says to have produced another's original makes no share of it smaller, not even by naming its own run.
  @Test func runsOnAnothersOriginal() throws {
    let share =
      "{ some: { let: o, in: originals, such-that: { ratio: { of: { name: training-compute, of: self, since: o, convention: all }, over: { name: training-compute, of: o, convention: all }, above: $third, bound: best } } } }"
    let text = pack(share).text.replacing("    then: {", with: "    antitone-in: originals\n    then: {")
    let base =
      "- dossier: meta\n- party: meta\n- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: meta\n  produces: base\n  complete: [uses]\n  compute: [{ method: telemetry, value: 6e25 FLOP, low: 6e25 FLOP, high: 6e25 FLOP }]\n"
    let ours = model().replacing(
      "  complete: [uses]\n",
      with: "  uses: [{ artifact: meta:base, as: base-weights }]\n  complete: [uses]\n")
    func state(_ more: String, _ produces: String = "m") throws -> GateCondition {
      let files = [ours.replacing("produces: m", with: "produces: \(produces)") + more, base]
      return try Judge(
        facts: Dossier(files: files).facts(), graph: Dossier(files: files).graph(),
        library: RegimeLibrary([pack(share).read(text)]), places: Dossier.places(),
        estimator: Dossier.estimator()
      ).state(.use)
    }
    #expect(try state("") == .closed)
    let run =
      "- activity: more\n  kind: pretraining\n  by: acme\n  produces: meta:base\n  complete: [uses]\n  compute: [{ method: telemetry, value: 9e27 FLOP }]\n"
    #expect(try state(run) == .undetermined)
    #expect(try state(run.replacing("by: acme", with: "by: meta:meta")) != .open)
  }

  /// A correction opens nothing and ends no duty before a second party signs it.
  @Test(arguments: [
    ("", GateCondition.closed),
    ("- dossier: fr\n- party: fr\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n", .open),
    ("- dossier: fr\n- party: fr\n- countersignature: c\n  of: acme:m/run\n  of-revision: 1\n", .closed),
    (
      "- dossier: fr\n- party: fr\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n  withheld: yes\n",
      .closed
    ),
    ("- dossier: fr\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n", .closed),
    (
      "- dossier: fr\n- party: fr\n  affiliates: [acme:acme]\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n",
      .closed
    ),
    (
      "- dossier: fr\n- party: fr\n  affiliates: [mid]\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n- party: mid\n  seat: FR\n",
      .open
    ),
    (
      "- dossier: fr\n- party: fr\n  affiliates: [mid]\n- party: mid\n  affiliates: [acme:acme]\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n",
      .closed
    ),
    (
      "- dossier: fr\n- party: fr\n- same-as: p\n  names: [fr:fr, acme:acme]\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n",
      .closed
    ),
    (
      "- dossier: acme\n- party: friend\n- countersignature: c\n  of: acme:m/run\n  of-revision: 2\n", .closed
    ),
  ])
  func corrections(_ signature: String, _ expected: GateCondition) throws {
    let first = model()
    let run = try #require(first.firstRange(of: "- activity:"))
    let second =
      String(first[run.lowerBound...]).replacing("5e25", with: "1e20").replacing(
        "- activity: m/run\n",
        with: "- activity: m/run\n  revision: 2\n  replaces: 1\n  because: counted again\n")
    var law = pack(aboveLimit)
    law.articles.append(
      TestPack.article(
        "d", when: aboveLimit,
        then:
          "{ obliges: [{ duty: register-run, by: developer, to: { role: authority }, due: standing, fulfilled-by: run-registration }] }"
      ))
    let judge = try Judge(Dossier(files: [first + second] + (signature.isEmpty ? [] : [signature])), [law])
    let gate = judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
    #expect(gate.state == expected)
    #expect(gate.openedByCorrection == (expected == .open ? [] : [acme("activity", "m/run")]))
    let determination = judge.determine(acme("artifact", "m"), judge.library.packs[0])
    #expect(determination.obligations.isEmpty == (expected == .open))
    #expect(determination.remarks.contains { $0.code == "opened-by-correction" } == (expected != .open))
  }

  /// What was said of earlier weights says nothing of those that a later run of the same name gives.
  @Test(arguments: [
    ("", GateCondition.open), ("  from: 2026-07-01\n  to: 2026-08-01\n", .undetermined),
    ("  state: planned\n", .undetermined), ("  state: done\n", .undetermined),
    ("  from: 2026-02-01\n  to: 2026-03-01\n", .open), ("  to: 2026-03-01\n", .open),
  ])
  func laterWeights(_ second: String, _ expected: GateCondition) throws {
    let run =
      "- activity: m/two\n  kind: pretraining\n  by: acme\n  produces: m\n  complete: [uses]\n\(second)"
    let dated = model(run: "  from: 2025-01-01\n  to: 2025-06-01\n")
    let rated =
      "- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n  at: 2026-06-01\n"
    let strong = "{ rating: { axis: autonomy, is: strong } }"
    let facts = dated + (second.isEmpty ? "" : run) + rated
    #expect(try Judge(Dossier(facts), [pack(strong)]).state(.use) == expected)
    let authority = frenchAuthority + approved("  at: 2026-06-01\n")
    let approval = try approvalGate([dated + (second.isEmpty ? "" : run), authority])
    #expect((approval == .open) == (expected == .open))
  }

  /// A rating that does not count is not said to be missing: it is of earlier weights, or its issuer's office is in doubt.
  @Test func whyARatingDoesNotCount() throws {
    let weak = "- rating: r\n  about: acme:m\n  axis: autonomy\n  is: weak\n  at: 2026-06-01\n"
    func codes(_ explanation: Explanation) -> [String] {
      [explanation.code, explanation.clause.text(.en)] + explanation.parts.flatMap(codes)
    }
    func why(_ files: String...) throws -> [String] {
      let judge = try Judge(
        Dossier(files: files), [pack("{ rating: { axis: autonomy, is: strong } }")])
      let found = judge.determine(acme("artifact", "m"), judge.library.packs[0]).findings
      let all = found.flatMap { codes($0.because) }
      return ["(not rated)", "new weights", "issuer authority"].filter { word in
        all.contains { $0.contains(word) }
      }
    }
    let later =
      "- activity: m/two\n  kind: pretraining\n  by: acme\n  from: 2026-07-01\n  to: 2026-08-01\n  produces: m\n"
    let dated = model(run: "  from: 2025-01-01\n  to: 2025-06-01\n")
    let office =
      "- dossier: fr\n- party: fr\n  complete: [affiliates]\n  roles: [{ role: authority, where: FR, OFFICE }]\n"
    #expect(try why(dated) == ["(not rated)"])
    #expect(try why(dated + weak) == [])
    #expect(try why(dated + weak.replacing("weak", with: "strong") + later) == [])
    #expect(try why(dated + weak + later) == ["new weights"])
    // Without a day it may be of any weights.
    let undated = weak.replacing("  at: 2026-06-01\n", with: "")
    #expect(try why(dated + undated) == ["new weights"])
    // It held the office only later, or no longer; and of one that it held nothing is said.
    let early = office.replacing("OFFICE", with: "from: 2026-07-01") + weak
    #expect(try why(dated, early) == ["issuer authority"])
    let ended = office.replacing("OFFICE", with: "to: 2026-09-30") + weak
    #expect(try why(dated, ended) == ["issuer authority"])
    #expect(try why(dated, ended + "  stated: 2026-06-01\n") == [])
  }

  /// A correction that raises a figure does not hide others that lower theirs; of many, none opens.
  @Test(arguments: [2, 12]) func correctionsTogether(_ count: Int) throws {
    func run(_ name: String, _ first: String, _ second: String) -> String {
      let text = { (amount: String, more: String) in
        "- activity: \(name)\n\(more)  kind: fine-tuning\n  by: acme\n  from: 2025-01-01\n  to: 2025-02-01\n  produces: m\n  complete: [uses]\n  compute: [{ method: telemetry, value: \(amount) FLOP, low: \(amount) FLOP, high: \(amount) FLOP }]\n"
      }
      return text(first, "") + text(second, "  revision: 2\n  replaces: 1\n  because: counted again\n")
    }
    var corrected = ""
    for index in 0..<count { corrected += run("r\(index)", "3.5e24", "2e23") }
    let facts = model().replacing("5e25", with: "1e20")
    let judge = try Judge(Dossier(facts + corrected + run("c", "2.5e24", "4e24")), [pack(aboveLimit)])
    let gate = judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
    #expect(gate.state != .open && !gate.openedByCorrection.isEmpty)
  }

  /// An act counts neither before it was said, nor under an office that had ended when it was decided.
  @Test(arguments: [
    ("  stated: 2027-01-01\n", "FR", GateCondition.closed),
    ("  at: 2026-01-01\n  stated: 2027-01-01\n", "FR", .closed),
    ("  at: 2026-06-01\n", "FR, to: 2026-03-01", .closed),
    ("  at: 2026-06-01\n  stated: 2026-06-02\n", "FR, to: 2026-03-01", .closed),
    ("  at: 2026-06-01\n  stated: 2026-06-02\n", "FR", .open),
  ])
  func whenItWasSaid(_ dates: String, _ role: String, _ expected: GateCondition) throws {
    let authority = frenchAuthority.replacing("where: FR", with: "where: \(role)")
    #expect(try approvalGate([model(), authority + approved(dates)]) == expected)
  }
}
