import Lineage
import Measures
import Records

/// Amounts of money: exact, in one currency, never converted.
extension Judge {
  /// What a party took in a year, with its affiliates where asked. A party without a figure may have taken any amount;
  /// so may a set of affiliates that is not known whole.
  func grossRevenue(of party: GlobalID, _ reference: QuantityReference, in dimension: Dimension) -> Measured {
    let group = reference.with == "affiliates" ? Group(of: party, self) : Group(alone: graph.identity(party))
    var bounds: Bounds<UInt128> = group.isWhole ? Bounds(exactly: 0) : .unknown
    var facts: [FactUse] = []
    for party in group.own.union(group.claimed).sorted() {
      let records = names(of: party).flatMap { self.facts.records(of: "revenue", mentioning: $0) }
        .filter { $0.isWithheld || $0["year"]?.text == String(asOf.date.year - 1) }
      var taken = taken(records, of: party, dimension)
      // Who says by itself to belong to the group adds to what may be, and proves nothing.
      if !group.own.contains(party) { taken = Bounds(from: 0, to: taken.high) }
      bounds = (try? bounds.adding(taken)) ?? .unknown
      facts += records.map { use($0, money: "amount") }
    }
    return Measured(bounds: bounds.ratios, dimension: dimension, facts: facts)
  }

  /// A use of an amount that a record states.
  func use(_ record: Record, money field: String) -> FactUse {
    let amount = record[field]?.quantity
    return use(
      record, value: amount?.written ?? "",
      words: amount.map { Phrase.listed.with(.amount($0.value, $0.dimension)) }, field: field)
  }

  /// The figures that were stated, in minor units: where they disagree, anything between. What strangers state stands
  /// beside what the party or an authority over it does, and never alone.
  private func taken(_ records: [Record], of party: GlobalID, _ dimension: Dimension) -> Bounds<UInt128> {
    let own = Set(names(of: party).map(\.namespace))
    let isKnown = records.contains {
      own.contains($0.issuer) || Authority.isAuthority($0.issuer, over: party, facts, places) == .holds
    }
    let amounts = records.compactMap { $0["amount"]?.quantity }.filter { $0.dimension == dimension }
      .map { $0.value.numerator }
    guard isKnown, amounts.count == records.count, let low = amounts.min(), let high = amounts.max() else {
      return .unknown
    }
    return Bounds(from: low, to: high)
  }

  /// Companies under common control, by whatever number of steps.
  private struct Group {
    /// The party, those that it lists, those that they list.
    private(set) var own: Set<GlobalID>
    /// Others that list one of those.
    private(set) var claimed: Set<GlobalID> = []
    /// Whether the party says that it lists all, and nobody who said otherwise was withdrawn.
    private(set) var isWhole = true

    init(alone party: GlobalID) { own = [party] }

    init(of party: GlobalID, _ judge: Judge) {
      let (graph, facts) = (judge.graph, judge.facts)
      let root = graph.identity(party)
      func listed(by party: GlobalID) -> [GlobalID] {
        judge.names(of: party).flatMap { facts[$0]?.references("affiliates") ?? [] }.map {
          graph.identity($0)
        }
      }
      func listing(_ party: GlobalID) -> [GlobalID] {
        judge.names(of: party).flatMap { name in
          facts.records(of: "party", mentioning: name).filter { $0.references("affiliates").contains(name) }
        }.map { graph.identity($0.id) }
      }
      own = Self.reached(from: [root], listed)
      claimed = Self.reached(from: own, { listed(by: $0) + listing($0) }).subtracting(own)
      let records = judge.names(of: root).compactMap { facts[$0] }
      let names = Set(own.flatMap { judge.names(of: $0) })
      isWhole =
        !records.isEmpty && records.allSatisfy { $0.isComplete("affiliates") && !$0.isWithheld }
        && !facts.withdrawn.values.contains { !names.isDisjoint(with: $0.references("affiliates")) }
    }

    private static func reached(from start: Set<GlobalID>, _ next: (GlobalID) -> [GlobalID]) -> Set<GlobalID>
    {
      var (reached, open) = (start, Array(start))
      while let party = open.popLast() {
        for other in next(party) where reached.insert(other).inserted { open.append(other) }
      }
      return reached
    }
  }
}

extension Bounds<UInt128> {
  /// Anything between two amounts, or one that both agree on.
  fileprivate init(from low: UInt128, to high: UInt128?) {
    self = (try? Bounds(low: low, best: low == high ? low : nil, high: high)) ?? .unknown
  }
}
