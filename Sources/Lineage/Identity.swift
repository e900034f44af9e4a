package import Measures
package import Records

/// Which names are one thing. Both owners say it with `same-as`, or an authority; a name of the public record has no
/// owner, and the one who did the computation speaks for it. What one owner alone says counts for that one's own
/// thing, and leaves the other's as it is.
package struct Identity: Sendable {
  private var parent: [GlobalID: GlobalID] = [:]
  /// For a name, what its owner alone says to be the same thing.
  private var claimed: [GlobalID: Set<GlobalID>] = [:]
  /// Pairs that somebody joins who may be an authority: whether they are one thing is not known.
  private var unsure: [[GlobalID]] = []

  /// Joins the names in `facts`. Two artifacts that are one thing and each have one producer have one
  /// producer between them: their estimates stand side by side and count once.
  package init(_ facts: Facts) {
    var speakers: [[GlobalID]: Set<String>] = [:]
    for claim in facts.records(of: "same-as") {
      let names = claim.references("names").sorted()
      guard names.count == 2, names[0].kind == names[1].kind else { continue }
      speakers[names, default: []].insert(claim.issuer)
    }
    // Parties first: of the public record only they who did it may speak.
    let pairs = speakers.sorted { left, right in
      let (a, b) = (left.key[0].kind == "party", right.key[0].kind == "party")
      return a == b ? left.key.lexicographicallyPrecedes(right.key) : a
    }
    for (names, issuers) in pairs {
      let isWhole =
        issuers.contains { Authority.isAuthority($0, facts) }
        || names.allSatisfy { speaks(for: $0, issuers, facts) }
      if isWhole {
        join(names, facts)
      } else {
        if issuers.contains(where: { Authority.mayBeAnything($0, facts) }) { unsure.append(names) }
        for (name, other) in [(names[0], names[1]), (names[1], names[0])]
        where issuers.contains(name.namespace) {
          claimed[name, default: []].insert(other)
        }
      }
    }
  }

  /// Whether one of `issuers` may speak for a name.
  private func speaks(for name: GlobalID, _ issuers: Set<String>, _ facts: Facts) -> Bool {
    guard name.namespace == RecordReader.publicNamespace else { return issuers.contains(name.namespace) }
    let actors = (name.kind == "activity" ? [facts[name]] : Self.producers(of: name, facts)).compactMap {
      $0?["by"]?.reference
    }
    return issuers.contains { issuer in
      actors.allSatisfy { self($0) == self(GlobalID(issuer, "party", issuer)) }
    }
  }

  private static func producers(of artifact: GlobalID, _ facts: Facts) -> [Record?] {
    facts.records(of: "activity", mentioning: artifact).filter {
      $0.references("produces").contains(artifact)
    }
  }

  private mutating func join(_ names: [GlobalID], _ facts: Facts) {
    join(names[0], names[1])
    guard names[0].kind == "artifact" else { return }
    let producers = names.map { Self.producers(of: $0, facts).compactMap { $0?.id } }
    if producers.allSatisfy({ $0.count == 1 }) { join(producers[0][0], producers[1][0]) }
  }

  private mutating func join(_ a: GlobalID, _ b: GlobalID) {
    let (left, right) = (self(a), self(b))
    guard left != right else { return }
    parent[max(left, right)] = min(left, right)
  }

  /// The first of the joined names.
  package func callAsFunction(_ id: GlobalID) -> GlobalID {
    var root = id
    while let next = parent[root] { root = next }
    return root
  }

  /// What the owners of a thing alone say to be the same, through all that those say in turn.
  package func alsoCalled(_ id: GlobalID) -> Set<GlobalID> {
    guard !claimed.isEmpty else { return [] }
    var found: Set<GlobalID> = []
    var queue = [self(id)]
    while let next = queue.popLast() {
      for (name, others) in claimed where self(name) == next {
        for other in others where found.insert(self(other)).inserted { queue.append(self(other)) }
      }
    }
    return found.subtracting([self(id)])
  }

  /// Things of a kind of which an owner alone says that they are something else too.
  package func claimants(of kind: String) -> Set<GlobalID> {
    Set(claimed.keys.filter { $0.kind == kind }.map(callAsFunction))
  }

  /// Things of which it is not known whether they are something else too.
  package var unsureThings: Set<GlobalID> { Set(unsure.joined().map(callAsFunction)) }

  /// Whether two names are one thing.
  package func areSame(_ a: GlobalID, _ b: GlobalID) -> Verdict {
    let (left, right) = (self(a), self(b))
    if left == right { return .holds }
    let mayBe =
      alsoCalled(a).contains(right) || alsoCalled(b).contains(left)
      || unsure.contains { Set($0.map(callAsFunction)) == [left, right] }
    return mayBe ? .cannotBeExcluded : .fails
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

  /// Whether what the party is, is not shown.
  package static func mayBeAnything(_ namespace: String, _ facts: Facts) -> Bool {
    facts[GlobalID(namespace, "party", namespace)]?.isWithheld == true
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
