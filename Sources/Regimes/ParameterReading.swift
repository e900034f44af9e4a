import Measures
import Records

/// Parameters.
extension PackReader {
  mutating func parameter(_ entry: Node.Entry) -> Parameter? {
    let (node, path) = (entry.value, "parameters.\(entry.key)")
    check(
      node, path: path, allowed: ["value", "cite", "at-least", "may-change", "context", "example"],
      required: ["value", "cite"])
    guard let value = node["value"], let content = content(value, path: path),
      let citation = citation(node["cite"], at: node, path: "\(path).cite")
    else { return nil }
    return Parameter(
      name: entry.key, content: content,
      floor: node["at-least"].flatMap { floor($0, of: content, path: path) },
      mayChange: node["may-change"].flatMap { change($0, path: "\(path).may-change") },
      isContext: flag(node["context"], path: "\(path).context"),
      isExample: flag(node["example"], path: "\(path).example"), citation: citation)
  }

  /// The least that it may be set to, in the unit of its value.
  private mutating func floor(_ node: Node, of content: Parameter.Content, path: String) -> Quantity? {
    guard let text = text(node, path: "\(path).at-least") else { return nil }
    if let floor = try? Quantity(text) {
      if case .quantity(let value) = content, value.dimension == floor.dimension { return floor }
      if content == .required { return floor }
    }
    report(
      .badNumber, node, "\(path).at-least", Phrase.badFloor.with(.quoted(text)), Phrase.rewriteIt.message)
    return nil
  }

  private mutating func content(_ node: Node, path: String) -> Parameter.Content? {
    if node.entries != nil {
      check(node, path: path, allowed: ["of", "divided-by"], required: ["of", "divided-by"])
      guard let of = reference(node["of"], path: path),
        let divisor = reference(node["divided-by"], path: path)
      else { return nil }
      return .derived(of: of, dividedBy: divisor)
    }
    guard let text = text(node, path: path) else { return nil }
    if text == "required" { return .required }
    if places.contains(code: text) { return .place(text) }
    if let period = Period(text) { return .period(period) }
    if let moment = try? Moment(text) { return .moment(moment) }
    do {
      let quantity = try Quantity(text)
      // `1025` for 10²⁵: a bare integer of that shape is a lost superscript, never a number of law.
      if quantity.dimension == .share, text.wholeMatch(of: /10(1[5-9]|2[0-9])/) != nil {
        report(
          .badNumber, node, path, Phrase.lostExponent.with(.quoted(text)),
          Phrase.writeExponent.with(.code("1e\(text.dropFirst(2)) FLOP")))
        return nil
      }
      return .quantity(quantity)
    } catch {
      report(.badNumber, node, path, Phrase.badNumber.with(.quoted(text)), Phrase.rewriteIt.message)
      return nil
    }
  }

  /// `$name` of another parameter, which may stand further down.
  private mutating func reference(_ node: Node?, path: String) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    if text.hasPrefix("$") { return String(text.dropFirst()) }
    report(.literal, node, path, Phrase.literalInPack.with(.quoted(text)), Phrase.makeParameter.message)
    return nil
  }

  private mutating func change(_ node: Node, path: String) -> Parameter.Change? {
    check(node, path: path, allowed: ["by", "issuer", "for"], required: ["by"])
    guard let kind = kindName(node["by"], path: "\(path).by") else { return nil }
    return Parameter.Change(
      by: kind, issuer: node["issuer"].flatMap { issuer($0, path: "\(path).issuer") },
      isForParty: word(node["for"], among: ["party"], path: "\(path).for") != nil)
  }

  /// Derived parameters name parameters that exist: a number, and one without unit that divides it.
  mutating func checkDerived(_ node: Node) {
    for entry in node["parameters"]?.entries ?? [] {
      guard case .derived(let of, let divisor)? = parameters[entry.key]?.content else { continue }
      for name in [of, divisor] where !declared.contains(name) || isDerived(name) {
        report(
          .unknownParameter, entry.value, "parameters.\(entry.key)",
          Phrase.unknownParameter.with(.quoted(name)),
          Phrase.makeParameter.message)
      }
      for (name, isDivisor) in [(of, false), (divisor, true)] {
        switch parameters[name]?.content {
        case .quantity(let quantity) where !isDivisor || quantity.dimension == .share: break
        case .required, .derived, nil: break
        default:
          report(
            .wrongType, entry.value, "parameters.\(entry.key)",
            Phrase.parameterOfAnotherSort.with(.quoted(name)), Phrase.rewriteIt.message)
        }
      }
    }
  }

  private func isDerived(_ name: String) -> Bool {
    if case .derived? = parameters[name]?.content { true } else { false }
  }
}
