/// The 64-bit Mersenne Twister (MT19937-64 of Matsumoto and Nishimura).
///
/// The benchmark graphs are defined by it, so that anyone can rebuild them in any language to the same bytes.
/// With seed 5489 its 10,000th output is 9981545732273789042.
public struct MersenneTwister64: Sendable {
  private static let size = 312
  private static let middle = 156
  private static let twist: UInt64 = 0xB502_6F5A_A966_19E9
  private static let upper: UInt64 = 0xFFFF_FFFF_8000_0000
  private static let lower: UInt64 = 0x7FFF_FFFF

  private var state: [UInt64]
  private var position = MersenneTwister64.size

  /// A generator whose outputs depend on `seed` only.
  public init(seed: UInt64) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for index in 1..<UInt64(Self.size) {
      let last = state[Int(index) - 1]
      state.append(6_364_136_223_846_793_005 &* (last ^ (last >> 62)) &+ index)
    }
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    if position == Self.size { refill() }
    var word = state[position]
    position += 1
    word ^= (word >> 29) & 0x5555_5555_5555_5555
    word ^= (word << 17) & 0x71D6_7FFF_EDA6_0000
    word ^= (word << 37) & 0xFFF7_EEE0_0000_0000
    return word ^ (word >> 43)
  }

  /// The next number in [0, 1), a multiple of 2⁻⁵³.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  private mutating func refill() {
    for index in 0..<Self.size {
      let joined = (state[index] & Self.upper) | (state[(index + 1) % Self.size] & Self.lower)
      let shifted = (joined >> 1) ^ (joined & 1 == 0 ? 0 : Self.twist)
      state[index] = state[(index + Self.middle) % Self.size] ^ shifted
    }
    position = 0
  }
}
