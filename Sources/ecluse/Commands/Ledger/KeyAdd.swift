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
  @OptionGroup var statement: StatementOptions

  func run() throws {
    try answering(statement.style.lang) {
      let grant = try KeyGrant(card: TextFile.bytes(card, atMost: 1 << 16), file: card)
      guard let leaf = try statement.say(grant.draft(by: statement.key.file().party)) else { return }
      print(
        Phrase.keyIntroduced.with(.code(grant.id.local), .code(grant.party), .count(Int(leaf)))
          .text(statement.style.lang))
    }
  }
}
