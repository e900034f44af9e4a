import Lineage
import Measures
import Records

extension Judge {
  /// The greatest rate at which a model is served: the sum over deployments at each moment, then the maximum.
  /// A model without deployments has no rate.
  func inferenceRate(of model: GlobalID, _ reference: QuantityReference, _ scope: Scope) -> Measured {
    guard let name = reference.convention,
      convention(name, meantBy: scope.pack)?.measures == .inferenceRate
    else { return Measured(bounds: .unknown, dimension: .flopPerSecond) }
    let asked = Known.Rate(model: model, longest: longestWindow(name, scope))
    var rate = known.rates[asked] ?? statedRate(asked)
    known.rates[asked] = rate
    // Elsewhere than in the limb of a tier, which asks of deployments, an unknown rate has no upper bound.
    if supposes(scope, model) || ownDeployments(of: model).isEmpty { rate.bounds = Self.open(rate.bounds) }
    return rate
  }

  private func statedRate(_ asked: Known.Rate) -> Measured {
    let (windows, uses) = rateWindows(of: asked.model, longest: asked.longest)
    let (greatest, isWhole) = RateWindow.greatest(windows)
    return Measured(
      bounds: isWhole ? greatest : Self.open(greatest), dimension: .flopPerSecond, facts: uses)
  }

  private static func open(_ bounds: Bounds<Ratio>) -> Bounds<Ratio> {
    (try? Bounds(low: bounds.low, best: nil, high: nil)) ?? .unknown
  }
}
