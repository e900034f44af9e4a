import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What is joined counts for no less than either alone, whichever name comes first.
@Suite struct JoinedActivitiesTests {
  /// A run of a model, joined by both owners with the activity of another, whose name comes before or after.
  private func joined(_ run: String, _ other: String, _ name: String) throws -> Dossier {
    let claim = "- same-as: s\n  names: [acme:r, \(name):r]\n"
    return try Dossier(
      "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  by: acme\n  produces: m\n\(run)\(claim)",
      "- dossier: \(name)\n- party: \(name)\n- activity: r\n  by: acme:acme\n\(other)\(claim)")
  }

  private static let large = "  kind: pretraining\n  \(exact("4e25"))\n"

  @Test(arguments: ["abel", "zeta"]) func whatTrainsIsNoEvaluation(_ name: String) throws {
    let dossier = try joined(Self.large, "  kind: evaluation\n", name)
    for kinds in [Set(["pretraining"]), ["evaluation"]] {
      let account = try dossier.account("m") { $0.kinds = .only(kinds) }
      #expect(try account.toDate == bounds("4e25", "4e25", "4e25"))
      #expect(account.codes.contains("joined-differ"))
      #expect(account.entries.map(\.kind) == ["pretraining"])
    }
    let account = try dossier.account("m") { $0.kinds = .only(["trial"]) }
    #expect(account.toDate == .zero)
  }

  /// One that is not shown may be of any kind.
  @Test(arguments: ["abel", "zeta"]) func aKindThatIsNotShown(_ name: String) throws {
    let hidden = try joined("  withheld: yes\n", "  kind: evaluation\n", name)
    #expect(try hidden.account("m") { $0.kinds = .only(["pretraining"]) }.toDate == .unknown)
  }

  private func run(_ first: String, _ second: String, _ name: String, at asOf: String = "2026-11-21") throws
    -> Activity
  {
    let dossier = try joined(Self.large + first, "  kind: pretraining\n" + second, name)
    return try #require(dossier.graph(asOf).activities.first)
  }

  /// Dates that differ are not known, nor are those that only one states.
  @Test(arguments: ["abel", "zeta"]) func datesThatDiffer(_ name: String) throws {
    let dates = "  from: 2026-01-01\n  to: 2026-02-01\n"
    let same = try run(dates, dates, name)
    #expect(try same.from == Moment("2026-01-01") && same.to == Moment("2026-02-01"))
    let differing = try run(dates, "", name)
    #expect(differing.from == nil && differing.to == nil)
    let contrary = dates.replacing("2026", with: "2024")
    #expect(try run(dates, contrary, name).to == nil)
    for (other, isFinding) in [(contrary, true), ("", true), (dates, false)] {
      let dossier = try joined(Self.large + dates, "  kind: pretraining\n\(other)", name)
      #expect(try dossier.account("m").codes.contains("joined-differ") == isFinding)
      #expect(try dossier.account("m").toDate.low == flop("4e25"))
    }
  }

  /// What one says to be over and another to be planned is counted, and has no end.
  @Test(arguments: ["abel", "zeta"]) func statesThatDiffer(_ name: String) throws {
    for other in ["  state: planned\n", "  from: 2030-01-01\n", "  state: running\n"] {
      let account = try joined(Self.large + "  state: done\n", "  kind: pretraining\n" + other, name)
        .account("m")
      #expect(try account.toDate == bounds("4e25", "4e25", "4e25"), "\(other)")
      #expect(try account.atCompletion == bounds("4e25", "-", "-"), "\(other)")
    }
    #expect(try run("  state: done\n", "  state: done\n", name).state == .done)
  }

  /// What the public record does not say leaves what a developer says of its own.
  @Test func thePublicRecordIsSilent() throws {
    let known =
      "- dossier: public\n- party: acme\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  to: 2026-03-01\n"
    let own = Counted.tuned.replacing(
      "kind: fine-tuning\n", with: "kind: fine-tuning\n  from: 2026-01-01\n  to: 2026-02-01\n")
    let claims = ["acme", "m", "m/run"].map { "- same-as: \($0)\n  names: [acme:\($0), public:\($0)]\n" }
      .joined()
    let graph = try Dossier(known, own + claims).graph()
    let run = try #require(graph.activities.first { $0.records.count == 2 })
    #expect(try run.from == Moment("2026-01-01") && run.to == Moment("2026-02-01"))
  }

