/// The name of a piece of a log as it is served (C2SP tlog-tiles): 256 hashes of one level, or fewer at the right edge, or the
/// entries under the hashes of level 0.
package struct Tile: Hashable, Sendable {
  /// What a tile holds.
  package enum Kind: Hashable, Sendable {
    /// Hashes.
    case hashes
    /// Entries, see ``EntryBundle``.
    case entries
  }

  /// What it holds.
  package let kind: Kind
  /// The level: a hash of it stands for 256^level entries. 0 for entries.
  package let level: Int
  /// The position among the tiles of the level, from 0.
  package let index: UInt64
  /// The number of hashes or entries, from 1 to 256.
  package let width: Int

  /// The number of hashes of a full tile.
  package static let full = 256
  /// The levels that a tree of at most 2^63 − 1 entries has.
  static let levels = 0..<8
  private static let maximumIndex = UInt64(1) << 55 - 1

  private init(_ kind: Kind, _ level: Int, _ index: UInt64, _ width: Int) {
    (self.kind, self.level, self.index, self.width) = (kind, level, index, width)
  }

  /// A tile of hashes. Its width is cut to 1…256, its level to 0…63.
  package static func hashes(level: Int, index: UInt64, width: Int = full) -> Tile {
    Tile(.hashes, min(max(level, 0), 63), index, min(max(width, 1), full))
  }

  /// A bundle of entries. Its width is cut to 1…256.
  package static func entries(index: UInt64, width: Int = full) -> Tile {
    Tile(.entries, 0, index, min(max(width, 1), full))
  }

  /// Whether it holds all that it ever will.
  package var isFull: Bool { width == Self.full }

  /// The full tile of the same place, which may be served instead of one that is not.
  package var filled: Tile { Tile(kind, level, index, Self.full) }

  /// The path under the prefix of the log.
  package var path: String {
    let start = kind == .entries ? "tile/entries/" : "tile/\(level)/"
    return start + Self.groups(index) + (isFull ? "" : ".p/\(width)")
  }

  /// Groups of three digits, all but the last with an `x`.
  private static func groups(_ index: UInt64) -> String {
    let digits = String(index)
    let padded = String(repeating: "0", count: (3 - digits.count % 3) % 3) + digits
    var text = ""
    var rest = padded[...]
    while rest.count > 3 {
      text += "x\(rest.prefix(3))/"
      rest = rest.dropFirst(3)
    }
    return text + rest
  }

  /// The tile that a path names, or nil if none does: also for another spelling of the same one.
  package init?(path: String) {
    guard path.utf8.count <= 64 else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[0] == "tile" else { return nil }
    let level = LogNumber.read(Array(parts[1].utf8)[...])
    guard parts[1] == "entries" || level.map({ $0 < 64 }) == true else { return nil }
    var (groups, width) = (parts.dropFirst(2), Self.full)
    if groups.count > 1, groups.dropLast().last?.hasSuffix(".p") == true, let last = groups.popLast() {
      guard let number = LogNumber.read(Array(last.utf8)[...]), (1..<UInt64(Self.full)).contains(number),
        let stem = groups.popLast()
      else { return nil }
      width = Int(number)
      groups.append(stem.dropLast(2))
    }
    guard groups.count <= 6, let last = groups.popLast() else { return nil }
    var index: UInt64 = 0
    for group in groups.map({ $0.hasPrefix("x") ? $0.dropFirst() : "" }) + [last] {
      guard group.utf8.count == 3, let number = Self.threeDigits(group) else { return nil }
      index = index * 1000 + number
    }
    guard index <= Self.maximumIndex else { return nil }
    self.init(parts[1] == "entries" ? .entries : .hashes, Int(level ?? 0), index, width)
    // `x000/001` is the path of no tile: 001 is.
    guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
  }

  private static func threeDigits(_ text: Substring) -> UInt64? {
    text.utf8.reduce(0) { number, digit in
      guard let number, (0x30...0x39).contains(digit) else { return nil }
      return number * 10 + UInt64(digit - 0x30)
    }
  }
}

extension Tile: CustomStringConvertible {
  package var description: String { path }
}
