import Measures
package import Records

extension LogReader {
  /// The checkpoint with the signatures of the log and of the witnesses that have seen it.
  package func signedCheckpoint() async throws(Problems) -> [UInt8] {
    guard let head = try await store.head() else {
      throw .refused(.notAdmitted, .noGenesis, remedy: .initLedger)
    }
    let lines = try await store.cosignatures(size: head.size)
    return head.checkpoint + lines.flatMap { Array("\($0)\n".utf8) }
  }

  /// The bytes of leaves.
  /// - Throws: ``Problems``: one is missing.
  package func leaves(_ range: Range<UInt64>) async throws(Problems) -> [[UInt8]] {
    let leaves = try await store.leaves(range)
    guard leaves.count == range.count else { throw .damaged(.leafMissing) }
    return leaves
  }

  /// The proof of a leaf, with what `viewer` may see of its body and what shows who signed it and when.
  package func proof(
    of row: StatementRow, for viewer: Viewer, fields: Set<String>? = nil
  ) async throws(Problems) -> ProofFile {
    guard let head = try await store.head(), let bytes = try await store.leaves(row.leaf..<row.leaf + 1).first
    else {
      throw .damaged(.leafMissing)
    }
    let envelope = try Envelope(bytes, file: "leaf \(row.leaf)")
    let rows = try await store.openings(row.leaf..<row.leaf + 1, for: viewer)
    let commitments = try rows.first { $0.field == Seal.listField }
      .map { row throws(Problems) in try Seal.commitments(row.bytes) }
    var openings: [Opening] = []
    for row in rows where row.field != Seal.listField && fields?.contains(row.field) ?? true {
      openings.append(try Opening(row.bytes))
    }
    var evidence: [ProofBundle.Evidence] = []
    // Of what is not shown, the proof shows why.
    let shown = Set(openings.map(\.field))
    let history = try await Audiences(store, of: row)[row.leaf]
    let hidden = commitments?.map(\.field).filter { !shown.contains($0) } ?? history.hiddenBody
    for leaf in try await leaves(thatShow: envelope, before: row.leaf) + history.decisive(for: hidden) {
      guard let bytes = try await store.leaves(leaf..<leaf + 1).first else { throw .damaged(.leafMissing) }
      evidence.append(
        ProofBundle.Evidence(
          envelope: try Envelope(bytes, file: "leaf \(leaf)"), index: leaf,
          hashes: try await inclusionProof(of: leaf, size: head.size).hashes))
    }
    let bundle = ProofBundle(
      submission: Submission(envelope: envelope, commitments: commitments, openings: openings),
      evidence: evidence)
    let note = try SignedNote(try await signedCheckpoint(), file: "checkpoint")
    return try ProofFile(
      index: row.leaf, hashes: try await inclusionProof(of: row.leaf, size: head.size).hashes, note: note,
      extra: bundle.bytes)
  }

  /// The leaves that show whose the keys of an envelope are, and what time it was: the genesis, keys, the last tick.
  private func leaves(thatShow envelope: Envelope, before leaf: UInt64) async throws(Problems) -> [UInt64] {
    guard leaf > 0 else { return [] }
    var shown: Set<UInt64> = [0]
    var query = StatementQuery()
    (query.kinds, query.limit) = (["key"], .max)
    let ids = Set(envelope.signatures.map { String($0.keyID.prefix(32)) })
    for row in try await store.statements(query) where ids.contains(row.id.local) && row.leaf < leaf {
      shown.insert(row.leaf)
    }
    // A batch has at most so many leaves, and begins with its tick.
    query.kinds = ["tick"]
    query.leaves = leaf - min(leaf, UInt64(Sequencer.largestBatch) + 1)..<leaf
    if let tick = try await store.statements(query).last { shown.insert(tick.leaf) }
    return shown.sorted()
  }
}
