import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse ledger checkpoint`: what the log signs.
struct LedgerCheckpoint: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "checkpoint", abstract: say(.helpLedgerCheckpoint))
  }

  @Option(name: .customLong("out"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let bytes = try awaiting { () throws(Problems) in
        try await LogReader(folder.reading()).signedCheckpoint()
      }
      try WholeFile.write(String(decoding: bytes, as: UTF8.self), to: out)
    }
  }
}
