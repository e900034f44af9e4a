public import Lineage
import Measures

/// A counting convention as a pack states it, with the parameter that gives its tolerance.
public struct CountingConventionSource: Hashable, Sendable {
  /// The convention, without its tolerance.
  public let convention: CountingConvention
  /// The parameter that gives the tolerance.
  public let tolerance: String?

  /// The convention with the tolerance of its pack.
  public func resolved(_ parameters: [String: Parameter]) -> CountingConvention {
    var copy = convention
    if let tolerance, case .quantity(let quantity)? = parameters[tolerance]?.content {
      copy.tolerance = quantity.value
    }
    return copy
  }
}
