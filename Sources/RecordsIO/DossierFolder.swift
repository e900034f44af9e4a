import Glibc
import Measures
public import Records

/// Reads a dossier: a folder of YAML or JSON files, each a list of records.
public enum DossierFolder {
  /// The roots of the files in the folder at `path`.
  /// - Throws: ``Problems`` with everything that cannot be read in any file.
  public static func trees(_ path: String) throws(Problems) -> [Node] {
    let (trees, problems) = read(path)
    guard problems.isEmpty else { throw Problems(problems) }
    return trees
  }

  /// The roots of those files in the folder at `path` that can be read, and what is wrong with the others.
  public static func read(_ path: String) -> (trees: [Node], problems: [Problem]) {
    each(path) { file throws(Problems) in try TextFile.tree(file) }
  }

  /// The files in the folder at `path` with their bytes, and what is wrong with those that cannot be read.
  public static func texts(_ path: String) -> (texts: [(path: String, bytes: [UInt8])], problems: [Problem]) {
    each(path) { file throws(Problems) in (file, try TextFile.bytes(file)) }
  }

  private static func each<Content>(
    _ path: String, _ read: (String) throws(Problems) -> Content
  ) -> ([Content], [Problem]) {
    var problems: [Problem] = []
    var contents: [Content] = []
    do {
      for file in try files(in: path) {
        do throws(Problems) {
          try stays(file, in: path)
          contents.append(try read(file))
        } catch {
          problems += error.list
        }
      }
    } catch {
      problems += error.list
    }
    return (contents, problems)
  }

  /// Refuses a link out of the folder: whoever sends a dossier would choose what is read on the reader's machine.
  private static func stays(_ file: String, in folder: String) throws(Problems) {
    var status = stat()
    guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return }
    guard let target = resolved(file), let base = resolved(folder) else { throw TextFile.unreadable(file) }
    guard !target.hasPrefix(base == "/" ? base : base + "/") else { return }
    throw Problems([
      Problem(
        .unreadable, at: Mark(file: file, line: 0), rule: Phrase.linkLeaves.message,
        remedy: Phrase.copyFile.message)
    ])
  }

  /// The path without links.
  private static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  private static func isOfRecords(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
  }

  /// The files of records in the folder, in the order of their names.
  private static func files(in path: String) throws(Problems) -> [String] {
    guard let folder = opendir(path) else { throw TextFile.unreadable(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: bytes, as: UTF8.self))
      // Under another name it could not be opened.
      if String(validating: bytes, as: UTF8.self) == nil, isOfRecords(names[names.count - 1]) {
        throw TextFile.unreadable("\(path)/\(names[names.count - 1])", because: .reasonBadName)
      }
    }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let files = names.filter(isOfRecords)
    guard !files.isEmpty else {
      throw Problems([
        Problem(
          .unreadable, at: Mark(file: path, line: 0), rule: Phrase.emptyDossier.message,
          remedy: Phrase.addFile.message)
      ])
    }
    return files.sorted().map { "\(base)/\($0)" }
  }
}
