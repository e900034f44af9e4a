/// Which corrections a second party signed beside their issuer: not one of the issuer's own namespace, nor one that
/// anybody says, or ever said, to be the same or under one control. So none signs that it was let go.
struct Countersignatures {
  private var signers: [Corrected: Set<String>] = [:]
  private let facts: [GlobalID: Record]
  /// Names that anybody joins or joined.
  private let claims: [Set<GlobalID>]
  /// Whom a party calls or called its affiliates.
  private let affiliates: [GlobalID: [GlobalID]]

  private struct Corrected: Hashable {
    let id: GlobalID
    let revision: Int
  }

  /// `facts` are those that count, `said` every revision that is known.
  init(_ facts: [GlobalID: Record], said: some Sequence<Record>) {
    self.facts = facts
    var (claims, affiliates): ([Set<GlobalID>], [GlobalID: [GlobalID]]) = ([], [:])
    for record in said {
      switch record.kind {
      case "same-as": claims.append(Set(record.references("names")))
      case "party": affiliates[record.id, default: []] += record.references("affiliates")
      default: break
      }
    }
    (self.claims, self.affiliates) = (claims, affiliates)
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
    // Joined names reach each other by any chain of claims, whoever makes them.
    var reached = House.of(parties[0]) { affiliates[$0] ?? [] }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for names in claims where !reached.isDisjoint(with: names) && !names.isSubset(of: reached) {
        reached.formUnion(names)
        isGrowing = true
      }
    }
    return reached.isDisjoint(with: House.of(parties[1]) { affiliates[$0] ?? [] })
  }
}
