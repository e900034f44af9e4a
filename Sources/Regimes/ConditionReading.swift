import Lineage
import Measures
import Records

/// Conditions: the closed grammar.
extension PackReader {
  /// Whether what is read makes something bind or lifts it.
  enum Side {
    case binding, freeing, either
    var opposite: Side { self == .binding ? .freeing : self == .freeing ? .binding : .either }
  }

  private static let grammar: Set<String> = [
    "all", "any", "not", "quantity", "ratio", "rating", "attribute", "date", "classified", "tier", "attested",
    "ordered", "some", "every",
  ]

  mutating func condition(_ node: Node, path: String, side: Side) -> Condition? {
    guard let entries = node.entries, entries.count == 1, let entry = entries.first else {
      report(
        .unknownCondition, node, path, Phrase.oneCondition.with(.code(node.summary)),
        Phrase.oneOf.with(.code(Self.grammar.sorted().joined(separator: ", "))))
      return nil
    }
    let (value, path) = (entry.value, "\(path).\(entry.key)")
    switch entry.key {
    case "all": return conditions(value, path: path, side: side).map { .all($0) }
    case "any": return conditions(value, path: path, side: side).map { .any($0) }
    case "not": return condition(value, path: path, side: side.opposite).map { .not($0) }
    case "quantity": return quantityTest(value, path: path).map { .quantity($0) }
    case "ratio": return ratioTest(value, path: path).map { .ratio($0) }
    case "rating":
      check(value, path: path, allowed: ["of", "axis", "is"], required: ["axis", "is"])
      return .rating(
        of: self.path(value["of"], path: path), axis: value["axis"]?.text ?? "",
        value: value["is"]?.text ?? "")
    case "attribute": return attribute(value, path: path)
    case "date": return date(value, path: path)
    case "classified":
      check(value, path: path, allowed: ["of", "as"], required: ["as"])
      return .classified(of: self.path(value["of"], path: path), className(value["as"]?.text ?? ""))
    case "tier":
      check(value, path: path, allowed: ["of", "at-least"], required: ["at-least"])
      return .tier(of: self.path(value["of"], path: path), atLeast: value["at-least"]?.text ?? "")
    case "attested":
      refuse(on: .binding, side, entry, path)
      check(value, path: path, allowed: Self.actKeys, required: ["kind"])
      return act(value, path: path).map { .attested($0) }
    case "ordered":
      refuse(on: .freeing, side, entry, path)
      check(value, path: path, allowed: Self.actKeys.union(["let", "such-that"]), required: ["kind"])
      guard let test = act(value, path: path) else { return nil }
      let name = value["let"]?.text
      let inner = value["such-that"].flatMap { inner in
        binding(name) { reader in reader.condition(inner, path: "\(path).such-that", side: side) }
      }
      if value["such-that"] != nil, inner == nil { return nil }
      return .ordered(test, name: name, suchThat: inner)
    case "some": return set(value, path: path, side: side).map { .some($0) }
    case "every": return set(value, path: path, side: side).map { .every($0) }
    default:
      let near = NearestNames.of(entry.key, among: Self.grammar)
      problems.append(
        Problem(
          .unknownCondition, at: entry.mark, field: path,
          rule: Phrase.unknownCondition.with(.code(entry.key)),
          remedy: near.isEmpty
            ? Phrase.oneOf.with(.code(Self.grammar.sorted().joined(separator: ", ")))
            : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
      return nil
    }
  }

  private mutating func binding<Result>(_ name: String?, _ read: (inout PackReader) -> Result) -> Result {
    let before = bound
    if let name { bound.insert(name) }
    defer { bound = before }
    return read(&self)
  }

  private mutating func refuse(on wrong: Side, _ side: Side, _ entry: Node.Entry, _ path: String) {
    guard side == wrong else { return }
    problems.append(
      Problem(
        .wrongSide, at: entry.mark, field: path,
        rule: (wrong == .binding ? Phrase.attestedBinds : Phrase.orderedFrees).message,
        remedy: (wrong == .binding ? Phrase.useOrdered : Phrase.useAttested).message))
  }

  private mutating func conditions(_ node: Node, path: String, side: Side) -> [Condition]? {
    guard let elements = node.elements, !elements.isEmpty else {
      report(
        .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aList.message), .code(node.summary)),
        Phrase.rewriteIt.message)
      return nil
    }
    let read = elements.enumerated().map { condition($1, path: "\(path)[\($0)]", side: side) }
    return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
  }

  func className(_ text: String) -> ClassName {
    guard let colon = text.firstIndex(of: ":") else { return ClassName(pack: id, name: text) }
    return ClassName(pack: String(text[..<colon]), name: String(text[text.index(after: colon)...]))
  }

  private static let quantityKeys: Set<String> = ["name", "of", "convention", "since", "with", "in"]

