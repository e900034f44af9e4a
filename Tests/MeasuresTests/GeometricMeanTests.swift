import Measures
import TestSupport
import Testing

@Suite struct GeometricMeanTests {
  @Test(
    arguments: [
      (4, 9, 6, true), (2, 3, 2, false), (1, 2, 1, false), (0, 7, 0, true), (1, 1, 1, true),
      (UInt128.max, UInt128.max, UInt128.max, true),
      (UInt128.max, UInt128.max - 1, UInt128.max - 1, false),
      (UInt128.max, 1, (1 << 64) - 1, false),
      (1 << 127, 2, 1 << 64, true),
    ] as [(UInt128, UInt128, UInt128, Bool)])
  func roots(_ a: UInt128, _ b: UInt128, _ root: UInt128, _ exact: Bool) {
    #expect(geometricMean(a, b) == (root, exact))
    #expect(geometricMean(b, a) == (root, exact))
  }

  /// root² ≤ a × b < (root + 1)², in 256 bits.
  @Test func isTheIntegerRoot() {
    for seed in 0..<500 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let a = UInt128.random(in: 0 ... .max, using: &random) >> UInt128(seed % 128)
      let b = UInt128.random(in: 0 ... .max, using: &random)
      let (root, exact) = geometricMean(a, b)
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
