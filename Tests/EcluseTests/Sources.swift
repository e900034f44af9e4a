import Glibc
import RecordsIO

/// The sources of the program, for tests that read them.
enum Sources {
  /// Every Swift file under Sources.
  static func all(_ folder: String = "\(Fixtures.root)/Sources") throws -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      let path = "\(folder)/\(name)"
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(".swift") { result.append(path) } else if entry.pointee.d_type == DT_DIR { result += try all(path) }
    }
    return result.sorted()
  }

  static func lines(_ path: String) throws -> [Substring] {
    String(decoding: try TextFile.bytes(path), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
