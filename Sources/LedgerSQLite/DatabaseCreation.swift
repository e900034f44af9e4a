import GRDB
import Glibc
import Records

extension DatabaseFile {
  /// Makes an empty database, whole or not at all: it gets its name once it is durable.
  /// - Throws: ``Problems``: there is no room, or the folder cannot be written.
  static func create(_ folder: StoreFolder) throws(Problems) {
    let new = folder.database + ".new"
    for leftover in ["", "-journal", "-wal", "-shm"].map({ new + $0 })
    where unlink(leftover) != 0 && errno != ENOENT {
      throw StoreFolder.failure(leftover, .readWrite)
    }
    // SQLite gives its other files the rights of this one.
    let descriptor = Glibc.open(new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreFolder.failure(new, .readWrite) }
    defer { close(descriptor) }
    do { try fill(new) } catch { throw EngineFailure(error).problems(folder.database) }
    guard fsync(descriptor) == 0, rename(new, folder.database) == 0 else {
      throw StoreFolder.failure(new, .readWrite)
    }
    try folder.synchronize()
  }

  private static func fill(_ file: String) throws {
    let queue = try DatabaseQueue(path: file)
    try queue.inDatabase { db in
      do {
        try db.inTransaction {
          try db.execute(sql: Schema.tables + Schema.guards + Schema.marks)
          return .commit
        }
        // Turned on later, it would begin with a journal that one who only reads cannot roll back after a crash.
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      } catch { throw EngineFailure(error, on: db.sqliteConnection) }
    }
    try queue.close()
  }
}
