import Glibc
import Measures
import Records
import RecordsIO

/// A file that its owner alone may read: a private key.
enum SecretFile {
  private static let maximumSize = 1 << 16

  /// The bytes of the file at `path`.
  /// - Throws: ``Problems``: others may read or change it, or it is a link, or somebody else's.
  static func read(_ path: String) throws(Problems) -> [UInt8] {
    var found = stat()
    guard lstat(path, &found) == 0 else { _ = try TextFile.bytes(path, atMost: maximumSize); return [] }
    guard found.st_mode & S_IFMT == S_IFREG else { throw refused(path, .secretIsLink, .copyKeyFile) }
    guard found.st_uid == geteuid() else { throw refused(path, .secretOfOther, .copyKeyFile) }
    guard found.st_mode & 0o077 == 0 else { throw refused(path, .secretIsOpen, .closeSecret) }
    return try TextFile.bytes(path, atMost: maximumSize)
  }

  /// Creates the file at `path`, for its owner alone.
  /// - Throws: ``Problems``: something is there already, or it cannot be written.
  static func create(_ path: String, _ bytes: [UInt8]) throws(Problems) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw errno == EEXIST ? refused(path, .secretExists, .chooseFile) : WholeFile.failure(path)
    }
    defer { close(file) }
    guard WholeFile.put(bytes, file), fsync(file) == 0 else {
      let problem = WholeFile.failure(path)
      unlink(path)
      throw problem
    }
  }

  private static func refused(_ path: String, _ rule: Phrase, _ remedy: Phrase) -> Problems {
    Problems([
      Problem(
        .unsafeKeyFile, at: Mark(file: path, line: 0), rule: rule.message, remedy: remedy.with(.code(path)))
    ])
  }
}
