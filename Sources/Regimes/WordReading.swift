import Measures
import Records

/// Words: each is checked where it stands, against the vocabulary or the words of its type.
extension PackReader {
  /// The text of a scalar; anything else is reported.
  mutating func text(_ node: Node, path: String) -> String? {
    if let text = node.text { return text }
    report(
      .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aText.message), .quoted(node.summary)),
      Phrase.rewriteIt.message)
    return nil
  }

  /// A text that says something; one of spaces alone is missing.
  mutating func filled(_ node: Node, path: String) -> String? {
    guard let text = text(node, path: path) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    let (owner, key) =
      path.lastIndex(of: ".").map { (path[..<$0], path[path.index(after: $0)...]) } ?? ("regime", path[...])
    report(
      .missingField, node, path, Phrase.missingField.with(.quoted(String(owner)), .quoted(String(key))),
      Phrase.rewriteIt.message)
    return nil
  }

  /// A name that `let` gives to something: none that means something here already. A relation of the subject (its
  /// `model`, say) may lend its word to a member.
  mutating func freshName(_ node: Node?, path: String) -> String? {
    guard let node, let name = name(node, path: path) else { return nil }
    let fixed: Set<String> = ["self", "country", "as-of", "activation"]
    if !bound.contains(name), !fixed.contains(name) { return name }
    report(.badName, node, path, Phrase.takenName.with(.quoted(name)), Phrase.chooseName.message)
    return nil
  }

  /// A name that the pack chooses: of an article, a class, a duty, a parameter.
  mutating func name(_ node: Node?, path: String) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    if Self.isName(text) { return text }
    report(
      .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aWord.message), .quoted(text)),
      Phrase.rewriteIt.message)
    return nil
  }

  /// Letters, digits, points and hyphens, not first of all a point or a hyphen.
  private static func isName(_ text: String) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
    return text.utf8.first.map(isPlain) ?? false
      && text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// One of `words`.
  mutating func word(_ node: Node?, among words: Set<String>, path: String) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    if words.contains(text) { return text }
    report(
      .unknownVocabulary, node, path, Phrase.notInVocabulary.with(.quoted(text)),
      words.isEmpty
        ? Phrase.removeIt.message : Phrase.oneOf.with(.code(words.sorted().joined(separator: ", "))))
    return nil
  }

  /// Some of `words`, at least one.
  mutating func words(_ node: Node?, among words: Set<String>, path: String) -> [String] {
    list(node, path: path).compactMap { word($0, among: words, path: path) }
  }

  /// Names that the pack chooses.
  mutating func names(_ node: Node?, path: String) -> [String] {
    list(node, path: path).compactMap { name($0, path: path) }
  }

  /// Such names where it matters that none is missing; `nil`: one could not be read.
  mutating func allNames(_ node: Node?, path: String) -> [String]? {
    let names = names(node, path: path)
    return names.isEmpty || names.count != node?.asList.count ? nil : names
  }

  /// The elements of a list, or the one that stands for it. An empty list is reported.
  mutating func list(_ node: Node?, path: String) -> [Node] {
    guard let node else { return [] }
    if node.asList.isEmpty {
      report(.wrongType, node, path, Phrase.emptyList.message, Phrase.fillList.message)
    }
    return node.asList
  }

  /// The entries of a group.
  mutating func group(_ node: Node?, path: String) -> [Node.Entry] {
    guard let node else { return [] }
    if let entries = node.entries { return entries }
    report(
      .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aGroup.message), .quoted(node.summary)),
      Phrase.rewriteIt.message)
    return []
  }

  /// `true`, `false`, or absent for no.
  mutating func flag(_ node: Node?, path: String) -> Bool {
    word(node, among: ["true", "false"], path: path) == "true"
  }

  /// What a parameter may be asked to be.
  enum Sort: Equatable {
    case quantity(Vocabulary.Measure)
    case period, moment, place
  }

  static let share = Sort.quantity(.dimension(.share))

  /// `$name` of a parameter of that sort.
  mutating func parameterName(_ node: Node, path: String, _ sort: Sort) -> String? {
    guard let name = parameterName(node, path: path), let parameter = parameters[name] else { return nil }
    guard isOf(parameter, sort) else {
      report(
        .wrongType, node, path, Phrase.parameterOfAnotherSort.with(.quoted(name)), Phrase.rewriteIt.message)
      return nil
    }
    return name
  }

  /// Whether a parameter is of that sort; one that is still to be set may be.
  private func isOf(_ parameter: Parameter, _ sort: Sort) -> Bool {
    switch (parameter.content, sort) {
    case (.required, _), (.period, .period), (.moment, .moment), (.place, .place): true
    case (.quantity(let quantity), .quantity(let measure)): measure.covers(quantity.dimension)
    case (.derived(let of, _), .quantity): parameters[of].map { isOf($0, sort) } ?? true
    default: false
    }
  }
}
