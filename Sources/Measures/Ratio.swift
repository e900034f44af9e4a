/// An exact non-negative fraction of 128-bit integers, in lowest terms.
///
/// Formulas run in ratios and are rounded once, at the end: down for a low bound, up for a high one,
/// half to even for the best value.
public struct Ratio: Hashable, Sendable {
  /// Above the line.
  public let numerator: UInt128
  /// Below the line, never zero.
  public let denominator: UInt128

  /// Zero.
  public static let zero = Ratio(0)
  /// One.
  public static let one = Ratio(1)

  /// The whole number `value`.
  public init(_ value: UInt128) {
    numerator = value
    denominator = 1
  }

  /// `numerator` over `denominator`, reduced.
  /// - Throws: ``MeasureError`` (`divisionByZero`).
  public init(_ numerator: UInt128, over denominator: UInt128) throws(MeasureError) {
    guard denominator != 0 else { throw MeasureError(.divisionByZero, "\(numerator)/0") }
    let divisor = greatestCommonDivisor(numerator, denominator)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The product, reduced crosswise first so that only a result that does not fit overflows.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func multiplied(by other: Ratio) throws(MeasureError) -> Ratio {
    let left = greatestCommonDivisor(numerator, other.denominator)
    let right = greatestCommonDivisor(other.numerator, denominator)
    return try Ratio(
      (numerator / left).multiplying(other.numerator / right),
      over: (denominator / right).multiplying(other.denominator / left))
  }

  /// The quotient.
  /// - Throws: ``MeasureError`` (`overflow`, `divisionByZero`).
  public func divided(by other: Ratio) throws(MeasureError) -> Ratio {
    guard other.numerator != 0 else { throw MeasureError(.divisionByZero, "\(self)") }
    return try multiplied(by: Ratio(other.denominator, over: other.numerator))
  }

  /// The sum.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func adding(_ other: Ratio) throws(MeasureError) -> Ratio {
    if denominator == 1, other.denominator == 1 { return Ratio(try numerator.adding(other.numerator)) }
    return try combined(with: other) { left, right in
      let (low, carry) = left.low.addingReportingOverflow(right.low)
      let (sum, overflow) = left.high.addingReportingOverflow(right.high)
      let (high, past) = sum.addingReportingOverflow(carry ? 1 : 0)
      return overflow || past ? nil : (high, low)
    }
  }

  /// The difference, or `nil` when it would be negative.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func subtracting(_ other: Ratio) throws(MeasureError) -> Ratio? {
    guard self >= other else { return nil }
    return try combined(with: other) { left, right in
      let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
      return (left.high - right.high - (borrow ? 1 : 0), low)
    }
  }

  /// A number of 256 bits.
  private typealias Wide = (high: UInt128, low: UInt128.Magnitude)

  /// Both numerators over one denominator, combined in 256 bits and reduced before anything is narrowed, so that
  /// only a result that does not fit overflows.
  private func combined(
    with other: Ratio, _ combine: (Wide, Wide) -> Wide?
  ) throws(MeasureError) -> Ratio {
    let common = greatestCommonDivisor(denominator, other.denominator)
    let (mine, theirs) = (denominator / common, other.denominator / common)
    let overflow = MeasureError(.overflow, "\(self) ± \(other)")
    guard
      let wide = combine(
        numerator.multipliedFullWidth(by: theirs), other.numerator.multipliedFullWidth(by: mine))
    else { throw overflow }
    // What the sum shares with its denominator divides `common` (Knuth, volume 2, section 4.5.1).
    let rest = common.dividingFullWidth((wide.high % common, wide.low)).remainder
    let shared = greatestCommonDivisor(rest, common)
    guard wide.high < shared else { throw overflow }
    return try Ratio(
      shared.dividingFullWidth(wide).quotient, over: mine.multiplying(other.denominator / shared))
  }

  /// The nearest whole number in the given direction.
  public func rounded(_ rule: Rounding) -> UInt128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    switch rule {
    case .down: return quotient
    case .up: return remainder == 0 ? quotient : quotient + 1
    case .halfToEven:
      let rest = denominator - remainder
      if remainder < rest { return quotient }
      if remainder > rest { return quotient + 1 }
      return quotient.isMultiple(of: 2) ? quotient : quotient + 1
    }
  }

  /// How a fraction becomes a whole number.
  public enum Rounding: Sendable {
    /// Towards zero: for a low bound.
    case down
    /// Away from zero: for a high bound.
    case up
    /// To the nearest, ties to the even neighbour: for a best value.
    case halfToEven
  }
}

extension Ratio: Comparable, CustomStringConvertible {
  /// Compares by 256-bit cross products, which cannot overflow.
  public static func < (left: Ratio, right: Ratio) -> Bool {
    let first = left.numerator.multipliedFullWidth(by: right.denominator)
    let second = right.numerator.multipliedFullWidth(by: left.denominator)
    return (first.high, first.low) < (second.high, second.low)
  }

  /// The whole number, or `numerator/denominator`.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

/// The greatest common divisor; of zero and `b` it is `b`.
func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a == 0 ? 1 : a
}

/// The whole square root of `a` × `b`, a 256-bit product: the geometric mean rounded down, and the nearest and
/// the next whole number. The mean is never half way between two.
public func geometricMean(_ a: UInt128, _ b: UInt128) -> (down: UInt128, nearest: UInt128, up: UInt128) {
  let product = a.multipliedFullWidth(by: b)
  var root: UInt128 = 0
  for bit in stride(from: 127, through: 0, by: -1) {
    let candidate = root | (1 << UInt128(bit))
    let square = candidate.multipliedFullWidth(by: candidate)
    if (square.high, square.low) <= (product.high, product.low) { root = candidate }
  }
  let square = root.multipliedFullWidth(by: root)
  if (square.high, square.low) == (product.high, product.low) { return (root, root, root) }
  // (root + ½)² lies between root × (root + 1) and the next whole number.
  let half = root.multipliedFullWidth(by: root + 1)
  let isFar = (half.high, half.low) < (product.high, product.low)
  return (root, isFar ? root + 1 : root, root + 1)
}
