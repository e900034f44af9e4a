import Lineage
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
    let floor = node["at-least"].flatMap { self.floor($0, of: content, path: path) }
    if let floor, case .quantity(let quantity) = content, quantity.value < floor.value {
      report(
        .contradiction, value, "\(path).value",
        Phrase.belowFloor.with(.quoted(quantity.written), .code(floor.written), .code(entry.key)),
        Phrase.writeAtLeast.with(.code(floor.written)))
    }
    return Parameter(
      name: entry.key, content: content, floor: floor,
      mayChange: node["may-change"].flatMap { change($0, path: "\(path).may-change") },
      isContext: flag(node["context"], path: "\(path).context"),
      isExample: flag(node["example"], path: "\(path).example"), citation: citation)
  }

  /// The least that it may be set to, in the unit of its value.
  private mutating func floor(_ node: Node, of content: Parameter.Content, path: String) -> Quantity? {
    guard let text = text(node, path: "\(path).at-least") else { return nil }
    guard let floor = quantity(text, node, path: "\(path).at-least") else { return nil }
    if case .quantity(let value) = content, value.dimension == floor.dimension { return floor }
    if content == .required { return floor }
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
    if let problem = Problem.period(text, at: node.mark, field: path) {
      problems.append(problem)
      return nil
    }
    return quantity(text, node, path: path).map { .quantity($0) }
  }

  /// A quantity of any dimension, with the remedies that records get.
  private mutating func quantity(_ text: String, _ node: Node, path: String) -> Quantity? {
    do {
      let quantity = try Quantity(text)
      let isBare = text.prefix { $0 != " " }.allSatisfy(\.isNumber)
      // `1025` for 10²⁵ is a lost superscript, never a number of law; of money it may be one.
      if case .money = quantity.dimension { return quantity }
      guard isBare, let power = Problem.lostExponent(text) else { return quantity }
      problems.append(.lostExponent(power, text, .any, at: node.mark, field: path))
    } catch {
      problems.append(.number(error, text, .any, at: node.mark, field: path))
    }
    return nil
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

  /// Derived parameters name parameters that exist and are not derived themselves: a number, and one without unit that
  /// divides it. Those that do not are not read any further.
  mutating func checkDerived(_ node: Node) {
    let entries = (node["parameters"]?.entries ?? []).filter { isDerived($0.key) }
    let looping = reportLoops(entries)
    var wrong = looping
    for entry in entries {
      guard case .derived(let of, let divisor)? = parameters[entry.key]?.content else { continue }
      for name in [of, divisor] where !declared.contains(name) {
        report(
          .unknownParameter, entry.value, "parameters.\(entry.key)",
          Phrase.unknownParameter.with(.quoted(name)),
          Phrase.makeParameter.message)
      }
      for (name, isDivisor) in [(of, false), (divisor, true)] {
        switch parameters[name]?.content {
        case .quantity(let quantity) where isDivisor && quantity.value == .zero:
          report(
            .badNumber, entry.value, "parameters.\(entry.key)", Phrase.zeroDivisor.with(.quoted(name)),
            Phrase.rewriteIt.message)
        case .quantity(let quantity) where !isDivisor || quantity.dimension == .share: break
        case .required, nil: break
        case .derived where looping.contains(name) && looping.contains(entry.key): break
        default:
          wrong.insert(entry.key)
          report(
            .wrongType, entry.value, "parameters.\(entry.key)",
            Phrase.parameterOfAnotherSort.with(.quoted(name)), Phrase.rewriteIt.message)
        }
      }
    }
    for name in wrong { parameters[name] = nil }
  }

  /// Parameters that are derived from themselves, with the way round.
  private mutating func reportLoops(_ entries: [Node.Entry]) -> Set<String> {
    var looping: Set<String> = []
    let numbers = Dictionary(
      entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let targets = entries.map { entry -> [Int] in
      guard case .derived(let of, let divisor)? = parameters[entry.key]?.content else { return [] }
      return [of, divisor].compactMap { numbers[$0] }
    }
    for cycle in Cycles.of(targets) {
      let first = entries[cycle[0]]
      let names = cycle.map { entries[$0].key }
      looping.formUnion(names)
      report(
        .loop, first.value, "parameters.\(first.key)",
        Phrase.parameterLoop.with(.code(names.joined(separator: " → "))), Phrase.giveValue.message)
    }
    return looping
  }

  private func isDerived(_ name: String) -> Bool {
    if case .derived? = parameters[name]?.content { true } else { false }
  }
}
