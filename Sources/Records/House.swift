/// Parties under one control.
package enum House {
  /// A party and all that it says to be its affiliates, and those in turn.
  package static func of(_ party: GlobalID, _ affiliates: (GlobalID) -> [GlobalID]) -> Set<GlobalID> {
    var found: Set<GlobalID> = [party]
    var queue = [party]
    while let next = queue.popLast() {
      for affiliate in affiliates(next) where found.insert(affiliate).inserted {
        queue.append(affiliate)
      }
    }
    return found
  }
}
