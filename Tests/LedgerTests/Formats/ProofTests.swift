import Ledger
import Records
import TestSupport
import Testing

@Suite struct ProofTests {
  static let leaves = (0..<80).map { TreeHash.leaf(Logs.entry(UInt64($0))) }
  private let trees: [WrittenTree]

  init() throws {
    trees = try (0...80).map { try WrittenTree(leaves: Array(Self.leaves.prefix($0))) }
  }

  /// Tiles of one tree, without entries.
  struct WrittenTree {
    let reader: TreeReader
    let root: TreeHash

    init(leaves: [TreeHash]) throws {
      var growth = TreeGrowth()
      var tiles: [Tile: [UInt8]] = [:]
      for written in try growth.append(leaves).tiles { tiles[written.tile] = written.bytes }
      root = growth.root
      reader = TreeReader(size: UInt64(leaves.count)) { [tiles] in try #require(tiles[$0]) }
    }
  }

  @Test func everyInclusionUpTo80IsAsTheTextDefinesIt() throws {
    for size in 0...80 {
      let tree = trees[size]
      let slice = Self.leaves[..<size]
      #expect(tree.root == Plain.root(slice))
      #expect(try tree.reader.root() == tree.root)
      for index in 0..<size {
        let proof = try tree.reader.inclusionProof(of: UInt64(index))
        #expect(proof.hashes == Plain.path(index, slice), "\(index) of \(size)")
        try proof.verify(leaf: Self.leaves[index], root: tree.root)
        #expect(try tree.reader.node(index: UInt64(index)) == Self.leaves[index])
      }
      let all = try tree.reader.inclusionProofs(of: 0..<UInt64(size))
      #expect(all.map(\.hashes) == (0..<size).map { Plain.path($0, slice) })
    }
  }

  @Test func everyConsistencyUpTo80IsAsTheTextDefinesIt() throws {
    for size in 0...80 {
      let tree = trees[size]
      for old in 0...size {
        let proof = try tree.reader.consistencyProof(from: UInt64(old))
        #expect(
          proof.hashes == (old == 0 ? [] : Plain.subproof(old, Self.leaves[..<size])), "\(old) to \(size)")
        let before = trees[old]
        try proof.verify(oldRoot: before.root, newRoot: tree.root)
      }
    }
  }

  private func holds(_ proof: InclusionProof, _ leaf: TreeHash, _ root: TreeHash) -> Bool {
    let refused = refusal { try proof.verify(leaf: leaf, root: root) }
    #expect(refused == nil || refused?.code == "proof-fails")
    return refused == nil
  }

