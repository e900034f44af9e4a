/// What a quantity counts. Quantities of different dimensions are never compared.
public enum Dimension: Hashable, Sendable {
  /// Operations.
  case flop
  /// Operations per second.
  case flopPerSecond
  /// Bits per second of a link.
  case bitPerSecond
  /// Parameters of a model.
  case parameters
  /// Tokens of data.
  case tokens
  /// Persons.
  case people
  /// Integer minor units of a currency (ISO 4217).
  case money(currency: String)
  /// A share or a factor.
  case share
}

/// A number with its unit, as it was written: `3.8e25 FLOP`, `100 Gbit/s`, `30 %`, `1/3`.
public struct Quantity: Hashable, Sendable {
  /// The exact value in the base unit of its dimension.
  public let value: Ratio
  /// What it counts.
  public let dimension: Dimension
  /// The text that was read.
  public let written: String
  /// The value with half a unit of the last printed digit on each side.
  public let printedBounds: Bounds<Ratio>

  /// Reads a number and a unit separated by spaces; a bare number or a fraction is a share.
  /// - Throws: ``MeasureError`` (`notANumber`, `unknownUnit`, `overflow`, `divisionByZero`,
  ///   `fractionOfMinorUnit`).
  public init(_ text: String) throws(MeasureError) {
    written = text
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = parts.first else { throw MeasureError(.notANumber, text) }
    let unit = parts.dropFirst().joined(separator: " ")
    let (scale, dimension) = try Self.unit(unit)
    self.dimension = dimension
    if dimension == .share, unit.isEmpty, let slash = first.firstIndex(of: "/") {
      value = try Ratio(
        UInt128(strictDecimal: String(first[..<slash])),
        over: UInt128(strictDecimal: String(first[first.index(after: slash)...])))
      printedBounds = Bounds(exactly: value)
      return
    }
    let numeral = try Numeral(String(first))
    value = try numeral.ratio().multiplied(by: scale)
    if case .money = dimension, value.denominator != 1 { throw MeasureError(.fractionOfMinorUnit, text) }
    let scaled = { (bound: Ratio) throws(MeasureError) -> Ratio in try bound.multiplied(by: scale) }
    printedBounds = try numeral.halfUnitBounds().map(low: scaled, best: scaled, high: scaled)
  }

  /// The factor to the base unit, and the dimension.
  private static func unit(_ text: String) throws(MeasureError) -> (Ratio, Dimension) {
    switch text {
    case "": return (.one, .share)
    case "%": return (try Ratio(1, over: 100), .share)
    case "parameters": return (.one, .parameters)
    case "tokens": return (.one, .tokens)
    case "people": return (.one, .people)
    case "PFLOP/s-days": return (Ratio(try UInt128.powerOfTen(15).multiplying(86_400)), .flop)
    default: break
    }
    for (suffix, dimension) in [
      ("FLOP/s", Dimension.flopPerSecond), ("FLOP", .flop), ("bit/s", .bitPerSecond),
    ] where text.hasSuffix(suffix) {
      guard let power = prefixes[String(text.dropLast(suffix.count))] else { break }
      return (Ratio(try UInt128.powerOfTen(power)), dimension)
    }
    if text.utf8.count == 3, text.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }) {
      return (try minorUnits(of: text), .money(currency: text))
    }
    throw MeasureError(.unknownUnit, text)
  }

  /// The prefixes of units, from the least.
  static let multiples = prefixes.sorted { $0.value < $1.value }.map(\.key)

  private static let prefixes = ["": 0, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "Z": 21, "Y": 24]

  /// How many minor units one unit of the currency has.
  static func minorUnits(of currency: String) throws(MeasureError) -> Ratio {
    Ratio(try UInt128.powerOfTen(minorDigits[currency] ?? 2))
  }

  /// Currencies whose minor unit is not a hundredth (ISO 4217).
  private static let minorDigits = ["JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3]
}
