/// Parties under one control.
package enum House {
  /// A party and all that it says to be its affiliates, and those in turn.
  package static func of(_ party: GlobalID, _ record: (GlobalID) -> Record?) -> Set<GlobalID> {
    var found: Set<GlobalID> = [party]
    var queue = [party]
    while let next = queue.popLast() {
      for affiliate in record(next)?.references("affiliates") ?? [] where found.insert(affiliate).inserted {
        queue.append(affiliate)
      }
    }
    return found
  }
}
