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

  // Two pages are in memory at a time.
  private static let page: UInt64 = 512
  // The first leaves introduce keys. They are gone through before others are verified beside them.
  private static let firstPage: UInt64 = 16
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
    func range(from start: UInt64, _ count: UInt64) -> Range<UInt64> {
      start..<min(start + count, head.size)
    }
    var page = try await AuditPage.read(
      range(from: 0, Self.firstPage), store, admission, checksSignatures: signatures
    ).get()
    try await audit(page)
    page = try await AuditPage.read(
      range(from: leaves, Self.page), store, admission, checksSignatures: signatures
    ).get()
    while !page.range.isEmpty {
      // The next page is read and verified while this one is compared.
      let (following, known) = (range(from: page.range.upperBound, Self.page), admission)
      async let next = AuditPage.read(following, store, known, checksSignatures: signatures)
      try await audit(page)
      step(leaves)
      guard faults.count < Self.mostFaults else { return }
      page = try await next.get()
    }
    try await checkHead(head)
  }

  private mutating func add(_ leaf: UInt64?, _ rule: Message) {
    if faults.count < Self.mostFaults { faults.append(Fault(leaf: leaf, rule: rule)) }
  }

  private mutating func add(_ leaf: UInt64?, _ problems: Problems) {
    for problem in problems.list { add(leaf, problem.rule) }
  }

  private mutating func audit(_ page: AuditPage) async throws(Problems) {
    for tile in try tree.append(page.hashes).tiles {
      guard let row = try await store.tile(level: tile.tile.level, index: tile.tile.index),
        row.hashes.prefix(tile.bytes.count) == tile.bytes[...]
      else {
        add(nil, Phrase.tileDiffers.with(.code(tile.tile.path)))
        continue
      }
    }
    var latest = page.latest
    for (leaf, result) in zip(page.range, page.examined) {
      leaves += 1
      defer {
        if let row = page.rows[leaf], row.revision > latest[row.id]?.revision ?? 0 { latest[row.id] = row }
      }
      do throws(Problems) {
        let examined = try result.get()
        try admission.admit(examined, leaf: leaf) { latest[$0] }
        self.openings += UInt64(examined.submission.openings.count)
        if checksSignatures { signatures += UInt64(examined.submission.envelope.signatures.count) }
        compare(
          Unfolding.changes(examined, leaf: leaf, time: admission.time, target: nil), leaf, page.rows[leaf],
          page.mentions[leaf] ?? [], page.openings[leaf] ?? [])
      } catch { add(leaf, error) }
    }
  }

  /// Compares the rows that a leaf unfolds into with those that the tables have.
  private mutating func compare(
    _ changes: [LedgerChange], _ leaf: UInt64, _ row: StatementRow?, _ mentions: [MentionRow],
    _ openings: [OpeningRow]
  ) {
    var expected: [MentionRow] = []
    for change in changes {
      switch change {
      case .statement(let statement):
        if statement != row { add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.statement.rawValue))) }
      case .mention(let mention): expected.append(mention)
      case .opening(let opening):
        // Whose it is says who may read it, as much as the readers do.
        let expected = OpeningRow(
          leaf: leaf, field: opening.field, issuer: opening.issuer,
          readers: audiences[leaf].readers(opening.field) ?? opening.readers, bytes: opening.bytes)
        if !openings.contains(expected) {
          add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.opening.rawValue)))
        }
      case .readers, .erase: break
      }
    }
    if expected != mentions, Set(expected) != Set(mentions) {
      add(leaf, Phrase.rowDiffers.with(.code(LedgerTable.mention.rawValue)))
    }
    if openings.contains(where: { audiences[leaf].isErased($0.field) }) {
      add(leaf, Phrase.notErased.message)
    }
  }

  private mutating func checkHead(_ head: LogHead) async throws(Problems) {
    if tree.root.bytes != head.root || tree.size != head.size { add(nil, Phrase.rootDiffers.message) }
    for tile in Tile.all(size: head.size) where tile.kind == .hashes && tile.width < Tile.full {
      let row = try await store.tile(level: tile.level, index: tile.index)
      if row?.hashes.count != tile.width * 32 { add(nil, Phrase.tileDiffers.with(.code(tile.path))) }
    }
    if try await !store.leaves(head.size..<head.size + 1).isEmpty { add(nil, Phrase.headDiffers.message) }
    if admission.time != head.time { add(nil, Phrase.headDiffers.message) }
    guard let key = admission.logKey else { return }
    do throws(Problems) { _ = try await LogReader(store).checkpoint(by: [NoteVerifier(vkey: key)]) } catch {
      add(nil, error)
    }
  }
}

/// The tables that are unfolded from leaves and openings.
enum LedgerTable: String {
  case statement, mention, opening
}
