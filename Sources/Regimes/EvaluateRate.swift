import Lineage
import Measures
import Records

extension Judge {
  /// The greatest rate at which a model is served: the sum over deployments at each moment, then the maximum.
  /// A deployment without a series has no upper bound; a model without deployments has no rate.
  func inferenceRate(of model: GlobalID, _ scope: Scope) -> Measured {
    var rate = known.rates[model] ?? statedRate(of: model)
    known.rates[model] = rate
    // Elsewhere than in the limb of a tier, which asks of deployments, an unknown rate has no upper bound.
    if supposes(scope, model) || deployments(of: model).isEmpty { rate.bounds = Self.open(rate.bounds) }
    return rate
  }

  private func statedRate(of model: GlobalID) -> Measured {
    var windows: [RateWindow] = []
    var capacities: [Ratio] = []
    var isOpen = false
    var uses: [FactUse] = []
    for deployment in deployments(of: model) {
      let serving = facts.records(of: "activity", mentioning: deployment.id)
      let series = serving.filter { $0["rate"] != nil }
      if series.isEmpty || serving.contains(where: \.isWithheld) {
        let capacity = capacity(of: deployment)
        if let capacity {
          capacities.append(capacity)
          uses.append(use(deployment, value: "capacity of its clusters, approximate"))
        } else {
          isOpen = true
          uses.append(use(deployment, value: "no rate"))
        }
      }
      for record in series {
        windows += (record["rate"]?.elements ?? []).compactMap(RateWindow.init)
        uses.append(use(record, value: "rate of \(deployment.id)"))
      }
    }
    var (greatest, isWhole) = RateWindow.greatest(windows)
    // A deployment without a series is at most what its clusters can compute.
    for capacity in capacities {
      let most = try? greatest.high?.adding(capacity)
      greatest = (try? Bounds(low: greatest.low, best: nil, high: most)) ?? .unknown
    }
    if isOpen || !isWhole { greatest = Self.open(greatest) }
    return Measured(bounds: greatest, dimension: .flopPerSecond, facts: uses)
  }

  private static func open(_ bounds: Bounds<Ratio>) -> Bounds<Ratio> {
    (try? Bounds(low: bounds.low, best: nil, high: nil)) ?? .unknown
  }

  /// What the clusters of a deployment can compute together, if all of them are known.
  private func capacity(of deployment: Record) -> Ratio? {
    guard deployment.isComplete("clusters"), !deployment.isWithheld else { return nil }
    var total = Ratio.zero
    for id in deployment.references("clusters") {
      guard let cluster = facts[id], let most = estimator.capability(of: cluster, at: asOf).high,
        let sum = try? total.adding(most)
      else { return nil }
      total = sum
    }
    return total
  }
}
