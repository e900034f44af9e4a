import Ledger
import LedgerSamples
import Records
import Testing

extension StoreCheck {
  static let appending: [StoreCheck] = [
    StoreCheck("an empty store has no head") { store in
      let head = try await store.head()
      #expect(head == nil)
      #expect(try await store.leaves(0..<10).isEmpty)
      #expect(try await store.tile(level: 0, index: 0) == nil)
      #expect(try await store.statements(StatementQuery()).isEmpty)
      #expect(try await store.faults() == [])
    },
    StoreCheck("what is appended is read back") { store in
      var log = SampleLog()
      let first = log.batch(3)
      try await store.append(first, after: nil)
      let old = log.head
      let second = log.batch(300, leafBytes: 1000)
      try await store.append(second, after: old)
      #expect(try await store.head() == log.head)
      #expect(try await store.leaves(0..<3) == first.leaves)
      #expect(try await store.leaves(0..<303) == first.leaves + second.leaves)
      #expect(try await store.leaves(301..<UInt64.max) == Array(second.leaves.suffix(2)))
      #expect(try await store.leaves(303..<400).isEmpty)
      let full = try await store.tile(level: 0, index: 0)
      let partial = try await store.tile(level: 0, index: 1)
      #expect(full?.hashes.count == 256 * 32 && partial?.hashes.count == 47 * 32)
      #expect(full == second.tiles.first && partial == second.tiles.last)
      #expect(try await store.faults() == [])
    },
    StoreCheck("leaves of any length are kept") { store in
      let leaves: [[UInt8]] = [[], [0], .init(repeating: 0xFF, count: 65_535)]
      let head = SampleLog.head(3)
      try await store.append(Batch(first: 0, leaves: leaves, tiles: [], changes: [], head: head), after: nil)
      #expect(try await store.leaves(0..<3) == leaves)
    },
    StoreCheck("another head than the one that is there is refused") { store in
      var log = SampleLog()
      try await store.append(log.batch(5), after: nil)
      let head = try #require(log.head)
      let next = log.proposal(2)
      let otherRoot = LogHead(
        size: head.size, root: SampleLog.head(5, root: 8).root, time: head.time, checkpoint: head.checkpoint)
      #expect(await codes { try await store.append(next, after: otherRoot) } == ["store-moved"])
      #expect(await codes { try await store.append(SampleLog().proposal(2), after: nil) } == ["store-moved"])
      var ahead = log
      _ = ahead.batch(1)
      #expect(await codes { try await store.append(ahead.proposal(1), after: ahead.head) } == ["store-moved"])
      #expect(try await store.head() == head)
      #expect(try await store.leaves(0..<100).count == 5)
      try await store.append(next, after: head)
      #expect(try await store.leaves(0..<100).count == 7)
    },
    StoreCheck("a batch that is not what lies between two heads is refused") { store in
      var log = SampleLog()
      try await store.append(log.batch(5), after: nil)
      let (head, good) = (log.head, log.proposal(2))
      for (first, size) in [(UInt64(4), UInt64(7)), (6, 8), (5, 6), (5, 8), (5, 3)] {
        let batch = Batch(
          first: first, leaves: good.leaves, tiles: [], changes: [], head: SampleLog.head(size))
        #expect(await codes { try await store.append(batch, after: head) } == ["store-failed"])
      }
      #expect(try await store.leaves(0..<100).count == 5)
    },
    StoreCheck("a batch is kept wholly or not at all") { store in
      var log = SampleLog()
      try await store.append(log.batch(2, [.statement(.sample(0, "a"))]), after: nil)
      // The last change contradicts the first batch.
      let bad = log.proposal(
        300, [.statement(.sample(2, "b")), .opening(.sample(2, "x", .everyone)), .statement(.sample(0, "c"))])
      #expect(await codes { try await store.append(bad, after: log.head) } == ["store-failed"])
      #expect(try await store.head() == log.head)
      #expect(try await store.leaves(0..<1000).count == 2)
      #expect(try await store.tile(level: 0, index: 0)?.hashes.count == 64)
      #expect(try await store.tile(level: 0, index: 1) == nil)
      #expect(try await store.statements(StatementQuery()).count == 1)
      #expect(try await store.openings(0..<1000, for: .holder).isEmpty)
      try await store.append(log.proposal(300), after: log.head)
    },
    StoreCheck("of two who append after the same head, one does") { store in
      var log = SampleLog()
      try await store.append(log.batch(1), after: nil)
      for _ in 0..<20 {
        let (head, batch) = (log.head, log.batch(2))
        let answers = await withTaskGroup(of: [String].self) { group in
          for _ in 0..<4 { group.addTask { await codes { try await store.append(batch, after: head) } } }
          return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.isEmpty } == 1)
        #expect(answers.count { $0 == ["store-moved"] } == 3)
      }
      #expect(try await store.head() == log.head)
      #expect(try await store.leaves(0..<100).count == 41)
    },
    StoreCheck("signatures of witnesses are kept by size, each once") { store in
      try await store.addCosignatures(["— w2 AAA=", "— w1 BBB="], size: 5)
      try await store.addCosignatures(["— w1 BBB="], size: 5)
      try await store.addCosignatures(["— w1 CCC="], size: 6)
      #expect(try await store.cosignatures(size: 5) == ["— w1 BBB=", "— w2 AAA="])
      #expect(try await store.cosignatures(size: 6) == ["— w1 CCC="])
      #expect(try await store.cosignatures(size: 7).isEmpty)
    },
  ]
}
