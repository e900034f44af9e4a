import Measures
import Records
import TestSupport
import Testing

/// What counts at D among what is known at K.
@Suite struct TablesTests {
  private static let m = acme("artifact", "m")

  private func name(_ text: String, at asOf: String, knownAt: String? = nil) throws -> String? {
    try Dossier(text).facts(asOf, knownAt: knownAt)[Self.m]?["name"]?.text
  }

  /// A change is a revision that begins later.
  @Test(arguments: [
    ("2024-12-31", "before"), ("2024-12-31T23:59:59.999Z", "before"), ("2025-01-01T00:00:00Z", "after"),
    ("2026-01-01", "after"),
  ])
  func aChangeBeginsWithItsValidity(_ asOf: String, _ expected: String) throws {
    let text = """
      - artifact: m
        name: before
      - artifact: m
        revision: 2
        valid: { from: 2025-01-01 }
        name: after
      """
    #expect(try name(text, at: asOf) == expected)
  }

  /// A correction stands in for what it replaces, for the past too.
  @Test func aCorrectionCoversThePast() throws {
    let text = """
      - artifact: m
        valid: { from: 2024-01-01 }
        name: wrong
      - artifact: m
        revision: 2
        valid: { from: 2025-01-01 }
        name: changed
      - artifact: m
        revision: 3
        replaces: 1
        because: a typing mistake
        stated: 2026-01-01
        name: right
      """
    #expect(try name(text, at: "2024-06-01") == "right")
    #expect(try name(text, at: "2023-12-31") == nil)
    // What was known before the correction was said.
    #expect(try name(text, at: "2024-06-01", knownAt: "2025-12-31") == "wrong")
    #expect(try name(text, at: "2024-06-01", knownAt: "2026-01-01") == "right")
  }

  /// A correction of the past leaves what changed later as it is.
  @Test func aCorrectionOfThePastUndoesNoChange() throws {
    let text = """
      - artifact: m
        valid: { from: 2024-01-01 }
        name: wrong
      - artifact: m
        revision: 2
        valid: { from: 2025-01-01 }
        name: changed
      - artifact: m
        revision: 3
        replaces: 1
        because: a typing mistake
        name: right
      """
    #expect(try name(text, at: "2024-06-01") == "right")
    #expect(try name(text, at: "2025-06-01") == "changed")
  }

  /// The past is not rewritten in silence.
  @Test(arguments: [
    ("", "  name: y\n", false), ("", "  valid: { from: 2025-01-01 }\n", true),
    ("", "  at: 2025-01-01\n", true), ("  at: 2025-01-01\n", "  at: 2025-01-01\n", false),
    ("  at: 2025-01-01\n", "  at: 2024-12-31\n", false), ("  at: 2025-01-01\n", "  at: 2025-01-02\n", true),
    ("  at: 2025-01-01\n", "  replaces: 1\n  because: x\n", true),
  ])
  func aRevisionChangesOrCorrects(_ first: String, _ second: String, _ isAccepted: Bool) throws {
    let text = "- dossier: acme\n- artifact: m\n\(first)- artifact: m\n  revision: 2\n  note: n\n\(second)"
    #expect(try Dossier.mistakes(text) == (isAccepted ? [] : ["contradiction:\(first.isEmpty ? 3 : 4)"]))
  }

