import Ledger
import TestSupport
import Testing

@Suite struct TreeTests {
  static let leaves = (0..<70_000).map { TreeHash.leaf(Logs.entry($0)) }

  /// The hashes of every level, without tiles: pairs of pairs.
  private func level(_ height: Int, _ size: Int) -> [TreeHash] {
    var hashes = Array(Self.leaves.prefix(size))
    for _ in 0..<height {
      hashes = stride(from: 0, to: hashes.count - 1, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
    }
    return hashes
  }

  /// However a tree grows, the tiles written on the way are those of its size, and each holds what its name says.
  @Test(arguments: [21, 22] as [UInt64])
  func growsAsItsSizesSay(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var growth = TreeGrowth()
    var files: [Tile: [UInt8]] = [:]
    while growth.size < 70_000 {
      let old = Int(growth.size)
      let count = [0, 1, 2, 255, 256, 257, 3000].randomElement(using: &random) ?? 0
      let new = min(old + count, 70_000)
      let grown = try growth.append(Array(Self.leaves[old..<new]))
      #expect(grown.size == UInt64(new) && grown.root == growth.root)
      let expected = Tile.grown(from: UInt64(old), to: UInt64(new)).filter { $0.kind == .hashes }
      #expect(
        Set(grown.tiles.map(\.tile)) == Set(expected) && grown.tiles.count == expected.count, "seed \(seed)")
      for written in grown.tiles {
        #expect(written.bytes.count == 32 * written.tile.width)
        files[written.tile] = written.bytes
      }
    }
    #expect(growth.root == Plain.root(Self.leaves[...]))
    for level in 0..<3 {
      let hashes = self.level(8 * level, 70_000)
      for tile in Tile.all(size: 70_000) where tile.kind == .hashes && tile.level == level {
        let first = Int(tile.index) * 256
        #expect(files[tile] == Array(hashes[first..<first + tile.width]).tileBytes, "\(tile)")
      }
    }
  }

  /// A tree that is taken up again from its right edge grows as if it had never stopped.
  @Test(arguments: [0, 1, 255, 256, 257, 511, 65_535, 65_536, 65_537, 66_049] as [Int])
  func isTakenUpFromItsEdge(_ size: Int) throws {
    var whole = TreeGrowth()
    var files: [Tile: [UInt8]] = [:]
    for written in try whole.append(Array(Self.leaves.prefix(size))).tiles {
      files[written.tile] = written.bytes
    }
    var asked: [Tile] = []
    var again = try TreeGrowth(size: UInt64(size)) { tile in
      asked.append(tile)
      return try #require(files[tile])
    }
    #expect(asked == Tile.edge(size: UInt64(size)))
    #expect(again.root == whole.root && again.size == whole.size)
    let next = Array(Self.leaves[size..<min(size + 600, 70_000)])
    #expect(try again.append(next) == whole.append(next))
  }

  @Test func refusesAnEdgeOfAnotherLength() {
    #expect(refusal { _ = try TreeGrowth(size: 300) { _ in [1, 2, 3] } }?.code == "bad-tile")
    #expect(refusal { _ = try TreeGrowth(size: 1 << 63) { _ in [] } }?.code == "too-large")
  }

  /// At the largest size that can be written there is no place for one more.
  @Test func theLargestTree() throws {
    let size = UInt64(Int64.max)
    var growth = try TreeGrowth(size: size - 1) { tile in [UInt8](repeating: 7, count: 32 * tile.width) }
    let grown = try growth.append([.empty])
    #expect(grown.size == size && !grown.tiles.isEmpty)
    #expect(refusal { _ = try growth.append([.empty]) }?.code == "too-large")
    #expect(try growth.append([]).tiles.isEmpty)
  }

