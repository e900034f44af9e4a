import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse withhold`: fewer may read a body.
struct WithholdCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "withhold", abstract: say(.helpWithhold))
  }

  @OptionGroup var audience: AudienceOptions
  @Option(help: .init(.helpReaders, .valueReaders)) var readers: String = "nobody"

  func run() throws {
    try answering(audience.language) {
      guard let done = try audience.record(Readers(option: readers), .fewer) else { return }
      print(done.words(.withheldNow, .withheldFields).text(audience.language))
    }
  }
}
