import Glibc
import Records

/// A folder for one test, gone with it.
final class ScratchFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/ecluse-store-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Problems([]) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// The files of a folder, and of those in it.
  static func files(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      if name == "." || name == ".." { continue }
      let path = "\(folder)/\(name)"
      names += entry.pointee.d_type == UInt8(DT_DIR) ? files(path) + [path] : [path]
    }
    return names
  }

  private static func remove(_ path: String) {
    for file in files(path) { if unlink(file) != 0 { rmdir(file) } }
    rmdir(path)
  }

  /// The bytes of a file.
  static func bytes(_ file: String) throws -> [UInt8] {
    guard let stream = fopen(file, "r") else { throw Problems([]) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&part, 1, part.count, stream), count > 0 { bytes += part.prefix(count) }
    return bytes
  }

  /// Changes bytes of a file where they stand.
  static func write(_ bytes: [UInt8], to file: String, at place: Int) throws {
    let descriptor = open(file, O_WRONLY | O_CREAT, 0o600)
    defer { close(descriptor) }
    guard pwrite(descriptor, bytes, bytes.count, place) == bytes.count else { throw Problems([]) }
  }
}
