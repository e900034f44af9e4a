import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse ledger tiles`: the log as files that a web server can serve and others verify.
struct LedgerTiles: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "tiles", abstract: say(.helpLedgerTiles))
  }

  @Option(name: .customLong("out"), help: .init(.helpTilesOut, .valueFolder)) var out: String
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let (out, key) = (
        out,
        try awaiting { () throws(Problems) in
          try await AdmissionState.read(folder.reading(), places: Workspace.places()).logKey ?? ""
        }
      )
      let size = try awaiting { () throws(Problems) in
        try await PublishedTiles(folder: out).write(LogReader(folder.reading()))
      }
      print(Phrase.tilesWritten.with(.count(Int(size)), .code(out), .code(key)).text(output.lang))
    }
  }
}
