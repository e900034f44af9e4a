import Measures
import Records
import TestSupport
import Testing

/// From when records hold where they do not say so themselves.
@Suite struct ValidityTests {
  private func start(_ fields: String) throws -> String? {
    let records = try Dossier("- activity: r\n  kind: pretraining\n" + fields).records
    return try #require(records.first).validFrom?.description
  }

  /// An activity is known from when it was stated, and from its first day at the latest.
  @Test(arguments: [
    ("  state: done\n  from: 2025-01-01\n", "2025-01-01"),
    ("  from: 2025-01-01\n", nil),
    ("  state: done\n  from: 2025-01-01\n  stated: 2025-06-01\n", "2025-01-01"),
    ("  state: done\n  from: 2025-01-01\n  stated: 2024-06-01\n", "2024-06-01"),
    ("  state: planned\n  from: 2027-01-01\n  stated: 2026-01-01\n", "2026-01-01"),
    ("  state: running\n  from: 2025-01-01\n  stated: 2026-01-01\n", "2025-01-01"),
    ("  from: 2025-01-01\n  to: 2025-02-01\n  stated: 2030-01-01\n", "2025-01-01"),
    ("  from: 2025-01-01\n  valid: { from: 2030-01-01 }\n", "2025-01-01"),
    ("  state: planned\n  from: 2027-01-01\n", nil),
    ("", nil),
    ("  stated: 2026-01-01\n", "2026-01-01"),
    ("  from: 2025-01-01\n  valid: { from: 2024-02-01 }\n", "2024-02-01"),
    ("  from: 2025-01-01\n  at: 2025-03-01\n", "2025-01-01"), ("  at: 2025-03-01\n", "2025-03-01"),
  ])
  func ofActivities(_ fields: String, _ expected: String?) throws { #expect(try start(fields) == expected) }

  @Test func anActivitysDatesAreNotTheEndOfItsValidity() throws {
    let facts = try Dossier("- activity: r\n  kind: pretraining\n  from: 2025-01-01\n  to: 2025-02-01\n")
      .facts()
    #expect(facts[acme("activity", "r")]?.validTo == nil)
  }

  /// Their dates say when they end; that they did is not forgotten afterwards.
  @Test(arguments: ["activity: x\n  kind: trial", "deployment: x\n  model: m"])
  func someValiditiesHaveNoEnd(_ record: String) throws {
    let text = "- dossier: acme\n- artifact: m\n- \(record)\n  valid: { to: 2025-01-01 }\n"
    #expect(try Dossier.mistakes(text) == ["contradiction:3"])
  }

  @Test func otherRecordsAlwaysHold() throws {
    let records = try Dossier(
      "- artifact: m\n- deployment: d\n  model: m\n  from: 2025-01-01\n  to: 2025-02-01\n"
    ).records
    #expect(records.allSatisfy { $0.validFrom == nil && $0.validTo == nil })
  }

  @Test func commonFieldsAreNotBody() throws {
    let record = try #require(
      Dossier("- artifact: m\n  revision: 1\n  at: 2025-01-01\n  stated: 2025-02-01\n  note: n\n  name: x\n")
        .records.first)
    #expect(record.body.keys.sorted() == ["name"])
    #expect(try record.stated == Moment("2025-02-01") && record.validFrom == Moment("2025-01-01"))
  }

  /// A body that is withheld is unknown: what its kind requires need not be there.
  @Test func withheldBodies() throws {
    let record = try #require(
      Dossier("- artifact: m\n- rating: r\n  about: m\n  withheld: yes\n").records.last)
    #expect(
      record.isWithheld && record["axis"] == nil && record.references("about") == [acme("artifact", "m")])
    #expect(
      try Dossier.mistakes("- dossier: acme\n- artifact: m\n- rating: r\n  about: m\n") == [
        "missing-field:3", "missing-field:3",
      ])
    // What is there is still read strictly.
    #expect(
      try Dossier.mistakes(
        "- dossier: acme\n- artifact: m\n- rating: r\n  about: m\n  withheld: yes\n  is: huge\n") == [
          "unknown-word:6"
        ])
  }

  @Test func theSameStatementTwiceIsOneStatement() throws {
    #expect(try Dossier("- artifact: m\n  name: x\n- artifact: m\n  name: x\n").records.count == 1)
  }

  @Test func reversedValidityIsRefused() throws {
    let mistakes = try Dossier.mistakes(
      "- dossier: acme\n- artifact: m\n  valid: { from: 2025-02-01, to: 2025-01-01 }\n")
    #expect(mistakes == ["contradiction:3"])
    #expect(
      try Dossier.mistakes("- dossier: acme\n- artifact: m\n  valid: { from: 2025-02-01, to: 2025-02-01 }\n")
        == [])
  }
}
