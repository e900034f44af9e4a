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

  private static let cite = #"cite: { document: A test, locus: "1", checked: reading }"#
  private static let second = right.split(separator: "\n").suffix(6).joined(separator: "\n")
  private static let ten = ("conventions:", "  ten: { value: 10, \(cite) }\nconventions:")

  /// A scale before the articles.
  private static func scale(_ steps: String..., more: String = "") -> String {
    "scales:\n  a:\n    applies-to: model\n    \(cite)\n    steps: [\(steps.map { "{ \($0): {} }" }.joined(separator: ", "))]\n"
      + more
  }

  /// A parameter that is a tenth of another.
  private static func derived(_ name: String, of other: String) -> (String, String) {
    ("conventions:", "  \(name): { value: { of: $\(other), divided-by: $ten }, \(cite) }\nconventions:")
  }

  /// What lifts the closure.
  private static func unless(_ fields: String) -> (String, String) {
    ("actions: [use]", "actions: [use], unless: { attested: { kind: safety-case, \(fields) } }")
  }

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
          "{ attested: { kind: permit, about: self, decision: granted, by: { role: authority } } }"
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
      name: "two articles of one name", changes: [(right, right + "\n" + second)],
      expected: ["duplicate-record:19"]),
    Mistake(
      name: "a step twice", changes: [("articles:", scale("NR-0", "NR-0") + "articles:")],
      expected: ["duplicate-record:16"]),
    Mistake(
      name: "a step of two scales",
      changes: [
        (
          "articles:",
          scale(
            "NR-0", "NR-1",
            more:
              "  b: { applies-to: model, cite: { document: A test, locus: \"1\", checked: reading }, steps: [{ NR-1: {} }] }\n"
          ) + "articles:"
        )
      ],
      expected: ["duplicate-record:17"]),
    Mistake(
      name: "derived from itself", changes: [derived("cap", of: "cap"), ten], expected: ["loop:10"]),
    Mistake(
      name: "derived from each other",
      changes: [derived("cap", of: "caps"), derived("caps", of: "cap"), ten],
      expected: ["loop:10"]),
    Mistake(
      name: "divided by itself",
      changes: [
        ("conventions:", "  cap: { value: { of: $limit, divided-by: $cap }, \(cite) }\nconventions:")
      ],
      expected: ["loop:10"]),
    Mistake(
      name: "derived from what is derived",
      changes: [derived("cap", of: "caps"), derived("caps", of: "limit"), ten],
      expected: ["wrong-type:10"]),
    Mistake(
      name: "divided by nothing",
      changes: [
        derived("cap", of: "limit"), ("conventions:", "  ten: { value: 0, \(cite) }\nconventions:"),
      ], expected: ["bad-number:10"]),
    Mistake(
      name: "lost superscript with its unit", changes: [("1e25 FLOP", "1025 FLOP")],
      expected: ["bad-number:9"]),
    Mistake(
      name: "lost superscript of a rate", changes: [("1e25 FLOP", "1020 FLOP/s")], expected: ["bad-number:9"]),
    Mistake(name: "markup", changes: [("1e25 FLOP", "10<sup>27</sup> FLOP")], expected: ["bad-number:9"]),
    Mistake(name: "negative", changes: [("1e25 FLOP", "-1e27 FLOP")], expected: ["bad-number:9"]),
    Mistake(name: "overflow", changes: [("1e25 FLOP", "1e39 FLOP")], expected: ["overflow:9"]),
    Mistake(name: "unknown unit", changes: [("1e25 FLOP", "1e25 FLOPS")], expected: ["bad-unit:9"]),
    Mistake(
      name: "lost superscript of a floor", changes: [("1e25 FLOP,", "1e25 FLOP, at-least: 1024 FLOP,")],
      expected: ["bad-number:9"]),
    Mistake(
      name: "negative floor", changes: [("1e25 FLOP,", "1e25 FLOP, at-least: -1 FLOP,")],
      expected: ["bad-number:9"]),
    Mistake(
      name: "below its own floor", changes: [("1e25 FLOP,", "1e25 FLOP, at-least: 1e26 FLOP,")],
      expected: ["contradiction:9"]),
    Mistake(
      name: "shown about anything", changes: [unless("decision: approved, by: { role: authority }")],
      expected: ["missing-field:18"]),
    Mistake(
      name: "shown whatever was decided", changes: [unless("about: self, by: { role: authority }")],
      expected: ["missing-field:18"]),
    Mistake(
      name: "shown by anybody", changes: [unless("about: self, decision: approved")],
      expected: ["missing-field:18"]),
    Mistake(
      name: "shown as it must be",
      changes: [unless("about: self, decision: approved, by: { role: authority }")], expected: []),
    Mistake(
      name: "a name that means something",
      changes: [
        (
          "{ quantity: { name: training-compute, convention: all, above: $limit } }",
          "{ some: { let: self, in: originals } }"
        )
      ], expected: ["bad-name:17"]),
    Mistake(
      name: "one name within itself",
      changes: [
        (
          "{ quantity: { name: training-compute, convention: all, above: $limit } }",
          "{ some: { let: o, in: deployments, such-that: { some: { let: o, in: runs } } } }"
        )
      ], expected: ["bad-name:17"]),
    Mistake(
      name: "an empty list",
      changes: [
        ("{ quantity: { name: training-compute, convention: all, above: $limit } }", "{ all: [] }")
      ], expected: ["wrong-type:17"]),
    Mistake(
      name: "version of nothing", changes: [("version: 2026-01-01", "version: \"\"")],
      expected: ["missing-field:2"]),
    Mistake(
      name: "citation of nothing", changes: [(#"locus: "3""#, #"locus: " ""#)],
      expected: ["missing-field:16"]),
    Mistake(
      name: "an end before its beginning",
      changes: [("{ from: 2026-01-01 }", "{ from: 2026-01-01, to: 2025-01-01 }")],
      expected: ["contradiction:6"]),
    Mistake(
      name: "signs that steer a terminal",
      changes: [
        ("en: A rule.", #"en: "A \e[31m rule.""#), (#"locus: "2""#, #"locus: "\u202E2""#),
        ("status: law", #"status: "\u009Blaw""#), ("id: one", #""id\u2066": one"#),
      ], expected: ["wrong-type:4", "wrong-type:11", "wrong-type:13", "wrong-type:15"]),
    Mistake(
      name: "signs that do not show", changes: [("en: A rule.", "en: \"A ru\\u200Ble.\"")],
      expected: ["wrong-type:15"]),
    Mistake(
      name: "an article that does nothing", changes: [("{ closes: { actions: [use] } }", "{}")],
      expected: ["missing-field:18"]),
    Mistake(
      name: "a period of too many years", changes: [("1e25 FLOP", "99999999999999999999 years")],
      expected: ["overflow:9"]),
    Mistake(
      name: "a part of a year", changes: [("1e25 FLOP", "1.5 years")], expected: ["bad-number:9"]),
    Mistake(name: "a day before", changes: [("1e25 FLOP", "-1 days")], expected: ["bad-number:9"]),
    Mistake(
      name: "a dossier", changes: [(right, "- dossier: acme\n- artifact: m")], expected: ["wrong-type:1"]),
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

  /// The remedy is that of dossiers; an empty list is called so.
  @Test(arguments: [
    ("1e25 FLOP", "10<sup>27</sup> FLOP", "Write 1e27 FLOP."), ("1e25 FLOP", "1027 FLOP", "Write 1e27 FLOP."),
    ("1e25 FLOP", "1020 FLOP/s", "Write 1e20 FLOP/s."), ("1e25 FLOP", "-1e27 FLOP", "is negative"),
    ("1e25 FLOP", "1e39 FLOP", "does not fit in 128 bits"), ("[use]", "[]", "The list is empty."),
    ("1e25 FLOP", "100 ZFLOPS", "Write “100 ZFLOP” if it is an amount, “100 ZFLOP/s” if it is a rate."),
    ("1e25 FLOP", "1e3 PFLOP/s-hours", "Convert it to one of these units: FLOP, "),
    (
      "convention: all,", "convention: all, since: $limit,",
      "one.when.quantity.since: “$limit” is not a path: the subject, something of it, or a name given by `let`. Write one of: developer, model, provider, self."
    ),
    (
      "actions: [use]",
      "actions: [use], unless: { attested: { kind: safety-case, about: self, by: { role: authority }, decision: approved, quorum: 0, distinct: organisation } }",
      "“0” is not a quorum"
    ),
  ])
  func remedies(_ old: String, _ new: String, _ said: String) throws {
    let found = try problems(["pack": Self.right.replacing(old, with: new)])
    #expect(found.count == 1 && found[0].text(.en).contains(said), "\(found.map { $0.text(.en) })")
  }

  /// JSON lets through what YAML refuses as it stands.
  @Test func signsInJSON() throws {
    let folder = try Scratch.folder()
    let text = "{\n  \"regime\": \"r\",\n  \"title\": { \"en\": \"a \u{202E} b\" }\n}"
    try Scratch.write(Array(text.utf8), to: "\(folder)/pack.json")
    let found = #expect(throws: Problems.self) { try Workspace.library(packs: folder) }
    let signs = found?.list.filter { $0.field == "title.en" } ?? []
    #expect(signs.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == ["wrong-type:3"])
    #expect(
      signs[0].text(.en).contains("a \\u{202e} b") && signs[0].text(.fr).contains("Retirez ces signes."))
  }

  @Test func loopsAreShown() throws {
    var text = Self.right
    for (old, new) in [Self.derived("cap", of: "caps"), Self.derived("caps", of: "cap"), Self.ten] {
      text = text.replacing(old, with: new)
    }
    let found = try problems(["pack": text])
    #expect(found.map { $0.rule.text(.en) } == ["Parameters are derived from themselves: cap → caps → cap."])
  }

  /// A decision that no act of its kind makes would bind nobody: the dossier is refused.
  @Test(arguments: [
    ("decision: designated", [String]()), ("decision: desginated", ["unknown-vocabulary:7"]),
    ("covers: [weights]", ["unknown-vocabulary:7"]),
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
    let found = try problems(["a": Self.right, "b": "# Again\n" + Self.right])
    #expect(found.map(\.code) == [.duplicatePack])
    // It points at the line that names the pack.
    #expect(found.first?.mark?.line == 2)
  }

  @Test func twoVersionsOfOnePack() throws {
    #expect(
      try problems([
        "a": Self.right, "b": Self.right.replacing("version: 2026-01-01", with: "version: 2026-06-01"),
      ]).isEmpty)
  }
}
