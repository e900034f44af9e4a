import Measures
import Pages
import Testing

@testable import ecluse

/// The real Graphviz lays out what pages draw.
@Suite struct GraphvizTests {
  @Test func itLaysOutSeveralGraphs() throws {
    let graph = "digraph {\nrankdir=LR\nn0 [width=1 height=1]\nn1 [width=1 height=1]\nn0 -> n1\n}\n"
    let answer = try #require(
      Graphviz.plain(graph + graph), "Graphviz is missing: run scripts/setup test")
    #expect(answer.split(separator: "\n").filter { $0 == "stop" }.count == 2)
    #expect(Graphviz.plain("this is no graph") == nil)
  }

  @Test func pagesHavePicturesOfTheirLineages() throws {
    let loaded = Loaded(Fixtures.example("modifier"), asOf: "2026-12-01")
    let html = try AssessmentPage(loaded.assessment(), command: "").html(.en)
    #expect(html.matches(of: /<svg class="dag"/).count == 4)
    #expect(html.contains("base weights</text>"))
  }
}
