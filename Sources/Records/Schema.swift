public import Measures

/// What a field may hold.
public indirect enum Shape: Hashable, Sendable {
  /// Free text.
  case text
  /// A word in kebab-case; one of these, or any if the list is empty.
  case word([String])
  /// A day or an instant.
  case moment
  /// A place of the table of places.
  case place
  /// The SHA-256 of some bytes: `sha256:` and 64 hexadecimal digits.
  case digest
  /// A whole number.
  case integer
  /// `yes` or `no`.
  case flag
  /// The name of a record of one of these kinds; of any kind if the list is empty.
  case reference([String])
  /// A number without unit, or `{ low, best, high }`.
  case number
  /// A number with a unit of this dimension.
  case quantity(Dimension)
  /// An amount of money in any currency.
  case money
  /// Accelerators: `64 x h100-sxm`.
  case chips
  /// A class of accelerators: `h100-sxm`, in any case.
  case chip
  /// Several; a lone value stands for a list of one.
  case list(Shape)
  /// Named fields.
  case group([Field])
  /// A tree that another module reads.
  case verbatim
}

/// A field of a kind of record.
public struct Field: Hashable, Sendable {
  /// Its name, the same in YAML and in a URL.
  public let name: String
  /// What it may hold.
  public let shape: Shape
  /// Whether a record without it is refused.
  public let isRequired: Bool
  /// Whether it stands in the public head of a signed record; every other field is body.
  public let isHead: Bool
  /// What it means.
  public let means: Bilingual

  static func optional(_ name: String, _ shape: Shape, _ en: String, _ fr: String) -> Field {
    Field(name: name, shape: shape, isRequired: false, isHead: false, means: Bilingual(en: en, fr: fr))
  }

  static func required(_ name: String, _ shape: Shape, _ en: String, _ fr: String) -> Field {
    Field(name: name, shape: shape, isRequired: true, isHead: false, means: Bilingual(en: en, fr: fr))
  }

  /// A field that the ledger needs in the clear: what the record affects.
  static func head(_ name: String, _ shape: Shape, required: Bool = false, _ en: String, _ fr: String)
    -> Field
  {
    Field(name: name, shape: shape, isRequired: required, isHead: true, means: Bilingual(en: en, fr: fr))
  }
}

/// A kind of record. A released kind is frozen.
public struct Kind: Hashable, Sendable {
  /// Its name, in kebab-case.
  public let name: String
  /// Its version; a change is a new version with an upcaster.
  public let version: Int
  /// Whether it is an act: what somebody decides, orders, attests or files under a regime.
  public let isAct: Bool
  /// What it is for.
  public let means: Bilingual
  /// Its fields.
  public let fields: [Field]
  /// The fields that stand in a signed head of it, those of every record among them. Every statement is read by them.
  let headFields: [Field]
  /// The same of a signed body.
  let bodyFields: [Field]
  /// Those without which it is refused.
  let required: [Field]

  init(_ name: String, isAct: Bool = false, _ en: String, _ fr: String, _ fields: [Field]) {
    self.name = name
    version = 1
    self.isAct = isAct
    means = Bilingual(en: en, fr: fr)
    self.fields = fields
    headFields = (Kinds.commonFields + fields).ofHeads
    bodyFields = (Kinds.commonFields + fields).ofBodies
    required = (Kinds.commonFields + fields).filter(\.isRequired)
  }
}
