import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What enters from a computation that is not among the facts is unknown, never nothing.
@Suite struct MissingSourcesTests {
  private func tuned(_ use: String, _ more: String = "") throws -> Account {
    try Dossier(Counted.tuned.replacing("{ artifact: base, as: base-weights }", with: use) + more).account(
      "m")
  }

  @Test(arguments: ["base-weights", "data", "auxiliary", "diagnostic"])
  func anActivityThatIsNotHere(_ role: String) throws {
    let account = try tuned("{ activity: elsewhere:huge-run, as: \(role) }")
    #expect(try account.toDate == bounds("1e20", "-", "-"))
    #expect(account.entries.map(\.activity.description) == ["acme:m/run", "elsewhere:huge-run"])
    #expect(account.findings.map(\.code) == ["unknown-activity"])
  }

  /// One that is planned for later and not yet stated is not known either.
  @Test func anActivityOfLater() throws {
    let planned = "- activity: next\n  kind: trial\n  state: planned\n  stated: 2026-12-01\n"
    #expect(
      try tuned("{ activity: next, as: auxiliary }", planned).toDate == bounds("1e20", "-", "-"))
  }

  /// What was stated later counts as it says.
  @Test func anActivityThatIsStatedLater() throws {
    let late =
      "- activity: late\n  kind: data-generation\n  to: 2025-12-01\n  stated: 2026-12-01\n  \(exact("3e20"))\n"
    #expect(try tuned("{ activity: late, as: data }", late).toDate == bounds("4e20", "4e20", "4e20"))
    let second = late.replacing("  to:", with: "  produces: m\n  to:")
      .replacing("data-generation", with: "fine-tuning")
    #expect(
      try Dossier(Counted.tuned + second).account("m").toDate == bounds("9e20", "9e20", "9e20"))
  }

  /// A run that its owner alone says to be another's, which is not here, is perhaps as large as anything.
  @Test func aJoinedNameThatIsNotHere() throws {
    let joined = Counted.tuned + "- same-as: s\n  names: [m/run, elsewhere/activity/huge-run]\n"
    let dossier = try Dossier(joined, known: [GlobalID("elsewhere", "activity", "huge-run")])
    #expect(try dossier.account("m").toDate == bounds("6e20", "-", "-"))
  }
}
