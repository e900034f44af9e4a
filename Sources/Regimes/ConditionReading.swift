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
        .unknownCondition, node, path, Phrase.oneCondition.with(.quoted(node.summary)),
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
      guard
        let axis = word(value["axis"], among: Vocabulary.wordsOfFields(named: "axis"), path: "\(path).axis"),
        let rating = word(value["is"], among: Vocabulary.wordsOfFields(named: "is"), path: "\(path).is")
      else { return nil }
      return .rating(of: self.path(value["of"], path: path), axis: axis, value: rating)
    case "attribute": return attribute(value, path: path)
    case "date": return date(value, path: path)
    case "classified":
      check(value, path: path, allowed: ["of", "as"], required: ["as"])
      return className(value["as"], path: "\(path).as").map {
        .classified(of: self.path(value["of"], path: path), $0)
      }
    case "tier":
      check(value, path: path, allowed: ["of", "at-least"], required: ["at-least"])
      return name(value["at-least"], path: "\(path).at-least").map {
        .tier(of: self.path(value["of"], path: path), atLeast: $0)
      }
    case "attested":
      refuse(on: .binding, side, entry, path)
      check(value, path: path, allowed: Self.actKeys, required: requiredOfAttested(value))
      return act(value, path: path).map { .attested($0) }
    case "ordered":
      refuse(on: .freeing, side, entry, path)
      check(value, path: path, allowed: Self.actKeys.union(["let", "such-that"]), required: ["kind"])
      guard let test = act(value, path: path) else { return nil }
      let name = freshName(value["let"], path: "\(path).let")
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
          rule: Phrase.unknownCondition.with(.quoted(entry.key)),
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
    guard let elements = node.elements else {
      report(
        .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aList.message), .quoted(node.summary)),
        Phrase.rewriteIt.message)
      return nil
    }
    guard !list(node, path: path).isEmpty else { return nil }
    let read = elements.enumerated().map { condition($1, path: "\(path)[\($0)]", side: side) }
    return read.contains { $0 == nil } ? nil : read.compactMap { $0 }
  }

  /// A class of this pack, or `pack:class`.
  mutating func className(_ node: Node?, path: String) -> ClassName? {
    qualified(node, path: path).map { ClassName(pack: $0.pack, name: $0.name) }
  }

  /// A name of this pack, or `pack:name`.
  private mutating func qualified(_ node: Node?, path: String) -> (pack: String, name: String)? {
    guard let node, let text = text(node, path: path) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      Node(.scalar(String($0)), node.mark)
    }
    guard parts.count <= 2, let last = parts.last, let name = name(last, path: path) else { return nil }
    if parts.count == 1 { return (id, name) }
    return self.name(parts[0], path: path).map { ($0, name) }
  }

  private static let quantityKeys: Set<String> = ["name", "of", "convention", "since", "with", "in"]

  private mutating func quantity(_ node: Node, path: String) -> QuantityReference? {
    guard let nameNode = node["name"], let name = text(nameNode, path: path) else { return nil }
    known(name, in: Set(vocabulary.quantities.keys), nameNode, path: path)
    let convention = qualified(node["convention"], path: "\(path).convention").map { "\($0.pack):\($0.name)" }
    return QuantityReference(
      name: name, of: self.path(node["of"], path: path), convention: convention,
      since: node["since"].map { self.path($0, path: "\(path).since", among: vocabulary.things) },
      with: word(node["with"], among: vocabulary.sets, path: "\(path).with"),
      period: word(node["in"], among: vocabulary.periods, path: "\(path).in"))
  }

  /// The comparison with its parameter, which must count `measure`.
  private mutating func comparison(_ node: Node, path: String, _ measure: Vocabulary.Measure?)
    -> (Comparator, String)?
  {
    let present = Comparator.allCases.filter { node[$0.rawValue] != nil }
    guard present.count == 1, let comparator = present.first, let value = node[comparator.rawValue] else {
      report(
        .missingField, node, path,
        Phrase.oneOfFields.with(.code(Comparator.allCases.map(\.rawValue).joined(separator: ", "))),
        Phrase.rewriteIt.message)
      return nil
    }
    guard let measure else { return nil }
    return parameterName(value, path: "\(path).\(comparator.rawValue)", .quantity(measure)).map {
      (comparator, $0)
    }
  }

  private mutating func decidingBound(_ node: Node, path: String) -> DecidingBound {
    word(node["bound"], among: ["best", "high"], path: "\(path).bound").flatMap(DecidingBound.init) ?? .all
  }

  private mutating func quantityTest(_ node: Node, path: String) -> QuantityTest? {
    check(
      node, path: path,
      allowed: Self.quantityKeys.union(Comparator.allCases.map(\.rawValue)).union(["bound"]),
      required: ["name"])
    let bound = decidingBound(node, path: path)
    guard let quantity = quantity(node, path: path) else { return nil }
    return comparison(node, path: path, vocabulary.quantities[quantity.name]).map {
      QuantityTest(quantity: quantity, comparator: $0.0, threshold: $0.1, bound: bound)
    }
  }

  private mutating func ratioTest(_ node: Node, path: String) -> RatioTest? {
    check(
      node, path: path,
      allowed: Set(Comparator.allCases.map(\.rawValue)).union(["of", "over", "bound", "instead-of-unknown"]),
      required: ["of", "over"])
    guard let ofNode = node["of"], let overNode = node["over"],
      let (comparator, share) = comparison(node, path: path, .dimension(.share))
    else { return nil }
    for part in [ofNode, overNode] { check(part, path: path, allowed: Self.quantityKeys, required: ["name"]) }
    guard let of = quantity(ofNode, path: "\(path).of"), let over = quantity(overNode, path: "\(path).over")
    else { return nil }
    let measure = vocabulary.quantities[over.name]
    if vocabulary.quantities[of.name] != measure {
      report(
        .wrongType, node, path, Phrase.otherDimensions.with(.code(of.name), .code(over.name)),
        Phrase.rewriteIt.message)
      return nil
    }
    var fallback: RatioTest.Fallback?
    if let node = node["instead-of-unknown"] {
      guard let read = self.fallback(node, path: path, measure) else { return nil }
      fallback = read
    }
    return RatioTest(
      of: of, over: over, comparator: comparator, share: share, bound: decidingBound(node, path: path),
      fallback: fallback)
  }

  private mutating func fallback(_ node: Node, path: String, _ measure: Vocabulary.Measure?)
    -> RatioTest.Fallback?
  {
    check(node, path: path, allowed: ["given", "cases"], required: ["given", "cases"])
    guard let given = node["given"].flatMap({ condition($0, path: "\(path).given", side: .freeing) }),
      let measure
    else { return nil }
    var cases: [RatioTest.Case] = []
    for element in list(node["cases"], path: "\(path).cases") {
      check(element, path: "\(path).cases", allowed: ["if", "over"], required: ["over"])
      let condition = element["if"].flatMap { self.condition($0, path: "\(path).cases.if", side: .binding) }
      guard let over = element["over"], (element["if"] == nil) == (condition == nil),
        let name = parameterName(over, path: "\(path).cases.over", .quantity(measure))
      else { return nil }
      cases.append(RatioTest.Case(condition: condition, over: name))
    }
    return RatioTest.Fallback(given: given, cases: cases)
  }

  private mutating func attribute(_ node: Node, path: String) -> Condition? {
    check(node, path: path, allowed: ["of", "key", "in", "using"], required: ["key", "in"])
    guard let keyNode = node["key"], let key = text(keyNode, path: path) else { return nil }
    known(key, in: Set(vocabulary.attributes.keys), keyNode, path: path)
    guard let attribute = vocabulary.attributes[key] else { return nil }
    let values = list(node["in"], path: "\(path).in").compactMap {
      operand($0, attribute, path: "\(path).in")
    }
    for setting in group(node["using"], path: "\(path).using") {
      _ = parameterName(setting.value, path: "\(path).using")
    }
    return .attribute(
      AttributeTest(
        of: self.path(node["of"], path: path), key: key, values: values,
        listed: attribute.mayBeOther ? [] : attribute.words))
  }

  /// A value that an attribute may have.
  private mutating func operand(_ node: Node, _ attribute: Vocabulary.Attribute, path: String) -> Operand? {
    guard let text = text(node, path: path) else { return nil }
    if attribute.holds == .place {
      return text == "jurisdiction"
        ? .jurisdiction : parameterName(node, path: path, .place).map { .parameter($0) }
    }
    if attribute.holds == .word, !text.hasPrefix("$") {
      return word(node, among: attribute.words, path: path).map { .word($0) }
    }
    if text.hasPrefix("$") || text.first?.isNumber == true {
      return parameterName(node, path: path).map { .parameter($0) }
    }
    return .word(text)
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
    guard let of = datePath(node["of"], path: "\(path).of") else { return nil }
    if let text = operand.text, bound.contains(Path(text).head) {
      return datePath(operand, path: path).map { .date(of: of, comparison, .path($0)) }
    }
    return parameterName(operand, path: path, .moment).map { .date(of: of, comparison, .parameter($0)) }
  }

  /// A path that ends in a date: `as-of`, `activation`, or a date of a record.
  private mutating func datePath(_ node: Node?, path: String) -> Path? {
    guard let node else { return nil }
    let before = problems.count
    let found = self.path(node, path: path)
    if problems.count > before { return nil }
    let isDate =
      found.names.count == 1
      ? ["as-of", "activation"].contains(found.head)
      : found.names.count == 2 && vocabulary.dates.contains(found.names[1])
    if isDate { return found }
    report(
      .unknownVocabulary, node, path, Phrase.unknownDate.with(.quoted(found.description)),
      Phrase.oneOf.with(.code(vocabulary.dates.sorted().joined(separator: ", "))))
    return nil
  }

  private mutating func set(_ node: Node, path: String, side: Side) -> SetTest? {
    check(node, path: path, allowed: ["let", "in", "such-that"], required: ["let", "in"])
    guard let name = freshName(node["let"], path: "\(path).let"), let inNode = node["in"],
      let text = text(inNode, path: "\(path).in")
    else { return nil }
    var (set, roles) = (text, [String]())
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      set = String(text[..<open])
      roles = text[text.index(after: open)...].dropLast().split(separator: ",").map {
        String($0.drop { $0 == " " })
      }
      for role in roles { known(role, in: Set(Kinds.linkRoles), inNode, path: "\(path).in") }
    }
    known(set, in: vocabulary.sets, inNode, path: path)
    let inner = node["such-that"].flatMap { inner in
      binding(name) { reader in reader.condition(inner, path: "\(path).such-that", side: side) }
    }
    if node["such-that"] != nil, inner == nil { return nil }
    return SetTest(name: name, set: set, roles: roles, suchThat: inner)
  }
}
