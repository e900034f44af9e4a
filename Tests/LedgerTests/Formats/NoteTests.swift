import Crypto
import Ledger
import Records
import Testing

@Suite struct NoteTests {
  static let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  static let line =
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
  static let note = "This is an example message.\n\n" + line

  private func note(_ text: String) throws -> SignedNote { try SignedNote(Array(text.utf8), file: "note") }

  /// The vector of signed-note.
  @Test func theVectorHolds() throws {
    let verifier = try NoteVerifier(vkey: Self.vkey)
    #expect(verifier.vkey == Self.vkey && verifier.name == "example.com/foo" && verifier.keyID == 0x530d_903a)
    #expect(verifier.type == .ed25519)
    let note = try note(Self.note)
    #expect(note.text == Array("This is an example message.\n".utf8))
    #expect(note.bytes == Array(Self.note.utf8))
    #expect(try note.verified(by: [verifier]).map(\.verifier) == [verifier])
    #expect(try note.verified(by: [verifier]).first?.time == nil)
  }

  @Test func anyChangedByteOfTheTextIsNoticed() throws {
    let verifier = try NoteVerifier(vkey: Self.vkey)
    for index in 0..<27 {
      var bytes = Array(Self.note.utf8)
      bytes[index] ^= 1
      #expect(
        refusal { _ = try SignedNote(bytes, file: "").verified(by: [verifier]) }?.code == "bad-signature")
    }
  }

  /// Everything that is no note, and the line that says so.
  @Test(arguments: [
    ("", 0), ("text\n", 0), ("text\n\n", 3), ("text\n\n— a AAAAAAA=", 3), ("text\n\n- a AAAAAAA=\n", 3),
    ("text\n\n—  AAAAAAA=\n", 3), ("text\n\n— a\n", 3), ("text\n\n— a+b AAAAAAA=\n", 3),
    ("text\n\n— a AAAAAAB=\n", 3), ("text\n\n— a AAAAAAA\n", 3), ("text\n\n— a AAAA\n", 3),
    ("text\n\n— a AAAAAA==\n", 3),
    ("text\n\n— a AAAAAAA= \n", 3), ("text\n\n— a AAAAAAA=\n— b AAAAAAA=\nc\n", 5),
    ("text\r\n\r\n— a AAAAAAA=\r\n", 1),
    ("te\u{7}xt\n\n— a AAAAAAA=\n", 1), ("a\n\u{0}\n\n— a AAAAAAA=\n", 2),
    ("text\n\n— a\u{A0}b AAAAAAA=\n", 3),
    ("text\n\n— a\u{3000} AAAAAAA=\n", 3), ("text\n— a AAAAAAA=\n", 0), ("text\n\n— a AAAAAAA=\n\n", 5),
    ("text\n\n—\u{A0}a AAAAAAA=\n", 3),
  ])
  func refusesOtherForms(_ text: String, _ line: Int) {
    let refused = refusal { _ = try note(text) }
    #expect(refused?.code == "bad-note")
    #expect(refused?.line == line, "\(text)")
  }

  @Test func refusesBytesThatAreNotUTF8() {
    let bytes = Array("text ".utf8) + [0xFF] + Array("\n\n— a AAAAAAA=\n".utf8)
    #expect(refusal { _ = try SignedNote(bytes, file: "n") }?.code == "bad-note")
    // An overlong form, and a surrogate.
    for bad in [[0xC0, 0x8A], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      #expect(
        refusal { _ = try SignedNote(bad + Array("\n\n— a AAAAAAA=\n".utf8), file: "n") }?.code == "bad-note")
    }
  }

  @Test func theLastEmptyLineSeparates() throws {
    let signer = try Logs.log()
    for text in ["\n", "a\n\nb\n", "a\n\n— log.example/ecluse AAAAAAA=\n", "\n\n\n", "a\n\n\n"] {
      let signed = try SignedNote.signed(Array(text.utf8), by: [signer])
      let read = try SignedNote(signed.bytes, file: "")
      #expect(read.text == Array(text.utf8) && read.signatures.count == 1)
      #expect(try read.verified(by: [signer.verifier()]).count == 1)
    }
  }

  /// Where a note was read is no part of it.
  @Test func equalByItsBytes() throws {
    let bytes = Array(Self.note.utf8)
    let notes = [try SignedNote(bytes, file: "a"), try SignedNote(bytes, file: "b")]
    #expect(Set(notes).count == 1)
    #expect(Set(notes + [try SignedNote.signed(Array("a\n".utf8), by: [Logs.log()])]).count == 2)
  }

  @Test func marksCountFromTheBeginningOfTheFile() {
    #expect(refusal { _ = try note("a\n\nb\n\n— c AAAAAAA=\nd\n") }?.line == 6)
  }

  @Test func boundsOfSize() throws {
    let signers = try (0..<64).map { try Logs.signer(LogName("log.example/\($0)"), from: UInt8($0)) }
    let text = Array("many\n".utf8)
    let many = try SignedNote.signed(text, by: signers)
    #expect(try many.verified(by: signers.map { $0.verifier() }).count == 64)
    #expect(try many.verified(by: [signers[40].verifier()]).map(\.verifier.name) == ["log.example/40"])
    let more = many.signatures + [try Logs.signer("log.example/64", from: 64).signature(of: text)]
    #expect(refusal { _ = try SignedNote(text: text, signatures: more) }?.code == "bad-note")
    let long = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(refusal { _ = try SignedNote(long, file: "") }?.code == "bad-note")
    #expect(refusal { _ = try SignedNote(long + [0x61], file: "") }?.code == "too-large")
  }

  // MARK: Which signatures count

  @Test func oneBadSignatureOfAKnownKeyRefusesTheNote() throws {
    let text = Array("text\n".utf8)
    let (good, bad) = (try Logs.log(), try Logs.signer("other.example", from: 9))
    let wrong = try bad.signature(of: Array("another\n".utf8))
    for signatures in [[try good.signature(of: text), wrong], [wrong, try good.signature(of: text)]] {
      let note = try SignedNote(text: text, signatures: signatures)
      #expect(
        refusal { _ = try note.verified(by: [good.verifier(), bad.verifier()]) }?.code == "bad-signature")
      // Who does not know the other key passes over its line.
      #expect(try note.verified(by: [good.verifier()]).count == 1)
      #expect(refusal { _ = try note.verified(by: [bad.verifier()]) }?.code == "bad-signature")
    }
    // A good line of the same key does not outweigh the bad one.
    let both = try SignedNote(text: text, signatures: [bad.signature(of: text), wrong])
    #expect(refusal { _ = try both.verified(by: [bad.verifier()]) }?.code == "bad-signature")
  }

  @Test func nameOrIdentifierAloneIsNotTheKey() throws {
    let text = Array("text\n".utf8)
    let signer = try Logs.log()
    let good = try signer.signature(of: text)
    let renamed = NoteSignature(name: "another.example", keyID: good.keyID, bytes: good.bytes)
    let renumbered = NoteSignature(name: good.name, keyID: good.keyID &+ 1, bytes: good.bytes)
    for signature in [renamed, renumbered] {
      let note = try SignedNote(text: text, signatures: [signature])
      #expect(refusal { _ = try note.verified(by: [signer.verifier()]) }?.code == "unsigned")
      let beside = try SignedNote(text: text, signatures: [signature, good])
      #expect(try beside.verified(by: [signer.verifier()]).count == 1)
    }
    #expect(
      refusal { _ = try SignedNote(text: text, signatures: [good]).verified(by: []) }?.code == "unsigned")
  }

  /// Names are equal by their bytes, although these texts are equal in Swift.
  @Test func namesThatLookTheSameAreOthers() throws {
    #expect("log.example/\u{212A}" == "log.example/K")
    let (kelvin, latin) = (LogName("log.example/\u{212A}"), LogName("log.example/K"))
    #expect(kelvin != latin)
    let text = Array("text\n".utf8)
    let note = try SignedNote.signed(text, by: [Logs.signer(kelvin, from: 1)])
    #expect(try note.verified(by: [Logs.signer(kelvin, from: 1).verifier()]).count == 1)
    let refused = refusal { _ = try note.verified(by: [Logs.signer(latin, from: 1).verifier()]) }
    #expect(refused?.code == "unsigned")
  }

  @Test func aLineTwiceIsOneSignature() throws {
    let text = Array("text\n".utf8)
    let signature = try Logs.log().signature(of: text)
    let note = try SignedNote(text: text, signatures: [signature, signature])
    #expect(try note.verified(by: [Logs.log().verifier(), Logs.log().verifier()]).count == 1)
  }

  /// The identifier has four bytes, so two keys of one name can share it; nobody can say whose the signature is.
  @Test func keysThatCannotBeToldApart() throws {
    let signer = try Logs.log()
    let real = signer.verifier()
    let parts = real.vkey.split(separator: "+", maxSplits: 2)
    let opaque = try NoteVerifier(vkey: "\(parts[0])+\(parts[1])+\(Base64.encode([0xFF] + Array("x".utf8)))")
    let note = try SignedNote.signed(Array("text\n".utf8), by: [signer])
    #expect(refusal { _ = try note.verified(by: [real, opaque]) }?.code == "bad-key")
  }

  @Test func cosignaturesHoldAtTheirTime() throws {
    let text = try Checkpoint(origin: "log.example", size: 0, root: .empty).text
    let witness = try Logs.witness()
    let verifier = witness.verifier(.cosignature)
    let good = try witness.cosignature(of: text, at: 1_700_000_000)
    let later = try witness.cosignature(of: text, at: 1_700_000_060)
    let note = try SignedNote(text: text, signatures: [good, later])
    #expect(try note.verified(by: [verifier]).map(\.time) == [1_700_000_000, 1_700_000_060])
    #expect(Cosignature(good.bytes)?.bytes == good.bytes && good.bytes.count == 72)
    // Another time, a signature of the other type, other lengths.
    var moved = good.bytes
    moved[7] ^= 1
    var far = good.bytes
    far[0] = 0x80
    for bytes in [
      moved, far, Array(good.bytes.dropLast()), good.bytes + [0], try witness.signature(of: text).bytes,
    ] {
      let wrong = NoteSignature(name: good.name, keyID: good.keyID, bytes: bytes)
      let note = try SignedNote(text: text, signatures: [wrong])
      #expect(refusal { _ = try note.verified(by: [verifier]) }?.code == "bad-signature")
    }
    // A time past what may be written, although its signature is right.
    let past = Cosignature(
      time: 1 << 63, signature: try witness.signature(of: Cosignature.message(text, at: 1 << 63)).bytes)
    let beyond = NoteSignature(name: good.name, keyID: good.keyID, bytes: past.bytes)
    let late = try SignedNote(text: text, signatures: [beyond])
    #expect(refusal { _ = try late.verified(by: [verifier]) }?.code == "bad-signature")
    // The same key with the other type has another identifier.
    #expect(refusal { _ = try note.verified(by: [witness.verifier()]) }?.code == "unsigned")
    for time in [0, UInt64(Int64.max) + 1, .max] {
      #expect(refusal { _ = try witness.cosignature(of: text, at: time) }?.code == "bad-checkpoint")
    }
    let last = try SignedNote(text: text, signatures: [witness.cosignature(of: text, at: UInt64(Int64.max))])
    #expect(try last.verified(by: [verifier]).first?.time == UInt64(Int64.max))
  }
}
