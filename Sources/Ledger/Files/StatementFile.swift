import Measures
public import Records

/// Signed statements with their openings, as a file: what a person signs on a machine of their own and hands in.
public struct StatementFile: Sendable {
  /// The statements, in the order in which they are to be recorded.
  public var submissions: [Submission]

  /// Holds these.
  public init(_ submissions: [Submission]) { self.submissions = submissions }

  /// Holds everything that `viewer` may see of a log, ticks left out, which only the log can say.
  public init(exporting store: any Store, for viewer: Viewer) async throws(Problems) {
    submissions = []
    let size = try await store.head()?.size ?? 0
    for start in stride(from: 0, to: size, by: 4096) {
      let range = start..<min(start + 4096, size)
      let rows = Dictionary(grouping: try await store.openings(range, for: viewer), by: \.leaf)
      for (leaf, bytes) in zip(range, try await store.leaves(range)) {
        let submission = try Submission(leaf: leaf, bytes, rows[leaf] ?? [])
        let kind = try Statement(payload: submission.envelope.payload, file: "leaf \(leaf)").head.kind
        if kind != "tick" { submissions.append(submission) }
      }
    }
  }

  /// Reads the file. Statements that nobody has signed yet are read too.
  /// - Throws: ``Problems``: it is none.
  public init(_ bytes: [UInt8], file: String) throws(Problems) {
    let tree = try JSONReader.read(bytes, file: file)
    guard tree["ecluse-statements"]?.text == "1", let list = tree["statements"]?.elements else {
      throw .malformed(Mark(file: file, line: 0), .noStatementFile, [])
    }
    submissions = []
    for node in list { submissions.append(try Submission(node)) }
  }

  /// The file.
  public var bytes: [UInt8] {
    let tree = JSON.object(["ecluse-statements": .int(1), "statements": .array(submissions.map(\.json))])
    return Array((tree.canonical + "\n").utf8)
  }
}

extension Submission {
  /// Reads a statement with its openings.
  init(_ tree: Node) throws(Problems) {
    guard let envelope = tree["envelope"] else {
      throw .malformed(tree.mark, .envelopeLacks, [.code("payload")])
    }
    let isUnsigned = envelope["signatures"]?.elements?.isEmpty == true
    let commitments = try tree["commitments"].map { node throws(Problems) in
      try Seal.commitments(Array(node.json.canonical.utf8))
    }
    var openings: [Opening] = []
    for node in tree["openings"]?.elements ?? [] {
      openings.append(try Opening(Array(node.json.canonical.utf8)))
    }
    self.init(
      envelope: isUnsigned ? try Envelope(unsigned: envelope) : try Envelope(envelope),
      commitments: commitments,
      openings: openings)
  }

  var json: JSON {
    var members: [String: JSON] = ["envelope": envelope.json]
    members["commitments"] = commitments.map { commitments in
      .array(
        commitments.sorted { $0.field < $1.field }.map { .strings([$0.field, Hex.encode($0.hash)]) })
    }
    members["openings"] = .array(openings.sorted { $0.field < $1.field }.map(\.json))
    return .object(members)
  }

  /// The same with one more signature.
  /// - Throws: ``Problems``: the cryptographic module failed.
  public func signed(by key: SigningKey) throws(Problems) -> Submission {
    let signature = try key.signature(over: envelope.payload)
    let others = envelope.signatures.filter { $0.keyID != signature.keyID }
    return Submission(
      envelope: Envelope(payload: envelope.payload, signatures: others + [signature]),
      commitments: commitments,
      openings: openings)
  }
}
