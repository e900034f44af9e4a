import Measures
import TestSupport
import Testing

@Suite struct GeometricMeanTests {
  @Test(
    arguments: [
      (4, 9, 6, 6, 6), (2, 3, 2, 2, 3), (1, 2, 1, 1, 2), (0, 7, 0, 0, 0), (1, 1, 1, 1, 1),
      // √8 is nearer to 3, √6 (2.449…) to 2, √7 to 3; √12 to 3, √13 to 4.
      (2, 4, 2, 3, 3), (1, 6, 2, 2, 3), (1, 7, 2, 3, 3), (3, 4, 3, 3, 4), (1, 13, 3, 4, 4),
      (UInt128.max, UInt128.max, UInt128.max, UInt128.max, UInt128.max),
      (UInt128.max, UInt128.max - 1, UInt128.max - 1, UInt128.max - 1, UInt128.max),
      (UInt128.max, 1, (1 << 64) - 1, 1 << 64, 1 << 64),
      (1 << 127, 2, 1 << 64, 1 << 64, 1 << 64),
    ] as [(UInt128, UInt128, UInt128, UInt128, UInt128)])
  func roots(_ a: UInt128, _ b: UInt128, _ down: UInt128, _ nearest: UInt128, _ up: UInt128) {
    #expect(geometricMean(a, b) == (down, nearest, up))
    #expect(geometricMean(b, a) == (down, nearest, up))
  }

  /// root² ≤ a × b < (root + 1)², in 256 bits.
  @Test func isTheIntegerRoot() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let a = UInt128.random(in: 0 ... .max, using: &random) >> UInt128(seed % 128)
      let b = UInt128.random(in: 0 ... .max, using: &random)
      let (root, nearest, up) = geometricMean(a, b)
      let exact = up == root
      #expect(nearest == root || nearest == up, "seed \(seed)")
      let product = a.multipliedFullWidth(by: b)
      let square = root.multipliedFullWidth(by: root)
      #expect((square.high, square.low) <= (product.high, product.low), "seed \(seed)")
      #expect(((square.high, square.low) == (product.high, product.low)) == exact, "seed \(seed)")
      guard root < .max else { continue }
      let next = (root + 1).multipliedFullWidth(by: root + 1)
      #expect((next.high, next.low) > (product.high, product.low), "seed \(seed)")
    }
  }
}
