public import Measures
public import Records

/// Goes through a whole log once more: every leaf, every signature, every decision of admission, every tile, every opening, every
/// row of the tables. Nothing is taken on trust but the log key in the genesis.
public struct Audit: Sendable {
  /// Something that is not as the log says.
  public struct Fault: Hashable, Sendable {
    /// At which leaf; `nil`: of the whole.
    public let leaf: UInt64?
    /// What.
    public let rule: Message
  }

  /// How many leaves were looked at.
  public private(set) var leaves: UInt64 = 0
  /// How many signatures.
  public private(set) var signatures: UInt64 = 0
  /// How many openings.
  public private(set) var openings: UInt64 = 0
  /// What is wrong, as far as it was counted.
  public private(set) var faults: [Fault] = []
  /// What the log holds of those who may speak.
  public private(set) var admission: Admission

  private let store: any Store
  private let checksSignatures: Bool
  private var tree = TreeGrowth()
  private var audiences = Audiences()

  private static let page: UInt64 = 4096
  private static let mostFaults = 100

  /// Goes through the log in `store`.
  /// - Parameter step: is told after each page how many leaves are done.
  /// - Throws: ``Problems``: there is no log, or the store cannot be read.
  public init(
    _ store: any Store, places: Places, signatures: Bool, step: (UInt64) -> Void = { _ in }
  ) async throws(Problems) {
    self.store = store
    checksSignatures = signatures
    admission = Admission(places: places)
    guard let head = try await store.head(), head.size > 0 else {
      throw .refused(.notAdmitted, .noGenesis, remedy: .initLedger)
    }
    if signatures {
      for fault in try await store.faults() { add(nil, Phrase.engineFault.with(.quoted(fault))) }
    }
    audiences = try await Audiences(store)
    for start in stride(from: 0, to: head.size, by: Int(Self.page)) {
      try await audit(start..<min(start + Self.page, head.size))
      step(leaves)
      guard faults.count < Self.mostFaults else { return }
    }
    try await checkHead(head)
  }

  private mutating func add(_ leaf: UInt64?, _ rule: Message) {
    if faults.count < Self.mostFaults { faults.append(Fault(leaf: leaf, rule: rule)) }
  }

  private mutating func add(_ leaf: UInt64?, _ problems: Problems) {
    for problem in problems.list { add(leaf, problem.rule) }
  }

  private mutating func audit(_ range: Range<UInt64>) async throws(Problems) {
    let bytes = try await store.leaves(range)
    guard bytes.count == range.count else { throw .damaged(.leafMissing) }
    let openings = Dictionary(grouping: try await store.openings(range, for: .holder), by: \.leaf)
    let tiles = try tree.append(bytes.map { TreeHash.leaf($0) }).tiles
    for tile in tiles {
      guard let row = try await store.tile(level: tile.tile.level, index: tile.tile.index),
        row.hashes.prefix(tile.bytes.count) == tile.bytes[...]
      else {
        add(nil, Phrase.tileDiffers.with(.code(tile.tile.path)))
        continue
      }
    }
    let examined = await Self.examine(
      Array(zip(range, bytes)), openings, admission, checksSignatures: checksSignatures)
    var query = StatementQuery()
    (query.leaves, query.limit) = (range, range.count)
    // A damaged table may give a leaf twice.
    let rows = Dictionary(try await store.statements(query).map { ($0.leaf, $0) }) { first, _ in first }
    let mentions = Dictionary(grouping: try await store.mentions(in: range, for: .holder), by: \.leaf)
    for (leaf, result) in zip(range, examined) {
      leaves += 1
      do throws(Problems) {
        let examined = try result.get()
        try await admit(examined, leaf)
        self.openings += UInt64(examined.submission.openings.count)
        if checksSignatures { signatures += UInt64(examined.submission.envelope.signatures.count) }
        compare(
          Unfolding.changes(examined, leaf: leaf, time: admission.time, target: nil), leaf, rows[leaf],
          mentions[leaf] ?? [], openings[leaf] ?? [])
      } catch { add(leaf, error) }
    }
  }

  private mutating func admit(_ examined: Examined, _ leaf: UInt64) async throws(Problems) {
    let head = examined.statement.head
    var earlier: [GlobalID: StatementRow] = [:]
    var wanted = examined.target.map { [($0.id, $0.revision)] } ?? []
    if head.revision > 1 { wanted.append((head.id, head.revision - 1)) }
    for (id, revision) in wanted {
      var query = StatementQuery()
      (query.id, query.revision, query.leaves) = (id, revision, 0..<leaf)
      if let row = try await store.statements(query).first { earlier[id] = row }
    }
    try admission.admit(examined, leaf: leaf) { earlier[$0] }
  }

