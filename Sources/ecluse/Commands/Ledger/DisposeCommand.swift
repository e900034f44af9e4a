import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse dispose`: a body is erased, for everyone and for good.
struct DisposeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "dispose", abstract: say(.helpDispose))
  }

  @OptionGroup var audience: AudienceOptions
  @Flag(help: .init(.helpYes)) var yes = false

  func run() throws {
    try answering(audience.output.lang) {
      guard yes || RecordCommand.isConfirmed(audience.output.lang) else { throw ExitCode(Exit.failed) }
      let (id, revision) = try audience.record(nil)
      let folder = try audience.ledger.folder()
      try awaiting { () throws(Problems) in try await folder.writing().compact() }
      print(Phrase.disposedNow.with(.code(id.full), .count(revision)).text(audience.output.lang))
    }
  }
}
