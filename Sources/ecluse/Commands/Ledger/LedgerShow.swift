import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse ledger show`: where a log stands, who may speak, or what it has of one thing.
struct LedgerShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: say(.helpLedgerShow))
  }

  @Argument(help: .init(.helpAudienceOf, .valueName)) var name: String?
  @Flag(help: .init(.helpPolicyFlag)) var policy = false
  @Flag(help: .init(.helpDelegations)) var delegations = false
  @OptionGroup var viewer: ViewerOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let (name, viewer, style, policy) = (name, viewer.asked, output.style, policy)
      let delegations = delegations
      let text = try awaiting { () throws(Problems) in
        let store = try folder.reading()
        if let name { return style.text(try await Self.thing(name, store, viewer, style)) }
        let admission = try await AdmissionState.read(store, places: Workspace.places())
        if policy { return admission.policy.file }
        if delegations {
          let lines = admission.delegations.map { style.say($0.words(at: admission.time)) }
          return style.text(lines.isEmpty ? [style.say(Phrase.noDelegation.message)] : lines)
        }
        return style.text(try await Self.log(store, admission, style))
      }
      print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    }
  }

  /// Where the log stands.
  private static func log(
    _ store: any Store, _ admission: Admission, _ style: TextStyle
  ) async throws(Problems) -> [String] {
    guard let head = try await store.head() else { return [] }
    var table = TextTable([.left, .left])
    func add(_ phrase: Phrase, _ text: String) { table.add([style.say(phrase), text], [.faint, nil]) }
    add(.labelLog, admission.origin ?? "")
    add(.labelVerifierKey, admission.logKey ?? "")
    add(.labelLeaves, String(head.size))
    add(.labelRoot, try Checkpoint(SignedNote(head.checkpoint, file: "checkpoint")).root.base64)
    add(.labelLastTick, Instant(milliseconds: head.time).description)
    add(.labelKeys, String(admission.ring.all.count))
    return table.lines(style)
  }

  /// What the log has of one thing.
  private static func thing(
    _ name: String, _ store: any Store, _ viewer: Viewer, _ style: TextStyle
  ) async throws(Problems) -> [String] {
    var lines: [String] = []
    for row in try await LedgerNames.rows(name, in: store) {
      guard let bytes = try await store.leaves(row.leaf..<row.leaf + 1).first else { continue }
      let statement = try Statement(
        payload: Envelope(bytes, file: "leaf \(row.leaf)").payload, file: "leaf \(row.leaf)")
      // The first leaf comes before the first tick.
      let time = row.time > 0 ? Instant(milliseconds: row.time).description : "—"
      lines.append(
        style("\(row.id.full)@\(row.revision)", .bold) + "  "
          + style.say(Phrase.saidBy.with(.code(row.issuer), .count(Int(row.leaf)), .code(time))))
      lines += try SignedText.fields(of: statement.head, Workspace.places())
      let rows = try await store.openings(row.leaf..<row.leaf + 1, for: viewer)
      lines += try await body(rows, of: statement, Audiences(store, of: row)[row.leaf], style)
    }
    return lines
  }

  private static func body(
    _ rows: [OpeningRow], of statement: Statement, _ history: AudienceHistory, _ style: TextStyle
  ) throws(Problems) -> [String] {
    func why(_ field: String, _ erased: Phrase, _ withheld: Phrase, _ hidden: Phrase) -> String {
      let absence = history.absence(of: field, first: statement.head.readers)
      let text = absence.map { ($0.isErased ? erased : withheld).with(.quoted($0.ground.shownSafely)) }
      return style(style.say(text ?? hidden.message), .undetermined)
    }
    func line(_ field: String) -> String {
      "  \(field): ".shownSafely + why(field, .fieldErasedOn, .fieldWithheldOn, .fieldWithheld)
    }
    guard let list = rows.first(where: { $0.field == Seal.listField }) else {
      guard statement.seal != Seal.root([]) else { return [] }
      let fields = history.absences(of: nil, first: statement.head.readers).keys.sorted()
      return ["  " + why(Seal.listField, .bodyErasedOn, .bodyWithheldOn, .bodyWithheld)]
        + fields.filter { $0 != Seal.listField }.map(line)
    }
    var lines: [String] = []
    for commitment in try Seal.commitments(list.bytes) {
      if let row = rows.first(where: { $0.field == commitment.field }) {
        lines.append(
          "  \(commitment.field): \(try Opening(row.bytes).value.json.canonical)".shownSafely + "  "
            + style(style.say(row.readers.phrase), .faint))
      } else {
        lines.append(line(commitment.field))
      }
    }
    return lines
  }
}
