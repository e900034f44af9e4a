package import Measures
package import Records

extension Settlings {
  /// How many ways of each answer are told to people.
  package static let told = 3

  /// The ways as JSON, eight of each answer, with the words for the two answers.
  package func json(holds: String, fails: String) -> JSON {
    let given = first(8)
    return .object([
      "whole": .bool(given.isWhole),
      "ways": .array(given.ways.map { $0.json($0.verdict == .holds ? holds : fails) }),
    ])
  }
}

extension Settling {
  /// What would have to be found, for people.
  package var words: Message { Phrase.listed.with(.list(findings.map(\.words))) }

  /// The same as JSON; `answer` is the word for the answer that follows.
  fileprivate func json(_ answer: String) -> JSON {
    .object([
      "answer": .string(answer),
      "when": .array(
        findings.map { finding in
          .object([
            "about": .string(finding.fact.about), "fact": .string(finding.fact.code),
            "is": finding.outcome.json,
          ])
        }),
    ])
  }
}

extension Settling.Finding {
  /// What would have to be found, for people.
  var words: Message {
    switch outcome {
    case .answer(let isSo): isSo ? asked : Phrase.ruledOut.with(.message(asked))
    case .words(let words): Phrase.foundIs.with(.message(asked), .either(words.sorted()))
    case .otherThan(let words): Phrase.foundIsNot.with(.message(asked), .either(words.sorted()))
    case .within(let spans, let dimension):
      Phrase.foundIs.with(
        .message(asked),
        .message(
          spans.dropFirst().reduce(spans[0].words(dimension)) {
            Phrase.orElse.with(.message($0), .message($1.words(dimension)))
          }))
    }
  }
}

extension Settling.Span {
  fileprivate func words(_ dimension: Dimension) -> Message {
    let ends = [
      from.map { ($0.isAfter ? Phrase.aboveAmount : .atLeastAmount).with(.amount($0.value, dimension)) },
      to.map { ($0.isAfter ? Phrase.atMostAmount : .belowAmount).with(.amount($0.value, dimension)) },
    ].compactMap { $0 }
    return ends.count == 2 ? Phrase.andAlso.with(.message(ends[0]), .message(ends[1])) : ends[0]
  }

  fileprivate var json: JSON {
    func end(_ cut: Cut?) -> JSON {
      cut.map { .object(["value": .string($0.value.description), "included": .bool(self.includes($0))]) }
        ?? .null
    }
    return .object(["from": end(from), "to": end(to)])
  }

  /// Whether the value at an end is inside.
  private func includes(_ cut: Cut) -> Bool { cut == from ? !cut.isAfter : cut.isAfter }
}

extension Settling.Outcome {
  fileprivate var json: JSON {
    switch self {
    case .answer(let isSo): .object(["answer": .bool(isSo)])
    case .words(let words): .object(["oneOf": .strings(words.sorted())])
    case .otherThan(let words): .object(["noneOf": .strings(words.sorted())])
    case .within(let spans, _): .object(["within": .array(spans.map(\.json))])
    }
  }
}
