import Measures
import Records
import TestSupport
import Testing

@testable import Lineage

/// The own compute of one activity: whose estimates count, how they are pooled, and when.
@Suite struct OwnComputeTests {
  private static let parties = "- dossier: acme\n- party: acme\n- artifact: m\n"

  private func run(_ fields: String) -> String {
    Self.parties + "- activity: r\n  kind: pretraining\n  by: acme\n  produces: m\n" + fields + "\n"
  }

  private static let measured =
    "{ method: telemetry, value: 100e18 FLOP, low: 90e18 FLOP, high: 110e18 FLOP }"
  private static let counted = "{ method: counted, parameters: 1e9, tokens: 2e10 }"

  /// Least low, greatest high, best of the first method in the order.
  @Test func pools() throws {
    let dossier = try Dossier(run("  compute: [\(Self.counted), \(Self.measured)]"))
    #expect(try dossier.account().toDate == bounds("90e18", "100e18", "120e18"))
    #expect(
      try dossier.account { $0.order = [.counted, .telemetry] }.toDate == bounds("90e18", "120e18", "120e18"))
    // A method that the order does not name gives no best, and its bounds stay.
    #expect(try dossier.account { $0.order = [.reported] }.toDate == bounds("90e18", "-", "120e18"))
  }

  /// Two figures by one method that differ have no best between them, in whatever order they are written.
  @Test func oneMethodWithTwoFigures() throws {
    let other = "{ method: counted, parameters: 2e9, tokens: 2e10 }"
    for pair in [[Self.counted, other], [other, Self.counted]] {
      let dossier = try Dossier(run("  compute: [\(pair.joined(separator: ", "))]"))
      #expect(try dossier.account().toDate == bounds("120e18", "-", "240e18"))
      #expect(try dossier.account().groundTruth == nil)
      // Nor does a later method decide between them.
      let three = try Dossier(
        run("  compute: [\(pair.joined(separator: ", ")), { method: reported, value: 150e18 FLOP }]"))
      #expect(try three.account().toDate.best == nil)
    }
    // The same figure twice is one figure.
    let twice = try Dossier(run("  compute: [\(Self.counted), \(Self.counted)]"))
    #expect(try twice.account().toDate.best == bounds("0", "120e18", "-").best)
  }

  /// A figure far below another method's least is no best; one far above is.
  @Test(arguments: [
    ("1", "-"), ("83e18", "-"), ("84e18", "84e18"), ("120e18", "120e18"), ("1e30", "1e30"),
  ])
  func aFigureFarBelowTheOthers(_ measured: String, _ best: String) throws {
    let dossier = try Dossier(
      run("  compute: [{ method: telemetry, value: \(measured) FLOP }, \(Self.counted)]"))
    let account = try dossier.account { $0.tolerance = try? Ratio(3, over: 10) }
    #expect(account.toDate.best == (best == "-" ? nil : try Numeral(best).ratio().rounded(.halfToEven)))
  }

  @Test func aMethodWithoutABestIsPassedOver() throws {
    let dossier = try Dossier(run("  compute: [{ method: telemetry, low: 50e18 FLOP }, \(Self.counted)]"))
    #expect(try dossier.account().toDate == bounds("50e18", "120e18", "-"))
  }

  @Test func withoutAnEstimateNothingIsKnown() throws {
    #expect(try Dossier(run("")).account().toDate == .unknown)
  }

  /// The total of the measured run beside what another dossier says.
  private func pooled(_ other: String) throws -> Bounds<UInt128> {
    try Dossier(run("  compute: [\(Self.measured)]"), other).account().toDate
  }

  private static let estimate =
    "- estimate: e\n  about: acme:r\n  compute: [{ method: counted, parameters: 1e9, tokens: 1e11 }]\n"

  /// Only those closer to the computation widen what its actor says.
  @Test(arguments: [
    ("- party: other\n", "110e18"),
    ("- party: other\n  roles: [{ role: authority, where: FR }]\n", "600e18"),
    ("- party: other\n  roles: [{ role: authority, from: 2027-01-01 }]\n", "110e18"),
    ("- party: other\n  roles: [{ role: authority, to: 2025-01-01 }]\n", "110e18"),
    ("- party: other\n  roles: [{ role: auditor }]\n", "110e18"),
    ("- party: other\n  roles: [{ role: evaluator }]\n", "110e18"),
  ])
  func thirdPartiesDoNot(_ party: String, _ high: String) throws {
    let pooled = try pooled("- dossier: other\n" + party + Self.estimate)
    #expect(try pooled == bounds("90e18", "100e18", high))
  }

  @Test func evaluatorsWithAccessDo() throws {
    let access = Self.estimate + "  with-access: yes\n"
    #expect(
      try pooled("- dossier: other\n- party: other\n  roles: [{ role: evaluator }]\n" + access)
        == bounds("90e18", "100e18", "600e18"))
    // Access does not make an evaluator of somebody who is none.
    #expect(try pooled("- dossier: other\n- party: other\n" + access) == bounds("90e18", "100e18", "110e18"))
  }

  @Test func custodiansDo() throws {
    let text =
      Self.parties
      + "- activity: r\n  kind: pretraining\n  by: acme\n  custodian: host:host\n  produces: m\n  compute: [\(Self.measured)]\n"
    let dossier = try Dossier(text, "- dossier: host\n- party: host\n" + Self.estimate)
    #expect(try dossier.account().toDate == bounds("90e18", "100e18", "600e18"))
    let clustered =
      text.replacing("  custodian: host:host\n", with: "  clusters: [c]\n")
      + "- cluster: c\n  custodian: host:host\n"
    let other = try Dossier(clustered, "- dossier: host\n- party: host\n" + Self.estimate)
    #expect(try other.account().toDate == bounds("90e18", "100e18", "600e18"))
  }

  private static let published = """
    - dossier: public
    - party: acme
    - artifact: m
    - activity: r
      kind: pretraining
      by: acme
      produces: m
      compute: [{ method: reported, value: 100e18 FLOP, low: 50e18 FLOP, high: 200e18 FLOP }]
    """

  private func published(_ other: String) throws -> Account {
    let dossier = try Dossier(Self.published, other)
    return try Accountant(dossier.graph(), convention()).account(of: GlobalID("public", "artifact", "m"))
  }

  private static let said =
    "- estimate: e\n  about: public:r\n  compute: [{ method: counted, parameters: 1e9, tokens: 4e10 }]\n"

  /// Nobody closer has spoken: one more third party only widens, around the best value of the public record.
  @Test func thirdPartiesStandInTogether() throws {
    let account = try published("- dossier: critic\n" + Self.said)
    #expect(try account.toDate == bounds("50e18", "100e18", "240e18"))
  }

  /// The developer has spoken: the public estimate is compared and shown, not pooled.
  @Test func theDeveloperReplacesThePublicEstimate() throws {
    let joined = "- same-as: us\n  names: [acme, public:acme]\n"
    let account = try published("- dossier: acme\n- party: acme\n" + joined + Self.said)
    #expect(try account.toDate == bounds("240e18", "240e18", "240e18"))
    #expect(account.entries.first?.estimates.map(\.standing) == [.thirdParty, .actor])
    #expect(account.findings.map(\.code).contains("differs-from-public"))
  }

  /// What is withheld may lie anywhere, whoever said it.
  @Test func aWithheldEstimateHasNoUpperBound() throws {
    let dossier = try Dossier(
      run("  compute: [\(Self.measured)]"),
      "- dossier: other\n- estimate: e\n  about: acme:r\n  withheld: yes\n")
    #expect(try dossier.account().toDate == .unknown)
  }

  @Test func aWithheldOrWithdrawnActivityIsUnknown() throws {
    let withheld = try Dossier(
      Self.parties + "- activity: r\n  withheld: yes\n  produces: m\n")
    #expect(try withheld.account().toDate == .unknown)
    let withdrawn = try Dossier(run("  compute: [\(Self.measured)]") + "- withdrawal: w\n  of: r\n")
    #expect(try withdrawn.account().toDate == .unknown)
    let twice = try Dossier(
      run("  compute: [\(Self.measured)]") + "- withdrawal: w\n  of: r\n- withdrawal: x\n  of: r\n")
    #expect(try twice.account().toDate == .unknown)
  }

  /// Whether somebody is closer is not shown: both readings are pooled, and there is no best.
  @Test func whoIsCloserMayBeHidden() throws {
    let party = "- party: other\n  roles: [{ role: authority }]\n  withheld: yes\n"
    let pooled = try pooled("- dossier: other\n" + party + Self.estimate)
    #expect(try pooled.low == flop("90e18") && pooled.high == flop("600e18"))
  }

  /// Bounds that are widened around the same best value leave it as far away as it was.
  @Test(arguments: ["", ", low: 1e24 FLOP", ", low: 1.2e25 FLOP, high: 5e25 FLOP"])
  func wideBoundsAreNoCloser(_ bounds: String) throws {
    let text =
      "- artifact: m\n- activity: r\n  kind: pretraining\n  by: acme\n  to: 2025-02-01\n  produces: m\n  compute: [{ method: telemetry, value: 9.9e24 FLOP }, { method: reported, value: 3e25 FLOP\(bounds) }]\n"
    let account = try Dossier("- dossier: acme\n- party: acme\n" + text).account {
      $0.tolerance = try? Ratio(3, over: 10)
    }
    #expect(account.toDate.best == nil)
  }
}
