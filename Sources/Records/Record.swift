public import Measures

/// What somebody said about something: a kind, a name, a revision, a time, an issuer, typed fields.
///
/// A dossier holds records unsigned, the ledger holds them signed; they are the same records. A record
/// never changes: revisions replace it whole.
public struct Record: Hashable, Sendable {
  /// The name of its kind.
  public let kind: String
  /// The name of the thing.
  public let id: GlobalID
  /// The revision, from 1.
  public let revision: Int
  /// The namespace of the party that says it.
  public let issuer: String
  /// When it begins to be valid, as its author or its kind says; `nil`: always.
  public let validFrom: Moment?
  /// When it ceases to be valid; `nil`: never.
  public let validTo: Moment?
  /// When it was said, where that is stated.
  public let stated: Moment?
  /// The earlier revision that this one corrects, for the past too.
  public let replaces: Int?
  /// Why it corrects or withdraws.
  public let because: String?
  /// Whether the body is withheld: then it is unknown, not absent.
  public let isWithheld: Bool
  /// The fields that its kind defines.
  public let body: [String: Value]
  /// Where it stands.
  public let mark: Mark

  /// A field.
  public subscript(field: String) -> Value? { body[field] }

  /// The references in a field.
  public func references(_ field: String) -> [GlobalID] { body[field]?.references ?? [] }

  /// The words or texts of a field.
  public func words(_ field: String) -> [String] { body[field]?.elements.compactMap(\.text) ?? [] }

  /// The environment where dependence is presumed. Capitals, spaces and what is not seen make no other one.
  package var environment: String? {
    self["environment"]?.text.map {
      $0.seen.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Whether the record says that it knows the field whole.
  public func isComplete(_ field: String) -> Bool { words("complete").contains(field) }

  /// The same record with only what its head shows.
  package var withheld: Record {
    let fields = Kinds.named(kind)?.fields ?? []
    return Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom, validTo: validTo,
      stated: stated, replaces: replaces, because: nil, isWithheld: true, body: fields.split(body).head,
      mark: mark)
  }

  /// The same where even its head is in doubt: what enters it is as unknown as all else.
  package var doubted: Record {
    var known = withheld.body
    known["uses"] = nil
    return Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom, validTo: validTo,
      stated: stated, replaces: replaces, because: nil, isWithheld: true, body: known, mark: mark)
  }

  /// Whether both say the same, wherever they stand.
  public static func == (left: Record, right: Record) -> Bool {
    left.id == right.id && left.revision == right.revision && left.issuer == right.issuer
      && left.validFrom == right.validFrom && left.validTo == right.validTo
      && left.stated == right.stated && left.replaces == right.replaces
      && left.isWithheld == right.isWithheld && left.because == right.because && left.body == right.body
  }

  /// Hashes what equality compares, as far as it tells records apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(revision)
  }
}
