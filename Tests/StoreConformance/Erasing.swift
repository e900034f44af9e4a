import Ledger
import LedgerSamples
import Records
import Testing

extension StoreCheck {
  static let erasing: [StoreCheck] = [
    StoreCheck("what is erased is gone, with what was known through it; the head stays") { store in
      var log = SampleLog()
      let changes: [LedgerChange] = [UInt64(0), 1].flatMap { leaf in
        [.mention(MentionRow(id: GlobalID("acme", "artifact", "head"), leaf: leaf, field: nil))]
          + ["", "f", "g"].map { .opening(.sample(leaf, $0, .everyone)) }
          + ["f", "g"].map {
            .mention(MentionRow(id: GlobalID("acme", "artifact", $0), leaf: leaf, field: $0))
          }
      }
      try await store.append(log.batch(2, changes), after: nil)
      func erase(_ leaf: UInt64, _ fields: [String]) async throws {
        let head = log.head
        try await store.append(log.batch(1, [.erase(leaf: leaf, fields: fields)]), after: head)
      }
      func fields(_ leaf: UInt64) async throws -> [String] {
        try await store.openings(leaf..<leaf + 1, for: .holder).map(\.field)
      }
      func mentions(_ leaf: UInt64) async throws -> [String] {
        try await store.mentions(in: leaf..<leaf + 1, for: .holder).map { $0.field ?? "HEAD" }
      }
      try await erase(0, ["f"])
      #expect(try await fields(0) == ["", "g"])
      #expect(try await mentions(0) == ["HEAD", "g"])
      try await erase(0, [""])
      #expect(try await fields(0) == ["g"])
      #expect(try await mentions(0) == ["HEAD", "g"])
      try await erase(0, [])
      #expect(try await fields(0) == [])
      #expect(try await mentions(0) == ["HEAD"])
      #expect(try await fields(1) == ["", "f", "g"])
      #expect(try await mentions(1) == ["HEAD", "f", "g"])
      #expect(try await store.leaves(0..<2) == [SampleLog.leaf(0), SampleLog.leaf(1)])
    },
    StoreCheck("compacting keeps all that is not erased") { store in
      var log = SampleLog()
      let openings = (0..<50).map {
        OpeningRow.sample($0, "f", .everyone, bytes: .init(repeating: 9, count: 5000))
      }
      let changes: [LedgerChange] =
        openings.map { .opening($0) } + (0..<50).map { .statement(.sample($0, "n\($0)")) }
      let batch = log.batch(50, changes)
      try await store.append(batch, after: nil)
      let head = log.head
      let erasing: [LedgerChange] = (0..<40).map { .erase(leaf: $0, fields: []) }
      try await store.append(log.batch(1, erasing), after: head)
      let before = try await store.counts()
      try await store.compact()
      let after = try await store.counts()
      #expect(after.openings == 10 && after.openingBytes == 50_000 && after.bytes < before.bytes)
      #expect(try await store.openings(0..<100, for: .holder) == Array(openings.suffix(10)))
      #expect(try await store.leaves(0..<50) == batch.leaves)
      #expect(try await store.statements(StatementQuery()).count == 50)
      #expect(try await store.head() == log.head)
      #expect(try await store.faults() == [])
      let last = log.head
      try await store.append(log.batch(1), after: last)
    },
  ]
}
