import Glibc
import Records
import RecordsIO

/// A folder for one test, gone with it.
final class ScratchFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/ecluse-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw Problems([]) }
    path = String(cString: made)
  }

  deinit {
    for file in RepositoryFiles.names(in: path) { unlink("\(path)/\(file)") }
    rmdir(path)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else { throw Problems([]) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Problems([]) }
  }

  /// A file of zeros that takes no room.
  func writeZeros(_ count: Int, to name: String) throws {
    try write([], to: name)
    guard truncate("\(path)/\(name)", count) == 0 else { throw Problems([]) }
  }
}

/// The folders of the repository.
enum RepositoryFiles {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below `folder` of the repository, hidden ones apart, by its path there.
  static func files(below folder: String) -> [String] {
    names(in: "\(root)/\(folder)").filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
      var status = stat()
      guard stat("\(root)/\(folder)/\(name)", &status) == 0 else { return [] }
      return status.st_mode & S_IFMT == S_IFDIR ? files(below: "\(folder)/\(name)") : ["\(folder)/\(name)"]
    }
  }
}
