import Measures

/// Reads the fields of one record by their shapes, collecting every mistake.
struct ValueReader {
  let namespace: String
  var names: Names
  let places: Places
  /// Whether every reference is written out, as in what is signed: then none is looked up.
  var hasFullNames = false
  var problems: [Problem] = []
  /// Fields left unread for a mistake that stands elsewhere.
  var skipped: [String] = []

  /// Reads a group by its fields. `allow` are names that somebody else reads.
  mutating func group(
    _ node: Node, _ fields: [Field], of owner: String, path: String, allow: Set<String> = [],
    require: Bool = true
  ) -> [String: Value] {
    guard let entries = node.entries else {
      report(.wrongType, node, path, .wrongType, [.message(Phrase.aGroup.message), .quoted(node.summary)])
      return [:]
    }
    var result: [String: Value] = [:]
    let method = node["method"]?.text.flatMap { text in
      fields.contains { $0.name == "method" } ? text : nil
    }
    for entry in entries where !allow.contains(entry.key) {
      let field = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard let known = fields.firstIndex(where: { $0.name == entry.key }) else {
        let near = NearestNames.of(entry.key, among: fields.map(\.name))
        problems.append(
          Problem(
            .unknownField, at: entry.mark, field: field,
            rule: (path.isEmpty ? Phrase.unknownFieldOfKind : .unknownField).with(
              .quoted(entry.key), .code(owner)),
            remedy: near.isEmpty
              ? Self.remedy(entry.key, fields, ofKind: path.isEmpty ? owner : nil)
              : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
        continue
      }
      if let method, !Kinds.method(method, reads: entry.key) {
        reportUnused(entry, by: method, path: field)
      } else {
        result[entry.key] = value(entry.value, fields[known].shape, path: field)
      }
    }
    checkOrder(of: result, node, path: path)
    if method != nil { checkAlternatives(in: result, node, path: path) }
    // Of a withheld record the head is still shown.
    for index in fields.indices where fields[index].isRequired && (require || fields[index].isHead) {
      guard result[fields[index].name] == nil, node[fields[index].name] == nil else { continue }
      let field = fields[index]
      problems.append(
        Problem(
          .missingField, at: node.mark, field: path.isEmpty ? nil : path,
          rule: Phrase.missingField.with(.code(owner), .code(field.name)),
          remedy: Phrase.addField.with(.text(field.means))))
    }
    return result
  }

  /// What to do about a field that is near no other.
  private static func remedy(_ key: String, _ fields: [Field], ofKind kind: String?) -> Message {
    if key == "<<" { return Phrase.noMergeKeys.message }
    if let kind { return Phrase.removeOrTake.with(.code(kind)) }
    return Phrase.removeOrTakeOne.with(.code(fields.map(\.name).joined(separator: ", ")))
  }

  /// Reads one value; `nil` after reporting a mistake.
  mutating func value(_ node: Node, _ shape: Shape, path: String) -> Value? {
    switch shape {
    case .list(let element):
      return .list(
        node.asList.enumerated().compactMap { index, item in
          value(item, element, path: node.elements == nil ? path : "\(path)[\(index)]")
        })
    case .group(let fields):
      guard node.entries != nil else {
        report(.wrongType, node, path, .wrongType, [.message(Phrase.aGroup.message), .quoted(node.summary)])
        // It keeps its place in its list.
        return .group([:])
      }
      return .group(group(node, fields, of: path, path: path))
    case .verbatim: return .verbatim(node.json)
    case .number where node.entries != nil: return bounded(node, path: path)
    default: break
    }
    guard let text = node.text else {
      report(.wrongType, node, path, .wrongType, [.message(Phrase.aText.message), .quoted(node.summary)])
      return nil
    }
    return scalar(text, node, shape, path: path)
  }

  private mutating func scalar(_ text: String, _ node: Node, _ shape: Shape, path: String) -> Value? {
    switch shape {
    case .text:
      if let rule = text.brokenBySigns {
        report(.wrongType, node, path, rule, [.quoted(text)], .removeSigns)
        return nil
      }
      return .text(text)
    case .word(let allowed): return word(text, allowed, node, path: path)
    case .moment:
      do { return .moment(try Moment(text)) } catch {
        let isDay = text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
        report(.badDate, node, path, isDay ? .noSuchDay : .badDate, [.quoted(text)], .writeDate)
        return nil
      }
    case .place:
      guard places.contains(code: text) else {
        report(.unknownPlace, node, path, .unknownPlace, [.quoted(text)], .writePlace)
        return nil
      }
      return .place(text)
    case .digest:
      guard Digest.isDigest(text) else {
        report(
          .wrongType, node, path, .wrongType, [.message(Phrase.aDigest.message), .quoted(text)], .writeDigest)
        return nil
      }
      return .text(text)
    case .integer:
      guard text.utf8.count < 19, let value = Int(text), value >= 0, String(value) == text else {
        report(.wrongType, node, path, .wrongType, [.message(Phrase.aWholeNumber.message), .quoted(text)])
        return nil
      }
      return .integer(value)
    case .flag:
      guard text == "yes" || text == "no" || text == "true" || text == "false" else {
        report(.wrongType, node, path, .wrongType, [.message(Phrase.yesOrNo.message), .quoted(text)])
        return nil
      }
      return .flag(text == "yes" || text == "true")
    case .reference(let kinds): return reference(text, kinds, node, path: path).map { .reference($0) }
    case .number: return ratio(text, node, path: path).map { .number(Bounds(exactly: $0)) }
    case .quantity(let dimension): return quantity(text, .of(dimension), node, path: path)
    case .money: return quantity(text, .money, node, path: path)
    case .chips: return chips(text, node, path: path)
    case .chip: return word(text.lowercased(), [], node, path: path)
    case .list, .group, .verbatim: return nil
    }
  }

  private mutating func word(_ text: String, _ allowed: [String], _ node: Node, path: String) -> Value? {
    guard allowed.isEmpty ? GlobalID.isLocal(text) && !text.contains("/") : allowed.contains(text) else {
      if allowed.isEmpty {
        report(.unknownWord, node, path, .wrongType, [.message(Phrase.aWord.message), .quoted(text)])
      } else {
        problems.append(
          Problem(
            .unknownWord, at: node.mark, field: path, rule: Phrase.unknownWord.with(.quoted(text)),
            remedy: Phrase.oneOf.with(.code(allowed.joined(separator: ", ")))))
      }
      return nil
    }
    return .word(text)
  }

  /// Reads `{ low, best, high }` of numbers without unit; without `high` there is no upper bound.
  private mutating func bounded(_ node: Node, path: String) -> Value? {
    let fields = ["low", "best", "high"].map { Field.optional($0, .number, "", "") }
    let members = group(node, fields, of: path, path: path)
    guard let low = members["low"]?.number?.low else {
      // One that is there and cannot be read was reported.
      guard node["low"] == nil else { return nil }
      problems.append(
        Problem(
          .missingField, at: node.mark, field: path,
          rule: Phrase.missingField.with(.code(path), .code("low")),
          remedy: Phrase.rewriteIt.message))
      return nil
    }
    do {
      return .number(
        try Bounds(low: low, best: members["best"]?.number?.low, high: members["high"]?.number?.low))
    } catch {
      report(.contradiction, node, path, .unorderedBounds, [.quoted(error.subject)])
      return nil
    }
  }

  /// Reports a mistake with a remedy from the catalogue.
  mutating func report(
    _ code: Problem.Code, _ node: Node, _ path: String, _ rule: Phrase, _ arguments: [Message.Argument],
    _ remedy: Phrase = .rewriteIt
  ) {
    problems.append(
      Problem(code, at: node.mark, field: path, rule: Message(rule, arguments), remedy: remedy.message))
  }
}

extension Node {
  /// What stands here, short, for a message.
  package var summary: String {
    switch content {
    case .scalar(let text): "\"\(text.prefix(40))\""
    case .list: "[…]"
    case .map: "{…}"
    }
  }

  /// The tree as JSON, every scalar a string.
  public var json: JSON {
    switch content {
    case .scalar(let text): .string(text)
    case .list(let elements): .array(elements.map(\.json))
    case .map(let entries):
      .object(Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
