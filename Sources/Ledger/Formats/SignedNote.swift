import Measures
package import Records

/// A text with signatures under it (C2SP signed-note v1.0.0). Reading one says nothing of who signed it:
/// ``verified(by:)`` does.
package struct SignedNote: Hashable, Sendable {
  /// The text that is signed, with its last newline.
  package let text: [UInt8]
  /// The signature lines, in their order.
  package let signatures: [NoteSignature]
  /// The file, as the user named it, for what is said of it.
  let file: String
  /// The line of the file where its text begins.
  let line: Int

  /// The most signatures that a note may bear: verifying one costs what a whole small request does.
  package static let maximumSignatures = 64
  /// The most bytes of a note.
  package static let maximumLength = 1_000_000

  /// Reads a note.
  /// - Throws: ``Problems`` with the line and the rule of form that it breaks.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    try self.init(bytes[...], file: file, line: 1)
  }

  /// Reads the note that stands in a file from a line on.
  init(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(Problems) {
    let newline = UInt8(ascii: "\n")
    try Self.check(bytes, file: file, line: line)
    // The last empty line separates: the text may hold others.
    guard let end = bytes.indices.dropLast().last(where: { bytes[$0] == newline && bytes[$0 + 1] == newline })
    else { throw Self.refusal(.noBlankLine, file, 0) }
    let text = Array(bytes[...end])
    var lines = LineCursor(
      bytes[(end + 2)...], file: file, line: line + text.count(where: { $0 == newline }) + 1)
    var signatures: [NoteSignature] = []
    while !lines.isAtEnd {
      guard signatures.count < Self.maximumSignatures else {
        throw Problems(
          .badNote, file, lines.line, .notANote,
          Phrase.tooManySignatures.with(.count(Self.maximumSignatures)), .takeAsPublished)
      }
      guard let signature = lines.next() else { throw Self.refusal(.noLastNewline, file, lines.line) }
      signatures.append(try NoteSignature(line: signature, file: file, line: lines.lastLine))
    }
    guard !signatures.isEmpty else { throw Self.refusal(.noSignatureLine, file, lines.line) }
    (self.text, self.signatures, self.file, self.line) = (text, signatures, file, line)
  }

  /// Makes a note of a text that ends in a newline, and signatures of it.
  /// - Throws: ``Problems`` if the result would not be read again.
  package init(text: [UInt8], signatures: [NoteSignature], file: String = "") throws(Problems) {
    try self.init(text + [UInt8(ascii: "\n")] + signatures.flatMap(\.line), file: file)
  }

  /// The note as it is handed on.
  package var bytes: [UInt8] { text + [UInt8(ascii: "\n")] + signatures.flatMap(\.line) }

  /// Signs the text of a note, as a log does.
  package static func signed(_ text: [UInt8], by signers: [NoteSigner]) throws -> SignedNote {
    try SignedNote(text: text, signatures: signers.map { try $0.signature(of: text) })
  }

  /// Where a note was read is no part of it.
  package static func == (left: SignedNote, right: SignedNote) -> Bool {
    left.text == right.text && left.signatures == right.signatures
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(signatures)
  }

  private static func refusal(_ reason: Phrase, _ file: String, _ line: Int) -> Problems {
    Problems(.badNote, file, line, .notANote, reason.message, .takeAsPublished)
  }

  private static func check(_ bytes: ArraySlice<UInt8>, file: String, line: Int) throws(Problems) {
    guard bytes.count <= maximumLength else {
      throw Problems(
        .tooLarge, file, 0, .notANote, Phrase.moreBytesThan.with(.count(maximumLength)), .takeAsPublished)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw refusal(.notUTF8Here, file, 0) }
    if let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != UInt8(ascii: "\n") }) {
      let before = bytes[..<control].count { $0 == UInt8(ascii: "\n") }
      throw refusal(bytes[control] == 0x0D ? .carriageReturn : .controlCharacter, file, line + before)
    }
  }
}
