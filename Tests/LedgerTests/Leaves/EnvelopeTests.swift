import Crypto
import Ledger
import Records
import Testing

@Suite struct EnvelopeTests {
  @Test func preAuthenticationEncoding() {
    let bytes = Envelope.preAuthentication("http://example.com/HelloWorld", Array("hello world".utf8))
    #expect(
      String(decoding: bytes, as: UTF8.self) == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  }

  @Test func signedAndRead() throws {
    let key = Curve25519.Signing.PrivateKey()
    let payload = Array("{\"a\":1}".utf8)
    let signed = Envelope.preAuthentication(Envelope.inToto, payload)
    let envelope = Envelope(
      payload: payload,
      signatures: [.init(keyID: "k", bytes: Array(try key.signature(for: signed)))])
    let read = try Envelope(envelope.bytes, file: "e")
    #expect(read == envelope)
    #expect(read.isSigned(by: Array(key.publicKey.rawRepresentation), keyID: "k"))
    #expect(!read.isSigned(by: Array(key.publicKey.rawRepresentation), keyID: "other"))
    for index in 0..<payload.count {
      var changed = payload
      changed[index] ^= 1
      let other = Envelope(payload: changed, signatures: envelope.signatures)
      #expect(!other.isSigned(by: Array(key.publicKey.rawRepresentation), keyID: "k"))
    }
  }

  /// The bytes of a leaf are written member by member.
  @Test func bytesAreCanonical() throws {
    let envelope = Envelope(
      payloadType: "a \"type\"\n", payload: Array("é".utf8),
      signatures: [.init(keyID: "b\\", bytes: [1, 2]), .init(keyID: "a\u{1}", bytes: [])])
    let tree = try JSONReader.read(envelope.bytes, file: "e")
    #expect(tree.json.canonicalBytes == envelope.bytes)
    #expect(try Envelope(envelope.bytes, file: "e") == envelope)
  }

  @Test func bothAlphabets() throws {
    let text = #"{"payload":"-_-_","payloadType":"t","signatures":[{"sig":"-_8"}]}"#
    let read = try Envelope(Array(text.utf8), file: "e")
    #expect(read.payload == [0xFB, 0xFF, 0xBF])
    #expect(read.signatures == [.init(keyID: "", bytes: [0xFB, 0xFF])])
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"payload":"","signatures":[]}"#, #"{"payload":"","payloadType":"t","signatures":[]}"#,
    #"{"payload":"","payloadType":"t"}"#, #"{"payload":"?","payloadType":"t","signatures":[{"sig":""}]}"#,
    #"{"payload":"AA=","payloadType":"t","signatures":[{"sig":""}]}"#,
    #"{"payload":"AB==","payloadType":"t","signatures":[{"sig":""}]}"#,
    #"{"payload":"","payloadType":"t","signatures":[{}]}"#,
    #"{"payload":"","payload":"","payloadType":"t","signatures":[{"sig":""}]}"#,
    #"{"payload":["a"],"payloadType":"t","signatures":[{"sig":""}]}"#,
  ])
  func malformed(_ text: String) {
    let error = #expect(throws: Problems.self) { try Envelope(Array(text.utf8), file: "e") }
    #expect(error?.list.isEmpty == false)
  }

  @Test func tooManySignatures() {
    let many = Array(repeating: #"{"sig":""}"#, count: 17).joined(separator: ",")
    let text = #"{"payload":"","payloadType":"t","signatures":[\#(many)]}"#
    #expect(throws: Problems.self) { try Envelope(Array(text.utf8), file: "e") }
  }
}
