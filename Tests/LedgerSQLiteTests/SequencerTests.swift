import Ledger
import Measures
import Records
import TestSupport
import Testing

@testable import LedgerSQLite

/// Many statements at once: batches are looked at while the one before is written.
@Suite struct SequencerTests {
  private let scratch: ScratchFolder
  private let store: SQLiteStore
  private let founder: SigningKey
  private let second: SigningKey
  private let stranger: SigningKey
  private let keys: LogKeys
  private let sequencer: Sequencer

  init() async throws {
    scratch = try ScratchFolder()
    store = try SQLiteStore(folder: scratch.path + "/ledger", mode: .readWrite)
    founder = try SigningKey([UInt8](repeating: 5, count: 32))
    second = try SigningKey([UInt8](repeating: 6, count: 32))
    stranger = try SigningKey([UInt8](repeating: 7, count: 32))
    keys = try LogKeys(
      origin: "log.example/test", checkpointKey: [UInt8](repeating: 1, count: 32),
      clockKey: [UInt8](repeating: 2, count: 32))
    sequencer = try await Sequencer(store, keys: keys, places: try Dossier.places()) {
      Instant(milliseconds: 1_795_000_000_000)
    }
    let genesis = Genesis.draft(
      origin: keys.origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey,
      founders: [Self.grant(founder, "p1")], policy: .usual(quorum: 1, distinct: .person))
    _ = try await sequencer.submit(try Submission.unsealed(genesis, signedBy: [founder]))
  }

  private static func grant(_ key: SigningKey, _ person: String) -> KeyGrant {
    KeyGrant(
      party: "acme", person: person, publicKey: key.publicKey, custody: .selfHeld,
      roles: ["recorder", "administrator"].map { KeyGrant.Role($0) })
  }

  private static func statement(
    _ local: String, by key: SigningKey, note: String? = nil
  ) throws -> Submission {
    let kind = try #require(Kinds.named("artifact"))
    let draft = Draft(
      kind: kind, id: GlobalID("acme", "artifact", local),
      fields: ["name": .text(local)].merging(note.map { ["note": .text($0)] } ?? [:]) { $1 },
      mark: Mark(file: "", line: 0))
    return try Submission.of(
      draft, readers: .parties([]), sealing: SealingKey([UInt8](repeating: 9, count: 32)), signedBy: [key])
  }

  /// Who handed in a leaf without its body keeps nobody from adding it, for the readers of that moment; what is erased stays so.
  @Test func aBodyComesAfterItsLeaf() async throws {
    func part(_ whole: Submission, _ fields: String...) -> Submission {
      Submission(
        envelope: whole.envelope, commitments: fields.isEmpty ? nil : whole.commitments,
        openings: whole.openings.filter { fields.contains($0.field) })
    }
    func change(_ local: String, _ readers: Readers?, _ fields: String...) throws -> Submission {
      let id = GlobalID("acme", "artifact", local)
      let change = AudienceChange(of: id, revision: 1, fields: fields, readers: readers, ground: "test")
      return try .unsealed(
        change.draft(named: "change-\(local)"), in: keys.note.verifier().vkey, signedBy: [founder])
    }
    func kept(_ local: String) async throws -> [String: Readers] {
      let row = try #require(try await store.latest([GlobalID("acme", "artifact", local)]).values.first)
      let rows = try await store.openings(row.leaf..<row.leaf + 1, for: .holder)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.field, $0.readers) })
    }
    let names = ["erased", "erased-after", "opened", "twice", "some"]
    var said: [String: Submission] = [:]
    for name in names { said[name] = try Self.statement(name, by: founder, note: "hidden") }
    func whole(_ name: String) throws -> Submission { try #require(said[name]) }
    for name in names { #expect(try await sequencer.submit(part(whole(name))).isNew) }
    let results = await sequencer.submit([
      try change("erased", nil, "note"), try whole("erased"),
      try whole("erased-after"), try change("erased-after", nil),
      try change("opened", .parties(["bolt"]), "note"), try whole("opened"),
      try part(whole("twice"), "name"), try whole("twice"), try whole("twice"),
      try part(whole("some"), "name"),
    ])
    #expect(results.allSatisfy { (try? $0.get()) != nil })
    let added = try results.map { try $0.get().addsBody }
    #expect(added == [false, true, true, false, false, true, true, true, false, true])
    let readers = Readers.parties([])
    #expect(try await kept("erased") == ["": readers, "name": readers])
    #expect(try await kept("erased-after") == [:])
    #expect(try await kept("opened") == ["": readers, "name": readers, "note": .parties(["bolt"])])
    #expect(try await kept("twice") == ["": readers, "name": readers, "note": readers])
    // One batch later, the part that was there and the part that was erased.
    #expect(try await sequencer.submit(change("some", nil, "note")).isNew)
    let late = await sequencer.submit([try part(whole("some"), "name"), try whole("some")])
    #expect(try late.map { try $0.get().addsBody } == [false, false])
    #expect(try await kept("some") == ["": readers, "name": readers])
    let audit = try await Audit(store, places: try Dossier.places(), signatures: true)
    #expect(audit.faults.isEmpty, "\(audit.faults)")
  }

  /// A key that the first batch introduces signs in all later ones, and who is refused leaves no gap.
  @Test func manyAtOnce() async throws {
    let introduction = Self.grant(second, "p2").draft(by: "acme")
    let mine =
      [try Submission.unsealed(introduction, in: keys.note.verifier().vkey, signedBy: [founder])]
      + (try (1..<2600).map { try Self.statement("m\($0)", by: $0 % 700 == 0 ? stranger : second) })
    let others = try (0..<1100).map { try Self.statement("o\($0)", by: founder) }
    async let first = sequencer.submit(mine)
    async let also = sequencer.submit(others)
    let (results, more) = await (first, also)
    #expect(results.count == mine.count && more.count == others.count)
    let refused = results.indices.filter { (try? results[$0].get()) == nil }
    #expect(refused == [700, 1400, 2100])
    #expect(more.allSatisfy { (try? $0.get()) != nil })
    for answers in [results, more] {
      let leaves = answers.compactMap { try? $0.get().leaf }
      #expect(leaves == leaves.sorted() && Set(leaves).count == leaves.count)
    }
    for (submission, result) in zip(mine + others, results + more) {
      guard let leaf = try? result.get().leaf else { continue }
      #expect(try await store.leaves(leaf..<leaf + 1) == [submission.envelope.bytes])
    }
    #expect(await sequencer.submit([]).isEmpty)
    let audit = try await Audit(store, places: try Dossier.places(), signatures: true)
    #expect(audit.faults.isEmpty)
    #expect(try await store.head()?.size == audit.leaves)
  }
}
