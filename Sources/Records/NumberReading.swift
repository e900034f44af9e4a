package import Measures

/// Numbers, quantities and accelerators: where lost superscripts and units are caught.
extension ValueReader {
  /// An exact number, or `nil` after reporting why it is not one.
  mutating func ratio(_ text: String, _ node: Node, path: String) -> Ratio? {
    do {
      let quantity = try Quantity(text)
      guard quantity.dimension == .share else {
        report(.badUnit, node, path, .badNumber, [.quoted(text)])
        return nil
      }
      return quantity.value
    } catch {
      report(error, text, node, path: path)
      return nil
    }
  }

  /// A quantity of the dimension, or of money if none is given.
  mutating func quantity(_ text: String, _ dimension: Dimension?, _ node: Node, path: String) -> Value? {
    do {
      let quantity = try Quantity(text)
      let isBare = text.prefix { $0 != " " }.allSatisfy(\.isNumber)
      if quantity.dimension == dimension, !(isBare && lostExponent(text) != nil) {
        return .quantity(quantity)
      }
      if dimension == nil, case .money = quantity.dimension { return .quantity(quantity) }
      if let power = lostExponent(text) {
        report(power, text, node, path: path, unit: unit(of: dimension))
      } else if quantity.dimension == .share, !text.contains(" ") {
        problems.append(
          Problem(
            .badUnit, at: node.mark, field: path, rule: Phrase.noUnit.with(.quoted(text)),
            remedy: Phrase.writeUnit.with(.quoted("\(text) \(unit(of: dimension))"))))
      } else {
        report(.badUnit, node, path, .wrongUnit, [.quoted(text), .code(unit(of: dimension))])
      }
    } catch {
      report(error, text, node, path: path, unit: unit(of: dimension))
    }
    return nil
  }

  /// `64 x h100-sxm`.
  mutating func chips(_ text: String, _ node: Node, path: String) -> Value? {
    let parts = text.split(separator: " ")
    guard parts.count == 3, parts[1] == "x" || parts[1] == "×",
      let count = try? Numeral(String(parts[0])).ratio(), count.denominator == 1
    else {
      report(.wrongType, node, path, .badNumber, [.quoted(text)])
      return nil
    }
    return .chips(count: count.numerator, id: parts[2].lowercased())
  }

  private mutating func report(
    _ error: MeasureError, _ text: String, _ node: Node, path: String, unit: String? = nil
  ) {
    problems.append(.number(error, text, unit: unit, at: node.mark, field: path))
  }

  private mutating func report(_ power: String, _ text: String, _ node: Node, path: String, unit: String?) {
    problems.append(.lostExponent(power, text, unit: unit, at: node.mark, field: path))
  }

  private func lostExponent(_ text: String) -> String? { Problem.lostExponent(text) }

  private func unit(of dimension: Dimension?) -> String {
    switch dimension {
    case .flop: "FLOP"
    case .flopPerSecond: "FLOP/s"
    case .bitPerSecond: "Gbit/s"
    case .parameters: "parameters"
    case .tokens: "tokens"
    case .people: "people"
    case .share: "%"
    case .money, nil: "EUR"
    }
  }
}

/// What is wrong with a number, in a record or in a pack.
extension Problem {
  /// A text that is no quantity, and why; `unit`: the one that belongs there.
  package static func number(
    _ error: MeasureError, _ text: String, unit: String?, at mark: Mark, field: String
  ) -> Problem {
    func problem(_ code: Code, _ rule: Phrase, _ remedy: Message) -> Problem {
      Problem(code, at: mark, field: field, rule: rule.with(.quoted(text)), remedy: remedy)
    }
    switch error.code {
    case .overflow: return problem(.overflow, .overflow, Phrase.checkExponent.message)
    case .fractionOfMinorUnit:
      return problem(.badNumber, .fractionOfMinorUnit, Phrase.wholeMinorUnits.message)
    case .unknownUnit:
      let number = text.prefix { $0 != " " }
      return problem(
        .badUnit, .unknownUnit,
        unit.map { Phrase.writeUnit.with(.quoted("\(number) \($0)")) } ?? Phrase.rewriteIt.message)
    default:
      if text.hasPrefix("-") { return problem(.badNumber, .negative, Phrase.zeroOrMore.message) }
      if let power = lostExponent(text) {
        return lostExponent(power, text, unit: unit, at: mark, field: field)
      }
      return problem(.badNumber, .badNumber, Phrase.rewriteIt.message)
    }
  }

  /// A power of ten whose exponent lost its superscript.
  package static func lostExponent(
    _ power: String, _ text: String, unit: String?, at mark: Mark, field: String
  ) -> Problem {
    Problem(
      .badNumber, at: mark, field: field, rule: Phrase.lostExponent.with(.quoted(text)),
      remedy: Phrase.writeExponent.with(.quoted(unit.map { "\(power) \($0)" } ?? power)))
  }

  /// The power that `1025`, `10^25`, `10<sup>25</sup>`, `10²⁵` or `3.8×10^25` seems to have meant.
  package static func lostExponent(_ text: String) -> String? {
    let number = text.split(separator: " ").first ?? ""
    let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let plain = String(
      number.map { character in
        superscripts.firstIndex(of: character).map { Character(String($0)) } ?? character
      })
    let match = plain.wholeMatch(
      of: /(?:([0-9.,]+)[·*x×])?10(?:\^|\*\*|<sup>|º|)(1[5-9]|2[0-9]|3[0-8])(?:<\/sup>)?/)
    return match.map { "\($0.1?.replacing(",", with: ".") ?? "1")e\($0.2)" }
  }
}
