/// What went wrong in exact arithmetic or in reading a figure.
///
/// The set of codes is open: later versions may add some.
public struct MeasureError: Error, Hashable, Sendable {
  /// The kind of failure.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable spelling of the code.
    public let rawValue: String
    /// Creates a code from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A result does not fit in 128 bits.
    public static let overflow = Code(rawValue: "overflow")
    /// A text is not a number in one of the accepted spellings.
    public static let notANumber = Code(rawValue: "not-a-number")
    /// A denominator is zero.
    public static let divisionByZero = Code(rawValue: "division-by-zero")
    /// Bounds are not ordered low, best, high.
    public static let unorderedBounds = Code(rawValue: "unordered-bounds")
    /// A text is not a date, or names a day that does not exist.
    public static let notADate = Code(rawValue: "not-a-date")
    /// A unit is not one that we know.
    public static let unknownUnit = Code(rawValue: "unknown-unit")
    /// An amount of money finer than the smallest unit of its currency.
    public static let fractionOfMinorUnit = Code(rawValue: "fraction-of-minor-unit")
  }

  /// The kind of failure.
  public let code: Code
  /// The text or the operation that failed.
  public let subject: String

  /// Creates an error about `subject`.
  public init(_ code: Code, _ subject: String) {
    self.code = code
    self.subject = subject
  }
}
