import Measures
public import Records

/// The small readers that everything in a pack is made of.
extension PackReader {
  mutating func report(
    _ code: Problem.Code, _ node: Node, _ path: String, _ rule: Message, _ remedy: Message
  ) {
    problems.append(
      Problem(code, at: node.mark, field: path.isEmpty ? nil : path, rule: rule, remedy: remedy))
  }

  /// Refuses keys that nobody reads and names those that are missing.
  mutating func check(_ node: Node, path: String, allowed: Set<String>, required: Set<String>) {
    guard let entries = node.entries else {
      report(
        .wrongType, node, path, Phrase.wrongType.with(.message(Phrase.aGroup.message), .quoted(node.summary)),
        Phrase.rewriteIt.message)
      return
    }
    for entry in entries where !allowed.contains(entry.key) {
      let near = NearestNames.of(entry.key, among: allowed)
      problems.append(
        Problem(
          .unknownField, at: entry.mark, field: path.isEmpty ? entry.key : "\(path).\(entry.key)",
          rule: Phrase.unknownField.with(.quoted(entry.key), .quoted(path.isEmpty ? "regime" : path)),
          remedy: near.isEmpty
            ? Phrase.removeIt.message : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
    }
    for key in required.sorted() where node[key] == nil {
      report(
        key == "cite" ? .uncited : .missingField, node, path,
        Phrase.missingField.with(.quoted(path.isEmpty ? "regime" : path), .quoted(key)),
        Phrase.rewriteIt.message)
    }
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: Node?, _ type: Word.Type, path: String
  ) -> Word? where Word.RawValue == String {
    guard let node, let text = text(node, path: path) else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(
      .unknownWord, node, path, Phrase.unknownWord.with(.quoted(text)),
      Phrase.oneOf.with(.code(Word.allCases.map(\.rawValue).joined(separator: ", "))))
    return nil
  }

  mutating func bilingual(_ node: Node?, path: String) -> Bilingual? {
    guard let node else { return nil }
    check(node, path: path, allowed: ["en", "fr"], required: ["en", "fr"])
    guard let en = node["en"].flatMap({ text($0, path: path) }),
      let fr = node["fr"].flatMap({ text($0, path: path) })
    else { return nil }
    if en.isEmpty || fr.isEmpty {
      report(
        .missingField, node, path, Phrase.missingField.with(.quoted(path), .code("en, fr")),
        Phrase.rewriteIt.message)
    }
    return Bilingual(en: en, fr: fr)
  }

  mutating func citation(_ node: Node?, at parent: Node, path: String) -> Citation? {
    guard let node else { return nil }
    check(
      node, path: path, allowed: ["document", "locus", "checked"], required: ["document", "locus", "checked"])
    guard let document = node["document"].flatMap({ filled($0, path: "\(path).document") }),
      let locus = node["locus"].flatMap({ filled($0, path: "\(path).locus") }),
      let checked = word(node["checked"], Citation.Check.self, path: "\(path).checked")
    else { return nil }
    return Citation(document: document, locus: locus, checked: checked)
  }

  mutating func moment(_ node: Node?, path: String) -> Moment? {
    guard let node, let text = text(node, path: path) else { return nil }
    if let moment = try? Moment(text) { return moment }
    report(.badDate, node, path, Phrase.badDate.with(.quoted(text)), Phrase.writeDate.message)
    return nil
  }

  /// `$name` of a parameter that exists. A literal is refused: numbers, periods, dates and places of law are
  /// parameters with a citation.
  mutating func parameterName(_ node: Node, path: String) -> String? {
    let text = node.text ?? node.summary
    guard text.hasPrefix("$") else {
      report(.literal, node, path, Phrase.literalInPack.with(.quoted(text)), Phrase.makeParameter.message)
      return nil
    }
    let name = String(text.dropFirst())
    guard parameters[name] != nil else {
      // One that is declared and could not be read has been reported there.
      if declared.contains(name) { return nil }
      let near = NearestNames.of(name, among: parameters.keys)
      report(
        .unknownParameter, node, path, Phrase.unknownParameter.with(.quoted(name)),
        near.isEmpty ? Phrase.makeParameter.message : Phrase.nearest.with(.code(near.joined(separator: ", ")))
      )
      return nil
    }
    if parameters[name]?.isContext == true {
      report(.literal, node, path, Phrase.contextTested.with(.quoted(name)), Phrase.rewriteIt.message)
    }
    return name
  }

  mutating func known(_ text: String, in words: Set<String>, _ node: Node, path: String) {
    guard !words.contains(text) else { return }
    let near = NearestNames.of(text, among: words)
    report(
      .unknownVocabulary, node, path, Phrase.notInVocabulary.with(.quoted(text)),
      near.isEmpty ? Phrase.rewriteIt.message : Phrase.nearest.with(.code(near.joined(separator: ", "))))
  }

  mutating func kindName(_ node: Node?, path: String) -> String? {
    guard let node, let text = text(node, path: path) else { return nil }
    guard Kinds.named(text) != nil else {
      known(text, in: Set(Kinds.all.map(\.name)), node, path: path)
      return nil
    }
    return text
  }

  /// A path whose first name is known here, and may stand there.
  mutating func path(
    _ node: Node?, path: String, among heads: Set<String>? = nil, default fallback: Path = .subject
  ) -> Path {
    guard let node, let text = text(node, path: path) else { return fallback }
    let result = Path(text)
    let paths = (heads ?? vocabulary.paths).union(bound)
    if !paths.contains(result.head) {
      let near = NearestNames.of(result.head, among: paths)
      report(
        .unknownVocabulary, node, path, Phrase.notAPath.with(.quoted(text)),
        near.isEmpty
          ? Phrase.oneOf.with(.code(paths.sorted().joined(separator: ", ")))
          : Phrase.nearest.with(.code(near.joined(separator: ", "))))
    }
    // One field at most: an attribute, or a date.
    let fields = vocabulary.dates.union(vocabulary.attributes.keys)
    for (index, field) in result.names.dropFirst().enumerated() where index > 0 || !fields.contains(field) {
      known(index > 0 ? result.description : field, in: fields, node, path: path)
    }
    return result
  }
}

extension Problem.Code {
  /// A number, period, date or place in a condition instead of a parameter.
  public static let literal = Self(rawValue: "literal-in-pack")
  /// A parameter that the pack does not have.
  public static let unknownParameter = Self(rawValue: "unknown-parameter")
  /// A condition that the grammar does not have.
  public static let unknownCondition = Self(rawValue: "unknown-condition")
  /// A word that the vocabulary does not have.
  public static let unknownVocabulary = Self(rawValue: "unknown-vocabulary")
  /// A rule or number without a citation.
  public static let uncited = Self(rawValue: "uncited")
  /// What frees where something binds, or the other way round.
  public static let wrongSide = Self(rawValue: "wrong-side")
  /// Two packs with one id and version.
  public static let duplicatePack = Self(rawValue: "duplicate-pack")
  /// A class, scale or convention that no loaded pack has.
  public static let unknownDefinition = Self(rawValue: "unknown-definition")
}
