import Exchange
import Glibc
import Measures
import Records
import RecordsIO

/// Reads what is looked at of a checkpoint's folder: a few texts, and the heads of its weights.
enum CheckpointReader {
  /// More files of weights than this are refused.
  private static let mostWeights = 10_000

  /// - Throws: ``Problems``: no folder, or a file that cannot be read.
  static func files(_ path: String) throws(Problems) -> CheckpointFiles {
    var texts: [String: [UInt8]] = [:]
    let names = try names(in: path)
    for name in CheckpointFiles.names where names.contains(name) {
      texts[name] = try TextFile.bytes("\(path)/\(name)")
    }
    var weights: [CheckpointFiles.Weights] = []
    for name in names where name.hasSuffix(".safetensors") {
      guard weights.count < mostWeights else {
        throw Problems([
          Problem(
            .tooLarge, at: Mark(file: path, line: 0),
            rule: Phrase.tooLarge.with(.count(names.count), .count(mostWeights)),
            remedy: Phrase.nameCheckpoint.message)
        ])
      }
      let (head, size) = try head(of: "\(path)/\(name)")
      weights.append(.init(name: name, head: head, size: size))
    }
    let parts =
      (realpath(path, nil).map { found in
        defer { free(found) }
        return String(cString: found)
      } ?? path).split(separator: "/").map(String.init)
    return CheckpointFiles(
      folder: parts.last ?? "model", parent: parts.dropLast().last ?? "", texts: texts, weights: weights)
  }

  private static func names(in path: String) throws(Problems) -> [String] {
    guard let folder = opendir(path) else {
      throw Problems([
        Problem(
          .unreadable, at: Mark(file: path, line: 0),
          rule: Phrase.unreadable.with(.message(SystemReason.message(errno))),
          remedy: Phrase.nameCheckpoint.message)
      ])
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted()
  }

  /// The first bytes of a file of weights up to the end of its head, or fewer if it is none, and how long it is.
  private static func head(of path: String) throws(Problems) -> (head: [UInt8], size: Int) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let why = SystemReason.message(errno)
      if file >= 0 { close(file) }
      throw Problems([
        Problem(
          .unreadable, at: Mark(file: path, line: 0), rule: Phrase.unreadable.with(.message(why)),
          remedy: Phrase.checkPermissions.message)
      ])
    }
    defer { close(file) }
    let size = Int(status.st_size)
    let start = bytes(file, 8)
    guard let length = CheckpointFiles.headLength(start), 8 + length <= size else { return (start, size) }
    return (start + bytes(file, length), size)
  }

  private static func bytes(_ file: Int32, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let more = Glibc.read(file, buffer.baseAddress.map { $0 + filled }, count - filled)
        if more <= 0 { break }
        filled += more
      }
    }
  }
}
