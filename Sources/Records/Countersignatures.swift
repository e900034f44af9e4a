/// Which corrections a second party signed beside their issuer: not one of the issuer's own namespace, nor one that
/// anybody says, or ever said, to be the same or under one control. So none signs that it was let go.
struct Countersignatures {
  private var signers: [Corrected: Set<String>] = [:]
  private let facts: [GlobalID: Record]
  /// What parties say or said of themselves.
  private var parties: [GlobalID: [Record]] = [:]
  /// For a name, those that anybody joins or joined with it.
  private var joined: [GlobalID: [GlobalID]] = [:]

  private struct Corrected: Hashable {
    let id: GlobalID
    let revision: Int
  }

  /// `facts` are those that count, `said` every known revision of parties and joins.
  init(_ facts: [GlobalID: Record], said: [Record]) {
    self.facts = facts
    for record in said {
      let names = record.kind == "same-as" ? record.references("names") : []
      for name in names { joined[name, default: []] += names }
      if record.kind == "party" { parties[record.id, default: []].append(record) }
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
    guard let known = facts[GlobalID(signer, "party", signer)], !known.isWithheld else { return false }
    let houses = [signer, issuer].map { name in
      House(of: GlobalID(name, "party", name), { parties[$0] ?? [] }, joined: { joined[$0] ?? [] })
    }
    return houses.allSatisfy(\.isWhole) && houses[0].members.isDisjoint(with: houses[1].members)
  }
}
