import Crypto
import Measures
public import Records

/// A DSSE envelope (version 1.0.2): some bytes, what they are, and who signed them.
public struct Envelope: Hashable, Sendable {
  /// One signature.
  public struct Signature: Hashable, Sendable {
    /// Which key, as a hint.
    public let keyID: String
    /// Ed25519, 64 bytes.
    public let bytes: [UInt8]

    /// Creates a signature.
    public init(keyID: String, bytes: [UInt8]) {
      self.keyID = keyID
      self.bytes = bytes
    }
  }

  /// What every leaf of a log holds.
  public static let inToto = "application/vnd.in-toto+json"

  /// The most that an entry of a log may have.
  public static let maximumSize = 65_535

  /// What the payload is.
  public let payloadType: String
  /// The very bytes that are signed.
  public let payload: [UInt8]
  /// The signatures, in the order of their keys.
  public let signatures: [Signature]

  /// Creates an envelope.
  public init(payloadType: String = inToto, payload: [UInt8], signatures: [Signature]) {
    self.payloadType = payloadType
    self.payload = payload
    self.signatures = signatures.sorted { $0.keyID < $1.keyID }
  }

  /// What is signed: the pre-authentication encoding.
  public var signedBytes: [UInt8] { Self.preAuthentication(payloadType, payload) }

  /// `DSSEv1 LEN(type) type LEN(body) body`.
  public static func preAuthentication(_ type: String, _ body: [UInt8]) -> [UInt8] {
    var bytes = Array("DSSEv1 \(type.utf8.count) \(type) \(body.count) ".utf8)
    bytes += body
    return bytes
  }

  /// The envelope as canonical JSON: the one spelling that a log takes.
  public var bytes: [UInt8] {
    // Its members come in the order of their names, and base64 needs no escapes.
    var bytes = Array(#"{"payload":""#.utf8)
    bytes.reserveCapacity(payload.count / 3 * 4 + 200 * (signatures.count + 1))
    Base64.write(payload, to: &bytes)
    bytes += #"","payloadType":"#.utf8
    JSON.write(payloadType, to: &bytes)
    bytes += #","signatures":["#.utf8
    for (index, signature) in signatures.enumerated() {
      bytes += (index > 0 ? "," : "").utf8
      bytes += #"{"keyid":"#.utf8
      JSON.write(signature.keyID, to: &bytes)
      bytes += #","sig":""#.utf8
      Base64.write(signature.bytes, to: &bytes)
      bytes += #""}"#.utf8
    }
    bytes += "]}".utf8
    return bytes
  }

  var json: JSON {
    let signatures = signatures.map { signature in
      JSON.object(["keyid": .string(signature.keyID), "sig": .string(Base64.encode(signature.bytes))])
    }
    return .object([
      "payload": .string(Base64.encode(payload)), "payloadType": .string(payloadType),
      "signatures": .array(signatures),
    ])
  }

  /// Reads an envelope that anybody made: base64 of either alphabet, members in any order.
  /// - Throws: ``Problems``: what is wrong with it.
  public init(_ bytes: [UInt8], file: String) throws(Problems) {
    try self.init(JSONReader.read(bytes, file: file))
  }

  /// Reads an envelope from a tree.
  /// - Throws: ``Problems``: what is wrong with it.
  public init(_ tree: Node) throws(Problems) {
    try self.init(unsigned: tree)
    guard !signatures.isEmpty else { throw .malformed(tree.mark, .envelopeUnsigned, []) }
  }

  /// Reads an envelope that somebody may still have to sign.
  init(unsigned tree: Node) throws(Problems) {
    func text(_ name: String, in node: Node) throws(Problems) -> String {
      guard let text = node[name]?.text else { throw .malformed(node.mark, .envelopeLacks, [.code(name)]) }
      return text
    }
    func decoded(_ name: String, in node: Node) throws(Problems) -> [UInt8] {
      guard let bytes = Self.decode(try text(name, in: node)) else {
        throw .malformed(node[name]?.mark ?? node.mark, .notBase64, [.code(name)])
      }
      return bytes
    }
    guard tree.entries != nil else { throw .malformed(tree.mark, .envelopeLacks, [.code("payload")]) }
    payload = try decoded("payload", in: tree)
    payloadType = try text("payloadType", in: tree)
    guard let list = tree["signatures"]?.elements else {
      throw .malformed(tree.mark, .envelopeUnsigned, [])
    }
    guard list.count <= Self.maximumSignatures else {
      throw .malformed(tree.mark, .manySignatures, [.count(Self.maximumSignatures)])
    }
    var signatures: [Signature] = []
    for node in list {
      signatures.append(Signature(keyID: node["keyid"]?.text ?? "", bytes: try decoded("sig", in: node)))
    }
    self.signatures = signatures
  }

  /// At most so many signatures are looked at.
  public static let maximumSignatures = 16

  private static func decode(_ text: String) -> [UInt8]? {
    if let bytes = text.fromBase64 { return bytes }
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    return standard.fromBase64 ?? (standard.hasSuffix("=") ? nil : (standard + padding).fromBase64)
  }

  /// Whether `key` made one of the signatures over exactly these bytes.
  public func isSigned(by key: [UInt8], keyID: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
    let signed = signedBytes
    return signatures.contains { $0.keyID == keyID && key.isValidSignature($0.bytes, for: signed) }
  }
}

extension Problems {
  /// Something that cannot be read as what it should be.
  static func malformed(_ mark: Mark?, _ rule: Phrase, _ arguments: [Message.Argument]) -> Problems {
    Problems([
      Problem(
        .malformed, at: mark, rule: Message(rule, arguments), remedy: Phrase.askForWhole.message)
    ])
  }

  /// Something that is read and not admitted.
  static func refused(
    _ code: Problem.Code, _ rule: Phrase, _ arguments: [Message.Argument] = [], at mark: Mark? = nil,
    field: String? = nil, remedy: Phrase, _ remedyArguments: [Message.Argument] = []
  ) -> Problems {
    Problems([
      Problem(
        code, at: mark, field: field, rule: Message(rule, arguments),
        remedy: Message(remedy, remedyArguments))
    ])
  }
}
