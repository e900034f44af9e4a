/// A number as it was written: its digits and the place of the last one.
///
/// `3.8e25` is 38 × 10²⁴: exact as an input of a formula, and good to half of its last digit when it
/// is a reported figure. Lost superscripts (`1025`, `10<sup>25</sup>`) stay what they are: the first is
/// the integer one thousand and twenty-five, the second is refused.
public struct Numeral: Hashable, Sendable {
  /// The digits as one integer.
  public let significand: UInt128
  /// The power of ten of the last digit.
  public let exponent: Int

  /// Creates `significand` × 10^`exponent`.
  public init(significand: UInt128, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// Reads `12`, `0.41`, `3.8e25` or `6.31E+08`. No sign before the digits, no spaces, no separators.
  /// - Throws: ``MeasureError`` (`notANumber`, `overflow`).
  public init(_ text: String) throws(MeasureError) {
    var significand: UInt128 = 0
    var fraction = 0
    var seenPoint = false
    var digits = 0
    var rest = Substring(text).utf8[...]
    while let byte = rest.first, byte == UInt8(ascii: ".") || (byte >= 0x30 && byte <= 0x39) {
      rest = rest.dropFirst()
      if byte == UInt8(ascii: ".") {
        guard !seenPoint, digits > 0 else { throw MeasureError(.notANumber, text) }
        seenPoint = true
      } else {
        significand = try significand.multiplying(10).adding(UInt128(byte - 0x30))
        digits += 1
        if seenPoint { fraction += 1 }
      }
    }
    guard digits > 0, !seenPoint || fraction > 0 else { throw MeasureError(.notANumber, text) }
    var power = 0
    if let mark = rest.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else {
        throw MeasureError(.notANumber, text)
      }
      var exponent = String(rest.dropFirst()) ?? ""
      let negative = exponent.hasPrefix("-")
      if negative || exponent.hasPrefix("+") { exponent.removeFirst() }
      guard !exponent.isEmpty, exponent.utf8.count <= 3,
        exponent.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(exponent)
      else { throw MeasureError(.notANumber, text) }
      power = negative ? -value : value
    }
    self.init(significand: significand, exponent: power - fraction)
  }

  /// The exact value.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func ratio() throws(MeasureError) -> Ratio {
    if significand == 0 { return .zero }
    if exponent >= 0 {
      return Ratio(try significand.multiplying(UInt128.powerOfTen(exponent)))
    }
    return try Ratio(significand, over: UInt128.powerOfTen(-exponent))
  }

  /// The value with half a unit of its last printed digit on each side.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func halfUnitBounds() throws(MeasureError) -> Bounds<Ratio> {
    let value = try ratio()
    let half =
      exponent >= 1
      ? Ratio(try UInt128.powerOfTen(exponent - 1).multiplying(5))
      : try Ratio(5, over: UInt128.powerOfTen(1 - exponent))
    return try Bounds(
      low: value.subtracting(half) ?? .zero, best: value, high: .some(value.adding(half)))
  }
}
