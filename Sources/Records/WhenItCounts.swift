import Measures

extension Record {
  /// When an act was said, or a claim that takes something away: before that it is none, whatever time it is for.
  var said: Instant? {
    Kinds.named(kind)?.isAct == true || Self.freeingClaims.contains(kind) ? stated?.first : nil
  }

  private static let freeingClaims: Set<String> = [
    "countersignature", "human-break", "discard", "independence-claim",
  ]

  /// An order that is said again with the same decision, and did not end before, stands since it was first said.
  func sinceFirstSaid(in list: [Record]) -> Record {
    guard Kinds.orders.contains(kind), replaces == nil else { return self }
    let replaced = Set(list.compactMap(\.replaces))
    var first = validFrom
    for earlier in list.reversed() where earlier.revision < revision && !replaced.contains(earlier.revision) {
      let hasEnded = earlier.validTo.map { end in first.map { end.last.next < $0.first } ?? false } ?? false
      guard !earlier.isWithheld, !hasEnded, earlier["decision"] == self["decision"] else { break }
      first = earlier.validFrom
    }
    guard first != validFrom else { return self }
    return Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: first, validTo: validTo,
      stated: stated, replaces: replaces, because: because, isWithheld: isWithheld, body: body, mark: mark)
  }

  /// Whether what it says counts at `instant`, where it is valid from `start`: of a computation that was over also what
  /// was said of it later.
  func counts(from start: Moment?, at instant: Instant) -> Bool {
    guard let start, instant < start.first else { return true }
    guard kind == "activity", let to = self["to"]?.moment else { return false }
    return to.last < instant && self["state"]?.text ?? "done" == "done"
  }

  /// Whether the computation that it tells of may have begun by `instant`: nothing puts it after.
  func mayHaveBegun(by instant: Instant) -> Bool {
    guard kind == "activity" else { return false }
    return self["from"]?.moment.map { $0.first <= instant } ?? (self["state"]?.text != "planned")
  }

  /// When a computation begins and is over: then it counts at the latest.
  var happens: [Instant?] {
    kind == "activity" ? [self["from"]?.moment?.first, self["to"]?.moment?.last.next] : []
  }
}
