import ArgumentParser
import Glibc
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse record DOSSIER`: signs the records of a dossier and appends them to a ledger.
struct RecordCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "record", abstract: say(.helpRecord))
  }

  @Argument(help: .init(.helpRecordOperand, .valueFolder)) var operand: String
  @Option(help: .init(.helpKey, .valueFile)) var key: String?
  @Option(help: .init(.helpReaders, .valueReaders)) var readers: String = "nobody"
  @Flag(help: .init(.helpWithdrawMissing)) var withdrawMissing = false
  @Flag(help: .init(.helpYes)) var yes = false
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      if try StatementFile.isOne(operand) {
        try recordFile()
      } else {
        try recordDossier()
      }
    }
  }

  /// Records what was signed elsewhere.
  private func recordFile() throws {
    if [".yaml", ".yml"].contains(where: operand.hasSuffix) {
      throw Problems([
        Problem(
          .malformed, at: Mark(file: operand, line: 0), rule: Phrase.dossierIsFolder.message,
          remedy: Phrase.nameItsFolder.message)
      ])
    }
    let file = try StatementFile(TextFile.bytes(operand, atMost: 256 << 20), file: operand)
    let folder = try ledger.folder()
    let (submissions, others) = try file.without(exportOfAnother: folder.logKey())
    if others > 0 { print(Phrase.ofAnotherLog.with(.count(others)).text(output.lang)) }
    try Self.append(submissions, to: folder, output.lang)
  }

  private func recordDossier() throws {
    let drafts: [Draft]
    if operand == RecordReader.publicNamespace + ":" {
      drafts = try Workspace.publicDrafts()
    } else {
      let path = try operands([operand], isDossier: true).dossier
      drafts = try Workspace(dossier: path, keepsDrafts: true).drafts
    }
    guard let path = key else {
      throw Problems([
        Problem(
          .missingField, at: nil, field: "--key", rule: Phrase.noKeyNamed.message,
          remedy: Phrase.nameKey.message)
      ])
    }
    let key = try KeyFile(SecretFile.read(path), file: path)
    let readers = try Readers(option: readers)
    let folder = try ledger.folder()
    let withdraws = withdrawMissing
    let plan = try awaiting { () throws(Problems) in
      try await RecordPlan(drafts, key: key, readers: readers, withdraws: withdraws, folder.reading())
    }
    print(output.style.text(plan.lines(output.style)))
    guard plan.items.contains(where: { $0.fate != .notOurs }) else {
      throw Problems([
        Problem(
          .missingRecord, at: Mark(file: operand, line: 0),
          rule: Phrase.nothingOfParty.with(.code(key.party)), remedy: Phrase.takeKeyOfParty.message)
      ])
    }
    let conflicts = [
      (RecordPlan.Fate.conflict, Phrase.recordedOtherwise, Phrase.newRevision),
      (.otherReaders, .recordedForOthers, .changeReaders),
    ].flatMap { fate, rule, remedy in
      plan.items(fate).map { item in
        Problem(
          .duplicateRecord, at: item.draft.mark,
          rule: rule.with(.code(item.draft.id.full), .count(item.draft.revision)), remedy: remedy.message)
      }
    }
    guard conflicts.isEmpty else { throw Problems(conflicts) }
    guard !plan.toAppend.isEmpty else { return }
    guard yes || Self.isConfirmed(output.lang) else { throw ExitCode(Exit.failed) }
    try Self.append(plan.toAppend.compactMap(\.submission), to: folder, output.lang)
  }

  /// Appends, and says what became of each.
  static func append(_ submissions: [Submission], to folder: LedgerFolder, _ language: Language) throws {
    let (results, size) = try awaiting { () throws(Problems) in
      try await folder.submit(submissions, language)
    }
    var (problems, said): ([Problem], Set<Problem>) = ([], [])
    var (new, completed) = (0, 0)
    for result in results {
      switch result {
      case .success(let receipt):
        new += receipt.isNew ? 1 : 0
        completed += receipt.addsBody ? 1 : 0
      // What keeps all of them out is said once.
      case .failure(let error): problems += error.list.filter { said.insert($0).inserted }
      }
    }
    print(Phrase.appended.with(.count(new), .count(Int(size))).text(language))
    if completed > 0 { print(Phrase.bodiesAdded.with(.count(completed)).text(language)) }
    guard problems.isEmpty else {
      Exit.print(problems, language)
      throw ExitCode(Exit.badInput)
    }
  }

  /// Asks on a terminal; elsewhere nobody can answer.
  static func isConfirmed(_ language: Language) -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      StandardError().write(Phrase.needsYes.text[language] + "\n")
      return false
    }
    StandardError().write(Phrase.confirm.text[language] + " ")
    return ["y", "yes", "o", "oui"].contains(readLine()?.lowercased() ?? "")
  }
}

extension StatementFile {
  /// Whether a path is a file, which then holds signed statements.
  static func isOne(_ path: String) throws(Problems) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  /// What a whole export of another log says of things, and how many statements are left out that the log says of itself.
  fileprivate func without(
    exportOfAnother key: String
  ) throws(Problems) -> (submissions: [Submission], leftOut: Int) {
    func head(_ submission: Submission) throws(Problems) -> Head {
      try Statement(payload: submission.envelope.payload, file: "").head
    }
    guard let first = submissions.first, let other = try head(first).fields["log-key"], other != .string(key)
    else { return (submissions, 0) }
    var kept: [Submission] = []
    for submission in submissions.dropFirst() {
      let head = try head(submission)
      if head.fields["log"] != other { kept.append(submission) }
    }
    return (kept, submissions.count - kept.count)
  }
}
