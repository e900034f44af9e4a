import Measures
public import Records

/// The records of a log as one viewer may see them, every leaf and opening checked against the signed checkpoint on the way.
public struct LedgerReading: Sendable {
  /// What the log has of one revision of a thing.
  public struct Source: Hashable, Sendable {
    /// Its place in the log.
    public let leaf: UInt64
    /// The log's time, in milliseconds.
    public let time: Int64
    /// The root of the commitments of its body.
    public let seal: [UInt8]
    /// The fields of its body that the viewer may not see; `nil`: not even which there are.
    public let withheld: [String]?
  }

  /// The records, each as far as it is seen.
  public private(set) var records: [Record] = []
  /// Where each comes from, by name and revision.
  public private(set) var sources: [GlobalID: [Int: Source]] = [:]
  /// Kinds of record that this version does not know, with their leaves.
  public private(set) var unknownKinds: [String: [UInt64]] = [:]
  /// What records of such kinds mention: nothing is known of it for sure.
  public private(set) var unsettled: Set<GlobalID> = []
  /// The name of the log.
  public private(set) var origin = ""
  /// Where the log stood.
  public let head: LogHead

  private static let page: UInt64 = 4096

  /// How many leaves were read, and their root.
  public private(set) var size: UInt64
  /// The root of what was read.
  public private(set) var root: [UInt8] = []

  /// Reads what `viewer` may see of what the log had at `knownAt`, in milliseconds of its own time; `nil`: of everything.
  /// - Parameter size: as the log was when it had so many leaves.
  /// - Throws: ``Problems``: there is no log, it is not so large, or what is there is not what its checkpoint says.
  public init(
    _ store: any Store, for viewer: Viewer, places: Places, knownAt: Int64? = nil, size: UInt64? = nil
  ) async throws(Problems) {
    guard let head = try await store.head(), head.size > 0 else {
      throw .refused(.notAdmitted, .noGenesis, remedy: .initLedger)
    }
    self.head = head
    self.size = size ?? head.size
    guard self.size <= head.size, self.size > 0 else {
      throw .refused(
        .logMoved, .logIsOlder, [.count(Int(clamping: head.size)), .count(Int(clamping: self.size))],
        remedy: .restoreNewer)
    }
    var tree = TreeGrowth()
    var unfolding = LeafReading(SignedFields(places: places))
    for start in stride(from: 0, to: head.size, by: Int(Self.page)) {
      let range = start..<min(start + Self.page, head.size)
      let leaves = try await store.leaves(range)
      guard leaves.count == range.count else { throw .damaged(.leafMissing) }
      let hashes = leaves.map { TreeHash.leaf($0) }
      // The whole log is read, so that what is answered rests on the checkpoint that it signs now.
      let within = range.lowerBound < self.size ? Int(min(self.size, range.upperBound) - range.lowerBound) : 0
      _ = try tree.append(Array(hashes.prefix(within)))
      if within > 0, tree.size == self.size { root = tree.root.bytes }
      _ = try tree.append(Array(hashes.dropFirst(within)))
      let openings = Dictionary(grouping: try await store.openings(range, for: viewer), by: \.leaf)
      for (leaf, bytes) in zip(range, leaves) {
        guard leaf < self.size,
          let found = try unfolding.read(bytes, leaf: leaf, openings[leaf] ?? [])
        else { continue }
        if let knownAt, found.source.time > knownAt { continue }
        take(found)
      }
    }
    guard tree.root.bytes == head.root else { throw .damaged(.rootDiffers) }
    origin = unfolding.origin
    try unfolding.check(head)
  }

  private mutating func take(_ found: LeafReading.Found) {
    sources[found.head.id, default: [:]][found.head.revision] = found.source
    if let record = found.record {
      records.append(record)
    } else {
      unknownKinds["\(found.head.kind) v\(found.head.version)", default: []].append(found.source.leaf)
      unsettled.formUnion(found.head.mentions.union([found.head.id]))
    }
  }
}

/// Reads leaf after leaf.
struct LeafReading {
  struct Found {
    let head: Head
    /// `nil`: of a kind that this version does not know.
    let record: Record?
    let source: LedgerReading.Source
  }

