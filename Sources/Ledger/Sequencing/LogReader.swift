import Measures
package import Records

/// Reads a log out of a store as outsiders would read it: checkpoint, tiles, proofs.
package struct LogReader: Sendable {
  package let store: any Store

  /// Reads this store.
  package init(_ store: any Store) { self.store = store }

  /// The checkpoint, signed by a key of the log; `nil`: there is none yet.
  /// - Throws: ``Problems``: it is not signed by any of these keys, or is not that of the head.
  package func checkpoint(by verifiers: [NoteVerifier]) async throws(Problems) -> Checkpoint? {
    guard let head = try await store.head() else { return nil }
    let note = try SignedNote(head.checkpoint, file: "checkpoint")
    _ = try note.verified(by: verifiers)
    let checkpoint = try Checkpoint(note)
    guard checkpoint.size == head.size, checkpoint.root.bytes == head.root else {
      throw .damaged(.headDiffers)
    }
    return checkpoint
  }

  /// The right edge of the tree of a size.
  func growth(_ size: UInt64) async throws(Problems) -> TreeGrowth {
    let tiles = try await read(Tile.edge(size: size))
    return try Self.typed { try TreeGrowth(size: size) { try Self.tile($0, in: tiles) } }
  }

  /// The proof that a leaf is in the tree of a size.
  package func inclusionProof(of leaf: UInt64, size: UInt64) async throws(Problems) -> InclusionProof {
    let tiles = try await read(TreeReader.tiles(forInclusionOf: leaf, size: size))
    return try Self.typed {
      try TreeReader(size: size) { try Self.tile($0, in: tiles) }.inclusionProof(of: leaf)
    }
  }

  /// The proof that the tree of a size begins with the one of `old` leaves.
  package func consistencyProof(from old: UInt64, size: UInt64) async throws(Problems) -> ConsistencyProof {
    let tiles = try await read(TreeReader.tiles(forConsistencyFrom: old, size: size))
    return try Self.typed {
      try TreeReader(size: size) { try Self.tile($0, in: tiles) }.consistencyProof(from: old)
    }
  }

  /// The root of the tree of a size.
  package func root(_ size: UInt64) async throws(Problems) -> TreeHash {
    let tiles = try await read(TreeReader.tiles(forRootOf: size))
    return try Self.typed { try TreeReader(size: size) { try Self.tile($0, in: tiles) }.root() }
  }

  /// The bytes of a tile of hashes as wide as it is asked for.
  package func bytes(of tile: Tile) async throws(Problems) -> [UInt8] {
    try Self.tile(tile, in: try await read([tile]))
  }

  private func read(_ tiles: [Tile]) async throws(Problems) -> [Tile: [UInt8]] {
    var bytes: [Tile: [UInt8]] = [:]
    for tile in tiles {
      guard let row = try await store.tile(level: tile.level, index: tile.index) else {
        throw .damaged(.tileMissing, [.code(tile.path)])
      }
      bytes[tile] = row.hashes
    }
    return bytes
  }

  private static func tile(_ tile: Tile, in tiles: [Tile: [UInt8]]) throws(Problems) -> [UInt8] {
    guard let bytes = tiles[tile], bytes.count >= tile.width * TreeHash.count else {
      throw .damaged(.tileMissing, [.code(tile.path)])
    }
    return Array(bytes.prefix(tile.width * TreeHash.count))
  }

  private static func typed<Value>(_ body: () throws -> Value) throws(Problems) -> Value {
    do { return try body() } catch let problems as Problems { throw problems } catch {
      throw .damaged(.tileMissing, [.code("")])
    }
  }
}
