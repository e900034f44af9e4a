public import Measures

/// A field of a record, as its schema read it.
public indirect enum Value: Hashable, Sendable {
  /// Free text.
  case text(String)
  /// One word of a list.
  case word(String)
  /// A day or an instant.
  case moment(Moment)
  /// A country, a part of one, or a union: `FR`, `US-CA`, `EU`.
  case place(String)
  /// A whole number.
  case integer(Int)
  /// Yes or no.
  case flag(Bool)
  /// The name of another record, resolved.
  case reference(GlobalID)
  /// A number without unit, possibly with bounds.
  case number(Bounds<Ratio>)
  /// A quantity as it was printed.
  case quantity(Quantity)
  /// Some accelerators: how many, of which class.
  case chips(count: UInt128, id: String)
  /// Several values.
  case list([Value])
  /// Named values.
  case group([String: Value])
  /// A tree that another module reads.
  case verbatim(JSON)
}

extension Value {
  /// The elements of a list, or the value alone.
  public var elements: [Value] {
    if case .list(let elements) = self { elements } else { [self] }
  }

  /// A text, word, place or date as text.
  public var text: String? {
    switch self {
    case .text(let text), .word(let text), .place(let text): text
    case .moment(let moment): moment.description
    case .reference(let id): id.description
    case .flag(let value): value ? "yes" : "no"
    case .integer(let value): String(value)
    default: nil
    }
  }

  /// A reference.
  public var reference: GlobalID? {
    if case .reference(let id) = self { id } else { nil }
  }

  /// A date.
  public var moment: Moment? {
    if case .moment(let moment) = self { moment } else { nil }
  }

  /// A quantity.
  public var quantity: Quantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// A number with its bounds.
  public var number: Bounds<Ratio>? {
    if case .number(let bounds) = self { bounds } else { nil }
  }

  /// A member of a group.
  public subscript(name: String) -> Value? {
    if case .group(let members) = self { members[name] } else { nil }
  }

  /// Every date inside.
  var moments: [Moment] {
    switch self {
    case .moment(let moment): [moment]
    case .list(let elements): elements.flatMap(\.moments)
    case .group(let members): members.values.flatMap(\.moments)
    default: []
    }
  }

  /// Every reference inside.
  public var references: [GlobalID] {
    switch self {
    case .reference(let id): [id]
    case .list(let elements): elements.flatMap(\.references)
    case .group(let members): members.sorted { $0.key < $1.key }.flatMap { $0.value.references }
    default: []
    }
  }
}
