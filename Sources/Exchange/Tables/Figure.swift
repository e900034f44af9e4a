import Measures

/// A number of a table, as it was meant: without the noise of binary fractions, and told apart from figures that only say
/// “just above”.
struct Figure {
  /// The number.
  let numeral: Numeral
  /// Whether it is of the style `1.0001e25`: a bound, not an estimate.
  let isJustAbove: Bool

  /// Reads `2400000000.0`, `9.504e+22`; `nil` if it is none.
  init?(_ text: String) {
    guard let read = try? Numeral(text) else { return nil }
    var (digits, exponent) = Self.stripped(String(read.significand), read.exponent)
    // From sixteen digits on the last ones are what a binary fraction made of the number.
    if digits.utf8.count > Self.trueDigits, let short = Self.rounded(digits, exponent),
      short.0.utf8.count <= 12
    {
      (digits, exponent) = short
    }
    guard let significand = UInt128(digits) else { return nil }
    numeral = Numeral(significand: significand, exponent: exponent)
    isJustAbove = Self.isJustAbove(digits)
  }

  private static let trueDigits = 15

  /// A few digits, three zeros or more, a one.
  private static func isJustAbove(_ digits: String) -> Bool {
    guard digits.hasSuffix("1"), digits.utf8.count <= trueDigits else { return false }
    return digits.dropLast().reversed().prefix { $0 == "0" }.count >= 3
  }

  private static func stripped(_ digits: String, _ exponent: Int) -> (String, Int) {
    let kept = digits.count - digits.reversed().prefix { $0 == "0" }.count
    guard kept > 0 else { return ("0", 0) }
    return (String(digits.prefix(kept)), exponent + digits.count - kept)
  }

  private static func rounded(_ digits: String, _ exponent: Int) -> (String, Int)? {
    let dropped = digits.utf8.count - trueDigits
    guard let scale = try? UInt128.powerOfTen(dropped), let value = UInt128(digits) else { return nil }
    return stripped(String((value + scale / 2) / scale), exponent + dropped)
  }

  var isZero: Bool { numeral.significand == 0 }

  /// The exact value, if it is not past what is read.
  var value: Ratio? { try? numeral.ratio() }

  /// The number as one writes it: `3.8e25`, `0.41`, `7000`.
  var text: String {
    let digits = String(numeral.significand)
    let exponent = numeral.exponent
    let magnitude = digits.utf8.count + exponent
    if (-3...6).contains(magnitude - 1) {
      if exponent >= 0 { return digits + String(repeating: "0", count: exponent) }
      let padded = String(repeating: "0", count: max(0, 1 - magnitude)) + digits
      return "\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
    }
    let rest = digits.dropFirst()
    return "\(digits.prefix(1))\(rest.isEmpty ? "" : ".")\(rest)e\(magnitude - 1)"
  }
}
