import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// The greatest rate of a model: what its series bound, and what they leave open.
@Suite struct RateTests {
  private static let pack: TestPack = {
    var pack = TestPack()
    pack.conventions = [
      "minute: { measures: inference-rate, over: serving-fleet, window: $window, statistic: max, cite: \(TestPack.cite) }"
    ]
    pack.parameters = [TestPack.parameter("window", "60 s"), TestPack.parameter("speed", "1e18 FLOP/s")]
    pack.articles = [
      TestPack.article(
        "a", when: "{ quantity: { name: inference-rate, convention: minute, above: $speed } }",
        then: "{ closes: { actions: [use] } }")
    ]
    return pack
  }()

  /// A hall of as many accelerators of 1.9789e15 operations a second.
  private func served(_ windows: String, halls: Int? = nil, more: String = "") -> String {
    let clusters = halls.map { _ in "  clusters: [hall]\n  complete: [clusters, available-in]\n" } ?? ""
    let hall =
      halls.map { "- cluster: hall\n  devices: [{ chips: \($0) x h100-sxm }]\n  complete: [devices]\n" } ?? ""
    return
      "- deployment: d\n  model: m\n  access: api\n  available-in: FR\n  from: 2026-11-20T00:00:00Z\n  to: 2026-11-30\n\(clusters)\(hall)- activity: serving\n  kind: inference\n  deployment: d\n  rate: [\(windows)]\n\(more)"
  }

  private func state(_ text: String, at asOf: String = "2026-11-20T00:01:59.999Z") throws -> GateCondition {
    try Judge(Dossier(model() + text), [Self.pack], at: asOf).state(.use)
  }

  private static let first =
    "{ from: 2026-11-20T00:00:00Z, to: 2026-11-20T00:00:59.999Z, value: 9e17 FLOP/s }"
  private static let second =
    "{ from: 2026-11-20T00:01:00Z, to: 2026-11-20T00:01:59.999Z, value: 9e17 FLOP/s }"
  private static let both = "{ from: 2026-11-20T00:00:00Z, to: 2026-11-20T00:01:59.999Z, value: 9e17 FLOP/s"

  @Test func windowsOfTheConventionBoundTheRate() throws {
    #expect(try state(served("\(Self.first), \(Self.second)")) == .open)
    #expect(try state(served("\(Self.first), \(Self.second.replacing("9e17", with: "2e18"))")) == .closed)
  }

