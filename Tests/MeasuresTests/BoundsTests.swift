import Measures
import Testing

@Suite struct BoundsTests {
  private func bounds(_ low: UInt128, _ best: UInt128?, _ high: UInt128?) throws -> Bounds<UInt128> {
    try Bounds(low: low, best: best, high: high)
  }

  @Test(
    arguments: [(2, 1, 3), (1, 3, 2), (3, nil, 2), (2, 1, nil), (3, 3, 2)] as [(UInt128, UInt128?, UInt128?)])
  func keepTheirOrder(_ low: UInt128, _ best: UInt128?, _ high: UInt128?) {
    #expect { try bounds(low, best, high) } throws: { error in
      (error as? MeasureError)?.code == .unorderedBounds
    }
  }

  @Test func mayTouch() throws {
    #expect(try bounds(2, 2, 2) == Bounds(exactly: 2))
    #expect(try bounds(0, nil, nil) == .unknown)
    #expect(Bounds<UInt128>.zero == Bounds(exactly: 0))
  }

  @Test func noUpperBoundAbsorbs() throws {
    let known = try bounds(1, 2, 3)
    #expect(try known.adding(known) == bounds(2, 4, 6))
    #expect(try known.adding(.unknown) == bounds(1, nil, nil))
    #expect(try Bounds<UInt128>.unknown.adding(known) == bounds(1, nil, nil))
    #expect(try known.adding(bounds(5, nil, 9)) == bounds(6, nil, 12))
    #expect(try known.adding(bounds(5, 6, nil)) == bounds(6, 8, nil))
    #expect(try known.adding(.zero) == known)
  }

  @Test func sumsReportOverflow() throws {
    #expect { try bounds(.max, nil, nil).adding(bounds(1, nil, nil)) } throws: { error in
      (error as? MeasureError)?.code == .overflow
    }
    #expect(throws: MeasureError.self) { try bounds(0, nil, .max).adding(bounds(0, nil, 1)) }
    #expect(throws: MeasureError.self) { try bounds(0, .max, nil).adding(bounds(0, 1, nil)) }
  }

  @Test func widenedContainsBoth() throws {
    let left = try bounds(10, 12, 15)
    #expect(try left.widened(by: bounds(8, 9, 11)) == bounds(8, 12, 15))
    #expect(try left.widened(by: bounds(13, 14, 20)) == bounds(10, 12, 20))
    #expect(try left.widened(by: .unknown) == bounds(0, 12, nil))
    #expect(try Bounds<UInt128>.unknown.widened(by: left) == bounds(0, 12, nil))
  }

  @Test func overlap() throws {
    let left = try bounds(10, nil, 15)
    #expect(try left.overlaps(bounds(15, nil, 20)))
    #expect(try !left.overlaps(bounds(16, nil, 20)))
    #expect(try !left.overlaps(bounds(1, nil, 9)))
    #expect(try left.overlaps(bounds(1, nil, nil)))
    #expect(try !left.overlaps(bounds(16, nil, nil)))
    #expect(left.overlaps(.unknown))
  }

  /// Low down, high up, best half to even.
  @Test func roundOutwards() throws {
    let half = try Ratio(5, over: 2)
    #expect(try Bounds(low: half, best: half, high: half).rounded() == bounds(2, 2, 3))
    let next = try Ratio(7, over: 2)
    #expect(try Bounds(low: next, best: next, high: nil).rounded() == bounds(3, 4, nil))
    #expect(try Bounds<Ratio>.unknown.rounded() == .unknown)
    #expect(try bounds(1, nil, 3).ratios == Bounds(low: Ratio(1), best: nil, high: Ratio(3)))
  }
}
