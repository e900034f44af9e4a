import Crypto
import Foundation
import Ledger
import Records
import TestSupport
import Testing

/// Where specifications leave room, we and other people's programs must still decide alike: a note that one accepts and another
/// refuses would split those who watch a log.
@Suite struct AgreementTests {
  /// The encodings of the eight points of small order, and those that are not canonical.
  private static let points = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ]
  /// The order of the group, little endian.
  private static let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"

  private struct Case {
    let key: [UInt8]
    let signature: [UInt8]
    let message: [UInt8]

    var line: String { [key, signature, message].map(Hex.encode).joined(separator: " ") + "\n" }

    /// As a note would be verified.
    func holds() throws -> Bool {
      let digest = SHA256.hash(data: Array("a.example\n".utf8) + [1] + key)
      let vkey = "a.example+\(Hex.encode(Array(digest.prefix(4))))+\(Base64.encode([1] + key))"
      guard let verifier = try? NoteVerifier(vkey: vkey) else { return false }
      let line = NoteSignature(name: verifier.name, keyID: verifier.keyID, bytes: signature)
      return verifier.verified(line, of: message) != nil
    }
  }

  private static func hex(_ text: String) throws -> [UInt8] { try #require(Hex.decode(text.utf8)) }

  private static func sum(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var carry = 0
    return zip(left, right).map { a, b in
      let digit = Int(a) + Int(b) + carry
      carry = digit >> 8
      return UInt8(digit & 0xFF)
    }
  }

  private func cases() throws -> [Case] {
    let (points, order) = (try Self.points.map(Self.hex), try Self.hex(Self.order))
    let zero = [UInt8](repeating: 0, count: 32)
    var cases: [Case] = []
    for key in points {
      for point in points {
        for number in 0..<3 {
          cases.append(Case(key: key, signature: point + zero, message: [UInt8(number)]))
        }
        cases.append(Case(key: key, signature: point + order, message: []))
      }
    }
    for seed in UInt8(0)..<8 {
      let signer = try Logs.signer("a.example", from: seed * 20)
      let key = signer.verifier().publicKey
      let good = try signer.signature(of: [seed]).bytes
      let (point, scalar) = (Array(good.prefix(32)), Array(good.suffix(32)))
      var highest = good
      highest[63] |= 0xE0
      for signature in [good, point + Self.sum(scalar, order), highest, point + zero, zero + scalar] {
        cases.append(Case(key: key, signature: signature, message: [seed]))
      }
      for small in points { cases.append(Case(key: small, signature: good, message: [seed])) }
    }
    return cases
  }

  @Test func edgesOfEd25519() throws {
    let cases = try cases()
    let ours = try cases.map { try "\($0.holds())" }
    // Both answers occur, or nothing is compared.
    #expect(ours.filter { $0 == "true" }.count > 20 && ours.filter { $0 == "false" }.count > 200)
    try Verifiers.withFolder { folder in
      let file = folder.appending(path: "cases")
      try Data(cases.map(\.line).joined().utf8).write(to: file)
      let (go, python) = (
        try Verifiers.go(["ed25519", file.path()]), try Verifiers.python(["ed25519", file.path()])
      )
      #expect(
        go.lines.count == cases.count && python.lines.count == cases.count, "\(go.errors) \(python.errors)")
      for (index, answers) in zip(zip(go.lines, python.lines), ours).enumerated() {
        #expect(answers.0.0 == answers.1 && answers.0.1 == answers.1, "\(cases[index].line)")
      }
    }
  }

  /// Whatever we accept of a changed note, x/mod accepts with as many signatures. Where it accepts and we refuse, it is for a
  /// rule of form that we have and it has not.
  @Test(arguments: [81, 82] as [UInt64])
  func changedNotes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = try Checkpoint(origin: "log.example/ecluse", size: 5, root: .leaf([1]), extensions: ["x"]).text
    let (log, witness) = (try Logs.log(), try Logs.witness())
    let verifiers = [log.verifier(), witness.verifier(.cosignature)]
    let stranger = try Logs.signer("stranger.example", from: 90).signature(of: text)
    let good = try SignedNote(
      text: text,
      signatures: [log.signature(of: text), stranger, witness.cosignature(of: text, at: 1_800_000_000)])
    let notes = (0..<1000).map { _ in Mutation.random(of: good.bytes, &random) } + [good.bytes]
    try Verifiers.withFolder { folder in
      for (index, note) in notes.enumerated() {
        try Data(note).write(to: folder.appending(path: "\(10_000 + index)"))
      }
      let theirs = try Verifiers.go(["notes", folder.path()] + verifiers.map(\.vkey)).lines
      #expect(theirs.count == notes.count)
      var (same, stricter) = (0, 0)
      for (note, answer) in zip(notes, theirs) {
        let ours = try? SignedNote(note, file: "").verified(by: verifiers)
        guard let ours else {
          stricter += answer == "-" ? 0 : 1
          continue
        }
        same += 1
        #expect(
          "\(Set(ours.map(\.verifier)).count)" == answer,
          "seed \(seed): \(String(decoding: note, as: UTF8.self))")
      }
      #expect(same > 20 && stricter < 20, "seed \(seed): \(same), \(stricter)")
    }
  }
}
