/// A speed of computation: an exact whole number of operations per second (FLOP/s).
public struct ComputeRate: Hashable, Sendable {
  /// Operations per second.
  public let flopPerSecond: UInt128

  /// Creates a rate of `flopPerSecond` operations per second.
  public init(flopPerSecond: UInt128) { self.flopPerSecond = flopPerSecond }

  /// The sum of two rates.
  /// - Throws: ``MeasureError`` (`overflow`).
  public func adding(_ other: ComputeRate) throws(MeasureError) -> ComputeRate {
    ComputeRate(flopPerSecond: try flopPerSecond.adding(other.flopPerSecond))
  }
}

extension ComputeRate: Comparable, CustomStringConvertible {
  /// Whether the rate on the left is slower.
  public static func < (left: ComputeRate, right: ComputeRate) -> Bool {
    left.flopPerSecond < right.flopPerSecond
  }
  /// The rate in decimal digits.
  public var description: String { String(flopPerSecond) }
}