  /// Compares the rows that a leaf unfolds into with those that the tables have.
  private mutating func compare(
    _ changes: [LedgerChange], _ leaf: UInt64, _ row: StatementRow?, _ mentions: [MentionRow],
    _ openings: [OpeningRow]
  ) {
    var expected: Set<MentionRow> = []
    for change in changes {
      switch change {
      case .statement(let statement):
        if statement != row { add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.statement.rawValue))) }
      case .mention(let mention): expected.insert(mention)
      case .opening(let opening):
        // Whose it is says who may read it, as much as the readers do.
        let expected = OpeningRow(
          leaf: leaf, field: opening.field, issuer: opening.issuer,
          readers: audiences.readers(leaf, opening.field) ?? opening.readers, bytes: opening.bytes)
        if !openings.contains(expected) {
          add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.opening.rawValue)))
        }
      case .readers, .erase: break
      }
    }
    if expected != Set(mentions) { add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.mention.rawValue))) }
    if openings.contains(where: { audiences.isErased(leaf, $0.field) }) {
      add(leaf, Phrase.notErased.message)
    }
  }

  private mutating func checkHead(_ head: LogHead) async throws(Problems) {
    if tree.root.bytes != head.root || tree.size != head.size { add(nil, Phrase.rootDiffers.message) }
    if try await !store.leaves(head.size..<head.size + 1).isEmpty { add(nil, Phrase.headDiffers.message) }
    if admission.time != head.time { add(nil, Phrase.headDiffers.message) }
    guard let key = admission.logKey else { return }
    do throws(Problems) { _ = try await LogReader(store).checkpoint(by: [NoteVerifier(vkey: key)]) } catch {
      add(nil, error)
    }
  }

  /// Reads and verifies leaves on all processors.
  private static func examine(
    _ leaves: [(UInt64, [UInt8])], _ openings: [UInt64: [OpeningRow]], _ admission: Admission,
    checksSignatures: Bool
  ) async -> [Result<Examined, Problems>] {
    let part = (leaves.count + 3) / 4
    return await withTaskGroup(of: (Int, [Result<Examined, Problems>]).self) { group in
      for start in stride(from: 0, to: leaves.count, by: part) {
        let slice = leaves[start..<min(start + part, leaves.count)]
        group.addTask {
          (
            start,
            slice.map { leaf, bytes in
              do throws(Problems) {
                let submission = try Submission(leaf: leaf, bytes, openings[leaf] ?? [])
                return .success(try admission.examine(submission, checksSignatures: checksSignatures))
              } catch { return .failure(error) }
            }
          )
        }
      }
      var parts: [(Int, [Result<Examined, Problems>])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}

/// The tables that are unfolded from leaves and openings.
enum LedgerTable: String {
  case statement, mention, opening
}

extension Submission {
  /// A leaf as it was submitted, with the openings that are still held.
  init(leaf: UInt64, _ bytes: [UInt8], _ rows: [OpeningRow]) throws(Problems) {
    let envelope = try Envelope(bytes, file: "leaf \(leaf)")
    guard envelope.bytes == bytes else { throw .malformed(nil, .notCanonical, []) }
    var openings: [Opening] = []
    for row in rows where row.field != Seal.listField {
      let opening = try Opening(row.bytes)
      guard opening.field == row.field else { throw .sealDiffers() }
      openings.append(opening)
    }
    let commitments = try rows.first { $0.field == Seal.listField }
      .map { row throws(Problems) in try Seal.commitments(row.bytes) }
    // Erased fields leave their commitments; where those are gone too, nothing is left to compare.
    self.init(envelope: envelope, commitments: commitments, openings: openings)
  }
}

/// Who may read what by now, as far as anything changed since it was recorded.
struct Audiences: Sendable {
  private var changes: [UInt64: [(fields: Set<String>, readers: Readers?)]] = [:]

  init() {}

  /// Reads what the log has changed.
  init(_ store: any Store) async throws(Problems) {
    var query = StatementQuery()
    query.kinds = ["audience"]
    while true {
      let rows = try await store.statements(query)
      for row in rows {
        guard let bytes = try await store.leaves(row.leaf..<row.leaf + 1).first else {
          throw .damaged(.leafMissing)
        }
        let head = try Statement(payload: Envelope(bytes, file: "leaf").payload, file: "leaf").head
        guard let change = AudienceChange(unchecked: head) else { continue }
        var target = StatementQuery()
        (target.id, target.revision) = (change.of, change.revision)
        guard let leaf = try await store.statements(target).first?.leaf else { continue }
        changes[leaf, default: []].append((Set(change.fields), change.readers))
      }
      guard let last = rows.last, rows.count == query.limit else { break }
      query.leaves = last.leaf + 1..<query.leaves.upperBound
    }
  }

  private func last(_ leaf: UInt64, _ field: String) -> (fields: Set<String>, readers: Readers?)? {
    changes[leaf]?.last { $0.fields.isEmpty || $0.fields.contains(field) }
  }

  /// The readers of a field, if they changed.
  func readers(_ leaf: UInt64, _ field: String) -> Readers? { last(leaf, field)?.readers }

  /// Whether a field was erased at any time: it does not come back.
  func isErased(_ leaf: UInt64, _ field: String) -> Bool {
    changes[leaf]?.contains { $0.readers == nil && ($0.fields.isEmpty || $0.fields.contains(field)) } ?? false
  }
}
