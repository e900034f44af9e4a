import Foundation
import Glibc
import Measures
import Testing

@testable import Lineage
@testable import Records
@testable import RecordsIO
@testable import Regimes
@testable import ecluse

/// Mistakes in what people write: each has one message that names the file, the line, the rule and the remedy.
@Suite struct BadInput {
  struct Mistake: CustomStringConvertible, Sendable {
    let name: String
    let text: String
    /// Code and line of every problem, in order.
    let expected: [String]
    var description: String { name }
  }

  static let run =
    "- dossier: acme\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  produces: m\n"

  static let mistakes: [Mistake] = [
    Mistake(name: "unknown field", text: run + "  colour: blue\n", expected: ["unknown-field:6"]),
    Mistake(name: "unknown kind", text: "- dossier: acme\n- artefact: m\n", expected: ["unknown-kind:2"]),
    Mistake(
      name: "missing field", text: "- dossier: acme\n- activity: m/run\n", expected: ["missing-field:2"]),
    Mistake(
      name: "unknown unit", text: run + "  compute: [{ method: reported, value: 3e25 FLOPS }]\n",
      expected: ["bad-unit:6"]),
    Mistake(
      name: "no unit", text: run + "  compute: [{ method: reported, value: 3.8e25 }]\n",
      expected: ["bad-unit:6"]),
    Mistake(
      name: "wrong unit", text: run + "  compute: [{ method: reported, value: 3.8e25 FLOP/s }]\n",
      expected: ["bad-unit:6"]),
    Mistake(
      name: "negative", text: run + "  compute: [{ method: reported, value: -3e25 FLOP }]\n",
      expected: ["bad-number:6"]),
    Mistake(
      name: "overflow", text: run + "  compute: [{ method: reported, value: 3e40 FLOP }]\n",
      expected: ["overflow:6"]),
    // The figure fits; half a unit of its last digit more does not.
    Mistake(
      name: "overflow of a bound", text: run + "  compute: [{ method: reported, value: 3.4e38 FLOP }]\n",
      expected: ["overflow:6"]),
    Mistake(
      name: "money finer than its smallest unit",
      text:
        "- dossier: acme\n- party: acme\n- revenue: y\n  about: acme\n  year: 2025\n  amount: 12.345 EUR\n- revenue: z\n  about: acme\n  year: 2026\n  amount: 0.5 JPY\n",
      expected: ["bad-number:6", "bad-number:10"]),
    Mistake(
      name: "overflow in a formula",
      text: run + "  compute: [{ method: counted, parameters: 9e30, tokens: 9e30 }]\n",
      expected: ["overflow:6"]),
    Mistake(
      name: "lost superscripts",
      text: run
        + "  compute:\n    - { method: reported, value: 10<sup>27</sup> FLOP }\n    - { method: reported, value: 1025 }\n    - { method: reported, value: 1025 FLOP }\n    - { method: reported, value: 10^25 FLOP }\n    - { method: reported, value: 10²⁵ FLOP }\n",
      expected: ["bad-number:7", "bad-number:8", "bad-number:9", "bad-number:10", "bad-number:11"]),
    Mistake(
      name: "missing artifact", text: run + "  uses: [{ artifact: base, as: base-weights }]\n",
      expected: ["missing-record:6"]),
    Mistake(
      name: "missing public artifact",
      text: run + "  uses: [{ artifact: public:lama-3.1-405b, as: base-weights }]\n",
      expected: ["missing-record:6"]),
    Mistake(
      name: "self-link", text: run + "  uses: [{ artifact: m, as: base-weights }]\n", expected: ["cycle:6"]),
    Mistake(
      name: "cycle",
      text: run
        + "  uses: [{ artifact: n, as: base-weights }]\n- artifact: n\n- activity: n/run\n  kind: merge\n  produces: n\n  uses: [{ artifact: m, as: merged }]\n",
      expected: ["cycle:6"]),
    Mistake(
      name: "duplicate", text: "- dossier: acme\n- artifact: m\n- artifact: m\n  type: dataset\n",
      expected: ["duplicate-record:3"]),
    Mistake(
      name: "another's namespace", text: "- dossier: acme\n- artifact: meta:m\n", expected: ["foreign-name:2"]
    ),
    Mistake(
      name: "the program's namespace", text: "- dossier: public\n- artifact: m\n",
      expected: ["foreign-name:1"]),
    Mistake(name: "no such day", text: run + "  from: 2026-02-30\n", expected: ["bad-date:6"]),
    Mistake(
      name: "revision gap", text: "- dossier: acme\n- artifact: m\n  revision: 3\n- artifact: m\n",
      expected: ["revision-gap:3"]),
    Mistake(
      name: "correction without reason",
      text: "- dossier: acme\n- artifact: m\n- artifact: m\n  revision: 2\n  replaces: 1\n",
      expected: ["missing-field:3"]),
    Mistake(
      name: "unknown place", text: "- dossier: acme\n- party: acme\n  seat: UK\n",
      expected: ["unknown-place:3"]),
    Mistake(
      name: "unknown word", text: run.replacing("pretraining", with: "pre-training"),
      expected: ["unknown-word:4"]),
    Mistake(
      name: "utilisation above one",
      text: run + "  compute: [{ method: hardware, chips: 8 x h100-sxm, hours: 10, utilisation: 1.2 }]\n",
      expected: ["contradiction:6"]),
    Mistake(
      name: "unknown accelerator",
      text: run + "  compute: [{ method: hardware, chips: 8 x h1000, hours: 10, utilisation: 0.4 }]\n",
      expected: ["unknown-word:6"]),
    Mistake(
      name: "bounds reversed",
      text: run + "  compute: [{ method: reported, value: 2e25 FLOP, high: 1e25 FLOP }]\n",
      expected: ["contradiction:6"]),
    Mistake(name: "no dossier line", text: "- artifact: m\n", expected: ["no-namespace:1"]),
    Mistake(name: "not a list", text: "dossier: acme\n", expected: ["wrong-type:1"]),
    Mistake(
      name: "duplicate key", text: "- dossier: acme\n- artifact: m\n  name: a\n  name: b\n",
      expected: ["syntax:3"]),
    Mistake(name: "broken YAML", text: "- dossier: acme\n- artifact: [m\n", expected: ["syntax:3"]),
    Mistake(name: "two documents", text: "- dossier: acme\n---\n- artifact: m\n", expected: ["syntax:3"]),
    Mistake(
      name: "aliases that explode",
      text:
        "- &a [x, x, x, x, x, x, x, x, x]\n- &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n- &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n- [*c, *c, *c, *c, *c, *c, *c, *c]\n",
      expected: ["too-large:1"]),
    Mistake(
      name: "to before from", text: run + "  from: 2026-05-01\n  to: 2026-04-01\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "window reversed",
      text: run + "  rate:\n    - { from: 2026-01-02, to: 2026-01-01, value: 1e18 FLOP/s }\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "rate outside its bounds",
      text: run
        + "  rate:\n    - { from: 2026-01-01, to: 2026-01-02, value: 2e18 FLOP/s, high: 1e18 FLOP/s }\n    - { from: 2026-01-01, to: 2026-01-02, value: 2e18 FLOP/s, low: 3e18 FLOP/s }\n",
      expected: ["contradiction:7", "contradiction:8"]),
    Mistake(
      name: "same-as of one", text: run + "- same-as: s\n  names: [m]\n", expected: ["contradiction:7"]),
    Mistake(
      name: "same-as of one twice", text: run + "- same-as: s\n  names: [m, acme:m]\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "same-as of two kinds", text: run + "- same-as: s\n  names: [m, m/run]\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "independence of one",
      text: run + "- independence-claim: s\n  between: m/run\n  reason: x\n  made-by: y\n",
      expected: ["contradiction:7"]),
    Mistake(
      name: "withdrawal of itself", text: run + "- withdrawal: w\n  of: w\n", expected: ["contradiction:7"]),
    Mistake(name: "complete what", text: run + "  complete: [usess]\n", expected: ["unknown-word:6"]),
    Mistake(
      name: "accelerators of a cluster", text: run + "- cluster: c\n  devices: [{ chips: 8 x h100-smx }]\n",
      expected: ["unknown-word:7"]),
    Mistake(
      name: "too many accelerators", text: run + "- cluster: c\n  devices: [{ chips: 3e37 x h100-sxm }]\n",
      expected: ["overflow:7"]),
    Mistake(name: "a figure alone", text: run + "  compute: 3e25 FLOP\n", expected: ["wrong-type:6"]),
    Mistake(name: "a use alone", text: run + "  uses: m\n", expected: ["wrong-type:6"]),
    Mistake(
      name: "field of another method",
      text: run + "  compute: [{ method: reported, value: 3e25 FLOP, tokens: 1e12 }]\n",
      expected: ["unknown-field:6"]),
    Mistake(name: "digest", text: run + "- artifact: n\n  digest: sha256:12\n", expected: ["wrong-type:7"]),
    Mistake(
      name: "nesting",
      text: run + "  note: \(String(repeating: "[", count: 99))\(String(repeating: "]", count: 99))\n",
      expected: ["too-large:6"]),
    Mistake(
      name: "nesting that the YAML reader refuses itself",
      text: run + "  note: \(String(repeating: "[", count: 2000))\n", expected: ["too-large:6"]),
    Mistake(name: "NUL", text: run + "  note: a\0b\n", expected: ["syntax:6"]),
    Mistake(
      name: "title", text: "- dossier: acme\n  title: plain\n- artifact: m\n", expected: ["wrong-type:2"]),
    Mistake(
      name: "several at once",
      text: run + "  from: 2026-02-30\n  colour: blue\n  compute: [{ method: reported, value: 1e25 }]\n",
      expected: ["bad-date:6", "unknown-field:7", "bad-unit:8"]),
  ]

  /// Only what such a record may change is proposed, and accelerators whose name it begins.
  @Test func whatIsProposed() throws {
    func remedies(_ text: String) throws -> [String] {
      let folder = try Scratch.folder()
      try Scratch.write(Array((Self.run + text).utf8), to: "\(folder)/facts.yaml")
      return problems(folder).map { $0.remedy.text(.en) }
    }
    let adoption =
      "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters: { zz: 1 }\n"
    let all = "Write one of: custodian-period, home, phase-in, safe-harbour-factor."
    #expect(try remedies(adoption) == [all])
    #expect(try remedies(adoption.replacing("zz: 1", with: "training-cap: 1e20 FLOP")) == [all])
    #expect(
      try remedies("- cluster: c\n  devices: [{ chips: 8 x b200 }]\n") == ["Did you mean b200-sxm?"])
  }

