import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// What a reader of the figures must know.
@Suite struct FindingsTests {
  private func run(_ estimates: String, artifact: String = "") -> String {
    "- dossier: acme\n- party: acme\n- artifact: m\n\(artifact)- activity: r\n  kind: pretraining\n  by: acme\n  produces: m\n  \(estimates)\n"
  }

  private func codes(_ text: String, _ change: (inout CountingConvention) -> Void = { _ in }) throws
    -> [String]
  {
    try Dossier(text).account("m", change).findings.map(\.code)
  }

  /// The tolerance is a share of the reported estimate: 30 % of 4.56e24 is 1.368e24, of 3.29e24 it is 9.87e23, and
  /// the two differ by 1.27e24.
  @Test(arguments: [
    ("4.56e24", "3.29e24", [String]()), ("3.29e24", "4.56e24", ["methods-diverge"]),
    ("4.56e24", "3.19e24", ["methods-diverge"]), ("1e24", "1.3e24", []),
    ("1e24", "1.3001e24", ["methods-diverge"]),
    ("1e24", "0.7e24", []), ("1e24", "1e24", []),
  ])
  func methodsDivergeFromTheReportedOne(_ reported: String, _ counted: String, _ expected: [String]) throws {
    let text = run(
      "compute: [{ method: reported, value: \(reported) FLOP }, { method: counted, parameters: \(counted), tokens: 1, per-parameter-token: 1 }]"
    )
    #expect(try codes(text) { $0.tolerance = try? Ratio(3, over: 10) } == expected)
    #expect(try codes(text) == [])
  }

  /// Without a reported one, from the least: 30 % of 6e21 is 1.8e21.
  @Test(arguments: [("1e20", true), ("5e21", false), ("7.8e21", false), ("8e21", true)])
  func methodsDivergeFromEachOther(_ measured: String, _ expected: Bool) throws {
    let text = run(
      "compute: [{ method: telemetry, value: \(measured) FLOP }, { method: counted, parameters: 1e9, tokens: 1e12 }]"
    )
    let codes = try codes(text) { $0.tolerance = try? Ratio(3, over: 10) }
    #expect(codes == (expected ? ["methods-diverge"] : []))
    #expect(try self.codes(text) == [])
  }

  @Test func runsWithoutAnEstimate() throws {
    #expect(try codes(run("note: nothing")) == ["no-estimate"])
    #expect(try codes(run("budget: [{ method: reported, value: 1e20 FLOP }]")) == [])
    #expect(try codes("- dossier: acme\n- artifact: m\n") == ["unknown-activity"])
  }

  /// A published total that lies outside ours.
  @Test(arguments: [
    ("1e20", [String]()), ("2e20", ["total-differs"]), ("1.4e20", []), ("9e19", ["total-differs"]),
  ])
  func publishedTotals(_ published: String, _ expected: [String]) throws {
    let text = run(
      "compute: [{ method: telemetry, value: 1.2e20 FLOP, low: 1e20 FLOP, high: 1.4e20 FLOP }]",
      artifact: "  reported-total: \(published) FLOP\n")
    #expect(try codes(text) == expected)
  }

  @Test func namesThatLookAlike() throws {
    let estimate = exact("1e20")
    for (name, expected) in [("M", true), ("m.", true), ("M-", true), ("n", false), ("m2", false)] {
      let text = run(estimate) + "- artifact: other\n  name: \"\(name)\"\n"
      #expect(try codes(text).contains("look-alike") == expected, "\(name)")
    }
    // Once joined, they are one.
    #expect(
      try codes(run(estimate) + "- artifact: other\n  name: M\n- same-as: s\n  names: [m, other]\n") == [])
    // Letters beyond ASCII tell names apart.
    #expect(try codes(run(estimate, artifact: "  name: é\n") + "- artifact: other\n  name: e\n") == [])
  }

  @Test func otherFiguresThanThePublicOnes() throws {
    let published =
      "- dossier: public\n- artifact: m\n- activity: r\n  kind: pretraining\n  produces: m\n  \(exact("1e20"))\n"
    func codes(_ amount: String) throws -> [String] {
      let dossier = try Dossier(
        published, "- dossier: acme\n- estimate: e\n  about: public:r\n  \(exact(amount))\n")
      return try Accountant(dossier.graph(), convention()).account(of: GlobalID("public", "artifact", "m"))
        .findings.map(\.code)
    }
    #expect(try codes("1e20") == [])
    #expect(try codes("2e20") == ["differs-from-public"])
  }

  /// Both books are summed, and neither is made up.
  @Test func twoBooks() throws {
    let truth = "{ method: telemetry, value: 1e20 FLOP, book: ground-truth }"
    let approximation = "{ method: counted, parameters: 1e8, tokens: 2e11 }"
    let both = try Dossier(run("compute: [\(truth), \(approximation)]")).account()
    #expect(try both.groundTruth == flop("1e20") && both.approximation == flop("1.2e20"))
    let one = try Dossier(run("compute: [\(approximation)]")).account()
    #expect(try one.groundTruth == nil && one.approximation == flop("1.2e20"))
    let second =
      run("compute: [\(truth), \(approximation)]\n  uses: [{ artifact: base, as: base-weights }]")
      + "- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: acme\n  produces: base\n  compute: [\(truth)]\n"
    let sum = try Dossier(second).account()
    // One of the two has no approximation: the sum of approximations is not known.
    #expect(try sum.groundTruth == flop("2e20") && sum.approximation == nil)
  }

  /// A total published under either of two joined names is compared.
  @Test func publishedTotalsOfJoinedNames() throws {
    let text =
      "- dossier: acme\n- artifact: m\n- artifact: other\n  reported-total: 9e25 FLOP\n- same-as: s\n  names: [m, other]\n- activity: r\n  kind: pretraining\n  produces: m\n  \(exact("1e20"))\n"
    for name in ["m", "other"] {
      #expect(try Dossier(text).account(name).findings.map(\.code).contains("total-differs"), "\(name)")
    }
  }
}
