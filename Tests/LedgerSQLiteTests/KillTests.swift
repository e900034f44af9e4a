import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Records
import StoreConformance
import TestSupport
import Testing

/// A process that is killed has kept what it acknowledged, and no batch by half.
@Suite struct KillTests {
  /// How many are killed: `make test-long` kills more.
  private static let kills = getenv("ECLUSE_KILLS").flatMap { Int(String(cString: $0)) } ?? 100

  @Test func killedProcessesKeepWhatTheyAcknowledged() async throws {
    let scratch = try ScratchFolder()
    var random = SeededGenerator(seed: 6)
    var (folder, acknowledged, inTheMiddle) = (scratch.path + "/0", UInt64(0), 0)
    for number in 0..<Self.kills {
      // Often enough a log is begun anew, so that some are killed while they make the database.
      if number % 20 == 0 { (folder, acknowledged) = ("\(scratch.path)/\(number)", 0) }
      let child = try ChildProcess(["append", folder])
      // Some are killed while they open the store, or make it; most while they append.
      if number % 10 != 0 {
        _ = child.line().flatMap(UInt64.init).map { acknowledged = max(acknowledged, $0) }
      }
      try await Task.sleep(for: .microseconds(Int64.random(in: 0...120_000, using: &random)))
      child.kill()
      for line in child.lines() {
        let size = try #require(UInt64(line), "\(line)")
        #expect(size > acknowledged)
        acknowledged = size
      }
      #expect(try child.end() == -SIGKILL)
      let size = try await check(folder, acknowledged)
      if size > acknowledged { inTheMiddle += 1 }
      acknowledged = size
    }
    print("killed \(Self.kills); \(inTheMiddle) had kept a batch that they had not yet acknowledged")
  }

  /// Looks whether a store holds all that was acknowledged and whole batches only.
  /// - Returns: how long the log is.
  private func check(_ folder: String, _ acknowledged: UInt64) async throws -> UInt64 {
    guard access(folder + "/ledger.sqlite", F_OK) == 0 else {
      #expect(acknowledged == 0)
      return 0
    }
    let store = try SQLiteStore(folder: folder, mode: .readOnly)
    let head = try await store.head()
    let size = head?.size ?? 0
    #expect(size == acknowledged || size == acknowledged + SampleLog.crashStep(acknowledged))
    #expect(head == (size == 0 ? nil : SampleLog.head(size)))
    #expect(try await store.leaves(0..<UInt64.max) == (0..<size).map { SampleLog.leaf($0, 600) })
    let openings = try await store.openings(0..<UInt64.max, for: .holder)
    #expect(openings.map(\.bytes) == (0..<size).map { SampleLog.leaf($0, 700) })
    #expect(try await store.mentions(of: SampleLog.thing, for: .holder).count == Int(size))
    var query = StatementQuery()
    query.limit = .max
    #expect(try await store.statements(query).map(\.leaf) == Array(0..<size))
    for index in 0..<(size + 255) / 256 {
      let tile = try await store.tile(level: 0, index: index)
      #expect(tile?.hashes.count == Int(min(256, size - index * 256)) * 32)
    }
    #expect(try await store.faults() == [])
    return size
  }
}
