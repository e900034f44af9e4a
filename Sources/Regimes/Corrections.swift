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
    let graph = try? ComputeGraph(
      before, estimator: estimator, places: places, foreseenFrom: graph.today)
    return graph.map {
      Judge(
        facts: before, graph: $0, library: library, places: places, estimator: estimator, detail: detail)
    }
  }

  /// What is owed, kept and allowed, as it was before each such correction wherever that asked for more, and the
  /// corrections that would have eased it.
  func withoutEasing(_ subject: GlobalID, _ pack: RegimePack, _ now: Dues, under question: Question?) -> (
    dues: Dues, by: [GlobalID]
  ) {
    var (dues, ids) = (now, Set<GlobalID>())
    for (corrections, judge) in judgesBefore(subject) {
      let before = judge.map { $0.determine(subject, pack, under: question) }
      var kept = dues
      kept.obligations.keep(before?.obligations ?? dues.obligations.map(\.notDeferred))
      kept.retentions.keep(before?.retentions ?? [])
      kept.permissions.removeAll { before?.permissions.contains($0) != true }
      // What cannot be tried may have eased something, and the determination says so.
      if judge == nil || kept != dues { ids.formUnion(corrections) }
      dues = kept
    }
    return (dues, ids.sorted())
  }
}

/// What a regime makes of a subject.
struct Dues: Equatable {
  var obligations: [Obligation] = []
  var permissions: [Allowance] = []
  var retentions: [Keeping] = []

  /// The parameters by which they are reckoned.
  var parameters: Set<String> {
    Set(
      (obligations.flatMap(\.terms) + permissions.flatMap(\.terms)).map(\.name)
        + retentions.map(\.retention.period))
  }
}

/// A duty or a keeping, of which one may ask for more than another of the same.
private protocol Asking {
  func isSame(as other: Self) -> Bool
  func asksLess(than other: Self) -> Bool
}

extension Array where Element: Asking {
  /// Puts what asks for more in the place of the same that asks for less, and adds what is not there.
  fileprivate mutating func keep(_ before: [Element]) {
    for item in before {
      let same = indices.filter { self[$0].isSame(as: item) }
      if same.isEmpty {
        append(item)
      } else if same.allSatisfy({ self[$0].asksLess(than: item) }) {
        self[same[0]] = item
      }
    }
  }
}

extension Obligation: Asking {
  /// Whether both are one duty, however it stands.
  func isSame(as other: Obligation) -> Bool {
    article == other.article && duty == other.duty && to == other.to && party == other.party
  }

  fileprivate func asksLess(than other: Obligation) -> Bool {
    guard state == .deferred, other.state == .deferred else { return state.rank < other.state.rank }
    guard let mine = deferredUntil?.last, let theirs = other.deferredUntil?.last else { return false }
    return mine > theirs
  }

  /// The same as if nothing had put it off.
  fileprivate var notDeferred: Obligation {
    guard state == .deferred else { return self }
    return Obligation(
      article: article, duty: duty, to: to, party: party, state: .owed, deferredUntil: nil,
      terms: terms, adoptions: adoptions)
  }
}

extension Keeping: Asking {
  fileprivate func isSame(as other: Keeping) -> Bool {
    article == other.article && retention == other.retention && period == other.period && party == other.party
  }

  fileprivate func asksLess(than other: Keeping) -> Bool { state.rank < other.state.rank }
}

extension Obligation.State {
  /// From what asks for nothing to what asks for most.
  var rank: Int {
    switch self {
    case .wouldBePossible: 0
    case .wouldOblige: 1
    case .deferred: 2
    case .possible: 3
    case .owed: 4
    }
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
