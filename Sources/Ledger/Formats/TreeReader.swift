import Measures
package import Records

/// Roots, nodes and proofs of a tree out of its tiles: the tiles of one answer are read once each, and no others.
///
/// A tree of a checkpoint smaller than the log is read as if nothing followed. Where the tile of that width is no longer
/// kept, the closure gives the full one, or any wider one; its first hashes are taken.
package struct TreeReader {
  /// The number of entries.
  package let size: UInt64
  private let read: (Tile) throws -> [UInt8]

  /// Creates a reader.
  /// - Parameter tile: the bytes of a tile of hashes. What it throws, the methods throw.
  package init(size: UInt64, tile: @escaping (Tile) throws -> [UInt8]) {
    self.size = size
    read = tile
  }

  /// The root of the tree.
  package func root() throws -> TreeHash {
    var tiles: [Tile: [UInt8]] = [:]
    return try hash(of: TreeNode.covering(0, size), &tiles)
  }

  /// The hash of a full subtree of 2^height leaves, the `index`-th from the left; height 0 is the leaf of an entry.
  /// - Throws: ``Problems`` if the tree does not reach so far.
  package func node(height: Int = 0, index: UInt64) throws -> TreeHash {
    var tiles: [Tile: [UInt8]] = [:]
    guard (0..<64).contains(height), TreeNode(height: height, index: index).tile(size: size) != nil else {
      throw Self.outside(index, size)
    }
    return try hash(of: [TreeNode(height: height, index: index)], &tiles)
  }

  /// The proof that the entry at an index is in the tree.
  /// - Throws: ``Problems`` if the tree does not reach so far.
  package func inclusionProof(of index: UInt64) throws -> InclusionProof {
    guard index < size else { throw Self.outside(index, size) }
    return InclusionProof(index: index, size: size, hashes: try hashes(of: Self.inclusion(index, size)))
  }

  /// The proof that the tree begins with one of `old` entries.
  /// - Throws: ``Problems`` if it is smaller.
  package func consistencyProof(from old: UInt64) throws -> ConsistencyProof {
    guard old <= size else { throw Self.outside(old, size) }
    return ConsistencyProof(old: old, new: size, hashes: try hashes(of: Self.consistency(old, size)))
  }

  /// The tiles that ``inclusionProof(of:)`` reads, for those who must fetch them first.
  package static func tiles(forInclusionOf index: UInt64, size: UInt64) -> [Tile] {
    index < size ? tiles(inclusion(index, size), size) : []
  }

  /// The tiles that ``consistencyProof(from:)`` reads.
  package static func tiles(forConsistencyFrom old: UInt64, size: UInt64) -> [Tile] {
    old <= size ? tiles(consistency(old, size), size) : []
  }

  /// The tiles from which ``root()`` follows: those of the right edge.
  package static func tiles(forRootOf size: UInt64) -> [Tile] { tiles([TreeNode.covering(0, size)], size) }

  private static func tiles(_ parts: [[TreeNode]], _ size: UInt64) -> [Tile] {
    var seen: Set<Tile> = []
    return parts.joined().compactMap { $0.tile(size: size) }.filter { seen.insert($0).inserted }
  }

  private static func outside(_ index: UInt64, _ size: UInt64) -> Problems {
    Problems(
      .badProof, "", 0, .noProof, Phrase.indexOutside.with(.code(String(index)), .code(String(size))),
      .askInside)
  }

  /// The siblings on the way up from a leaf, each as its full subtrees (PATH of RFC 6962).
  private static func inclusion(_ index: UInt64, _ size: UInt64) -> [[TreeNode]] {
    var parts: [[TreeNode]] = []
    var (start, end) = (UInt64(0), size)
    while end - start > 1 {
      let middle = start + TreeNode.split(end - start)
      if index < middle {
        parts.append(TreeNode.covering(middle, end))
        end = middle
      } else {
        parts.append(TreeNode.covering(start, middle))
        start = middle
      }
    }
    return parts.reversed()
  }

  /// The parts from which both roots follow (SUBPROOF of RFC 6962).
  private static func consistency(_ old: UInt64, _ size: UInt64) -> [[TreeNode]] {
    guard old > 0, old < size else { return [] }
    var parts: [[TreeNode]] = []
    var (start, end) = (UInt64(0), size)
    while old < end {
      let middle = start + TreeNode.split(end - start)
      if old <= middle {
        parts.append(TreeNode.covering(middle, end))
        end = middle
      } else {
        parts.append(TreeNode.covering(start, middle))
        start = middle
      }
    }
    // From the beginning of the tree, the verifier has this part: it is the old root.
    if start > 0 { parts.append(TreeNode.covering(start, end)) }
    return parts.reversed()
  }

  private func hashes(of parts: [[TreeNode]]) throws -> [TreeHash] {
    var tiles: [Tile: [UInt8]] = [:]
    return try parts.map { try hash(of: $0, &tiles) }
  }

  private func hash(of nodes: [TreeNode], _ tiles: inout [Tile: [UInt8]]) throws -> TreeHash {
    TreeNode.fold(
      try nodes.map { node in
        guard let tile = node.tile(size: size) else { throw Self.outside(node.index, size) }
        if let bytes = tiles[tile] { return bytes.withUnsafeBytes { node.hash(in: $0) } }
        let bytes = try tile.checked(read(tile))
        tiles[tile] = bytes
        return bytes.withUnsafeBytes { node.hash(in: $0) }
      })
  }
}

extension Tile {
  /// The bytes of this tile, given as they are or as those of a wider one of the same place, which begins with them.
  /// - Throws: ``Problems`` if they are of another length.
  package func checked(_ bytes: [UInt8]) throws(Problems) -> [UInt8] {
    let wanted = width * TreeHash.count
    guard bytes.count >= wanted, bytes.count <= Self.full * TreeHash.count,
      bytes.count.isMultiple(of: TreeHash.count)
    else {
      throw Problems(
        .badTile, path, 0, .notATile, Phrase.tileLength.with(.count(wanted), .count(bytes.count)), .takeTile)
    }
    return bytes.count == wanted ? bytes : Array(bytes.prefix(wanted))
  }
}
