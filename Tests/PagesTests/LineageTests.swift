import Measures
import Records
import Testing

@testable import Lineage
@testable import Pages

/// Pictures of what is behind a model.
@Suite struct LineageTests {
  private static let model = GlobalID("acme", "artifact", "large")
  private static let run = GlobalID("acme", "activity", "large/training")
  private static let draft = GlobalID("acme", "activity", "draft")

  /// A draft that a human break keeps out, and that is presumed to have entered all the same.
  private static func ancestry(isBroken: Bool, isPresumed: Bool) -> Ancestry {
    Ancestry(
      activities: [draft, run], products: [run: model],
      passages: [
        .init(from: draft, to: run, role: "data", isBroken: isBroken, isPresumed: isPresumed),
        .init(from: run, to: nil, role: "", isBroken: false, isPresumed: false),
      ])
  }

  /// What Graphviz answers to three boxes in a row.
  private static let plain = """
    graph 1 7 2
    node n0 1 1 2 0.7 n0 solid box black lightgrey
    node n1 3.5 1 2 0.7 n1 solid box black lightgrey
    node n2 6 1 2 0.7 n2 solid box black lightgrey
    edge n0 n1 4 2 1 2.2 1 2.3 1 2.4 1 xxx 2.2 1.1 solid black
    edge n1 n2 4 4.5 1 4.7 1 4.8 1 4.9 1 solid black
    stop
    """

  private func page(_ name: String = "Large", isBroken: Bool = false, isPresumed: Bool = false) throws
    -> AssessmentPage
  {
    var page = try World(name: name).page()
    page.lineages = [Self.model: Self.ancestry(isBroken: isBroken, isPresumed: isPresumed)]
    page.layOut = { _ in Self.plain }
    return page
  }

  @Test func boxesHaveTheirComputeAndArrowsTheirRoles() throws {
    let html = try page().html(.en)
    let picture = try #require(html.firstMatch(of: #/<svg class="dag".*?</svg>/#.dotMatchesNewlines())).0
    #expect(
      picture.matches(of: #/<rect /#).count == 3 && picture.matches(of: /<path class="edge"/).count == 2)
    #expect(
      picture.contains("Large (this model)")
        && picture.replacing("\u{A0}", with: " ").contains("pretraining · 3 × 10²⁵"))
    #expect(picture.contains(">data</text>"))
    #expect(!picture.contains("cutmark") && !picture.contains("style="))
  }

  @Test func breaksAndPresumptionsAreShown() throws {
    let cut = try page(isBroken: true).html(.fr)
    #expect(
      cut.contains("class=\"edge cut\"") && cut.contains("class=\"cutmark\"")
        && cut.contains("rupture humaine"))
    let guess = try page(isPresumed: true).html(.en)
    #expect(guess.contains("class=\"edge guess\"") && guess.contains("data, presumed"))
  }

  /// Names are never given to the program that lays out, and are escaped where they are drawn.
  @Test func namesOfFactsAreHarmless() throws {
    let attack = "\"]; n9 [label=<script>alert(1)</script>"
    var page = try page(attack)
    var asked = ""
    page.layOut = { graph in
      asked += graph
      return Self.plain
    }
    let html = try page.html(.en)
    #expect(!asked.isEmpty && !asked.contains("script") && !asked.contains("acme"))
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
  }

  /// An answer that is no layout of these boxes gives no picture, and a page all the same.
  @Test func anotherAnswerIsNoPicture() throws {
    let lines = Self.plain.split(separator: "\n").map(String.init)
    let wrong =
      ["", "stop", Self.plain + Self.plain, "graph 1 x 2"]
      + (0..<5).map { index in
        lines.enumerated().filter { $0.offset != index }.map(\.element).joined(separator: "\n")
      }
      + ["node n0", "edge n0 n1 99999999 1", "edge n0 n1 4 1"].map { lines[0] + "\n" + $0 + "\nstop" }
    for answer in wrong {
      var page = try page()
      page.layOut = { _ in answer }
      let html = try page.html(.en)
      #expect(!html.contains("class=\"dag\""), "\(answer)")
      #expect(html.contains("large/<wbr>training"))
    }
  }

  @Test func regimesStandSideBySide() throws {
    let html = try World().page().html(.en)
    let table = try #require(
      html.firstMatch(of: #/Regimes side by side</h4>.*?</table>/#.dotMatchesNewlines())
    ).0
    #expect(table.matches(of: /<tr>/).count > 8)
    for link in table.matches(of: /href="#([^"]+)"/) { #expect(html.contains("id=\"\(link.1)\"")) }
  }
}
