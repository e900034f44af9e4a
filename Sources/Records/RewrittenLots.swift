import Measures

/// Parts of a record that have days of their own, and figures that may become more.
extension Record {
  /// Whether everything in a list that may have begun by `latest` stands as it was: an end that had not passed may move,
  /// not to before that day; of accelerators there may be more. What confers something is new from that day only.
  func keepsLots(_ field: String, of before: Record, latest: Instant) -> Bool {
    var new = self[field]?.elements ?? []
    // The largest first, so that no smaller one takes the place of a larger one.
    for lot in (before[field]?.elements ?? []).sorted(by: { $0.count > $1.count }) {
      if let index = new.firstIndex(where: { $0.keeps(lot, latest: latest) }) {
        new.remove(at: index)
      } else if !lot.isToCome(after: latest) {
        return false
      }
    }
    return field != "roles" || new.allSatisfy { $0.isToCome(after: latest, orThen: true) }
  }

  /// Whether the slowest link is no slower; of one that is not known every link counts as fast.
  func keepsInterconnect(of before: Record) -> Bool {
    guard let new = self["interconnect"] else { return true }
    return before["interconnect"].map { new.isNoLess(than: $0) } ?? false
  }

  /// Whether a field says all that it said: a list has what it had, a figure is no less, and nothing is called whole
  /// that was not.
  func hasGrown(_ field: String, since before: Record) -> Bool {
    guard field != "complete" else { return Set(words(field)).isSubset(of: before.words(field)) }
    guard let old = before[field] else { return true }
    guard let new = self[field] else { return false }
    if case .list(let old) = old, case .list(let new) = new { return Set(old).isSubset(of: new) }
    return new.isNoLess(than: old)
  }
}

extension Value {
  fileprivate var count: UInt128 {
    if case .chips(let count, _)? = self["chips"] { count } else { 0 }
  }

  /// Whether it begins after `instant`, or then.
  fileprivate func isToCome(after instant: Instant, orThen: Bool = false) -> Bool {
    guard let from = self["from"]?.moment?.first else { return false }
    return instant < from || orThen && instant == from
  }

  /// Whether it says of a time what `lot` said, but for an end that had not passed.
  fileprivate func keeps(_ lot: Value, latest: Instant) -> Bool {
    guard case .group(let old) = lot, case .group(let new) = self else { return false }
    let isSame = Set(old.keys).union(new.keys).subtracting(["to"]).allSatisfy { name in
      guard let then = old[name], let now = new[name] else { return false }
      return then == now || name == "chips" && now.isNoLess(than: then)
    }
    guard isSame, old["to"] != new["to"] else { return isSame }
    return [old["to"], new["to"]].allSatisfy { end in
      guard let end = end?.moment?.last else { return end == nil }
      return latest <= end
    }
  }

  /// Whether a figure is no less than another of its sort.
  fileprivate func isNoLess(than other: Value) -> Bool {
    switch (other, self) {
    case (.quantity(let old), .quantity(let new)):
      old.dimension == new.dimension && old.value <= new.value
    case (.number(let old), .number(let new)): new.hasGrown(since: old)
    case (.chips(let old, let kind), .chips(let new, let other)): kind == other && old <= new
    default: self == other
    }
  }
}