  /// What serves the model outside its deployments counts too, and a stranger's series is added, never all
  /// there is.
  @Test func nothingServedIsLeftOut() throws {
    let own = served("\(Self.first), \(Self.second)")
    let stray =
      "- activity: stray\n  kind: inference\n  uses: [{ artifact: m, as: model }]\n  rate: [\(Self.first)]\n"
    #expect(try state(own + stray) == .closed)
    // It adds so much while it runs, or no one knows how much more.
    let slow = stray.replacing("9e17", with: "1e16")
    #expect(try state(own + slow) == .undetermined)
    let dates = "\n  from: 2026-11-20T00:00:00Z\n  to: 2026-11-20T00:00:59.999Z"
    #expect(try state(own + slow.replacing("inference", with: "inference\(dates)")) == .open)
    let theirs =
      "- dossier: other\n- party: other\n- activity: s\n  kind: inference\n  deployment: acme:d\n  rate: [\(Self.first), \(Self.second)]\n"
    let declared = String(own.prefix(upTo: own.firstRange(of: "- activity")?.lowerBound ?? own.endIndex))
    let asOf = "2026-11-20T00:01:59.999Z"
    #expect(
      try Judge(Dossier(model() + declared, theirs), [Self.pack], at: asOf).state(.use) == .undetermined)
  }

  /// What serves the model without a rate, or with one for a part of its time, may serve any amount beside the rest.
  @Test(arguments: [
    ("  deployment: d\n", GateCondition.undetermined),
    ("  uses: [{ artifact: m, as: model }]\n", .undetermined),
    ("  deployment: d\n  rate: [\(first)]\n", .closed),
    ("  deployment: d\n  rate: [\(first.replacing("9e17", with: "1e16"))]\n", .undetermined),
    (
      "  deployment: d\n  rate: [\(first.replacing("9e17", with: "1e16"))]\n  to: 2026-11-20T00:00:59.999Z\n",
      .open
    ),
    ("  uses: [{ artifact: n, as: model }]\n- artifact: n\n", .open),
  ])
  func servedWithoutARate(_ more: String, _ expected: GateCondition) throws {
    let own = served("\(Self.first), \(Self.second)")
    #expect(try state(own + "- activity: more\n  kind: inference\n\(more)") == expected)
  }

  /// What serves a deployment that has ended ended with it, if it began within and the deployment is the model's own.
  @Test(arguments: [
    ("m", "from: 2026-11-01\n  to: 2026-11-19", GateCondition.open),
    ("m", "from: 2026-11-03\n  to: 2026-11-19", .undetermined),
    ("n", "from: 2026-11-01\n  to: 2026-11-19", .undetermined),
    ("m", "to: 2026-11-19", .undetermined), ("m", "from: 2027-11-01", .undetermined),
  ])
  func servedByADeploymentThatEnded(_ model: String, _ days: String, _ expected: GateCondition) throws {
    let ended =
      "- artifact: n\n- deployment: old\n  model: \(model)\n  access: api\n  available-in: FR\n  \(days)\n"
      + "- activity: old/serving\n  kind: inference\n  deployment: old\n  from: 2026-11-02\n  uses: [{ artifact: m, as: model }]\n"
      + "  rate: [{ from: 2026-11-02, to: 2026-11-19, value: 1e16 FLOP/s, high: 1e16 FLOP/s }]\n"
    #expect(try state(served("\(Self.first), \(Self.second)") + ended) == expected)
  }

  /// Windows of one series that overlap are one statement of that time: nothing is served twice.
  @Test func overlappingWindowsCountOnce() throws {
    let slow = Self.both.replacing("9e17", with: "6e17") + ", high: 7e17 FLOP/s }"
    #expect(try state(served("\(slow), \(Self.first.replacing("9e17", with: "6.5e17"))")) == .open)
    // The greatest of them counts.
    let fast = Self.first.replacing("value: 9e17", with: "low: 6e17 FLOP/s, high: 2e18")
    #expect(try state(served("\(slow), \(fast)")) == .undetermined)
  }

  /// An average over a longer time bounds no peak within it, unless a greatest rate is stated.
  @Test func longerWindowsBoundNothingUpward() throws {
    #expect(try state(served("\(Self.both) }")) == .undetermined)
    #expect(try state(served("\(Self.both), high: 9.5e17 FLOP/s }")) == .open)
    #expect(try state(served("\(Self.both.replacing("9e17", with: "2e18")) }")) == .closed)
    // The clusters bound it too: 505 accelerators compute less than 1e18, 506 more.
    #expect(try state(served("\(Self.both) }", halls: 505)) == .open)
    #expect(try state(served("\(Self.both) }", halls: 506)) == .undetermined)
  }

  /// Time that no window covers has the capacity of the clusters, or no upper bound.
  @Test func timeOutsideTheSeriesIsNotBounded() throws {
    #expect(try state(served(Self.first)) == .undetermined)
    #expect(try state(served(Self.second)) == .undetermined)
    #expect(try state(served(Self.first), at: "2026-11-20T00:00:59.999Z") == .open)
    #expect(try state(served(Self.first), at: "2026-11-20T00:01:00Z") == .undetermined)
    #expect(try state(served(Self.first, halls: 505)) == .open)
    #expect(try state(served(Self.first, halls: 506)) == .undetermined)
    // Who does not say since when it is deployed leaves the time before open.
    let undated = served("\(Self.first), \(Self.second)").replacing(
      "  from: 2026-11-20T00:00:00Z\n", with: "")
    #expect(try state(undated) == .undetermined)
  }

  /// A deployment of no clusters is served by some that nobody recorded.
  @Test func noClustersAreNoBound() throws {
    let none = served(Self.first).replacing(
      "  to: 2026-11-30\n", with: "  to: 2026-11-30\n  complete: [clusters]\n")
    #expect(try state(none) == .undetermined)
  }

  /// An activity that is not shown may serve the model too.
  @Test(arguments: [
    ("  uses: [{ artifact: m, as: model }]\n", GateCondition.undetermined), ("", .undetermined),
    ("  produces: n\n- artifact: n\n", .open),
  ])
  func whatIsHiddenMayServe(_ head: String, _ expected: GateCondition) throws {
    let hidden = "- activity: h\n  withheld: yes\n\(head)"
    #expect(try state(served("\(Self.first), \(Self.second)", more: hidden)) == expected)
    // A series that is not shown may say more than the clusters that are can compute.
    #expect(try state(served(Self.first, halls: 505, more: hidden)) == expected)
  }
}

/// What a cluster can compute under a capability convention.
@Suite struct CapabilityConventionTests {
  private func state(_ convention: String, _ cluster: String) throws -> GateCondition {
    var pack = TestPack()
    pack.conventions = ["peak: { measures: capability, \(convention), cite: \(TestPack.cite) }"]
    pack.parameters = [TestPack.parameter("least", "1e18 FLOP/s"), TestPack.parameter("link", "100 Gbit/s")]
    pack.articles = [
      TestPack.article(
        "a", on: "cluster", when: "{ quantity: { name: capability, convention: peak, at-least: $least } }",
        then: "{ closes: { actions: [compute] } }")
    ]
    let text =
      "- dossier: acme\n- party: acme\n- cluster: c\n  devices: [{ chips: 600 x h100-sxm }]\n  complete: [devices]\n\(cluster)"
    return try Judge(Dossier(text), [pack]).gate(
      acme("cluster", "c"), .compute, in: GateState.everywhere, [pack.read()]
    ).state
  }

  /// 600 accelerators reach 1e18 in fp8 and not in bf16; in fp4, which they lack, nothing bounds them.
  @Test func precision() throws {
    #expect(try state("precision: fastest-supported, sparsity: dense", "") == .closed)
    #expect(try state("precision: fp8", "") == .closed)
    #expect(try state("precision: bf16", "") == .open)
    #expect(try state("precision: fp4", "") == .undetermined)
  }

  @Test func links() throws {
    let asked = "precision: fp8, minimum-link: $link"
    #expect(try state(asked, "  interconnect: 100 Gbit/s\n") == .closed)
    #expect(try state(asked, "  interconnect: 99 Gbit/s\n") == .open)
    // A link that is not known is taken as fast only where the convention says so.
    #expect(try state(asked, "") == .undetermined)
    #expect(try state(asked + ", unknown-link: interconnected", "") == .closed)
  }
}
