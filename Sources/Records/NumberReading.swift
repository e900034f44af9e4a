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
      problems.append(.number(error, text, .none, at: node.mark, field: path))
      return nil
    }
  }

  /// A quantity in one of these units.
  mutating func quantity(_ text: String, _ units: Units, _ node: Node, path: String) -> Value? {
    do {
      let quantity = try Quantity(text)
      let isBare = text.prefix { $0 != " " }.allSatisfy(\.isNumber)
      let isLost = isBare && units != .money && Problem.lostExponent(text) != nil
      if units.contain(quantity.dimension), !isLost { return .quantity(quantity) }
      if let power = Problem.lostExponent(text) {
        problems.append(.lostExponent(power, text, units, at: node.mark, field: path))
      } else if quantity.dimension == .share, !text.contains(" ") {
        problems.append(
          Problem(
            .badUnit, at: node.mark, field: path, rule: Phrase.noUnit.with(.quoted(text)),
            remedy: units.base.map { Phrase.writeUnit.with(.quoted("\(text) \($0)")) } ?? units.remedy))
      } else {
        report(.badUnit, node, path, .wrongUnit, [.quoted(text), .code(units.name)])
      }
    } catch {
      problems.append(.number(error, text, units, at: node.mark, field: path))
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
}

/// What is wrong with a number, in a record or in a pack.
extension Problem {
  /// A text that is no quantity, and why; `units`: those that may stand there.
  package static func number(
    _ error: MeasureError, _ text: String, _ units: Units, at mark: Mark, field: String
  ) -> Problem {
    func problem(_ code: Code, _ rule: Phrase, _ remedy: Message) -> Problem {
      Problem(code, at: mark, field: field, rule: rule.with(.quoted(text)), remedy: remedy)
    }
    switch error.code {
    case .overflow: return problem(.overflow, .overflow, Phrase.checkExponent.message)
    case .fractionOfMinorUnit:
      return problem(.badNumber, .fractionOfMinorUnit, Phrase.wholeMinorUnits.message)
    case .unknownUnit:
      if let power = lostExponent(text) {
        return lostExponent(power, text, units, at: mark, field: field)
      }
      return problem(.badUnit, .unknownUnit, units.remedy(for: text))
    default:
      if text.hasPrefix("-") { return problem(.badNumber, .negative, Phrase.zeroOrMore.message) }
      if let power = lostExponent(text) {
        return lostExponent(power, text, units, at: mark, field: field)
      }
      return problem(.badNumber, .badNumber, Phrase.rewriteIt.message)
    }
  }

  /// What is wrong with the number of a length of time; `nil`: the text is none, or is right.
  package static func period(_ text: String, at mark: Mark, field: String) -> Problem? {
    do {
      _ = try Period(reading: text)
      return nil
    } catch {
      func problem(_ code: Code, _ rule: Phrase) -> Problem {
        Problem(
          code, at: mark, field: field, rule: rule.with(.quoted(text)), remedy: Phrase.writeWhole.message)
      }
      switch error.code {
      case .overflow: return problem(.overflow, .tooLong)
      case .notANumber: return problem(.badNumber, text.hasPrefix("-") ? .negative : .notWhole)
      default: return nil
      }
    }
  }

  /// A power of ten whose exponent lost its superscript.
  package static func lostExponent(
    _ power: String, _ text: String, _ units: Units, at mark: Mark, field: String
  ) -> Problem {
    Problem(
      .badNumber, at: mark, field: field, rule: Phrase.lostExponent.with(.quoted(text)),
      remedy: Phrase.writeExponent.with(.quoted(units.restored(power, text))))
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
