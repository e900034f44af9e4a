import Glibc
import Measures
import Records

/// A lock on a file that the kernel releases when the process ends, however it ends.
final class FileLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  // Closing alone would leave the lock to a child that was being started meanwhile.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Locks for the one who writes.
  /// - Throws: ``Problems`` (`store-busy`): somebody has it.
  static func writing(_ folder: StoreFolder) throws(Problems) -> FileLock {
    let descriptor = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw StoreFolder.failure(folder.lock, .readWrite) }
    return try FileLock(descriptor).taken(LOCK_EX, folder, .storeHasWriter, .storeLetWriterEnd)
  }

  /// Keeps writers away while somebody reads who cannot see what they write; `nil`: there is no file to lock.
  /// - Throws: ``Problems`` (`store-busy`): there is a writer.
  static func keepingWritersAway(_ folder: StoreFolder) throws(Problems) -> FileLock? {
    let descriptor = open(folder.lock, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw StoreFolder.failure(folder.lock, .readOnly) }
      return nil
    }
    return try FileLock(descriptor).taken(LOCK_SH, folder, .storeInUse, .storeLetUsersEnd)
  }

  private func taken(
    _ sort: Int32, _ folder: StoreFolder, _ rule: Phrase, _ remedy: Phrase
  ) throws(Problems) -> FileLock {
    guard flock(descriptor, sort | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw StoreFolder.failure(folder.lock, .readWrite) }
      throw .store(.storeBusy, folder.path, rule, remedy: remedy)
    }
    return self
  }
}
