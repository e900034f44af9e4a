import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger policy`: who may say what, from now on.
struct LedgerPolicy: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "policy", abstract: say(.helpLedgerPolicy))
  }

  @Argument(help: .init(.helpPolicyFile, .valueFile)) var file: String
  @OptionGroup var statement: StatementOptions

  func run() throws {
    try answering(statement.style.lang) {
      let policy = try AdmissionPolicy(file: TextFile.tree(file), places: Workspace.places())
      let revision = try statement.ledger.folder().nextRevision(of: policy.draft(revision: 1).id)
      guard try statement.say(policy.draft(revision: revision)) != nil else { return }
      print(Phrase.policyChanged.with(.count(revision)).text(statement.style.lang))
    }
  }
}
