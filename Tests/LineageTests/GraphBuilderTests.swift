import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What enters what, and what a convention follows.
@Suite struct GraphBuilderTests {
  /// A base that nobody recorded becomes an artifact with an unknown activity, and the account says so.
  @Test func aBaseThatNobodyRecorded() throws {
    let text = Counted.tuned.replacing("produces: base\n", with: "note: nothing\n")
    let account = try Dossier(text).account("m")
    #expect(try account.toDate == bounds("1e20", "-", "-"))
    #expect(try account.knownSum == flop("1e20"))
    #expect(account.entries.map(\.activity.local) == ["m/run", "base/unknown"])
    #expect(account.entries.last?.kind == "unknown" && account.entries.last?.counts == true)
    #expect(account.findings.map(\.code) == ["unknown-activity"])
    // Another party's base that is not here at all.
    let foreign = try Dossier(Counted.tuned.replacing("artifact: base, as", with: "artifact: meta:llama, as"))
      .account("m")
    #expect(try foreign.toDate == bounds("1e20", "-", "-"))
    #expect(foreign.entries.last?.activity == GlobalID("meta", "activity", "llama/unknown"))
  }

  @Test func whatPeopleMadeHasNoComputeBehindIt() throws {
    func text(_ origin: String) -> String {
      Counted.tuned.replacing(
        "uses: [{ artifact: base, as: base-weights }]", with: "uses: [{ artifact: books, as: data }]")
        + "- artifact: books\n  type: dataset\n\(origin)"
    }
    #expect(try Dossier(text("  origin: human\n")).account("m").toDate == bounds("1e20", "1e20", "1e20"))
    #expect(try Dossier(text("")).account("m").toDate == bounds("1e20", "-", "-"))
  }

  /// A model is made by computation, and so is what a recorded activity produces, whatever their records say.
  @Test func aModelIsNotMadeByPeople() throws {
    let model = Counted.tuned.replacing("- artifact: base\n", with: "- artifact: base\n  origin: human\n")
    #expect(try Dossier(model).account("m").toDate == bounds("6e20", "6e20", "6e20"))
    let dataset = model.replacing("origin: human", with: "origin: human\n  type: dataset")
    #expect(try Dossier(dataset).account("m").toDate == bounds("6e20", "6e20", "6e20"))
    #expect(try Dossier("- artifact: m\n  origin: human\n").account("m").toDate == .unknown)
  }

  /// Whatever reaches a model by two ways counts once.
  @Test func aDiamondCountsOnce() throws {
    let text =
      Counted.tuned
      + "- artifact: n\n- activity: n/run\n  kind: merge\n  by: acme\n  uses: [{ artifact: base, as: merged }, { artifact: m, as: merged }]\n  produces: n\n  \(exact("1e18"))\n"
    #expect(try Dossier(text).account("n").toDate == bounds("601e18", "601e18", "601e18"))
  }

