import Measures
import Records

/// The rows that the log has of the names in a batch, so that admission needs nothing else of the store.
struct KnownRows: Sendable {
  private var latest: [GlobalID: StatementRow]
  private var exact: [GlobalID: [Int: StatementRow]] = [:]
  private var bodies: [UInt64: KeptBody] = [:]

  init(_ store: any Store, _ examined: [Examined]) async throws(Problems) {
    let targets = examined.compactMap(\.target)
    latest = try await store.latest(examined.map(\.statement.head.id) + targets.map(\.id))
    let earlier = examined.map { ($0.statement.head.id, $0.statement.head.revision) }.filter { id, revision in
      latest[id].map { $0.revision > revision } ?? false
    }
    for (id, revision) in targets.map({ ($0.id, $0.revision) }) + earlier {
      var query = StatementQuery()
      (query.id, query.revision, query.limit) = (id, revision, 1)
      if let row = try await store.statements(query).first { exact[id, default: [:]][revision] = row }
    }
    for (id, row) in latest { exact[id, default: [:]][row.revision] = row }
    for statement in examined where !statement.submission.openings.isEmpty {
      guard let row = same(statement), bodies[row.leaf] == nil else { continue }
      bodies[row.leaf] = try await KeptBody(store, of: row, for: statement.submission)
    }
  }

  /// The row of the very same statement.
  func same(_ examined: Examined) -> StatementRow? {
    let head = examined.statement.head
    return row(head.id, head.revision).flatMap { $0.payload == examined.statement.digest ? $0 : nil }
  }

  /// What a statement that is there already adds to its body.
  mutating func added(by examined: Examined, to leaf: UInt64) -> [LedgerChange] {
    bodies[leaf]?.added(by: examined) ?? []
  }

  /// Takes note of a statement that is appended.
  mutating func add(_ row: StatementRow, _ examined: Examined, target: UInt64?) {
    add(row)
    bodies[row.leaf] = KeptBody(of: examined, leaf: row.leaf)
    if let target, let change = AudienceChange(unchecked: examined.statement.head) {
      bodies[target]?.history.add(change, at: row.leaf)
    }
  }

  /// The row of the highest revision.
  func latest(_ id: GlobalID) -> StatementRow? { latest[id] }

  /// The row of a revision.
  func row(_ id: GlobalID, _ revision: Int) -> StatementRow? { exact[id]?[revision] }

  private mutating func add(_ row: StatementRow) {
    latest[row.id] = row
    exact[row.id, default: [:]][row.revision] = row
  }
}

/// A batch that is being made: a copy of the log's state that becomes the state once the store has the batch.
struct PendingBatch {
  private var log: LogState
  private var known: KnownRows
  private let first: UInt64
  private var leaves: [[UInt8]] = []
  private var hashes: [TreeHash] = []
  private var changes: [LedgerChange] = []
  private var addsBodies = false

  init(_ log: LogState, known: KnownRows) {
    self.log = log
    self.known = known
    first = log.growth.size
  }

  /// Whether anything but the tick is in it.
  var hasNews: Bool { leaves.count > 1 || addsBodies }

  /// Says what time it is; in an empty log once its genesis is there.
  private mutating func tick(_ keys: LogKeys, at instant: Instant) throws(Problems) {
    let place = first + UInt64(leaves.count)
    _ = try add(try log.admission.examine(try keys.tick(at: place, instant)))
  }

  /// Takes what is admitted of a batch, each by itself.
  mutating func take(
    _ examined: [Result<Examined, Problems>], _ keys: LogKeys, at instant: Instant
  ) throws(Problems) -> [Result<Receipt, Problems>] {
    guard first == 0 else {
      try tick(keys, at: instant)
      return examined.map { take($0) }
    }
    var results = examined.prefix(1).map { take($0) }
    guard leaves.count == 1 else { return results + examined.dropFirst().map { take($0) } }
    try tick(keys, at: instant)
    results += examined.dropFirst().map { take($0) }
    return results
  }

  private mutating func take(_ examined: Result<Examined, Problems>) -> Result<Receipt, Problems> {
    do throws(Problems) {
      let examined = try examined.get()
      if let row = known.same(examined) {
        try log.admission.checkSignatures(of: examined)
        let added = known.added(by: examined, to: row.leaf)
        changes += added
        addsBodies = addsBodies || !added.isEmpty
        return .success(Receipt(leaf: row.leaf, time: row.time, isNew: false, addsBody: !added.isEmpty))
      }
      return .success(try add(examined))
    } catch { return .failure(error) }
  }

  private mutating func add(_ examined: Examined) throws(Problems) -> Receipt {
    let leaf = first + UInt64(leaves.count)
    try log.admission.admit(examined, leaf: leaf, latest: known.latest)
    let target = examined.target.flatMap { known.row($0.id, $0.revision) }
    let time = log.admission.time
    for change in Unfolding.changes(examined, leaf: leaf, time: time, target: target?.leaf) {
      if case .statement(let row) = change { known.add(row, examined, target: target?.leaf) }
      changes.append(change)
    }
    leaves.append(examined.bytes)
    hashes.append(.leaf(examined.bytes))
    return Receipt(leaf: leaf, time: time, isNew: true, addsBody: false)
  }

  /// The batch for the store, and the log's state once the store has it.
  func finished(_ keys: LogKeys) throws(Problems) -> (batch: Batch, next: LogState) {
    var next = log
    let grown = try next.growth.append(hashes)
    let head = LogHead(
      size: grown.size, root: grown.root.bytes, time: next.admission.time,
      checkpoint: try keys.checkpoint(size: grown.size, root: grown.root))
    next.head = head
    let tiles = grown.tiles.map {
      TileRow(level: $0.tile.level, index: $0.tile.index, hashes: $0.bytes)
    }
    return (Batch(first: first, leaves: leaves, tiles: tiles, changes: changes, head: head), next)
  }
}
