import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse ledger delegate`: a party lets another speak about what is its own.
struct LedgerDelegate: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "delegate", abstract: say(.helpDelegate))
  }

  @Argument(help: .init(.helpDelegateTo, .valueParty)) var party: String
  @Option(help: .init(.helpDelegateKinds, .valueKinds)) var kinds: String
  @Option(help: .init(.helpDelegateUntil, .valueDate), transform: TimeOptions.moment) var until: Moment?
  @OptionGroup var statement: StatementOptions

  func run() throws {
    try answering(statement.style.lang) {
      let key = try statement.key.file()
      guard GlobalID.isNamespace(party), party != Admission.log, party != key.party else {
        throw Problems([
          Problem(
            .badName, at: nil, field: "PARTY", rule: Phrase.badName.with(.quoted(party)),
            remedy: Phrase.chooseName.message)
        ])
      }
      let kinds = kinds.split(separator: ",").map(String.init)
      for kind in kinds where Kinds.named(kind) == nil {
        throw Problems([
          Problem(
            .unknownKind, at: nil, field: "--kinds", rule: Phrase.kindOfNoRule.with(.code(kind)),
            remedy: Phrase.listKinds.message)
        ])
      }
      let delegation = Delegation(from: key.party, to: party, kinds: Set(kinds), until: until)
      let revision = try statement.ledger.folder().nextRevision(of: delegation.draft(revision: 1).id)
      guard try statement.say(delegation.draft(revision: revision)) != nil else { return }
      let folder = try statement.ledger.folder()
      let admission = try awaiting { () throws(Problems) in
        try await AdmissionState.read(folder.reading(), places: Workspace.places())
      }
      print(statement.style.style.say(delegation.words(at: admission.time)))
      if !admission.ring.all.contains(where: { $0.party == party }) {
        statement.warn(Phrase.noKeyOfParty.with(.code(party)))
      }
      let unused = delegation.kinds.filter { kind in
        !admission.policy.rules.contains { $0.about == .delegated && $0.kinds.contains(kind) }
      }
      if !unused.isEmpty {
        statement.warn(Phrase.delegationUnused.with(.code(unused.sorted().joined(separator: ", "))))
      }
    }
  }
}

extension Delegation {
  /// What it lets whom do at a time of the log, in milliseconds.
  func words(at time: Int64) -> Message {
    let parties: [Message.Argument] = [
      .code(from), .code(to), .code(kinds.sorted().joined(separator: ", ")),
    ]
    guard let until else { return Message(.delegated, parties) }
    let isOver = until.last.milliseconds < time
    return Message(isOver ? .delegationOver : .delegatedUntil, parties + [.date(until)])
  }
}