  @Test func badInclusionsFail() throws {
    for (size, index) in [(1, 0), (2, 1), (5, 3), (7, 6), (8, 0), (13, 12), (64, 63), (80, 17)] {
      let tree = trees[size]
      let good = try tree.reader.inclusionProof(of: UInt64(index))
      let (leaf, root) = (Self.leaves[index], tree.root)
      func with(_ hashes: [TreeHash], index: UInt64? = nil, size: UInt64? = nil) -> InclusionProof {
        InclusionProof(index: index ?? good.index, size: size ?? good.size, hashes: hashes)
      }
      #expect(holds(good, leaf, root))
      #expect(!holds(with(good.hashes + [.empty]), leaf, root))
      #expect(!holds(with([leaf] + good.hashes), leaf, root))
      #expect(!holds(with(good.hashes + [root]), leaf, root))
      #expect(!holds(good, .empty, root) && !holds(good, leaf, .empty))
      #expect(!holds(with(good.hashes, size: 0), leaf, root))
      #expect(!holds(with(good.hashes, index: good.size), leaf, root))
      #expect(!holds(with(good.hashes, index: .max), leaf, root))
      #expect(!holds(with(good.hashes, index: .max - 1, size: .max), leaf, root))
      for other in 0..<good.size where other != good.index {
        #expect(!holds(with(good.hashes, index: other), leaf, root))
      }
      if !good.hashes.isEmpty {
        #expect(!holds(with(Array(good.hashes.dropLast())), leaf, root))
        #expect(!holds(with(Array(good.hashes.dropFirst())), leaf, root))
        // What is shown of a leaf must not be shown of a node.
        #expect(!holds(with(Array(good.hashes.dropFirst()), index: good.index / 2), leaf, root))
      }
      if good.hashes.count > 1 { #expect(!holds(with(good.hashes.reversed()), leaf, root)) }
    }
  }

  @Test func badConsistenciesFail() throws {
    func holds(_ old: Int, _ new: Int, _ hashes: [TreeHash], _ oldRoot: TreeHash, _ newRoot: TreeHash) -> Bool
    {
      let proof = ConsistencyProof(old: UInt64(old), new: UInt64(new), hashes: hashes)
      return refusal { try proof.verify(oldRoot: oldRoot, newRoot: newRoot) } == nil
    }
    for (old, new) in [(1, 2), (2, 3), (3, 5), (4, 8), (6, 8), (7, 8), (32, 33), (63, 80), (64, 80)] {
      let (before, after) = (trees[old], trees[new])
      let good = try after.reader.consistencyProof(from: UInt64(old)).hashes
      #expect(holds(old, new, good, before.root, after.root))
      #expect(!holds(old, new, good, after.root, before.root))
      #expect(!holds(old, new, good, .empty, after.root) && !holds(old, new, good, before.root, .empty))
      #expect(!holds(old, new, good + [.empty], before.root, after.root))
      #expect(!holds(old, new, good + [before.root], before.root, after.root))
      #expect(!holds(old, new, Array(good.dropLast()), before.root, after.root))
      #expect(!holds(old, new, Array(good.dropFirst()), before.root, after.root))
      #expect(!holds(old, new, [], before.root, after.root))
      #expect(!holds(old, new, [before.root] + good, before.root, after.root))
      #expect(!holds(new, old, good, before.root, after.root))
      #expect(!holds(old, old, good, before.root, before.root))
      for size in 1..<new where size != old { #expect(!holds(size, new, good, before.root, after.root)) }
    }
    let tree = trees[5]
    #expect(holds(5, 5, [], tree.root, tree.root) && !holds(5, 5, [], .empty, tree.root))
    #expect(holds(0, 5, [], .empty, tree.root) && !holds(0, 5, [tree.root], .empty, tree.root))
    #expect(!holds(0, 5, [], tree.root, tree.root))
    #expect(holds(0, 0, [], .empty, .empty) && !holds(0, 0, [], tree.root, tree.root))
  }

  /// A tree inside a larger one is not the one that the size says: a root one step further up is refused, although every hash
  /// on the way is right.
  @Test func proofsEndAtTheirSize() throws {
    for size in 1...40 {
      let tree = trees[size]
      let above = TreeHash.node(.empty, tree.root)
      for index in 0..<size {
        let good = try tree.reader.inclusionProof(of: UInt64(index))
        let longer = InclusionProof(index: good.index, size: good.size, hashes: good.hashes + [.empty])
        #expect(!holds(longer, Self.leaves[index], above), "\(index) of \(size)")
      }
      for old in 1..<size where old & (old - 1) != 0 {
        let good = try tree.reader.consistencyProof(from: UInt64(old))
        let longer = ConsistencyProof(old: good.old, new: good.new, hashes: good.hashes + [.empty])
        let refused = refusal { try longer.verify(oldRoot: .node(.empty, trees[old].root), newRoot: above) }
        #expect(refused?.code == "proof-fails", "\(old) to \(size)")
      }
    }
  }

  /// Any change of any part of a valid proof is noticed.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func randomMutationsNeverVerify(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1500 {
      let size = Int.random(in: 1...80, using: &random)
      let index = Int.random(in: 0..<size, using: &random)
      let tree = trees[size]
      var proof = try tree.reader.inclusionProof(of: UInt64(index))
      var (leaf, root) = (Self.leaves[index], tree.root)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: leaf = try Self.flipped(leaf, &random)
      case 1: root = try Self.flipped(root, &random)
      default:
        let hashes = try Self.changed(proof.hashes, &random)
        proof = InclusionProof(index: proof.index, size: proof.size, hashes: hashes)
      }
      #expect(!holds(proof, leaf, root), "seed \(seed): \(index) of \(size)")

      let old = Int.random(in: 1...size, using: &random)
      let good = try tree.reader.consistencyProof(from: UInt64(old))
      let bad = ConsistencyProof(
        old: good.old, new: good.new, hashes: try Self.changed(good.hashes, &random))
      let before = trees[old]
      let refused = refusal { try bad.verify(oldRoot: before.root, newRoot: tree.root) }
      #expect(refused?.code == "proof-fails", "seed \(seed): \(old) to \(size)")
    }
  }

  private static func flipped(_ hash: TreeHash, _ random: inout SeededGenerator) throws -> TreeHash {
    var bytes = hash.bytes
    bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    return try #require(TreeHash(bytes))
  }

  private static func changed(_ hashes: [TreeHash], _ random: inout SeededGenerator) throws -> [TreeHash] {
    var hashes = hashes
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where !hashes.isEmpty:
      let index = Int.random(in: 0..<hashes.count, using: &random)
      hashes[index] = try flipped(hashes[index], &random)
    case 1 where !hashes.isEmpty: hashes.remove(at: Int.random(in: 0..<hashes.count, using: &random))
    case 2 where Set(hashes).count > 1:
      let (first, second) = (Int.random(in: 0..<hashes.count, using: &random), hashes.count - 1)
      let before = hashes
      hashes.swapAt(first, second)
      if hashes == before { hashes.append(.empty) }
    default: hashes.insert(.leaf([1, 2, 3]), at: Int.random(in: 0...hashes.count, using: &random))
    }
    return hashes
  }
}