  private mutating func quantity(_ node: Node, path: String) -> QuantityReference {
    let name = node["name"]?.text ?? ""
    if let nameNode = node["name"] { known(name, in: vocabulary.quantities, nameNode, path: path) }
    let convention = node["convention"]?.text.map { $0.contains(":") ? $0 : "\(id):\($0)" }
    // What is computed is computed under a convention, which says how.
    if CountingConvention.Measure(rawValue: name) != nil, convention == nil {
      report(
        .missingField, node, path, Phrase.missingField.with(.code(path), .code("convention")),
        Phrase.rewriteIt.message)
    }
    return QuantityReference(
      name: name, of: self.path(node["of"], path: path), convention: convention,
      since: node["since"].map { self.path($0, path: path) }, with: node["with"]?.text,
      period: node["in"]?.text)
  }

  private mutating func comparison(_ node: Node, path: String) -> (Comparator, String)? {
    let present = Comparator.allCases.filter { node[$0.rawValue] != nil }
    guard present.count == 1, let comparator = present.first, let value = node[comparator.rawValue] else {
      report(
        .missingField, node, path,
        Phrase.oneOfFields.with(.code(Comparator.allCases.map(\.rawValue).joined(separator: ", "))),
        Phrase.rewriteIt.message)
      return nil
    }
    return parameterName(value, path: "\(path).\(comparator.rawValue)").map { (comparator, $0) }
  }

  private mutating func decidingBound(_ node: Node, path: String) -> DecidingBound {
    guard let bound = node["bound"], let text = bound.text else { return .all }
    if let known = DecidingBound(rawValue: text), known != .all { return known }
    report(
      .unknownWord, bound, path, Phrase.unknownWord.with(.code(text)), Phrase.oneOf.with(.code("best, high")))
    return .all
  }

  private mutating func quantityTest(_ node: Node, path: String) -> QuantityTest? {
    check(
      node, path: path,
      allowed: Self.quantityKeys.union(Comparator.allCases.map(\.rawValue)).union(["bound"]),
      required: ["name"])
    let quantity = quantity(node, path: path)
    let bound = decidingBound(node, path: path)
    return comparison(node, path: path).map {
      QuantityTest(quantity: quantity, comparator: $0.0, threshold: $0.1, bound: bound)
    }
  }

  private mutating func ratioTest(_ node: Node, path: String) -> RatioTest? {
    check(
      node, path: path,
      allowed: Set(Comparator.allCases.map(\.rawValue)).union(["of", "over", "bound", "instead-of-unknown"]),
      required: ["of", "over"])
    guard let ofNode = node["of"], let overNode = node["over"],
      let (comparator, share) = comparison(node, path: path)
    else { return nil }
    for part in [ofNode, overNode] { check(part, path: path, allowed: Self.quantityKeys, required: ["name"]) }
    var fallback: RatioTest.Fallback?
    if let node = node["instead-of-unknown"] {
      check(node, path: path, allowed: ["given", "cases"], required: ["given", "cases"])
      guard let given = node["given"].flatMap({ condition($0, path: "\(path).given", side: .freeing) }) else {
        return nil
      }
      let cases = (node["cases"]?.elements ?? []).compactMap { element -> RatioTest.Case? in
        check(element, path: "\(path).cases", allowed: ["if", "over"], required: ["over"])
        guard let over = element["over"].flatMap({ parameterName($0, path: "\(path).cases.over") }) else {
          return nil
        }
        return RatioTest.Case(
          condition: element["if"].flatMap { condition($0, path: "\(path).cases.if", side: .binding) },
          over: over)
      }
      fallback = RatioTest.Fallback(given: given, cases: cases)
    }
    return RatioTest(
      of: quantity(ofNode, path: path), over: quantity(overNode, path: path), comparator: comparator,
      share: share,
      bound: decidingBound(node, path: path), fallback: fallback)
  }

  private mutating func attribute(_ node: Node, path: String) -> Condition? {
    check(node, path: path, allowed: ["of", "key", "in", "using"], required: ["key", "in"])
    guard let key = node["key"]?.text, let list = node["in"] else { return nil }
    known(key, in: Set(vocabulary.attributes.keys), node["key"] ?? node, path: path)
    let holdsPlaces = vocabulary.attributes[key] == .place
    var values: [Operand] = []
    for element in list.asList {
      let text = element.text ?? ""
      if text.hasPrefix("$") {
        guard let name = parameterName(element, path: path) else { return nil }
        values.append(.parameter(name))
      } else if text == "jurisdiction" {
        values.append(.jurisdiction)
      } else if holdsPlaces || text.first?.isNumber == true {
        report(.literal, element, path, Phrase.literalInPack.with(.code(text)), Phrase.makeParameter.message)
      } else {
        values.append(.word(text))
      }
    }
    for setting in node["using"]?.entries ?? [] { _ = parameterName(setting.value, path: "\(path).using") }
    return .attribute(
      AttributeTest(
        of: self.path(node["of"], path: path), key: key, values: values,
        isParameterised: node["using"] != nil))
  }

