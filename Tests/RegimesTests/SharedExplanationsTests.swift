import Measures
import Records
import Testing

@testable import Regimes

/// What occurs again is written once and referred to.
@Suite struct SharedExplanationsTests {
  private func explanation(_ code: String, _ parts: [Explanation] = [], fact: String? = nil) -> Explanation {
    Explanation(
      .holds, Phrase.allOf.message, code: code,
      facts: fact.map { [FactUse(id: $0, revision: 1, value: "x")] } ?? [], parts: parts)
  }

  private func written(_ explanations: [Explanation]) -> [String] {
    var shared = SharedExplanations(explanations)
    return explanations.map { shared.json($0).canonical }
  }

  @Test func theSecondTimeRefersToTheFirst() {
    let leaf = explanation("leaf", fact: "a")
    #expect(
      written([explanation("one", [leaf]), explanation("two", [explanation("leaf", fact: "a")])]) == [
        #"{"clause":"one","parts":[{"clause":"leaf","facts":[{"id":"a","revision":1,"value":"x"}],"id":1,"verdict":"holds"}],"verdict":"holds"}"#,
        #"{"clause":"two","parts":[{"clause":"leaf","sameAs":1,"verdict":"holds"}],"verdict":"holds"}"#,
      ])
  }

  @Test func whatDiffersOrIsShortStandsAsItIs() {
    var marked = explanation("leaf", fact: "a")
    marked.facts[0].isDecisive = true
    let texts = written([
      explanation("one", [explanation("leaf", fact: "a"), explanation("bare")]),
      explanation("two", [marked, explanation("bare")]),
    ])
    #expect(
      texts.allSatisfy { !$0.contains("sameAs") && $0.contains(#"{"clause":"bare","verdict":"holds"}"#) })
    #expect(texts[1].contains(#""decisive":true"#))
  }

  /// Twice at each level: written as a tree it would not end.
  @Test func aDeepOneGrowsWithWhatIsSaid() {
    var tree = explanation("leaf", fact: "a")
    for level in 0..<40 { tree = explanation("level \(level)", [tree, tree]) }
    #expect(written([tree])[0].utf8.count < 5000)
  }

  /// Whoever puts in what references mean has every explanation whole.
  @Test func nothingIsLost() {
    let a = explanation("a", fact: "a")
    let b = explanation("b", [a, explanation("c", [a])])
    let roots = [explanation("root", [b, a, b]), b, explanation("other", [explanation("c", [a])])]
    var shared = SharedExplanations(roots)
    var known: [Int: JSON] = [:]
    for root in roots {
      let text = shared.json(root)
      #expect(text != plain(root))
      #expect(expanded(text, &known) == plain(root))
    }
    #expect(known.count == 3)
  }

  /// Without references. One that stands before what it means has nothing to be replaced by.
  private func expanded(_ json: JSON, _ known: inout [Int: JSON]) -> JSON {
    guard case .object(var members) = json else { return json }
    if case .int(let id)? = members["sameAs"] { return known[id] ?? json }
    let id = members.removeValue(forKey: "id")
    if case .array(let parts)? = members["parts"] {
      members["parts"] = .array(parts.map { expanded($0, &known) })
    }
    if case .int(let id)? = id { known[id] = .object(members) }
    return .object(members)
  }

  private func plain(_ explanation: Explanation) -> JSON {
    var members: [String: JSON] = ["clause": .string(explanation.code), "verdict": .string("holds")]
    if !explanation.facts.isEmpty { members["facts"] = .array(explanation.facts.map(\.json)) }
    if !explanation.parts.isEmpty { members["parts"] = .array(explanation.parts.map(plain)) }
    return .object(members)
  }
}
