/// Which corrections a second party signed beside their issuer: not one of the issuer's own namespace, nor one that
/// anybody says to be the same or under one control.
struct Countersignatures {
  private var signers: [Corrected: Set<String>] = [:]
  private let facts: [GlobalID: Record]
  /// What was said of parties before.
  private let history: [GlobalID: [Record]]
  /// For a name, those that anybody joins with it.
  private let joined: [GlobalID: [GlobalID]]

  private struct Corrected: Hashable {
    let id: GlobalID
    let revision: Int
  }

  init(_ facts: [GlobalID: Record], _ history: [GlobalID: [Record]]) {
    self.facts = facts
    self.history = history
    joined = facts.values.filter { $0.kind == "same-as" }.reduce(into: [:]) { joined, claim in
      let names = claim.references("names")
      for name in names { joined[name, default: []] += names }
    }
    for record in facts.values where record.kind == "countersignature" && !record.isWithheld {
      guard let id = record.references("of").first, case .integer(let revision)? = record["of-revision"]
      else { continue }
      signers[Corrected(id: id, revision: revision), default: []].insert(record.issuer)
    }
  }

  func covers(_ correction: Record) -> Bool {
    (signers[Corrected(id: correction.id, revision: correction.revision)] ?? []).contains {
      isSecond($0, to: correction.issuer)
    }
  }

  private func isSecond(_ signer: String, to issuer: String) -> Bool {
    guard signer != issuer else { return false }
    let parties = [GlobalID(signer, "party", signer), GlobalID(issuer, "party", issuer)]
    guard let known = facts[parties[0]], !known.isWithheld else { return false }
    // Whoever joins names, whenever they were affiliates.
    let houses = parties.map { party in
      House(of: party, { [facts[$0]].compactMap { $0 } + (history[$0] ?? []) }, joined: { joined[$0] ?? [] })
    }
    return houses.allSatisfy(\.isWhole) && houses[0].members.isDisjoint(with: houses[1].members)
  }
}
