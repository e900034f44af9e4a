import Measures
import Records

/// Some leaves with all that the store has of them, read and verified by themselves: what needs nothing of the leaves before.
struct AuditPage: Sendable {
  let range: Range<UInt64>
  let hashes: [TreeHash]
  let examined: [Result<Examined, Problems>]
  let rows: [UInt64: StatementRow]
  /// Of each name that these leaves are about, the row of its highest revision before them.
  let latest: [GlobalID: StatementRow]
  let mentions: [UInt64: [MentionRow]]
  let openings: [UInt64: [OpeningRow]]

  /// Reads a page, or says why it cannot be read.
  static func read(
    _ range: Range<UInt64>, _ store: any Store, _ admission: Admission, checksSignatures: Bool
  ) async -> Result<AuditPage, Problems> {
    do throws(Problems) {
      return .success(try await AuditPage(range, store, admission, checksSignatures: checksSignatures))
    } catch { return .failure(error) }
  }

  private init(
    _ range: Range<UInt64>, _ store: any Store, _ admission: Admission, checksSignatures: Bool
  ) async throws(Problems) {
    self.range = range
    let bytes = range.isEmpty ? [] : try await store.leaves(range)
    guard bytes.count == range.count else { throw .damaged(.leafMissing) }
    hashes = bytes.map { TreeHash.leaf($0) }
    guard !range.isEmpty else {
      (examined, rows, latest, mentions, openings) = ([], [:], [:], [:], [:])
      return
    }
    openings = Dictionary(grouping: try await store.openings(range, for: .holder), by: \.leaf)
    var query = StatementQuery()
    (query.leaves, query.limit) = (range, range.count)
    // A damaged table may give a leaf twice.
    rows = Dictionary(try await store.statements(query).map { ($0.leaf, $0) }) { first, _ in first }
    mentions = Dictionary(grouping: try await store.mentions(in: range, for: .holder), by: \.leaf)
    examined = await Self.examine(
      Array(zip(range, bytes)), openings, admission, checksSignatures: checksSignatures)
    let names = examined.flatMap { result in
      (try? result.get()).map { [$0.statement.head.id] + ($0.target.map { [$0.id] } ?? []) } ?? []
    }
    latest = try await store.latest(names, before: range.lowerBound)
  }

  /// Reads and verifies leaves on all processors.
  private static func examine(
    _ leaves: [(UInt64, [UInt8])], _ openings: [UInt64: [OpeningRow]], _ admission: Admission,
    checksSignatures: Bool
  ) async -> [Result<Examined, Problems>] {
    let part = (leaves.count + 15) / 16
    return await withTaskGroup(of: (Int, [Result<Examined, Problems>]).self) { group in
      for start in stride(from: 0, to: leaves.count, by: part) {
        let slice = leaves[start..<min(start + part, leaves.count)]
        group.addTask {
          (
            start,
            slice.map { leaf, bytes in
              do throws(Problems) {
                let submission = try Submission(leaf: leaf, bytes, openings[leaf] ?? [])
                return .success(
                  try admission.examine(submission, bytes: bytes, checksSignatures: checksSignatures))
              } catch { return .failure(error) }
            }
          )
        }
      }
      var parts: [Int: [Result<Examined, Problems>]] = [:]
      for await (start, part) in group { parts[start] = part }
      return parts.keys.sorted().reduce(into: []) { all, start in all += parts[start] ?? [] }
    }
  }
}

extension Submission {
  /// A leaf as it was submitted, with the openings that are still held.
  init(leaf: UInt64, _ bytes: [UInt8], _ rows: [OpeningRow]) throws(Problems) {
    let envelope = try Envelope(bytes, file: "leaf \(leaf)")
    guard envelope.bytes.isSame(as: bytes) else { throw .malformed(nil, .notCanonical, []) }
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
