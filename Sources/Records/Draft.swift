/// What somebody says of one thing, field by field as it was written: what is signed, and what a ``Record`` is made of.
public struct Draft: Hashable, Sendable {
  /// Its kind.
  public let kind: Kind
  /// The name of the thing. Its namespace is that of whoever says it.
  public let id: GlobalID
  /// The fields, those that every record may have among them.
  public let fields: [String: Value]
  /// Where it stands.
  public let mark: Mark

  /// Creates a draft.
  package init(kind: Kind, id: GlobalID, fields: [String: Value], mark: Mark) {
    self.kind = kind
    self.id = id
    self.fields = fields
    self.mark = mark
  }

  /// The revision, from 1.
  public var revision: Int {
    if case .integer(let revision)? = fields["revision"] { revision } else { 1 }
  }

  /// Whether it says itself that its body is not shown.
  var isWithheld: Bool { Self.says(fields["withheld"]?.text) }

  /// What it says, for accounting and judging.
  public var record: Record { record(isWithheld: isWithheld) }

  /// What it says to somebody who does not see all of it.
  public func record(isWithheld: Bool) -> Record {
    let record = Record(
      kind: kind, id: id, isWithheld: self.isWithheld || isWithheld, fields: fields, mark: mark)
    return isWithheld ? record.withheld : record
  }

  /// Whether a flag is set.
  static func says(_ text: String?) -> Bool { text == "yes" || text == "true" }

  /// Whether both say the same, wherever they stand.
  public static func == (left: Draft, right: Draft) -> Bool {
    left.id == right.id && left.fields == right.fields
  }

  /// Hashes what equality compares, as far as it tells drafts apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(revision)
  }
}
