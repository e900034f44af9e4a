import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse key revoke`: a key does not count any more.
struct KeyRevoke: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: say(.helpKeyRevoke))
  }

  @Argument(help: .init(.helpKeyID, .valueKeyID)) var id: String
  @Option(help: .init(.helpGround, .valueText)) var ground: String?
  @Flag(help: .init(.helpYes)) var yes = false
  @OptionGroup var statement: StatementOptions

  func run() throws {
    try answering(statement.style.lang) {
      let folder = try statement.ledger.folder()
      let admission = try awaiting { () throws(Problems) in
        try await AdmissionState.read(folder.reading(), places: Workspace.places())
      }
      let known = admission.ring.all.filter { $0.keyID.hasPrefix(id) && id.utf8.count >= 8 }
      guard known.count == 1 else {
        throw Problems([
          Problem(
            .missingRecord, at: nil, rule: Phrase.noKeyToRevoke.with(.code(id)),
            remedy: Phrase.showKeys.message)
        ])
      }
      guard admission.ring.revocation(of: known[0].keyID) == nil else {
        throw Problems([
          Problem(
            .contradiction, at: nil, rule: Phrase.keyIsRevoked.with(.code(known[0].id.local)),
            remedy: Phrase.showKeys.message)
        ])
      }
      let losses = yes ? [] : admission.losses(without: known[0])
      losses.forEach(statement.warn)
      guard losses.isEmpty || RecordCommand.isConfirmed(statement.style.lang) else {
        throw ExitCode(Exit.failed)
      }
      let draft = known[0].revocation(by: try statement.key.file().party, ground: ground)
      guard let leaf = try statement.say(draft) else { return }
      print(
        Phrase.keyRevokedNow.with(.code(known[0].id.local), .count(Int(leaf))).text(statement.style.lang))
    }
  }
}
