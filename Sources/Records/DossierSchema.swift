public import Measures

/// The files of dossiers as a JSON Schema (2020-12), by which editors complete and check what is written.
///
/// It says what one value may be. What records say about each other, whether names exist, whether figures fit together, is
/// the reader's to say.
public enum DossierSchema {
  /// The schema, with descriptions in one language.
  public static func json(_ language: Language) -> JSON {
    let writer = SchemaWriter(language)
    let kinds = Kinds.all.map { ("kind-\($0.name)", writer.record($0)) }
    let head = writer.object(
      [
        ("dossier", writer.word([]), Phrase.schemaDossier.message.text(language)),
        ("title", writer.shape(.group(DossierSchema.title)), Phrase.schemaTitle.message.text(language)),
      ], required: ["dossier"])
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string(Phrase.schemaOf.message.text(language)), "type": .string("array"),
      "items": .object([
        "anyOf": .array((["dossier"] + kinds.map(\.0)).map { .object(["$ref": .string("#/$defs/\($0)")]) })
      ]),
      "$defs": .object(
        Dictionary([("dossier", head)] + kinds) { first, _ in first }.merging(writer.shared) { $1 }),
    ])
  }

  private static let title: [Field] = [
    .required("en", .text, "In English.", "En anglais."),
    .required("fr", .text, "In French.", "En français."),
  ]
}

/// Writes what a value may be.
private struct SchemaWriter {
  private let language: Language
  /// Fields that several kinds have, by the names of their definitions.
  private let common: [Field: String]

  init(_ language: Language) {
    self.language = language
    var counts: [Field: Int] = [:]
    for field in Kinds.all.flatMap({ $0.fields + Kinds.commonFields }) { counts[field, default: 0] += 1 }
    var common: [Field: String] = [:]
    var names: [String: Int] = [:]
    let several = counts.filter { $0.value > 1 }.keys
    for field in several.sorted(by: { ($0.name, $0.means.en) < ($1.name, $1.means.en) }) {
      names[field.name, default: 0] += 1
      common[field] = "field-\(field.name)-\(names[field.name] ?? 0)"
    }
    self.common = common
  }

  /// What several records refer to.
  var shared: [String: JSON] {
    var result = Self.values
    for (field, name) in common { result[name] = described(shape(field.shape), field.means[language]) }
    return result
  }

  /// What many fields are.
  private static let values: [String: JSON] = [
    // YAML makes numbers and truth values of some words.
    "text": .object(["type": .strings(["string", "number", "boolean"])]),
    "moment": .object([
      "type": .strings(["string", "integer"]),
      "pattern": .string("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]+Z)?)?)?$"),
    ]),
    "place": .object([
      "type": .string("string"), "pattern": .string("^([A-Z]{2,6}(-[A-Z0-9]{1,3})?|world)$"),
    ]),
    "digest": .object(["type": .string("string"), "pattern": .string("^sha256:[0-9a-f]{64}$")]),
    "integer": .object(["type": .string("integer"), "minimum": .int(0)]),
    "flag": .object(["enum": .array([.string("yes"), .string("no"), .bool(true), .bool(false)])]),
    "plain-number": .object([
      "anyOf": .array([
        .object(["type": .string("number"), "minimum": .int(0)]),
        .object(["type": .string("string"), "pattern": .string("^[0-9][0-9.,eE+/ ]*%?$")]),
      ])
    ]),
    "number": .object([
      "anyOf": .array([
        .object(["$ref": .string("#/$defs/plain-number")]),
        .object([
          "type": .string("object"), "required": .strings(["low"]), "additionalProperties": .bool(false),
          "properties": .object(
            Dictionary(
              ["low", "best", "high"].map { ($0, .object(["$ref": .string("#/$defs/plain-number")])) }
            ) { first, _ in first }),
        ]),
      ])
    ]),
    "quantity": .object([
      "type": .string("string"), "pattern": .string("^[0-9][0-9.eE+/]*( [A-Za-z][A-Za-z0-9/ ]*| ?%)$"),
    ]),
    "chips": .object(["type": .string("string"), "pattern": .string("^[0-9][0-9.eE+]* [x×] [^ ]+$")]),
    "name": .object(["type": .strings(["string", "number"])]),
  ]

  private static func named(_ name: String) -> JSON { .object(["$ref": .string("#/$defs/\(name)")]) }

  /// A record: its kind with its name, then its fields.
  func record(_ kind: Kind) -> JSON {
    let fields = (kind.fields + Kinds.commonFields).filter { $0.name != kind.name }
    let properties = fields.map { field in
      (field.name, common[field].map(Self.named) ?? described(shape(field.shape), field.means[language]))
    }
    return closed(
      [(kind.name, described(Self.named("name"), kind.means[language]))] + properties,
      required: [kind.name] + fields.filter(\.isRequired).map(\.name))
  }

  func object(_ fields: [(String, JSON, String)], required: [String]) -> JSON {
    closed(fields.map { ($0.0, described($0.1, $0.2)) }, required: required)
  }

  private func described(_ value: JSON, _ means: String) -> JSON {
    guard case .object(var members) = value else { return value }
    members["description"] = .string(means)
    return .object(members)
  }

  private func closed(_ properties: [(String, JSON)], required: [String]) -> JSON {
    .object([
      "type": .string("object"), "required": .strings(required), "additionalProperties": .bool(false),
      "properties": .object(Dictionary(properties) { first, _ in first }),
    ])
  }

  func word(_ words: [String]) -> JSON {
    words.isEmpty
      ? .object(["type": .string("string"), "pattern": .string("^[a-z0-9][a-z0-9.-]*$")])
      : .object(["enum": .strings(words)])
  }

  func shape(_ shape: Shape) -> JSON {
    switch shape {
    case .text: Self.named("text")
    case .word(let words): word(words)
    case .moment: Self.named("moment")
    case .place: Self.named("place")
    case .digest: Self.named("digest")
    case .integer: Self.named("integer")
    case .flag: Self.named("flag")
    case .reference: Self.named("name")
    case .number: Self.named("number")
    case .quantity(.share): Self.named("plain-number")
    case .quantity, .money: Self.named("quantity")
    case .chips: Self.named("chips")
    case .chip: .object(["type": .string("string")])
    // A lone value stands for a list of one.
    case .list(let element):
      .object([
        "anyOf": .array([
          .object(["type": .string("array"), "items": self.shape(element)]), self.shape(element),
        ])
      ])
    case .group(let fields):
      object(
        fields.map { ($0.name, self.shape($0.shape), $0.means[language]) },
        required: fields.filter(\.isRequired).map(\.name))
    case .verbatim: .object([:])
    }
  }
}
