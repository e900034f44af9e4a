import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What is said of a clause is what it asked.
@Suite struct ClauseTests {
  private func leaf(_ condition: String, _ fields: String) throws -> Explanation {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", on: "model", when: condition, then: "{ classifies: { as: it } }")]
    let judge = try Judge(Dossier(model(more: fields)), [pack])
    let findings = judge.determine(acme("artifact", "m"), judge.library.packs[0]).findings
    var leaf = try #require(findings.first).because
    while let part = leaf.parts.first { leaf = part }
    return leaf
  }

  /// A failing clause is not worded as its denial.
  @Test(arguments: ["text-to-image", "language-text"]) func isTheQuestion(_ value: String) throws {
    let condition = "{ not: { attribute: { key: generates, in: [language-text, language-audio] } } }"
    let leaf = try leaf(condition, "  generates: [\(value)]\n  complete: [generates]\n")
    #expect(leaf.verdict == (value == "language-text" ? .holds : .fails))
    #expect(leaf.clause.text(.en) == "output: text or speech")
    #expect(leaf.clause.text(.fr) == "production\u{A0}: texte ou parole")
  }

  /// A record is cited once, with all that it says; its data stay as they were written.
  @Test func citesARecordOnce() throws {
    let leaf = try leaf(
      "{ attribute: { key: generates, in: [language-text, text-to-image] } }",
      "  generates: [language-text, text-to-image]\n  complete: [generates]\n")
    #expect(leaf.facts.map(\.value) == ["generates: language-text, text-to-image"])
    #expect(leaf.facts.map { $0.text(.fr) } == ["production\u{A0}: texte, images à partir de texte"])
  }
}
