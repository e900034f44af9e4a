/// Which tiles a tree of a size has. All of it follows from the size alone: a larger tree behind it must not be looked at.
extension Tile {
  /// The width of a tile in a tree of a size: 0 where the tree does not reach.
  static func width(level: Int, index: UInt64, size: UInt64) -> Int {
    guard levels.contains(level) else { return 0 }
    let (first, overflows) = index.multipliedReportingOverflow(by: UInt64(full))
    let hashes = size >> UInt64(8 * level)
    guard !overflows, first < hashes else { return 0 }
    return Int(min(UInt64(full), hashes - first))
  }

  /// This place in a tree of a size: full, or as far as the tree reaches, or nil.
  package func cut(to size: UInt64) -> Tile? {
    let width = Self.width(level: level, index: index, size: size)
    guard width > 0 else { return nil }
    return kind == .entries
      ? .entries(index: index, width: width) : .hashes(level: level, index: index, width: width)
  }

  /// The tiles of hashes at the right edge that are not full, one a level at most, from level 0.
  package static func edge(size: UInt64) -> [Tile] {
    levels.compactMap { level in
      let hashes = size >> UInt64(8 * level)
      let width = Int(hashes % UInt64(full))
      return width == 0 ? nil : .hashes(level: level, index: hashes / UInt64(full), width: width)
    }
  }

  /// All tiles of a tree: hashes by level, then entries. Not for a size that a stranger says: it is as long as the tree.
  package static func all(size: UInt64) -> [Tile] { grown(from: 0, to: size) }

  /// The tiles that a tree has and a smaller one had not: exactly those to be written when it grows. A tree that does not grow
  /// has none.
  package static func grown(from old: UInt64, to new: UInt64) -> [Tile] {
    guard new > old else { return [] }
    let hashes = levels.flatMap { grown(level: $0, from: old, to: new) }
    return hashes + hashes.prefix { $0.level == 0 }.map { .entries(index: $0.index, width: $0.width) }
  }

  private static func grown(level: Int, from old: UInt64, to new: UInt64) -> [Tile] {
    let shift = UInt64(8 * level)
    let (before, after) = (old >> shift, new >> shift)
    guard after > before else { return [] }
    let (first, end) = (before / UInt64(full), after / UInt64(full))
    var tiles = (first..<end).map { Tile.hashes(level: level, index: $0) }
    if !after.isMultiple(of: UInt64(full)) {
      tiles.append(.hashes(level: level, index: end, width: Int(after % UInt64(full))))
    }
    return tiles
  }
}
