import Crypto

/// SHA-256 as lower-case hexadecimal digits.
public enum Digest {
  private static let table = Array("0123456789abcdef".utf8)

  /// The digest of `bytes`.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in SHA256.hash(data: bytes) {
      text.append(table[Int(byte >> 4)])
      text.append(table[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether `text` is `sha256:` and 64 lower-case hexadecimal digits: the only form, since digests are compared as
  /// texts.
  static func isDigest(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst("sha256:".utf8.count)
    return text.hasPrefix("sha256:") && digits.count == 64
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
