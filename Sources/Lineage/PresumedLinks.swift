import Measures
import Records

/// Links that nobody stated but that are presumed: among activities of one environment, in time order,
/// except between two that have a declared relation or an accepted independence claim (A09).
enum PresumedLinks {
  struct Presumed {
    let source: GlobalID
    let target: GlobalID
  }

  /// Activities of a shared environment that may follow anything there: those without a first day, and all that may
  /// follow one that is not shown but must come after something, so that no one place in time is early enough for it.
  static func undated(_ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)]) -> Set<GlobalID>
  {
    let members = Set(environments(activities).values.filter { $0.count > 1 }.joined())
    var result = members.filter { id in
      activities[id]?.records.agreed("from") == nil
    }
    var before: Set<GlobalID>?
    for (id, activity) in activities
    where !activity.related.isEmpty && activity.records.contains(where: \.isWithheld) {
      before = before?.intersection(behind(id, activities)) ?? behind(id, activities)
      if before?.isEmpty == true { break }
    }
    if let before { result.formUnion(members.subtracting(before)) }
    return result
  }

  /// Everything that is stated to enter an activity, through all generations.
  private static func behind(
    _ id: GlobalID, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)]
  ) -> Set<GlobalID> {
    var found: Set<GlobalID> = []
    var queue = [id]
    while let next = queue.popLast() {
      for source in activities[next]?.related ?? [] where found.insert(source).inserted {
        queue.append(source)
      }
    }
    return found
  }

  /// The presumed links among `activities`. Where other presumed links bring the same, none is made: the last
  /// activity that one presumes to enter it brings all before that, but those from which that one is apart.
  static func of(
    _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)], _ facts: Facts,
    _ identity: Identity, _ table: Places
  ) -> [Presumed] {
    let environments = environments(activities).filter { $0.value.count > 1 }
    let members = Set(environments.values.joined())
    let apart = apart(members, activities, independent(activities, facts, identity, table))
    let times = places(members, activities)
    var result: [Presumed] = []
    for (_, members) in environments.sorted(by: { $0.key < $1.key }) {
      let order = members.sorted { times[$0] ?? 0 < times[$1] ?? 0 }
      let position = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      for (index, target) in order.enumerated() {
        let others = apart[target] ?? []
        guard let last = order[..<index].lastIndex(where: { !others.contains($0) }) else { continue }
        let missed = (apart[order[last]] ?? []).subtracting(others).compactMap { position[$0] }
        for source in missed.filter({ $0 < last }).sorted() + [last] {
          result.append(Presumed(source: order[source], target: target))
        }
      }
    }
    return result
  }

  /// The activities between which nothing is presumed: those with a stated relation or an accepted claim.
  private static func apart(
    _ members: Set<GlobalID>, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)],
    _ claims: Set<Set<GlobalID>>
  ) -> [GlobalID: Set<GlobalID>] {
    var apart: [GlobalID: Set<GlobalID>] = [:]
    func part(_ a: GlobalID, _ b: GlobalID) {
      apart[a, default: []].insert(b)
      apart[b, default: []].insert(a)
    }
    for member in members {
      for source in activities[member]?.related ?? [] where members.contains(source) { part(member, source) }
    }
    for claim in claims {
      let pair = Array(claim)
      if pair.count == 2 { part(pair[0], pair[1]) }
    }
    return apart
  }

  /// Places in time: by start, then by end, then by id, and everything that enters an activity before it. What
  /// is stated wins over dates that are missing, equal or contrary, so that nothing presumed closes a circle.
  private static func places(
    _ members: Set<GlobalID>, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)]
  ) -> [GlobalID: Int] {
    var starts: [GlobalID: Int64] = [:]
    func inTime(_ ids: Set<GlobalID>) -> [GlobalID] {
      ids.map { (key($0, activities, &starts), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    var places: [GlobalID: Int] = [:]
    var seen: Set<GlobalID> = []
    for member in inTime(members) where seen.insert(member).inserted {
      var path = [(id: member, sources: inTime(activities[member]?.related ?? [])[...])]
      while let source = path.last?.sources.first {
        path[path.count - 1].sources.removeFirst()
        if seen.insert(source).inserted {
          path.append((source, inTime(activities[source]?.related ?? [])[...]))
        }
        while let top = path.last, top.sources.isEmpty, path.count > 1 {
          places[top.id] = places.count
          path.removeLast()
        }
      }
      places[member] = places.count
    }
    return places
  }

  /// The members of each environment. What is withheld of an activity may be its environment, whoever recorded it:
  /// it may stand in each.
  private static func environments(
    _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)]
  ) -> [String: [GlobalID]] {
    var environments: [String: Set<GlobalID>] = [:]
    for (id, activity) in activities {
      for environment in Set(activity.records.compactMap(\.environment)) {
        environments[environment, default: []].insert(id)
      }
    }
    let hidden = activities.filter { $0.value.records.contains(where: \.isWithheld) }.keys
    return environments.mapValues { Array($0.union(hidden)) }
  }

  /// Pairs that a claim, reviewed by somebody else, says to be independent, by who may say so of either.
  private static func independent(
    _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)], _ facts: Facts,
    _ identity: Identity, _ table: Places
  ) -> Set<Set<GlobalID>> {
    Set(
      facts.records(of: "independence-claim").filter(isReviewed).compactMap { claim in
        let pair = Set(claim.references("between").map(identity.callAsFunction))
        let isHeard = pair.contains { id in
          Claimants.speaks(claim, for: id, activities[id]?.records ?? [], facts, identity, table)
        }
        return isHeard ? pair : nil
      })
  }

  /// Whether a person other than its author has reviewed the claim.
  static func isReviewed(_ claim: Record) -> Bool {
    guard !claim.isWithheld else { return false }
    let names = ["made-by", "reviewed-by"].map { field in
      (claim[field]?.text ?? "").seen.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return names[0] != names[1] && names.allSatisfy { !$0.isEmpty }
  }

  private static func key(
    _ id: GlobalID, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)],
    _ starts: inout [GlobalID: Int64]
  ) -> (Int64, Int, Int64, GlobalID) {
    let records = activities[id]?.records ?? []
    let to = records.agreed("to")?.last.milliseconds
    // Of those without a first day, what must come after something comes last.
    let isAfter = stated(id, activities) == nil && activities[id]?.related.isEmpty == false
    return (start(of: id, activities, &starts), isAfter ? 1 : 0, to ?? .max, id)
  }

  private static func stated(
    _ id: GlobalID, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)]
  ) -> Int64? {
    activities[id]?.records.agreed("from")?.first.milliseconds
  }

  /// When an activity starts: on its first day, or else when all has started that enters it, so that what is not shown
  /// draws nothing before its time.
  private static func start(
    of id: GlobalID, _ activities: [GlobalID: (records: [Record], related: Set<GlobalID>)],
    _ starts: inout [GlobalID: Int64]
  ) -> Int64 {
    var path = [id]
    while let top = path.last {
      if starts[top] != nil && starts[top] != .min {
        path.removeLast()
        continue
      }
      let sources = stated(top, activities) == nil ? activities[top]?.related ?? [] : []
      // Seen once: what enters it has its start by the second time, save in a circle.
      let open = starts[top] == nil ? sources.filter { starts[$0] == nil } : []
      if starts[top] == nil { starts[top] = .min }
      guard open.isEmpty else {
        path += open
        continue
      }
      starts[top] = stated(top, activities) ?? sources.compactMap { starts[$0] }.max() ?? .min
      path.removeLast()
    }
    return starts[id] ?? .min
  }
}
