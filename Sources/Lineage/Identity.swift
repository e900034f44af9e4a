import Measures
package import Records

/// Which names are one thing: `same-as` said by the owner of either name or by an authority.
package struct Identity: Sendable {
  private var parent: [GlobalID: GlobalID] = [:]

  /// Joins the names in `facts`. Two artifacts that are one thing and each have one producer have one
  /// producer between them: their estimates stand side by side and count once.
  package init(_ facts: Facts) {
    for claim in facts.records(of: "same-as") {
      let names = claim.references("names")
      guard names.count == 2, names[0].kind == names[1].kind else { continue }
      let isOwner = names.contains { $0.namespace == claim.issuer }
      guard isOwner || Authority.isAuthority(claim.issuer, facts) else { continue }
      join(names[0], names[1])
      guard names[0].kind == "artifact" else { continue }
      let producers = names.map { name in
        facts.records(of: "activity", mentioning: name).filter { $0.references("produces").contains(name) }
      }
      if producers.allSatisfy({ $0.count == 1 }) { join(producers[0][0].id, producers[1][0].id) }
    }
  }

  /// The first of the joined names.
  package func callAsFunction(_ id: GlobalID) -> GlobalID {
    var root = id
    while let next = parent[root] { root = next }
    return root
  }

  private mutating func join(_ a: GlobalID, _ b: GlobalID) {
    let (left, right) = (self(a), self(b))
    guard left != right else { return }
    parent[max(left, right)] = min(left, right)
  }
}

/// What a party is, by the roles that its record states.
package enum Authority {
  /// Roles that speak with public authority.
  package static let roles: Set<String> = [
    "authority", "executive", "registry-agency", "agency", "international-agency", "court", "governor",
    "european-commission", "ai-office",
  ]

  /// Whether the party of `namespace` holds a role of authority.
  package static func isAuthority(_ namespace: String, _ facts: Facts) -> Bool {
    held(by: namespace, facts).contains(where: roles.contains)
  }

  /// Whether the party of `namespace` holds `role`.
  package static func holds(_ role: String, _ namespace: String, _ facts: Facts) -> Bool {
    held(by: namespace, facts).contains(role)
  }

  private static func held(by namespace: String, _ facts: Facts) -> [String] {
    guard let party = facts[GlobalID(namespace, "party", namespace)] else { return [] }
    return (party["roles"]?.elements ?? []).compactMap { entry in
      let from = entry["from"]?.moment?.first
      let to = entry["to"]?.moment?.last
      let isCurrent = (from.map { $0 <= facts.asOf } ?? true) && (to.map { facts.asOf <= $0 } ?? true)
      return isCurrent ? entry["role"]?.text : nil
    }
  }
}
