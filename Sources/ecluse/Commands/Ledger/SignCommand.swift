import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse sign`: a person signs, on a machine of their own, a dossier or what others have signed.
struct SignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "sign", abstract: say(.helpSign))
  }

  @Argument(help: .init(.helpSignOperand, .valueFile)) var operand: String
  @OptionGroup var key: KeyOption
  @Option(help: .init(.helpReaders, .valueReaders)) var readers: String = "nobody"
  @Option(name: .customLong("output"), help: .init(.helpSigned, .valueFile)) var out: String
  @Flag(help: .init(.helpYes)) var yes = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let key = try key.file()
      var asked: [Submission] = []
      if try StatementFile.isOne(operand) {
        asked = try StatementFile(TextFile.bytes(operand, atMost: 256 << 20), file: operand).submissions
      } else {
        let path = try operands([operand], isDossier: true).dossier
        let readers = try Readers(option: readers)
        for draft in try Workspace(dossier: path, keepsDrafts: true).drafts
        where draft.id.namespace == key.party {
          asked.append(try Submission.of(draft, readers: readers, sealing: key.sealing, signedBy: []))
        }
      }
      guard !asked.isEmpty else {
        throw Problems([
          Problem(
            .missingRecord, at: Mark(file: operand, line: 0),
            rule: Phrase.nothingOfParty.with(.code(key.party)), remedy: Phrase.takeKeyOfParty.message)
        ])
      }
      let text = SignedText(style: output.style, party: key.party, places: try Workspace.places())
      var lines: [String] = []
      for submission in asked { lines += try text.lines(submission, file: operand) }
      print(output.style.text(lines))
      guard yes || RecordCommand.isConfirmed(output.lang) else { throw ExitCode(Exit.failed) }
      var signed: [Submission] = []
      for submission in asked { signed.append(try submission.signed(by: key.signing)) }
      try WholeFile.write(StatementFile(signed).bytes, to: out, isPrivate: true)
    }
  }
}
