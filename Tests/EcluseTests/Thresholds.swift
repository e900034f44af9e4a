import Measures
import RecordsIO
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// Every threshold of every pack at one below, at, and one above.
@Suite struct Thresholds {
  struct Item: CustomStringConvertible, Sendable {
    let pack: String
    let article: String
    let test: QuantityTest
    let step: Int
    var description: String {
      "\(pack) \(article) \(test.quantity.name) \(test.comparator.rawValue) $\(test.threshold) \(step)"
    }
  }

  static let items: [Item] = Laws.workspace.library.packs.flatMap { pack in
    let named =
      pack.articles.flatMap { article in article.conditions.map { (article.id, $0) } }
      + pack.scales.flatMap { scale in scale.steps.compactMap { step in step.when.map { (step.name, $0) } } }
    let tests = named.flatMap { name, condition in condition.leaves.map { (name, $0) } }.compactMap {
      name, leaf in
      if case .quantity(let test) = leaf { (name, test) } else { nil }
    }
    return tests.flatMap { name, test in
      [-1, 0, 1].map { Item(pack: pack.id, article: name, test: test, step: $0) }
    }
  }

  @Test func thereAreSome() { #expect(Self.items.count >= 27) }

  @Test(arguments: items) func exact(_ item: Item) throws {
    let pack = try #require(Laws.workspace.library.pack(item.pack))
    let parameter = try #require(pack.parameters[item.test.threshold])
    let probe = try Laws.judge(records(item.test, value: 1))
    let subject = subject(item.test)
    // What `let` names in the packs that ship.
    let scope = Scope(pack: pack, standing: .assumed(pack), subject: subject)
      .naming("original", .record(GlobalID("other", "artifact", "o")))
      .naming("run", .record(GlobalID("maker", "activity", "m/run")))
    guard let threshold = probe.parameter(item.test.threshold, scope).quantity else {
      // The text names no figure: whatever the quantity, nothing is decided.
      #expect(parameter.content == .required)
      #expect(probe.evaluate(item.test, scope).verdict == .cannotBeExcluded)
      return
    }
    let value = threshold.rounded(.down) &+ UInt128(bitPattern: Int128(item.step))
    let hardware = try YAMLReader.read(
      "hardware: { unit: { name: unit, peak: { fp8: 1 FLOP/s } } }", file: "unit")
    let estimator = Estimator(hardware: try HardwareTable(hardware))
    let verdict = try Laws.judge(records(item.test, value: value), estimator).evaluate(item.test, scope)
      .verdict
    #expect(verdict == Verdict(item.test.comparator.passes(Ratio(value), threshold)))
    let expected: Bool =
      switch item.test.comparator {
      case .above: item.step > 0
      case .atLeast: item.step >= 0
      case .below: item.step < 0
      case .atMost: item.step <= 0
      }
    #expect(verdict == Verdict(expected))
  }

  /// Every share of every pack, of an original of which it is a whole number of operations. One third exactly is not
  /// above one third; one operation more is (C(2025) 5045, paragraph 63).
  @Test(arguments: [-1, 0, 1]) func shares(_ step: Int) throws {
    var found = 0
    for pack in Laws.workspace.library.packs {
      for case .ratio(let test) in pack.articles.flatMap(\.conditions).flatMap(\.leaves) {
        found += 1
        let scope = Scope(pack: pack, standing: .assumed(pack), subject: GlobalID("maker", "artifact", "m"))
        let share = try #require(Laws.judge([]).parameter(test.share, scope).quantity)
        let unit = try UInt128.powerOfTen(24)
        let original = Bounds(exactly: Ratio(unit * share.denominator))
        let own = Bounds(exactly: Ratio(unit * share.numerator &+ UInt128(bitPattern: Int128(step))))
        let isAbove = test.comparator == .above ? step > 0 : step >= 0
        let expected = Verdict(test.comparator.growsWithQuantity ? isAbove : step < 0)
        #expect(
          Judge.compare(own, original, test.comparator, share, test.bound) == expected,
          "\(pack.id) $\(test.share) \(step)")
      }
    }
    #expect(found >= 2)
  }

