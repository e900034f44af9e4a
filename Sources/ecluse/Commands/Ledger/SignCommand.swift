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
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var out: String
  @Flag(help: .init(.helpYes)) var yes = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let key = try key.file()
      var signed: [Submission] = []
      if try StatementFile.isOne(operand) {
        let file = try StatementFile(TextFile.bytes(operand, atMost: 256 << 20), file: operand)
        for submission in file.submissions { signed.append(try submission.signed(by: key.signing)) }
      } else {
        let path = try operands([operand], isDossier: true).dossier
        let readers = try Readers(option: readers)
        for draft in try Workspace(dossier: path, keepsDrafts: true).drafts
        where draft.id.namespace == key.party {
          signed.append(
            try Submission.of(draft, readers: readers, sealing: key.sealing, signedBy: [key.signing]))
        }
      }
      print(output.style.text(try lines(signed)))
      guard yes || RecordCommand.isConfirmed(output.lang) else { throw ExitCode(Exit.failed) }
      try WholeFile.write(StatementFile(signed).bytes, to: out, isPrivate: true)
    }
  }

  /// What is signed, for the person to read before signing.
  private func lines(_ submissions: [Submission]) throws(Problems) -> [String] {
    var lines: [String] = []
    for submission in submissions {
      let head = try Statement(payload: submission.envelope.payload, file: operand).head
      lines.append(
        output.style("\(head.id.full)@\(head.revision)", .bold) + "  " + output.style.say(head.readers.phrase)
      )
      for (name, value) in head.fields.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(name): \(value.canonical)")
      }
      for opening in submission.openings {
        lines.append("  \(opening.field): \(opening.value.json.canonical)")
      }
    }
    return lines
  }
}
