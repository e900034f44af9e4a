/// A full subtree: 2^height leaves, the `index`-th from the left.
struct TreeNode: Hashable, Sendable {
  let height: Int
  let index: UInt64

  /// The full subtrees, the largest first, of the leaves from `start` to `end`; `start` is where a subtree of that width can
  /// begin, as RFC 6962 splits.
  static func covering(_ start: UInt64, _ end: UInt64) -> [TreeNode] {
    var nodes: [TreeNode] = []
    var (position, rest) = (start, end - start)
    while rest > 0 {
      let height = 63 - rest.leadingZeroBitCount
      nodes.append(TreeNode(height: height, index: position >> UInt64(height)))
      position += 1 << UInt64(height)
      rest -= 1 << UInt64(height)
    }
    return nodes
  }

  /// The number of leaves on the left when a tree of `count` leaves, at least two, is split: the largest power of two below.
  static func split(_ count: UInt64) -> UInt64 { 1 << UInt64(63 - (count - 1).leadingZeroBitCount) }

  /// Joins the hashes of full subtrees, the largest first, into one.
  static func fold(_ hashes: some BidirectionalCollection<TreeHash>) -> TreeHash {
    guard var hash = hashes.last else { return .empty }
    for left in hashes.dropLast().reversed() { hash = .node(left, hash) }
    return hash
  }

  /// The tile that holds what the subtree is made of, in a tree of a size, or nil if the tree ends before.
  func tile(size: UInt64) -> Tile? {
    let level = height / 8
    let (first, overflows) = index.multipliedReportingOverflow(by: 1 << UInt64(height % 8))
    let (end, overflowsToo) = (index &+ 1).multipliedReportingOverflow(by: 1 << UInt64(height))
    guard !overflows, !overflowsToo, index < .max, end <= size else { return nil }
    return Tile.hashes(level: level, index: first / 256).cut(to: size)
  }

  /// The position of its first hash in that tile.
  var offset: Int { Int((index << UInt64(height % 8)) % 256) }

  /// The hash of the subtree out of the bytes of its tile. INVARIANT: the tile is as wide as ``tile(size:)`` says.
  func hash(in bytes: UnsafeRawBufferPointer) -> TreeHash {
    Self.reduce(bytes, offset, 1 << (height % 8))
  }

  private static func reduce(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> TreeHash {
    guard count > 1 else { return TreeHash(in: bytes, at: start) }
    let half = count / 2
    return .node(reduce(bytes, start, half), reduce(bytes, start + half, half))
  }
}
