import Crypto
import Ledger
import Records
import Testing

@Suite struct VerifierKeyTests {
  static let key = Base64.encode([1] + [UInt8](repeating: 7, count: 32))

  @Test(arguments: [
    "", "name", "name+530d903a", "example.com/foo+530d903a+", "+530d903a+\(key)", "a b+530d903a+\(key)",
    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a0+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
    "example.com/foo+530d903a+AQ==", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ",
    " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
  ])
  func refusesOtherKeys(_ vkey: String) {
    #expect(refusal { _ = try NoteVerifier(vkey: vkey) }?.code == "bad-key")
  }

  /// Base64 may hold a plus sign, so only the first two separate.
  @Test func base64MayHoldPlus() throws {
    var found = 0
    for seed in UInt8(0)..<200 {
      let signer = try Logs.signer("a.example", from: seed % 224)
      let vkey = signer.verifier(seed.isMultiple(of: 2) ? .ed25519 : .cosignature).vkey
      let read = try NoteVerifier(vkey: vkey)
      #expect(read.vkey == vkey)
      found += vkey.filter { $0 == "+" }.count > 2 ? 1 : 0
    }
    #expect(found > 0)
  }

  /// Keys of other types are kept as they are; what they sign counts for nothing.
  @Test func otherTypesAreReadAndCountForNothing() throws {
    for type in [0x02, 0x05, 0x06, 0xFA, 0xFF] as [UInt8] {
      let vkey = "a.example+0badcafe+" + Base64.encode([type] + [UInt8](repeating: 3, count: 1312))
      let verifier = try NoteVerifier(vkey: vkey)
      #expect(verifier.vkey == vkey && !verifier.type.isUnderstood && verifier.type.rawValue == type)
      let text = Array("text\n".utf8)
      let foreign = NoteSignature(
        name: "a.example", keyID: 0x0bad_cafe, bytes: [UInt8](repeating: 1, count: 2420))
      let note = try SignedNote(text: text, signatures: [foreign, Logs.log().signature(of: text)])
      #expect(try note.verified(by: [verifier, Logs.log().verifier()]).count == 1)
      #expect(refusal { _ = try note.verified(by: [verifier]) }?.code == "unsigned")
    }
  }

  @Test(arguments: ["", "a b", "a+b", "a\nb", "a\u{2003}b", "\u{85}", "a\u{7}"])
  func signersHaveNamesOfKeys(_ name: String) {
    #expect(!LogName(name).isKeyName)
    #expect(refusal { _ = try NoteSigner(name: LogName(name), key: .init()) }?.code == "bad-key")
  }

  @Test func namesMayBeInAnyScript() throws {
    let signer = try Logs.signer("journal.example/écluse-水門", from: 5)
    #expect(try NoteVerifier(vkey: signer.verifier().vkey) == signer.verifier())
  }

  /// Small-order points and forms that are not canonical are refused or harmless: no text is signed by them for everybody.
  @Test func degenerateKeysSignNothing() throws {
    let text = Array("text\n".utf8)
    for point in [[UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31)] {
      let name: LogName = "a.example"
      let digest = SHA256.hash(data: name.bytes + [0x0A, 0x01] + point)
      let identifier = Hex.encode(Array(digest.prefix(4)))
      let vkey = "a.example+\(identifier)+\(Base64.encode([1] + point))"
      guard let verifier = try? NoteVerifier(vkey: vkey) else { continue }
      let random = NoteSignature(name: name, keyID: verifier.keyID, bytes: [UInt8](repeating: 5, count: 64))
      let note = try SignedNote(text: text, signatures: [random])
      #expect(refusal { _ = try note.verified(by: [verifier]) }?.code == "bad-signature")
    }
  }
}
