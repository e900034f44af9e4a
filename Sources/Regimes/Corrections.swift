import Lineage
import Measures
import Records

/// A correction that opens a gate or ends a duty takes effect when a second party countersigns it.
extension Judge {
  /// How many corrections are tried in every combination: one that raises a figure may hide two that lower it.
  static let correctionsTried = 4

  /// The same question as if corrections that bear on `subject` and that nobody countersigned had not been made, in every
  /// combination. `nil` where that cannot be judged: the facts before make no graph, or there are too many.
  func judgesBefore(_ subject: GlobalID) -> [(corrections: [GlobalID], judge: Judge?)] {
    guard !facts.uncorrected.isEmpty else { return [] }
    if let known = known.uncorrected, known.subject == subject { return known.judges }
    let near = links.ids(behind: [subject]).union(linksBeforeCorrections.ids(behind: [subject]))
    let ids = facts.uncorrected.keys.filter(near.contains).sorted()
    var groups = [ids]
    if ids.count <= Self.correctionsTried {
      groups = (1..<1 << ids.count).reversed().map { mask in
        ids.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
      }
    }
    var made = groups.map { ($0, judge(without: $0)) }
    if ids.count > Self.correctionsTried { made.append((ids, nil)) }
    known.uncorrected = (subject, made)
    return made
  }

  private func judge(without corrections: [GlobalID]) -> Judge? {
    let before = facts.without(corrections: corrections)
    return (try? ComputeGraph(before, estimator: estimator, places: places)).map {
      Judge(
        facts: before, graph: $0, library: library, places: places, estimator: estimator, detail: detail)
    }
  }

  /// The duties that only such a correction ended, as they were, and the corrections.
  func dutiesEnded(
    _ subject: GlobalID, _ pack: RegimePack, _ kept: [Obligation]
  ) -> (duties: [Obligation], by: [GlobalID]) {
    var (duties, ids): ([Obligation], Set<GlobalID>) = ([], [])
    for (corrections, judge) in judgesBefore(subject) {
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
      ids.count > Judge.correctionsTried
      ? Phrase.correctionsAsOne.with(.count(ids.count))
      : Phrase.openedByCorrection.with(.code(names.joined(separator: ", ")))
    return Finding("opened-by-correction", message, about: names)
  }
}
