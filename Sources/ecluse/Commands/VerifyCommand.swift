import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO
import Regimes

/// `ecluse verify FILE`: what anything that Écluse gives out shows, and what it does not.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: say(.helpVerifyFile), discussion: say(.helpVerifyMore))
  }

  @Argument(help: .init(.helpAnything, .valueFile)) var file: String
  @Argument(help: .init(.helpVerifyDossier, .valueFolder)) var dossier: String?
  @Option(help: .init(.helpTrustPolicy, .valueFile)) var policy: String?
  @OptionGroup var source: SourceOptions
  @OptionGroup var more: PackOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var isShown = false
    try answering(output.lang) {
      let bytes = try TextFile.bytes(file, atMost: AnswerFile.maximumSize)
      let shown = try shown(bytes)
      print(output.style.text(shown.lines(output.style)))
      isShown = shown.isShown
    }
    if !isShown { throw ExitCode(Exit.failed) }
  }

  /// What the file is, and what it shows.
  private func shown(_ bytes: [UInt8]) throws(Problems) -> Shown {
    let sort = FileSort(bytes)
    guard policy == nil || sort == .proof || sort == .note else {
      throw Problems([
        Problem(
          .contradiction, at: nil, field: "--policy", rule: Phrase.policyNotUsed.message,
          remedy: Phrase.removeIt.message)
      ])
    }
    let unused = [
      ("--ledger", dossier != nil && source.ledger.path != nil, Phrase.dossierOrLedger),
      ("DOSSIER", dossier != nil && sort != .page && sort != .answer, .notUsedHere),
      ("--packs", more.packs != nil && sort != .page && sort != .answer, .notUsedHere),
      ("--viewer", source.viewer.viewer != nil && sort != .page && sort != .answer, .notUsedHere),
      ("--viewer", source.viewer.viewer != nil && source.ledger.path == nil, .viewerOfLedger),
    ]
    if let (field, _, rule) = unused.first(where: \.1) {
      throw Problems([
        Problem(.contradiction, at: nil, field: field, rule: rule.message, remedy: Phrase.removeOne.message)
      ])
    }
    switch sort {
    case .proof:
      let proof = try ProofFile(bytes, file: file)
      return try Shown(proof, by: try trust(in: proof.note), file: file)
    case .note:
      let note = try SignedNote(bytes, file: file)
      return try Shown(note, by: try trust(in: note))
    case .statements:
      return try Shown(StatementFile(bytes, file: file), in: try ledger(), file: file)
    case .envelope:
      let submission = Submission(envelope: try Envelope(bytes, file: file), commitments: nil, openings: [])
      return try Shown(StatementFile([submission]), in: try ledger(), file: file)
    case .page: return try page(bytes)
    case .answer: return try answers(bytes)
    }
  }

  /// Whom to trust: those of the policy, or the log of the ledger that is here, which must go on where the checkpoint ends.
  private func trust(in note: SignedNote) throws(Problems) -> TrustPolicy? {
    let own = try ledger().map { folder throws(Problems) in
      try awaiting { () throws(Problems) in try await folder.trust(in: note) }
    }
    return try policy.map { path throws(Problems) in
      try TrustPolicy(TextFile.bytes(path, atMost: TrustPolicy.maximumLength), file: path)
    } ?? own
  }

  private func ledger() throws(Problems) -> LedgerFolder? {
    source.ledger.path == nil ? nil : try source.ledger.folder()
  }

  private func workspace(
    _ names: [String], knownAt: Instant?, _ log: StatedAnswer.Log?
  ) throws(Problems) -> Workspace {
    guard let folder = try ledger() else {
      return try Workspace(
        dossier: try operands(dossier.map { [$0] } ?? [], isDossier: true).dossier, names: names,
        packs: more.packs)
    }
    let viewer = source.viewer.asked
    let size = if let log { try leaves(of: log, in: folder) } else { UInt64?.none }
    let reading = try awaiting { () throws(Problems) in
      try await folder.records(for: viewer, knownAt: knownAt, size: size)
    }
    return try Workspace(ledger: reading, names: names, packs: more.packs)
  }

  /// How many leaves the log had that a file names.
  /// - Throws: ``Problems``: it is another log, or had more than this copy has.
  private func leaves(of log: StatedAnswer.Log, in folder: LedgerFolder) throws(Problems) -> UInt64 {
    let (origin, size) = try awaiting { () throws(Problems) in
      let store = try folder.reading()
      let origin = try await AdmissionState.read(store, places: Workspace.places()).origin ?? ""
      return (origin, try await store.head()?.size ?? 0)
    }
    func refused(_ rule: Message) -> Problems {
      Problems([
        Problem(.logMoved, at: Mark(file: file, line: 0), rule: rule, remedy: Phrase.giveItsLedger.message)
      ])
    }
    guard log.origin == origin else {
      throw refused(Phrase.ofOtherLedger.with(.quoted(log.origin), .code(origin)))
    }
    guard let stated = UInt64(log.size), (1...max(size, 1)).contains(stated) else {
      throw refused(Phrase.ofMoreLeaves.with(.quoted(log.size), .count(Int(clamping: size))))
    }
    return stated
  }

  /// Makes the answers of a file again.
  private func answers(_ bytes: [UInt8]) throws(Problems) -> Shown {
    let answers = try AnswerFile.answers(bytes, named: file)
    let names = answers.map(\.name)
    let knownAt = answers.first?.knownAt
    guard Set(answers.map(\.log)).count <= 1 else {
      throw Problems([
        Problem(
          .contradiction, at: Mark(file: file, line: 0), rule: Phrase.severalLogs.message,
          remedy: Phrase.takeAsMade.message)
      ])
    }
    let workspace = try workspace(names, knownAt: knownAt, answers.compactMap(\.log).first)
    let verification = try Verification(answers, workspace, progress: { Progress(of: $0, output.lang) })
    return Shown(
      verification, workspace.ledger, viewer: source.viewer.viewer, isOfDossier: dossier != nil)
  }

  /// Makes a page again and compares its bytes.
  private func page(_ bytes: [UInt8]) throws(Problems) -> Shown {
    let asked = try PageQuestion(page: bytes, file: file)
    let workspace = try workspace(asked.names, knownAt: asked.knownAt?.last, asked.log)
    let again = try asked.page(workspace)
    return Shown(
      pageIsSame: Array(again.utf8) == bytes, asked, workspace.ledger, viewer: source.viewer.viewer,
      isOfDossier: dossier != nil)
  }
}

/// What sort of thing a file is, by how it begins.
enum FileSort {
  case proof, note, statements, envelope, page, answer

  init(_ bytes: [UInt8]) {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let isJSON = bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    if start.hasPrefix("c2sp.org/tlog-proof@") {
      self = .proof
    } else if start.lowercased().hasPrefix("<!doctype html") {
      self = .page
    } else if isJSON, start.contains("\"ecluse-statements\"") {
      self = .statements
    } else if isJSON, start.contains("\"payload\""),
      String(decoding: bytes, as: UTF8.self).contains("\"payloadType\"")
    {
      self = .envelope
    } else {
      self = isJSON || start.hasPrefix("[") ? .answer : .note
    }
  }
}
