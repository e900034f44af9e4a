/// What is known of a quantity: at least `low`, best estimate `best`, at most `high`.
///
/// `best` may be missing, and `high` may be missing: then there is no upper bound. Nothing known at
/// all is `[0, -, unbounded]`.
public struct Bounds<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// The quantity is at least this.
  public let low: Value
  /// The best single value, if there is one.
  public let best: Value?
  /// The quantity is at most this; `nil` means no upper bound.
  public let high: Value?

  /// Creates ordered bounds.
  /// - Throws: ``MeasureError`` (`unorderedBounds`).
  public init(low: Value, best: Value?, high: Value?) throws(MeasureError) {
    let ordered = (best.map { low <= $0 } ?? true) && (high.map { (best ?? low) <= $0 } ?? true)
    guard ordered else {
      throw MeasureError(
        .unorderedBounds,
        "[\(low), \(best.map { "\($0)" } ?? "-"), \(high.map { "\($0)" } ?? "-")]")
    }
    self.low = low
    self.best = best
    self.high = high
  }

  /// A value known exactly.
  public init(exactly value: Value) {
    low = value
    best = value
    high = value
  }

  /// A value of which only what it is at least is known.
  package init(atLeast value: Value) { self.init(unchecked: value, nil, nil) }

  private init(unchecked low: Value, _ best: Value?, _ high: Value?) {
    self.low = low
    self.best = best
    self.high = high
  }

  /// The same bounds of `transform`ed values; the caller's transforms keep the order.
  package func map<Result>(
    low: (Value) throws(MeasureError) -> Result, best: (Value) throws(MeasureError) -> Result,
    high: (Value) throws(MeasureError) -> Result
  ) throws(MeasureError) -> Bounds<Result> {
    // A plain `map` of an optional loses the typed error.
    let lowResult = try low(self.low)
    var bestResult: Result?
    if let value = self.best { bestResult = try best(value) }
    var highResult: Result?
    if let value = self.high { highResult = try high(value) }
    return try Bounds<Result>(low: lowResult, best: bestResult, high: highResult)
  }

  /// The bounds that contain both, keeping this best value (or the other's if there is none here).
  public func widened(by other: Bounds) -> Bounds {
    let low = min(self.low, other.low)
    var high: Value?
    if let mine = self.high, let theirs = other.high { high = max(mine, theirs) }
    return Bounds(unchecked: low, best ?? other.best, high)
  }

  /// Whether some value lies inside both.
  public func overlaps(_ other: Bounds) -> Bool {
    (high.map { other.low <= $0 } ?? true) && (other.high.map { low <= $0 } ?? true)
  }
}

extension Bounds where Value == Ratio {
  /// Nothing known.
  public static var unknown: Bounds { Bounds(unchecked: .zero, nil, nil) }

  /// Whole numbers: low rounded down, high up, best half to even.
  /// - Throws: never in practice: rounding keeps the order.
  public func rounded() throws(MeasureError) -> Bounds<UInt128> {
    try map(
      low: { value throws(MeasureError) in value.rounded(.down) },
      best: { value throws(MeasureError) in value.rounded(.halfToEven) },
      high: { value throws(MeasureError) in value.rounded(.up) })
  }

  /// The product of two bounds of quantities that are not negative.
  package func multiplied(by other: Bounds<Ratio>) throws(MeasureError) -> Bounds<Ratio> {
    var best: Ratio?
    if let mine = self.best, let theirs = other.best { best = try mine.multiplied(by: theirs) }
    var high: Ratio?
    if let mine = self.high, let theirs = other.high { high = try mine.multiplied(by: theirs) }
    return try Bounds(low: low.multiplied(by: other.low), best: best, high: high)
  }

  /// The sum of two bounds.
  package func adding(_ other: Bounds<Ratio>) throws(MeasureError) -> Bounds<Ratio> {
    var best: Ratio?
    if let mine = self.best, let theirs = other.best { best = try mine.adding(theirs) }
    var high: Ratio?
    if let mine = self.high, let theirs = other.high { high = try mine.adding(theirs) }
    return try Bounds(low: low.adding(other.low), best: best, high: high)
  }
}

extension Bounds where Value == UInt128 {
  /// Nothing known.
  public static var unknown: Bounds { Bounds(unchecked: 0, nil, nil) }
  /// Exactly nothing.
  public static var zero: Bounds { Bounds(exactly: 0) }

  /// The sum. No upper bound absorbs; a missing best value makes the sum's best missing.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func adding(_ other: Bounds) throws(MeasureError) -> Bounds {
    var bestSum: UInt128?
    if let mine = best, let theirs = other.best { bestSum = try mine.adding(theirs) }
    var highSum: UInt128?
    if let mine = high, let theirs = other.high { highSum = try mine.adding(theirs) }
    return Bounds(unchecked: try low.adding(other.low), bestSum, highSum)
  }

  /// The same bounds as exact fractions.
  public var ratios: Bounds<Ratio> {
    Bounds<Ratio>(unchecked: Ratio(low), best.map { Ratio($0) }, high.map { Ratio($0) })
  }
}
