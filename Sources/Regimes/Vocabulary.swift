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
    /// Whether a thing may have others, for which no rule asks.
    public let mayBeOther: Bool
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
        words: listed.isEmpty ? Self.wordsOfFields(named: entry.key) : listed,
        mayBeOther: entry.value["others"]?.text == "allowed")
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
  /// Words in `records` that no rule can ask for: of what is decided or covered, of attributes, of roles. A mistyped decision
  /// would bind nobody, a mistyped event would be none.
  public func problems(in records: [Record]) -> [Problem] {
    // Of few kinds there are many records.
    var limited: [String: [(key: String, attribute: Attribute)]] = [:]
    return records.filter { !$0.isWithheld }.flatMap { record -> [Problem] in
      var problems: [Problem] = []
      func check(_ said: [String], _ field: String, _ words: Set<String>, others mayBeOther: Bool = false) {
        for word in said where !words.contains(word) {
          let near = NearestNames.of(word, among: words.sorted())
          if mayBeOther, near.isEmpty { continue }
          problems.append(
            Problem(
              .unknownVocabulary, at: record.mark, field: field,
              rule: Phrase.notInVocabulary.with(.quoted(word)),
              remedy: words.isEmpty
                ? Phrase.removeIt.message
                : near.isEmpty
                  ? Phrase.oneOf.with(.code(words.sorted().joined(separator: ", ")))
                  : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
        }
      }
      if let act = acts[record.kind] {
        check(record.words("decision"), "decision", act.decisions)
        check(record.words("covers"), "covers", act.coverages)
      }
      let attributes = limited[record.kind] ?? limitedAttributes(of: record.kind)
      limited[record.kind] = attributes
      for (key, attribute) in attributes {
        check(record.words(key), key, attribute.words, others: attribute.mayBeOther)
      }
      for (index, entry) in (record["roles"]?.elements ?? []).enumerated() {
        check([entry["role"]?.text].compactMap(\.self), "roles[\(index)].role", roles)
      }
      return problems
    }
  }

  /// The attributes of a kind of record that have words of their own, by key.
  private func limitedAttributes(of kind: String) -> [(key: String, attribute: Attribute)] {
    attributes.filter { !$0.value.words.isEmpty && isAttribute($0.key, of: kind) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func isAttribute(_ key: String, of kind: String) -> Bool {
    owners["attributes.\(key)"]?.contains { (SubjectKind(rawValue: $0)?.recordKind ?? $0) == kind } == true
  }
}
