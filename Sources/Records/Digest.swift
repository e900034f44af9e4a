import Crypto

/// SHA-256 as lower-case hexadecimal digits.
public enum Digest {
  /// The digest of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let table = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(table[Int(byte >> 4)])
      text.append(table[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
