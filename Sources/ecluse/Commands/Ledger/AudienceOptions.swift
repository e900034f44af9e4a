import ArgumentParser
import Ledger
import Measures
import Records

/// What `withhold`, `dispose` and `reveal` have in common: they change who may open a body.
struct AudienceOptions: ParsableArguments {
  @Argument(help: .init(.helpAudienceOf, .valueName)) var name: String
  @Option(help: .init(.helpRevision, .valueNumber)) var revision: Int?
  @Option(help: .init(.helpFields, .valueFields)) var fields: String?
  @Option(help: .init(.helpGround, .valueText)) var ground: String
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  /// Records the change; `readers` `nil`: erased for everyone.
  func record(_ readers: Readers?) throws -> (GlobalID, Int) {
    let key = try key.file()
    let folder = try ledger.folder()
    let name = name
    let rows = try awaiting { () throws(Problems) in try await LedgerNames.rows(name, in: folder.reading()) }
    guard let row = rows.first(where: { $0.revision == revision ?? rows.last?.revision }) else {
      throw Problems([
        Problem(
          .missingRecord, at: nil, field: "--revision", rule: Phrase.noSuchLeaf.with(.code(name)),
          remedy: Phrase.recordFirst.message)
      ])
    }
    let change = AudienceChange(
      of: row.id, revision: row.revision,
      fields: fields.map { $0.split(separator: ",").map(String.init) } ?? [],
      readers: readers, ground: ground)
    var generator = SystemRandomNumberGenerator()
    let local = (0..<2).map { _ in String(generator.next(), radix: 16) }.joined()
    let submission = try Submission.unsealed(change.draft(named: local), signedBy: [key.signing])
    try RecordCommand.append([submission], to: folder, output.lang)
    return (row.id, row.revision)
  }
}
