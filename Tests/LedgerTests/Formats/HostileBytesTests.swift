import Ledger
import Records
import TestSupport
import Testing

/// Readers of what strangers send: they never trap, and what they accept has one form, the one they write.
@Suite struct HostileBytesTests {
  /// Reads changed bytes; gives back what the reader would write, or nil where it has no writer.
  private func mutate(
    _ seed: UInt64, _ specimen: [UInt8], _ count: Int = 1500, _ read: ([UInt8]) throws(Problems) -> [UInt8]?
  ) throws {
    var random = SeededGenerator(seed: seed)
    var accepted = 0
    #expect(try read(specimen) == specimen)
    for _ in 0..<count {
      let bytes = Mutation.random(of: specimen, &random)
      guard let written = try? read(bytes) else { continue }
      accepted += 1
      #expect(written == bytes, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
    #expect(accepted > 0, "nothing changed is ever accepted: the specimen shows too little")
  }

  private func log() throws -> WrittenLog { try WrittenLog(size: 40) }

  @Test func notes() throws {
    try mutate(101, log().note.bytes) { bytes throws(Problems) in try SignedNote(bytes, file: "").bytes }
  }

  @Test func checkpoints() throws {
    let text = try Checkpoint(origin: "a", size: 12, root: .empty, extensions: ["b", "c"]).text
    try mutate(102, text) { bytes throws(Problems) in try Checkpoint(bytes, file: "").text }
  }

  @Test func receipts() throws {
    let log = try log()
    let proof = try ProofFile(
      index: 7, hashes: log.reader.inclusionProof(of: 7).hashes, note: log.note, extra: [1, 2])
    try mutate(103, proof.bytes) { bytes throws(Problems) in try ProofFile(bytes, file: "").bytes }
  }

  @Test func requests() throws {
    let log = try log()
    let request = try WitnessRequest(
      old: 9, proof: log.reader.consistencyProof(from: 9).hashes, note: log.note)
    try mutate(104, request.body) { bytes throws(Problems) in try WitnessRequest(body: bytes, file: "").body }
  }

  @Test func answers() throws {
    let lines = try log().note.signatures.flatMap(\.line)
    try mutate(105, lines) { bytes throws(Problems) in
      try WitnessAnswer(status: 200, contentType: nil, body: bytes, file: "").body
    }
    try mutate(106, Array("120\n".utf8)) { bytes throws(Problems) in
      try WitnessAnswer(status: 409, contentType: WitnessAnswer.sizeType, body: bytes, file: "").body
    }
  }

  @Test func keys() throws {
    let vkey = "a.example+0badcafe+" + Base64.encode([0x06] + [UInt8](repeating: 3, count: 60))
    try mutate(107, Array(vkey.utf8)) { bytes throws(Problems) in
      guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
      return Array(try NoteVerifier(vkey: text).vkey.utf8)
    }
  }

  @Test func bundles() throws {
    let bytes = try EntryBundle.encode((0..<9).map { [UInt8](repeating: 1, count: $0) })
    try mutate(108, bytes) { bytes throws(Problems) in
      try EntryBundle.encode(EntryBundle.decode(bytes, width: 9, file: ""))
    }
  }

  @Test func paths() throws {
    try mutate(109, Array("tile/entries/x001/x234/067.p/23".utf8)) { bytes throws(Problems) in
      guard let text = String(validating: bytes, as: UTF8.self), let tile = Tile(path: text) else {
        throw Problems([])
      }
      return Array(tile.path.utf8)
    }
  }

  /// A policy has many forms; none traps, and what is accepted says who must have seen what.
  @Test func policies() throws {
    var random = SeededGenerator(seed: 110)
    let keys = try (UInt8(1)..<4).map {
      try Logs.signer(LogName("w\($0).example"), from: $0 * 10).verifier(.cosignature).vkey
    }
    let text =
      "# policy\nlog \(try Logs.log().verifier().vkey) https://log.example/\n"
      + keys.enumerated().map { "witness w\($0) \($1)\n" }.joined() + "group g 2 w0 w1 w2\nquorum g\n"
    var accepted = 0
    for _ in 0..<3000 {
      guard let policy = try? TrustPolicy(Mutation.random(of: Array(text.utf8), &random), file: "") else {
        continue
      }
      accepted += 1
      #expect(policy.quorum == nil || !policy.isQuorum([]))
      #expect(policy.isQuorum(Set(policy.witnesses.map(\.name))))
    }
    #expect(accepted > 100)
  }
}
