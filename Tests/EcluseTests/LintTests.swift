import ArgumentParser
import Measures
import RecordsIO
import Testing

@testable import Records
@testable import Regimes
@testable import ecluse

/// What only shows once a pack is looked at whole: each finding has its file, its line and its remedy.
@Suite struct LintTests {
  struct Case: CustomStringConvertible, Sendable {
    let name: String
    /// What replaces what in a pack that is right.
    let changes: [(String, String)]
    let expected: [String]
    /// What the first one says, and what to do.
    var says = ""
    var remedy = ""
    var description: String { name }
  }

  private static let cite = #"cite: { document: A test, locus: "1", checked: reading }"#
  private static let above = "{ quantity: { name: training-compute, convention: all, above: $limit } }"
  private static let below = "{ quantity: { name: training-compute, convention: all, below: $limit } }"
  private static let strong = "{ rating: { axis: autonomy, is: strong } }"
  private static let weak = "{ rating: { axis: autonomy, is: weak } }"

  private static func when(_ condition: String) -> (String, String) {
    ("when: \(above)", "when: \(condition)")
  }

  /// Another article after the first.
  private static func also(_ when: String, _ then: String, on kind: String = "model") -> (String, String) {
    (
      "actions: [use] } }",
      "actions: [use] } }\n  - id: two\n    applies-to: \(kind)\n    says: { en: A rule., fr: Une règle. }\n    \(cite)\n    when: \(when)\n    then: \(then)"
    )
  }

  private static func unless(_ condition: String) -> (String, String) {
    ("actions: [use] }", "actions: [use], unless: \(condition) }")
  }

  private static func duty(_ fields: String) -> (String, String) {
    ("actions: [use] }", "actions: [use] }, obliges: [ { duty: meet, by: developer, \(fields) } ]")
  }

  private static func parameter(_ name: String, _ value: String, _ more: String = "") -> (String, String) {
    ("conventions:", "  \(name): { value: \(value), \(cite)\(more) }\nconventions:")
  }

  /// A scale before the articles, on lines 12 to 16 and those after.
  private static func scale(_ steps: String...) -> (String, String) {
    (
      "articles:",
      "scales:\n  size:\n    applies-to: model\n    \(cite)\n    steps:\n"
        + steps.map { "      - \($0)\n" }.joined() + "articles:"
    )
  }

