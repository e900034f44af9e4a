import Ledger
import LedgerSQLite

/// A log of many leaves of 100 bytes that nobody signed: its tree and its tiles are those of any log of that size.
enum LightLog {
  static func fill(_ store: SQLiteStore, _ count: Int) async throws -> LogHead? {
    var tree = TreeGrowth()
    var head: LogHead?
    for start in stride(from: 0, to: count, by: 8192) {
      let leaves = (start..<min(start + 8192, count)).map { leaf in
        Array("leaf \(leaf) ".utf8) + [UInt8](repeating: UInt8(leaf % 251), count: 100)
      }
      let grown = try tree.append(leaves.map { TreeHash.leaf($0) })
      let next = LogHead(
        size: grown.size, root: grown.root.bytes, time: Int64(start), checkpoint: Array("none\n".utf8))
      let tiles = grown.tiles.map {
        TileRow(level: $0.tile.level, index: $0.tile.index, hashes: $0.bytes)
      }
      let batch = Batch(first: UInt64(start), leaves: leaves, tiles: tiles, changes: [], head: next)
      try await store.append(batch, after: head)
      head = next
    }
    return head
  }
}
