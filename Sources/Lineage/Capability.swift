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
    var total = Bounds(exactly: Ratio.zero)
    var isKnown = cluster.isComplete("devices")
    for device in devices {
      guard case .chips(let count, let id)? = device["chips"] else { continue }
      let (from, to) = (device["from"]?.moment?.first, device["to"]?.moment?.last)
      if let from, instant < from { continue }
      if let to, to < instant { continue }
      let chip = hardware[id]
      guard let peak = precision.map({ chip?.peaks[$0] }) ?? chip?.fastest,
        let sum = try? total.adding(peak.multiplied(by: Bounds(exactly: Ratio(count))))
      else {
        isKnown = false
        continue
      }
      total = sum
    }
    return isKnown ? total : Bounds(atLeast: total.low)
  }

  /// The most that the devices of a cluster could compute at any moment of a time; `nil`: no upper bound.
  public func greatestCapability(of cluster: Record, from: Instant?, to: Instant) -> Ratio? {
    let first = from ?? Instant(milliseconds: .min)
    guard let devices = cluster["devices"]?.elements, !devices.isEmpty, !cluster.isWithheld,
      cluster.isComplete("devices"), first <= to
    else { return nil }
    var (comes, goes): ([(at: Instant, rate: Ratio)], [(at: Instant, rate: Ratio)]) = ([], [])
    for device in devices {
      guard case .chips(let count, let id)? = device["chips"] else { continue }
      let begins = max(device["from"]?.moment?.first ?? first, first)
      let ends = device["to"]?.moment?.last
      guard begins <= to, ends.map({ begins <= $0 }) ?? true else { continue }
      guard let peak = hardware[id]?.fastest?.high,
        let rate = try? peak.multiplied(by: Ratio(count))
      else { return nil }
      comes.append((begins, rate))
      if let ends { goes.append((ends, rate)) }
    }
    comes.sort { $0.at < $1.at }
    goes.sort { $0.at < $1.at }
    var (total, greatest, gone) = (Ratio.zero, Ratio.zero, 0)
    for device in comes {
      while gone < goes.count, goes[gone].at < device.at {
        guard let left = try? total.subtracting(goes[gone].rate) else { return nil }
        total = left
        gone += 1
      }
      guard let sum = try? total.adding(device.rate) else { return nil }
      total = sum
      greatest = max(greatest, total)
    }
    return greatest
  }
}
