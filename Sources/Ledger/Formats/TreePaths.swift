/// Which parts of a tree a proof is made of. A part is a run of leaves, given as its full subtrees.
enum TreePaths {
  /// The siblings on the way up from a leaf, that of the leaf first (PATH of RFC 6962).
  static func inclusion(_ index: UInt64, _ size: UInt64) -> [Range<UInt64>] {
    var parts: [Range<UInt64>] = []
    var (start, end) = (UInt64(0), size)
    while end - start > 1 {
      let middle = start + TreeNode.split(end - start)
      if index < middle {
        parts.append(middle..<end)
        end = middle
      } else {
        parts.append(start..<middle)
        start = middle
      }
    }
    return parts.reversed()
  }

  /// The parts from which both roots follow (SUBPROOF of RFC 6962).
  static func consistency(_ old: UInt64, _ size: UInt64) -> [Range<UInt64>] {
    guard old > 0, old < size else { return [] }
    var parts: [Range<UInt64>] = []
    var (start, end) = (UInt64(0), size)
    while old < end {
      let middle = start + TreeNode.split(end - start)
      if old <= middle {
        parts.append(middle..<end)
        end = middle
      } else {
        parts.append(start..<middle)
        start = middle
      }
    }
    // From the beginning of the tree, the verifier has this part: it is the old root.
    if start > 0 { parts.append(start..<end) }
    return parts.reversed()
  }

  /// The tiles that hold the parts, each once, in the order in which they are read.
  static func tiles(_ parts: [Range<UInt64>], _ size: UInt64) -> [Tile] {
    var seen: Set<Tile> = []
    return parts.flatMap { TreeNode.covering($0.lowerBound, $0.upperBound) }
      .compactMap { $0.tile(size: size) }.filter { seen.insert($0).inserted }
  }
}
