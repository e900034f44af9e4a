import Measures

/// Compute so far, stated again and again while it grows.
extension Record {
  /// Whether the one estimate that it states is found as the one of `before` was, with no figure lower or firmer. Of
  /// several none grows alone: two that come closer agree on a best value where there was none.
  func computeOnlyGrew(since before: Record) -> Bool {
    guard let old = before["compute"]?.elements, let new = self["compute"]?.elements else { return false }
    return old.count == 1 && new.count == 1 && new[0].hasGrown(since: old[0])
  }
}

extension Value {
  /// Whether nothing in it is less than in `before`. Every formula of an estimate grows with each of its figures.
  fileprivate func hasGrown(since before: Value) -> Bool {
    switch (before, self) {
    case (.group(let old), .group(let new)):
      // A longer time may make up for a lower utilisation, which is an average.
      guard let (then, now) = Self.products(old, new), now.hasGrown(since: then) else { return false }
      return Set(old.keys).union(new.keys).subtracting(Self.factors + ["source", "confidence"]).allSatisfy {
        guard let old = old[$0], let new = new[$0], new.hasGrown(since: old) else { return false }
        return $0 != "value" || new.isPrintedAbove(old)
      }
    case (.list(let old), .list(let new)):
      return old.count == new.count && zip(old, new).allSatisfy { $1.hasGrown(since: $0) }
    case (.quantity(let old), .quantity(let new)):
      return old.dimension == new.dimension && old.value <= new.value
    case (.number(let old), .number(let new)): return new.hasGrown(since: old)
    case (.chips(let old, let kind), .chips(let new, let other)): return kind == other && old <= new
    default: return before == self
    }
  }

  /// Whether a figure is no less than another in the bounds that their last digits imply.
  private func isPrintedAbove(_ other: Value) -> Bool {
    guard let old = other.quantity?.printedBounds, let new = quantity?.printedBounds else { return false }
    return new.hasGrown(since: old)
  }

  private static let factors = ["hours", "days", "chip-hours", "utilisation"]

  /// What the factors of two estimates make, each of its own; `nil` where they are not the same ones.
  private static func products(
    _ old: [String: Value], _ new: [String: Value]
  ) -> (then: Bounds<Ratio>, now: Bounds<Ratio>)? {
    var (then, now) = (Bounds<Ratio>(exactly: .one), Bounds<Ratio>(exactly: .one))
    for name in factors where old[name] != nil || new[name] != nil {
      guard let a = old[name]?.number, let b = new[name]?.number,
        let less = try? then.multiplied(by: a), let more = try? now.multiplied(by: b)
      else { return nil }
      (then, now) = (less, more)
    }
    return (then, now)
  }
}

extension Bounds where Value == Ratio {
  /// Whether none of the three is less than in `before`, and none is there that was not.
  func hasGrown(since before: Bounds<Ratio>) -> Bool {
    let isHigher = high.map { high in before.high.map { $0 <= high } ?? false } ?? true
    return before.low <= low && isHigher && (before.best == nil) == (best == nil)
      && (before.best ?? .zero) <= (best ?? .zero)
  }
}
