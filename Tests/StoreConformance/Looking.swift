import Ledger
import LedgerSamples
import Records
import Testing

extension StoreCheck {
  static let looking: [StoreCheck] = [
    StoreCheck("statements are found by name, revision, kind and place") { store in
      var log = SampleLog()
      let rows: [StatementRow] = [
        .sample(0, "a"), .sample(1, "b", kind: "activity"), .sample(2, "a", revision: 2),
        .sample(3, "tick-3", kind: "tick", issuer: "log"), .sample(4, "a", revision: 3),
        .sample(5, "a-b/c.d", kind: "activity"),
      ]
      try await store.append(log.batch(6, rows.map { .statement($0) }), after: nil)
      func found(_ change: (inout StatementQuery) -> Void) async throws -> [UInt64] {
        var query = StatementQuery()
        change(&query)
        return try await store.statements(query).map(\.leaf)
      }
      #expect(try await store.statements(StatementQuery()) == rows)
      #expect(try await found { $0.id = rows[0].id } == [0, 2, 4])
      #expect(try await found { ($0.id, $0.revision) = (rows[0].id, 2) } == [2])
      #expect(try await found { ($0.id, $0.revision) = (rows[0].id, 9) } == [])
      #expect(try await found { $0.revision = 1 } == [0, 1, 3, 5])
      #expect(try await found { $0.kinds = ["activity"] } == [1, 5])
      #expect(try await found { $0.kinds = ["tick", "activity", "tick", "none"] } == [1, 3, 5])
      #expect(try await found { ($0.kinds, $0.limit) = (["activity", "artifact"], 3) } == [0, 1, 2])
      #expect(try await found { ($0.kinds, $0.leaves) = (["activity", "artifact"], 2..<5) } == [2, 4])
      #expect(try await found { ($0.kinds, $0.id) = (["activity"], rows[0].id) } == [])
      #expect(try await found { $0.leaves = 4..<UInt64.max } == [4, 5])
      #expect(try await found { $0.limit = 0 } == [])
      #expect(try await found { $0.limit = -1 } == [])
      #expect(try await found { $0.id = GlobalID("acme", "activity", "a-b/c.d") } == [5])
    },
    StoreCheck("the highest revision of each name is found") { store in
      var log = SampleLog()
      let rows: [StatementRow] = [
        .sample(0, "a"), .sample(1, "a", revision: 2), .sample(2, "a", kind: "activity"),
        .sample(3, "a", issuer: "beta"), .sample(4, "a", revision: 10),
      ]
      try await store.append(log.batch(5, rows.map { .statement($0) }), after: nil)
      let missing = GlobalID("acme", "artifact", "none")
      let latest = try await store.latest([rows[0].id, rows[2].id, rows[3].id, missing, rows[0].id])
      #expect(latest == [rows[0].id: rows[4], rows[2].id: rows[2], rows[3].id: rows[3]])
      let before = try await store.latest([rows[0].id, rows[2].id, rows[3].id], before: 3)
      #expect(before == [rows[0].id: rows[1], rows[2].id: rows[2]])
      #expect(try await store.latest([]).isEmpty)
    },
    StoreCheck("a name that is no name finds nothing, and is not kept") { store in
      var log = SampleLog()
      try await store.append(log.batch(1, [.statement(.sample(0, "a"))]), after: nil)
      for local in ["%", "a' OR '1'='1", "A", ""] {
        #expect(try await store.latest([GlobalID("acme", "artifact", local)]).isEmpty)
        let bad = log.proposal(1, [.statement(.sample(1, local))])
        #expect(await codes { try await store.append(bad, after: log.head) } == ["store-failed"])
      }
    },
    StoreCheck("counts are of what is there") { store in
      var log = SampleLog()
      let changes: [LedgerChange] = [
        .statement(.sample(0, "a")), .statement(.sample(1, "b")),
        .statement(.sample(2, "c", kind: "activity")),
        .opening(.sample(0, "x", .everyone, bytes: [1, 2, 3])),
        .opening(.sample(1, "x", .parties([]), bytes: [4, 5])),
      ]
      try await store.append(log.batch(3, changes), after: nil)
      let counts = try await store.counts()
      #expect(counts.leaves == ["artifact": 2, "activity": 1])
      #expect(counts.openings == 2 && counts.openingBytes == 5 && counts.bytes > 0)
    },
    StoreCheck("reads see whole batches while others append") { store in
      let writing = Task {
        var log = SampleLog()
        for number in 0..<60 {
          let (head, place) = (log.head, log.size)
          let changes: [LedgerChange] = (0..<5).map { .statement(.sample(place + $0, "n\(number)-\($0)")) }
          try await store.append(log.batch(5, changes), after: head)
        }
      }
      var (last, reads) = (UInt64(0), 0)
      while last < 300, reads < 100_000 {
        let rows = try await store.statements(StatementQuery())
        #expect(rows.count % 5 == 0)
        let head = try await store.head()
        #expect((head?.size ?? 0) >= UInt64(rows.count) && (head?.size ?? 0) >= last)
        last = max(last, head?.size ?? 0)
        reads += 1
      }
      try await writing.value
      #expect(last == 300)
    },
  ]
}
