package import Measures

/// The units that a number may have where it stands.
package enum Units: Equatable {
  case none, money, any
  case of(Dimension)

  func contain(_ dimension: Dimension) -> Bool {
    switch self {
    case .none: dimension == .share
    case .money: if case .money = dimension { true } else { false }
    case .any: true
    case .of(let one): dimension == one
    }
  }

  private var dimensions: [Dimension] {
    switch self {
    case .none: []
    case .money: [.money(currency: "EUR")]
    case .any:
      [.flop, .flopPerSecond, .bitPerSecond, .parameters, .tokens, .people, .share, .money(currency: "EUR")]
    case .of(let dimension): [dimension]
    }
  }

  /// The units, as they are written. Money in one currency is in no other.
  private var spelled: [String] {
    if case .of(.money(let currency)) = self { [currency] } else { dimensions.flatMap(\.units) }
  }

  /// By what the units are known.
  var name: String { spelled.first ?? "" }

  /// The unit that a number without one had, if any can be known: not how many bits, not which money.
  var base: String? { [.none, .money, .of(.bitPerSecond), .of(.share)].contains(self) ? nil : name }

  /// What to do about a quantity in a unit that does not belong here.
  var remedy: Message {
    self == .none
      ? Phrase.takeNoUnit.message
      : Phrase.takeUnit.with(.code(spelled.joined(separator: ", ")))
  }

  /// What to do about a unit that is not read: the same quantity in one that is, never the number under another.
  func remedy(for text: String) -> Message {
    let known = Quantity.spellings(of: text).map { ($0, try? Quantity($0)) }
    guard known.contains(where: { $1.map { contain($0.dimension) } ?? false }) else { return remedy }
    let texts = known.map { Message.Argument.quoted($0.0) }
    return texts.count == 1 ? Phrase.writeUnit.with(texts[0]) : Message(Phrase.amountOrRate, texts)
  }

  /// A power whose exponent was found again, with the unit that it had, or else with the first.
  func restored(_ power: String, _ text: String) -> String {
    let unit = text.split(separator: " ").dropFirst().joined(separator: " ")
    let whole = ([power] + [unit.isEmpty ? base : unit].compactMap { $0 }).joined(separator: " ")
    let read = [whole] + Quantity.spellings(of: whole)
    return read.first { (try? Quantity($0)).map { contain($0.dimension) } == true } ?? power
  }
}
