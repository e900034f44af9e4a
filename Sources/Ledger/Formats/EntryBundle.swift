import Measures
package import Records

/// The entries under one tile of level 0, each after its length in two bytes (C2SP tlog-tiles, Log Entries).
///
/// Never look at the first bytes to find out whether a bundle is compressed: one that begins with an entry of 8,075 bytes
/// begins as gzip does.
package enum EntryBundle {
  /// The most bytes of an entry: its length has two bytes.
  package static let maximumEntry = 65_535
  /// The most bytes of a bundle.
  package static let maximumLength = Tile.full * (2 + maximumEntry)

  /// Whether an entry can stand in a log: asked before it is admitted.
  /// - Throws: ``Problems`` if it has more than 65,535 bytes.
  package static func check(_ entry: [UInt8]) throws(Problems) {
    guard entry.count <= maximumEntry else {
      throw Problems([
        Problem(
          .tooLarge, at: nil,
          rule: Phrase.entryTooLarge.with(.count(entry.count), .count(maximumEntry)),
          remedy: Phrase.entryDigest.message)
      ])
    }
  }

  /// The bytes of a bundle.
  /// - Throws: ``Problems`` if there are none or more than 256 entries, or if one is too large.
  package static func encode(_ entries: [[UInt8]]) throws(Problems) -> [UInt8] {
    guard (1...Tile.full).contains(entries.count) else {
      throw refusal(Phrase.bundleCount.with(.count(entries.count)), "")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(0) { $0 + $1.count + 2 })
    for entry in entries {
      try check(entry)
      bytes.append(UInt8(entry.count >> 8))
      bytes.append(UInt8(entry.count & 0xFF))
      bytes += entry
    }
    return bytes
  }

  /// Where the entries stand in the bytes of a bundle.
  /// - Parameter width: how many it must hold, as the tile of its name says.
  /// - Throws: ``Problems`` if it ends in the middle of an entry, or holds fewer or more.
  package static func ranges(_ bytes: [UInt8], width: Int, file: String) throws(Problems) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      guard ranges.count < width else { throw refusal(Phrase.bundleLonger.with(.count(width)), file) }
      guard bytes.count - position >= 2 else { throw refusal(Phrase.bundleEnds.message, file) }
      let start = position + 2
      let count = Int(bytes[position]) << 8 | Int(bytes[position + 1])
      guard bytes.count - start >= count else { throw refusal(Phrase.bundleEnds.message, file) }
      ranges.append(start..<start + count)
      position = start + count
    }
    guard ranges.count == width else {
      throw refusal(Phrase.bundleShorter.with(.count(width), .count(ranges.count)), file)
    }
    return ranges
  }

  /// The entries of a bundle.
  /// - Throws: ``Problems`` as ``ranges(_:width:file:)`` does.
  package static func decode(_ bytes: [UInt8], width: Int, file: String) throws(Problems) -> [[UInt8]] {
    try ranges(bytes, width: width, file: file).map { Array(bytes[$0]) }
  }

  private static func refusal(_ reason: Message, _ file: String) -> Problems {
    Problems(.badTile, file, 0, .notABundle, reason, .takeTile)
  }
}