  @Test func rolesKindsAttributesAndActors() throws {
    let dossier = try Dossier(Counted.tuned)
    let own = try bounds("1e20", "1e20", "1e20")
    func reason(_ change: (inout CountingConvention) -> Void) throws -> (Bounds<UInt128>, String?) {
      let account = try dossier.account("m", change)
      return (account.toDate, account.entries.first { !$0.counts }?.because.code)
    }
    #expect(try reason { $0.roles = .only(["merged"]) } == (own, "role-not-counted"))
    #expect(try reason { $0.exceptRoles = ["base-weights"] } == (own, "role-not-counted"))
    #expect(
      try reason { $0.requirements = ["base-weights": ["feedback": "automatic"]] } == (
        own, "attribute-needed"
      ))
    #expect(try reason { $0.kinds = .only(["fine-tuning"]) } == (own, "kind-not-counted"))
    #expect(try reason { $0.sameActorOnly = true } == (bounds("6e20", "6e20", "6e20"), nil))
    let other = try Dossier(
      Counted.tuned.replacing("kind: pretraining\n  by: acme", with: "kind: pretraining\n  by: meta:meta"))
    #expect(try other.account("m") { $0.sameActorOnly = true }.toDate == own)
    #expect(try other.account("m") { $0.flags = .only([]) }.toDate == own)
    #expect(try other.account("m").toDate == bounds("6e20", "6e20", "6e20"))
    // An actor that nobody named may be the same one.
    let unnamed = try Dossier(
      Counted.tuned.replacing("kind: pretraining\n  by: acme", with: "kind: pretraining"))
    #expect(try unnamed.account("m") { $0.sameActorOnly = true }.toDate.high == flop("6e20"))
  }

  @Test func sinceIsADifferenceOfSets() throws {
    let text =
      Counted.tuned
      + "- artifact: n\n- activity: n/run\n  kind: fine-tuning\n  by: acme\n  uses: [{ artifact: m, as: base-weights }]\n  produces: n\n  \(exact("2e20"))\n"
    let graph = try Dossier(text).graph()
    let accountant = Accountant(graph, convention())
    func since(_ a: String, _ b: String) throws -> Bounds<UInt128> {
      let sets = [a, b].map { accountant.ancestors(of: graph.sources(of: acme("artifact", $0))) }
      return try accountant.sum(Accountant.lacking(sets[0], sets[1]))
    }
    #expect(try since("n", "base") == bounds("3e20", "3e20", "3e20"))
    #expect(try since("n", "m") == bounds("2e20", "2e20", "2e20"))
    #expect(try since("n", "n") == .zero)
    #expect(try since("base", "n") == .zero)
    #expect(try accountant.total(of: acme("artifact", "nothing")) == .unknown)
    #expect(try accountant.total(of: acme("activity", "m/run")) == bounds("6e20", "6e20", "6e20"))
  }

  /// Exactly one of an artifact and an activity enters.
  @Test(arguments: ["{ as: data }", "{ artifact: base, activity: base/run, as: data }"])
  func aUseNamesOneThing(_ use: String) throws {
    let dossier = try Dossier(Counted.tuned.replacing("{ artifact: base, as: base-weights }", with: use))
    #expect { try dossier.graph() } throws: { error in
      (error as? Problems)?.list.map(\.code) == [.contradiction]
    }
  }

  /// The name of an unknown activity is one that nobody gave.
  @Test func unknownActivitiesHaveNamesOfTheirOwn() throws {
    let text =
      "- dossier: acme\n- artifact: m\n- artifact: n\n- activity: m/unknown\n  kind: pretraining\n  produces: n\n  \(exact("1e20"))\n"
    let accountant = try Accountant(Dossier(text).graph(), convention())
    #expect(try accountant.total(of: acme("artifact", "m")) == .unknown)
    #expect(try accountant.total(of: acme("artifact", "n")) == bounds("1e20", "1e20", "1e20"))
  }

  /// What gives a model its parameters trains, in whatever file its type is said; what gives data need not.
  @Test(arguments: [
    ("inference", "", true), ("evaluation", "  type: model\n", true), ("trial", "", true),
    ("inference", "  type: dataset\n", false), ("merge", "", false), ("quantization", "", false),
  ])
  func whatMakesAModelTrains(_ kind: String, _ type: String, _ isRefused: Bool) throws {
    let run = "- dossier: acme\n- party: acme\n- activity: r\n  kind: \(kind)\n  by: acme\n  produces: "
    let artifact = "- artifact: m\n\(type)"
    for files in [
      [run + "m\n" + artifact], [run + "other:m\n", "- dossier: other\n- party: other\n" + artifact],
    ] {
      let dossier = try Dossier(files: files)
      if isRefused {
        #expect(throws: Problems.self) { try dossier.graph() }
      } else {
        #expect(throws: Never.self) { try dossier.graph() }
      }
    }
    // Where the type is withheld, a computation that nobody recorded may be behind it.
    let hidden = try Dossier(run + "m\n" + artifact.replacing("m\n", with: "m\n  withheld: yes\n")).graph()
    #expect(hidden.sources(of: acme("artifact", "m")).count == (Kinds.trainingKinds.contains(kind) ? 1 : 2))
  }
}
