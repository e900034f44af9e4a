import ArgumentParser
import Ledger
import Measures
import Records

/// What `withhold`, `dispose` and `reveal` have in common: they change who may open a body.
struct AudienceOptions: ParsableArguments {
  /// Which way readers may change.
  enum Direction { case fewer, more }

  /// Whose readers were changed.
  struct Changed {
    let id: GlobalID
    let revision: Int
    /// Which fields; empty: all.
    let fields: [String]
    /// The other revisions that still have a body.
    let others: [Int]

    /// What became of it, of the whole body or of some fields.
    func words(_ whole: Phrase, _ some: Phrase) -> Message {
      let arguments: [Message.Argument] = [.code(id.full), .count(revision)]
      return fields.isEmpty
        ? Message(whole, arguments) : Message(some, arguments + [.code(fields.joined(separator: ", "))])
    }
  }

  @Argument(help: .init(.helpAudienceOf, .valueName)) var name: String
  @Option(help: .init(.helpRevision, .valueNumber)) var revision: Int?
  @Option(help: .init(.helpFields, .valueFields)) var fields: String?
  @Option(help: .init(.helpGround, .valueText)) var ground: String
  @OptionGroup var statement: StatementOptions

  var language: Language { statement.style.lang }

  /// Records the change; `readers` `nil`: erased for everyone.
  ///
  /// Fewer readers may also be said of a body that is not kept here: whoever hands it in later is bound by it.
  /// - Returns: what was changed, and the other revisions that still have a body; `nil`: others sign first.
  func record(_ readers: Readers?, _ direction: Direction) throws(Problems) -> Changed? {
    let folder = try statement.ledger.folder()
    let name = name
    let (rows, openings) = try awaiting { () throws(Problems) in
      let store = try folder.reading()
      let rows = try await LedgerNames.rows(name, in: store)
      var openings: [Int: [OpeningRow]] = [:]
      for row in rows {
        openings[row.revision] = try await store.openings(row.leaf..<row.leaf + 1, for: .holder)
      }
      return (rows, openings.filter { !$0.value.isEmpty })
    }
    guard let row = rows.first(where: { $0.revision == revision ?? rows.last?.revision }) else {
      throw refused(.missingRecord, "--revision", Phrase.noSuchLeaf.with(.code(name)), .recordFirst)
    }
    let names = try fields.map(Self.names) ?? []
    guard ground.contains(where: { !$0.isWhitespace }) else {
      throw refused(.missingField, "--ground", Phrase.noGround.message, .rewriteIt)
    }
    if let kept = openings[row.revision] {
      try check(names, kept, readers, direction)
    } else if try direction == .more ? true : isErased(row, folder) {
      throw refused(.missingRecord, nil, Phrase.noBodyKept.with(.code(row.id.full)), .seeShow)
    }
    let change = AudienceChange(
      of: row.id, revision: row.revision, fields: names, readers: readers, ground: ground)
    var generator = SystemRandomNumberGenerator()
    let local = (0..<2).map { _ in String(generator.next(), radix: 16) }.joined()
    guard try statement.say(change.draft(named: local)) != nil else { return nil }
    return Changed(
      id: row.id, revision: row.revision, fields: names,
      others: openings.keys.filter { $0 != row.revision }.sorted())
  }

  /// The names of fields between commas. None at all would mean the whole body, which nobody asks for by an empty list.
  static func names(_ list: String) throws(Problems) -> [String] {
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy({ !$0.isEmpty }) else {
      throw Problems([
        Problem(
          .missingField, at: nil, field: "--fields", rule: Phrase.noFieldNamed.message,
          remedy: Phrase.leaveOutForAll.message)
      ])
    }
    return names
  }

  private func isErased(_ row: StatementRow, _ folder: LedgerFolder) throws(Problems) -> Bool {
    try awaiting { () throws(Problems) in
      try await Audiences(folder.reading(), of: row)[row.leaf].isErased(Seal.listField)
    }
  }

  /// Whoever mistypes a field, or asks for fewer readers and names more, hears of it.
  private func check(
    _ names: [String], _ kept: [OpeningRow], _ readers: Readers?, _ direction: Direction
  ) throws(Problems) {
    let known = kept.map(\.field).filter { $0 != Seal.listField }
    for name in names where !known.contains(name) {
      throw refused(
        .unknownField, "--fields", Phrase.noFieldKept.with(.code(name)),
        Phrase.oneOf.with(.code(known.joined(separator: ", "))))
    }
    guard let readers else { return }
    let fields = kept.filter { $0.field != Seal.listField && (names.isEmpty || names.contains($0.field)) }
    guard direction == .fewer || fields.contains(where: { $0.readers != readers }) else {
      throw refused(
        .contradiction, "--readers", Phrase.revealsNothing.with(.message(readers.phrase)), .seeShow)
    }
    for row in kept where names.isEmpty || names.contains(row.field) {
      let (few, many) = direction == .fewer ? (readers, row.readers) : (row.readers, readers)
      guard few.areAmong(many) else {
        throw refused(
          .contradiction, "--readers",
          (direction == .fewer ? Phrase.wouldReveal : .wouldWithhold).with(.message(row.readers.phrase)),
          (direction == .fewer ? Phrase.useReveal : .useWithhold).message)
      }
    }
  }

  private func refused(
    _ code: Problem.Code, _ field: String?, _ rule: Message, _ remedy: Phrase
  ) -> Problems { refused(code, field, rule, remedy.message) }

  private func refused(
    _ code: Problem.Code, _ field: String?, _ rule: Message, _ remedy: Message
  ) -> Problems {
    Problems([Problem(code, at: nil, field: field, rule: rule, remedy: remedy)])
  }
}
