import Ledger
import TestSupport
import Testing

@Suite struct TileTests {
  @Test(arguments: [
    (Tile.hashes(level: 0, index: 0), "tile/0/000"), (.hashes(level: 1, index: 999), "tile/1/999"),
    (.hashes(level: 2, index: 1000), "tile/2/x001/000"),
    (.hashes(level: 63, index: 1_234_067), "tile/63/x001/x234/067"),
    (.hashes(level: 0, index: 1_234_067, width: 8), "tile/0/x001/x234/067.p/8"),
    (.hashes(level: 0, index: 273, width: 112), "tile/0/273.p/112"), (.entries(index: 0), "tile/entries/000"),
    (.entries(index: 42_017, width: 255), "tile/entries/x042/017.p/255"),
    (.hashes(level: 0, index: 36_028_797_018_963_967), "tile/0/x036/x028/x797/x018/x963/967"),
  ])
  func paths(_ tile: Tile, _ path: String) {
    #expect(tile.path == path)
    #expect(Tile(path: path) == tile)
  }

  @Test(arguments: [
    "", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/00/000",
    "tile/64/000",
    "tile/-1/000", "tile/+1/000", "tile/x/000", "tile/0/x000/001", "tile/0/x001", "tile/0/001/000",
    "tile/0/x001/x000",
    "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
    "tile/0/000.p/1/2",
    "tile/0/000.p/+1", "tile/0/x001.p/000", "/tile/0/000", "tile/0/000/", "tile//000", "tiles/0/000",
    "tile/0/ 00",
    "tile/0/٠٠٠", "tile/entries/0", "tile/Entries/000", "tile/data/000", "tile/8/0/000", "tile/0/..",
    "tile/0/x../000",
    "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/x036/x028/x797/x018/x963/968",
    "tile/0/000.p/99999999999999999999",
  ])
  func refusesOtherPaths(_ path: String) { #expect(Tile(path: path) == nil) }

  private func counts(_ size: UInt64) -> [String] {
    var counts: [String] = []
    for level in 0..<4 {
      let tiles = Tile.all(size: size).filter { $0.kind == .hashes && $0.level == level }
      let full = tiles.filter(\.isFull).count
      if full > 0 { counts.append("L\(level) \(full) full") }
      counts += tiles.filter { !$0.isFull }.map { "L\(level) \($0.index).p/\($0.width)" }
    }
    return counts
  }

  /// The sets that the specification and the reference compute by hand.
  @Test(
    arguments: [
      (0, []), (1, ["L0 0.p/1"]), (2, ["L0 0.p/2"]), (3, ["L0 0.p/3"]), (255, ["L0 0.p/255"]),
      (256, ["L0 1 full", "L1 0.p/1"]), (257, ["L0 1 full", "L0 1.p/1", "L1 0.p/1"]),
      (65_535, ["L0 255 full", "L0 255.p/255", "L1 0.p/255"]),
      (65_536, ["L0 256 full", "L1 1 full", "L2 0.p/1"]),
      (65_537, ["L0 256 full", "L0 256.p/1", "L1 1 full", "L2 0.p/1"]),
      (70_000, ["L0 273 full", "L0 273.p/112", "L1 1 full", "L1 1.p/17", "L2 0.p/1"]),
    ] as [(UInt64, [String])])
  func setsOfSizes(_ size: UInt64, _ expected: [String]) {
    #expect(counts(size) == expected)
    let all = Tile.all(size: size)
    #expect(Set(all).count == all.count)
    let bundles = all.filter { $0.kind == .entries }
    #expect(bundles.map(\.width).reduce(0, +) == Int(size))
    #expect(Set(Tile.edge(size: size)) == Set(all.filter { !$0.isFull && $0.kind == .hashes }))
    for tile in all { #expect(Tile(path: tile.path) == tile && tile.filled.cut(to: size) == tile) }
  }

  /// What must be written is what the larger tree has and the smaller one had not.
  @Test func grownIsTheDifference() {
    let sizes: [UInt64] = [
      0, 1, 2, 100, 255, 256, 257, 300, 511, 512, 513, 65_535, 65_536, 65_537, 66_000, 131_073,
    ]
    for old in sizes {
      for new in sizes {
        let grown = Tile.grown(from: old, to: new)
        let before = Set(Tile.all(size: old))
        #expect(Set(grown).count == grown.count)
        #expect(
          Set(grown) == (new < old ? [] : Set(Tile.all(size: new)).subtracting(before)), "\(old) to \(new)")
      }
    }
  }

  /// The tiles of a checkpoint follow from its size, not from the tree that grew behind it: of 65,537 entries the second tile
  /// of level 0 is one hash wide although the log holds 66,000.
  @Test(arguments: [(257, 300), (513, 66_000), (65_537, 66_000), (131_073, 131_400)] as [(UInt64, UInt64)])
  func aSmallerCheckpointOfALargerTree(_ size: UInt64, _ grown: UInt64) throws {
    let large = try WrittenLog(size: grown)
    let small = try WrittenLog(size: size)
    let reader = large.reader(size: size)
    #expect(try reader.root() == small.root)
    for tile in Tile.edge(size: size) {
      let wider = try #require(tile.cut(to: grown).flatMap { large.files[$0.path] })
      #expect(small.files[tile.path] == Array(wider.prefix(tile.width * 32)))
      #expect(tile.path.hasSuffix(".p/\(tile.width)"))
    }
    try reader.inclusionProof(of: size - 1).verify(leaf: .leaf(Logs.entry(size - 1)), root: small.root)
    try large.reader.consistencyProof(from: size).verify(oldRoot: small.root, newRoot: large.root)
  }

  @Test func hostileSizesDoNotTrap() {
    let sizes: [UInt64] = [.max, .max - 1, 1 << 63, 1 << 63 - 1, 1 << 62]
    for size in sizes {
      #expect(Tile.edge(size: size).count <= 8)
      #expect(!TreeReader.tiles(forInclusionOf: size - 1, size: size).isEmpty)
      #expect(!TreeReader.tiles(forInclusionOf: 0, size: size).isEmpty)
      #expect(!TreeReader.tiles(forConsistencyFrom: size / 3, size: size).isEmpty)
      #expect(TreeReader.tiles(forInclusionOf: size, size: size).isEmpty)
      #expect(Tile.hashes(level: 0, index: .max).cut(to: size) == nil)
      let reader = TreeReader(size: size) { _ in [] }
      #expect(refusal { _ = try reader.root() }?.code == "bad-tile")
      #expect(refusal { _ = try reader.inclusionProof(of: size - 1) }?.code == "bad-tile")
      #expect(refusal { _ = try reader.inclusionProof(of: size) }?.code == "bad-proof")
      #expect(refusal { _ = try reader.node(height: 64, index: 0) }?.code == "bad-proof")
      #expect(refusal { _ = try reader.node(height: -1, index: 0) }?.code == "bad-proof")
      #expect(refusal { _ = try reader.node(height: 63, index: .max) }?.code == "bad-proof")
    }
    #expect(Tile.hashes(level: 99, index: 0, width: 999) == .hashes(level: 63, index: 0))
    #expect(Tile.entries(index: 0, width: -4).width == 1)
    #expect(Tile.hashes(level: 9, index: 0).cut(to: .max) == nil)
  }
}
