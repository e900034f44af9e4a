import Lineage
import Measures
import Records

/// A correction that opens a gate or ends a duty takes effect when a second party countersigns it.
extension Judge {
  /// How many are tried one by one. Each is a judgement of everything anew; of more all are one.
  static let correctionsTriedApart = 16

  /// The same question as if corrections had not been made that nobody countersigned: each of them, and all. `nil`
  /// where the facts before make no graph, and for those too many to be tried: what each does alone is not known, and
  /// nothing that they leave open passes.
  func judgesOfUncorrected() -> [(corrections: [GlobalID], judge: Judge?)] {
    let ids = facts.uncorrected.keys.sorted()
    guard !ids.isEmpty else { return [] }
    let areTooMany = ids.count > Self.correctionsTriedApart
    let groups = [ids] + (ids.count == 1 || areTooMany ? [] : ids.map { [$0] })
    let judges = groups.map { group -> (corrections: [GlobalID], judge: Judge?) in
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
    return judges + (areTooMany ? [(ids, nil)] : [])
  }

  /// The duties that only such a correction ended, as they were, and the corrections.
  func dutiesEnded(
    _ subject: GlobalID, _ pack: RegimePack, _ kept: [Obligation]
  ) -> (duties: [Obligation], by: [GlobalID]) {
    var (duties, ids): ([Obligation], Set<GlobalID>) = ([], [])
    for (corrections, judge) in corrections {
      // What cannot be tried may have ended a duty, and the determination says so.
      guard let judge else {
        ids.formUnion(corrections)
        continue
      }
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
    let message =
      ids.count > Judge.correctionsTriedApart
      ? Phrase.correctionsAsOne.with(.count(ids.count))
      : Phrase.openedByCorrection.with(.code(names.joined(separator: ", ")))
    return Finding("opened-by-correction", message, about: names)
  }
}