  private mutating func date(_ node: Node, path: String) -> Condition? {
    check(node, path: path, allowed: ["of", "before", "at-or-after"], required: ["of"])
    let comparisons: [(DateComparison, Node?)] = [
      (.before, node["before"]), (.atOrAfter, node["at-or-after"]),
    ]
    let present = comparisons.filter { $0.1 != nil }
    guard present.count == 1, let (comparison, operand) = present.first, let operand else {
      report(
        .missingField, node, path, Phrase.oneOfFields.with(.code("before, at-or-after")),
        Phrase.rewriteIt.message)
      return nil
    }
    let of = self.path(node["of"], path: path)
    if let text = operand.text, bound.contains(Path(text).head) {
      return .date(of: of, comparison, .path(Path(text)))
    }
    return parameterName(operand, path: path).map { .date(of: of, comparison, .parameter($0)) }
  }

  private static let actKeys: Set<String> = [
    "kind", "about", "decision", "covers", "by", "max-age", "quorum", "distinct", "rests-on",
  ]

  private mutating func act(_ node: Node, path: String) -> ActTest? {
    guard let kind = kindName(node["kind"], path: "\(path).kind") else { return nil }
    let grounds = (node["rests-on"]?.asList ?? []).compactMap { ground -> ActTest.Ground? in
      check(ground, path: "\(path).rests-on", allowed: ["kind", "max-age"], required: ["kind"])
      return kindName(ground["kind"], path: "\(path).rests-on").map { kind in
        ActTest.Ground(
          kind: kind,
          maxAge: ground["max-age"].flatMap { parameterName($0, path: "\(path).rests-on.max-age") })
      }
    }
    return ActTest(
      kind: kind, about: node["about"].map { self.path($0, path: "\(path).about") },
      decisions: node["decision"]?.asList.compactMap(\.text) ?? [],
      covers: node["covers"]?.asList.compactMap(\.text) ?? [],
      issuers: (node["by"]?.asList ?? []).compactMap { issuer($0, path: "\(path).by") },
      maxAge: node["max-age"].flatMap { parameterName($0, path: "\(path).max-age") },
      quorum: quorum(node, path: path), restsOn: grounds)
  }

  /// How many distinct organisations. Persons are not told apart while nobody signs: asking for them is refused.
  private mutating func quorum(_ node: Node, path: String) -> Int {
    guard let quorum = node["quorum"] else {
      if let distinct = node["distinct"] {
        report(
          .missingField, distinct, path, Phrase.missingField.with(.code(path), .code("quorum")),
          Phrase.rewriteIt.message)
      }
      return 1
    }
    guard node["distinct"]?.text == "organisation" else {
      report(
        .unknownWord, node["distinct"] ?? quorum, "\(path).distinct",
        Phrase.unknownWord.with(.code(node["distinct"]?.text ?? "-")),
        Phrase.oneOf.with(.code("organisation")))
      return 1
    }
    guard let count = quorum.text.flatMap(Int.init), count > 0 else {
      report(
        .badNumber, quorum, "\(path).quorum", Phrase.badNumber.with(.code(quorum.text ?? quorum.summary)),
        Phrase.rewriteIt.message)
      return 1
    }
    return count
  }

  mutating func issuer(_ node: Node, path: String) -> IssuerTest? {
    check(node, path: path, allowed: ["role", "jurisdiction", "accredited-by"], required: ["role"])
    guard let roleNode = node["role"], let role = roleNode.text else { return nil }
    known(role, in: vocabulary.roles, roleNode, path: path)
    var jurisdiction = IssuerTest.Jurisdiction.any
    if let place = node["jurisdiction"], let text = place.text, text != "any" {
      if text == "country" {
        jurisdiction = .country
      } else if text.hasPrefix("$") {
        guard let name = parameterName(place, path: path) else { return nil }
        jurisdiction = .parameter(name)
      } else if places.contains(code: text) {
        report(.literal, place, path, Phrase.literalInPack.with(.code(text)), Phrase.makeParameter.message)
      } else {
        jurisdiction = .path(self.path(place, path: path))
      }
    }
    return IssuerTest(role: role, jurisdiction: jurisdiction, accreditedBy: node["accredited-by"]?.text)
  }

  private mutating func set(_ node: Node, path: String, side: Side) -> SetTest? {
    check(node, path: path, allowed: ["let", "in", "such-that"], required: ["let", "in"])
    guard let name = node["let"]?.text, let inNode = node["in"], let text = inNode.text else { return nil }
    var (set, roles) = (text, [String]())
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      set = String(text[..<open])
      roles = text[text.index(after: open)...].dropLast().split(separator: ",").map {
        String($0.drop { $0 == " " })
      }
    }
    known(set, in: vocabulary.sets, inNode, path: path)
    let inner = node["such-that"].flatMap { inner in
      binding(name) { reader in reader.condition(inner, path: "\(path).such-that", side: side) }
    }
    if node["such-that"] != nil, inner == nil { return nil }
    return SetTest(name: name, set: set, roles: roles, suchThat: inner)
  }
}
