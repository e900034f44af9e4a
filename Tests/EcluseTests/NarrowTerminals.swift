import Lineage
import Measures
import Records
import Regimes
import Testing

@testable import ecluse

/// Whatever a command says fits a terminal of 80 columns, and no word is cut.
@Suite struct NarrowTerminals {
  private static let width = 80

  /// What the commands say of a dossier, or of the public record, in any style.
  private func answers(_ example: String?) throws -> [(TextStyle) -> String] {
    let workspace = try Workspace(dossier: example.map(Fixtures.example))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let convention = try AccountCommand.convention("seed-annex-a", workspace.library)
    let proposal = AccountCommand.proposal(of: convention, workspace.library, facts)
    let accountant = Accountant(graph, convention)
    func account(_ ids: some Collection<GlobalID>, detailed: Bool) throws -> (TextStyle) -> String {
      let report = AccountReport(
        accounts: try ids.map { id throws in try accountant.account(of: id) }, convention: convention,
        facts: facts, graph: graph, proposal: proposal)
      return { report.text($0, detailed: detailed) }
    }
    func assess(_ names: [String]) throws -> (TextStyle) -> String {
      let assessment = try Assessment(
        workspace, facts, graph, names: names, regimes: nil, explained: names.count == 1)
      return { AssessmentReport(assessment: assessment, showAll: false, style: $0).text() }
    }
    let models = try workspace.ids(named: [], kinds: ["artifact"])
    return try [account(models, detailed: false), assess([])]
      + models.prefix(example == nil ? 1 : 3).flatMap { id in
        let gate = GateReport(
          workspace, facts, graph, of: id, .use, in: GateState.everywhere, workspace.library.packs)
        return try [
          account([id], detailed: true), assess([id.description]), { $0.text(gate.lines($0)) },
        ]
      }
  }

  private func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter }) }

  @Test(arguments: ["eu-annex-a3", "modifier", "seed-world", "tiers", "two-regimes", nil])
  func everythingFits(_ example: String?) throws {
    let answers = try answers(example)
    for language in Language.allCases {
      let wide = answers.map { $0(TextStyle(language, color: false)) }
      let narrow = answers.map { $0(TextStyle(language, color: false, width: Self.width)) }
      #expect(wide.joined(separator: "\n").split(separator: "\n").contains { $0.columns > Self.width })
      for (narrow, wide) in zip(narrow, wide) {
        let long = narrow.split(separator: "\n").first { $0.columns > Self.width }
        #expect(long == nil, "\(long ?? "")")
        // No word is cut and none is lost.
        #expect(words(narrow) == words(wide))
      }
    }
  }
}
