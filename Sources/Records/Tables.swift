public import Measures

/// A change of one row that a record causes. Stores apply it; nothing in it depends on the clock or on a
/// regime.
public enum RowChange: Sendable {
  /// The record is a revision of its id.
  case revision(Record)
  /// The record mentions another: `mention(of: model, by: rating)`.
  case mention(of: GlobalID, by: GlobalID)
}

/// Unfolds a record into row changes: a pure function, in time that depends on the record alone.
public enum Projection {
  /// The changes that `record` causes.
  public static func changes(_ record: Record) -> [RowChange] {
    let mentioned = Set(record.body.values.flatMap(\.references))
    return [.revision(record)] + mentioned.map { .mention(of: $0, by: record.id) }
  }
}

/// The tables in memory: every revision of every record, and who mentions whom.
public struct Tables: Sendable {
  private var revisions: [GlobalID: [Record]] = [:]
  private var mentions: [GlobalID: Set<GlobalID>] = [:]

  /// Empty tables.
  public init() {}

  /// The tables of `records`.
  public init(_ records: some Sequence<Record>) {
    for record in records { append(record) }
  }

  /// Adds a record.
  public mutating func append(_ record: Record) {
    for change in Projection.changes(record) {
      switch change {
      case .revision(let record):
        var list = revisions[record.id] ?? []
        list.insert(record, at: list.firstIndex { $0.revision > record.revision } ?? list.endIndex)
        revisions[record.id] = list
      case .mention(let id, let mentioner): mentions[id, default: []].insert(mentioner)
      }
    }
  }

  /// Every id, in order.
  public var ids: [GlobalID] { revisions.keys.sorted() }

  /// The facts that count at `asOf`, among what is known at `knownAt` (`nil`: everything here).
  public func facts(asOf: Instant, knownAt: Instant? = nil) -> Facts {
    let known = { (record: Record) in
      knownAt.map { limit in record.stated.map { $0.first <= limit } ?? true } ?? true
    }
    var current: [GlobalID: Record] = [:]
    var next: [GlobalID: Instant] = [:]
    var general: [GlobalID] = []
    var corrected: [GlobalID: [Record]] = [:]
    var history: [GlobalID: [Record]] = [:]
    var said: [Record] = []
    for (id, list) in revisions {
      var list = list.filter(known)
      if id.kind == "party" || id.kind == "same-as" { said += list }
      if list.contains(where: \.mayConcernAnything) { general.append(id) }
      for record in list {
        for boundary in [record.validFrom?.first, record.validTo?.last.next, record.said] + record.happens {
          if let boundary, boundary > asOf { next[id] = min(next[id] ?? boundary, boundary) }
        }
      }
      list.removeAll { $0.said.map { $0 > asOf } ?? false }
      if list.count > 1 {
        corrected[id] = list
        // What a correction replaced was never so.
        let replaced = Set(list.compactMap(\.replaces))
        if id.kind == "party" { history[id] = list.filter { !replaced.contains($0.revision) } }
      }
      current[id] = Self.inForce(list, at: asOf)
    }
    var withdrawn: [GlobalID: Record] = [:]
    for id in Self.withdrawn(in: current) {
      guard let gone = current.removeValue(forKey: id) else { continue }
      withdrawn[id] = gone
      // What it said of the world is unknown now, not absent.
      if Self.staysUnknown.contains(id.kind) {
        current[id] = gone.withheld
        if gone.withheld.mayConcernAnything { general.append(id) }
      }
    }
    let countersigned = Countersignatures(current, said: said)
    var uncorrected: [GlobalID: Record?] = [:]
    for (id, list) in corrected where withdrawn[id] == nil && id.kind != "withdrawal" {
      // A change is seen against what stood without those before it that nobody countersigned.
      let settled = list.reduce(into: [Record]()) { settled, record in
        let isOpen = record.replaces != nil || record.rewrites(settled, asOf: asOf)
        if !isOpen || countersigned.covers(record) { settled.append(record) }
      }
      let before = Self.inForce(settled, at: asOf)
      if before != current[id] { uncorrected[id] = .some(before) }
    }
    return Facts(
      asOf: asOf, knownAt: knownAt, current: current, withdrawn: withdrawn, mentions: mentions,
      nextChanges: next, general: general, uncorrected: uncorrected, history: history)
  }

