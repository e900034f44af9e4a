import Foundation
import Measures
import Records
import Testing

@testable import ecluse

/// With one name, an answer goes down to clauses, facts and citations; without, it does not.
@Suite struct ClauseTextTests {
  private func text(_ names: [String], _ language: Language) throws -> String {
    let workspace = try Workspace(dossier: Fixtures.example("modifier"))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(
      workspace, facts, graph, names: names, regimes: "eu-ai-act-gpai", explained: names.count == 1)
    return AssessmentReport(
      assessment: assessment, showAll: false, style: TextStyle(language, color: false)
    ).text()
  }

  @Test func oneNameIsExplained() throws {
    let lines = try text(["jurist"], .fr).split(separator: "\n").map(String.init)
    let fact = try #require(lines.first { $0.contains("poids de base\u{A0}: public:llama-3.1-405b") })
    #expect(fact.hasSuffix(" · décisif"))
    #expect(lines.contains { $0.contains("au-dessus de 10²⁵") && $0.contains("— établi") })
    #expect(lines.contains { $0.contains("examiné, et ne s’applique pas\u{A0}: art-51-1-b") })
    // What a class rests on is said once.
    let explained = lines.filter { $0.contains("· classe «\u{202F}risque systémique\u{202F}»") }
    #expect(explained.count { !$0.contains("ses clauses sont plus haut") } <= 2, "\(explained)")
  }

  /// The sources of the public record are said in either language.
  @Test func everyPublicSourceIsTranslated() throws {
    let records = try #require(try Workspace(dossier: nil).publicRecord?.records)
    let sources = Set(
      records.flatMap { ($0["sources"]?.elements ?? []) + ($0["compute"]?.elements ?? []) }.compactMap {
        ($0["text"] ?? $0["source"])?.text
      })
    #expect(sources.count > 10)
    for source in sources {
      #expect(SourceWords.text(source, .en) == source)
      let (said, written) = (SourceWords.text(source, .fr), source)
      for (here, there) in zip(said.components(separatedBy: ", "), written.components(separatedBy: ", "))
        .dropFirst(2)
      {
        #expect(here != there, "\(source)")
      }
    }
    // What is not the public record's own is shown as it was written.
    #expect(SourceWords.text("run log, names no base", .fr) == "run log, names no base")
  }

  @Test func severalAreNot() throws {
    #expect(try !text([], .en).contains("decisive"))
  }
}
