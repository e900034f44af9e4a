import Measures
package import Regimes

/// A line of a rule in words, and how deep it stands.
package struct RuleLine {
  package let depth: Int
  package let text: String

  init(_ depth: Int, _ text: String) { (self.depth, self.text) = (depth, text) }
}

extension RuleWords {
  /// An article as a reader of the law wants it: of what it is asked, when it applies, what follows; one line for a duty.
  package func lines(_ article: Article) -> [RuleLine] { lines(article.parts) }

  /// Parts of an article; those of one duty on one line.
  package func lines(_ parts: [RulePart]) -> [RuleLine] {
    var lines: [RuleLine] = []
    var index = 0
    while index < parts.count {
      let part = parts[index]
      index += 1
      guard ["obliges", "retains", "permits"].contains(part.place[0]) else {
        lines += labelled(PartWords.text(part.place, language), part.content)
        continue
      }
      let name = Array(part.place.prefix(2))
      var said = [part]
      while index < parts.count, Array(parts[index].place.prefix(2)) == name {
        said.append(parts[index])
        index += 1
      }
      lines += effect(name, said)
    }
    return lines
  }

  private func effect(_ name: [String], _ parts: [RulePart]) -> [RuleLine] {
    let plain = parts.filter { $0.place.last != "unless" }.map { part in
      "\(PartWords.text(Array(part.place.dropFirst(2)), language)) \(text(part.content))"
    }
    let head = Phrase.labelled.with(
      .code(PartWords.text(name, language)), .code(plain.joined(separator: semicolon)))
    return (plain.isEmpty ? [] : [RuleLine(0, head.text(language))])
      + parts.filter { $0.place.last == "unless" }.flatMap {
        labelled(PartWords.text(["unless"], language), $0.content, depth: 1)
      }
  }

  /// A part by its name; a condition of several parts below it.
  private func labelled(_ name: String, _ content: RulePart.Content, depth: Int = 0) -> [RuleLine] {
    if case .condition(let condition) = content {
      let below = self.lines(condition, depth: depth + 1)
      if below.count > 1 {
        return [RuleLine(depth, Phrase.heading.with(.code(name)).text(language))] + below
      }
    }
    return [RuleLine(depth, Phrase.labelled.with(.code(name), .code(text(content))).text(language))]
  }

  var semicolon: String { language == .fr ? "\u{202F}; " : "; " }
}
