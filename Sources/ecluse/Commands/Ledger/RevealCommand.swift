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
    try answering(audience.language) {
      guard let done = try audience.record(Readers(option: readers), .more) else { return }
      print(done.words(.revealedNow, .revealedFields).text(audience.language))
    }
  }
}
