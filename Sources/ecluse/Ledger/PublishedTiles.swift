import Glibc
import Ledger
import Measures
import Records
import RecordsIO

/// A log as a folder of files, at the paths of C2SP tlog-tiles. The checkpoint comes last, so that whoever reads meanwhile never
/// meets a checkpoint whose tiles are not there.
struct PublishedTiles {
  let folder: String

  /// Writes what the checkpoint needs and the one that is there did not: tiles never change.
  func write(_ reader: LogReader) async throws(Problems) -> UInt64 {
    let published = try await published(reader)
    let note = try await reader.signedCheckpoint()
    let size = try Checkpoint(SignedNote(note, file: "checkpoint")).size
    for tile in Tile.all(size: size) where tile.kind == .hashes {
      let path = "\(folder)/\(tile.path)"
      let entries = "\(folder)/\(Tile.entries(index: tile.index, width: tile.width).path)"
      let isThere = published.contains(tile)
      if !isThere || access(path, F_OK) != 0 { try put(try await reader.bytes(of: tile), path) }
      guard tile.level == 0, !isThere || access(entries, F_OK) != 0 else { continue }
      let first = tile.index * UInt64(Tile.full)
      try put(try EntryBundle.encode(try await reader.leaves(first..<first + UInt64(tile.width))), entries)
    }
    try put(note, "\(folder)/checkpoint")
    return size
  }

  /// The tiles of the checkpoint that is there already.
  /// - Throws: ``Problems``: it is of another log, or of another past.
  private func published(_ reader: LogReader) async throws(Problems) -> Set<Tile> {
    let file = "\(folder)/checkpoint"
    guard access(file, F_OK) == 0, let head = try await reader.store.head() else { return [] }
    let seen = try Checkpoint(SignedNote(TextFile.bytes(file, atMost: 1 << 20), file: file))
    try await SeenCheckpoint.check(head, continues: seen, reader)
    return Set(Tile.all(size: seen.size))
  }

  private func put(_ bytes: [UInt8], _ path: String) throws(Problems) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      made += "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw WholeFile.failure(made) }
    }
    try WholeFile.write(bytes, to: path)
  }
}
