import ArgumentParser
import Foundation
import Lineage
import Measures
import Records
import Regimes
import Testing

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
      try Assessment.packs(regimes, workspace.library))
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
      ShellCommand.again(["w", "m"], try RegimeOptions.parse(regime), try TimeOptions.parse(time))
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
    let list = lines[(head + 1)...].prefix { $0.contains("        · ") }
    for words in ["switch that cannot be removed", "robustness to misuse"] {
      #expect(list.contains { $0.contains(words) }, "\(words)")
    }
    // Published weights keep it shut: what opens it is that they are ruled out.
    let access = list.filter { $0.contains("access: published weights") }
    #expect(access.count == 1 && access.allSatisfy { $0.contains("· ruled out: access: published weights") })
  }

  /// The head says what is owed, and each duty says when.
  @Test func dutiesSayWhenTheyAreDue() throws {
    let text = try assessed(["jurist"], "modifier")
    #expect(text.contains("\nOwed: notify the Commission, technical documentation"))
    let lines = text.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("      notify the Commission") })
    #expect(
      row.hasSuffix(
        "within 2 weeks of the latest of (the earliest of (the condition being met, "
          + "the condition being foreseen), activation)"))
    #expect(lines.contains { $0.hasPrefix("      cybersecurity") && $0.hasSuffix("at all times") })
  }

  /// What was said word for word of another subject is said by its name; its own figures are not.
  @Test func whatRepeatsIsSaidOnce() throws {
    let text = try assessed([], "eu-annex-a3")
    #expect(text.components(separatedBy: "nothing that can be shown").count <= 2)
    #expect(text.components(separatedBy: "word for word as for Model A").count == 8)
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
    #expect(text.contains("In each of the 25 rows below, gates: would be undetermined."))
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

  @Test func everyThresholdSaysHowFarItIs() throws {
    let lines = try assessed(["zenith"], "seed-world").split(separator: "\n")
    let rows = lines.filter { $0.contains("c-harbour-compute: ") }
    #expect(rows.count >= 2)
    for row in rows { #expect(row.contains("passed"), "\(row)") }
  }
}
