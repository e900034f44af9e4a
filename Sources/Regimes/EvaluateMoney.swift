import Lineage
import Measures
import Records

/// Amounts of money: exact, in one currency, never converted.
extension Judge {
  /// What a party took in a year, with its affiliates where asked. A party without a figure may have taken any amount;
  /// so may a set of affiliates that is not known whole.
  func grossRevenue(of party: GlobalID, _ reference: QuantityReference, in dimension: Dimension) -> Measured {
    var parties = [graph.identity(party)]
    var bounds: Bounds<UInt128> = Bounds(exactly: 0)
    if reference.with == "affiliates" {
      let (others, isWhole) = affiliates(of: party)
      parties += others
      if !isWhole { bounds = .unknown }
    }
    var facts: [FactUse] = []
    for party in parties {
      let records = names(of: party).flatMap { self.facts.records(of: "revenue", mentioning: $0) }
        .filter { $0.isWithheld || $0["year"]?.text == String(asOf.date.year - 1) }
      bounds = (try? bounds.adding(taken(records, dimension))) ?? .unknown
      facts += records.map { use($0, value: $0["amount"]?.quantity?.written ?? "", field: "amount") }
    }
    return Measured(bounds: bounds.ratios, dimension: dimension, facts: facts)
  }

  /// The figures that were stated, in minor units: where they disagree, anything between.
  private func taken(_ records: [Record], _ dimension: Dimension) -> Bounds<UInt128> {
    let amounts = records.compactMap { $0["amount"]?.quantity }.filter { $0.dimension == dimension }
      .map { $0.value.numerator }
    guard let low = amounts.min(), let high = amounts.max(), amounts.count == records.count else { return .unknown }
    return (try? Bounds(low: low, best: low == high ? low : nil, high: high)) ?? .unknown
  }

  /// The companies under common control with a party, by its own record or by theirs.
  private func affiliates(of party: GlobalID) -> (others: [GlobalID], isWhole: Bool) {
    let own = names(of: party)
    let listed = own.flatMap { facts[$0]?.references("affiliates") ?? [] }
    let listing = own.flatMap { name in
      facts.records(of: "party", mentioning: name).filter { $0.references("affiliates").contains(name) }
    }.map { $0.id }
    let records = own.compactMap { facts[$0] }
    let all = Set((listed + listing).map { graph.identity($0) }).subtracting([graph.identity(party)])
    return (
      all.sorted(),
      !records.isEmpty && records.allSatisfy { $0.isComplete("affiliates") && !$0.isWithheld }
    )
  }
}
