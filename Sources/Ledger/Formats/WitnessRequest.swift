import Measures
package import Records

/// The body of a request to a witness to cosign a checkpoint (C2SP tlog-witness, `add-checkpoint`).
package struct WitnessRequest: Hashable, Sendable {
  /// The size of the checkpoint that the witness cosigned last, as far as the log knows.
  package let old: UInt64
  /// The proof that the tree of that size is the beginning of this one.
  package let proof: [TreeHash]
  /// The checkpoint with the signature of the log.
  package let note: SignedNote

  /// The most bytes of a body.
  package static let maximumLength = SignedNote.maximumLength + 10_000

  /// Creates a request.
  /// - Throws: ``Problems`` if it would not be read again.
  package init(old: UInt64, proof: [TreeHash], note: SignedNote) throws(Problems) {
    self.init(unchecked: old, proof, note)
    self = try Self(body: body, file: "")
  }

  private init(unchecked old: UInt64, _ proof: [TreeHash], _ note: SignedNote) {
    (self.old, self.proof, self.note) = (old, proof, note)
  }

  /// Reads a body. What is wrong with its checkpoint or its proof, beyond form, the witness finds.
  /// - Throws: ``Problems`` with the line that is not as it must be: an answer 400.
  package init(body: [UInt8], file: String) throws(Problems) {
    func refusal(_ reason: Phrase, _ line: Int) -> Problems {
      Problems(.badWitnessMessage, file, line, .notAWitnessRequest, reason.message, .sendAsSpecified)
    }
    guard body.count <= Self.maximumLength else {
      throw Problems(
        .tooLarge, file, 0, .notAWitnessRequest, Phrase.moreBytesThan.with(.count(Self.maximumLength)),
        .sendAsSpecified)
    }
    var lines = LineCursor(body[...], file: file)
    guard let text = lines.next()?.after("old ") else { throw refusal(.oldLine, 1) }
    guard let old = LogNumber.read(text) else { throw refusal(.badSize, 1) }
    let proof = try HashLines.read(&lines) { refusal($0, $1) }
    self.init(unchecked: old, proof, try SignedNote(lines.rest, file: file, line: lines.line))
  }

  /// The body.
  package var body: [UInt8] {
    var text = Array("old \(old)\n".utf8)
    for hash in proof { text += Array("\(hash.base64)\n".utf8) }
    return text + [0x0A] + note.bytes
  }
}
