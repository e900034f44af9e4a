package import Measures
package import Records

/// Which names are one thing: for each of the two its owner says so with `same-as`, or an authority of the place of that
/// owner. A name of the public record has no owner, and the one who did the computation speaks for it. What is said for
/// one of them alone counts for that one, and leaves the other as it is.
package struct Identity: Sendable {
  private var parent: [GlobalID: GlobalID] = [:]
  /// For a thing, what its owner alone says to be the same thing.
  private var claimed: [GlobalID: Set<GlobalID>] = [:]
  /// Of pairs that are joined for one of the two alone, that one and the other.
  private(set) var halves: [(name: GlobalID, other: GlobalID)] = []
  /// Pairs that somebody joins who may be an authority: whether they are one thing is not known.
  private var unsure: Set<Set<GlobalID>> = []
  /// For the first of joined computations, what is said of them together.
  private var runs: [GlobalID: JoinedRun] = [:]
  /// Computations that their owner alone joins, and that are not known to be one: they stay two.
  private(set) var parted: [(names: [GlobalID], fields: [String])] = []
  /// Of joined models the computations, side by side, of which nothing says which are one.
  private(set) var severalRuns: [[[GlobalID]]] = []
  private var partedPairs: Set<Set<GlobalID>> = []

  /// Joins the names in `facts`. Two artifacts that are one thing and each have one producer have one producer between
  /// them: their estimates stand side by side and count once. Two parties make two computations one; their owner alone
  /// does so only where it shows.
  package init(_ facts: Facts, _ places: Places) {
    var speakers: [[GlobalID]: Set<String>] = [:]
    for claim in facts.records(of: "same-as") {
      let names = claim.references("names").sorted()
      guard names.count == 2, names[0].kind == names[1].kind else { continue }
      speakers[names, default: []].insert(claim.issuer)
    }
    // Parties first: of the public record only they who did it may speak. Computations last: by what they produce it
    // shows whether they are one.
    func rank(_ names: [GlobalID]) -> Int { ["party", "artifact"].firstIndex(of: names[0].kind) ?? 2 }
    let pairs = speakers.sorted { left, right in
      let (a, b) = (rank(left.key), rank(right.key))
      return a == b ? left.key.lexicographicallyPrecedes(right.key) : a < b
    }
    var runs: [(names: [GlobalID], isAgreed: Bool)] = []
    var doubtful: [[GlobalID]] = []
    for (names, issuers) in pairs {
      let spoken = names.map { speaks(for: $0, issuers, facts, places) }
      if spoken == [.holds, .holds] {
        let isAgreed = isAgreed(names, issuers, facts, places)
        if names[0].kind == "activity" {
          runs.append((names, isAgreed))
        } else {
          join(names[0], names[1])
          let sides = names.map { name in
            name.kind == "artifact" ? Self.producers(of: name, facts).compactMap { $0?.id } : []
          }
          if sides.allSatisfy({ $0.count == 1 }) {
            runs.append((sides.flatMap(\.self), isAgreed))
          } else if sides.allSatisfy({ !$0.isEmpty }) {
            severalRuns.append(sides)
          }
        }
      } else {
        if spoken.contains(.cannotBeExcluded) { doubtful.append(names) }
        for (name, other) in [(0, 1), (1, 0)] where spoken[name] == .holds {
          halves.append((names[name], names[other]))
        }
      }
    }
    for run in runs { joinRuns(run.names, facts, isAgreed: run.isAgreed) }
    for name in parent.keys { parent[name] = self(name) }
    // Once it is settled which names are one.
    for (name, other) in halves { claimed[self(name), default: []].insert(self(other)) }
    parted = parted.filter { self($0.names[0]) != self($0.names[1]) }
    severalRuns = severalRuns.filter { sides in
      Set(sides[0].map(callAsFunction)).isDisjoint(with: sides[1].map(callAsFunction))
    }
    partedPairs = Set(parted.map { Set($0.names.map(callAsFunction)) })
    unsure = Set(doubtful.map { Set($0.map(callAsFunction)) })
  }

  /// Whether one of `issuers` speaks for a name: its owner, or an authority of the owner's place.
  private func speaks(
    for name: GlobalID, _ issuers: Set<String>, _ facts: Facts, _ places: Places
  ) -> Verdict {
    if name.namespace != RecordReader.publicNamespace, issuers.contains(name.namespace) { return .holds }
    let owners = owners(of: name, facts)
    return .any(
      issuers.map { issuer in
        // A party may say which name of the public record is its own.
        if name.kind == "party", name.namespace == RecordReader.publicNamespace { return .holds }
        if isOwner(issuer, of: name, owners) { return .holds }
        return .all(
          owners.isEmpty
            ? [Authority.isAuthority(issuer, over: nil, facts, places)]
            : owners.map { Authority.isAuthority(issuer, over: $0, facts, places) })
      })
  }

  /// Whether two parties say that two names are one thing, or one that is not the owner of both.
  private func isAgreed(
    _ names: [GlobalID], _ issuers: Set<String>, _ facts: Facts, _ places: Places
  ) -> Bool {
    let heard = issuers.filter { issuer in
      names.contains { speaks(for: $0, [issuer], facts, places) == .holds }
    }
    return heard.count > 1
      || heard.contains { issuer in names.contains { !isOwner(issuer, of: $0, owners(of: $0, facts)) } }
  }

  private func isOwner(_ issuer: String, of name: GlobalID, _ owners: [GlobalID?]) -> Bool {
    guard name.namespace == RecordReader.publicNamespace else { return issuer == name.namespace }
    let party = self(GlobalID(issuer, "party", issuer))
    return !owners.isEmpty && owners.allSatisfy { $0.map { self($0) == party } ?? false }
  }

  /// Whose a thing is: the party of its namespace; of the public record, who did the computation.
  private func owners(of name: GlobalID, _ facts: Facts) -> [GlobalID?] {
    guard name.namespace == RecordReader.publicNamespace else {
      return [GlobalID(name.namespace, "party", name.namespace)]
    }
    return (name.kind == "activity" ? [facts[name]] : Self.producers(of: name, facts)).map {
      $0?["by"]?.reference
    }
  }

  private static func producers(of artifact: GlobalID, _ facts: Facts) -> [Record?] {
    facts.records(of: "activity", mentioning: artifact).filter {
      $0.references("produces").contains(artifact)
    }
  }

  private mutating func joinRuns(_ names: [GlobalID], _ facts: Facts, isAgreed: Bool) {
    let roots = names.map(callAsFunction)
    guard roots[0] != roots[1] else { return }
    var said = zip(names, roots).map { name, root in runs[root] ?? JoinedRun(name, facts, self) }
    let differences = isAgreed ? [] : said[0].differences(said[1])
    guard differences.isEmpty else { return parted.append((names.sorted(), differences)) }
    join(names[0], names[1])
    said[0].join(said[1])
    runs[self(names[0])] = said[0]
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
      for other in claimed[next] ?? [] where found.insert(other).inserted { queue.append(other) }
    }
    return found.subtracting([self(id)])
  }

  /// Things of a kind of which an owner alone says that they are something else too.
  package func claimants(of kind: String) -> Set<GlobalID> {
    Set(claimed.keys.filter { $0.kind == kind })
  }

  /// Computations, side by side, that are not known to be others.
  var doubles: [[[GlobalID]]] { parted.map { $0.names.map { [$0] } } + severalRuns }

  /// Whether one side alone joins anything.
  var hasHalves: Bool { !halves.isEmpty }

  /// Things of which it is not known whether they are something else too.
  package var unsureThings: Set<GlobalID> { Set(unsure.joined()) }

  /// Whether two names are one thing.
  package func areSame(_ a: GlobalID, _ b: GlobalID) -> Verdict {
    let (left, right) = (self(a), self(b))
    if left == right { return .holds }
    let mayBe =
      alsoCalled(a).contains(right) || alsoCalled(b).contains(left)
      || unsure.contains([left, right]) || partedPairs.contains([left, right])
    return mayBe ? .cannotBeExcluded : .fails
  }
}
