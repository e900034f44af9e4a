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
      guard GlobalID.isNamespace(party), party != Admission.log else {
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
      let key = try statement.key.file()
      let delegation = Delegation(from: key.party, to: party, kinds: Set(kinds), until: until)
      let revision = try statement.ledger.folder().nextRevision(of: delegation.draft(revision: 1).id)
      guard try statement.say(delegation.draft(revision: revision)) != nil else { return }
      print(
        Phrase.delegated.with(.code(key.party), .code(party), .code(kinds.joined(separator: ", ")))
          .text(statement.style.lang))
    }
  }
}
