import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse reveal`: more may read a body.
struct RevealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reveal", abstract: say(.helpReveal))
  }

  @OptionGroup var audience: AudienceOptions
  @Option(help: .init(.helpReaders, .valueReaders)) var readers: String

  func run() throws {
    try answering(audience.output.lang) {
      let (id, revision) = try audience.record(try Readers(option: readers))
      print(Phrase.revealedNow.with(.code(id.full), .count(revision)).text(audience.output.lang))
    }
  }
}
