import Ledger

/// The definitions of RFC 6962 word for word, for small trees: what proofs are compared with.
enum PlainTree {
  static func root(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
    guard leaves.count > 1 else { return leaves.first ?? .empty }
    let middle = leaves.startIndex + split(leaves.count)
    return .node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  static func path(_ index: Int, _ leaves: ArraySlice<TreeHash>) -> [TreeHash] {
    guard leaves.count > 1 else { return [] }
    let middle = leaves.startIndex + split(leaves.count)
    return index < middle
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func subproof(_ old: Int, _ leaves: ArraySlice<TreeHash>, _ isWhole: Bool = true) -> [TreeHash] {
    guard old < leaves.endIndex else { return isWhole ? [] : [root(leaves)] }
    let middle = leaves.startIndex + split(leaves.count)
    return old <= middle
      ? subproof(old, leaves[..<middle], isWhole) + [root(leaves[middle...])]
      : subproof(old, leaves[middle...], false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var power = 1
    while power * 2 < count { power *= 2 }
    return power
  }

  /// The hashes of every complete subtree, from which proofs are made.
  static func nodes(_ leaves: [TreeHash]) -> [TreeHash] {
    var nodes: [TreeHash] = []
    var width = 1
    while width <= leaves.count {
      for start in stride(from: 0, to: leaves.count, by: width) {
        nodes.append(root(leaves[start..<min(start + width, leaves.count)]))
      }
      width *= 2
    }
    return nodes
  }
}
