import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// With which key something is said to which ledger, and whether others sign it first.
struct StatementOptions: ParsableArguments {
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @Option(name: .customLong("output"), help: .init(.helpForOthers, .valueFile)) var out: String?
  @OptionGroup var style: OutputOptions

  /// Says on standard error what its author should know.
  func warn(_ message: Message) { StandardError().write(message.text(style.lang) + "\n") }

  /// Signs a record of a kind without body, and appends it, or writes it for others to sign.
  /// - Returns: its place in the log, or `nil`: it was written.
  func say(_ draft: Draft) throws(Problems) -> UInt64? {
    let folder = try ledger.folder()
    let submission = try Submission.unsealed(draft, in: folder.logKey(), signedBy: [key.file().signing])
    if let out {
      try WholeFile.write(StatementFile([submission]).bytes, to: out)
      print(Phrase.writtenForOthers.with(.code(draft.id.full), .code(out)).text(style.lang))
      return nil
    }
    return try awaiting { () throws(Problems) in try await folder.submit(submission, style.lang).leaf }
  }
}