  /// Its own computations nobody makes one alone, whatever is said of them and through whatever name: both count, and an
  /// order about one may be about the other.
  @Test func onesOwn() throws {
    let run = { (name: String, compute: String) in
      "- activity: \(name)\n  kind: pretraining\n  by: acme\n  produces: m\n  to: 2024-05-01\n  \(exact(compute))\n"
    }
    let known =
      "- dossier: public\n- party: acme\n- artifact: m\n- activity: r\n  kind: pretraining\n  by: acme\n  produces: m\n  to: 2024-07-23\n"
    let text =
      "- dossier: acme\n- party: acme\n- artifact: m\n\(run("r", "4e25"))\(run("s", "3e25"))"
      + "- same-as: party\n  names: [acme:acme, public:acme]\n- same-as: model\n  names: [m, public:m]\n"
    let claims = [
      "- same-as: t\n  names: [r, s]\n",
      "- same-as: t\n  names: [r, public:r]\n- same-as: u\n  names: [s, public:r]\n",
    ]
    #expect(try Dossier(known, text).account("m").codes.contains("joined-differ"))
    for claim in claims {
      let dossier = try Dossier(known, text + claim)
      #expect(try dossier.account("m").toDate.low == flop("7e25"))
      #expect(try dossier.account("m").codes.contains("joined-by-owner"))
      let (one, other) = (acme("activity", "r"), acme("activity", "s"))
      #expect(try dossier.graph().identity.areSame(one, other) != .holds)
    }
    // An authority may say that they are.
    let authority =
      "- dossier: office\n- party: office\n  roles: [{ role: authority, where: [FR] }]\n- same-as: t\n  names: [acme:r, acme:s]\n"
    let seated = text.replacing("- party: acme\n", with: "- party: acme\n  seat: FR\n")
    let identity = try Dossier(known, seated, authority).graph().identity
    #expect(identity.areSame(acme("activity", "r"), acme("activity", "s")) == .holds)
  }

  /// Models that are one have one run between them, but not where one owner alone says so of its own.
  @Test func runsOfJoinedModels() throws {
    let run = "  kind: pretraining\n  by: acme\n  produces: n\n  \(exact("3e25"))\n"
    let text =
      "- dossier: acme\n- party: acme\n- artifact: m\n- activity: r\n  by: acme\n  produces: m\n\(Self.large)"
      + "- artifact: n\n- activity: n/run\n\(run)- same-as: s\n  names: [m, n]\n"
    for name in ["m", "n"] {
      #expect(try Dossier(text).account(name).toDate == bounds("7e25", "7e25", "7e25"))
    }
  }

  /// The public record says by when a model was there: a later run is not the one that made it.
  @Test(arguments: [("to: 2024-05-01", false), ("to: 2024-09-01", true), ("state: done", true)])
  func thePublicRecordsDay(_ end: String, _ areTwo: Bool) throws {
    let known =
      "- dossier: public\n- party: acme\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: acme\n  produces: m\n  to: 2024-07-23\n"
    let own = Counted.tuned.replacing("kind: fine-tuning\n", with: "kind: fine-tuning\n  \(end)\n")
    let claims = ["acme", "m", "m/run"].map { "- same-as: \($0)\n  names: [acme:\($0), public:\($0)]\n" }
      .joined()
    #expect(try Dossier(known, own + claims).graph().identity.parted.isEmpty != areTwo)
  }

  /// A join that one side alone says is told as such, and its names are no look-alikes.
  @Test func oneSideAlone() throws {
    let known =
      "- dossier: public\n- party: lab\n- artifact: m\n- activity: m/run\n  kind: pretraining\n  by: lab\n  produces: m\n"
    let join = "- same-as: s\n  names: [acme:m, public:m]\n"
    #expect(try Dossier(known, Counted.tuned).account("m").codes.contains("look-alike"))
    let codes = try Dossier(known, Counted.tuned + join).account("m").codes
    #expect(codes.contains("joined-by-one") && !codes.contains("look-alike"))
  }

  /// In one environment a run whose first day is not agreed may follow anything there.
  @Test(arguments: ["abel", "zeta"]) func presumptions(_ name: String) throws {
    let place = "  environment: lab\n"
    let other = "- activity: other\n  kind: trial\n  by: acme\n  from: 2025-01-01\n  to: 2025-02-01\n\(place)"
    let dossier = try joined(
      Self.large + place + "  from: 2026-01-01\n" + other + "  \(exact("1e20"))\n",
      "  kind: pretraining\n\(place)", name)
    #expect(try dossier.account("m", presuming).toDate.high == nil)
  }
}
