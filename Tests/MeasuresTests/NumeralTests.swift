import Measures
import Testing

@Suite struct NumeralTests {
  @Test(
    arguments: [
      ("12", 12, 0), ("0", 0, 0), ("007", 7, 0), ("0.41", 41, -2), ("1.50", 150, -2), ("3.8e25", 38, 24),
      ("6.31E+08", 631, 6), ("1e-7", 1, -7), ("405e9", 405, 9), ("1e25", 1, 25), ("1025", 1025, 0),
      ("0.4042", 4042, -4),
      ("340282366920938463463374607431768211455", UInt128.max, 0),
    ] as [(String, UInt128, Int)])
  func reads(_ text: String, _ significand: UInt128, _ exponent: Int) throws {
    #expect(try Numeral(text) == Numeral(significand: significand, exponent: exponent))
  }

  @Test(arguments: [
    "", " ", ".", ".5", "5.", "1.2.3", "e5", "1e", "1e+", "1e-", "1e--2", "1e2.5", "1e25 ", " 1", "+5", "-5",
    "1,5", "1 000", "1_000", "1'000", "0x10", "1f3", "NaN", "inf", "∞", "½", "10²⁵", "10<sup>25</sup>",
    "10^25", "１２", "१२", "1e٢", "1e1000", "3.8×10", "1/3", "1e\u{301}", "5\u{0}",
  ])
  func refuses(_ text: String) {
    #expect(throws: MeasureError(.notANumber, text)) { try Numeral(text) }
  }

  @Test func overflows() throws {
    #expect(throws: MeasureError.self) { try Numeral("340282366920938463463374607431768211456") }
    let past = try Numeral("1e39")
    #expect(throws: MeasureError(.overflow, "10^39")) { try past.ratio() }
    #expect(throws: MeasureError.self) { try Numeral("4e38").ratio() }
    #expect(try Numeral("1e38").ratio() == Ratio(UInt128.powerOfTen(38)))
    #expect(try Numeral("1e-38").ratio() == Ratio(1, over: UInt128.powerOfTen(38)))
    #expect(throws: MeasureError.self) { try Numeral("1e-39").ratio() }
    #expect(try Numeral("0e999").ratio() == .zero)
  }

  /// Half a unit of the last printed digit on each side.
  @Test(arguments: [
    ("3.8e25", "3.75e25", "3.85e25"), ("4e25", "3.5e25", "4.5e25"), ("12", "11.5", "12.5"),
    ("0.41", "0.405", "0.415"), ("0.410", "0.4095", "0.4105"), ("1e1", "5", "15"), ("1.0e1", "9.5", "10.5"),
    ("6.31E+08", "6.305e8", "6.315e8"), ("1e-7", "0.5e-7", "1.5e-7"), ("0", "0", "0.5"),
    ("0.0", "0", "0.05"),
  ])
  func isGoodToHalfItsLastDigit(_ text: String, _ low: String, _ high: String) throws {
    let bounds = try Numeral(text).halfUnitBounds()
    #expect(try bounds == Bounds(low: ratio(low), best: ratio(text), high: ratio(high)))
  }

  private func ratio(_ text: String) throws -> Ratio { try Numeral(text).ratio() }

  @Test(arguments: ["0", "7", "10", "340282366920938463463374607431768211455"])
  func strictDecimalReads(_ text: String) throws {
    #expect(try UInt128(strictDecimal: text).description == text)
    #expect(try Compute(decimal: text).description == text)
  }

  /// What `UInt128(_:)` of the standard library accepts and a signed figure must not.
  @Test(arguments: ["", "+5", "-0", "007", "00", "1e3", "1.0", " 1", "1 ", "٣"])
  func strictDecimalRefuses(_ text: String) {
    #expect(throws: MeasureError(.notANumber, text)) { try UInt128(strictDecimal: text) }
  }

  @Test func sumsOfComputeReportOverflow() throws {
    #expect(try Compute(flop: 2).adding(Compute(flop: 3)) == Compute(flop: 5))
    #expect(throws: MeasureError.self) { try Compute(flop: .max).adding(Compute(flop: 1)) }
    #expect(Compute.zero < Compute(flop: 1))
    let rate = ComputeRate(flopPerSecond: 4)
    #expect(try rate.adding(rate) == ComputeRate(flopPerSecond: 8))
    #expect(throws: MeasureError.self) { try ComputeRate(flopPerSecond: .max).adding(rate) }
  }
}
