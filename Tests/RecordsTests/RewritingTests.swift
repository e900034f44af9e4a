import Measures
import TestSupport
import Testing

@testable import Records

/// What a change may say anew, and what only a correction may.
@Suite struct RewritingTests {
  private static let others =
    "- dossier: acme\n- party: acme\n- artifact: n\n- artifact: big\n- artifact: small\n"
  private static let run = "- activity: r\n  kind: fine-tuning\n  by: acme\n  produces: n\n"
  private static let year = "  stated: 2025-10-01\n  from: 2026-01-01\n  to: 2026-10-31\n"
  private static let serving = "- deployment: d\n  model: n\n  by: acme\n"
  private static let weights = "- artifact: m\n  type: model\n  generates: [language-text]\n"

  private static func compute(_ amount: String, _ field: String = "compute") -> String {
    "  \(field): [{ method: counted, parameters: \(amount), tokens: 1 }]\n"
  }
  private static func base(_ names: String...) -> String {
    "  uses: [\(names.map { "{ artifact: \($0), as: base-weights }" }.joined(separator: ", "))]\n"
  }
  private static func rate(_ from: String, _ to: String, _ value: String) -> String {
    "{ from: \(from), to: \(to), value: \(value) FLOP/s }"
  }
  private static let spring = rate("2026-01-01", "2026-05-31", "1e18")
  private static let autumn = rate("2026-06-01", "2026-10-31", "1e18")

  private func rewrites(_ head: String, _ before: String, _ after: String, _ from: String) throws -> Bool {
    let text = head + before + head + after + "  revision: 2\n  valid: { from: \(from) }\n"
    return try !Dossier(Self.others + text).facts().uncorrected.isEmpty
  }

  @Test(arguments: [
    // What was computed was computed, even if the change bears an earlier date.
    (year + compute("2e25"), year + compute("1e20"), "2026-10-30", true),
    (year + compute("2e25"), year + compute("1e20"), "2025-12-01", true),
    (
      year + compute("2e25") + "  state: running\n", year + compute("1e20") + "  state: running\n",
      "2026-11-15", true
    ),
    (year + compute("2e25"), year, "2026-03-01", true),
    (year, year + compute("2e25"), "2026-03-01", false),
    (year + compute("2e25", "budget"), year + compute("1e20", "budget"), "2026-03-01", false),
    (year + compute("2e25", "budget"), year + compute("1e20"), "2026-03-01", true),
    (year + compute("2e25", "budget"), year + compute("1e20") + "  state: done\n", "2026-03-01", false),
    // What entered, and when it began.
    (year + base("big"), year + base("small"), "2026-03-01", true),
    (year + base("big"), year + base("small"), "2025-12-01", false),
    (year + base("big"), year + base("big", "small"), "2026-03-01", false),
    (year, year + "  complete: [uses]\n", "2026-03-01", true),
    (year, year.replacing("from: 2026-01", with: "from: 2026-09"), "2026-03-01", true),
    (year, year.replacing("to: 2026-10-31", with: "to: 2026-08-31"), "2026-03-01", false),
    (year + "  state: running\n", year + "  state: planned\n", "2026-03-01", true),
    (year + "  state: running\n", year + "  state: done\n", "2026-03-01", false),
    // Without a date only a plan has not begun.
    (base("big"), base("small"), "2025-12-01", true),
    (base("big") + "  state: planned\n", base("small") + "  state: planned\n", "2025-12-01", false),
    // Rates that were served.
    (
      year + "  rate: [\(spring), \(autumn)]\n", year + "  rate: [\(spring)]\n", "2026-03-01", false
    ),
    (
      year + "  rate: [\(spring), \(autumn)]\n", year + "  rate: [\(autumn)]\n", "2026-03-01", true
    ),
    (
      year + "  rate: [\(spring)]\n", year + "  rate: [\(spring.replacing("1e18", with: "1e9"))]\n",
      "2026-03-01", true
    ),
  ])
  func runs(_ before: String, _ after: String, _ from: String, _ expected: Bool) throws {
    #expect(try rewrites(Self.run, before, after, from) == expected)
  }

