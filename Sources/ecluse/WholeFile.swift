import ArgumentParser
import Glibc
import Measures
import Records
import RecordsIO

/// Writes a file whole or not at all: beside its place first, then moved there.
enum WholeFile {
  /// Writes `text` to `path`, or to standard output if there is none.
  /// - Throws: ``Problems`` (`unwritable`).
  static func write(_ text: String, to path: String?) throws(Problems) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes `bytes` to `path`, or to standard output if there is none.
  /// - Throws: ``Problems`` (`unwritable`).
  /// - Parameter isPrivate: whether a new file is for its owner alone.
  static func write(_ bytes: [UInt8], to path: String?, isPrivate: Bool = false) throws(Problems) {
    guard let path else {
      guard put(bytes, STDOUT_FILENO) else { throw failure(nil) }
      return
    }
    var found = stat()
    if stat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
      // A terminal, a pipe or a device is written to; only a file is replaced.
      let sink = open(path, O_WRONLY | O_CLOEXEC)
      guard sink >= 0 else { throw failure(path) }
      defer { close(sink) }
      guard put(bytes, sink) else { throw failure(path) }
      return
    }
    // Where a link leads, not the link.
    let place = realpath(path, nil).map { resolved in
      defer { free(resolved) }
      return String(cString: resolved)
    }
    try replace(place ?? path, with: bytes, mode: isPrivate ? 0o600 : 0o644)
  }

  /// Makes a folder that was not there.
  /// - Throws: ``Problems`` (`unwritable`).
  static func makeFolder(_ path: String) throws(Problems) {
    guard mkdir(path, 0o755) == 0 else { throw failure(path) }
  }

  private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t) throws(Problems) {
    let draft = "\(path).\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure(path) }
    var isWritten = put(bytes, file)
    isWritten = isWritten && fsync(file) == 0
    let problem = isWritten ? nil : failure(path)
    close(file)
    if let problem {
      unlink(draft)
      throw problem
    }
    guard rename(draft, path) == 0 else {
      let problem = failure(path)
      unlink(draft)
      throw problem
    }
  }

  static func put(_ bytes: [UInt8], _ file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  static func failure(_ path: String?) -> Problems {
    let reason = SystemReason.message(errno)
    return Problems([
      Problem(
        .unreadable, at: nil,
        rule: Phrase.unwritable.with(
          path.map { .code($0) } ?? .message(Phrase.standardOutput.message), .message(reason)),
        remedy: Phrase.chooseFile.message)
    ])
  }
}
