import Measures
import Testing

@testable import Records
@testable import RecordsIO
@testable import Regimes
@testable import ecluse

/// Mistakes in regime packs.
@Suite struct BadPacks {
  struct Mistake: CustomStringConvertible, Sendable {
    let name: String
    /// What replaces what in a pack that is right.
    let changes: [(String, String)]
    let expected: [String]
    var description: String { name }
  }

  static let right = """
    regime: test-regime
    version: 2026-01-01
    title: { en: A test, fr: Un essai }
    status: law
    jurisdiction: FR
    in-force: { from: 2026-01-01 }
    source: { document: A test }
    parameters:
      limit: { value: 1e25 FLOP, cite: { document: A test, locus: "1", checked: reading } }
    conventions:
      all: { measures: training-compute, cite: { document: A test, locus: "2", checked: reading } }
    articles:
      - id: one
        applies-to: model
        says: { en: A rule., fr: Une règle. }
        cite: { document: A test, locus: "3", checked: reading }
        when: { quantity: { name: training-compute, convention: all, above: $limit } }
        then: { closes: { actions: [use] } }
    """

  static let mistakes: [Mistake] = [
    Mistake(name: "nothing wrong", changes: [], expected: []),
    Mistake(
      name: "unknown condition", changes: [("quantity: {", "quantitty: {")],
      expected: ["unknown-condition:17"]),
    Mistake(
      name: "literal for a parameter", changes: [("above: $limit", "above: 1e25 FLOP")],
      expected: ["literal-in-pack:17"]),
    Mistake(
      name: "unknown parameter", changes: [("above: $limit", "above: $limits")],
      expected: ["unknown-parameter:17"]),
    Mistake(name: "lost exponent", changes: [("1e25 FLOP", "1025")], expected: ["bad-number:9"]),
    Mistake(
      name: "parameter without citation",
      changes: [(#", cite: { document: A test, locus: "1", checked: reading }"#, "")],
      expected: ["uncited:9"]),
    Mistake(
      name: "unknown field", changes: [("applies-to: model", "applies-to: model\n    colour: blue")],
      expected: ["unknown-field:15"]),
    Mistake(
      name: "quantity without a convention", changes: [("convention: all, ", "")],
      expected: ["unknown-definition:13"]),
    Mistake(
      name: "convention of another quantity",
      changes: [("name: training-compute", "name: capability"), ("1e25 FLOP", "1e25 FLOP/s")],
      expected: ["unknown-definition:13"]),
    Mistake(
      name: "key of another measure",
      changes: [("training-compute, cite", "training-compute, statistic: max, cite")],
      expected: ["unknown-field:11"]),
    Mistake(
      name: "word that is not worked out",
      changes: [("measures: training-compute, cite", "measures: training-compute, while: same-place, cite")],
      expected: ["unknown-vocabulary:11"]),
    Mistake(
      name: "method of the order",
      changes: [("training-compute, cite", "training-compute, order: [guessed], cite")],
      expected: ["unknown-word:11"]),
    Mistake(
      name: "persons of a quorum",
      changes: [
        (
          "{ quantity: { name: training-compute, convention: all, above: $limit } }",
          "{ ordered: { kind: ruling, quorum: 2, distinct: person } }"
        )
      ],
      expected: ["unknown-vocabulary:17"]),
    Mistake(
      name: "quorum that is no number",
      changes: [
        (
          "{ quantity: { name: training-compute, convention: all, above: $limit } }",
          "{ ordered: { kind: ruling, quorum: many, distinct: organisation } }"
        )
      ],
      expected: ["bad-number:17"]),
    Mistake(
      name: "form and definitions at once",
      changes: [("convention: all", "convention: some"), ("status: law", "status: law\ncolour: blue")],
      expected: ["unknown-field:5", "unknown-definition:14"]),
    Mistake(name: "unknown action", changes: [("[use]", "[fly]")], expected: ["unknown-word:18"]),
    Mistake(name: "one language", changes: [(", fr: Une règle. }", " }")], expected: ["missing-field:15"]),
    Mistake(
      name: "unknown convention", changes: [("convention: all", "convention: some")],
      expected: ["unknown-definition:13"]),
    Mistake(
      name: "what frees where something binds",
      changes: [
        (
          "{ quantity: { name: training-compute, convention: all, above: $limit } }",
          "{ attested: { kind: permit, decision: granted } }"
        )
      ],
      expected: ["wrong-side:17"]),
    Mistake(
      name: "what binds where something frees",
      changes: [("actions: [use]", "actions: [use], unless: { ordered: { kind: permit } }")],
      expected: ["wrong-side:18"]),
    Mistake(
      name: "what binds and frees at once",
      changes: [("actions: [use] } }", "actions: [use] }, exempts: { from: [one] } }")],
      expected: ["wrong-side:18"]),
    Mistake(
      name: "an exemption from what binds nobody",
      changes: [("closes: { actions: [use] }", "exempts: { from: [one] }")],
      expected: ["wrong-side:13", "undeclared-fall:13"]),
    Mistake(
      name: "a place in a condition",
      changes: [
        (
          "quantity: { name: training-compute, convention: all, above: $limit }",
          "attribute: { key: placed-on-market-in, in: FR }"
        )
      ],
      expected: ["literal-in-pack:17"]),
    Mistake(
      name: "a word out of the vocabulary",
      changes: [
        (
          "quantity: { name: training-compute, convention: all, above: $limit }",
          "attribute: { key: colour, in: [blue] }"
        )
      ],
      expected: ["unknown-vocabulary:17"]),
    Mistake(
      name: "neither date nor adoption", changes: [("in-force: { from: 2026-01-01 }\n", "")],
      expected: ["contradiction:1"]),
  ]

  private func problems(_ files: [String: String]) throws -> [Problem] {
    let folder = try Scratch.folder()
    for (name, text) in files { try Scratch.write(Array(text.utf8), to: "\(folder)/\(name).yaml") }
    do throws(Problems) {
      _ = try Workspace.library(packs: folder)
      return []
    } catch {
      return error.list
    }
  }

  @Test(arguments: mistakes) func message(_ mistake: Mistake) throws {
    var text = Self.right
    for (old, new) in mistake.changes {
      #expect(text.contains(old))
      text = text.replacing(old, with: new)
    }
    let problems = try problems(["pack": text])
    #expect(
      problems.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == mistake.expected,
      "\(problems.map { $0.text(.en) })")
  }

  /// A decision that no act of its kind makes would bind nobody: the dossier is refused.
  @Test(arguments: [
    ("decision: designated", [String]()), ("decision: desginated", ["unknown-vocabulary:5"]),
    ("covers: [weights]", ["unknown-vocabulary:5"]),
  ])
  func decisionsInADossier(_ field: String, _ expected: [String]) throws {
    let folder = try Scratch.folder()
    let text =
      "- dossier: eu\n- party: eu\n  roles: [{ role: european-commission }]\n- artifact: m\n"
      + "- designation: d\n  about: m\n  \(field)\n"
    try Scratch.write(Array(text.utf8), to: "\(folder)/facts.yaml")
    var found: [String] = []
    do throws(Problems) {
      _ = try Workspace(dossier: folder)
    } catch {
      found = error.list.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" }
    }
    #expect(found == expected)
  }

  @Test func twoPacksWithOneIDAndVersion() throws {
    #expect(try problems(["a": Self.right, "b": Self.right]).map(\.code) == [.duplicatePack])
  }

  @Test func twoVersionsOfOnePack() throws {
    #expect(
      try problems([
        "a": Self.right, "b": Self.right.replacing("version: 2026-01-01", with: "version: 2026-06-01"),
      ]).isEmpty)
  }
}
