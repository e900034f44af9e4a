import Measures
package import Records

/// One signature line of a note: who says to have signed, with which key, and the signature, verified or not.
package struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  package let name: LogName
  /// The short identifier of the key.
  package let keyID: UInt32
  /// The signature, without the key's identifier.
  package let bytes: [UInt8]

  /// Creates a signature.
  package init(name: LogName, keyID: UInt32, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  /// What a signature line says of its key. Both parts must agree: another key may share one of them.
  struct Identity: Hashable, Sendable {
    let name: LogName
    let keyID: UInt32
  }

  /// Which key it names.
  var identity: Identity { Identity(name: name, keyID: keyID) }

  /// An em dash and a space.
  static let start: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

  /// The line, with its newline.
  package var line: [UInt8] {
    let identifier = withUnsafeBytes(of: keyID.bigEndian) { Array($0) }
    return Self.start + name.bytes + Array(" \(Base64.encode(identifier + bytes))\n".utf8)
  }

  /// Reads one line, given without its newline.
  /// - Throws: ``Problems`` with the part that is not as it must be.
  package init(line text: ArraySlice<UInt8>, file: String, line: Int) throws(Problems) {
    func refusal(_ reason: Phrase) -> Problems {
      Problems(.badNote, file, line, .notANote, reason.message, .takeAsPublished)
    }
    guard text.starts(with: Self.start) else { throw refusal(.noSignatureLine) }
    let rest = text.dropFirst(Self.start.count)
    // A key's name has no space, so the first one ends it.
    guard let space = rest.firstIndex(of: UInt8(ascii: " ")) else { throw refusal(.noSignatureLine) }
    let name = LogName(rest[..<space])
    guard name.isKeyName else { throw refusal(.badKeyName) }
    guard let bytes = Base64.decode(rest[(space + 1)...]) else { throw refusal(.badBase64) }
    guard bytes.count > 4 else { throw refusal(.emptySignature) }
    self.init(
      name: name, keyID: bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }, bytes: Array(bytes.dropFirst(4)))
  }
}
