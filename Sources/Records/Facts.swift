public import Measures

/// The facts that count at one as-of date among what is known: for each id its record in force.
public struct Facts: Sendable {
  /// What was true when.
  public let asOf: Instant
  /// Known by when; `nil`: everything here.
  public let knownAt: Instant?
  /// For each id the next instant at which a validity begins or ends, of any of its revisions.
  private var nextChanges: [GlobalID: Instant]
  /// Records that were withdrawn: what they said is unknown, not zero.
  public private(set) var withdrawn: [GlobalID: Record]

  /// What would count instead of corrections that nobody countersigned; `nil`: nothing.
  package private(set) var uncorrected: [GlobalID: Record?]

  /// Every revision of parties that have several.
  private var history: [GlobalID: [Record]]

  /// What may concern anything, what will begin later included.
  let general: [GlobalID]
  private var current: [GlobalID: Record]
  /// Who mentions each id, in order.
  private let mentions: [GlobalID: [GlobalID]]
  private var byKind: [String: [Record]]

  init(
    asOf: Instant, knownAt: Instant?, current: [GlobalID: Record], withdrawn: [GlobalID: Record],
    mentions: [GlobalID: Set<GlobalID>], nextChanges: [GlobalID: Instant],
    general: [GlobalID], uncorrected: [GlobalID: Record?], history: [GlobalID: [Record]]
  ) {
    self.history = history
    self.uncorrected = uncorrected
    self.asOf = asOf
    self.knownAt = knownAt
    self.current = current
    self.withdrawn = withdrawn
    self.mentions = mentions.mapValues { $0.sorted() }
    self.nextChanges = nextChanges
    byKind = Self.byKind(current)
    self.general = general
  }

  private static func byKind(_ records: [GlobalID: Record]) -> [String: [Record]] {
    Dictionary(grouping: records.values, by: \.id.kind).mapValues { list in list.sorted { $0.id < $1.id } }
  }

  /// The record of `id`, if it counts.
  public subscript(id: GlobalID) -> Record? { current[id] }

  /// What a party says of itself, and what it said at any time since `instant`, as far as is known.
  package func party(_ id: GlobalID, since instant: Instant?) -> [Record] {
    let earlier = history[id] ?? []
    // A revision that had followed by then had taken its place; of one without a first day that is not known.
    let last = earlier.lastIndex { record in
      instant.map { instant in record.validFrom.map { $0.last < instant } ?? false } ?? false
    }
    let since = last.map { earlier[$0...] } ?? earlier[...]
    return [current[id]].compactMap { $0 } + since
  }

  /// The records of a kind, by id.
  public func records(of kind: String) -> [Record] {
    byKind[kind] ?? []
  }

  /// The records of a kind that mention `id`, by id.
  public func records(of kind: String, mentioning id: GlobalID) -> [Record] {
    guard byKind[kind] != nil else { return [] }
    return mentioners(of: id).compactMap { $0.kind == kind ? current[$0] : nil }
  }

  /// Every record that mentions `id`, by id.
  public func records(mentioning id: GlobalID) -> [Record] {
    mentioners(of: id).compactMap { current[$0] }
  }

  /// Every record that counts, by id.
  public var all: [Record] { current.keys.sorted().compactMap { current[$0] } }

  /// The ids of the records that mention `id`, in order.
  func mentioners(of id: GlobalID) -> [GlobalID] { mentions[id] ?? [] }

  /// Every id that anything is known of.
  var known: Set<GlobalID> {
    Set(current.keys).union(withdrawn.keys).union(mentions.keys).union(nextChanges.keys).union(general)
  }

  /// The record of `id`, even if it was withdrawn.
  func said(_ id: GlobalID) -> Record? { current[id] ?? withdrawn[id] }

  /// The next instant at which a validity of `id` or a date in its record begins or ends.
  func nextChange(of id: GlobalID) -> Instant? {
    var instants = [nextChanges[id]].compactMap { $0 }
    for moment in current[id]?.body.values.flatMap(\.moments) ?? [] {
      instants += [moment.first, moment.last.next]
    }
    return instants.filter { $0 > asOf }.min()
  }

  /// The next instant at which a validity or a date in these records begins or ends.
  public var nextChange: Instant? {
    Set(nextChanges.keys).union(current.keys).compactMap(nextChange(of:)).min()
  }

  /// Only the facts of `ids`.
  func restricted(to ids: Set<GlobalID>) -> Facts {
    var copy = self
    func kept<Item>(_ items: [GlobalID: Item]) -> [GlobalID: Item] {
      Dictionary(uniqueKeysWithValues: ids.compactMap { id in items[id].map { (id, $0) } })
    }
    copy.current = kept(current)
    copy.nextChanges = kept(nextChanges)
    copy.withdrawn = kept(withdrawn)
    copy.history = kept(history)
    copy.byKind = Self.byKind(copy.current)
    return copy
  }

  /// The same facts as if `corrections` had not been made, and the others had been countersigned.
  package func without(corrections: [GlobalID]) -> Facts {
    var copy = self
    for id in corrections { copy.current[id] = uncorrected[id] ?? nil }
    copy.byKind = Self.byKind(copy.current)
    copy.uncorrected = [:]
    return copy
  }

  /// The same facts as if one of them had never been said.
  public func without(_ id: GlobalID) -> Facts {
    var copy = self
    copy.current[id] = nil
    copy.history[id] = nil
    copy.byKind[id.kind]?.removeAll { $0.id == id }
    return copy
  }
}
