/// Random numbers from a seed (the SplitMix64 recurrence), the same everywhere.
struct Draw {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// Nine facts in ten are known.
  mutating func isKnown() -> Bool { below(10) > 0 }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
