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
      try WholeFile.write(bytes, to: out, isPrivate: viewer != .everyone)
    }
  }
}
