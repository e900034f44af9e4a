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
    try answering(audience.output.lang) {
      let (id, revision) = try audience.record(try Readers(option: readers))
      print(Phrase.withheldNow.with(.code(id.full), .count(revision)).text(audience.output.lang))
    }
  }
}
