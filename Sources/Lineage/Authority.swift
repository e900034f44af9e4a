package import Measures
package import Records

/// What a party is, by the roles that its record states, and where.
package enum Authority {
  /// Roles that speak with public authority.
  package static let roles: Set<String> = [
    "authority", "executive", "registry-agency", "agency", international, "court", "governor",
    "european-commission", "ai-office",
  ]
  /// A role that stands above places.
  package static let international = "international-agency"

  /// Whether the party of `namespace` has public authority over `party`, by the place of its seat.
  package static func isAuthority(
    _ namespace: String, over party: GlobalID?, _ facts: Facts, _ places: Places
  ) -> Verdict {
    holds(roles, namespace, over: party, facts, places)
  }

  /// Whether the party of `namespace` holds one of `roles` where `party` has its seat. A role without a place is not
  /// known to hold there, nor is any where the seat is not known; what a party is that is not shown, is not known.
  package static func holds(
    _ roles: Set<String>, _ namespace: String, over party: GlobalID?, _ facts: Facts, _ places: Places
  ) -> Verdict {
    guard let record = facts[GlobalID(namespace, "party", namespace)] else { return .fails }
    if record.isWithheld { return .cannotBeExcluded }
    let seat = party.flatMap { facts[$0]?["seat"]?.text }
    return .any(
      (record["roles"]?.elements ?? []).map { entry in
        guard let role = entry["role"]?.text, roles.contains(role), isCurrent(entry, facts.asOf) else {
          return .fails
        }
        guard let stated = entry["where"] else {
          return role == international ? .holds : .cannotBeExcluded
        }
        guard let seat else { return .cannotBeExcluded }
        return Verdict(stated.elements.contains { places.contains($0.text ?? "", seat, at: facts.asOf) })
      })
  }

  private static func isCurrent(_ entry: Value, _ instant: Instant) -> Bool {
    let (from, to) = (entry["from"]?.moment?.first, entry["to"]?.moment?.last)
    return (from.map { $0 <= instant } ?? true) && (to.map { instant <= $0 } ?? true)
  }
}
