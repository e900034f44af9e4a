import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Records
import StoreConformance
import TestSupport
import Testing

/// A process that is killed while it records has kept what it acknowledged, and no statement by half; whoever starts next goes
/// on, whatever its clock says.
@Suite struct KillTests {
  /// How many are killed: `make test-long` kills more.
  private static let kills = getenv("ECLUSE_KILLS").flatMap { Int(String(cString: $0)) } ?? 100

  /// What a process said of one statement.
  private struct Acknowledged {
    let (leaf, time, digest): (UInt64, Int64, String)

    init(_ line: String) throws {
      let words = line.split(separator: " ")
      try #require(words.count == 3, "\(line)")
      leaf = try #require(UInt64(words[0]), "\(line)")
      time = try #require(Int64(words[1]), "\(line)")
      digest = String(words[2])
    }
  }

  @Test func killedProcessesKeepWhatTheyAcknowledged() async throws {
    let scratch = try ScratchFolder()
    var random = SeededGenerator(seed: 6)
    var (folder, before) = (scratch.path + "/0", nil as LogHead?)
    var (statements, inTheMiddle, audited) = (0, 0, UInt64(0))
    for number in 0..<Self.kills {
      // Often enough a log is begun anew, so that some are killed while they make the database.
      if number % 20 == 0 { (folder, before) = ("\(scratch.path)/\(number)", nil) }
      // Clocks of different processes differ by up to two hours.
      let drift = Int64.random(in: -3_600_000...3_600_000, using: &random)
      let child = try ChildProcess(["record", folder, "\(drift)"])
      var said: [Acknowledged] = []
      // Some are killed while they open the store, or make it; most while they append.
      if number % 10 != 0 {
        let first = try #require(child.line(), "\(number): nothing more is recorded")
        said.append(try Acknowledged(first))
      }
      try await Task.sleep(for: .microseconds(Int64.random(in: 0...120_000, using: &random)))
      child.kill()
      // A line that was being written when the process ended is none.
      said += try child.lines().map(Acknowledged.init)
      #expect(try child.end() == -SIGKILL)
      statements += said.count
      let head = try await check(folder, said, since: before)
      let acknowledged = said.last.map { $0.leaf + 1 } ?? before?.size ?? 0
      if (head?.size ?? 0) > acknowledged { inTheMiddle += 1 }
      before = head
      guard number % 20 == 19 || number == Self.kills - 1, before != nil else { continue }
      let audit = try await SignedLog().audit(SQLiteStore(folder: folder, mode: .readOnly))
      #expect(audit.faults.isEmpty, "\(audit.faults)")
      audited += audit.leaves
    }
    #expect(statements > Self.kills)
    print(
      "killed \(Self.kills); \(statements) statements acknowledged, \(audited) leaves audited;",
      "\(inTheMiddle) had kept what they had not yet acknowledged")
  }

  /// Looks whether a store holds all that was acknowledged, and whole statements only.
  /// - Returns: where the log stands.
  private func check(
    _ folder: String, _ said: [Acknowledged], since before: LogHead?
  ) async throws -> LogHead? {
    guard access(folder + "/ledger.sqlite", F_OK) == 0 else {
      #expect(said.isEmpty && before == nil)
      return nil
    }
    let store = try SQLiteStore(folder: folder, mode: .readOnly)
    #expect(try await store.faults() == [])
    let head = try await store.head()
    let (first, size) = (before?.size ?? 0, head?.size ?? 0)
    #expect(size >= first && (head?.time ?? 0) >= (before?.time ?? 0))
    let leaves = try await store.leaves(0..<UInt64.max)
    try #require(leaves.count == Int(size))
    var query = StatementQuery()
    (query.leaves, query.limit) = (first..<UInt64(Int64.max), .max)
    let rows = try await store.statements(query)
    #expect(rows.map(\.leaf) == Array(first..<max(first, size)))
    #expect(rows.map(\.time) == rows.map(\.time).sorted())
    #expect(rows.allSatisfy { $0.time >= before?.time ?? 0 })
    for one in said {
      try #require(one.leaf >= first && one.leaf < size, "\(one.leaf) was acknowledged")
      #expect(Digest.sha256(leaves[Int(one.leaf)]) == one.digest, "\(one.leaf)")
      #expect(rows[Int(one.leaf - first)].time == one.time, "\(one.leaf)")
    }
    try await checkBodies(store, rows, leaves)
    return head
  }

  /// Each body is there whole, or was erased whole by a statement that is there.
  private func checkBodies(
    _ store: SQLiteStore, _ rows: [StatementRow], _ leaves: [[UInt8]]
  ) async throws {
    guard let first = rows.first?.leaf, let last = rows.last?.leaf else { return }
    let openings = Dictionary(
      grouping: try await store.openings(first..<last + 1, for: .holder), by: \.leaf)
    var erased: Set<GlobalID> = []
    for row in rows.reversed() {
      let statement = try Statement(
        payload: Envelope(leaves[Int(row.leaf)], file: "leaf").payload, file: "leaf")
      #expect(statement.digest == row.payload)
      if row.kind == "audience", statement.head.fields["disposed"] != nil,
        case .string(let name)? = statement.head.fields["of"], let id = GlobalID(full: name)
      {
        erased.insert(id)
      }
      let held = openings[row.leaf] ?? []
      guard statement.seal != Seal.root([]), !(row.revision == 1 && erased.contains(row.id)) else {
        #expect(held.isEmpty, "\(row.leaf)")
        continue
      }
      let list = try #require(held.first { $0.field == Seal.listField }, "\(row.leaf)")
      let commitments = try Seal.commitments(list.bytes)
      #expect(Seal.root(commitments) == statement.seal, "\(row.leaf)")
      #expect(held.count == commitments.count + 1, "\(row.leaf)")
    }
  }
}
