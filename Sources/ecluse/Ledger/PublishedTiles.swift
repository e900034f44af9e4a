import Glibc
import Ledger
import Measures
import Records

/// A log as a folder of files, at the paths of C2SP tlog-tiles. The checkpoint comes last, so that whoever reads meanwhile never
/// meets a checkpoint whose tiles are not there.
struct PublishedTiles {
  let folder: String

  /// Writes what the checkpoint needs and is not there yet; full tiles never change.
  func write(_ reader: LogReader) async throws(Problems) -> UInt64 {
    let note = try await reader.signedCheckpoint()
    let size = try Checkpoint(SignedNote(note, file: "checkpoint")).size
    for tile in Tile.all(size: size) where tile.kind == .hashes {
      let path = "\(folder)/\(tile.path)"
      let entries = "\(folder)/\(Tile.entries(index: tile.index, width: tile.width).path)"
      if access(path, F_OK) != 0 { try put(try await reader.bytes(of: tile), path) }
      guard tile.level == 0, access(entries, F_OK) != 0 else { continue }
      let first = tile.index * UInt64(Tile.full)
      try put(try EntryBundle.encode(try await reader.leaves(first..<first + UInt64(tile.width))), entries)
    }
    try put(note, "\(folder)/checkpoint")
    return size
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