  @Test func readsOnlyTheTilesNeeded() throws {
    let log = try WrittenLog(size: 70_000)
    for index in [0, 1, 255, 256, 65_535, 65_536, 69_999] as [UInt64] {
      var asked: [Tile] = []
      let reader = TreeReader(size: 70_000) { tile in
        asked.append(tile)
        return try #require(log.files[tile.path])
      }
      let proof = try reader.inclusionProof(of: index)
      try proof.verify(leaf: .leaf(Logs.entry(index)), root: log.root)
      #expect(asked == TreeReader.tiles(forInclusionOf: index, size: 70_000))
      #expect(Set(asked).count == asked.count && asked.count <= 6, "\(index): \(asked)")
      asked = []
      let consistency = try reader.consistencyProof(from: index + 1)
      let old = try log.reader(size: index + 1).root()
      try consistency.verify(oldRoot: old, newRoot: log.root)
      #expect(
        Set(asked) == Set(TreeReader.tiles(forConsistencyFrom: index + 1, size: 70_000)) && asked.count <= 6)
      asked = []
      #expect(try reader.root() == log.root)
      #expect(asked == TreeReader.tiles(forRootOf: 70_000))
    }
  }

  /// The proofs of a batch are those of its entries, and no tile is read twice for them.
  @Test(arguments: [300, 65_537, 69_999, 70_000] as [UInt64])
  func proofsOfABatch(_ size: UInt64) throws {
    let log = try WrittenLog(size: 70_000)
    var asked: [Tile] = []
    let reader = TreeReader(size: size) { tile in
      asked.append(tile)
      return try #require(tile.cut(to: 70_000).flatMap { log.files[$0.path] })
    }
    let indexes = Array(size - 280..<size) + [0, 17, size / 2]
    let proofs = try reader.inclusionProofs(of: indexes)
    #expect(Set(asked).count == asked.count && asked.count <= 9)
    for (index, proof) in zip(indexes, proofs) {
      #expect(try proof == log.reader(size: size).inclusionProof(of: index))
    }
    #expect(refusal { _ = try reader.inclusionProofs(of: [0, size]) }?.code == "bad-proof")
  }

  /// Proofs in trees of any size up to 70,000 verify, and lead to what the leaves say.
  @Test(arguments: [31] as [UInt64])
  func randomProofs(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = try WrittenLog(size: 70_000)
    for _ in 0..<60 {
      let size = UInt64.random(in: 1...70_000, using: &random)
      let root = Plain.root(Self.leaves[..<Int(size)])
      let reader = log.reader(size: size)
      #expect(try reader.root() == root, "seed \(seed): \(size)")
      let index = UInt64.random(in: 0..<size, using: &random)
      try reader.inclusionProof(of: index).verify(leaf: Self.leaves[Int(index)], root: root)
      try log.reader.consistencyProof(from: size).verify(oldRoot: root, newRoot: log.root)
    }
  }

  @Test func nodesInsideTiles() throws {
    let log = try WrittenLog(size: 1000)
    for height in 0...9 {
      for (index, hash) in level(height, 1000).enumerated() {
        #expect(try log.reader.node(height: height, index: UInt64(index)) == hash)
      }
    }
    // The tree ends inside it.
    #expect(refusal { _ = try log.reader.node(height: 9, index: 1) }?.code == "bad-proof")
  }

  @Test func whatTheStoreThrowsIsThrown() {
    struct Gone: Error {}
    let reader = TreeReader(size: 10) { _ in throw Gone() }
    #expect(throws: Gone.self) { try reader.root() }
    let short = TreeReader(size: 10) { _ in [UInt8](repeating: 0, count: 319) }
    #expect(refusal { _ = try short.root() }?.code == "bad-tile")
    for count in [0, 288, 321, 8193, 8224] {
      let odd = TreeReader(size: 10) { _ in [UInt8](repeating: 0, count: count) }
      #expect(refusal { _ = try odd.root() }?.code == "bad-tile")
    }
    for count in [320, 352, 8192] {
      let wide = TreeReader(size: 10) { _ in [UInt8](repeating: 0, count: count) }
      #expect(refusal { _ = try wide.root() } == nil)
    }
  }
}