  @Test(arguments: mistakes + decisions + quantities) func message(_ mistake: Mistake) throws {
    let folder = try Scratch.folder()
    try Scratch.write(Array(mistake.text.utf8), to: "\(folder)/facts.yaml")
    let problems = problems(folder)
    #expect(
      problems.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == mistake.expected,
      "\(problems.map { $0.text(.en) })")
    for problem in problems {
      #expect(problem.mark?.file.hasSuffix("facts.yaml") == true)
      #expect(!problem.rule.text(.fr).isEmpty && !problem.remedy.text(.fr).isEmpty)
      #expect(problem.text(.en) != problem.text(.fr))
    }
  }

  private func problems(_ folder: String) -> [Problem] {
    do throws(Problems) {
      let workspace = try Workspace(dossier: folder)
      _ = try workspace.graph(asOf: Laws.asOf, knownAt: nil)
      return []
    } catch {
      return error.list
    }
  }

  @Test func cycleIsPrintedAsAPath() throws {
    let folder = try Scratch.folder()
    let cycle = try #require(Self.mistakes.first { $0.name == "cycle" })
    try Scratch.write(Array(cycle.text.utf8), to: "\(folder)/facts.yaml")
    #expect(problems(folder).first?.text(.en).contains("acme:m/run → acme:n/run → acme:m/run") == true)
  }

  @Test func notUTF8() throws {
    let folder = try Scratch.folder()
    try Scratch.write(
      Array("- dossier: acme\n- artifact: m\n  name: caf".utf8) + [0xE9, 0x0A], to: "\(folder)/facts.yaml")
    #expect(problems(folder).map(\.code) == [.notUTF8])
  }

  @Test func tooLargeIsRefusedBeforeItIsRead() throws {
    let folder = try Scratch.folder()
    try Scratch.write([], to: "\(folder)/facts.yaml")
    #expect(truncate("\(folder)/facts.yaml", off_t(TextFile.maximumSize) + 1) == 0)
    #expect(problems(folder).map(\.code) == [.tooLarge])
  }

  @Test func folderThatCannotBeRead() {
    #expect(problems("/nonexistent/dossier").map(\.code) == [.unreadable])
  }

  @Test func aDeviceIsNotAFile() throws {
    let folder = try Scratch.folder()
    #expect(symlink("/dev/zero", "\(folder)/facts.yaml") == 0)
    #expect(problems(folder).map(\.code) == [.unreadable])
  }

  static let jsonMistakes: [(String, String)] = [
    (#"[{"dossier":"acme"},{"artifact":"m","artifact":"n"}]"#, "duplicate key"),
    (#"[{"dossier":"acme"}"#, "end of the list"),
    (#"[{"dossier":"acme"}] []"#, "text after the document"), (#"[{"dossier":null}]"#, "null"),
    (#"["\ud800"]"#, "lone surrogate"),
    (#"[01]"#, "unexpected text"),
  ]

  @Test(arguments: jsonMistakes) func jsonSyntax(_ text: String, _ expected: String) {
    do throws(Problems) {
      _ = try JSONReader.read(Array(text.utf8), file: "facts.json")
      Issue.record("accepted")
    } catch {
      #expect(error.list[0].code == .syntax)
      #expect(error.list[0].text(.en).contains(expected))
    }
  }

  @Test func jsonThatNestsTooDeep() {
    let text = String(repeating: "[", count: 100)
    #expect { try JSONReader.read(Array(text.utf8), file: "facts.json") } throws: { error in
      (error as? Problems)?.list.map(\.code) == [.tooLarge]
    }
  }

  /// The remedy for a lost superscript has factor and unit.
  @Test(arguments: [
    ("10^27 FLOP", "Write 1e27 FLOP."), ("3.8×10^25 FLOP", "Write 3.8e25 FLOP."),
    ("1025 FLOP", "Write 1e25 FLOP."),
    ("10<sup>27</sup>", "Write 1e27 FLOP."),
    ("10^20 PFLOP", "Write 1e20 PFLOP."), ("3e25 FLOPs", "Write “3e25 FLOP”."),
    ("3e25 flop", "Write “3e25 FLOP”."), ("10 PFLOP/s-day", "Write “10 PFLOP/s-days”."),
    ("10 PFLOPS-days", "Write “10 PFLOP/s-days”."),
    ("100 ZFLOPS", "Write “100 ZFLOP” if it is an amount, “100 ZFLOP/s” if it is a rate."),
    ("1025 FLOPs", "Write 1e25 FLOP."), ("10^25 FLOPs", "Write 1e25 FLOP."),
    (
      "1e3 PFLOP/s-hours",
      "Convert it to one of these units: FLOP, MFLOP, GFLOP, TFLOP, PFLOP, EFLOP, ZFLOP, YFLOP, PFLOP/s-days."
    ),
  ])
  func remedies(_ value: String, _ remedy: String) throws {
    let folder = try Scratch.folder()
    try Scratch.write(
      Array((Self.run + "  compute: [{ method: reported, value: \(value) }]\n").utf8),
      to: "\(folder)/facts.yaml")
    #expect(problems(folder).map { $0.remedy.text(.en) } == [remedy])
  }

  /// A length of time that is none is told as such.
  @Test(arguments: [
    ("99999999999999999999 years", "overflow", "is longer than can be counted"),
    ("1.5 years", "bad-number", "is not a whole number of a unit of time"),
    ("-1 days", "bad-number", "is negative"),
    ("1e25 FLOP", "wrong-type", "is not of the sort of the parameter"),
    ("soon", "wrong-type", "is not of the sort of the parameter"),
  ])
  func lengthsOfTime(_ value: String, _ code: String, _ said: String) throws {
    let folder = try Scratch.folder()
    let text =
      Self.run
      + "- adoption: a\n  regime: seed-gate-closure\n  activation: 2026-01-01\n  parameters:\n    phase-in: \(value)\n"
    try Scratch.write(Array(text.utf8), to: "\(folder)/facts.yaml")
    let found = problems(folder)
    #expect(found.map { "\($0.code.rawValue):\($0.mark?.line ?? 0)" } == ["\(code):10"])
    #expect(found.allSatisfy { $0.text(.en).contains(said) }, "\(found.map { $0.text(.en) })")
  }

  /// A field that is near another is taken for it; else the fields of the kind are named.
  @Test(arguments: [
    ("nmae: x", "Did you mean name?", "Vouliez-vous dire name\u{202F}?"),
    (
      "zzzzzz: x", "Remove it, or take one of the fields in `ecluse kinds artifact`.",
      "Retirez-le, ou prenez l’un des champs que donne `ecluse kinds artifact`."
    ),
  ])
  func unknownFields(_ line: String, _ english: String, _ french: String) throws {
    let folder = try Scratch.folder()
    try Scratch.write(Array("- dossier: acme\n- artifact: m\n  \(line)\n".utf8), to: "\(folder)/facts.yaml")
    let found = problems(folder)
    #expect(found.map { $0.remedy.text(.en) } == [english] && found.map { $0.remedy.text(.fr) } == [french])
    #expect(found.allSatisfy { $0.rule.text(.fr).hasSuffix("n’est pas un champ du genre artifact.") })
  }

  @Test func jsonAndYAMLAreTheSameRecords() throws {
    let yaml = try Scratch.folder()
    let json = try Scratch.folder()
    try Scratch.write(
      Array((Self.run + "  compute: [{ method: reported, value: 3.8e25 FLOP }]\n").utf8),
      to: "\(yaml)/facts.yaml")
    let text =
      #"[{"dossier":"acme"},{"artifact":"m"},{"activity":"m/run","kind":"pretraining","produces":"m","compute":[{"method":"reported","value":"3.8e25 FLOP"}]}]"#
    try Scratch.write(Array(text.utf8), to: "\(json)/facts.json")
    #expect(try Workspace(dossier: yaml).dossier?.records == Workspace(dossier: json).dossier?.records)
  }
}

/// Folders for one test, in one that is gone when the tests have ended.
enum Scratch {
  private static let root: String? = {
    atexit {
      if let root = Scratch.root { try? FileManager.default.removeItem(atPath: root) }
    }
    return made(in: "/tmp/ecluse-test-XXXXXX")
  }()

  private static func made(in template: String) -> String? {
    var template = Array(template.utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) }
    }
  }

  static func folder() throws -> String {
    guard let root, let folder = made(in: "\(root)/XXXXXX") else { throw Problems([]) }
    return folder
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw Problems([]) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Problems([]) }
  }
}
