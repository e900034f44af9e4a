import Ledger
import LedgerSamples
import Records
import Testing

extension StoreCheck {
  /// Rows that no log has: of a leaf that is not there, a second time, of no length that a tile has.
  private static let impossibleRows: [(String, tiles: [TileRow], changes: [LedgerChange])] = [
    ("a statement of a leaf to come", [], [.statement(.sample(9, "b"))]),
    ("an opening of a leaf to come", [], [.opening(.sample(9, "f", .everyone))]),
    ("a mention of a leaf to come", [], [.mention(MentionRow(id: SampleLog.thing, leaf: 9, field: "f"))]),
    ("a second statement of a leaf", [], [.statement(.sample(0, "b"))]),
    (
      "an opening twice", [], [.opening(.sample(2, "f", .everyone)), .opening(.sample(2, "f", .parties([])))]
    ),
    (
      "a mention twice", [],
      [
        .mention(MentionRow(id: SampleLog.thing, leaf: 2, field: "f")),
        .mention(MentionRow(id: SampleLog.thing, leaf: 2, field: "f")),
      ]
    ),
    (
      "a mention in a field without name", [], [.mention(MentionRow(id: SampleLog.thing, leaf: 2, field: ""))]
    ),
    (
      "a place beyond what is counted", [],
      [.mention(MentionRow(id: SampleLog.thing, leaf: UInt64.max, field: "f"))]
    ),
    ("half a hash", [TileRow(level: 1, index: 0, hashes: [UInt8](repeating: 1, count: 16))], []),
    ("a tile without hashes", [TileRow(level: 1, index: 0, hashes: [])], []),
    ("a tile too wide", [TileRow(level: 1, index: 0, hashes: [UInt8](repeating: 1, count: 257 * 32))], []),
    ("a tile that shrinks", [TileRow(level: 0, index: 0, hashes: [UInt8](repeating: 1, count: 32))], []),
  ]

  static let refusing: [StoreCheck] = [
    StoreCheck("a batch with a row that cannot be is refused, and nothing of it is kept") { store in
      var log = SampleLog()
      try await store.append(log.batch(2, [.statement(.sample(0, "a"))]), after: nil)
      let good = log.proposal(1)
      let tile = try await store.tile(level: 0, index: 0)
      for (what, tiles, changes) in impossibleRows {
        let batch = Batch(
          first: good.first, leaves: good.leaves, tiles: good.tiles + tiles,
          changes: [.opening(.sample(0, "whole", .everyone))] + changes, head: good.head)
        #expect(await codes { try await store.append(batch, after: log.head) } == ["store-failed"], "\(what)")
        #expect(try await store.head() == log.head, "\(what)")
        #expect(try await store.leaves(0..<100).count == 2, "\(what)")
        #expect(try await store.statements(StatementQuery()).count == 1, "\(what)")
        #expect(try await store.openings(0..<100, for: .holder).isEmpty, "\(what)")
        #expect(try await store.mentions(in: 0..<100, for: .holder).isEmpty, "\(what)")
        #expect(try await store.tile(level: 0, index: 0) == tile, "\(what)")
        #expect(try await store.tile(level: 1, index: 0) == nil, "\(what)")
      }
      try await store.append(good, after: log.head)
    },
    StoreCheck("neither time nor a root of the same size goes back") { store in
      var log = SampleLog()
      try await store.append(log.batch(5), after: nil)
      let head = try #require(log.head)
      let earlier = LogHead(
        size: head.size + 1, root: SampleLog.head(6).root, time: head.time - 1, checkpoint: head.checkpoint)
      let batch = Batch(
        first: 5, leaves: log.proposal(1).leaves, tiles: [], changes: [], head: earlier)
      #expect(await codes { try await store.append(batch, after: head) } == ["store-failed"])
      let other = LogHead(
        size: head.size, root: SampleLog.head(5, root: 8).root, time: head.time, checkpoint: head.checkpoint)
      let fork = Batch(first: 5, leaves: [], tiles: [], changes: [], head: other)
      #expect(await codes { try await store.append(fork, after: head) } == ["store-failed"])
      #expect(try await store.head() == head)
    },
    // Going through all rows for each name would take hundreds of times as long as reading them once.
    StoreCheck("names are found without going through the log") { store in
      var log = SampleLog()
      let count = 8_000
      let changes = (0..<UInt64(count)).flatMap { leaf -> [LedgerChange] in
        let row = StatementRow.sample(leaf, "n\(leaf)")
        return [.statement(row), .mention(MentionRow(id: row.id, leaf: leaf, field: nil))]
      }
      try await store.append(log.batch(count, changes), after: nil)
      let ids = (0..<count).map { GlobalID("acme", "artifact", "n\($0)") }
      var query = StatementQuery()
      query.limit = count
      let clock = ContinuousClock()
      let start = clock.now
      #expect(try await store.statements(query).count == count)
      let read = clock.now
      #expect(try await store.latest(ids).count == count)
      let (whole, found) = (read - start, clock.now - read)
      #expect(found < whole * 12, "\(found), \(whole)")
      for id in ids.suffix(20) {
        query.id = id
        #expect(try await store.statements(query).count == 1)
        #expect(try await store.mentions(of: id, for: .holder).count == 1)
      }
    },
    StoreCheck("an append whose caller gave up is kept all the same") { store in
      var log = SampleLog()
      for round in 0..<20 {
        let (head, batch) = (log.head, log.batch(40, leafBytes: 2000))
        let task = Task { try await store.append(batch, after: head) }
        if round % 2 == 0 { await Task.yield() }
        task.cancel()
        try await task.value
        #expect(try await store.head() == log.head)
        #expect(try await store.leaves(0..<UInt64.max).count == Int(log.size))
      }
    },
  ]
}
