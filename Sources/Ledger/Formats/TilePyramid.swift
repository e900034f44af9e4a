/// The hashes of one tile and of the full subtrees inside it, each hashed once: what the proofs of a whole batch share.
struct TilePyramid {
  /// Height by height, from the hashes of the tile itself.
  private var hashes: [TreeHash]
  /// Where each height begins.
  private var starts = [0]

  /// The bytes of a tile, as ``Tile/checked(_:)`` gives them.
  init(_ bytes: [UInt8]) {
    let width = bytes.count / TreeHash.count
    hashes = []
    hashes.reserveCapacity(2 * width)
    bytes.withUnsafeBytes { bytes in
      for index in 0..<width { hashes.append(TreeHash(in: bytes, at: index)) }
    }
    var (start, count) = (0, width)
    while count > 1 {
      starts.append(hashes.count)
      for index in 0..<count / 2 {
        hashes.append(.node(hashes[start + 2 * index], hashes[start + 2 * index + 1]))
      }
      start += count
      count /= 2
    }
  }

  /// The hash of a full subtree. INVARIANT: the tile is the one that ``TreeNode/tile(size:)`` names.
  func hash(of node: TreeNode) -> TreeHash {
    let height = node.height % 8
    return hashes[starts[height] + node.offset >> height]
  }
}
