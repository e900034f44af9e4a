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
  @Option(help: .init(.helpShownTo, .valueViewer)) var viewer: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let (name, revision) = (name, revision)
      let shown = try fields.map { Set(try AudienceOptions.names($0)) }
      // What is handed out shows what everybody may read, unless somebody asks for more.
      let viewer = ViewerOption.viewer(viewer) ?? (shown == nil ? .everyone : .holder)
      let (bytes, kept, seen) = try awaiting { () throws(Problems) in
        let store = try folder.reading()
        let rows = try await LedgerNames.rows(name, in: store)
        guard let row = rows.first(where: { $0.revision == revision ?? rows.last?.revision }) else {
          throw Problems([
            Problem(
              .missingRecord, at: nil, field: "--revision", rule: Phrase.noSuchLeaf.with(.code(name)),
              remedy: Phrase.recordFirst.message)
          ])
        }
        let kept = try await store.openings(row.leaf..<row.leaf + 1, for: .holder)
        let seen = try await store.openings(row.leaf..<row.leaf + 1, for: viewer)
        return (try await LogReader(store).proof(of: row, for: viewer, fields: shown).bytes, kept, seen)
      }
      for name in (shown ?? []).sorted()
      where name == Seal.listField || !seen.contains(where: { $0.field == name }) {
        let known = seen.map(\.field).filter { $0 != Seal.listField }
        throw Problems([
          Problem(
            .unknownField, at: nil, field: "--fields", rule: Phrase.noFieldShown.with(.quoted(name)),
            remedy: Phrase.oneOf.with(.code(known.joined(separator: ", "))))
        ])
      }
      try WholeFile.write(bytes, to: out, isPrivate: viewer != .everyone)
      let open = seen.filter { shown?.contains($0.field) ?? true }
      tell(.shownBeyondPublic, open.filter { $0.readers != .everyone })
      tell(.fieldsNotShown, kept.filter { !open.contains($0) })
    }
  }

  private func tell(_ phrase: Phrase, _ rows: [OpeningRow]) {
    let names = rows.map(\.field).filter { $0 != Seal.listField }
    guard !names.isEmpty else { return }
    StandardError().write(phrase.with(.code(names.joined(separator: ", "))).text(output.lang) + "\n")
  }
}