  /// A change of a run that bears a day before it, and does not tell when it was said, may have been said after.
  @Test(arguments: [
    (base("big"), base("small")), (base("big"), ""), ("  produces: n\n", "  produces: small\n"),
    ("", "  from: 2026-02-01\n"),
    ("  rate: [\(spring)]\n", ""), ("  rate: [\(spring)]\n", "  rate: [\(autumn)]\n"),
  ])
  func backdated(_ before: String, _ after: String) throws {
    func body(_ fields: String) -> String {
      let from = fields.contains("\n  from:") || fields.hasPrefix("  from:") ? "" : "  from: 2026-01-01\n"
      return "  kind: fine-tuning\n  by: acme\n\(from)  to: 2026-10-31\n\(fields)"
    }
    let head = "- activity: r\n"
    #expect(try rewrites(head, body(before), body(after), "2020-01-01"))
    #expect(try !rewrites(head, body(before), body(after) + "  stated: 2025-12-01\n", "2020-01-01"))
  }

  @Test(arguments: [
    ("  from: 2026-01-01\n", "  from: 2025-01-01\n", "2026-03-01", true),
    // Nobody knows that it was said before, unless it says so.
    ("  from: 2026-01-01\n", "  from: 2026-02-01\n", "2025-12-01", true),
    ("  from: 2026-01-01\n", "  stated: 2025-12-01\n  from: 2026-02-01\n", "2025-12-01", false),
    ("  from: 2027-01-01\n", "  from: 2027-02-01\n", "2025-12-01", false),
    ("  from: 2026-01-01\n", "  from: 2026-01-01\n  to: 2026-04-01\n", "2026-03-01", false),
    (
      "  from: 2026-01-01\n  to: 2026-02-01\n", "  from: 2026-01-01\n  to: 2026-04-01\n", "2026-03-01", true
    ),
    (
      "  from: 2026-01-01\n  available-in: [FR]\n", "  from: 2026-01-01\n  available-in: [US]\n",
      "2026-03-01",
      true
    ),
    (
      "  from: 2026-01-01\n  available-in: [FR]\n", "  from: 2026-01-01\n  available-in: [FR, US]\n",
      "2026-03-01", false
    ),
  ])
  func deployments(_ before: String, _ after: String, _ from: String, _ expected: Bool) throws {
    #expect(try rewrites(Self.serving, before, after, from) == expected)
  }

  /// New weights are a new artifact.
  @Test(arguments: [
    ("", "  complete: [generates]\n", true), ("  name: One\n", "  name: Two\n", false),
    ("", "  digest: sha256:\(String(repeating: "0", count: 64))\n", false),
    (
      "  digest: sha256:\(String(repeating: "0", count: 64))\n",
      "  digest: sha256:\(String(repeating: "1", count: 64))\n", true
    ),
  ])
  func artifacts(_ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites(Self.weights, before, after, "2026-03-01") == expected)
  }

  /// A later change does not carry with it what an earlier one rewrote, until a second party signs.
  @Test func laterChanges() throws {
    let text =
      Self.run + Self.year + Self.base("big") + Self.run + Self.year + Self.base("small")
      + "  revision: 2\n  valid: { from: 2026-03-01 }\n" + Self.run + Self.year + Self.base("small")
      + Self.compute("1e20") + "  revision: 3\n  valid: { from: 2026-04-01 }\n"
    let id = GlobalID("acme", "activity", "r")
    func before(_ more: String) throws -> Record?? {
      try Dossier(Self.others + text, "- dossier: fr\n- party: fr\n" + more).facts()
        .uncorrected[id]
    }
    #expect(try before("")??.revision == 1)
    let signed = "- countersignature: c\n  of: acme:r\n  of-revision: 2\n"
    #expect(try before(signed) == nil)
  }
}
