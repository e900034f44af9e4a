public import Records

/// The words that packs may use: attribute keys, quantities, sets, events, places in a path.
public struct Vocabulary: Sendable {
  /// What an attribute holds.
  public enum AttributeType: String, Sendable {
    /// Places of the table.
    case place
    /// Words.
    case word
    /// Global ids.
    case id
  }

  /// Attribute keys with what they hold.
  public let attributes: [String: AttributeType]
  /// Quantities with their dimension's unit.
  public let quantities: Set<String>
  /// Sets for `some` and `every`.
  public let sets: Set<String>
  /// Events from which duties run.
  public let events: Set<String>
  /// States while which duties run.
  public let states: Set<String>
  /// Names that a path may begin with.
  public let paths: Set<String>
  /// Roles and relations of issuers.
  public let roles: Set<String>
  /// Recipients of duties.
  public let recipients: Set<String>

  /// Reads the vocabulary file.
  public init(_ file: Node) {
    func names(_ key: String) -> Set<String> { Set(file[key]?.entries?.map(\.key) ?? []) }
    attributes = Dictionary(
      (file["attributes"]?.entries ?? []).map { entry in
        (entry.key, AttributeType(rawValue: entry.value["holds"]?.text ?? "") ?? .word)
      }, uniquingKeysWith: { first, _ in first })
    quantities = names("quantities")
    sets = names("sets")
    events = names("events")
    states = names("states")
    paths = names("paths")
    roles = names("roles")
    recipients = names("recipients")
  }
}
