import Measures
package import Records

/// What a log signs: its identity, the number of its entries and the root of its tree (C2SP tlog-checkpoint v1.0.0).
package struct Checkpoint: Hashable, Sendable {
  /// The identity of the log. It is no address to be reached.
  package let origin: LogName
  /// The number of entries, at most 2^63 − 1.
  package let size: UInt64
  /// The root of the tree.
  package let root: TreeHash
  /// Further lines, as they stand. We write none; they are kept because the signature covers them.
  package let extensions: [LogName]

  /// Creates a checkpoint to be signed.
  /// - Throws: ``Problems`` if its text would not be read again.
  package init(origin: LogName, size: UInt64, root: TreeHash, extensions: [LogName] = []) throws(Problems) {
    let written = Self(unchecked: origin, size, root, extensions)
    self = try Self(written.text, file: "")
    guard self == written else { throw Self.refusal(.extraLines, "", 0) }
  }

  private init(unchecked origin: LogName, _ size: UInt64, _ root: TreeHash, _ extensions: [LogName]) {
    (self.origin, self.size, self.root, self.extensions) = (origin, size, root, extensions)
  }

  /// Reads the text of a note.
  /// - Throws: ``Problems`` with the line that is not as it must be.
  package init(_ note: SignedNote) throws(Problems) {
    try self.init(note.text, file: note.file, line: note.line)
  }

  /// Reads the text of a checkpoint, with its last newline.
  package init(_ text: [UInt8], file: String, line: Int = 1) throws(Problems) {
    var lines = LineCursor(text[...], file: file, line: line)
    var found: [ArraySlice<UInt8>] = []
    while let next = lines.next() {
      guard !next.isEmpty else { throw Self.refusal(.emptyLine, file, lines.lastLine) }
      guard next.allSatisfy({ $0 >= 0x20 }) else {
        throw Self.refusal(.controlCharacter, file, lines.lastLine)
      }
      guard next.last != UInt8(ascii: " ") else { throw Self.refusal(.trailingSpace, file, lines.lastLine) }
      found.append(next)
    }
    guard lines.isAtEnd else { throw Self.refusal(.noLastNewline, file, lines.line) }
    guard found.count >= 3 else { throw Self.refusal(.threeLines, file, lines.lastLine) }
    guard let size = LogNumber.read(found[1]) else { throw Self.refusal(.badSize, file, line + 1) }
    guard let bytes = Base64.decode(found[2]) else { throw Self.refusal(.badBase64, file, line + 2) }
    guard let root = TreeHash(bytes) else { throw Self.refusal(.badHashLength, file, line + 2) }
    self.init(unchecked: LogName(found[0]), size, root, found.dropFirst(3).map { LogName($0) })
  }

  /// The text that is signed.
  package var text: [UInt8] {
    origin.bytes + Array("\n\(size)\n\(root.base64)\n".utf8) + extensions.flatMap { $0.bytes + [0x0A] }
  }

  private static func refusal(_ reason: Phrase, _ file: String, _ line: Int) -> Problems {
    Problems(.badCheckpoint, file, line, .notACheckpoint, reason.message, .takeAsPublished)
  }
}
