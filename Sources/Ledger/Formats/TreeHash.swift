import Crypto

/// A hash of a Merkle tree (RFC 6962 section 2.1, SHA-256): 32 bytes inline, without a heap object.
package struct TreeHash: Hashable, Sendable, BitwiseCopyable {
  /// The bytes in the order of memory: these words are no numbers.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The length of a hash in bytes.
  package static let count = 32

  /// The hash of these 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    self = withUnsafeTemporaryAllocation(byteCount: Self.count, alignment: 8) { buffer in
      buffer.copyBytes(from: bytes)
      return buffer.loadUnaligned(as: Self.self)
    }
  }

  init(_ digest: SHA256Digest) {
    self = digest.withUnsafeBytes { $0.loadUnaligned(as: Self.self) }
  }

  /// The hash at a position, counted in hashes, of bytes that hold at least so many.
  init(in bytes: UnsafeRawBufferPointer, at index: Int) {
    self = bytes.loadUnaligned(fromByteOffset: index * Self.count, as: Self.self)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }

  /// Lower-case hexadecimal digits.
  package var hex: String { Hex.encode(bytes) }

  /// Standard base64, 44 signs.
  package var base64: String { Base64.encode(bytes) }

  /// The hash of an entry: SHA-256 of a zero byte and the entry.
  package static func leaf(_ entry: [UInt8]) -> TreeHash { leaf(entry[...]) }

  /// The hash of an entry that stands in a bundle.
  package static func leaf(_ entry: ArraySlice<UInt8>) -> TreeHash {
    var hash = SHA256()
    withUnsafeBytes(of: UInt8(0)) { hash.update(bufferPointer: $0) }
    entry.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return TreeHash(hash.finalize())
  }

  /// The hash of two halves: SHA-256 of a byte 1, the left one, the right one.
  package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * count, alignment: 8) { buffer in
      buffer[0] = 1
      buffer.storeBytes(of: left, toByteOffset: 1, as: TreeHash.self)
      buffer.storeBytes(of: right, toByteOffset: 1 + count, as: TreeHash.self)
      var hash = SHA256()
      hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
      return TreeHash(hash.finalize())
    }
  }

  /// The hash of a tree without leaves: SHA-256 of nothing.
  package static let empty = TreeHash(SHA256().finalize())

  package static func == (left: TreeHash, right: TreeHash) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension TreeHash: CustomStringConvertible {
  package var description: String { base64 }
}

extension [TreeHash] {
  /// The bytes of the hashes, one after the other, as a tile holds them.
  package var tileBytes: [UInt8] { withUnsafeBytes { Array<UInt8>($0) } }
}
