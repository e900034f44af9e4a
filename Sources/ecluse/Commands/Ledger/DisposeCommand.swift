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
    try answering(audience.language) {
      guard yes || RecordCommand.isConfirmed(audience.language) else { throw ExitCode(Exit.failed) }
      guard let done = try audience.record(nil, .fewer) else { return }
      print(done.words(.disposedNow, .disposedFields).text(audience.language))
      if !done.others.isEmpty {
        let others = done.others.map(String.init).joined(separator: ", ")
        print(Phrase.othersKeepTheirs.with(.code(others)).text(audience.language))
      }
    }
  }
}
