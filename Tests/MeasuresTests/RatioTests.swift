import Measures
import TestSupport
import Testing

@Suite struct RatioTests {
  static let most = UInt128.max

  @Test func isInLowestTerms() throws {
    let ratio = try Ratio(6, over: 8)
    #expect((ratio.numerator, ratio.denominator) == (3, 4))
    #expect(try Ratio(0, over: 5) == .zero)
    #expect(try Ratio(Self.most, over: Self.most) == .one)
    #expect(ratio.description == "3/4" && Ratio(7).description == "7")
  }

  @Test func refusesAZeroDenominator() {
    #expect(throws: MeasureError(.divisionByZero, "1/0")) { try Ratio(1, over: 0) }
    #expect(throws: MeasureError(.divisionByZero, "1/3")) { try Ratio(1, over: 3).divided(by: .zero) }
  }

  @Test func isExact() throws {
    let third = try Ratio(1, over: 3)
    #expect(try third.adding(third).adding(third) == .one)
    #expect(try Ratio(4042, over: 10_000).multiplied(by: Ratio(10_000)) == Ratio(4042))
    #expect(try Ratio(1).subtracting(third) == Ratio(2, over: 3))
    #expect(try third.subtracting(.one) == nil)
    #expect(try third.subtracting(third) == .zero)
    #expect(try Ratio(1).divided(by: third) == Ratio(3))
  }

  /// Reduced crosswise first, so that a product that fits never overflows on the way.
  @Test func overflowsOnlyWhereAProductDoesNotFit() throws {
    let left = try Ratio(Self.most, over: 7)
    #expect(try left.multiplied(by: Ratio(7, over: Self.most)) == .one)
    #expect(throws: MeasureError.self) { try Ratio(Self.most).multiplied(by: Ratio(2)) }
    #expect(code { () throws(MeasureError) in try Ratio(Self.most).multiplied(by: Ratio(2)) } == .overflow)
    #expect(code { () throws(MeasureError) in try Ratio(Self.most).adding(.one) } == .overflow)
    #expect(
      code { () throws(MeasureError) in
        try Ratio(1, over: Self.most).adding(Ratio(1, over: Self.most - 1))
      } == .overflow)
  }

  private func code(_ act: () throws(MeasureError) -> Ratio) -> MeasureError.Code? {
    do {
      _ = try act()
      return nil
    } catch { return error.code }
  }

  /// The cross products of these differ by one in 256 bits: no floating point would see it.
  @Test func comparesAtTheLimits() throws {
    let left = try Ratio(Self.most, over: Self.most - 1)
    let right = try Ratio(Self.most - 1, over: Self.most - 2)
    #expect(left < right)
    #expect(!(right < left) && left != right)
    #expect(try Ratio(1, over: Self.most) < Ratio(1, over: Self.most - 1))
    #expect(try Ratio(Self.most) > Ratio(Self.most, over: 2))
    #expect(try Ratio(1, over: Self.most) > .zero)
  }

  @Test(
    arguments: [
      (4, 1, [4, 4, 4]), (5, 2, [2, 3, 2]), (7, 2, [3, 4, 4]), (7, 3, [2, 3, 2]), (8, 3, [2, 3, 3]),
      (0, 9, [0, 0, 0]), (1, 9, [0, 1, 0]),
      (UInt128.max, 2, [UInt128.max / 2, 1 << 127, 1 << 127]),
      (UInt128.max - 2, 2, [UInt128.max / 2 - 1, (1 << 127) - 1, (1 << 127) - 2]),
      (1, UInt128.max, [0, 1, 0]),
    ] as [(UInt128, UInt128, [UInt128])])
  func rounds(_ above: UInt128, _ below: UInt128, _ expected: [UInt128]) throws {
    let ratio = try Ratio(above, over: below)
    #expect([Ratio.Rounding.down, .up, .halfToEven].map(ratio.rounded) == expected)
  }

  @Test func arithmeticUndoesItself() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      func pick() throws -> Ratio {
        try Ratio(
          UInt128(UInt32.random(in: 0 ... .max, using: &random)),
          over: UInt128(UInt32.random(in: 1 ... .max, using: &random)))
      }
      let (a, b) = (try pick(), try pick())
      #expect(try a.adding(b).subtracting(b) == a, "seed \(seed)")
      if b != .zero { #expect(try a.multiplied(by: b).divided(by: b) == a, "seed \(seed)") }
      // Both cross products fit here, so that the plain comparison is an oracle.
      let (left, right) = (a.numerator * b.denominator, b.numerator * a.denominator)
      #expect((a < b) == (left < right) && (a == b) == (left == right), "seed \(seed)")
      let (down, up) = (a.rounded(.down), a.rounded(.up))
      #expect(Ratio(down) <= a && a <= Ratio(up) && up - down <= 1, "seed \(seed)")
      #expect([down, up].contains(a.rounded(.halfToEven)), "seed \(seed)")
    }
  }

  /// A sum that fits is found even where numerators over the common denominator do not.
  @Test func sumsOverflowOnlyWhereTheyDoNotFit() throws {
    let half = UInt128.max / 2
    let third = try Ratio(.max / 3, over: 3)
    #expect(try Ratio(half).adding(Ratio(half + 1)) == Ratio(.max))
    // The maximum is 3 × 5 × 17 × …: over 3 and 6 the common numerators pass 128 bits, the sum does not.
    #expect(try Ratio(.max - 2, over: 6).adding(Ratio(1, over: 3)) == Ratio(.max, over: 6))
    #expect(try Ratio(1, over: .max).adding(Ratio(.max - 1, over: .max)) == .one)
    #expect(try Ratio(.max, over: 2).adding(Ratio(.max, over: 2)) == Ratio(.max))
    #expect(try Ratio(.max, over: 2).subtracting(Ratio(.max - 2, over: 2)) == .one)
    #expect(try third.adding(third).subtracting(third) == third)
    for (a, b) in [(Ratio(.max), Ratio.one), (try Ratio(.max, over: 2), try Ratio(1, over: 3))] {
      #expect { _ = try a.adding(b) } throws: { ($0 as? MeasureError)?.code == .overflow }
    }
  }
}
