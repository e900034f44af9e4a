internal import CTexts
import Measures
public import Records

/// The files that ship inside the program: packs, the public record, the tables.
public enum ShippedTexts {
  /// Each path in the repository with its bytes, in the order of paths.
  public static let all: [(path: String, bytes: [UInt8])] = {
    var count = 0
    guard let texts = ecluse_texts(&count) else { return [] }
    return UnsafeBufferPointer(start: texts, count: count).map { text in
      (String(cString: text.path), Array(UnsafeBufferPointer(start: text.bytes, count: text.count)))
    }
  }()

  /// The files of one folder.
  public static func folder(_ name: String) -> [(path: String, bytes: [UInt8])] {
    all.filter { $0.path.hasPrefix(name + "/") }
  }

  /// The value tree of one file.
  /// - Throws: ``Problems`` if the file is not there or cannot be read: a defect of the build.
  public static func tree(_ path: String) throws(Problems) -> Node {
    guard let text = all.first(where: { $0.path == path }) else {
      throw TextFile.unreadable(path, because: .reasonNotShipped)
    }
    return try TextFile.tree(text.bytes, named: path)
  }
}
