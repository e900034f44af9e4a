public import Records

/// The row of a leaf: what its head shows, to find it by.
public struct StatementRow: Hashable, Sendable {
  /// Its place in the log.
  public let leaf: UInt64
  /// The kind of record.
  public let kind: String
  /// The name of the thing.
  public let id: GlobalID
  /// The revision.
  public let revision: Int
  /// The namespace of the party that says it.
  public let issuer: String
  /// The log's time in milliseconds: that of the tick before it.
  public let time: Int64
  /// SHA-256 of the signed payload: the same statement again has the same one.
  public let payload: [UInt8]

  /// Creates a row.
  public init(
    leaf: UInt64, kind: String, id: GlobalID, revision: Int, issuer: String, time: Int64, payload: [UInt8]
  ) {
    self.leaf = leaf
    self.kind = kind
    self.id = id
    self.revision = revision
    self.issuer = issuer
    self.time = time
    self.payload = payload
  }
}

/// A leaf mentions a thing, in its head or in a field of its body.
public struct MentionRow: Hashable, Sendable {
  /// What is mentioned.
  public let id: GlobalID
  /// Where.
  public let leaf: UInt64
  /// The field of the body; `nil`: the head, which everyone sees.
  public let field: String?

  /// Creates a row.
  public init(id: GlobalID, leaf: UInt64, field: String?) {
    self.id = id
    self.leaf = leaf
    self.field = field
  }
}

/// A field of a body, kept beside the log.
public struct OpeningRow: Hashable, Sendable {
  /// The leaf whose seal commits to it.
  public let leaf: UInt64
  /// The field.
  public let field: String
  /// Who said it.
  public let issuer: String
  /// Who may read it besides.
  public let readers: Readers
  /// The bytes of the ``Opening``.
  public let bytes: [UInt8]

  /// Creates a row.
  public init(leaf: UInt64, field: String, issuer: String, readers: Readers, bytes: [UInt8]) {
    self.leaf = leaf
    self.field = field
    self.issuer = issuer
    self.readers = readers
    self.bytes = bytes
  }
}

/// One change of the tables that a leaf causes. Stores apply it; nothing in it depends on the clock or on a regime.
public enum LedgerChange: Hashable, Sendable {
  /// A leaf was appended.
  case statement(StatementRow)
  /// A leaf mentions a thing.
  case mention(MentionRow)
  /// A field of a body came with it, or later.
  case opening(OpeningRow)
  /// Fields of a leaf have other readers from now on; `fields` empty: all that are held.
  case readers(leaf: UInt64, fields: [String], Readers)
  /// Fields of a leaf are erased, and what the tables know through them; `fields` empty: all.
  case erase(leaf: UInt64, fields: [String])
}
