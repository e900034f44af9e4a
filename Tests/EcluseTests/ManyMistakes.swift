import Glibc
import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import RecordsIO
@testable import Regimes
@testable import ecluse

/// Mistakes come all at once, each once, whatever stage finds them.
@Suite struct ManyMistakes {
  /// What is wrong with files, as `code:line`, in the order of files and lines.
  private func mistakes(_ files: String..., packs: String? = nil) throws -> [String] {
    try problems(files, packs: packs).map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" }
  }

  private func problems(_ files: [String], packs: String? = nil) throws -> [Problem] {
    let folder = try Scratch.folder()
    for (index, text) in files.enumerated() {
      try Scratch.write(Array(text.utf8), to: "\(folder)/\(index).yaml")
    }
    let dates = Dates(asOf: Laws.asOf, knownAt: nil)
    do throws(Problems) {
      let workspace = try Workspace(dossier: folder, packs: packs, dates: dates)
      _ = try workspace.graph(asOf: dates.asOf, knownAt: nil)
      return []
    } catch {
      return error.list
    }
  }

  private static let head = "- dossier: acme\n"

  /// Revisions begin at 1; that the first is missing is not said besides.
  @Test func revisionsCountFromOne() throws {
    #expect(try mistakes(Self.head + "- artifact: m\n  revision: 0\n") == ["contradiction:3"])
  }

  /// What does not fit is said once, where it stands: not that the figure is missing, nor again of what is made of it.
  @Test(arguments: [
    (
      "{ method: geometric-mean, of: [{ method: reported, value: 1e50 FLOP }, OTHER] }", "compute.of[0].value"
    ),
    (
      "[{ method: geometric-mean, of: [{ method: reported, value: 1e50 FLOP }, OTHER] }]",
      "compute[0].of[0].value"
    ),
    (
      "[{ method: geometric-mean, of: [OTHER, { method: counted, parameters: 1e30, tokens: 1e30 }] }]",
      "compute[0].of[1]"
    ),
    ("{ method: counted, parameters: { low: 1e50 }, tokens: 1 }", "compute.parameters.low"),
  ])
  func overflowOnce(_ estimate: String, _ field: String) throws {
    let run = "- activity: r\n  kind: pretraining\n  compute: "
    let other = "{ method: reported, value: 1e24 FLOP }"
    let found = try problems([Self.head + run + estimate.replacing("OTHER", with: other) + "\n"])
    #expect(found.map(\.code) == [.overflow] && found.first?.field == field, "\(found)")
  }

