import Lineage
import Measures
import Records

/// A correction that opens a gate or ends a duty takes effect when a second party countersigns it.
extension Judge {
  /// The same question as if corrections had not been made that nobody countersigned: each of them, and all. `nil`
  /// where the facts before make no graph.
  func judgesOfUncorrected() -> [(corrections: [GlobalID], judge: Judge?)] {
    let ids = facts.uncorrected.keys.sorted()
    guard !ids.isEmpty else { return [] }
    let groups = ids.count == 1 ? [ids] : [ids] + ids.map { [$0] }
    return groups.map { group in
      let before = facts.without(corrections: group)
      let graph = try? ComputeGraph(before, estimator: estimator, places: places)
      return (
        group,
        graph.map {
          Judge(
            facts: before, graph: $0, library: library, places: places, estimator: estimator, detail: detail)
        }
      )
    }
  }

  /// The duties that only such a correction ended, as they were, and the corrections.
  func dutiesEnded(
    _ subject: GlobalID, _ pack: RegimePack, _ kept: [Obligation]
  ) -> (duties: [Obligation], by: [GlobalID]) {
    var (duties, ids): ([Obligation], Set<GlobalID>) = ([], [])
    for (corrections, judge) in corrections {
      guard let judge else { continue }
      for duty in judge.determine(subject, pack).obligations
      where !(kept + duties).contains(where: { $0.isSameDuty(as: duty) }) {
        duties.append(duty)
        ids.formUnion(corrections)
      }
    }
    return (duties, ids.sorted())
  }
}

extension Obligation {
  /// Whether both are one duty, owed or possible.
  fileprivate func isSameDuty(as other: Obligation) -> Bool {
    article == other.article && duty == other.duty && to == other.to && party == other.party
  }
}

extension Finding {
  /// That corrections were left out which nobody countersigned.
  static func openedByCorrection(_ ids: [GlobalID]) -> Finding {
    let names = ids.map(\.description)
    return Finding(
      "opened-by-correction", Phrase.openedByCorrection.with(.code(names.joined(separator: ", "))),
      about: names)
  }
}
