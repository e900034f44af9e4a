/// Units that others write, and the same quantity in those that are read here.
extension Quantity {
  /// How `text`, whose unit is not read, is written in one that is: the same quantity, exactly. Two ways, an amount and
  /// a rate, where the unit is in use for both; none where nobody can know.
  package static func spellings(of text: String) -> [String] {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let numeral = try? Numeral(String(parts[0])) else { return [] }
    let unit = String(parts[1])
    if let bits = bits(unit) {
      return (try? numeral.significand.multiplying(bits.factor)).map {
        ["\(Numeral(significand: $0, exponent: numeral.exponent).decimal) \(bits.unit)"]
      } ?? []
    }
    return (words[unit].map { [$0] } ?? operations(unit)).map { "\(parts[0]) \($0)" }
  }

  private static let words = [
    "parameter": "parameters", "params": "parameters", "token": "tokens", "person": "people",
    "persons": "people", "€": "EUR", "euro": "EUR", "euros": "EUR",
  ]

  /// `FLOPs` are an amount, `PFLOPS-day` is one too; `FLOPS`, and any multiple with an s, are in use for both.
  private static func operations(_ unit: String) -> [String] {
    guard let match = unit.wholeMatch(of: /([MGTPEZY]?)(?:FLOP|Flop|flop)(s|S)?(\/s)?(-days?)?/) else {
      return []
    }
    let (prefix, plural) = (match.1, match.2)
    if match.4 != nil {
      return prefix == "P" && (plural != nil || match.3 != nil) ? ["PFLOP/s-days"] : []
    }
    if match.3 != nil { return ["\(prefix)FLOP/s"] }
    let isAmount = plural == nil || (plural == "s" && prefix.isEmpty)
    return isAmount ? ["\(prefix)FLOP"] : ["\(prefix)FLOP", "\(prefix)FLOP/s"]
  }

  /// A byte has eight bits.
  private static func bits(_ unit: String) -> (factor: UInt128, unit: String)? {
    guard let match = unit.wholeMatch(of: /([MGTPEZY]?)(b|bits?|B|[Bb]ytes?)(ps|\/s)/) else { return nil }
    return (match.2.lowercased().hasPrefix("by") || match.2 == "B" ? 8 : 1, "\(match.1)bit/s")
  }
}

extension Dimension {
  /// The units in which a quantity of it is read.
  package var units: [String] {
    let multiples = { unit in Quantity.multiples.map { $0 + unit } }
    return switch self {
    case .flop: multiples("FLOP") + ["PFLOP/s-days"]
    case .flopPerSecond: multiples("FLOP/s")
    case .bitPerSecond: multiples("bit/s")
    case .parameters: ["parameters"]
    case .tokens: ["tokens"]
    case .people: ["people"]
    case .share: ["%"]
    case .money: ["EUR", "USD", "… (ISO 4217)"]
    }
  }
}

extension Numeral {
  /// The number as one writes it: `100`, `0.8`, `8e3`.
  fileprivate var decimal: String {
    var (digits, exponent) = (String(significand), exponent)
    while exponent < 0, digits.count > 1, digits.hasSuffix("0") {
      digits.removeLast()
      exponent += 1
    }
    if exponent > 0 { return "\(digits)e\(exponent)" }
    guard exponent < 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return "\(padded.dropLast(-exponent)).\(padded.suffix(-exponent))"
  }
}
