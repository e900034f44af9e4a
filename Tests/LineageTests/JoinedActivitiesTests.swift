import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What is joined counts for no less than either alone, whichever name comes first.
@Suite struct JoinedActivitiesTests {
  /// A run of a model, joined with another activity whose name comes before or after.
  private func joined(_ run: String, _ other: String, _ name: String) -> String {
    "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  by: acme\n  produces: m\n\(run)"
      + "- activity: \(name)\n  by: acme\n\(other)- same-as: s\n  names: [r, \(name)]\n"
  }

  private static let large = "  kind: pretraining\n  \(exact("4e25"))\n"

  @Test(arguments: ["a", "z"]) func whatTrainsIsNoEvaluation(_ name: String) throws {
    let text = joined(Self.large, "  kind: evaluation\n", name)
    for kinds in [Set(["pretraining"]), ["evaluation"]] {
      let account = try Dossier(text).account("m") { $0.kinds = .only(kinds) }
      #expect(try account.toDate == bounds("4e25", "4e25", "4e25"))
      #expect(account.codes.contains("joined-differ"))
      #expect(account.entries.map(\.kind) == ["pretraining"])
    }
    let account = try Dossier(text).account("m") { $0.kinds = .only(["trial"]) }
    #expect(account.toDate == .zero)
  }

  /// One that is not shown may be of any kind.
  @Test(arguments: ["a", "z"]) func aKindThatIsNotShown(_ name: String) throws {
    let hidden = joined("  withheld: yes\n", "  kind: evaluation\n", name).replacing(
      "produces: m", with: "produces: [m]")
    #expect(try Dossier(hidden).account("m") { $0.kinds = .only(["pretraining"]) }.toDate == .unknown)
  }

  private func run(_ first: String, _ second: String, _ name: String, at asOf: String = "2026-11-21") throws
    -> Activity
  {
    let text = joined(Self.large + first, "  kind: pretraining\n" + second, name)
    return try #require(Dossier(text).graph(asOf).activities.first)
  }

  /// Dates that differ are not known, nor are those that only one states.
  @Test(arguments: ["a", "z"]) func datesThatDiffer(_ name: String) throws {
    let dates = "  from: 2026-01-01\n  to: 2026-02-01\n"
    let same = try run(dates, dates, name)
    #expect(try same.from == Moment("2026-01-01") && same.to == Moment("2026-02-01"))
    let differing = try run(dates, "", name)
    #expect(differing.from == nil && differing.to == nil)
    let contrary = joined(
      Self.large + dates, "  kind: pretraining\n" + dates.replacing("2026", with: "2024"), name)
    #expect(try Dossier(contrary).account("m").codes.contains("joined-differ"))
    let silent = joined(Self.large + dates, "  kind: pretraining\n", name)
    #expect(try !Dossier(silent).account("m").codes.contains("joined-differ"))
  }

  /// What one says to be over and another to be planned is counted, and has no end.
  @Test(arguments: ["a", "z"]) func statesThatDiffer(_ name: String) throws {
    for other in ["  state: planned\n", "  from: 2030-01-01\n", "  state: running\n"] {
      let text = joined(Self.large + "  state: done\n", "  kind: pretraining\n" + other, name)
      let account = try Dossier(text).account("m")
      #expect(try account.toDate == bounds("4e25", "4e25", "4e25"), "\(other)")
      #expect(try account.atCompletion == bounds("4e25", "-", "-"), "\(other)")
    }
    #expect(try run("  state: done\n", "  state: done\n", name).state == .done)
  }

  /// What the public record does not say leaves what a developer says of its own.
  @Test func thePublicRecordIsSilent() throws {
    let known =
      "- dossier: public\n- party: acme\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n"
    let own = Counted.tuned.replacing(
      "kind: fine-tuning\n", with: "kind: fine-tuning\n  from: 2026-01-01\n  to: 2026-02-01\n")
    let claims = ["acme", "m", "m/run"].map { "- same-as: \($0)\n  names: [acme:\($0), public:\($0)]\n" }
      .joined()
    let graph = try Dossier(known, own + claims).graph()
    let run = try #require(graph.activities.first { $0.records.count == 2 })
    #expect(try run.from == Moment("2026-01-01") && run.to == Moment("2026-02-01"))
  }

