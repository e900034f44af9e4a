import Glibc
import Measures
import Records
import RecordsIO

/// The folder of a store and its files. Nobody but their owner may write them: what others can write, they can replace.
struct StoreFolder {
  /// Without links and from the root, so that no name of a folder is read as anything but a path.
  let path: String

  var database: String { path + "/ledger.sqlite" }
  var lock: String { path + "/ledger.lock" }
  private var log: String { database + "-wal" }
  private var files: [String] { [database, log, database + "-shm", lock] }

  /// Finds the folder, or makes it if it is to be written.
  /// - Throws: ``Problems``: it is not there, or others may write it or what is in it.
  init(_ name: String, mode: SQLiteStore.Mode) throws(Problems) {
    if mode == .readWrite, mkdir(name, 0o700) != 0, errno != EEXIST { throw Self.failure(name, mode) }
    guard let real = realpath(name, nil) else { throw Self.failure(name, mode) }
    defer { free(real) }
    path = String(cString: real)
    try Self.check(path, S_IFDIR, mode)
    for file in files { try Self.check(file, S_IFREG, mode) }
  }

  /// How many bytes its files have.
  var size: UInt64 { files.reduce(0) { $0 + Self.size(of: $1) } }

  /// How many bytes the log has that stands beside the database.
  var logSize: UInt64 { Self.size(of: log) }

  private static func size(of file: String) -> UInt64 {
    var found = stat()
    return lstat(file, &found) == 0 ? UInt64(max(0, found.st_size)) : 0
  }

  var hasDatabase: Bool { access(database, F_OK) == 0 }
  var hasLog: Bool { access(log, F_OK) == 0 }
  var isWritable: Bool { access(path, W_OK) == 0 }

  /// Makes names in the folder durable.
  func synchronize() throws(Problems) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Self.failure(path, .readWrite) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Self.failure(path, .readWrite) }
  }

  /// Why the system refused.
  static func failure(_ file: String, _ mode: SQLiteStore.Mode, _ reason: Int32 = errno) -> Problems {
    let why = Message.Argument.message(SystemReason.message(reason))
    if mode == .readWrite, [EACCES, EPERM, EROFS].contains(reason) {
      return .store(.storeReadOnly, file, .storeReadOnly, [why], remedy: .storeWhereWritable)
    }
    if [ENOSPC, EDQUOT, EFBIG].contains(reason) {
      return .store(.storeFull, file, .storeFull, remedy: .makeRoom)
    }
    return .store(.unreadable, file, .unreadable, [why], remedy: .checkPermissions)
  }

  /// What is there is of that sort, and nobody else may write it. What is not there is no danger.
  private static func check(_ file: String, _ sort: mode_t, _ mode: SQLiteStore.Mode) throws(Problems) {
    var found = stat()
    guard lstat(file, &found) == 0 else {
      guard errno == ENOENT else { throw failure(file, mode) }
      return
    }
    guard found.st_mode & S_IFMT == sort else {
      throw .store(.storeExposed, file, .storeIsLink, remedy: .storeOwn)
    }
    guard found.st_mode & 0o022 == 0 else {
      throw .store(.storeExposed, file, .storeExposed, remedy: .storeClose, [.code(file)])
    }
    // To read, an auditor may be another user than the owner; what is written must stay its writer's.
    guard mode == .readOnly || found.st_uid == geteuid() else {
      throw .store(.storeExposed, file, .storeOfOtherUser, remedy: .storeOwn)
    }
  }
}
