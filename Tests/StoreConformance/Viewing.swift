import Ledger
import LedgerSamples
import Records
import Testing

extension StoreCheck {
  private static let viewers: [Viewer] = [
    .everyone, .holder, .party("acme"), .party("beta"), .party("bet"), .party("eta"), .party("a-b"),
    .party("ab"),
    .party("public"),
  ]
  private static let audiences: [Readers] = [
    .everyone, .parties([]), .parties(["beta"]), .parties(["a-b", "gamma"]), .parties(["bet", "a-b"]),
  ]

  static let viewing: [StoreCheck] = [
    StoreCheck("a viewer gets the openings that its readers include, and no other") { store in
      var log = SampleLog()
      let rows = audiences.enumerated().flatMap { place, readers in
        ["acme", "gamma"].map {
          OpeningRow.sample(UInt64(place), "of-\($0)", readers, issuer: $0)
        }
      }
      try await store.append(log.batch(audiences.count, rows.map { .opening($0) }), after: nil)
      for viewer in viewers {
        let expected = rows.filter { $0.readers.include(viewer, issuer: $0.issuer) }
        let seen = try await store.openings(0..<UInt64.max, for: viewer)
        #expect(seen == expected, "\(viewer)")
      }
      #expect(try await store.openings(1..<2, for: .holder) == Array(rows[2..<4]))
    },
    StoreCheck("whoever may read a field sees the list of commitments") { store in
      var log = SampleLog()
      let fields: [(String, Readers)] = [
        ("f", .parties(["beta"])), ("g", .parties(["gamma"])), (Seal.listField, .parties([])),
      ]
      let changes = [UInt64(0), 1].flatMap { leaf -> [LedgerChange] in
        fields.filter { leaf == 0 || $0.0 != "f" }.map { LedgerChange.opening(.sample(leaf, $0.0, $0.1)) }
      }
      try await store.append(log.batch(2, changes), after: nil)
      func seen(_ viewer: Viewer) async throws -> [String] {
        try await store.openings(0..<2, for: viewer).map { "\($0.leaf)\($0.field)" }
      }
      #expect(try await seen(.party("beta")) == ["0", "0f"])
      #expect(try await seen(.party("gamma")) == ["0", "0g", "1", "1g"])
      #expect(try await seen(.party("delta")).isEmpty)
      #expect(try await seen(.everyone).isEmpty)
    },
    StoreCheck("a viewer knows what heads mention, and fields that it may read") { store in
      var log = SampleLog()
      let named = GlobalID("gamma", "artifact", "m")
      var changes: [LedgerChange] = []
      var rows: [(row: MentionRow, readers: Readers)] = []
      for (place, readers) in audiences.enumerated() {
        let leaf = UInt64(place)
        let mentions = [
          MentionRow(id: named, leaf: leaf, field: nil), MentionRow(id: named, leaf: leaf, field: "f"),
        ]
        changes += mentions.map { .mention($0) } + [.opening(.sample(leaf, "f", readers))]
        // The list of commitments has the empty name, as no field has: it opens nothing that a field mentions.
        changes.append(.opening(.sample(leaf, "", .everyone)))
        rows += [(mentions[0], .everyone), (mentions[1], readers)]
      }
      try await store.append(log.batch(audiences.count, changes), after: nil)
      for viewer in viewers {
        let expected = rows.filter { $0.readers.include(viewer, issuer: "acme") }.map(\.row)
        #expect(try await store.mentions(of: named, for: viewer) == expected, "\(viewer)")
        #expect(try await store.mentions(in: 0..<UInt64.max, for: viewer) == expected, "\(viewer)")
      }
      #expect(try await store.mentions(in: 1..<2, for: .everyone) == [rows[2].row])
      #expect(try await store.mentions(of: GlobalID("gamma", "artifact", "n"), for: .holder).isEmpty)
    },
    StoreCheck("readers change for the fields that are named, or for all") { store in
      var log = SampleLog()
      let changes: [LedgerChange] = ["f", "g"].flatMap {
        [
          .opening(.sample(0, $0, .parties([]))),
          .mention(MentionRow(id: GlobalID("acme", "artifact", $0), leaf: 0, field: $0)),
        ]
      }
      try await store.append(log.batch(1, changes), after: nil)
      func seen(_ viewer: Viewer) async throws -> [String] {
        let fields = try await store.openings(0..<10, for: viewer).map(\.field)
        let mentions = try await store.mentions(in: 0..<10, for: viewer).compactMap(\.field)
        #expect(fields == mentions)
        return fields
      }
      func set(_ fields: [String], _ readers: Readers) async throws {
        let head = log.head
        try await store.append(log.batch(1, [.readers(leaf: 0, fields: fields, readers)]), after: head)
      }
      #expect(try await seen(.party("beta")) == [])
      try await set(["g"], .parties(["beta"]))
      #expect(try await seen(.party("beta")) == ["g"])
      #expect(try await seen(.everyone) == [])
      try await set([], .everyone)
      #expect(try await seen(.everyone) == ["f", "g"])
      try await set(["f", "none"], .parties([]))
      #expect(try await seen(.party("beta")) == ["g"])
      #expect(try await seen(.party("acme")) == ["f", "g"])
    },
    StoreCheck("who is no party sees nothing and is none among readers") { store in
      var log = SampleLog()
      try await store.append(log.batch(1, [.opening(.sample(0, "f", .parties([])))]), after: nil)
      for name in ["", "%", "_", "a,b", "Acme", "acme%", "\u{0}"] {
        #expect(await codes { _ = try await store.openings(0..<1, for: .party(name)) } == ["bad-name"])
        let id = GlobalID("acme", "artifact", "a")
        #expect(await codes { _ = try await store.mentions(of: id, for: .party(name)) } == ["bad-name"])
        #expect(await codes { _ = try await store.mentions(in: 0..<1, for: .party(name)) } == ["bad-name"])
        let changes: [[LedgerChange]] = [
          [.opening(.sample(1, "f", .parties([name, "beta"])))],
          [.opening(.sample(1, "f", .everyone, issuer: name))],
          [.readers(leaf: 0, fields: [], .parties([name]))],
        ]
        for change in changes {
          let batch = log.proposal(1, change)
          #expect(await codes { try await store.append(batch, after: log.head) } == ["store-failed"])
        }
      }
    },
  ]
}
