import GRDB
import Glibc
import Ledger
import LedgerSamples
import Measures
import Records
import TestSupport
import Testing

@testable import LedgerSQLite

/// One bit of the database is another: the store refuses to open, or the audit finds it, or the bit says nothing.
@Suite struct FlippedBitTests {
  private static let seed: UInt64 = 21
  private static let line = "— witness.example/w AAAAAGRvIG5vdCByZWx5IG9uIHRoaXMgb25l"
  private let scratch: ScratchFolder
  private let log: SignedLog
  private let bytes: [UInt8]
  private let rows: [String: [Row]]
  private var folder: String { scratch.path + "/ledger" }
  private var file: String { folder + "/ledger.sqlite" }

  init() async throws {
    (scratch, log) = (try ScratchFolder(), try SignedLog())
    let folder = scratch.path + "/ledger"
    do {
      let store = try SQLiteStore(folder: folder, mode: .readWrite)
      let sequencer = try await log.sequencer(store) { Instant(milliseconds: 1_790_000_000_000) }
      _ = try await sequencer.submit(log.genesis())
      while let size = await sequencer.head?.size, size < 18 {
        for result in await sequencer.submit(try log.statements(at: size)) { _ = try result.get() }
      }
      try await store.addCosignatures([Self.line], size: 18)
      rows = try Self.rows(store)
    }
    bytes = try ScratchFolder.bytes(folder + "/ledger.sqlite")
    #expect(try await found().isEmpty)
  }

  /// Every row of every table.
  private static func rows(_ store: SQLiteStore) throws -> [String: [Row]] {
    try store.pool.read { db in
      var all: [String: [Row]] = [:]
      let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
      for table in tables { all[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)") }
      return all
    }
  }

  /// What is found wrong with the store as it is: why it is refused, or what the audit says.
  private func found() async throws -> [String] {
    do {
      let store = try SQLiteStore(folder: folder, mode: .readOnly)
      return try await log.audit(store).faults.map { $0.rule.text(.en) }
    } catch let problems as Problems {
      return problems.list.map { $0.text(.en) }
    }
  }

  /// No key of a witness is kept, and still each bit of its line is looked after.
  @Test func everyBitOfACosignatureIsFound() async throws {
    let place = try #require(bytes.firstRange(of: Array(Self.line.utf8)))
    for offset in place {
      var changed = bytes
      changed[offset] ^= 1
      for name in ScratchFolder.files(folder) { unlink(name) }
      try ScratchFolder.write(changed, to: file, at: 0)
      #expect(try await !found().isEmpty, "byte \(offset - place.lowerBound)")
    }
  }

  @Test func oneBitIsFoundOrSaysNothing() async throws {
    var random = SeededGenerator(seed: Self.seed)
    let filled = bytes.indices.filter { bytes[$0] != 0 }
    var (noticed, silent) = (0, 0)
    let count = 300
    for number in 0..<count {
      // Half of them where something stands, half anywhere.
      let place =
        number % 2 == 0 ? filled.randomElement(using: &random) : bytes.indices.randomElement(using: &random)
      let (at, bit) = (try #require(place), Int.random(in: 0..<8, using: &random))
      var changed = bytes
      changed[at] ^= 1 << bit
      for name in ScratchFolder.files(folder) { unlink(name) }
      try ScratchFolder.write(changed, to: file, at: 0)
      guard try await found().isEmpty else {
        noticed += 1
        continue
      }
      silent += 1
      let left = try Self.rows(SQLiteStore(folder: folder, mode: .readOnly))
      let lost = rows.keys.filter { left[$0] != rows[$0] }
      #expect(
        lost.isEmpty, "seed \(Self.seed), number \(number): bit \(bit) of byte \(at) is lost unseen: \(lost)")
    }
    print("\(count) flipped bits of \(bytes.count * 8): \(noticed) found, \(silent) say nothing")
    #expect(noticed > count / 2)
  }
}
