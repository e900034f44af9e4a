/// What a witness adds to a checkpoint (tlog-cosignature, type 0x04): a time and an Ed25519 signature. It says that at that
/// time the largest consistent tree that the witness saw of that origin had that root.
package struct Cosignature: Hashable, Sendable {
  /// When it was made: seconds since 1970, at most 2^63 − 1.
  package let time: UInt64
  /// The 64 bytes of Ed25519.
  package let signature: [UInt8]

  /// Creates a cosignature from its parts.
  package init(time: UInt64, signature: [UInt8]) {
    self.time = time
    self.signature = signature
  }

  /// Reads the 72 bytes that follow the key's identifier.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 72 else { return nil }
    time = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    guard time <= LogNumber.maximum else { return nil }
    signature = Array(bytes.dropFirst(8))
  }

  /// The 72 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: time.bigEndian) { Array($0) } + signature }

  /// The bytes that are signed: two lines, then the whole text of the checkpoint.
  package static func message(_ text: [UInt8], at time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
