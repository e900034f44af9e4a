import Records

/// Unfolds leaves and openings into changes of the tables: pure, so that tables can be thrown away and made again.
enum Unfolding {
  /// What the tables take of a statement that is appended as a leaf.
  static func changes(
    _ examined: Examined, leaf: UInt64, time: Int64, target: UInt64?
  ) -> [LedgerChange] {
    let statement = examined.statement
    let head = statement.head
    var changes: [LedgerChange] = [
      .statement(
        StatementRow(
          leaf: leaf, kind: head.kind, id: head.id, revision: head.revision, issuer: head.issuer, time: time,
          payload: statement.digest))
    ]
    changes += head.mentions.sorted().map { .mention(MentionRow(id: $0, leaf: leaf, field: nil)) }
    changes += body(examined, leaf: leaf)
    if head.kind == "audience", let fields = examined.fields, let target {
      changes.append(audience(fields, target: target))
    }
    return changes
  }

  /// What the tables take of a body.
  static func body(_ examined: Examined, leaf: UInt64) -> [LedgerChange] {
    let head = examined.statement.head
    let submission = examined.submission
    guard let commitments = submission.commitments, !commitments.isEmpty else { return [] }
    func row(_ field: String, _ bytes: [UInt8]) -> LedgerChange {
      .opening(
        OpeningRow(leaf: leaf, field: field, issuer: head.issuer, readers: head.readers, bytes: bytes))
    }
    return [row(Seal.listField, Seal.list(commitments))]
      + submission.openings.map { row($0.field, $0.bytes) }
      + examined.bodyMentions.sorted { $0.key < $1.key }.flatMap { field, ids in
        ids.sorted().map { .mention(MentionRow(id: $0, leaf: leaf, field: field)) }
      }
  }

  private static func audience(_ fields: [String: Value], target: UInt64) -> LedgerChange {
    let names = (fields["fields"]?.elements ?? []).compactMap(\.text)
    if fields["disposed"]?.text == "yes" { return .erase(leaf: target, fields: names) }
    let words = (fields["to"]?.elements ?? []).compactMap(\.text)
    return .readers(leaf: target, fields: names, Readers(words: words))
  }
}

extension Seal {
  /// The name under which the list of commitments is kept beside the openings.
  public static let listField = ""
}

extension Examined {
  /// The record and revision whose readers it changes.
  var target: (id: GlobalID, revision: Int)? {
    guard statement.head.kind == "audience", let id = fields?["of"]?.reference,
      let revision = fields?["of-revision"]?.whole
    else { return nil }
    return (id, revision)
  }
}
