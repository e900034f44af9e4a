import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger export`: what a viewer may see, as signed statements with their openings.
struct LedgerExport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: say(.helpLedgerExport))
  }

  @Option(name: .customLong("out"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var viewer: ViewerOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let viewer = viewer.asked
      let file = try awaiting { () throws(Problems) in
        try await StatementFile(exporting: folder.reading(), for: viewer)
      }
      try WholeFile.write(file.bytes, to: out, isPrivate: viewer != .everyone)
    }
  }
}
