import Ledger
import LedgerSQLite
import LedgerSamples
import Measures
import Records
import Synchronization
import TestSupport
import Testing

/// A clock that goes backwards: no time that the log records does.
@Suite struct ClockTests {
  private let scratch: ScratchFolder
  private let log: SignedLog
  private var folder: String { scratch.path + "/ledger" }

  init() throws { (scratch, log) = (try ScratchFolder(), try SignedLog()) }

  /// What the log has said of time, leaf by leaf: each row's, and each tick's own.
  private func times(_ store: SQLiteStore) async throws -> (rows: [Int64], ticks: [Int64]) {
    let rows = try await store.statements(StatementQuery())
    let leaves = try await store.leaves(0..<UInt64.max)
    var ticks: [Int64] = []
    for row in rows where row.kind == "tick" {
      let envelope = try Envelope(leaves[Int(row.leaf)], file: "leaf")
      guard
        case .string(let text)? = try Statement(payload: envelope.payload, file: "leaf").head.fields["time"]
      else { continue }
      ticks.append(try Moment(text).first.milliseconds)
    }
    return (rows.map(\.time), ticks)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func timeNeverGoesBack(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let start: Int64 = 1_790_000_000_000
    let now = Mutex(start)
    var (heads, highest) = ([Int64](), Int64(0))
    for process in 0..<6 {
      // Each process has a clock of its own, up to a month off; within one it jumps as well.
      now.withLock { $0 = start + Int64.random(in: -2_600_000_000...2_600_000_000, using: &random) }
      let store = try SQLiteStore(folder: folder, mode: .readWrite)
      let sequencer = try await log.sequencer(store) { Instant(milliseconds: now.withLock { $0 }) }
      if process == 0 { _ = try await sequencer.submit(log.genesis()) }
      for _ in 0..<4 {
        let jump = Int64.random(in: -90_000_000...90_000_000, using: &random)
        let said = now.withLock {
          $0 += jump
          return $0
        }
        let before = try #require(await sequencer.head)
        for result in await sequencer.submit(try log.statements(at: before.size)) {
          let receipt = try result.get()
          #expect(receipt.isNew && receipt.time == max(said, before.time), "seed \(seed)")
        }
        let head = try #require(await sequencer.head)
        heads.append(head.time)
        highest = max(highest, said)
      }
      #expect(try await store.head()?.time == heads.last)
    }
    #expect(heads == heads.sorted() && heads.last ?? 0 >= highest, "seed \(seed): \(heads)")
    let store = try SQLiteStore(folder: folder, mode: .readOnly)
    let (rows, ticks) = try await times(store)
    #expect(rows == rows.sorted() && ticks == ticks.sorted() && ticks.count == 25, "seed \(seed)")
    let audit = try await log.audit(store)
    #expect(audit.faults.isEmpty && audit.leaves == UInt64(rows.count), "seed \(seed): \(audit.faults)")
  }
}