  static let cases: [Case] = [
    Case(name: "nothing", changes: [], expected: []),
    Case(
      name: "a class that two comparisons exclude",
      changes: [when("{ all: [ \(above), { not: \(above) } ] }")],
      expected: ["unreachable:13", "undeclared-fall:13"]),
    Case(
      name: "above the more and not above the less",
      changes: [
        parameter("less", "1e24 FLOP"),
        when(
          "{ all: [ \(above), { not: { quantity: { name: training-compute, convention: all, above: $less, bound: best } } } ] }"
        ),
      ], expected: ["undeclared-fall:14", "unreachable:14"]),
    Case(
      name: "above the less and below the more is possible",
      changes: [
        parameter("less", "1e24 FLOP"),
        when(
          "{ all: [ { quantity: { name: training-compute, convention: all, above: $less } }, { not: \(above) } ] }"
        ),
      ], expected: ["undeclared-fall:14"]),
    Case(
      name: "what may be changed is ordered with itself alone",
      changes: [
        parameter("less", "1e24 FLOP", ", may-change: { by: adoption }"),
        when(
          "{ all: [ \(above), { not: { quantity: { name: training-compute, convention: all, above: $less } } } ] }"
        ),
      ], expected: ["undeclared-fall:14"]),
    Case(
      name: "rated both ways", changes: [when("{ all: [ \(strong), \(weak) ] }")],
      expected: ["unreachable:13"], says: "No facts can make this condition hold.",
      remedy: "Look for what contradicts what"),
    Case(
      name: "a word and none of the words",
      changes: [
        when(
          "{ all: [ { attribute: { key: generates, in: [language-text, language-audio] } }, { not: { attribute: { key: generates, in: [language-text] } } }, { not: { attribute: { key: generates, in: [language-audio] } } } ] }"
        )
      ], expected: ["unreachable:13"]),
    Case(
      name: "two words of what may have several",
      changes: [
        when(
          "{ all: [ { attribute: { key: generates, in: [language-text] } }, { attribute: { key: generates, in: [language-audio] } } ] }"
        )
      ], expected: []),
    Case(
      name: "before one day and after a later one",
      changes: [
        parameter("early", "2026-01-01"), parameter("late", "2027-01-01"),
        when(
          "{ all: [ { date: { of: self.placed-on-market, before: $early } }, { date: { of: self.placed-on-market, at-or-after: $late } } ] }"
        ),
      ], expected: ["unreachable:15"]),
    Case(
      name: "a member that there is and is not",
      changes: [
        when(
          "{ all: [ { some: { let: o, in: originals } }, { not: { some: { let: o, in: originals } } } ] }\n    antitone-in: originals"
        )
      ], expected: ["unreachable:13"]),
    Case(
      name: "a class that nothing can give",
      changes: [
        when("{ classified: { as: odd } }"),
        also("{ all: [ \(strong), \(weak) ] }", "{ classifies: { as: odd } }"),
      ], expected: ["unreachable:13", "unreachable:19"]),
    Case(
      name: "from after the end of its pack",
      changes: [
        ("in-force: { from: 2026-01-01 }", "in-force: { from: 2026-01-01, to: 2026-12-31 }"),
        parameter("later", "2027-06-01"),
        ("applies-to: model", "applies-to: model\n    in-force: { from: $later }"),
      ], expected: ["unreachable:14"], says: "The article begins on",
      remedy: "Correct the one that is wrong."),
    Case(
      name: "a nexus that nobody has",
      changes: [
        (
          "source:", "nexus: { applies-to: model, when: { all: [ \(strong), \(weak) ] }, \(cite) }\nsource:"
        )
      ], expected: ["unreachable:7"]),
    Case(
      name: "what lifts always",
      changes: [when(strong), unless("{ any: [ \(weak), { not: \(weak) } ] }")],
      expected: ["always-lifted:13"], says: "Whatever the facts are, `closes` is lifted here",
      remedy: "Look for what contradicts what"),
    Case(
      name: "an exemption that always holds",
      changes: [when(strong), also(strong, "{ exempts: { from: [one] } }")], expected: ["always-lifted:13"]),
    Case(
      name: "what lifts never", changes: [when(strong), unless(weak)], expected: ["lifts-nothing:13"],
      says: "under `closes`, never holds when there is something to lift"),
    Case(
      name: "an exemption from nothing",
      changes: [when(strong), also(weak, "{ exempts: { from: [one] } }")], expected: ["lifts-nothing:19"]),
    Case(
      name: "a scale that begins with a condition",
      changes: [scale("LARGE: \(above)")], expected: ["scale-gap:17"],
      says: "what is below LARGE has no tier", remedy: "Let the first step be `{}`"),
    Case(
      name: "a weaker step after a stronger one",
      changes: [
        parameter("more", "1e26 FLOP"),
        scale(
          "SMALL: {}",
          "HUGE: { quantity: { name: training-compute, convention: all, above: $more } }", "LARGE: \(above)"),
      ], expected: ["scale-overlap:19"], says: "HUGE is nobody’s tier",
      remedy: "Put the weaker step first"),
    Case(
      name: "two steps that always hold", changes: [scale("SMALL: {}", "LARGE: {}")],
      expected: ["scale-overlap:17"]),
    Case(
      name: "a step out of reach",
      changes: [scale("SMALL: {}", "ODD: { all: [ \(strong), \(weak) ] }")], expected: ["unreachable:18"]),
    Case(
      name: "steps that add up",
      changes: [scale("SMALL: {}", "STRONG: \(strong)", "LARGE: \(above)")], expected: []),
    Case(
      name: "a step that falls",
      changes: [scale("SMALL: {}", "TINY: \(below)")], expected: ["undeclared-fall:18"]),
    Case(
      name: "a step of itself",
      changes: [scale("SMALL: {}", "LARGE: { tier: { at-least: LARGE } }")], expected: ["loop:18"]),
    Case(
      name: "a seat of a model", changes: [when("{ attribute: { key: seat, in: jurisdiction } }")],
      expected: ["wrong-subject:13"], says: "`seat` is of party; it is asked of model",
      remedy: "Name with `of` what has it"),
    Case(
      name: "a seat of its developer",
      changes: [when("{ attribute: { of: developer, key: seat, in: jurisdiction } }")], expected: []),
    Case(
      name: "a capability of a model",
      changes: [
        parameter("fast", "1e18 FLOP/s"),
        ("\narticles:", "\n  peak: { measures: capability, \(cite) }\narticles:"),
        when("{ quantity: { name: capability, convention: peak, above: $fast } }"),
      ], expected: ["wrong-subject:15"]),
    Case(
      name: "affiliates of a model", changes: [when("{ some: { let: p, in: affiliates } }")],
      expected: ["wrong-subject:13"]),
    Case(
      name: "a class of another kind of thing",
      changes: [
        when("{ classified: { as: known } }"),
        also("{ attribute: { key: seat, in: jurisdiction } }", "{ classifies: { as: known } }", on: "party"),
      ], expected: ["wrong-subject:13", "unreachable:13"]),
    Case(
      name: "a gate that is asked of something else",
      changes: [("applies-to: model", "applies-to: run")], expected: ["wrong-subject:13"],
      says: "The gate `use` stands before model; an article on run never closes it."),
    Case(
      name: "ordered, and no order",
      changes: [
        when("{ ordered: { kind: permit, about: self, decision: granted, by: { role: governor } } }")
      ], expected: ["not-an-order:13"], says: "Records do not know `permit` as an order", remedy: "injunction"
    ),
    Case(
      name: "names of a pack that is not used",
      changes: [when("{ classified: { as: \"eu-ai-act-gpai:gpai-model\" } }")], expected: ["missing-use:13"],
      says: "Names of the pack eu-ai-act-gpai stand here", remedy: "Add eu-ai-act-gpai to `uses`."),
    Case(
      name: "names of a pack that is used",
      changes: [
        ("source:", "uses: [eu-ai-act-gpai]\nsource:"),
        when("{ classified: { as: \"eu-ai-act-gpai:gpai-model\" } }"),
      ], expected: []),
    Case(
      name: "a class that the pack used does not give",
      changes: [
        ("source:", "uses: [eu-ai-act-gpai]\nsource:"),
        when("{ classified: { as: \"eu-ai-act-gpai:no-such\" } }"),
      ], expected: ["unknown-definition:14"]),
    Case(
      name: "a convention without a citation",
      changes: [(#", cite: { document: A test, locus: "2", checked: reading } }"#, " }")],
      expected: ["uncited:11"], says: "cite"),
    Case(
      name: "a convention of nothing known",
      changes: [("measures: training-compute", "measures: training")], expected: ["unknown-word:11"]),
    Case(
      name: "a duty without a clock", changes: [duty("to: public, fulfilled-by: meeting")],
      expected: ["missing-field:18"], says: "due"),
    Case(
      name: "a duty to nobody", changes: [duty("due: standing, fulfilled-by: meeting")],
      expected: ["missing-field:18"], says: "to"),
    Case(
      name: "a duty to an empty list", changes: [duty("to: [], due: standing, fulfilled-by: meeting")],
      expected: ["wrong-type:18"], says: "The list is empty."),
    Case(
      name: "a clock that begins with nothing known",
      changes: [duty("to: public, due: { at: sunrise }, fulfilled-by: meeting")],
      expected: ["unknown-vocabulary:18"], says: "sunrise"),
    Case(
      name: "a period in a clock",
      changes: [duty("to: public, due: { within: 15 days, from: deployed }, fulfilled-by: meeting")],
      expected: ["literal-in-pack:18"], says: "15 days", remedy: "$name"),
    Case(
      name: "a duty that is right", changes: [duty("to: public, due: standing, fulfilled-by: meeting")],
      expected: []),
    Case(
      name: "everything at once",
      changes: [
        when("{ all: [ { attribute: { key: seat, in: FR } }, { ordered: { kind: permit } } ] }"),
        unless("{ attested: { kind: safety-case } }"),
      ],
      expected: [
        "wrong-subject:13", "not-an-order:13", "literal-in-pack:17", "missing-field:18", "missing-field:18",
        "missing-field:18",
      ]),
  ]

  static let remarks: [Case] = [
    Case(
      name: "a parameter that nothing asks for", changes: [parameter("more", "1e26 FLOP")],
      expected: ["unused:10"], says: "Nothing asks for the parameter more.", remedy: "`context: true`"),
    Case(
      name: "a parameter that is only shown",
      changes: [parameter("more", "1e26 FLOP", ", context: true")], expected: []),
    Case(
      name: "a pack that nothing names", changes: [("source:", "uses: [seed-gate-closure]\nsource:")],
      expected: ["unused:1"], says: "Nothing of the pack seed-gate-closure is named here."),
    Case(
      name: "a pack that is not here",
      changes: [
        ("source:", "uses: [elsewhere]\nsource:"), when("{ classified: { as: \"elsewhere:large\" } }"),
      ],
      expected: ["not-loaded:1", "unused:10"], says: "its classes cannot be excluded"),
    Case(
      name: "a declaration where nothing falls",
      changes: [("applies-to: model", "applies-to: model\n    antitone-in: originals")],
      expected: ["needless-antitone:13"], says: "nothing in it falls there", remedy: "Remove `antitone-in`."),
  ]

  /// The findings in a file of that text.
  private func lint(_ changes: [(String, String)]) throws -> (file: String, lint: Lint) {
    var text = BadPacks.right
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let file = "\(try Scratch.folder())/pack.yaml"
    try Scratch.write(Array(text.utf8), to: file)
    let (lint, unreadable) = try Workspace.lint([file])
    #expect(unreadable.isEmpty)
    return (file, lint)
  }

  private func check(_ test: Case, areMistakes: Bool) throws {
    let (file, lint) = try lint(test.changes)
    let found = lint.findings.filter { $0.isMistake == areMistakes }.map(\.problem)
    let shown = "\(found.map { $0.text(.en) })"
    // Two on one line stand in no order that anybody relies on.
    #expect(
      found.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" }.sorted() == test.expected.sorted(), "\(shown)"
    )
    #expect(found.allSatisfy { $0.mark?.file == file }, "\(shown)")
    guard let first = found.first else { return }
    #expect(first.rule.text(.en).contains(test.says), "\(shown)")
    #expect(first.remedy.text(.en).contains(test.remedy) && !first.remedy.text(.fr).isEmpty, "\(shown)")
  }

  @Test(arguments: cases) func mistake(_ test: Case) throws { try check(test, areMistakes: true) }
  @Test(arguments: remarks) func remark(_ test: Case) throws {
    try check(test, areMistakes: false)
    let (_, lint) = try lint(test.changes)
    #expect(lint.findings.allSatisfy { !$0.isMistake })
  }

  /// Of a name that cannot be read, or that no article has, nothing is said that only follows from it.
  @Test(arguments: [
    ("exempts: { from: [test-regime:one] }", "wrong-type"), ("exempts: { from: [three] }", "missing-record"),
    ("defers: { duties-of: [test-regime:one], until: $day }", "wrong-type"),
    ("exempts: { from: [] }", "wrong-type"),
  ])
  func nothingFollows(_ effect: String, _ code: String) throws {
    let (_, lint) = try lint([
      Self.when(Self.strong), Self.also(Self.weak, "{ \(effect) }"), Self.parameter("day", "2026-06-01"),
    ])
    #expect(lint.findings.filter(\.isMistake).map(\.problem.code.rawValue) == [code], "\(lint.findings)")
  }

  /// What the reader refuses, the linter finds as well.
  @Test(arguments: BadPacks.mistakes) func whatTheReaderRefuses(_ mistake: BadPacks.Mistake) throws {
    var text = BadPacks.right
    for (old, new) in mistake.changes { text = text.replacing(old, with: new) }
    let tree = try TextFile.tree(Array(text.utf8), named: "pack.yaml")
    let lint = Lint(
      [.init(tree, digest: "")], beside: [], try Workspace.vocabulary(), try Workspace.places())
    let found = lint.findings.filter(\.isMistake).map {
      "\($0.problem.code.rawValue):\($0.problem.mark?.line ?? 0)"
    }
    #expect(Set(mistake.expected).isSubset(of: found), "\(found)")
  }

  @Test func whatShipsIsRight() throws {
    let (lint, unreadable) = try Workspace.lint([])
    #expect(unreadable.isEmpty && lint.packs.count >= 5)
    #expect(lint.findings.isEmpty, "\(LintReport(lint: lint).text(.en))")
    #expect(LintReport(lint: lint).text(.fr).hasSuffix("rien à redire."))
  }

  /// A file of a pack that ships stands for it; two files may be of one pack.
  @Test func aFileStandsForThePackThatShips() throws {
    for (path, bytes) in ShippedTexts.folder("Packs") {
      let file = "\(try Scratch.folder())/pack.yaml"
      try Scratch.write(bytes, to: file)
      let (lint, _) = try Workspace.lint([file])
      #expect(lint.packs.count == 1 && lint.findings.isEmpty, "\(path): \(LintReport(lint: lint).text(.en))")
    }
  }

  @Test func exitCodes() throws {
    func code(_ arguments: [String]) -> Int32 {
      do {
        var command = try Ecluse.parseAsRoot(["regimes", "lint"] + arguments)
        try command.run()
        return 0
      } catch { return Ecluse.exitCode(for: error).rawValue }
    }
    let folder = try Scratch.folder()
    func file(_ name: String, _ text: String) throws -> String {
      try Scratch.write(Array(text.utf8), to: "\(folder)/\(name)")
      return "\(folder)/\(name)"
    }
    let remark = Self.parameter("more", "1e26 FLOP")
    let right = try file("right.yaml", BadPacks.right.replacing(remark.0, with: remark.1))
    let wrong = try file("wrong.yaml", BadPacks.right.replacing("[use]", with: "[fly]"))
    let broken = try file("broken.yaml", "regime: [")
    #expect(code([right]) == 0 && code(["--format", "json"]) == 0)
    #expect(code([wrong]) == 1 && code([wrong, "--format", "json"]) == 1)
    #expect(code([broken]) == Exit.badInput && code([broken, right]) == Exit.badInput)
    #expect(code(["\(folder)/none.yaml"]) == Exit.inputOutput)
    let (lint, unreadable) = try Workspace.lint([broken])
    #expect(unreadable.count == 1 && lint.findings.isEmpty)
    #expect(LintReport(lint: lint, isWhole: false).text(.en) == "Packs: 0; mistakes: 0; remarks: 0.")
  }

  @Test func asData() throws {
    let (file, lint) = try lint([("[use]", "[use, fly]")])
    let text = LintReport(lint: lint).json.canonical
    #expect(text.contains(#""code":"unknown-word""#) && text.contains(#""line":18"#))
    #expect(text.contains(#""mistake":true"#) && text.contains(file))
  }
}
