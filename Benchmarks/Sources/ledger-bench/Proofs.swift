import Ledger
import LedgerSQLite

/// Inclusion proofs of leaves drawn at random, read through the store and each verified; sorted milliseconds of each.
enum Proofs {
  static func times(_ store: SQLiteStore, _ count: Int) async throws -> [Double] {
    guard let head = try await store.head(), let root = TreeHash(head.root) else { fatalError("no head") }
    let reader = LogReader(store)
    var generator = SystemRandomNumberGenerator()
    var times: [Double] = []
    for _ in 0..<count {
      let leaf = UInt64.random(in: 0..<head.size, using: &generator)
      let start = ContinuousClock.now
      let proof = try await reader.inclusionProof(of: leaf, size: head.size)
      times.append(Double((ContinuousClock.now - start) / .microseconds(1)) / 1000)
      guard let entry = try await store.leaves(leaf..<leaf + 1).first else { fatalError("no leaf") }
      try proof.verify(leaf: .leaf(entry), root: root)
    }
    return times.sorted()
  }
}
