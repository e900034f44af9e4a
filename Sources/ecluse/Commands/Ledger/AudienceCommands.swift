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

/// `ecluse reveal`: more may read a body.
struct RevealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "reveal", abstract: say(.helpReveal))
  }

  @OptionGroup var audience: AudienceOptions
  @Option(help: .init(.helpReaders, .valueReaders)) var readers: String

  func run() throws {
    try answering(audience.output.lang) {
      let (id, revision) = try audience.record(try Readers(option: readers))
      print(Phrase.revealedNow.with(.code(id.full), .count(revision)).text(audience.output.lang))
    }
  }
}

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
