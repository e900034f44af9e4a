import GRDB
import Glibc
public import Ledger
import Measures
public import Records

/// A store in one SQLite database, `ledger.sqlite` in a folder of its own.
///
/// One process writes, any number read; reads see the log as it was when they began and do not hold writing up. What
/// ``append(_:after:)`` has returned from is on the disk.
public final class SQLiteStore: Store {
  /// What a store is opened for.
  public enum Mode: Sendable {
    /// To be read, beside whoever writes.
    case readOnly
    /// To be read and written, by nobody else at the same time.
    case readWrite
  }

  let folder: StoreFolder
  let mode: Mode
  let pool: DatabasePool
  private let lock: FileLock?

  /// Opens the store in a folder. To write, makes what is not there.
  /// - Throws: ``Problems``: `store-busy` where another process writes, `store-exposed` where others may write the files,
  ///   `store-read-only`, `unreadable`, `store-damaged`, `store-full`, `newer-version`.
  public init(folder: String, mode: Mode) throws(Problems) {
    let folder = try StoreFolder(folder, mode: mode)
    switch mode {
    case .readWrite:
      lock = try FileLock.writing(folder)
      if !folder.hasDatabase { try DatabaseFile.create(folder) }
    case .readOnly:
      lock = folder.hasLog || folder.isWritable ? nil : try FileLock.keepingWritersAway(folder)
    }
    pool = try DatabaseFile.open(folder, mode)
    self.folder = folder
    self.mode = mode
    emptyLog()
  }

  /// What the log holds goes into the database, unless others read just now: nobody is waited for. Whoever was killed after an
  /// erasure left what it erased there.
  private func emptyLog() {
    guard mode == .readWrite else { return }
    try? pool.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = 0")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = \(DatabaseFile.patience * 1000)") }
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  // A copy of the one file is whole. The lock goes only once nothing is open any more.
  deinit {
    emptyLog()
    try? pool.close()
  }

  /// Runs a read in a snapshot. It is not interrupted when its task is cancelled.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(Problems) -> Value {
    try await answer { pool, done in
      pool.asyncRead { result in
        switch result {
        case .success(let db):
          done(Result { try body(db) }.mapError { EngineFailure($0, on: db.sqliteConnection) })
        case .failure(let error): done(.failure(EngineFailure(error)))
        }
      }
    }
  }

  /// Runs a write in one transaction: all of it or nothing. A cancelled task does not interrupt it, since whoever asked must
  /// know whether it is kept.
  func write(_ body: @escaping @Sendable (Database) throws -> Void) async throws(Problems) {
    try requireWritable()
    try await answer { pool, done in
      pool.asyncWriteWithoutTransaction { db in
        let result = Result {
          try db.inTransaction(.immediate) {
            try body(db)
            return .commit
          }
        }
        done(result.mapError { EngineFailure($0, on: db.sqliteConnection) })
      }
    }
  }

  func requireWritable() throws(Problems) {
    guard mode == .readWrite else {
      throw .store(
        .storeReadOnly, folder.path, .storeReadOnly, [.message(Phrase.storeOpenToRead.message)],
        remedy: .storeWhereWritable)
    }
  }

  /// Waits for what another thread answers.
  func answer<Value: Sendable>(
    _ start: (DatabasePool, @escaping @Sendable (Result<Value, EngineFailure>) -> Void) -> Void
  ) async throws(Problems) -> Value {
    let result = await withCheckedContinuation { continuation in
      start(pool) { continuation.resume(returning: $0) }
    }
    do { return try result.get() } catch { throw error.problems(folder.database) }
  }
}

extension Database {
  /// A statement that is prepared once for each connection.
  func prepared(_ sql: String) throws -> PreparedStatement {
    try PreparedStatement(cachedStatement(sql: sql))
  }
}