  /// What of the revisions of one thing counts: nothing, the latest, or that it is unknown since it ended.
  private static func inForce(_ list: [Record], at asOf: Instant) -> Record? {
    guard let record = latest(list, at: asOf)?.sinceFirstSaid(in: list) else {
      return computed(list, by: asOf)
    }
    if record.validTo.map({ asOf <= $0.last }) ?? true { return record }
    return staysUnknown.contains(record.kind) ? record.withheld : nil
  }

  /// What the withdrawals that stand take away. One that was itself withdrawn takes nothing away any more; in a
  /// circle of withdrawals all stand, so that none restores anything.
  private static func withdrawn(in current: [GlobalID: Record]) -> Set<GlobalID> {
    var withdrawals: [GlobalID: [GlobalID]] = [:]
    for record in current.values where record.kind == "withdrawal" {
      // Only the issuer may withdraw what it said.
      guard let id = record.references("of").first, id.namespace == record.issuer else { continue }
      withdrawals[id, default: []].append(record.id)
    }
    // From the last of each chain on, those that no other one takes away; each is settled once.
    var standing: Set<GlobalID> = []
    let open = Set(withdrawals.values.joined())
    var waitsFor = withdrawals.mapValues(\.count)
    var settled = open.filter { waitsFor[$0] == nil }
    var queue = Array(settled)
    while let last = queue.popLast() {
      if standing.isDisjoint(with: withdrawals[last] ?? []) { standing.insert(last) }
      guard let next = current[last]?.references("of").first, let count = waitsFor[next] else { continue }
      waitsFor[next] = count - 1
      if count == 1, open.contains(next), settled.insert(next).inserted { queue.append(next) }
    }
    standing.formUnion(
      open.subtracting(settled).filter { standing.isDisjoint(with: withdrawals[$0] ?? []) })
    return Set(withdrawals.filter { !standing.isDisjoint(with: $0.value) }.keys)
  }

  /// What nobody had said yet of a computation that had begun, or may have: it counts by the day it happened. Where
  /// several revisions speak of it, what it was is not known.
  private static func computed(_ list: [Record], by asOf: Instant) -> Record? {
    let replaced = Set(list.compactMap(\.replaces))
    let said = list.filter { !replaced.contains($0.revision) && $0.mayHaveBegun(by: asOf) }
    return said.count == 1 ? said[0] : said.last?.withheld
  }

  /// Kinds that state the world: withdrawn or expired, they leave unknown what they said. Acts and claims just end.
  private static let staysUnknown: Set<String> = [
    "activity", "artifact", "cluster", "country", "deployment", "document", "incident", "party", "rating",
  ]

  /// The latest revision that has begun, where a correction stands in for what it replaces.
  private static func latest(_ list: [Record], at instant: Instant) -> Record? {
    if list.count < 2 {
      return list.first { $0.counts(from: $0.validFrom, at: instant) }
    }
    // A correction begins with what it replaces; a correction of a correction with the first.
    var starts: [Int: Moment?] = [:]
    // It stands where that stood: what changed later stays changed.
    var ranks: [Int: Int] = [:]
    for record in list {
      starts[record.revision] = .some(record.replaces.flatMap { starts[$0] } ?? record.validFrom)
      ranks[record.revision] = record.replaces.map { ranks[$0] ?? $0 } ?? record.revision
    }
    let replaced = Set(list.compactMap(\.replaces))
    let begun = list.filter { record in
      guard !replaced.contains(record.revision) else { return false }
      return record.counts(from: starts[record.revision] ?? nil, at: instant)
    }
    return begun.max { (ranks[$0.revision] ?? 0, $0.revision) < (ranks[$1.revision] ?? 0, $1.revision) }
  }
}
