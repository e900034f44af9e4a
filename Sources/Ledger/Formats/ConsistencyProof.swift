import Measures
package import Records

/// That a tree is the beginning of a larger one (RFC 6962 section 2.1.2).
package struct ConsistencyProof: Hashable, Sendable {
  /// The number of entries before.
  package let old: UInt64
  /// The number of entries now.
  package let new: UInt64
  /// The hashes from which both roots follow.
  package let hashes: [TreeHash]

  /// Creates a proof, right or not.
  package init(old: UInt64, new: UInt64, hashes: [TreeHash]) {
    self.old = old
    self.new = new
    self.hashes = hashes
  }

  /// Computes both roots.
  /// - Throws: ``Problems`` with the reason why they are others. A tree without entries is the beginning of every tree; its
  ///   root must be ``TreeHash/empty``.
  package func verify(oldRoot: TreeHash, newRoot: TreeHash, file: String = "") throws(Problems) {
    func failure(_ reason: Message) -> Problems {
      Problems(.proofFails, file, 0, .consistencyFails, reason, .distrustProof)
    }
    guard old <= new else {
      throw failure(Phrase.shrinks.with(.code(String(old)), .code(String(new))))
    }
    guard old > 0 || oldRoot == .empty, new > 0 || newRoot == .empty else {
      throw failure(Phrase.badEmptyRoot.message)
    }
    guard old > 0, old < new else {
      guard hashes.isEmpty else { throw failure(Phrase.proofTooLong.message) }
      guard old == 0 || oldRoot == newRoot else { throw failure(Phrase.forked.with(.code(String(old)))) }
      return
    }
    guard !hashes.isEmpty else { throw failure(Phrase.proofTooShort.message) }
    var (path, last) = (old - 1, new - 1)
    while path & 1 == 1 {
      path >>= 1
      last >>= 1
    }
    // A full old tree is a node of the new one, so its root is not sent.
    let isFull = old & (old - 1) == 0
    let start = isFull ? oldRoot : hashes[0]
    var (oldHash, newHash) = (start, start)
    for hash in hashes.dropFirst(isFull ? 0 : 1) {
      guard last > 0 else { throw failure(Phrase.proofTooLong.message) }
      if path & 1 == 1 || path == last {
        oldHash = .node(hash, oldHash)
        newHash = .node(hash, newHash)
        while path & 1 == 0 && path != 0 {
          path >>= 1
          last >>= 1
        }
      } else {
        newHash = .node(newHash, hash)
      }
      path >>= 1
      last >>= 1
    }
    guard last == 0 else { throw failure(Phrase.proofTooShort.message) }
    guard oldHash == oldRoot else { throw failure(Phrase.otherOldRoot.message) }
    guard newHash == newRoot else { throw failure(Phrase.otherRoot.message) }
  }
}
