import Ledger
import Records
import TestSupport
import Testing

@Suite struct ProofFileTests {
  private func policy() throws -> TrustPolicy {
    try TrustPolicy(
      Array(
        """
        log \(Logs.log().verifier().vkey)
        witness w1 \(Logs.witness().verifier(.cosignature).vkey)
        quorum w1

        """.utf8), file: "policy")
  }

  private func receipt(_ index: UInt64 = 70, size: UInt64 = 300, extra: [UInt8]? = nil) throws -> ProofFile {
    let log = try WrittenLog(size: size)
    return try ProofFile(
      index: index, hashes: log.reader.inclusionProof(of: index).hashes, note: log.note, extra: extra)
  }

  @Test(arguments: [nil, [], [1, 2, 3], Array("version 1.2".utf8)] as [[UInt8]?])
  func comesBack(_ extra: [UInt8]?) throws {
    let file = try receipt(extra: extra)
    let read = try ProofFile(file.bytes, file: "a.tlog-proof")
    #expect(read.extra == extra && read.index == 70 && read.hashes == file.hashes && read.note == file.note)
    #expect(read.bytes == file.bytes)
    #expect(try read.verify(leaf: .leaf(Logs.entry(70)), by: policy()).checkpoint.size == 300)
  }

  @Test func aTreeOfOneHasNoSiblings() throws {
    let file = try receipt(0, size: 1)
    #expect(file.hashes.isEmpty)
    let read = try ProofFile(file.bytes, file: "")
    #expect(try read.verify(leaf: .leaf([]), by: policy()).checkpoint.size == 1)
  }

  /// Each says another thing than the receipt, and the reason is the right one.
  @Test func otherReceiptsFail() throws {
    let (file, policy, leaf) = (try receipt(), try policy(), TreeHash.leaf(Logs.entry(70)))
    func code(_ file: ProofFile, _ leaf: TreeHash = leaf) -> String? {
      refusal { _ = try file.verify(leaf: leaf, by: policy) }?.code
    }
    #expect(code(file) == nil)
    #expect(code(file, .leaf(Logs.entry(71))) == "proof-fails")
    #expect(code(try ProofFile(index: 71, hashes: file.hashes, note: file.note)) == "proof-fails")
    #expect(code(try ProofFile(index: 300, hashes: file.hashes, note: file.note)) == "proof-fails")
    #expect(code(try ProofFile(index: 70, hashes: file.hashes.dropLast(), note: file.note)) == "proof-fails")
    let log = try SignedNote(text: file.note.text, signatures: [file.note.signatures[0]])
    #expect(code(try ProofFile(index: 70, hashes: file.hashes, note: log)) == "no-quorum")
    let witness = try SignedNote(text: file.note.text, signatures: [file.note.signatures[1]])
    #expect(code(try ProofFile(index: 70, hashes: file.hashes, note: witness)) == "unsigned")
    let other = try WrittenLog(size: 301).note
    #expect(code(try ProofFile(index: 70, hashes: file.hashes, note: other)) == "proof-fails")
  }

  private static let sixtyThree = String(repeating: "\(TreeHash.empty.base64)\n", count: 63)

  @Test(
    arguments: [
      ("c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\n", 1), ("c2sp.org/tlog-proof@v1\n", "", 1),
      ("index 70\n", "", 2), ("index 70\n", "index 070\n", 2), ("index 70\n", "index -1\n", 2),
      ("index 70\n", "index  70\n", 2),
      ("index 70\n", "index 70 \n", 2), ("index 70\n", "Index 70\n", 2),
      ("index 70\n", "index 18446744073709551616\n", 2),
      ("index 70\n", "index 70\nindex 70\n", 3), ("index 70\n", "extra AB\nindex 70\n", 2),
      ("index 70\n", "extra AA==\nextra AA==\nindex 70\n", 3), ("index 70\n", "extra\nindex 70\n", 2),
      ("index 70\n", "index 70\nAAAA\n", 3), ("index 70\n", "index 70\nextra AA==\n", 3),
      ("index 70\n", "index 70\r\n", 2),
      ("index 70\n", "index 70\n\(sixtyThree)", 66),
    ] as [(String, String, Int)])
  func refusesOtherForms(_ part: String, _ other: String, _ line: Int) throws {
    let text = String(decoding: try receipt().bytes, as: UTF8.self)
    let changed = text.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != text)
    let refused = refusal { _ = try ProofFile(Array(changed.utf8), file: "p") }
    #expect(refused?.code == "bad-proof")
    #expect(refused?.line == line, "\(other)")
  }

  @Test func linesOfTheNoteAreThoseOfTheFile() throws {
    let bytes = try receipt().bytes + Array("junk\n".utf8)
    let lines = bytes.count { $0 == 0x0A }
    let refused = refusal { _ = try ProofFile(bytes, file: "p") }
    #expect(refused?.code == "bad-note" && refused?.line == lines)
    #expect(
      refusal { _ = try ProofFile([UInt8](repeating: 0x61, count: 1_100_001), file: "p") }?.code
        == "too-large")
    #expect(refusal { _ = try ProofFile([], file: "p") }?.code == "bad-proof")
  }

  /// A byte changed anywhere but in what nobody signs makes it fail, or stays the same receipt.
  @Test(arguments: [41, 42] as [UInt64])
  func anyChangedByteIsNoticed(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (bytes, policy, leaf) = (try receipt().bytes, try policy(), TreeHash.leaf(Logs.entry(70)))
    for _ in 0..<600 {
      var changed = bytes
      let index = Int.random(in: 0..<bytes.count, using: &random)
      changed[index] ^= UInt8.random(in: 1...255, using: &random)
      let refused = refusal { _ = try ProofFile(changed, file: "p").verify(leaf: leaf, by: policy) }
      #expect(refused != nil, "seed \(seed): byte \(index)")
    }
  }
}
