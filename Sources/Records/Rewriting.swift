import Measures

/// A change says what is new in the world. One that says otherwise of what has begun, or of what weights are, rewrites
/// what was said: it takes effect as a correction does.
extension Record {
  /// Whether, as the revision after those `earlier`, it rewrites what the last of them said, as far as is seen at `asOf`.
  func rewrites(_ earlier: [Record], asOf: Instant) -> Bool {
    guard let before = earlier.last, !before.isWithheld, let changed = Self.changedFields(before, self) else {
      return false
    }
    let then = said(by: asOf)
    switch kind {
    case "artifact":
      return !changed.isDisjoint(with: Self.fixedFields)
        && !(changed == ["digest"] && before["digest"] == nil)
    case "activity":
      // What was computed was computed, whenever that is said to have changed: it can only have become more.
      if changed.contains("compute"), before["compute"] != nil, !computeOnlyGrew(since: before) {
        return true
      }
      let grown = changed.filter { ["uses", "produces", "clusters"].contains($0) && keeps($0, of: before) }
      return before.hasBegun(by: then)
        && (!changed.subtracting(grown).subtracting(["to", "state", "budget", "rate", "compute"]).isEmpty
          || changed.contains("state") && (rank ?? 0) < (before.rank ?? 0)
          || changed.contains("to") && (before.isOver(by: then) || endsSooner(than: earlier))
          || changed.contains("budget") && self["budget"] == nil && !(latest.map(isDone) ?? false)
          || changed.contains("rate") && !keepsWindows(of: before, by: then))
    case "deployment":
      let grown = changed.filter { ["available-in", "clusters"].contains($0) && keeps($0, of: before) }
      return before.hasBegun(by: then)
        && (!changed.subtracting(grown).subtracting(["to"]).isEmpty
          || changed.contains("to") && (before.isOver(by: then) || endsSooner(than: earlier)))
    case "estimate":
      return !changed.subtracting(["compute"]).isEmpty || !computeOnlyGrew(since: before)
    case "rating":
      // One that says weak binds nobody: without it nothing opens.
      return before["is"]?.text == "strong" && !changed.isDisjoint(with: ["about", "axis", "is"])
    case "cluster":
      return !changed.isDisjoint(with: ["country", "custodian"])
        || !keepsLots("devices", of: before, latest: then) || !keepsInterconnect(of: before)
        || !keeps("chip-origin", of: before) || !Set(words("complete")).isSubset(of: before.words("complete"))
    case "party":
      return !keeps("affiliates", of: before) || !keepsLots("roles", of: before, latest: then)
    case "incident", "document", "revenue":
      return changed.contains { !hasGrown($0, since: before) }
    case "adoption":
      return changed.contains("by") || changed.contains("activation") && before.isActive(by: then)
    case "generality-assessment": return !changed.isDisjoint(with: ["about", "decision"])
    case "country": return changed.contains("code")
    case "same-as": return changed.contains("names")
    default: return false
    }
  }

  /// Whether a list has all that it had.
  private func keeps(_ field: String, of before: Record) -> Bool {
    Set(before[field]?.elements ?? []).isSubset(of: self[field]?.elements ?? [])
  }

  /// What new weights are needed for.
  private static let fixedFields: Set = [
    "type", "generates", "model-type", "parameters", "origin", "digest", "complete",
  ]

  /// The fields in which two revisions differ; `nil`: none.
  private static func changedFields(_ before: Record, _ after: Record) -> Set<String>? {
    let fields = Set(before.body.keys).union(after.body.keys).filter {
      before.body[$0] != after.body[$0] && !["name", "note", "sources"].contains($0)
    }
    return fields.isEmpty ? nil : fields
  }

  /// The last moment at which a revision may have been said or be valid from.
  private var latest: Instant? { [validFrom?.first, stated?.first].compactMap { $0 }.max() }

  /// The last moment at which a change may have been said: one that does not tell when, at `asOf`, whatever day it bears.
  private func said(by asOf: Instant) -> Instant {
    guard let latest else { return asOf }
    return stated == nil ? max(latest, asOf) : latest
  }

  /// Whether what it describes may have begun then. Without a date, only a plan has not.
  private func hasBegun(by then: Instant) -> Bool {
    guard let from = self["from"]?.moment?.first else {
      return self["state"]?.text != "planned"
    }
    return from <= then
  }

  /// Whether it was over then.
  private func isOver(by then: Instant) -> Bool { self["to"]?.moment.map { $0.last < then } ?? false }

  /// Whether it ends before a day on which an earlier revision still told of it.
  private func endsSooner(than earlier: [Record]) -> Bool {
    guard let to = self["to"]?.moment?.last, let told = earlier.compactMap(\.latest).max() else {
      return false
    }
    return to < told
  }

  /// Whether an adoption may have been in force then.
  private func isActive(by then: Instant) -> Bool {
    self["activation"]?.moment.map { $0.first <= then } ?? true
  }

  /// Planned, running, done.
  private var rank: Int? {
    self["state"]?.text.flatMap { ["planned", "running", "done"].firstIndex(of: $0) }
  }

  /// Whether every window of rates that had begun stands as it was.
  private func keepsWindows(of before: Record, by then: Instant) -> Bool {
    let kept = Set(self["rate"]?.elements ?? [])
    return (before["rate"]?.elements ?? []).allSatisfy { window in
      let isToCome = window["from"]?.moment.map { then < $0.first } ?? false
      return isToCome || kept.contains(window)
    }
  }
}