  /// What was at other times, or gave other things, is not one computation, whoever says so: both count, by whatever
  /// name, and an order about one may be about the other.
  @Test(
    arguments: [
      ("  from: 2026-01-01\n", "  from: 2026-03-01\n", "from"),
      ("  to: 2026-01-01\n", "  to: 2026-03-01\n", "to"),
      ("  to: 2026-01-01\n", "  from: 2026-03-01\n", "from"), ("", "  produces: [m, d]\n", "produces"),
    ], ["a", "z"])
  func twoRunsAreNotOne(_ dates: (String, String, String), _ name: String) throws {
    let second = "  kind: pretraining\n  \(exact("3e25"))\n" + dates.1
    let text =
      joined(Self.large + dates.0, second + (dates.2 == "produces" ? "" : "  produces: m\n"), name)
      + "- artifact: d\n  type: dataset\n"
    let account = try Dossier(text).account("m")
    #expect(try account.toDate == bounds("7e25", "7e25", "7e25"))
    #expect(account.codes.contains("joined-differ"))
    let identity = try Dossier(text).graph().identity
    #expect(identity.areSame(acme("activity", "r"), acme("activity", name)) == .cannotBeExcluded)
  }

  /// A third name that says nothing does not bring them together.
  @Test func throughASilentName() throws {
    let dates = { (month: Int) in "  kind: pretraining\n  produces: m\n  from: 2026-0\(month)-01\n" }
    let text =
      joined(Self.large + "  from: 2026-01-01\n", dates(3) + "  \(exact("3e25"))\n", "z")
      .replacing("names: [r, z]", with: "names: [r, silent]")
      + "- activity: silent\n  kind: pretraining\n  by: acme\n- same-as: t\n  names: [silent, z]\n"
    #expect(try Dossier(text).account("m").toDate.low == flop("7e25"))
  }

  /// Models that are one have one run between them only where it may be one.
  @Test func runsOfJoinedModels() throws {
    let text =
      "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  by: acme\n  produces: m\n\(Self.large)"
      + "  from: 2026-01-01\n- artifact: n\n- activity: n/run\n  kind: pretraining\n  by: acme\n  produces: n\n  from: 2026-03-01\n"
      + "  \(exact("3e25"))\n- same-as: s\n  names: [m, n]\n"
    for name in ["m", "n"] {
      #expect(try Dossier(text).account(name).toDate == bounds("7e25", "7e25", "7e25"))
    }
  }

  /// The public record says by when a model was there: a later run is not the one that made it.
  @Test(arguments: [("2024-05-01", false), ("2024-09-01", true)])
  func thePublicRecordsDay(_ end: String, _ areTwo: Bool) throws {
    let known =
      "- dossier: public\n- party: acme\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  to: 2024-07-23\n"
    let own = Counted.tuned.replacing("kind: fine-tuning\n", with: "kind: fine-tuning\n  to: \(end)\n")
    let claims = ["acme", "m", "m/run"].map { "- same-as: \($0)\n  names: [acme:\($0), public:\($0)]\n" }
      .joined()
    #expect(try Dossier(known, own + claims).graph().identity.parted.isEmpty != areTwo)
  }

  /// In one environment a run whose first day is not agreed may follow anything there.
  @Test(arguments: ["a", "z"]) func presumptions(_ name: String) throws {
    let place = "  environment: lab\n"
    let other = "- activity: other\n  kind: trial\n  by: acme\n  from: 2025-01-01\n  to: 2025-02-01\n\(place)"
    let text =
      joined(
        Self.large + place + "  from: 2026-01-01\n", "  kind: pretraining\n\(place)", name
      )
      + other + "  \(exact("1e20"))\n"
    #expect(try Dossier(text).account("m", presuming).toDate.high == nil)
  }
}
