import ArgumentParser
import Foundation
import Measures
import Pages
import Records
import Regimes
import Testing

@testable import Lineage
@testable import ecluse

/// What the texts of gates, assessments and accounts must not leave out.
@Suite struct ReportTests {
  private let style = TextStyle(.en, color: false)

  private func gate(
    _ name: String, in dossier: String? = nil, _ action: Action, regimes: String? = nil
  ) throws -> GateReport {
    let workspace = try Workspace(dossier: dossier)
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let id = try workspace.ids(named: [name], kinds: ["artifact"])[0]
    return GateReport(
      workspace, facts, graph, of: id, action, in: GateState.everywhere,
      try Assessment.packs(regimes, workspace.library, facts))
  }

  /// A gate is not open because the regime that closes it was not asked.
  @Test func aBindingRegimeThatWasLeftOut() throws {
    let dossier = Fixtures.example("seed-world")
    let report = try gate("solstice", in: dossier, .train, regimes: "eu-ai-act-gpai")
    #expect(report.gate.state == .undetermined)
    #expect(Set(report.gate.because.map(\.regime)) == ["seed-gate-closure"])
    let text = report.lines(style).joined(separator: "\n")
    #expect(text.contains("a regime that binds was left out, seed-gate-closure"))
    let asked = try gate("solstice", in: dossier, .train, regimes: "seed-gate-closure")
    #expect(asked.gate.state == .closed)
    // One that is closed needs no other; one that nothing closes is open.
    #expect(try gate("lantern", in: dossier, .train, regimes: "eu-ai-act-gpai").gate.state == .open)
  }

