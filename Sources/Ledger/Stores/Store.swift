public import Records

/// Where a log stands: how many leaves, their root, and the checkpoint that says so.
public struct LogHead: Hashable, Sendable {
  /// How many leaves it has.
  public let size: UInt64
  /// The root of their tree, 32 bytes.
  public let root: [UInt8]
  /// The log's time of the last tick, in milliseconds.
  public let time: Int64
  /// The checkpoint that the log signed: a note.
  public let checkpoint: [UInt8]

  /// Creates a head.
  public init(size: UInt64, root: [UInt8], time: Int64, checkpoint: [UInt8]) {
    self.size = size
    self.root = root
    self.time = time
    self.checkpoint = checkpoint
  }
}

/// The hashes of one tile of the tree as far as there are any: 32 bytes each, at most 256.
public struct TileRow: Hashable, Sendable {
  /// The level, 0 for the hashes of leaves.
  public let level: Int
  /// The place within the level.
  public let index: UInt64
  /// The hashes.
  public let hashes: [UInt8]

  /// Creates a row.
  public init(level: Int, index: UInt64, hashes: [UInt8]) {
    self.level = level
    self.index = index
    self.hashes = hashes
  }
}

/// What is appended at once: leaves, the tiles that they change, what they change in the tables, and the head after them.
public struct Batch: Sendable {
  /// The first leaf's place in the log.
  public let first: UInt64
  /// The bytes of the leaves.
  public let leaves: [[UInt8]]
  /// Every tile that is new or has grown, whole.
  public let tiles: [TileRow]
  /// What changes in the tables, in order.
  public let changes: [LedgerChange]
  /// Where the log stands then.
  public let head: LogHead

  /// Creates a batch.
  public init(first: UInt64, leaves: [[UInt8]], tiles: [TileRow], changes: [LedgerChange], head: LogHead) {
    self.first = first
    self.leaves = leaves
    self.tiles = tiles
    self.changes = changes
    self.head = head
  }
}

/// Which statements are asked for; what is `nil` does not matter.
public struct StatementQuery: Hashable, Sendable {
  /// Only of these kinds; empty: of all.
  public var kinds: [String] = []
  /// Only about this name.
  public var id: GlobalID?
  /// Only that revision.
  public var revision: Int?
  /// Only leaves in this range.
  public var leaves: Range<UInt64> = 0..<UInt64(Int64.max)
  /// At most so many, by leaf.
  public var limit = 10_000

  /// Asks for everything, page by page.
  public init() {}
}

/// How much a store holds.
public struct StoreCounts: Hashable, Sendable {
  /// Leaves by kind.
  public let leaves: [String: UInt64]
  /// Openings, without the lists of commitments.
  public let openings: UInt64
  /// The bytes of all openings and lists.
  public let openingBytes: UInt64
  /// Bytes on disk.
  public let bytes: UInt64

  /// Creates counts.
  public init(leaves: [String: UInt64], openings: UInt64, openingBytes: UInt64, bytes: UInt64) {
    self.leaves = leaves
    self.openings = openings
    self.openingBytes = openingBytes
    self.bytes = bytes
  }
}

/// What keeps a log, its bodies and its tables. Implemented for SQLite and for PostgreSQL.
///
/// Only a ``Sequencer`` appends. A store checks nothing that admission checks; it keeps what it is given, durably and in one
/// transaction, or not at all.
public protocol Store: Sendable {
  /// Where the log stands; `nil`: nothing was ever appended.
  /// - Throws: ``Problems``, as everything here: `store-failed` with what the engine said, `store-damaged` where what is there
  ///   cannot be right, `store-full`, `store-read-only`.
  func head() async throws(Problems) -> LogHead?

  /// Applies a batch in one transaction, durable when it returns.
  /// - Throws: `store-moved`: the head is not `previous`; somebody else appended, or the store is an old copy.
  func append(_ batch: Batch, after previous: LogHead?) async throws(Problems)

  /// The bytes of these leaves; fewer where the log ends.
  func leaves(_ range: Range<UInt64>) async throws(Problems) -> [[UInt8]]

  /// The tile as far as it has grown; `nil`: there is none.
  func tile(level: Int, index: UInt64) async throws(Problems) -> TileRow?

  /// The statements that a query asks for, by leaf.
  func statements(_ query: StatementQuery) async throws(Problems) -> [StatementRow]

  /// Of each name that the log has before a leaf, the row of its highest revision.
  func latest(_ ids: [GlobalID], before leaf: UInt64) async throws(Problems) -> [GlobalID: StatementRow]

  /// What `viewer` may read of the bodies of these leaves, by leaf and field. Whoever may read a field sees the list of
  /// commitments, which shows that the field is of the body.
  func openings(_ leaves: Range<UInt64>, for viewer: Viewer) async throws(Problems) -> [OpeningRow]

  /// Which leaves mention a name, as far as `viewer` may know, by leaf.
  func mentions(of id: GlobalID, for viewer: Viewer) async throws(Problems) -> [MentionRow]

  /// What these leaves mention, as far as `viewer` may know, by leaf, field and name.
  func mentions(in leaves: Range<UInt64>, for viewer: Viewer) async throws(Problems) -> [MentionRow]

  /// What the engine finds wrong with its files, and lines of witnesses that are not as they were kept: nothing, or one line each.
  func faults() async throws(Problems) -> [String]

  /// Adds signatures of witnesses to the checkpoint of the size that they signed.
  func addCosignatures(_ lines: [String], size: UInt64) async throws(Problems)

  /// The signatures of witnesses on the checkpoint of that size.
  func cosignatures(size: UInt64) async throws(Problems) -> [String]

  /// Leaves no byte of what was erased in any file of the store.
  func compact() async throws(Problems)

  /// How much it holds.
  func counts() async throws(Problems) -> StoreCounts
}

extension Store {
  /// Of each name that the log has, the row of its highest revision.
  public func latest(_ ids: [GlobalID]) async throws(Problems) -> [GlobalID: StatementRow] {
    try await latest(ids, before: .max)
  }
}
