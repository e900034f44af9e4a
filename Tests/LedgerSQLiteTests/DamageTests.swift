import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Measures
import Records
import StoreConformance
import TestSupport
import Testing

/// A damaged database is refused, or gives what it holds: it never ends the process.
@Suite struct DamageTests {
  private static let marker = "confidential-marker-4711"
  private let scratch: ScratchFolder
  private var folder: String { scratch.path + "/ledger" }
  private var file: String { folder + "/ledger.sqlite" }
  private let bytes: [UInt8]

  init() async throws {
    let scratch = try ScratchFolder()
    self.scratch = scratch
    do {
      let store = try SQLiteStore(folder: scratch.path + "/ledger", mode: .readWrite)
      var log = SampleLog()
      for _ in 0..<8 {
        let (head, place) = (log.head, log.size)
        let changes = (place..<place + 40).flatMap { leaf -> [LedgerChange] in
          let body = Array("\(Self.marker) \(leaf)".utf8)
          return [
            .statement(.sample(leaf, "n\(leaf)")),
            .opening(.sample(leaf, "f", .parties(["beta"]), bytes: body)),
            .mention(MentionRow(id: GlobalID("acme", "artifact", "thing"), leaf: leaf, field: "f")),
          ]
        }
        try await store.append(log.batch(40, changes), after: head)
      }
      try await store.addCosignatures(["— w AAA="], size: log.size)
      try await store.compact()
    }
    bytes = try ScratchFolder.bytes(scratch.path + "/ledger/ledger.sqlite")
  }

  /// Reads everything there is, and appends.
  private func useAll(_ mode: SQLiteStore.Mode) async throws {
    let store = try SQLiteStore(folder: folder, mode: mode)
    let head = try await store.head()
    _ = try await store.leaves(0..<UInt64.max)
    for index in 0..<2 { _ = try await store.tile(level: 0, index: UInt64(index)) }
    let rows = try await store.statements(StatementQuery())
    _ = try await store.latest(rows.map(\.id))
    for viewer in [Viewer.holder, .everyone, .party("beta")] {
      _ = try await store.openings(0..<UInt64.max, for: viewer)
      _ = try await store.mentions(in: 0..<UInt64.max, for: viewer)
      _ = try await store.mentions(of: GlobalID("acme", "artifact", "thing"), for: viewer)
    }
    _ = try await store.cosignatures(size: 320)
    _ = try await store.counts()
    _ = try await store.faults()
    guard mode == .readWrite, let head, head.size == 320 else { return }
    try await store.append(SampleLog(size: 320).proposal(3), after: head)
  }

  private func spoil(_ bytes: [UInt8]) throws {
    for name in ScratchFolder.files(folder) { unlink(name) }
    try ScratchFolder.write(bytes, to: file, at: 0)
  }

  /// What is said of a damaged database.
  private func said(_ mode: SQLiteStore.Mode) async -> [Problem] {
    do {
      try await useAll(mode)
      return []
    } catch let problems as Problems {
      return problems.list
    } catch {
      Issue.record("\(error)")
      return []
    }
  }

  @Test func aCutDatabaseIsRefused() async throws {
    #expect(bytes.count > 100_000)
    for count in [0, 50, 100, 4096, bytes.count / 2, bytes.count - 4096, bytes.count - 1] {
      try spoil(Array(bytes.prefix(count)))
      #expect(await said(.readWrite).map(\.code.rawValue) == ["store-damaged"], "\(count)")
      // Who reads cannot tell by the length alone: somebody may be writing. Without its last byte a page may be what it was.
      guard count < bytes.count - 1 else { continue }
      #expect(await said(.readOnly).map(\.code.rawValue) == ["store-damaged"], "\(count)")
    }
  }

  /// A part of the database filled with noise: what reads it is refused.
  @Test func noiseIsRefused() async throws {
    var random = SeededGenerator(seed: 12)
    for page in stride(from: 1, to: bytes.count / 4096, by: 3) {
      var noisy = bytes
      for place in page * 4096..<(page + 1) * 4096 {
        noisy[place] = UInt8.random(in: 0...255, using: &random)
      }
      try spoil(noisy)
      let problems = await said(.readOnly)
      #expect(problems.isEmpty || problems.map(\.code.rawValue) == ["store-damaged"], "page \(page)")
      try spoil(noisy)
      let store = try? SQLiteStore(folder: folder, mode: .readOnly)
      if let store, problems.isEmpty { #expect(try await !store.faults().isEmpty, "page \(page)") }
    }
  }

  /// One byte changed anywhere: no trap, no other refusal, and no word of a body.
  @Test func aChangedByteIsNoTrap() async throws {
    var random = SeededGenerator(seed: 11)
    var refused: [String: Int] = [:]
    for number in 0..<250 {
      var changed = bytes
      // Beginnings of pages and the first page say how everything else is read.
      let page = number % 4 == 0 ? 0 : Int.random(in: 0..<bytes.count / 4096, using: &random)
      let place = page * 4096 + Int.random(in: 0..<(number % 2 == 0 ? 100 : 4096), using: &random)
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      for mode in [SQLiteStore.Mode.readOnly, .readWrite] {
        try spoil(changed)
        for problem in await said(mode) {
          let code = problem.code.rawValue
          refused[code, default: 0] += 1
          let isFit = ["store-damaged", "newer-version"].contains(code)
          #expect(isFit, "seed 11, number \(number), byte \(place): \(problem.text(.en))")
          #expect(!problem.text(.en).contains(Self.marker) && !problem.text(.fr).contains(Self.marker))
        }
      }
    }
    #expect((refused["store-damaged"] ?? 0) > 100)
    print("250 changed bytes: \(refused.sorted { $0.key < $1.key })")
  }
}
