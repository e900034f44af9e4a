import Measures
import TestSupport
import Testing

@testable import Records

/// What frees nobody by a change alone, kind by kind.
@Suite struct RewrittenStatements {
  private static let others =
    "- dossier: acme\n- party: acme\n- artifact: m\n- artifact: n\n- activity: r\n  kind: pretraining\n- activity: s\n  kind: trial\n"

  /// Whether a change of `head` with `before` into one with `after` waits for a second party.
  private func rewrites(_ head: String, _ before: String, _ after: String) throws -> Bool {
    let text = { (body: String) in "- \(head)\n" + body.split(separator: "|").map { "  \($0)\n" }.joined() }
    let dossier = try Dossier(
      Self.others + text(before) + text(after) + "  revision: 2\n  valid: { from: 2026-03-01 }\n")
    return try !dossier.facts().uncorrected.isEmpty
  }

  @Test(arguments: [
    ("about: m|axis: autonomy|is: strong", "about: m|axis: generality|is: strong", true),
    ("about: m|axis: autonomy|is: strong", "about: n|axis: autonomy|is: strong", true),
    ("about: m|axis: autonomy|is: strong", "about: m|axis: autonomy|is: weak", true),
    ("about: m|axis: autonomy|is: strong", "about: m|axis: autonomy|is: strong|evidence: tests", false),
    ("about: m|axis: autonomy|is: weak", "about: m|axis: autonomy|is: strong", false),
    ("about: m|axis: autonomy|is: weak", "about: n|axis: autonomy|is: strong", false),
  ])
  func ratings(_ before: String, _ after: String, _ expected: Bool) throws {
    #expect(try rewrites("rating: a", before, after) == expected)
  }

  @Test(arguments: [("about: s", "4e27"), ("about: r", "4e22"), ("about: r|with-access: yes", "4e27")])
  func estimates(_ after: String, _ amount: String) throws {
    let text = { (head: String, amount: String) in
      "\(head)|compute: [{ method: telemetry, value: \(amount) FLOP }]"
    }
    #expect(try rewrites("estimate: e", text("about: r", "4e27"), text(after, amount)))
    #expect(try !rewrites("estimate: e", text("about: r", "4e22"), text("about: r", "4e27")))
  }

  /// What was strong stays so until a second party signs, also through a change that says nothing of it.
  @Test func aStrongRatingInTwoSteps() throws {
    let rating = { (revision: Int, axis: String, value: String) in
      "- rating: a\n  about: m\n  axis: \(axis)\n  is: \(value)\n  revision: \(revision)\n"
        + (revision > 1 ? "  valid: { from: 2026-0\(revision)-01 }\n" : "")
    }
    let facts = try Dossier(
      Self.others + rating(1, "autonomy", "strong") + rating(2, "generality", "weak")
        + rating(3, "autonomy", "weak")
    ).facts()
    #expect(facts.uncorrected.values.map { $0?.revision } == [1])
  }
}
