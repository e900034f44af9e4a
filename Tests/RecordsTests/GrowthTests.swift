import Measures
import TestSupport
import Testing

@testable import Records

/// Compute that was stated may grow by a change; whatever else becomes of it is a correction.
@Suite struct GrowthTests {
  private static let run =
    "- activity: r\n  kind: pretraining\n  by: acme\n  from: 2026-01-01\n  state: running\n"
  private static let others = "- dossier: acme\n- party: acme\n"

  private func rewrites(_ before: String, _ after: String, _ head: String = run) throws -> Bool {
    let field = { (text: String) in "  compute: [\(text)]\n" }
    let text =
      Self.others + (head == Self.run ? "" : Self.run) + head + field(before) + head + field(after)
      + "  revision: 2\n  valid: { from: 2026-03-01 }\n"
    return try !Dossier(text).facts().uncorrected.isEmpty
  }

  private static let told = "{ method: telemetry, value: 1.0e24 FLOP }"
  private static let bounded = "{ method: reported, value: 2e24 FLOP, low: 1e24 FLOP, high: 9e24 FLOP }"
  private static let counted =
    "{ method: counted, parameters: { low: 1e9, best: 2e9, high: 4e9 }, tokens: 1e12, per-token: 5 }"
  private static let measured =
    "{ method: hardware, chips: 64 x h100-sxm, hours: 100, precision: bf16, utilisation: 0.4 }"
  private static let mean = "{ method: geometric-mean, of: [\(told), \(bounded)] }"

  @Test(arguments: [
    (told, ["1.0e24", "1.1e24"]), (told, ["telemetry", "telemetry, source: the report of March"]),
    (bounded, ["value: 2e24", "value: 3e24"]), (bounded, ["low: 1e24", "low: 2e24"]),
    (bounded, ["high: 9e24", "high: 1e25"]),
    (bounded, ["low: 1e24", "low: 1.5e24", "value: 2e24", "value: 8e24"]),
    (counted, ["1e12", "3e12"]), (counted, ["low: 1e9", "low: 2e9"]), (counted, [", high: 4e9", ""]),
    (measured, ["hours: 100", "hours: 744"]), (measured, ["64 x", "128 x"]),
    (measured, ["hours: 100", "hours: 744", "0.4", "0.38"]),
    (mean, ["1.0e24", "1.2e24", "9e24", "9.5e24"]),
  ])
  func grows(_ before: String, _ edits: [String]) throws {
    #expect(try !rewrites(before, Self.edited(before, edits)))
  }

  @Test(arguments: [
    // Less, or no more than the coarser figure says.
    (told, ["1.0e24", "9.9e23"]), (told, ["1.0e24", "1e24"]),
    (told, ["1.0e24 FLOP", "1e25 FLOP, low: 2e24 FLOP"]),
    // Bounds that fall, or come where none were.
    (bounded, ["high: 9e24", "high: 8e24"]),
    (bounded, ["low: 1e24", "low: 5e23", "value: 2e24", "value: 8e24"]),
    (bounded, ["value: 2e24 FLOP, ", ""]), (bounded, [", high: 9e24 FLOP", ""]),
    (bounded, ["low: 1e24", "low: 2e24", "high: 9e24", "high: 8.9e24"]),
    ("{ method: reported, low: 1e24 FLOP }", ["}", ", high: 9e25 FLOP }"]),
    ("{ method: reported, low: 1e24 FLOP }", ["low: 1e24", "value: 9e24 FLOP, low: 1e24"]),
    // Another method, book, precision, accelerator or unit.
    (told, ["telemetry", "reported", "1.0e24", "2.0e24"]),
    (told, ["telemetry", "telemetry, book: ground-truth", "1.0e24", "2.0e24"]),
    (told, ["1.0e24 FLOP", "1.0e24 MFLOP", "1.0e24", "1.0e17"]),
    (measured, ["bf16", "fp8", "hours: 100", "hours: 900"]),
    (measured, ["64 x h100-sxm", "99 x a100-80"]), (measured, ["hours: 100", "days: 100"]),
    (measured, ["precision: bf16, ", "", "hours: 100", "hours: 900"]),
    // A factor that falls further than another grows, or that nothing makes up for.
    (measured, ["hours: 100", "hours: 110", "0.4", "0.3"]), (measured, ["64 x", "63 x", "0.4", "0.9"]),
    (counted, ["best: 2e9, ", ""]), (counted, ["best: 2e9", "best: 1.5e9"]),
    (counted, ["high: 4e9", "high: 3e9"]),
    (counted, ["parameters: { low: 1e9, best: 2e9, high: 4e9 }", "parameters: 3e9"]),
    (counted, ["1e12", "2e12", ", per-token: 5", ""]), (counted, ["1e12", "2e12, epochs: 1"]),
    (mean, ["1.0e24", "5e24", "9e24", "8.9e24"]),
    // Another estimate dropped, added, or beside it.
    ("\(told), \(bounded)", [", \(bounded)", "", "1.0e24", "8e24"]),
    (told, [told, "\(told), \(bounded)"]), (told, [told, ""]),
    ("\(told), \(bounded)", ["1.0e24", "1.9e24"]),
  ])
  func doesNot(_ before: String, _ edits: [String]) throws {
    #expect(try rewrites(before, Self.edited(before, edits)))
  }

  private static func edited(_ text: String, _ edits: [String]) -> String {
    stride(from: 0, to: edits.count, by: 2).reduce(text) { $0.replacing(edits[$1], with: edits[$1 + 1]) }
  }

  /// An estimate that has a record of its own is one too.
  @Test func estimates() throws {
    let head = "- estimate: e\n  about: r\n"
    #expect(try !rewrites(Self.told, Self.edited(Self.told, ["1.0e24", "2.0e24"]), head))
    #expect(try rewrites(Self.told, Self.edited(Self.told, ["1.0e24", "1.0e23"]), head))
    #expect(try rewrites(Self.told, Self.told + "\n  ", head + "  with-access: yes\n") == false)
    let text = { (access: String) in head + access + "  compute: [\(Self.told)]\n" }
    let dossier = try Dossier(
      Self.others + Self.run + text("  with-access: yes\n") + text("")
        + "  revision: 2\n  valid: { from: 2026-03-01 }\n")
    #expect(try !dossier.facts().uncorrected.isEmpty)
  }

  /// What grew and then fell is seen against the most that was said, not against the first.
  @Test func thereAndBack() throws {
    func said(_ amounts: [String]) throws -> [Int?] {
      var text = Self.others
      for (index, amount) in amounts.enumerated() {
        text += Self.run + "  compute: [{ method: telemetry, value: \(amount) FLOP }]\n"
        text += "  revision: \(index + 1)\n" + (index > 0 ? "  valid: { from: 2026-0\(index + 1)-01 }\n" : "")
      }
      return try Dossier(text).facts().uncorrected.values.map { $0?.revision }
    }
    #expect(try said(["1.0e24", "2.0e24", "3.0e24", "4.0e24"]) == [])
    #expect(try said(["1.0e24", "9.0e24", "1.1e24"]) == [2])
    #expect(try said(["1.0e24", "9.0e24", "1.1e24", "5.0e24"]) == [2])
    #expect(try said(["1.0e24", "9.0e24", "1.1e24", "9.5e24"]) == [])
  }
}
