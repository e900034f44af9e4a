import Testing

@testable import Measures

@Suite struct ExplanationTests {
  private let clause = Phrase("a clause", "une clause").message

  @Test func gathersAndMarksFactsFromEveryLevel() {
    let (a, b) = (FactUse(id: "a", revision: 1, value: "x"), FactUse(id: "b", revision: 2, value: "y"))
    let leaf = Explanation(.fails, clause, code: "leaf", facts: [b])
    let root = Explanation(.fails, clause, code: "root", facts: [a], parts: [leaf])
    #expect(root.allFacts == [a, b])
    let marked = root.marked { $0.id == "b" }
    #expect(marked.facts.map(\.isDecisive) == [false])
    #expect(marked.parts[0].facts.map(\.isDecisive) == [true])
    #expect(marked.verdict == .fails && marked.parts[0].code == "leaf")
  }

  @Test func citationsNameDocumentAndPlace() {
    let citation = Citation(document: "Regulation (EU) 2024/1689", locus: "Article 51(2)", checked: .primary)
    #expect(citation.description == "Regulation (EU) 2024/1689, Article 51(2)")
  }
}
