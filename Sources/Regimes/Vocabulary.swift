public import Measures
public import Records

/// The words that packs may use: attribute keys, quantities, sets, events, decisions, places in a path.
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

  /// An attribute: what it holds, and which words.
  public struct Attribute: Sendable {
    /// What it holds.
    public let holds: AttributeType
    /// Its values, if it holds words.
    public let words: Set<String>
  }

  /// What an act of a kind may decide and cover.
  public struct Act: Sendable {
    /// Its decisions.
    public let decisions: Set<String>
    /// What it may cover.
    public let coverages: Set<String>
    /// Whether it is about nothing in particular, as a list that an agency keeps.
    public let isGeneral: Bool
  }

  /// What a quantity counts.
  public enum Measure: Equatable, Sendable {
    /// Units of one dimension.
    case dimension(Dimension)
    /// Money, in whatever currency.
    case money

    /// Whether `dimension` is of this sort.
    public func covers(_ dimension: Dimension) -> Bool {
      switch self {
      case .dimension(let own): own == dimension
      case .money: if case .money = dimension { true } else { false }
      }
    }
  }

  /// Attribute keys.
  public let attributes: [String: Attribute]
  /// Quantities with what they count.
  public let quantities: [String: Measure]
  /// Sets for `some` and `every`.
  public let sets: Set<String>
  /// Periods that a quantity may be taken in.
  public let periods: Set<String>
  /// Dates of a record that a path may name.
  public let dates: Set<String>
  /// Kinds of acts with what they may decide and cover.
  public let acts: [String: Act]
  /// Keys of a counting convention with their words.
  public let conventions: [String: Set<String>]
  /// Events from which duties run.
  public let events: Set<String>
  /// States while which duties run.
  public let states: Set<String>
  /// Names that a path may begin with.
  public let paths: Set<String>
  /// Those of them that stand for a thing, which has a quantity, and not for a date or a place.
  var things: Set<String> { paths.subtracting(["country", "as-of", "activation"]) }
  /// Roles and relations of issuers.
  public let roles: Set<String>
  /// Recipients of duties.
  public let recipients: Set<String>
  /// Of what kinds of things attributes, quantities and sets are asked.
  let owners: [String: Set<String>]

  /// Reads the vocabulary file.
  public init(_ file: Node) {
    func entries(_ key: String) -> [Node.Entry] { file[key]?.entries ?? [] }
    func names(_ key: String) -> Set<String> { Set(entries(key).map(\.key)) }
    func words(_ node: Node?) -> Set<String> { Set((node?.elements ?? []).compactMap(\.text)) }
    func table<Word>(_ key: String, _ read: (Node.Entry) -> Word?) -> [String: Word] {
      Dictionary(
        entries(key).compactMap { entry in read(entry).map { (entry.key, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    attributes = table("attributes") { entry in
      // A table of this file by its name, the words listed here, or those to which the records' field is limited.
      let listed = entry.value["words"]?.text.map(names) ?? words(entry.value["words"])
      return Attribute(
        holds: AttributeType(rawValue: entry.value["holds"]?.text ?? "") ?? .word,
        words: listed.isEmpty ? Self.wordsOfFields(named: entry.key) : listed)
    }
    quantities = table("quantities") { entry in
      guard let unit = entry.value["unit"]?.text else { return nil }
      return unit == "money" ? .money : (try? Quantity("1 \(unit)")).map { .dimension($0.dimension) }
    }
    acts = table("acts") { entry in
      Act(
        decisions: words(entry.value["decides"]), coverages: words(entry.value["covers"]),
        isGeneral: entry.value["about"]?.text == "nothing")
    }
    conventions = table("conventions") { words($0.value) }
    sets = names("sets")
    periods = names("periods")
    dates = names("dates")
    events = names("events")
    states = names("states")
    paths = names("paths")
    roles = names("roles")
    recipients = names("recipients")
    owners = Dictionary(
      ["attributes", "quantities", "sets"].flatMap { section in
        entries(section).map {
          ("\(section).\($0.key)", words($0.value["of"]).union([$0.value["of"]?.text ?? ""]))
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The words to which the kinds of records limit the field of that name.
  static func wordsOfFields(named name: String) -> Set<String> {
    Set(
      Kinds.all.flatMap(\.fields).filter { $0.name == name }.flatMap { field -> [String] in
        if case .word(let words) = field.shape { words } else { [] }
      })
  }
}

extension Vocabulary {
  /// Acts in `records` that decide or cover something that no act of their kind does: they would have no effect.
  public func problems(in records: [Record]) -> [Problem] {
    records.flatMap { record -> [Problem] in
      guard !record.isWithheld, let act = acts[record.kind] else { return [] }
      func unknown(_ field: String, _ words: Set<String>) -> [Problem] {
        record.words(field).filter { !words.contains($0) }.map { word in
          Problem(
            .unknownVocabulary, at: record.mark, field: field,
            rule: Phrase.notInVocabulary.with(.quoted(word)),
            remedy: words.isEmpty
              ? Phrase.removeIt.message
              : Phrase.oneOf.with(.code(words.sorted().joined(separator: ", "))))
        }
      }
      return unknown("decision", act.decisions) + unknown("covers", act.coverages)
    }
  }
}
