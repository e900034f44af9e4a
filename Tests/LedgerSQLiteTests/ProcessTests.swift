import Glibc
import Ledger
import LedgerSQLite
import LedgerSamples
import Records
import StoreConformance
import Testing

/// Several processes, other users, and disks that are full.
@Suite struct ProcessTests {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path + "/ledger" }
  /// Any user that is not root.
  private static let other = "65534"

  init() throws { scratch = try ScratchFolder() }

  private func fill() async throws {
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    var log = SampleLog()
    try await store.append(log.crashBatch(), after: nil)
    #expect(try await store.head() == log.head)
  }

  /// What a process says that opens the store, and ends.
  private func said(_ arguments: [String]) throws -> [String] {
    let child = try ChildProcess(arguments)
    let first = child.line()
    try child.end()
    return (first.map { [$0] } ?? []) + child.lines()
  }

  @Test func aSecondWriterIsRefusedUntilTheFirstEnds() async throws {
    try await fill()
    let first = try ChildProcess(["open", folder, "write"])
    #expect(first.line() == "1 1")
    #expect(await codes { _ = try SQLiteStore(folder: folder, mode: .readWrite) } == ["store-busy"])
    #expect(try said(["open", folder, "write"]).first?.hasPrefix("store-busy") == true)
    #expect(try said(["open", folder, "read"]) == ["1 1"])
    first.kill()
    #expect(try first.end() == -SIGKILL)
    #expect(try said(["open", folder, "write"]) == ["1 1"])
  }

  @Test func aReaderSeesWhatAnotherProcessAppends() async throws {
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    var log = SampleLog()
    try await store.append(log.crashBatch(), after: nil)
    let reader = try SQLiteStore(folder: folder, mode: .readOnly)
    for _ in 0..<5 {
      #expect(try await reader.head() == log.head)
      #expect(try said(["open", folder, "read"]) == ["\(log.size) \(log.size)"])
      let head = log.head
      try await store.append(log.crashBatch(), after: head)
    }
  }

  /// Gives the folder away with its rights taken, so that whoever the tests run as, the child may not write it.
  private func giveAway(_ names: [String] = []) throws {
    for name in ScratchFolder.files(folder) where names.contains(where: name.hasSuffix) { unlink(name) }
    for name in ScratchFolder.files(folder) {
      chmod(name, 0o400)
      if geteuid() == 0 { chown(name, 65_534, 65_534) }
    }
    chmod(folder, 0o500)
    chmod(scratch.path, 0o755)
    if geteuid() == 0 { chown(folder, 65_534, 65_534) }
  }

  @Test func aFolderThatCannotBeWrittenIsRead() async throws {
    try await fill()
    try giveAway()
    defer { chmod(folder, 0o700) }
    #expect(try said(["open", folder, "read", Self.other]) == ["1 1"])
    #expect(try said(["open", folder, "write", Self.other]).first?.hasPrefix("store-read-only") == true)
  }

  /// A copy of the database alone, where no log can be made beside it.
  @Test func aCopyOfTheDatabaseAloneIsRead() async throws {
    try await fill()
    try giveAway(["-wal", "-shm", ".lock"])
    defer { chmod(folder, 0o700) }
    #expect(ScratchFolder.files(folder).count == 1)
    #expect(try said(["open", folder, "read", Self.other]) == ["1 1"])
    #expect(try said(["open", folder, "write", Self.other]).first?.hasPrefix("store-read-only") == true)
    #expect(ScratchFolder.files(folder).count == 1)
  }

  @Test func whatMayNotBeReadIsNot() async throws {
    try await fill()
    try giveAway()
    defer { chmod(folder, 0o700) }
    chmod(folder + "/ledger.sqlite", 0o000)
    #expect(try said(["open", folder, "read", Self.other]).first?.hasPrefix("unreadable") == true)
    chmod(folder, 0o000)
    #expect(try said(["open", folder, "read", Self.other]).first?.hasPrefix("unreadable") == true)
  }

  /// No file may grow beyond a limit: as on a full disk, what does not fit is refused, and all before it is there.
  @Test(arguments: [200_000, 300_000, 500_000, 1_000_000])
  func aFullDiskRefusesAndKeepsTheRest(_ limit: Int) async throws {
    var acknowledged = UInt64(0)
    for _ in 0..<2 {
      let child = try ChildProcess(["fill", folder, "\(limit)"])
      let lines = child.lines()
      #expect(try child.end() == 1)
      for line in lines.dropLast() { acknowledged = try #require(UInt64(line), "\(line)") }
      #expect(lines.last?.hasPrefix("store-full") == true, "\(lines.last ?? "")")
    }
    #expect(acknowledged > 0)
    let store = try SQLiteStore(folder: folder, mode: .readWrite)
    let size = try #require(try await store.head()?.size)
    #expect(size == acknowledged)
    #expect(try await store.leaves(0..<UInt64.max) == (0..<size).map { SampleLog.leaf($0, 600) })
    #expect(try await store.openings(0..<UInt64.max, for: .holder).count == Int(size))
    #expect(try await store.faults() == [])
    var log = SampleLog(size: size)
    let head = log.head
    try await store.append(log.crashBatch(), after: head)
  }

  /// Not even an empty database fits.
  @Test func withoutRoomNothingIsBegun() async throws {
    let child = try ChildProcess(["fill", folder, "5000"])
    #expect(child.lines().last?.hasPrefix("store-full") == true)
    #expect(try child.end() == 1)
    #expect(access(folder + "/ledger.sqlite", F_OK) != 0)
    _ = try SQLiteStore(folder: folder, mode: .readWrite)
  }
}
