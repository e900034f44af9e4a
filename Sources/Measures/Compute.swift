/// An amount of computation: an exact number of floating-point or integer operations (FLOP).
///
/// All operations count alike, whatever their precision (C(2025) 5045, annex, paragraph 125); one
/// multiply-add is two. Outside the program an amount is a string of decimal digits.
public struct Compute: Hashable, Sendable {
  /// The number of operations.
  public let flop: UInt128

  /// No computation.
  public static let zero = Compute(flop: 0)

  /// Creates an amount of `flop` operations.
  public init(flop: UInt128) { self.flop = flop }

  /// Reads a string of decimal digits, without sign and without leading zeros.
  /// - Throws: ``MeasureError`` (`notANumber`, `overflow`).
  public init(decimal text: String) throws(MeasureError) {
    flop = try UInt128(strictDecimal: text)
  }

  /// The sum of two amounts.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func adding(_ other: Compute) throws(MeasureError) -> Compute {
    Compute(flop: try flop.adding(other.flop))
  }
}

extension Compute: Comparable, CustomStringConvertible {
  /// Whether there is less computation on the left.
  public static func < (left: Compute, right: Compute) -> Bool { left.flop < right.flop }
  /// The number of operations in decimal digits.
  public var description: String { String(flop) }
}

extension UInt128 {
  /// Reads decimal digits only: no sign, no space, no leading zero.
  public init(strictDecimal text: String) throws(MeasureError) {
    let digits = text.utf8
    guard !digits.isEmpty, digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      throw MeasureError(.notANumber, text)
    }
    var value: UInt128 = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else {
        throw MeasureError(.notANumber, text)
      }
      value = try value.multiplying(10).adding(UInt128(digit - UInt8(ascii: "0")))
    }
    self = value
  }

  /// The sum, or the error `overflow`.
  public func adding(_ other: UInt128) throws(MeasureError) -> UInt128 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw MeasureError(.overflow, "\(self) + \(other)") }
    return sum
  }

  /// The product, or the error `overflow`.
  public func multiplying(_ other: UInt128) throws(MeasureError) -> UInt128 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    if overflow { throw MeasureError(.overflow, "\(self) × \(other)") }
    return product
  }

  /// Ten to the power `exponent`, or the error `overflow`.
  public static func powerOfTen(_ exponent: Int) throws(MeasureError) -> UInt128 {
    guard exponent >= 0, exponent <= 38 else { throw MeasureError(.overflow, "10^\(exponent)") }
    var value: UInt128 = 1
    for _ in 0..<exponent { value *= 10 }
    return value
  }
}
