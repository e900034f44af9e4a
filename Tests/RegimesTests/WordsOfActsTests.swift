import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What is said of an act that somebody must show.
@Suite struct WordsOfActsTests {
  /// Everything that an act must be stands in its clause and in its code.
  @Test func whatAnActMustBe() throws {
    let rule =
      "{ attested: { kind: safety-case, about: self, decision: approved, covers: [weak], by: { role: authority }, quorum: 2, distinct: organisation, max-age: $age, rests-on: [{ kind: evaluation, max-age: $test }, { kind: independent-audit, decision: approved, by: [{ role: evaluator }, { role: auditor, accredited-by: agency }] }] } }"
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("age", "2 years"), TestPack.parameter("test", "6 months")]
    pack.articles = [TestPack.article("a", then: "{ closes: { actions: [use], unless: \(rule) } }")]
    let judge = try Judge(Dossier(model()), [pack])
    let gate = judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
    let answer = try #require(gate.because.first?.unless)
    #expect(
      answer.code
        == "attested safety-case approved [weak] by authority max-age $age quorum 2 rests-on evaluation max-age $test and independent-audit approved by auditor accredited-by agency or evaluator"
    )
    let english = answer.clause.text(.en).replacing("\u{A0}", with: " ")
    #expect(
      english.hasSuffix(
        ", by at least 2 organisations: authority, not older than 2 years, resting on: evaluation (not older than 6 months), independent audit (decision: approved, by: evaluator, auditor (accredited by: agency))"
      ), "\(english)")
    let french = answer.clause.text(.fr).replacing("\u{A0}", with: " ")
    #expect(
      french.hasSuffix(
        ", par au moins 2 organisations : autorité, datant de 2 ans au plus, reposant sur : évaluation (datant de 6 mois au plus), audit indépendant (décision : approbation, par : évaluateur, auditeur (accrédité par : agence))"
      ), "\(french)")
  }
}