  private func subject(_ test: QuantityTest) -> GlobalID {
    switch test.quantity.name {
    case "capability": GlobalID("maker", "cluster", "c")
    case "gross-revenue": GlobalID("maker", "party", "maker")
    case "deaths-and-serious-injuries", "property-damage-without-equity": GlobalID("maker", "incident", "i")
    default: GlobalID("maker", "artifact", "m")
    }
  }

  private func record(_ kind: String, _ local: String, _ body: [String: Value]) -> Record {
    Record(
      kind: kind, id: GlobalID("maker", kind, local), revision: 1, issuer: "maker", validFrom: nil,
      validTo: nil,
      stated: nil, replaces: nil, because: nil, isWithheld: false, body: body, mark: Mark(file: "t", line: 1))
  }

  /// So many cents.
  private func dollars(_ cents: UInt128) throws -> Quantity {
    let rest = cents % 100
    return try Quantity("\(cents / 100).\(rest < 10 ? "0" : "")\(rest) USD")
  }

  /// A kind of computation that counts.
  private func kind(_ test: QuantityTest) -> String {
    let convention = test.quantity.convention.flatMap { Laws.workspace.library.convention($0) }
    return convention?.kinds.contains("pretraining") == false ? "fine-tuning" : "pretraining"
  }

  private func records(_ test: QuantityTest, value: UInt128) throws -> [Record] {
    let model = GlobalID("maker", "artifact", "m")
    switch test.quantity.name {
    case "training-cost":
      return [record("activity", "m/run", ["cost": .quantity(try dollars(value))])]
    case "training-compute":
      let quantity = try Quantity("\(value) FLOP")
      let estimate: [String: Value] = [
        "method": .word("telemetry"), "value": .quantity(quantity), "low": .quantity(quantity),
        "high": .quantity(quantity),
      ]
      return [
        record("artifact", "m", [:]),
        record(
          "activity", "m/run",
          [
            "kind": .word(kind(test)), "produces": .list([.reference(model)]),
            "complete": .list([.word("uses")]),
            "compute": .list([.group(estimate)]),
          ]),
      ]
    case "inference-rate":
      // One rate for all of the deployment's time.
      let (from, to) = (Value.day(20_000), Value.day(30_000))
      let rate = Value.quantity(try Quantity("\(value) FLOP/s"))
      return [
        record("artifact", "m", [:]), record("deployment", "d", ["model": .reference(model), "from": from]),
        record(
          "activity", "serving",
          [
            "kind": .word("inference"), "deployment": .reference(GlobalID("maker", "deployment", "d")),
            "rate": .list([.group(["from": from, "to": to, "low": rate, "high": rate])]),
          ]),
      ]
    case "parameters":
      return [record("artifact", "m", ["parameters": .number(Bounds(exactly: Ratio(value)))])]
    case "deaths-and-serious-injuries":
      return [record("incident", "i", [test.quantity.name: .number(Bounds(exactly: Ratio(value)))])]
    case "property-damage-without-equity":
      return [record("incident", "i", [test.quantity.name: .quantity(try dollars(value))])]
    case "gross-revenue":
      return [
        record("party", "maker", ["complete": .words("affiliates")]),
        record(
          "revenue", "year",
          [
            "about": .reference(GlobalID("maker", "party", "maker")), "year": .integer(2025),
            "amount": .quantity(try dollars(value)),
          ]),
      ]
    default:
      // A cluster of as many accelerators of one operation per second.
      return [
        record(
          "cluster", "c",
          [
            "devices": .list([.group(["chips": .chips(count: value, id: "unit")])]),
            "complete": .words("devices"),
          ])
      ]
    }
  }
}
