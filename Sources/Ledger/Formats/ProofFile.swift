import Measures
package import Records

/// A receipt that can be verified without the log, a `.tlog-proof` (C2SP tlog-proof): where an entry stands, the way to the
/// root, and the checkpoint with its signatures.
package struct ProofFile: Hashable, Sendable {
  /// What its maker put beside it. No signature covers it.
  package let extra: [UInt8]?
  /// The index of the entry, from 0.
  package let index: UInt64
  /// The siblings, that of the leaf first.
  package let hashes: [TreeHash]
  /// The checkpoint as the log published it.
  package let note: SignedNote
  /// The file, as the user named it.
  private let file: String

  static let header = Array("c2sp.org/tlog-proof@v1".utf8)
  /// The most bytes of a file: a note, and as much as 63 hashes and a modest extra take.
  package static let maximumLength = SignedNote.maximumLength + 100_000

  /// Creates a receipt.
  /// - Throws: ``Problems`` if it would not be read again.
  package init(
    index: UInt64, hashes: [TreeHash], note: SignedNote, extra: [UInt8]? = nil, file: String = ""
  ) throws(Problems) {
    self.init(index, hashes, note, extra, file)
    self = try Self(bytes, file: file)
  }

  private init(_ index: UInt64, _ hashes: [TreeHash], _ note: SignedNote, _ extra: [UInt8]?, _ file: String) {
    (self.index, self.hashes, self.note, self.extra, self.file) = (index, hashes, note, extra, file)
  }

  /// Reads a receipt.
  /// - Throws: ``Problems`` with the line that is not as it must be.
  package init(_ bytes: [UInt8], file: String) throws(Problems) {
    func refusal(_ reason: Phrase, _ line: Int) -> Problems {
      Problems(.badProof, file, line, .notAProofFile, reason.message, .takeAsMade)
    }
    guard bytes.count <= Self.maximumLength else {
      throw Problems(
        .tooLarge, file, 0, .notAProofFile, Phrase.moreBytesThan.with(.count(Self.maximumLength)), .takeAsMade
      )
    }
    var lines = LineCursor(bytes[...], file: file)
    guard let first = lines.next(), first.elementsEqual(Self.header) else { throw refusal(.proofHeader, 1) }
    var line = lines.next()
    var extra: [UInt8]?
    if let text = line?.after("extra ") {
      guard let decoded = Base64.decode(text) else { throw refusal(.badBase64, lines.lastLine) }
      extra = decoded
      line = lines.next()
    }
    guard let text = line?.after("index ") else {
      throw refusal(.indexLine, line == nil ? lines.line : lines.lastLine)
    }
    guard let index = LogNumber.read(text) else { throw refusal(.badIndex, lines.lastLine) }
    let hashes = try HashLines.read(&lines) { refusal($0, $1) }
    self.init(
      index, hashes, try SignedNote(lines.rest, file: file, line: lines.line), extra, file)
  }

  /// The bytes of the file.
  package var bytes: [UInt8] {
    var text = Self.header + [0x0A]
    if let extra { text += Array("extra \(Base64.encode(extra))\n".utf8) }
    text += Array("index \(index)\n".utf8)
    for hash in hashes { text += Array("\(hash.base64)\n".utf8) }
    return text + [0x0A] + note.bytes
  }

  /// Whether the entry with this hash is in a log that the policy trusts, at this index.
  /// - Throws: ``Problems`` with the reason why that is not shown.
  package func verify(leaf: TreeHash, by policy: TrustPolicy) throws(Problems) -> TrustPolicy.Accepted {
    let accepted = try policy.check(note)
    let proof = InclusionProof(index: index, size: accepted.checkpoint.size, hashes: hashes)
    try proof.verify(leaf: leaf, root: accepted.checkpoint.root, file: file)
    return accepted
  }
}

/// Hashes in base64, one a line, up to an empty line: the middle of a receipt and of a request to a witness.
enum HashLines {
  static func read(
    _ lines: inout LineCursor, refusal: (Phrase, Int) -> Problems
  ) throws(Problems) -> [TreeHash] {
    var hashes: [TreeHash] = []
    while let line = lines.next() {
      guard !line.isEmpty else { return hashes }
      guard hashes.count < InclusionProof.maximumHashes else { throw refusal(.tooManyHashes, lines.lastLine) }
      guard let bytes = Base64.decode(line) else { throw refusal(.badBase64, lines.lastLine) }
      guard let hash = TreeHash(bytes) else { throw refusal(.badHashLength, lines.lastLine) }
      hashes.append(hash)
    }
    throw refusal(.noBlankLine, 0)
  }
}

extension ArraySlice<UInt8> {
  /// What follows a word at the beginning.
  func after(_ word: StaticString) -> ArraySlice<UInt8>? {
    let bytes = UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return starts(with: bytes) ? dropFirst(bytes.count) : nil
  }
}
