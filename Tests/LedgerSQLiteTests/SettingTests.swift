import GRDB
import Glibc
import Ledger
import LedgerSamples
import Records
import StoreConformance
import Testing

@testable import LedgerSQLite

/// A store is opened as its promises need it, or not at all.
@Suite struct SettingTests {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path + "/ledger" }
  private var file: String { folder + "/ledger.sqlite" }

  init() throws { scratch = try ScratchFolder() }

  private func open(_ mode: SQLiteStore.Mode = .readWrite) throws -> SQLiteStore {
    try SQLiteStore(folder: folder, mode: mode)
  }

  @Test func commitsAreFlushed() async throws {
    for _ in 0..<2 {
      let store = try open()
      let found = try await store.pool.writeWithoutTransaction { db in
        [
          try Int.fetchOne(db, sql: "PRAGMA synchronous"), try Int.fetchOne(db, sql: "PRAGMA foreign_keys"),
          try Int.fetchOne(db, sql: "PRAGMA secure_delete"),
          try Int.fetchOne(db, sql: "PRAGMA trusted_schema"),
          try Int.fetchOne(db, sql: "PRAGMA cell_size_check"),
        ]
      }
      #expect(found == [2, 1, 1, 0, 1])
      let journal = try await store.pool.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(journal == "wal")
    }
  }

  @Test func filesAreTheirOwnersAlone() async throws {
    let before = umask(0)
    let store = try open()
    umask(before)
    try await store.append(SampleLog().proposal(1), after: nil)
    let files = ScratchFolder.files(folder)
    #expect(files.count == 4)
    for path in files + [folder] {
      var found = stat()
      #expect(lstat(path, &found) == 0)
      #expect(found.st_mode & 0o777 == (path == folder ? 0o700 : 0o600), "\(path)")
    }
  }

  @Test func whatOthersMayWriteIsRefused() async throws {
    do { _ = try open() }
    let names = ["", "/ledger.sqlite", "/ledger.sqlite-wal", "/ledger.sqlite-shm", "/ledger.lock"]
    for path in names.map({ folder + $0 }) {
      let (closed, exposed) =
        path == folder ? (mode_t(0o700), [mode_t(0o770), 0o702]) : (0o600, [0o620, 0o602])
      for mode in exposed {
        chmod(path, mode)
        #expect(await codes { _ = try open() } == ["store-exposed"], "\(path)")
        #expect(await codes { _ = try open(.readOnly) } == ["store-exposed"], "\(path)")
      }
      chmod(path, closed)
    }
    _ = try open()
  }

  @Test func linksAreRefused() async throws {
    do { _ = try open() }
    let elsewhere = scratch.path + "/elsewhere"
    #expect(rename(file, elsewhere) == 0 && symlink(elsewhere, file) == 0)
    #expect(await codes { _ = try open() } == ["store-exposed"])
    #expect(await codes { _ = try open(.readOnly) } == ["store-exposed"])
  }

  @Test func aLaterFormIsRefused() async throws {
    do { _ = try open() }
    try ScratchFolder.write([0, 0, 0, 2], to: file, at: 60)
    #expect(await codes { _ = try open() } == ["newer-version"])
    #expect(await codes { _ = try open(.readOnly) } == ["newer-version"])
  }

  @Test func theDatabaseOfAnotherProgramIsLeftAlone() async throws {
    mkdir(folder, 0o700)
    let queue = try DatabaseQueue(path: file)
    try await queue.write { try $0.execute(sql: "CREATE TABLE t(x); PRAGMA user_version = 1") }
    try queue.close()
    chmod(file, 0o600)
    let before = try ScratchFolder.bytes(file)
    for mode in [SQLiteStore.Mode.readOnly, .readWrite] {
      #expect(await codes { _ = try open(mode) } == ["store-damaged"])
    }
    #expect(try ScratchFolder.bytes(file) == before)
  }

  @Test(arguments: [
    "", "SQLite format 3\0", "This is no database, but a text that is longer than one hundred bytes. ",
  ])
  func whatIsNoDatabaseIsRefused(_ text: String) async throws {
    mkdir(folder, 0o700)
    let bytes = Array((text + (text.hasPrefix("This") ? text : "")).utf8)
    try ScratchFolder.write(bytes, to: file, at: 0)
    #expect(await codes { _ = try open() } == ["store-damaged"])
    #expect(await codes { _ = try open(.readOnly) } == ["store-damaged"])
    #expect(try ScratchFolder.bytes(file) == bytes)
  }

  @Test func otherTablesAreRefused() async throws {
    for sql in ["DROP TRIGGER leaf_not_changed", "CREATE TABLE more(x)", "DROP INDEX statement_id"] {
      let path = folder + "\(sql.utf8.count)"
      do {
        let store = try SQLiteStore(folder: path, mode: .readWrite)
        try await store.pool.write { try $0.execute(sql: sql) }
      }
      for mode in [SQLiteStore.Mode.readOnly, .readWrite] {
        let said = await codes { _ = try SQLiteStore(folder: path, mode: mode) }
        #expect(said == ["store-damaged"], "\(sql)")
      }
    }
  }

  /// A process that ended while it made the database leaves what the next one throws away.
  @Test func halfADatabaseIsMadeAnew() async throws {
    mkdir(folder, 0o700)
    for end in ["", "-journal", "-wal", "-shm"] {
      try ScratchFolder.write(Array("half".utf8), to: "\(file).new\(end)", at: 0)
    }
    let store = try open()
    try await store.append(SampleLog().proposal(1), after: nil)
    #expect(ScratchFolder.files(folder).count == 4)
  }

  @Test func toReadThereMustBeOne() async throws {
    #expect(await codes { _ = try open(.readOnly) } == ["unreadable"])
    mkdir(folder, 0o700)
    #expect(await codes { _ = try open(.readOnly) } == ["unreadable"])
    #expect(ScratchFolder.files(folder).isEmpty)
  }

  @Test func toReadIsNotToWrite() async throws {
    do { _ = try open() }
    let store = try open(.readOnly)
    #expect(
      await codes { try await store.append(SampleLog().proposal(1), after: nil) } == ["store-read-only"])
    #expect(await codes { try await store.addCosignatures(["x"], size: 1) } == ["store-read-only"])
    #expect(await codes { try await store.compact() } == ["store-read-only"])
  }

  /// What is asked may be given up by who asked; whether it was kept is never in doubt.
  @Test func aCancelledTaskAppends() async throws {
    let store = try open()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await store.append(SampleLog().proposal(3), after: nil)
      return try await store.leaves(0..<10).count
    }
    #expect(try await task.value == 3)
  }
}
