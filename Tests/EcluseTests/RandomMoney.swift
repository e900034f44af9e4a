import Measures
@testable import Records

/// How large models and their makers are.
extension RandomWorld {
  mutating func addMoney() {
    let owner = GlobalID(Self.ns, "party", Self.ns)
    sometimes(70, .parameters) { world in
      let size = world.random.pick([100_000_000, 999_999_999, 1_000_000_001, 7_000_000_000] as [UInt128])
      world.extend(world.model, ["parameters": .number(Bounds(exactly: Ratio(size)))])
    }
    sometimes(70) { $0.extend(owner, ["complete": .words("operates-in", "affiliates")]) }
    sometimes(80, .revenue) { $0.addRevenue(of: owner, by: Self.ns) }
    sometimes(40, .affiliate) { world in
      let sister = GlobalID("sister", "party", "sister")
      let isListed = world.random.chance(50)
      let listing: [String: Value] = ["affiliates": .list([.reference(owner)])]
      world.add("sister", "party", "sister", isListed ? [:] : listing)
      if isListed { world.extend(owner, ["affiliates": .list([.reference(sister)])]) }
      if world.random.chance(80) { world.addRevenue(of: sister, by: "sister") }
    }
    sometimes(25, .revenueByOthers) { world in
      world.addRevenue(of: owner, by: world.random.pick(["other", "kat", "fr-authority"]))
    }
  }

  private mutating func addRevenue(of party: GlobalID, by issuer: String) {
    let amount = random.pick(["1 USD", "250000000 USD", "499999999 USD", "500000001 USD", "3 EUR"])
    add(
      issuer, "revenue", "of-\(party.local)",
      ["about": .reference(party), "year": .integer(2025), "amount": Value(amount)])
  }

  /// The record of `id` with more fields.
  private mutating func extend(_ id: GlobalID, _ fields: [String: Value]) {
    records = records.map {
      $0.id == id && !$0.isWithheld ? $0.changed(body: $0.body.merging(fields) { _, new in new }) : $0
    }
  }
}
