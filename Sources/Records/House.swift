/// Parties under one control, as one of them and its affiliates in turn say.
package struct House {
  /// The parties.
  package private(set) var members: Set<GlobalID>
  /// Whether each of them shows its affiliates, or is not recorded at all.
  package private(set) var isWhole = true

  /// The house of a party: what `records` of each say to be its affiliates, and what it `joined` with itself.
  package init(
    of party: GlobalID, _ records: (GlobalID) -> [Record], joined: (GlobalID) -> [GlobalID]
  ) {
    members = [party]
    var queue = [party]
    while let next = queue.popLast() {
      let records = records(next)
      if records.contains(where: \.isWithheld) { isWhole = false }
      for other in records.flatMap({ $0.references("affiliates") }) + joined(next)
      where members.insert(other).inserted {
        queue.append(other)
      }
    }
  }
}
