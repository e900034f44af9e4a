import Glibc
public import Measures
public import Records

/// Reads a file of text within a limit.
public enum TextFile {
  /// At most this many bytes of one file are read.
  public static let maximumSize = 16 << 20

  /// The bytes of the regular file at `path`, refused by size before they are read.
  /// - Throws: ``Problems`` (`too-large`, `unreadable`).
  public static func bytes(_ path: String, atMost maximumSize: Int = maximumSize) throws(Problems) -> [UInt8]
  {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable(path, because: .reasonNotRegular) }
    let size = Int(status.st_size)
    guard size <= maximumSize else {
      throw Problems([
        Problem(
          .tooLarge, at: Mark(file: path, line: 0),
          rule: Phrase.tooLarge.with(.count(size), .count(maximumSize)),
          remedy: Phrase.splitFile.message)
      ])
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled)
        if count < 0 { failed = true }
        if count <= 0 { break }
        filled += count
      }
    }
    if failed { throw unreadable(path) }
    return bytes
  }

  /// The root of the value tree of a YAML or JSON file.
  /// - Throws: ``Problems``.
  public static func tree(_ path: String) throws(Problems) -> Node {
    try tree(bytes(path), named: path)
  }

  /// The root of the value tree of `bytes`, as JSON if the name says so.
  /// - Throws: ``Problems``.
  public static func tree(_ bytes: [UInt8], named name: String) throws(Problems) -> Node {
    // Some editors begin a file with the byte order mark, which says nothing in UTF-8.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problems([
        Problem(
          .notUTF8, at: Mark(file: name, line: 0), rule: Phrase.notUTF8.message,
          remedy: Phrase.convertFile.message)
      ])
    }
    return name.hasSuffix(".json")
      ? try JSONReader.read(bytes, file: name) : try YAMLReader.read(text, file: name)
  }

  /// The error for `path`, by default with the system's reason.
  static func unreadable(_ path: String, because reason: Phrase? = nil) -> Problems {
    let why = reason?.message ?? SystemReason.message(errno)
    return Problems([
      Problem(
        .unreadable, at: Mark(file: path, line: 0), rule: Phrase.unreadable.with(.message(why)),
        remedy: Phrase.checkPermissions.message)
    ])
  }
}

/// Why the system refused, in words.
public enum SystemReason {
  /// The reason that `errno` had after a call.
  public static func message(_ number: Int32) -> Message {
    switch number {
    case ENOENT: Phrase.reasonNoSuchFile.message
    case EACCES, EPERM: Phrase.reasonForbidden.message
    case ENOTDIR: Phrase.reasonNotAFolder.message
    case EISDIR: Phrase.reasonIsAFolder.message
    case ENOSPC, EDQUOT: Phrase.reasonNoSpace.message
    case EROFS: Phrase.reasonReadOnly.message
    case ELOOP: Phrase.reasonLinks.message
    default: Phrase.reasonSystem.with(.code(String(cString: strerror(number))))
    }
  }
}
