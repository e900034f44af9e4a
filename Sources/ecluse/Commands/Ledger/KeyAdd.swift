import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key add`: introduces a key to a log.
struct KeyAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: say(.helpKeyAdd))
  }

  @Argument(help: .init(.helpKeyCard, .valueFile)) var card: String
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let signer = try key.file()
      let grant = try KeyGrant(card: TextFile.bytes(card, atMost: 1 << 16), file: card)
      let submission = try Submission.unsealed(grant.draft(by: signer.party), signedBy: [signer.signing])
      let folder = try ledger.folder()
      let receipt = try awaiting { () throws(Problems) in
        try await folder.sequencer().submit(submission)
      }
      print(
        Phrase.keyIntroduced.with(.code(grant.id.local), .code(grant.party), .count(Int(receipt.leaf)))
          .text(output.lang))
    }
  }
}
