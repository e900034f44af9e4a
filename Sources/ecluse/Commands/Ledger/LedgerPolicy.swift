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
  @Flag(help: .init(.helpYes)) var yes = false
  @OptionGroup var statement: StatementOptions

  func run() throws {
    try answering(statement.style.lang) {
      let policy = try AdmissionPolicy(file: TextFile.tree(file), places: Workspace.places())
      let folder = try statement.ledger.folder()
      let admission = try awaiting { () throws(Problems) in
        try await AdmissionState.read(folder.reading(), places: Workspace.places())
      }
      try admission.check(policy)
      let vacant = admission.vacant(in: policy)
      if !vacant.isEmpty {
        statement.warn(Phrase.rolesOfNobody.with(.code(vacant.joined(separator: ", "))))
      }
      let losses = yes ? [] : admission.losses(under: policy)
      losses.forEach(statement.warn)
      guard losses.isEmpty || RecordCommand.isConfirmed(statement.style.lang) else {
        throw ExitCode(Exit.failed)
      }
      let revision = try statement.ledger.folder().nextRevision(of: policy.draft(revision: 1).id)
      guard try statement.say(policy.draft(revision: revision)) != nil else { return }
      print(Phrase.policyChanged.with(.count(revision)).text(statement.style.lang))
    }
  }
}
