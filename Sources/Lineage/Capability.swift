public import Measures
public import Records

extension Estimator {
  /// What the devices of a cluster can compute at `instant`: dense peaks at `precision`, or at the fastest that each
  /// supports (A14). There is no upper bound where the record does not say that these are all its devices, nor of an
  /// accelerator or a precision that the table lacks.
  public func capability(of cluster: Record, at instant: Instant, precision: String? = nil) -> Bounds<Ratio> {
    guard let devices = cluster["devices"]?.elements, !devices.isEmpty, !cluster.isWithheld else {
      return .unknown
    }
    var total = Ratio.zero
    var isKnown = cluster.isComplete("devices")
    for device in devices {
      guard case .chips(let count, let id)? = device["chips"] else { continue }
      let (from, to) = (device["from"]?.moment?.first, device["to"]?.moment?.last)
      if let from, instant < from { continue }
      if let to, to < instant { continue }
      let peaks = hardware.chips[id]?.peaks
      guard let peak = precision.map({ peaks?[$0] }) ?? peaks?.values.max(),
        let sum = try? total.adding(peak.multiplied(by: Ratio(count)))
      else {
        isKnown = false
        continue
      }
      total = sum
    }
    guard !isKnown else { return Bounds(exactly: total) }
    return (try? Bounds(low: total, best: nil, high: nil)) ?? .unknown
  }

  /// The most that the devices of a cluster could compute at any moment of a time; `nil`: no upper bound.
  public func greatestCapability(of cluster: Record, from: Instant?, to: Instant) -> Ratio? {
    let starts = (cluster["devices"]?.elements ?? []).map { $0["from"]?.moment?.first }
    let first = from ?? Instant(milliseconds: .min)
    var greatest: Ratio?
    for instant in [first] + starts.compactMap({ $0 }) where first <= instant && instant <= to {
      guard let most = capability(of: cluster, at: instant).high else { return nil }
      greatest = max(greatest ?? most, most)
    }
    return greatest
  }
}
