import Measures
import Records
import TestSupport
import Testing

/// What is said of a computation counts by the day it happened, however late it is said.
@Suite struct StatedLaterTests {
  private func fact(_ text: String, at asOf: String = "2026-11-21") throws -> Record? {
    try Dossier(text).facts(asOf)[acme("activity", "r")]
  }

  private static func run(_ fields: String, _ revision: Int = 1) -> String {
    "- activity: r\n  kind: fine-tuning\n  revision: \(revision)\n\(fields)"
  }

  /// Nothing but a date or a plan puts a computation after the as-of date.
  @Test(arguments: [
    ("  to: 2025-12-01\n", true), ("", true), ("  state: done\n", true), ("  state: running\n", true),
    ("  withheld: yes\n", true), ("  from: 2026-01-01\n", true), ("  state: planned\n", false),
    ("  from: 2026-12-01\n", false), ("  from: 2026-12-01\n  to: 2026-12-31\n", false),
  ])
  func aComputationStatedLater(_ fields: String, _ counts: Bool) throws {
    for said in ["  stated: 2026-12-01\n", "  valid: { from: 2026-12-01 }\n", "  at: 2026-12-01\n"] {
      #expect(try (fact(Self.run(fields + said)) != nil) == counts, "\(said)")
    }
    // Other kinds hold from when they say.
    let other = try Dossier("- artifact: m\n  at: 2026-12-01\n").facts()
    #expect(other[acme("artifact", "m")] == nil)
  }

  /// What changed counts from the end of the computation on, if it is over.
  @Test(arguments: [
    ("  to: 2026-06-30\n", "2026-11-21", 2), ("  to: 2026-06-30\n", "2026-07-01", 2),
    ("  to: 2026-06-30\n", "2026-06-30", 1), ("  to: 2026-06-30\n  state: running\n", "2026-11-21", 1),
    ("", "2026-11-21", 1), ("", "2026-12-01", 2),
  ])
  func aChangeStatedLater(_ fields: String, _ asOf: String, _ expected: Int) throws {
    let begun = "  from: 2026-01-01\n"
    let text =
      Self.run(begun + "  stated: 2026-01-01\n") + Self.run(begun + "  stated: 2026-12-01\n" + fields, 2)
    #expect(try fact(text, at: asOf)?.revision == expected)
    let facts = try Dossier(text).facts("2026-05-01")
    #expect(try facts.nextChange.map { try $0 <= Moment("2026-07-01").first } == fields.contains("to:"))
  }

  /// Which of several that were all stated later was true is not known.
  @Test func severalStatedLater() throws {
    let (first, second) = ("  stated: 2026-12-01\n", "  stated: 2026-12-02\n")
    #expect(try fact(Self.run(first) + Self.run(second, 2))?.isWithheld == true)
    let planned = Self.run(first + "  from: 2027-01-01\n")
    let past = try fact(planned + Self.run(second + "  from: 2025-01-01\n", 2))
    #expect(past?.revision == 2 && past?.isWithheld == false)
    #expect(try fact(planned + Self.run(second + "  from: 2027-02-01\n", 2)) == nil)
  }
}
