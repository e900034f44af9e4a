import Testing

@testable import Measures

@Suite struct ExplanationTests {
  private let clause = Phrase("a clause", "une clause").message

  @Test func gathersAndMarksFactsFromEveryLevel() {
    let (a, b) = (FactUse(id: "a", revision: 1, value: "x"), FactUse(id: "b", revision: 2, value: "y"))
    let leaf = Explanation(.fails, clause, code: "leaf", facts: [b])
    let root = Explanation(.fails, clause, code: "root", facts: [a], parts: [leaf])
    #expect(root.allFacts == [a, b])
    var made: Explanation.Made = [:]
    let marked = root.marked(&made) { $0.id == "b" }
    #expect(marked.facts.map(\.isDecisive) == [false])
    #expect(marked.parts[0].facts.map(\.isDecisive) == [true])
    #expect(marked.verdict == .fails && marked.parts[0].code == "leaf")
  }

  @Test func whatStandsTwiceIsMadeOnce() {
    let leaf = Explanation(.fails, clause, code: "leaf", facts: [FactUse(id: "a", revision: 1, value: "x")])
    var tree = leaf
    for level in 0..<60 { tree = Explanation(.fails, clause, code: "level \(level)", parts: [tree, tree]) }
    // Twice at each level: no computer visits each place.
    var made: Explanation.Made = [:]
    let marked = tree.marked(&made) { _ in true }
    #expect(marked.parts[0].identity == marked.parts[1].identity && marked.allFacts.first?.isDecisive == true)
    #expect(tree.brief(Explanation.Lines()).allFacts == tree.allFacts && tree.allFacts == Set(leaf.facts))
  }

  @Test func saysOfOthersInOneLineWhatItRestsOn() {
    let (a, b) = (FactUse(id: "a", revision: 1, value: "x"), FactUse(id: "b", revision: 2, value: "y"))
    let deep = Explanation(.holds, clause, code: "deep", facts: [a, b])
    var other = Explanation(.holds, clause, code: "other", facts: [a], parts: [deep, deep])
    other.isElsewhere = true
    let root = Explanation(
      .holds, clause, code: "root", parts: [Explanation(.fails, clause, code: "own"), other])
    let brief = root.brief(Explanation.Lines())
    #expect(brief.parts.map(\.code) == ["own", "other"] && brief.parts[1].verdict == .holds)
    #expect(brief.parts[1].facts == [a, b] && brief.parts[1].parts.isEmpty)
    #expect(brief.allFacts == root.allFacts && deep.brief(Explanation.Lines()) == deep)
    var twin = other
    twin.isElsewhere = false
    #expect(twin == other && Set([twin, other]).count == 1)
  }

  @Test func citationsNameDocumentAndPlace() {
    let citation = Citation(document: "Regulation (EU) 2024/1689", locus: "Article 51(2)", checked: .primary)
    #expect(citation.description == "Regulation (EU) 2024/1689, Article 51(2)")
  }
}