  /// What was computed is computed: that it was otherwise is a correction, whatever date it bears.
  @Test(arguments: [
    ("  to: 2025-02-01\n", false), ("  state: done\n", false), ("  to: 2027-01-01\n", true),
    ("  state: planned\n", true), ("", true), ("  state: running\n", true),
  ])
  func whatIsDoneDoesNotChange(_ first: String, _ isAccepted: Bool) throws {
    let compute = "  kind: trial\n  from: 2025-01-01\n  compute: [{ method: telemetry, value: 1e20 FLOP }]\n"
    let text =
      "- dossier: acme\n- activity: r\n\(compute)\(first)- activity: r\n  revision: 2\n  valid: { from: 2026-01-01 }\n\(compute)"
    #expect(
      try Dossier.mistakes(text).map { $0.prefix { $0 != ":" } } == (isAccepted ? [] : ["contradiction"]))
  }

  /// Nothing is said before it happened.
  @Test func statedBeforeItHappened() throws {
    func mistakes(_ stated: String) throws -> [String] {
      try Dossier.mistakes("- dossier: acme\n- ruling: r\n  at: 2025-03-01\n  stated: \(stated)\n")
    }
    #expect(try mistakes("2025-02-28") == ["contradiction:4"])
    #expect(try mistakes("2025-03-01T00:00:00Z") == [])
    #expect(try mistakes("2026-01-01") == [])
  }

  /// A correction of a correction covers the same past as the first.
  @Test func correctionsChain() throws {
    let text = """
      - artifact: m
        valid: { from: 2024-01-01 }
        name: first
      - artifact: m
        revision: 2
        replaces: 1
        because: a mistake
        valid: { from: 2025-01-01 }
        name: second
      - artifact: m
        revision: 3
        replaces: 2
        because: another mistake
        valid: { from: 2026-01-01 }
        name: third
      """
    for asOf in ["2024-06-01", "2025-06-01", "2026-06-01"] {
      #expect(try name(text, at: asOf) == "third", "\(asOf)")
    }
    #expect(try name(text, at: "2023-12-31") == nil)
  }

  /// What always held is corrected for always, whenever the correction was made.
  @Test func aCorrectionOfWhatAlwaysHeld() throws {
    let text = """
      - artifact: m
        name: wrong
      - artifact: m
        revision: 2
        replaces: 1
        because: a typing mistake
        at: 2025-06-01
        name: right
      """
    #expect(try name(text, at: "2020-01-01") == "right")
    #expect(try name(text, at: "2026-01-01") == "right")
  }

  /// A revision that replaces itself or a later one would leave nothing in force.
  @Test(arguments: [1, 2, 3]) func aCorrectionReplacesAnEarlierRevision(_ replaced: Int) throws {
    let text =
      "- dossier: acme\n- artifact: m\n- artifact: m\n  revision: 2\n  replaces: \(replaced)\n  because: x\n  name: y\n"
    #expect(try Dossier.mistakes(text) == (replaced == 1 ? [] : ["contradiction:3"]))
  }

  @Test(arguments: [
    ("2024-12-31T23:59:59.999Z", false), ("2025-01-01T00:00:00Z", true), ("2025-06-30T23:59:59.999Z", true),
    ("2025-07-01T00:00:00Z", false),
  ])
  func validityIncludesItsLastMillisecond(_ asOf: String, _ counts: Bool) throws {
    let text = "- artifact: m\n  valid: { from: 2025-01-01, to: 2025-06-30 }\n  name: x\n"
    #expect(try (name(text, at: asOf) != nil) == counts)
  }

  @Test func anEventCountsFromWhenItHappened() throws {
    let dossier = try Dossier("- artifact: m\n- ruling: r\n  at: 2025-03-01T12:00:00Z\n  about: m\n")
    #expect(try dossier.facts("2025-03-01T11:59:59.999Z").records(of: "ruling").isEmpty)
    #expect(try dossier.facts("2025-03-01T12:00:00Z").records(of: "ruling").count == 1)
  }

  @Test func aRevisionThatEndedDoesNotReviveTheOneBefore() throws {
    let text = """
      - artifact: m
        name: before
      - artifact: m
        revision: 2
        valid: { from: 2025-01-01, to: 2025-12-31 }
        name: after
      """
    #expect(try name(text, at: "2025-06-01") == "after")
    #expect(try name(text, at: "2026-06-01") == nil)
  }

  @Test func knownAtLeavesOutWhatWasSaidLater() throws {
    let text = "- artifact: m\n  stated: 2025-06-01\n  name: x\n"
    #expect(try name(text, at: "2026-01-01", knownAt: "2025-05-31") == nil)
    #expect(try name(text, at: "2026-01-01", knownAt: "2025-06-01") == "x")
    // What is known is one thing, what was true another.
    #expect(try name(text, at: "2024-01-01", knownAt: "2026-01-01") == "x")
  }

  @Test func nothingCountsBeforeAnything() throws {
    let dossier = try Dossier(
      "- artifact: m\n  valid: { from: 2024-01-01 }\n- activity: r\n  kind: pretraining\n  state: done\n  from: 2024-01-01\n  to: 2024-06-30\n  produces: m\n"
    )
    let facts = try dossier.facts("0001-01-01")
    #expect(facts.all.isEmpty && facts.withdrawn.isEmpty)
    #expect(try facts.nextChange == Moment("2024-01-01").first)
  }

  @Test func nextChangeIsTheNextBeginningOrEnd() throws {
    let dossier = try Dossier(
      "- artifact: m\n  valid: { from: 2024-01-01, to: 2025-06-30 }\n- artifact: n\n  valid: { from: 2025-03-01 }\n"
    )
    #expect(try dossier.facts("2024-06-01").nextChange == Moment("2025-03-01").first)
    #expect(try dossier.facts("2025-03-01").nextChange == Moment("2025-07-01").first)
    #expect(try dossier.facts("2025-07-01").nextChange == nil)
  }

  /// Dates inside a body count as well: a role that begins, a device that goes.
  @Test func nextChangeSeesDatesInBodies() throws {
    let dossier = try Dossier(
      "- party: p\n  roles: [{ role: authority, from: 2025-03-01, to: 2025-06-30 }]\n- cluster: c\n  devices: [{ chips: 8 x h100-sxm, to: 2025-04-15 }]\n"
    )
    for (asOf, next) in [
      ("2025-01-01", "2025-03-01"), ("2025-03-01", "2025-03-02"), ("2025-04-01", "2025-04-15"),
      ("2025-04-15", "2025-04-16"), ("2025-05-01", "2025-06-30"), ("2025-06-30", "2025-07-01"),
    ] {
      #expect(try dossier.facts(asOf).nextChange == Moment(next).first, "\(asOf)")
    }
    #expect(try dossier.facts("2025-07-01").nextChange == nil)
  }

  @Test func orderOfAppendingDoesNotMatter() throws {
    let records = try Dossier(
      """
      - artifact: m
        name: one
        valid: { from: 2024-01-01 }
      - artifact: m
        revision: 2
        valid: { from: 2025-01-01 }
        name: two
      - artifact: m
        revision: 3
        replaces: 1
        because: x
        name: three
      - rating: r
        about: m
        axis: autonomy
        is: weak
      - withdrawal: w
        at: 2025-06-01
        of: r
      """
    ).records
    for seed in 0..<50 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let shuffled = Tables(records.shuffled(using: &random))
      for asOf in ["2023-01-01", "2024-06-01", "2025-03-01", "2025-07-01"] {
        let (one, other) = (
          try Tables(records).facts(asOf: Moment(asOf).last), try shuffled.facts(asOf: Moment(asOf).last)
        )
        #expect(one.all == other.all && one.withdrawn == other.withdrawn, "seed \(seed) at \(asOf)")
        #expect(one.nextChange == other.nextChange, "seed \(seed) at \(asOf)")
        #expect(
          one.records(mentioning: Self.m) == other.records(mentioning: Self.m), "seed \(seed) at \(asOf)")
      }
    }
  }

  /// A withdrawal that was withdrawn takes nothing away; a circle of withdrawals restores nothing.
  @Test(arguments: [
    (["w: r"], false), (["w: r", "v: w"], true), (["w: r", "v: w", "u: v"], false),
    (["w: r", "x: r", "v: w"], false), (["w: r", "x: r", "v: w", "y: x"], true),
    (["w: r", "v: w", "w2: v", "v2: w2"], true),
  ])
  func withdrawalsOfWithdrawals(_ withdrawals: [String], _ stands: Bool) throws {
    let records = withdrawals.map { line in
      let parts = line.split(separator: ":").map { $0.trimmingPrefix(" ") }
      return "- withdrawal: \(parts[0])\n  of: \(parts[1])\n"
    }.joined()
    let facts = try Dossier(
      "- artifact: m\n- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n" + records
    ).facts("2026-01-01")
    let rating = try #require(facts[acme("rating", "r")])
    #expect(rating.isWithheld == !stands)
  }

  /// A long chain is settled from its last one on, each once.
  @Test(arguments: [8000, 8001])
  func aLongChainOfWithdrawals(_ length: Int) throws {
    var text =
      "- artifact: m\n- rating: w0\n  about: m\n  axis: autonomy\n  is: weak\n- withdrawal: w1\n  of: w0\n"
    for number in 2...length { text += "- withdrawal: w\(number)\n  of: w\(number - 1)\n" }
    let dossier = try Dossier(text)
    let (facts, seconds) = try timed { try dossier.facts("2026-01-01") }
    #expect(seconds < 10)
    #expect(facts[acme("rating", "w0")]?.isWithheld == !length.isMultiple(of: 2))
  }

  /// Two withdrawals of each other both stand, and both are gone.
  @Test func aCircleOfWithdrawalsRestoresNothing() throws {
    let facts = try Dossier("- withdrawal: y\n  of: z\n- withdrawal: z\n  of: y\n").facts("2026-01-01")
    #expect(facts.all.isEmpty && facts.withdrawn.count == 2)
  }

  /// What is not yet computed is not measured.
  @Test(arguments: [
    ("reported, value: 1 FLOP", true), ("telemetry, value: 1 FLOP", false),
    (
      "geometric-mean, of: [{ method: reported, value: 1 FLOP }, { method: telemetry, value: 1 FLOP }]", false
    ),
  ])
  func budgets(_ method: String, _ isAccepted: Bool) throws {
    let text = "- dossier: acme\n- activity: r\n  kind: pretraining\n  budget:\n    - { method: \(method) }\n"
    #expect(try Dossier.mistakes(text) == (isAccepted ? [] : ["contradiction:5"]))
  }
}
