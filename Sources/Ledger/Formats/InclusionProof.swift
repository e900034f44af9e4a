import Measures
package import Records

/// That an entry stands at an index of a tree (RFC 6962 section 2.1.1): the siblings on the way from the leaf to the root.
package struct InclusionProof: Hashable, Sendable {
  /// The index of the entry, from 0.
  package let index: UInt64
  /// The number of entries of the tree.
  package let size: UInt64
  /// The siblings, that of the leaf first.
  package let hashes: [TreeHash]

  /// The most hashes of any proof, of inclusion or of consistency.
  package static let maximumHashes = 63

  /// Creates a proof, right or not.
  package init(index: UInt64, size: UInt64, hashes: [TreeHash]) {
    self.index = index
    self.size = size
    self.hashes = hashes
  }

  /// Follows the way from the leaf.
  /// - Throws: ``Problems`` with the reason why it does not lead to the root.
  package func verify(leaf: TreeHash, root: TreeHash, file: String = "") throws(Problems) {
    func failure(_ reason: Message) -> Problems {
      Problems(.proofFails, file, 0, .inclusionFails, reason, .distrustProof)
    }
    guard index < size else {
      throw failure(Phrase.indexOutside.with(.code(String(index)), .code(String(size))))
    }
    var (path, last, hash) = (index, size - 1, leaf)
    for sibling in hashes {
      guard last > 0 else { throw failure(Phrase.proofTooLong.message) }
      if path & 1 == 1 || path == last {
        hash = .node(sibling, hash)
        // The rightmost node of a tree that is not full has no sibling on these heights.
        while path & 1 == 0 && path != 0 {
          path >>= 1
          last >>= 1
        }
      } else {
        hash = .node(hash, sibling)
      }
      path >>= 1
      last >>= 1
    }
    guard last == 0 else { throw failure(Phrase.proofTooShort.message) }
    guard hash == root else { throw failure(Phrase.otherRoot.message) }
  }
}