  /// The command on a page asks the same question: of the same regimes, beside those that ship, at the same time.
  @Test func theCommandOnAPageAsksTheSame() throws {
    func again(_ time: [String], _ regime: [String] = []) throws -> String {
      PageQuestion(
        ["m"], dossier: "w", try RegimeOptions.parse(regime), try TimeOptions.parse(time),
        try SourceOptions.parse([]), nil, .en
      ).command
    }
    #expect(
      try again(["--as-of", "2026-11-21T12:00:00Z"], ["--packs", "my packs", "--regimes", "a,b"])
        == "ecluse assess w m --regimes a,b --packs 'my packs' --as-of 2026-11-21T12:00:00.000Z --format json"
    )
    #expect(
      try again(["--as-of", "2026-11-21", "--known-at", "2026-11-20T01:02:03Z"])
        == "ecluse assess w m --as-of 2026-11-21 --known-at 2026-11-20T01:02:03.000Z --format json")
    // Without a date it is today, written down.
    #expect(try again([]) == "ecluse assess w m --as-of \(TimeOptions.today) --format json")
  }

  private func assessed(_ names: [String], _ example: String?) throws -> String {
    let workspace = try Workspace(dossier: example.map(Fixtures.example))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: names, regimes: nil, explained: names.count == 1)
    return AssessmentReport(assessment: assessment, showAll: false, style: style).text()
  }

  /// A plan is said to be one, wherever its figures stand; and a bound that crosses the share is shown.
  @Test func aPlanNearTheShare() throws {
    let workspace = try Workspace(dossier: Fixtures.example("modifier"))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: ["archivist"], regimes: nil, explained: true)
    let page = AssessmentPage(assessment, command: "ecluse assess")
    let words: [Language: [String]] = [
      .en: [
        "planned from 1\u{A0}December 2026",
        "added to public:llama-3.1-405b, against 1/3 of its own, at completion",
        "left by the best value", "the bounds cross the share", "planned: counted 1.24",
      ],
      .fr: [
        "prévu à partir du 1ᵉʳ\u{A0}décembre 2026",
        "ajouté à public:llama-3.1-405b, face à 1/3 du sien, une fois achevé",
        "de marge selon la meilleure valeur", "les bornes croisent la part",
      ],
    ]
    for (language, expected) in words {
      let text = AssessmentReport(
        assessment: assessment, showAll: false, style: TextStyle(language, color: false)
      ).text()
      let html = try page.html(language)
      for word in expected {
        #expect(text.contains(word), "\(word)")
        #expect(html.contains(word), "\(word)")
      }
      #expect(!text.contains("no estimate") && !text.contains("sans estimation"))
    }
    // What the gate closure would oblige to, it obliges nobody to.
    let duties = assessment.determinations.filter { !$0.isBinding }.flatMap(\.obligations)
    #expect(!duties.isEmpty && duties.allSatisfy { [.wouldOblige, .wouldBePossible].contains($0.state) })
    let table = AssessmentReport(assessment: assessment, showAll: false, style: style).text()
    #expect(table.contains("would be possible"))
    #expect(try page.html(.fr).contains("Serait possible"))
  }

  @Test func aGateThatNothingGovernsShowsWhatWouldClose() throws {
    let report = try gate("GPT-4", .use)
    #expect(report.gate.state == .open && !report.wouldClose.isEmpty)
    let text = report.lines(style).joined(separator: "\n")
    #expect(
      text.contains("no rule in force") && text.contains("seed-gate-closure d-nr2-deployment: would be"))
    #expect(text.contains("Public record: estimates by third parties"))
    #expect(report.json.canonical.contains("\"publicRecord\":true"))
    let ofDossier = try gate("meridian", in: Fixtures.example("seed-world"), .use)
    #expect(ofDossier.json.canonical.contains("\"publicRecord\":false"))
    let binding = Set(ofDossier.gate.because.map(\.article))
    #expect(binding.isDisjoint(with: ofDossier.wouldClose.map(\.article)))
  }

  @Test func aSupposedDeploymentIsSaidAtTheGate() throws {
    let note = "d-nr4-deployment: only for a deployment that is supposed"
    let lines = try gate("solstice", in: Fixtures.example("seed-world"), .deployExternal).lines(style)
    #expect(lines.contains { $0.contains(note) })
    #expect(!lines.contains { $0.contains("d-nr2-deployment: only for") })
  }

  @Test func whatOpensAGateIsWhole() throws {
    let lines = try assessed(["zenith"], "seed-world").split(separator: "\n").map(String.init)
    let head = try #require(
      lines.firstIndex { $0.contains("opens when (deploy inside, deploy outside, use)") })
    #expect(lines[head + 1].contains("nothing that can be shown lifts d-nr4-deployment"))
    let list = lines[(head + 1)...].prefix { $0.hasPrefix("        ") }
    for words in ["switch that cannot be removed", "robustness to misuse"] {
      #expect(list.contains { $0.contains(words) }, "\(words)")
    }
    // Published weights keep it shut: what opens it is that they are ruled out.
    let access = list.filter { $0.contains("access: published weights") }
    #expect(
      access.count == 1 && access.allSatisfy { $0.contains(" and ruled out: access: published weights") })
  }

  /// Below the article that closes it stands each way out, or each part of the only one.
  @Test func waysOutStandBelowTheirArticle() throws {
    let report = try gate("solstice", in: Fixtures.example("seed-world"), .deployExternal)
    for (language, either, or) in [
      (
        Language.en, "either ruled out: autonomy is rated strong; and ruled out: inference rate",
        "or shown: safety case"
      ),
      (
        .fr,
        "soit écarté\u{A0}: autonomie\u{A0}: note «\u{202F}fort\u{202F}»\u{202F}; et écarté\u{A0}: débit d’inférence",
        "soit montré\u{A0}: dossier de sécurité"
      ),
    ] {
      let lines = report.lines(TextStyle(language, color: false))
      let head = try #require(lines.firstIndex { $0.hasPrefix("    · d-nr3-deployment") })
      #expect(lines[head + 1].hasPrefix("        \(either)"), "\(lines[head + 1])")
      #expect(lines[head + 2].hasPrefix("        \(or)"), "\(lines[head + 2])")
      #expect(lines[head + 3].hasPrefix("    · d-nr4-deployment"), "\(lines[head + 3])")
    }
  }

  /// The head says what is owed, and each duty says when.
  @Test func dutiesSayWhenTheyAreDue() throws {
    let text = try assessed(["jurist"], "modifier")
    #expect(text.contains("\nOwed: notify the Commission, technical documentation"))
    let lines = text.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("      notify the Commission") })
    #expect(
      row.hasSuffix("within 2 weeks of the latest of (the condition being met or foreseen, activation)"))
    #expect(lines.contains { $0.hasPrefix("      cybersecurity") && $0.hasSuffix("at all times") })
  }

  /// Where it decides who the provider is, the head says that the original's place is not known, and who can say it.
  @Test func whatSettlesWhoProvides() throws {
    let settles = "hangs on where public:llama-3.1-405b is placed: a deployment in the file of its developer"
    #expect(try assessed(["assistant"], "modifier").contains(settles))
    #expect(try assessed([], "modifier").contains(settles))
    #expect(try !assessed(["jurist"], "modifier").contains(settles))
  }

  /// The company's own word on the original frees it of nothing: what is small makes duties possible, what is large owed.
  @Test func onesOwnWordOnTheOriginal() throws {
    #expect(try !assessed(["assistant"], "modifier").contains("Owed:"))
    #expect(try assessed(["assistant"], "modifier").contains("possible  Article 53(1)(d)"))
  }

  /// Why a regime does not bind is not said in the words of why it would.
  @Test func whatDoesNotBindSaysSo() throws {
    let text = try assessed(["meridian", "solstice", "zenith", "lantern"], "seed-world")
    let parts = text.components(separatedBy: "Not in force for it")
    #expect(parts.count > 1)
    for part in parts.dropFirst() {
      let heads = part.split(separator: "\n").prefix { !$0.hasPrefix("  In force") && !$0.isEmpty }
        .filter { $0.contains("eu-ai-act-gpai 2025") }
      #expect(heads.allSatisfy { $0.hasSuffix("· ruled out: placed on the market: EU") }, "\(heads)")
    }
  }

  /// A figure of the public record is said to be one, whoever’s model rests on it.
  @Test func aPublicBaseIsSaid() throws {
    let notice = "Public record: estimates by third parties"
    #expect(try assessed(["jurist"], "modifier").contains(notice))
    #expect(try assessed([], "modifier").contains(notice))
    #expect(try !assessed([], "two-regimes").contains(notice))
    let modifier = try gate("jurist", in: Fixtures.example("modifier"), .use)
    #expect(modifier.lines(style).contains { $0.contains(notice) })
    let lantern = try gate("lantern", in: Fixtures.example("seed-world"), .use)
    #expect(!lantern.lines(style).contains { $0.contains(notice) })
    let workspace = try Workspace(dossier: Fixtures.example("modifier"))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let convention = try AccountCommand.convention("eu-direct", workspace.library)
    let accounts = try workspace.ids(named: ["jurist"], kinds: ["artifact"]).map { id throws in
      try Accountant(graph, convention).account(of: id)
    }
    let report = AccountReport(
      accounts: accounts, convention: convention, facts: facts, graph: graph, proposal: nil)
    #expect(report.text(style, detailed: true).contains(notice))
    let french = report.text(TextStyle(.fr, color: false), detailed: true)
    #expect(french.contains("estimations de tiers, faits jusqu’en juillet 2025"))
    #expect(!french.contains("estimates by"))
  }

  /// What only begins to be said later has no open gate before.
  @Test func whatIsNotYetRecorded() throws {
    let folder = try Scratch.folder()
    let text =
      "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  kind: pretraining\n  by: acme\n  produces: m\n  stated: 2026-10-01\n  from: 2026-10-01\n"
    try Scratch.write(Array(text.utf8), to: "\(folder)/facts.yaml")
    let workspace = try Workspace(dossier: folder)
    for (day, isRecorded) in [("2026-09-30", false), ("2026-10-01", true)] {
      let (facts, graph) = try workspace.graph(asOf: Moment(day).last, knownAt: nil)
      let report = GateReport(
        workspace, facts, graph, of: GlobalID("acme", "activity", "r"), .train, in: GateState.everywhere,
        workspace.library.packs)
      #expect((report.gate.state == .open) == isRecorded)
      #expect(report.json.canonical.contains("\"recorded\":\(isRecorded)"))
      let said = report.lines(style).contains { $0.hasPrefix("Its own record does not count yet on") }
      #expect(said != isRecorded)
    }
  }

  /// What an adopter sets in a regime that was not asked is said.
  @Test func parametersThatAreLeftOut() throws {
    let loaded = Loaded(Fixtures.example("seed-world"))
    let (facts, graph) = try loaded.workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    func remarks(_ names: String) throws -> [Problem] {
      try loaded.workspace.remarks(
        of: facts, graph, under: Assessment.packs(named: names, loaded.workspace.library))
    }
    // The authority's adoption, and those of two companies for themselves.
    #expect(try remarks("eu-ai-act-gpai").map(\.code) == [.leftOut, .leftOut, .leftOut])
    #expect(
      try remarks("eu-ai-act-gpai").allSatisfy {
        $0.text(.en).contains("seed-gate-closure, which was left out of the question:")
          && $0.text(.en).contains("home")
      })
    #expect(try remarks("seed-gate-closure").isEmpty)
  }

  /// No country is another than none.
  @Test func whereNoCountryIsNamedEachIsMeant() throws {
    let workspace = try Workspace(dossier: Fixtures.example("eu-annex-a3"), only: ["seed-gate-closure"])
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: ["model-a"], regimes: nil, explained: false)
    let gates = assessment.determinations.flatMap(\.gates).filter { $0.action == .deployExternal }
    let text = gates.flatMap(\.opensWhen).flatMap(\.need.answers).map { $0.clause.text(.en) }.joined(
      separator: "\n")
    #expect(text.contains("authority (each country)") && !text.contains("every other country"))
  }

  /// The columns of bounds are rounded outwards, a figure without doubt like any other.
  @Test func theTableOfTotalsRoundsBoundsOutwards() throws {
    func row(_ name: String, _ example: String, _ convention: String) throws -> String {
      let workspace = try Workspace(dossier: Fixtures.example(example))
      let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
      let meant = try AccountCommand.convention(convention, workspace.library)
      let accounts = try workspace.ids(named: [name], kinds: ["artifact"]).map { id throws in
        try Accountant(graph, meant).account(of: id)
      }
      let report = AccountReport(
        accounts: accounts, convention: meant, facts: facts, graph: graph, proposal: nil)
      let line = report.text(style, detailed: false).split(separator: "\n").first { $0.contains(":\(name)") }
      return String(line ?? "").replacing("\u{A0}", with: " ")
    }
    #expect(
      try row("student", "two-regimes", "seed-annex-a").contains("1.296 × 10²⁵  1.298 × 10²⁵  1.3 × 10²⁵"))
    #expect(
      try row("model-h", "eu-annex-a3", "eu-direct").contains("6.587 × 10²³  6.587 × 10²³  6.587 × 10²³"))
  }

  @Test func whatOnlyMayBindIsNotSaidToBind() throws {
    let text = try assessed([], "tiers")
    #expect(text.contains("What may bind them closes a gate for 1 of 10"))
    #expect(text.contains("not settled: placed on the market: EU (not known whole); duties are possible"))
    #expect(text.contains("whether that reaches them is not recorded; duties are possible"))
    #expect(try assessed([], "seed-world").contains("What binds them closes a gate"))
  }

  /// What was said word for word of another subject is said by its name; its own figures are not.
  @Test func whatRepeatsIsSaidOnce() throws {
    let text = try assessed([], "eu-annex-a3")
    #expect(text.components(separatedBy: "nothing that can be shown").count <= 2)
    #expect(text.components(separatedBy: "word for word as for Model A").count == 19)
    #expect(text.components(separatedBy: "NR-4: training compute").count == 9)
  }

  @Test func anAccountOfManyStopsAndSaysSo() throws {
    let workspace = try Workspace(dossier: nil)
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let convention = try AccountCommand.convention("eu-direct", workspace.library)
    let accountant = Accountant(graph, convention)
    let ids = try workspace.ids(named: [], kinds: ["artifact"])
    let accounts = try ids.map { id throws in try accountant.account(of: id) }
    func lines(_ showAll: Bool) -> [Substring] {
      AccountReport(
        accounts: accounts, convention: convention, facts: facts, graph: graph, proposal: nil,
        showAll: showAll
      ).text(style, detailed: false).split(separator: "\n")
    }
    #expect(lines(false).count { $0.contains("public:") } == 25)
    #expect(lines(false).last?.hasPrefix("25 of \(accounts.count), by compute.") == true)
    #expect(lines(true).count { $0.contains("public:") } == accounts.count)
    #expect(lines(false).contains { $0.contains("Llama 3.1-405B") && $0.contains("public:llama-3.1-405b") })
  }

  @Test func anAdoptionSaysWhomItDoesNotReach() throws {
    #expect(try assessed(["mirandol-base"], "two-regimes").contains("for itself, which does not reach"))
  }

  @Test func theTableSaysOnceWhatIsTheSame() throws {
    let text = try assessed([], nil)
    #expect(text.contains("If “Pause proposals (PauseAI)” bound them all, a gate would be closed for 283."))
    #expect(!text.contains("rows below, gates:"))
    #expect(text.contains("EU AI Act, general-purpose AI models: may bind 283 of 283"))
    #expect(text.components(separatedBy: "general-purpose AI model").count == 4)
  }

  @Test func anAccountSaysItsUnitAndWhoseConventionItIs() throws {
    for (example, isProposal) in [(nil, true), ("seed-world", false)] as [(String?, Bool)] {
      let workspace = try Workspace(dossier: example.map(Fixtures.example))
      let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
      let convention = try AccountCommand.convention("seed-annex-a", workspace.library)
      let proposal = AccountCommand.proposal(of: convention, workspace.library, facts)
      #expect((proposal != nil) == isProposal)
      let text = AccountReport(
        accounts: [], convention: convention, facts: facts, graph: graph, proposal: proposal
      ).text(style, detailed: false)
      #expect(text.contains("figures in FLOP"))
      #expect(text.contains("belongs to a proposal that nobody recorded here has adopted") == isProposal)
    }
  }

  /// What is planned says so, with what it will be, and stands where that puts it.
  @Test func aPlanIsSeenInTheAccount() throws {
    let workspace = try Workspace(dossier: Fixtures.example("modifier"))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let convention = try AccountCommand.convention("eu-cumulative", workspace.library)
    let id = try workspace.ids(named: ["archivist"], kinds: ["artifact"])[0]
    let account = try Accountant(graph, convention).account(of: id)
    let report = AccountReport(
      accounts: [account], convention: convention, facts: facts, graph: graph, proposal: nil)
    #expect(report.text(style, detailed: true).contains("planned, at completion: low"))
    #expect(
      report.text(TextStyle(.fr, color: false), detailed: true).contains("prévu, une fois achevé\u{A0}: bas"))
    // The figures at completion add up.
    let counted = account.largestFirst.filter(\.counts)
    #expect(counted.map(\.ownAtCompletion.low).reduce(0, +) == account.atCompletion.low)
    guard case .object(let members) = account.json, case .array(let activities)? = members["activities"]
    else {
      Issue.record("no activities")
      return
    }
    #expect(activities.count == account.entries.count)
    for (json, entry) in zip(activities, account.largestFirst) {
      guard case .object(let own) = json, case .object(let bounds)? = own["atCompletion"] else {
        Issue.record("\(json.canonical)")
        continue
      }
      #expect(bounds["low"] == .string(String(entry.ownAtCompletion.low)))
    }
  }

  /// Of what counts, a plan larger than what is done stands first.
  @Test func whatWillBeLargestStandsFirst() throws {
    func entry(_ name: String, _ done: UInt128, _ later: UInt128, _ counts: Bool) -> Account.Entry {
      Account.Entry(
        activity: GlobalID("w", "activity", name), kind: "pretraining", own: Bounds(exactly: done),
        ownAtCompletion: Bounds(exactly: later), counts: counts,
        because: Reason("produces-subject", Phrase.producesSubject.message), estimates: [])
    }
    let account = Account(
      subject: GlobalID("w", "artifact", "m"), convention: "c", toDate: .zero, atCompletion: .zero,
      knownSum: 0, groundTruth: nil, approximation: nil, presumedShare: .zero,
      entries: [entry("a", 2, 2, true), entry("plan", 0, 3, true), entry("out", 9, 9, false)], findings: [],
      codes: [])
    #expect(account.largestFirst.map(\.activity.local) == ["plan", "a", "out"])
  }

  /// Several classes are not read as one with a long name.
  @Test func severalClassesAreQuotedEach() throws {
    let workspace = try Workspace(dossier: nil)
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(workspace, facts, graph, names: [], regimes: nil, explained: false)
    let page = AssessmentPage(assessment, command: "", isHeadline: true)
    for (language, words) in [
      (Language.en, "classes “systemic risk” and “high-impact capabilities” established for"),
      (
        .fr,
        "classes «\u{A0}risque systémique\u{A0}» et «\u{A0}capacités à fort impact\u{A0}» établies pour"
      ),
    ] {
      let text = page.headline(language).joined(separator: "\n")
        .replacing("\u{202F}", with: "\u{A0}")
      #expect(text.contains(words), "\(text)")
    }
  }

  @Test func everyThresholdSaysHowFarItIs() throws {
    let lines = try assessed(["zenith"], "seed-world").split(separator: "\n")
    let rows = lines.filter { $0.contains("c-harbour-compute: ") }
    #expect(rows.count >= 2)
    for row in rows { #expect(row.contains("passed"), "\(row)") }
  }
}
