import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key revoke`: a key does not count any more.
struct KeyRevoke: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: say(.helpKeyRevoke))
  }

  @Argument(help: .init(.helpKeyID, .valueKeyID)) var id: String
  @Option(help: .init(.helpGround, .valueText)) var ground: String?
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let signer = try key.file()
      let folder = try ledger.folder()
      let sequencer = try awaiting { () throws(Problems) in try await folder.sequencer() }
      let known = try awaiting { () throws(Problems) in
        await sequencer.admission.ring.all.filter { $0.keyID.hasPrefix(id) && id.utf8.count >= 8 }
      }
      guard known.count == 1 else {
        throw Problems([
          Problem(
            .unknownKey, at: nil, field: "KEY", rule: Phrase.noKeyToRevoke.with(.code(id)),
            remedy: Phrase.showKeys.message)
        ])
      }
      let draft = known[0].revocation(by: signer.party, ground: ground)
      let submission = try Submission.unsealed(draft, signedBy: [signer.signing])
      let receipt = try awaiting { () throws(Problems) in try await sequencer.submit(submission) }
      print(
        Phrase.keyRevokedNow.with(.code(known[0].id.local), .count(Int(receipt.leaf))).text(output.lang))
    }
  }
}
