package import Measures
package import Records
package import Regimes

/// Duties that differ only in whom they are owed to.
package struct DutyGroup {
  /// One of them.
  package let first: Obligation
  /// To whom they are owed.
  package private(set) var recipients: [JSON]
  /// The adoptions by which they stand.
  private var adoptions: [GlobalID]
  /// Whether the same duty stands in another way beside it: by another adoption, with another clock.
  private var isOneOfSeveral = false

  /// What is owed comes first.
  static let order: [Obligation.State] = [.owed, .wouldOblige, .possible, .wouldBePossible, .deferred]

  /// The duties in their order.
  package static func groups(_ obligations: [Obligation]) -> [DutyGroup] {
    var groups: [DutyGroup] = []
    for item in obligations {
      if let index = groups.firstIndex(where: { $0.holds(item) }) {
        groups[index].add(item)
      } else {
        groups.append(DutyGroup(first: item, recipients: [item.to], adoptions: item.adoptions))
      }
    }
    for index in groups.indices {
      groups[index].isOneOfSeveral = groups.indices.contains {
        $0 != index && groups[$0].isSameDuty(groups[index].first)
      }
    }
    return groups
  }

  /// When they are due; where the same duty stands by several adoptions, by which of them so.
  package func due(_ language: Language) -> String {
    let due = DueWords(language, first.terms).text(first.duty.due)
    guard isOneOfSeveral, !adoptions.isEmpty else { return due }
    let names = adoptions.map { Message.Argument.code($0.description) }
    let list = Phrase.listed.with(.list(names.map { Phrase.listed.with($0) }))
    return Phrase.dueByAdoption.with(.code(due), .message(list)).text(language)
  }

  private func isSameDuty(_ item: Obligation) -> Bool {
    first.article == item.article && first.party == item.party && first.duty.isSame(as: item.duty)
  }

  private func holds(_ item: Obligation) -> Bool {
    isSameDuty(item) && first.state == item.state && first.deferredUntil == item.deferredUntil
      && first.terms == item.terms
  }

  private mutating func add(_ item: Obligation) {
    recipients.append(item.to)
    adoptions += item.adoptions.filter { !adoptions.contains($0) }
  }
}

extension Duty {
  /// Whether both are one but for the recipients.
  fileprivate func isSame(as other: Duty) -> Bool {
    duty == other.duty && by == other.by && due == other.due && content == other.content
      && fulfilledBy == other.fulfilledBy && unless == other.unless && citation == other.citation
  }
}
