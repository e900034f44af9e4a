import Measures
package import Records

/// The right edge of a tree, and how it grows: one hash of a node for a leaf, whatever the size. It holds at most 255 hashes a
/// level, and of a batch the tiles that it fills.
package struct TreeGrowth: Sendable {
  /// A tile and its bytes.
  package struct Written: Hashable, Sendable {
    /// Its name.
    package let tile: Tile
    /// Its hashes, one after the other.
    package let bytes: [UInt8]
  }

  /// What a batch makes of the tree.
  package struct Grown: Hashable, Sendable {
    /// The number of entries.
    package let size: UInt64
    /// The root.
    package let root: TreeHash
    /// The tiles of hashes to be written, those of ``Tile/grown(from:to:)``.
    package let tiles: [Written]
  }

  /// The number of entries.
  package private(set) var size: UInt64 = 0
  /// The full subtrees, the largest first: one for each bit of the size.
  private var subtrees: [TreeHash] = []
  /// The hashes of the tile at the right edge of each level.
  private var edge: [[TreeHash]] = Tile.levels.map { _ in [] }

  /// The tree without entries.
  package init() {}

  /// The tree of a size, out of the tiles of its right edge, which ``Tile/edge(size:)`` names.
  /// - Throws: ``Problems`` if one is of another length, and what the closure throws.
  package init(size: UInt64, edge read: (Tile) throws -> [UInt8]) throws {
    guard size <= LogNumber.maximum else { throw Self.tooLarge }
    self.size = size
    for tile in Tile.edge(size: size) {
      let bytes = try tile.checked(read(tile))
      edge[tile.level] = bytes.withUnsafeBytes { bytes in
        (0..<tile.width).map { TreeHash(in: bytes, at: $0) }
      }
    }
    for hashes in edge.reversed() {
      // Within its tile, each subtree stands as in a tree of that width.
      let parts = TreeNode.covering(0, UInt64(hashes.count))
      subtrees += hashes.withUnsafeBytes { bytes in parts.map { $0.hash(in: bytes) } }
    }
  }

  /// The root of the tree.
  package var root: TreeHash { TreeNode.fold(subtrees) }

  /// Appends the hashes of entries.
  /// - Throws: ``Problems`` if the tree would have more than 2^63 − 1 entries.
  package mutating func append(_ leaves: [TreeHash]) throws(Problems) -> Grown {
    guard UInt64(leaves.count) <= LogNumber.maximum - size else { throw Self.tooLarge }
    let before = size
    var tiles: [Written] = []
    for leaf in leaves { append(leaf, &tiles) }
    for tile in Tile.edge(size: size) where size >> UInt64(8 * tile.level) > before >> UInt64(8 * tile.level)
    {
      tiles.append(Written(tile: tile, bytes: edge[tile.level].tileBytes))
    }
    return Grown(size: size, root: root, tiles: tiles)
  }

  private mutating func append(_ leaf: TreeHash, _ tiles: inout [Written]) {
    var (hash, height) = (leaf, 0)
    add(leaf, level: 0, &tiles)
    // Two subtrees of one height are one of the next: as a number carries.
    for _ in 0..<size.trailingOnes {
      hash = .node(subtrees.removeLast(), hash)
      height += 1
      if height.isMultiple(of: 8) { add(hash, level: height / 8, &tiles) }
    }
    subtrees.append(hash)
    size += 1
  }

  private mutating func add(_ hash: TreeHash, level: Int, _ tiles: inout [Written]) {
    edge[level].append(hash)
    guard edge[level].count == Tile.full else { return }
    // The leaf that is being appended is the last of the tile.
    let index = (size >> UInt64(8 * level)) / UInt64(Tile.full)
    tiles.append(Written(tile: .hashes(level: level, index: index), bytes: edge[level].tileBytes))
    edge[level].removeAll(keepingCapacity: true)
  }
}

extension TreeGrowth {
  private static var tooLarge: Problems {
    Problems([
      Problem(
        .tooLarge, at: nil, rule: Phrase.noProof.with(.message(Phrase.treeTooLarge.message)),
        remedy: Phrase.startNewLog.message)
    ])
  }
}

extension UInt64 {
  /// The number of ones at the low end.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
