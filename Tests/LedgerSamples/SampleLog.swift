package import Ledger
import Records

/// Batches as a sequencer would hand them over, but of made-up bytes: a store looks at none of them.
package struct SampleLog {
  package private(set) var head: LogHead?
  private var hashes: [UInt8] = []

  /// A log of a size, as it is after any batches that lead there.
  package init(size: UInt64 = 0) {
    guard size > 0 else { return }
    head = Self.head(size)
    hashes = (0..<size).flatMap(Self.hash)
  }

  package var size: UInt64 { head?.size ?? 0 }

  /// The next batch, and its head as the new one.
  package mutating func batch(_ count: Int, leafBytes: Int = 40, _ changes: [LedgerChange] = []) -> Batch {
    let next = proposal(count, leafBytes: leafBytes, changes)
    head = next.head
    hashes += next.leaves.indices.flatMap { Self.hash(next.first + UInt64($0)) }
    return next
  }

  /// The next batch, which is not taken as done.
  package func proposal(_ count: Int, leafBytes: Int = 40, _ changes: [LedgerChange] = []) -> Batch {
    let all = hashes + (0..<count).flatMap { Self.hash(size + UInt64($0)) }
    let firstTile = Int(size) / 256
    let tiles = stride(from: firstTile * 8192, to: all.count, by: 8192).map { start in
      TileRow(level: 0, index: UInt64(start / 8192), hashes: Array(all[start..<min(start + 8192, all.count)]))
    }
    return Batch(
      first: size, leaves: (0..<count).map { Self.leaf(size + UInt64($0), leafBytes) }, tiles: tiles,
      changes: changes, head: Self.head(size + UInt64(count)))
  }

  /// The bytes of a leaf.
  package static func leaf(_ place: UInt64, _ count: Int = 40) -> [UInt8] {
    Array((Array("leaf \(place) ".utf8) + [UInt8](repeating: UInt8(place % 251), count: count)).prefix(count))
  }

  /// The head of a log of a size.
  package static func head(_ size: UInt64, root: UInt8 = 7) -> LogHead {
    LogHead(
      size: size, root: [root] + hash(size).dropFirst(), time: Int64(1000 + size),
      checkpoint: Array("log\n\(size)\n".utf8))
  }

  private static func hash(_ place: UInt64) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: place &* 31 &+ UInt64($0)) }
  }
}

extension StatementRow {
  /// A made-up row.
  package static func sample(
    _ leaf: UInt64, _ local: String, revision: Int = 1, kind: String = "artifact", issuer: String = "acme"
  ) -> StatementRow {
    StatementRow(
      leaf: leaf, kind: kind, id: GlobalID(issuer, kind, local), revision: revision, issuer: issuer,
      time: Int64(leaf) * 10, payload: [UInt8](repeating: UInt8(truncatingIfNeeded: leaf), count: 32))
  }
}

extension OpeningRow {
  /// A made-up row.
  package static func sample(
    _ leaf: UInt64, _ field: String, _ readers: Readers, issuer: String = "acme", bytes: [UInt8]? = nil
  ) -> OpeningRow {
    OpeningRow(
      leaf: leaf, field: field, issuer: issuer, readers: readers,
      bytes: bytes ?? Array("\(field) \(leaf)".utf8))
  }
}
