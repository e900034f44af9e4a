import Measures
public import Records
import Yams

/// Reads YAML into the value tree: one document, duplicate keys and unbounded aliases refused.
public enum YAMLReader {
  /// Reads `text`.
  /// - Throws: ``Problems`` with the first mistake of syntax.
  public static func read(_ text: String, file: String) throws(Problems) -> Records.Node {
    if let line = YAMLKeys.firstUnsafe(in: text) {
      throw Problems([keyIsNoText(at: Mark(file: file, line: line))])
    }
    var documents: [Yams.Node] = []
    do {
      // Scalars stay text: no tag is ever worked out from what they look like.
      let parser = try Parser(yaml: text, resolver: .basic)
      while let document = try parser.nextRoot() { documents.append(document) }
    } catch {
      throw Problems([syntax(error, file: file)])
    }
    guard documents.count <= 1 else {
      throw Problems([
        Problem(
          .syntax, at: documents[1].mark.map { Mark(file: file, line: $0.line, column: $0.column) },
          rule: Phrase.severalDocuments.message, remedy: Phrase.oneDocument.message)
      ])
    }
    guard let document = documents.first else { return Node(.list([]), Mark(file: file, line: 1)) }
    var budget = text.utf8.count + 1
    return try convert(document, file: file, budget: &budget, depth: 0)
  }

  private static func convert(
    _ node: Yams.Node, file: String, budget: inout Int, depth: Int
  ) throws(Problems) -> Records.Node {
    budget -= 1
    let mark = Mark(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth < JSONReader.maximumDepth else {
      throw Problems([.tooDeep(at: mark, JSONReader.maximumDepth)])
    }
    guard budget > 0 else {
      throw Problems([
        Problem(.tooLarge, at: mark, rule: Phrase.expandsTooFar.message, remedy: Phrase.writeOut.message)
      ])
    }
    switch node {
    case .scalar(let scalar): return Node(.scalar(scalar.string), mark)
    case .sequence(let sequence):
      var elements: [Records.Node] = []
      for element in sequence {
        elements.append(try convert(element, file: file, budget: &budget, depth: depth + 1))
      }
      return Node(.list(elements), mark)
    case .mapping(let mapping):
      var entries: [Records.Node.Entry] = []
      for (key, value) in mapping {
        let keyMark = Mark(file: file, line: key.mark?.line ?? mark.line, column: key.mark?.column ?? 1)
        guard let name = key.scalar?.string else {
          throw Problems([keyIsNoText(at: keyMark)])
        }
        entries.append(
          Node.Entry(
            key: name, mark: keyMark,
            value: try convert(value, file: file, budget: &budget, depth: depth + 1)))
      }
      return Node(.map(entries), mark)
    case .alias:
      throw Problems([
        Problem(.syntax, at: mark, rule: Phrase.expandsTooFar.message, remedy: Phrase.writeOut.message)
      ])
    }
  }

  private static func keyIsNoText(at mark: Records.Mark) -> Problem {
    Problem(
      .syntax, at: mark, rule: Phrase.yamlSyntax.with(.word("a key is not a text")),
      remedy: Phrase.fixSyntax.message)
  }

  private static func syntax(_ error: any Error, file: String) -> Problem {
    var line = 1
    var what = Message.Argument.quoted("\(error)")
    if let error = error as? YamlError {
      if case .parser(_, let problem, let mark, _) = error, problem.hasPrefix("Maximum nesting level") {
        return .tooDeep(at: Mark(file: file, line: mark.line), JSONReader.maximumDepth)
      }
      switch error {
      case .reader(let problem, let offset, _, let text):
        line = 1 + text.prefix(offset ?? 0).count(where: \.isNewline)
        what = .word(problem)
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (line, what) = (mark.line, .word(problem))
      case .duplicatedKeysInMapping(let keys, let context):
        line = context.mark.line
        what = .message(Phrase.duplicateKey.with(.quoted(keys.joined(separator: ", "))))
      default: break
      }
    }
    return Problem(
      .syntax, at: Mark(file: file, line: line), rule: Phrase.yamlSyntax.with(what),
      remedy: Phrase.fixSyntax.message)
  }
}
