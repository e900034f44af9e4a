public import Measures
public import Records

extension Estimator {
  /// What the devices of a cluster can compute at `instant`: dense peaks at `precision`, or at the fastest that each
  /// supports (A14). An accelerator or a precision that the table lacks has no upper bound; a cluster without devices
  /// on record neither.
  public func capability(of cluster: Record, at instant: Instant, precision: String? = nil) -> Bounds<Ratio> {
    guard let devices = cluster["devices"]?.elements, !devices.isEmpty, !cluster.isWithheld else {
      return .unknown
    }
    var total = Ratio.zero
    var isKnown = true
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
}
