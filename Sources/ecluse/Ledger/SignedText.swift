import Ledger
import Measures
import Records

/// What a signature is asked for, for the person to read before it is given: no more is shown than what is signed, and what is
/// not shown is named.
struct SignedText {
  let style: TextStyle
  /// Whose key signs.
  let party: String
  let places: Places

  /// What is said in a statement.
  /// - Throws: ``Problems``: what is handed over beside it is not what its seal commits to.
  func lines(_ submission: Submission, file: String) throws(Problems) -> [String] {
    let statement = try Statement(payload: submission.envelope.payload, file: file)
    let head = statement.head
    let unseen = try submission.checkedBody(statement)
    var lines = [
      style("\(head.id.full)@\(head.revision)".shownSafely, .bold) + "  " + style.say(head.readers.phrase)
    ]
    if head.issuer != party { lines.append("  " + style(say(.saidByOther, head.issuer), .undetermined)) }
    lines += try Self.fields(of: head, places)
    for opening in submission.openings {
      lines.append("  \(opening.field): \(opening.value.json.canonical)".shownSafely)
    }
    if let unseen, !unseen.isEmpty {
      lines.append("  " + style(say(.signedUnseen, unseen.joined(separator: ", ")), .undetermined))
    } else if unseen == nil {
      lines.append("  " + style(style.say(.bodyUnseen), .undetermined))
    }
    let others = submission.envelope.signatures.map { String($0.keyID.prefix(16)) }
    if !others.isEmpty { lines.append("  " + say(.signedAlready, others.joined(separator: ", "))) }
    return lines
  }

  /// The fields of a head; a policy as the file that states it.
  static func fields(of head: Head, _ places: Places) throws(Problems) -> [String] {
    if head.kind == "policy", let values = try head.values(SignedFields(places: places)),
      let policy = AdmissionPolicy(values)
    {
      return policy.file.split(separator: "\n").map { "  " + String($0).shownSafely }
        + (values["log"]?.text.map { ["  log: " + $0.shownSafely] } ?? [])
    }
    return head.fields.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value.canonical)".shownSafely }
  }

  private func say(_ phrase: Phrase, _ text: String) -> String {
    style.say(phrase.with(.code(text.shownSafely)))
  }
}