  private let fields: SignedFields
  private(set) var origin = ""
  private var logKey: String?
  private var time: Int64 = 0

  init(_ fields: SignedFields) { self.fields = fields }

  /// What a leaf says; `nil`: something about the log itself.
  mutating func read(_ bytes: [UInt8], leaf: UInt64, _ rows: [OpeningRow]) throws(Problems) -> Found? {
    let envelope = try Envelope(bytes, file: "leaf \(leaf)")
    let statement = try Statement(payload: envelope.payload, file: "leaf \(leaf)")
    let head = statement.head
    let values = try head.values(fields)
    switch head.kind {
    case "tick": if let moment = values?["time"]?.moment { time = moment.first.milliseconds }
    case "genesis":
      origin = values?["origin"]?.text ?? ""
      logKey = values?["log-key"]?.text
    default: break
    }
    guard Kinds.named(head.kind) != nil || values == nil else { return nil }
    let body = try body(of: statement, rows)
    let source = LedgerReading.Source(leaf: leaf, time: time, seal: statement.seal, withheld: body.withheld)
    guard let kind = Kinds.named(head.kind), let values else {
      return Found(head: head, record: nil, source: source)
    }
    var known: [String: Value] = [:]
    // What does not fit its schema says nothing, as if it were not shown.
    var misfits: [String] = []
    for opening in body.openings {
      do throws(Problems) {
        known[opening.field] = try fields.field(opening.field, opening.value, of: kind)
      } catch { misfits.append(opening.field) }
    }
    let mark = Mark(file: head.id.full, line: 0)
    let draft = SignedFields.draft(head.id, kind, head: values, body: known, at: mark)
    var isWithheld = body.withheld.map { !($0 + misfits).allSatisfy(Kinds.saysNothing) } ?? true
    if body.withheld?.isEmpty == true, misfits.isEmpty {
      do throws(Problems) {
        _ = try fields.draft(head.id, kind, head: values, body: known, at: mark)
      } catch { isWithheld = true }
    }
    return Found(head: head, record: draft.record(isWithheld: isWithheld), source: source)
  }

  /// The openings that are here, and the fields that are not.
  private func body(
    of statement: Statement, _ rows: [OpeningRow]
  ) throws(Problems) -> (openings: [Opening], withheld: [String]?) {
    guard let list = rows.first(where: { $0.field == Seal.listField }) else {
      // A body without fields has nothing to withhold.
      return ([], statement.seal == Seal.root([]) ? [] : nil)
    }
    let commitments = try Seal.commitments(list.bytes)
    guard Seal.root(commitments) == statement.seal else { throw .sealDiffers() }
    var openings: [Opening] = []
    for row in rows where row.field != Seal.listField {
      let opening = try Opening(row.bytes)
      guard opening.field == row.field, commitments.contains(opening.commitment) else { throw .sealDiffers() }
      openings.append(opening)
    }
    let seen = Set(openings.map(\.field))
    return (openings, commitments.map(\.field).filter { !seen.contains($0) })
  }

  /// Checks that the checkpoint is the one that the log itself signed.
  func check(_ head: LogHead) throws(Problems) {
    guard let logKey else { throw .damaged(.leafMissing) }
    let note = try SignedNote(head.checkpoint, file: "checkpoint")
    _ = try note.verified(by: [NoteVerifier(vkey: logKey)])
    let checkpoint = try Checkpoint(note)
    guard checkpoint.size == head.size, checkpoint.root.bytes == head.root else {
      throw .damaged(.headDiffers)
    }
  }
}

extension Kinds {
  /// Whether a field is for people alone: without it every judgement is the same.
  static func saysNothing(_ field: String) -> Bool {
    ["note", "sources", "because", "evidence"].contains(field)
  }
}

extension LedgerReading {
  /// The root of the log, as checkpoints write it.
  public var rootInBase64: String { Base64.encode(root) }
}

extension LedgerReading.Source {
  /// The seal in hexadecimal digits.
  public var sealInHex: String { Hex.encode(seal) }
}
