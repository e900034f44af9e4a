import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse ledger prove`: a proof that anybody can check without the ledger.
struct LedgerProve: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "prove", abstract: say(.helpLedgerProve))
  }

  @Argument(help: .init(.helpAudienceOf, .valueName)) var name: String
  @Option(help: .init(.helpRevision, .valueNumber)) var revision: Int?
  @Option(help: .init(.helpShownFields, .valueFields)) var fields: String?
  @Option(name: .customLong("out"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var viewer: ViewerOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let (name, revision, viewer) = (name, revision, viewer.asked)
      let shown = fields.map { Set($0.split(separator: ",").map(String.init)) }
      let bytes = try awaiting { () throws(Problems) in
        let store = try folder.reading()
        let rows = try await LedgerNames.rows(name, in: store)
        guard let row = rows.first(where: { $0.revision == revision ?? rows.last?.revision }) else {
          throw Problems([
            Problem(
              .missingRecord, at: nil, field: "--revision", rule: Phrase.noSuchLeaf.with(.code(name)),
              remedy: Phrase.recordFirst.message)
          ])
        }
        return try await LogReader(store).proof(of: row, for: viewer, fields: shown).bytes
      }
      try WholeFile.write(String(decoding: bytes, as: UTF8.self), to: out)
    }
  }
}

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