  /// A mistake in one estimate hides none in another.
  @Test func everyEstimateIsHeard() throws {
    let run = "- activity: r\n  kind: pretraining\n  compute:\n"
    let two = "    - { method: reported, value: 1e50 FLOP }\n    - { method: counted, tokens: 1 }\n"
    let found = try problems([Self.head + run + two])
    #expect(
      found.map(\.code) == [.missingField, .overflow] || found.map(\.code) == [.overflow, .missingField])
  }

  /// Syntax, fields, vocabulary, regimes, estimates and the graph in one run.
  @Test func everyStageIsHeard() throws {
    let broken = "- dossier: acme\n- artifact: [m\n"
    let facts = """
      - artifact: m
        colour: blue
      - activity: m/run
        kind: pretraining
        produces: m
        uses: [{ artifact: m, as: base-wieghts }]
        compute: [{ method: hardware, chips: 8 x h1000, hours: 10, utilisation: 0.4 }]
      - safety-case: s
        about: m
        decision: aproved
      - adoption: a
        regime: seed-gate
        activation: 2026-01-01
      - cap-decision: c
        parameter: training-cap
      """
    let pack = try Scratch.folder()
    try Scratch.write(
      Array(BadPacks.right.replacing("status: law", with: "status: lore").utf8), to: "\(pack)/p.yaml")
    let found = try mistakes(Self.head + facts, broken, packs: pack)
    #expect(
      Set(found)
        == [
          "unknown-field:3", "unknown-word:4", "cycle:7", "unknown-word:7", "unknown-word:8",
          "unknown-vocabulary:11",
          "syntax:3",
          "missing-field:15",
        ]
    )
    #expect(found.count == 8)
  }

  /// Of packs that cannot be read nothing is known to be missing.
  @Test func unknownRegimes() throws {
    let facts = Self.head + "- adoption: a\n  regime: seed-gate\n  activation: 2026-01-01\n"
    #expect(try mistakes(facts) == ["unknown-definition:3"])
  }

  /// A name of a record that was refused is not missing, nor is one that may stand in a file that was.
  @Test func whatFollowsIsNotSaidAgain() throws {
    let use = "- activity: r\n  kind: merge\n  uses: [{ artifact: m, as: merged }]\n"
    #expect(try mistakes(Self.head + "- artefact: m\n" + use) == ["unknown-kind:2"])
    #expect(try mistakes(Self.head + "- artifact: acme:m\n" + use) == ["foreign-name:2"])
    #expect(try mistakes(Self.head + "- artifact: [m\n", Self.head + use) == ["syntax:3"])
    #expect(try mistakes("- artifact: m\n" + use) == ["no-namespace:1"])
    #expect(try mistakes("- dossier: Acme\n- artifact: m\n" + use) == ["bad-name:1"])
    // An estimate that cannot be read needs nothing, and a revision that cannot be read is no gap.
    let run = "- activity: r\n  kind: merge\n"
    #expect(
      try mistakes(Self.head + run + "  compute: [{ method: reported, value: 10^25 FLOP }]\n") == [
        "bad-number:4"
      ])
    #expect(
      try mistakes(Self.head + run + "  compute: { method: reported, value: 10^25 FLOP }\n") == [
        "bad-number:4"
      ])
    let parts = "{ method: reported, value: 10^25 FLOP }, { method: counted, tokens: 5 }"
    #expect(
      try mistakes(Self.head + run + "  compute: [{ method: geometric-mean, of: [\(parts)] }]\n") == [
        "missing-field:4", "bad-number:4",
      ])
    #expect(try mistakes(Self.head + run + "  revision: two\n" + run) == ["wrong-type:4"])
    #expect(
      try mistakes(Self.head + use.replacing("artifact: m", with: "artefact: m")) == [
        "unknown-field:4"
      ])
  }

  /// One cycle for each set of activities that all enter each other.
  @Test func everyCycleIsTold() throws {
    func ring(_ names: String...) -> String {
      zip(names, names.dropFirst() + names.prefix(1)).map { name, next in
        "- artifact: \(name)\n- activity: \(name)/r\n  kind: merge\n  produces: \(name)\n  uses: [{ artifact: \(next), as: merged }]\n"
      }.joined()
    }
    let found = try problems([
      Self.head + ring("a", "b") + ring("c") + ring("d", "e", "f") + "- artifact: g\n"
    ])
    #expect(
      found.map { $0.rule.text(.en) } == [
        "These activities enter themselves: acme:a/r → acme:b/r → acme:a/r.",
        "These activities enter themselves: acme:c/r → acme:c/r.",
        "These activities enter themselves: acme:d/r → acme:f/r → acme:e/r → acme:d/r.",
      ])
    let long = try problems([
      Self.head
        + (0..<99).map { i in
          "- artifact: x\(i)\n- activity: x\(i)/r\n  kind: merge\n  produces: x\(i)\n  uses: [{ artifact: x\((i + 1) % 99), as: merged }]\n"
        }.joined()
    ])
    #expect(long.count == 1)
    #expect(long.first?.rule.text(.en).contains("… (78)") == true)
  }

  @Test func shortestWayRound() {
    // 0 and 2 enter each other; 1 hangs on; 3 is alone; 4 enters itself; 5 is far.
    #expect(Cycles.of([[1, 2], [], [0], [], [4], [0]]) == [[0, 2, 0], [4, 4]])
    #expect(Cycles.of([[1], [2], [3], [0, 1]]) == [[0, 1, 2, 3, 0]])
    #expect(Cycles.of([]) == [])
  }

  /// What is quoted stays short, and steers no terminal.
  @Test func quotationsAreShort() throws {
    let long = String(repeating: "z", count: 1_000_000)
    let accents = "a" + String(repeating: "\u{301}", count: 1_000_000)
    for text in [
      "- artifact: m\n  type: \(long)\n", "- artifact: m\n  \(long): x\n", "- artifact: \(long)\n",
      "- artifact: m\n  type: \(accents)\n", "- \(long): m\n", "- artifact: m\n  parameters: \(long)\n",
      "- artifact: m\n  parameters: \(String(repeating: "9", count: 100_000))\n",
      "- deployment: d\n  model: \(long)\n", "- adoption: a\n  activation: 2026-01-01\n  regime: \(long)\n",
      "- artifact: m\n  name: \"\\e[31m\(long)\"\n",
    ] {
      let found = try problems([Self.head + text])
      #expect(!found.isEmpty)
      for problem in found {
        for language in Language.allCases {
          let line = problem.text(language)
          #expect(line.unicodeScalars.count < 1200 && !line.unicodeScalars.contains(where: \.isControl))
        }
      }
    }
  }

  /// Sums that do not fit are refused before anything is judged, by every command alike.
  @Test func sumsThatOverflow() throws {
    func run(_ name: String, _ more: String) -> String {
      "- artifact: \(name)\n- activity: \(name)/r\n  kind: pretraining\n  produces: \(name)\n\(more)"
    }
    let half = "  compute: [{ method: reported, value: 1.69e38 FLOP }]\n"
    #expect(try mistakes(Self.head + run("m", half) + run("n", half)) == [])
    let more = "  compute: [{ method: reported, value: 1.80e38 FLOP }]\n"
    #expect(try mistakes(Self.head + run("m", half) + run("n", more)) == ["overflow:11"])
    #expect(
      try mistakes(Self.head + run("m", half) + run("n", more.replacing("compute", with: "budget"))) == [
        "overflow:8"
      ])
    let rate =
      "  rate: [{ from: 2026-01-01, to: 2026-01-02, value: 1.80e38 FLOP/s }, { from: 2026-01-03, to: 2026-01-04, low: 1.80e38 FLOP/s }]\n"
    #expect(try mistakes(Self.head + run("m", rate)) == ["overflow:6"])
  }

  /// Keys that are lists or aliases are refused before the reader compares what they stand for.
  @Test(arguments: [
    "- ? *i\n  : x\n", "- { *i : x }\n", "- { [*i]: x }\n", "- ? [*i]\n  : x\n", "- [*i]: x\n",
    "- [ ? *i : x ]\n",
  ])
  func keysThatExplode(_ key: String) throws {
    var text = "- &a [x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghi", "abcdefgh") {
      text += "- &\(name) [\(Array(repeating: "*\(last)", count: 9).joined(separator: ", "))]\n"
    }
    #expect(try mistakes(text + key) == ["syntax:10"])
  }

  /// Aliases of texts are read, however many, beside signs that look like keys.
  @Test func manyAliasesAreRead() throws {
    let text = (0..<40).map { "- artifact: m\($0)\n  name: *n\n  note: \"why? *this*; [1]: a, ? b\"\n" }
      .joined()
    let named = "- artifact: m\n  name: &n Name\n  note: &k Note\n"
    #expect(try mistakes(Self.head + named + text.replacing("; [1]: a, ? b", with: "")) == [])
  }

  /// A statement of a day that has not come is told beside the answer and changes nothing in it.
  @Test func statementsOfTheFuture() throws {
    let folder = try Scratch.folder()
    let text = Self.head + "- artifact: m\n  stated: 2026-11-22\n- artifact: n\n  stated: 2026-11-21\n"
    try Scratch.write(Array(text.utf8), to: "\(folder)/a.yaml")
    let workspace = try Workspace(dossier: folder)
    let remarks = workspace.remarks(on: try #require(CivilDate("2026-11-21")))
    #expect(remarks.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == ["stated-later:3"])
    #expect(workspace.remarks(on: try #require(CivilDate("2026-11-22"))).isEmpty)
  }
}
