import Measures
import Records

/// Acts: who said what about whom, and on what it rests.
extension PackReader {
  static let actKeys: Set<String> = [
    "kind", "about", "decision", "covers", "by", "max-age", "quorum", "distinct", "rests-on",
  ]

  /// What frees says about what, by whom, and with which decision where acts of its kind decide something: else an act
  /// about something else, one of the party itself, or a refusal would free.
  func requiredOfAttested(_ node: Node) -> Set<String> {
    let decides = node["kind"]?.text.flatMap { vocabulary.acts[$0] }?.decisions.isEmpty == false
    return Set(["kind", "about", "by"] + (decides ? ["decision"] : []))
  }

  mutating func act(_ node: Node, path: String) -> ActTest? {
    guard let kind = kindName(node["kind"], path: "\(path).kind") else { return nil }
    var grounds: [ActTest.Ground] = []
    for element in list(node["rests-on"], path: "\(path).rests-on") {
      guard let ground = ground(element, path: "\(path).rests-on") else { return nil }
      grounds.append(ground)
    }
    // Persons are not told apart while nobody signs: only organisations are counted.
    let distinct = word(node["distinct"], among: ["organisation"], path: "\(path).distinct")
    if (node["quorum"] == nil) != (node["distinct"] == nil) {
      let missing = distinct == nil ? "distinct" : "quorum"
      report(
        .missingField, node, path, Phrase.missingField.with(.quoted(path), .code(missing)),
        Phrase.rewriteIt.message)
    }
    let known = vocabulary.acts[kind]
    return ActTest(
      kind: kind, about: node["about"].map { self.path($0, path: "\(path).about") },
      decisions: words(node["decision"], among: known?.decisions ?? [], path: "\(path).decision"),
      covers: words(node["covers"], among: known?.coverages ?? [], path: "\(path).covers"),
      issuers: issuers(node["by"], path: "\(path).by"),
      maxAge: node["max-age"].flatMap { parameterName($0, path: "\(path).max-age", .period) },
      quorum: quorum(node["quorum"], path: "\(path).quorum"), restsOn: grounds)
  }

  private mutating func ground(_ node: Node, path: String) -> ActTest.Ground? {
    check(node, path: path, allowed: ["kind", "max-age", "decision", "by"], required: ["kind"])
    guard let kind = kindName(node["kind"], path: "\(path).kind") else { return nil }
    return ActTest.Ground(
      kind: kind, isGeneral: vocabulary.acts[kind]?.isGeneral == true,
      maxAge: node["max-age"].flatMap { parameterName($0, path: "\(path).max-age", .period) },
      decisions: words(
        node["decision"], among: vocabulary.acts[kind]?.decisions ?? [], path: "\(path).decision"),
      issuers: issuers(node["by"], path: "\(path).by"))
  }

  private mutating func quorum(_ node: Node?, path: String) -> Int {
    guard let node else { return 1 }
    if let text = node.text, text.wholeMatch(of: /[1-9][0-9]?/) != nil, let count = Int(text) { return count }
    report(
      .badNumber, node, path, Phrase.badQuorum.with(.quoted(node.text ?? node.summary)),
      Phrase.rewriteIt.message)
    return 1
  }

  private mutating func issuers(_ node: Node?, path: String) -> [IssuerTest] {
    list(node, path: path).compactMap { issuer($0, path: path) }
  }

  mutating func issuer(_ node: Node, path: String) -> IssuerTest? {
    check(node, path: path, allowed: ["role", "jurisdiction", "accredited-by"], required: ["role"])
    guard let role = word(node["role"], among: vocabulary.roles, path: "\(path).role"),
      let jurisdiction = jurisdiction(node["jurisdiction"], path: "\(path).jurisdiction")
    else { return nil }
    return IssuerTest(
      role: role, jurisdiction: jurisdiction,
      accreditedBy: word(node["accredited-by"], among: vocabulary.roles, path: "\(path).accredited-by"))
  }

  /// Where a role must hold: anywhere, in the country that is asked about, in a parameter's place, or in one that a
  /// path finds.
  mutating func jurisdiction(_ node: Node?, path: String) -> IssuerTest.Jurisdiction? {
    guard let node else { return .any }
    guard let text = text(node, path: path) else { return nil }
    if text == "any" { return .any }
    if text == "country" { return .country }
    if text.hasPrefix("$") { return parameterName(node, path: path, .place).map { .parameter($0) } }
    if places.contains(code: text) {
      report(.literal, node, path, Phrase.literalInPack.with(.quoted(text)), Phrase.makeParameter.message)
      return nil
    }
    return .path(placePath(node, path: path))
  }

  /// A path that ends in an attribute that holds places.
  private mutating func placePath(_ node: Node, path: String) -> Path {
    let before = problems.count
    let found = self.path(node, path: path)
    let keys = vocabulary.attributes.filter { $0.value.holds == .place }.keys
    if problems.count == before, found.names.count != 2 || !keys.contains(found.names[1]) {
      report(
        .unknownVocabulary, node, path, Phrase.unknownPlace.with(.quoted(found.description)),
        Phrase.oneOf.with(.code(keys.sorted().joined(separator: ", "))))
    }
    return found
  }
}
