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
    var seen = Seen()
    return try hash(of: 0..<size, &seen)
  }

  /// The hash of a full subtree of 2^height leaves, the `index`-th from the left; height 0 is the leaf of an entry.
  /// - Throws: ``Problems`` if the tree does not reach so far.
  package func node(height: Int = 0, index: UInt64) throws -> TreeHash {
    let node = TreeNode(height: height, index: index)
    guard (0..<64).contains(height), let tile = node.tile(size: size) else { throw outside(index) }
    return try tile.checked(read(tile)).withUnsafeBytes { node.hash(in: $0) }
  }

  /// The proof that the entry at an index is in the tree.
  /// - Throws: ``Problems`` if the tree does not reach so far.
  package func inclusionProof(of index: UInt64) throws -> InclusionProof {
    var seen = Seen()
    return try inclusionProof(of: index, &seen)
  }

  /// The proofs of many entries. Neighbours share nearly all of the work: those of a batch cost little more than one.
  /// - Throws: ``Problems`` if the tree does not reach so far.
  package func inclusionProofs(of indexes: some Sequence<UInt64>) throws -> [InclusionProof] {
    var seen = Seen()
    return try indexes.map { try inclusionProof(of: $0, &seen) }
  }

  /// The proof that the tree begins with one of `old` entries.
  /// - Throws: ``Problems`` if it is smaller.
  package func consistencyProof(from old: UInt64) throws -> ConsistencyProof {
    guard old <= size else { throw outside(old) }
    var seen = Seen()
    let hashes = try TreePaths.consistency(old, size).map { try hash(of: $0, &seen) }
    return ConsistencyProof(old: old, new: size, hashes: hashes)
  }

  /// The tiles that ``inclusionProof(of:)`` reads, for those who must fetch them first.
  package static func tiles(forInclusionOf index: UInt64, size: UInt64) -> [Tile] {
    index < size ? TreePaths.tiles(TreePaths.inclusion(index, size), size) : []
  }

  /// The tiles that ``consistencyProof(from:)`` reads.
  package static func tiles(forConsistencyFrom old: UInt64, size: UInt64) -> [Tile] {
    TreePaths.tiles(TreePaths.consistency(old, size), size)
  }

  /// The tiles from which ``root()`` follows: those of the right edge.
  package static func tiles(forRootOf size: UInt64) -> [Tile] { TreePaths.tiles([0..<size], size) }

  /// What one answer has read and hashed so far.
  private struct Seen {
    var tiles: [Tile: TilePyramid] = [:]
    /// Runs at the right edge that are no full subtree: many entries have the same one beside their way.
    var runs: [UInt64: TreeHash] = [:]
  }

  private func inclusionProof(of index: UInt64, _ seen: inout Seen) throws -> InclusionProof {
    guard index < size else { throw outside(index) }
    var hashes: [TreeHash] = []
    for part in TreePaths.inclusion(index, size) { hashes.append(try hash(of: part, &seen)) }
    return InclusionProof(index: index, size: size, hashes: hashes)
  }

  private func hash(of part: Range<UInt64>, _ seen: inout Seen) throws -> TreeHash {
    let isEdge = part.upperBound == size
    if isEdge, let hash = seen.runs[part.lowerBound] { return hash }
    var hashes: [TreeHash] = []
    for node in TreeNode.covering(part.lowerBound, part.upperBound) {
      guard let tile = node.tile(size: size) else { throw outside(node.index) }
      if let pyramid = seen.tiles[tile] {
        hashes.append(pyramid.hash(of: node))
      } else {
        let pyramid = TilePyramid(try tile.checked(read(tile)))
        seen.tiles[tile] = pyramid
        hashes.append(pyramid.hash(of: node))
      }
    }
    let hash = TreeNode.fold(hashes)
    if isEdge { seen.runs[part.lowerBound] = hash }
    return hash
  }

  private func outside(_ index: UInt64) -> Problems {
    Problems(
      .badProof, "", 0, .noProof, Phrase.indexOutside.with(.code(String(index)), .code(String(size))),
      .askInside)
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
