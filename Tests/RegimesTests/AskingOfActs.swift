import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

// Asks whether an act stands, in a pack of one article and a dossier about one model.

/// The authority of France.
let frenchAuthority = "- dossier: fr\n- party: fr\n  roles: [{ role: authority, where: FR }]\n"

/// Whether a condition that would lift a closure in France holds.
func lifts(
  _ condition: String, _ facts: String..., at asOf: String = "2026-11-21", digest: String? = nil
) throws -> Verdict {
  try verdict(condition, facts, at: asOf, digest: digest, isBinding: false)
}

/// Whether a condition that would close holds.
func binds(_ condition: String, _ facts: String..., digest: String? = nil) throws -> Verdict {
  try verdict(condition, facts, digest: digest, isBinding: true)
}

private func verdict(
  _ condition: String, _ facts: [String], at asOf: String = "2026-11-21", country: String = "FR",
  digest: String? = nil,
  isBinding: Bool
) throws -> Verdict {
  var pack = TestPack()
  pack.parameters = [
    TestPack.parameter("age", "1 year"), TestPack.parameter("day", "2026-06-01"),
    TestPack.parameter("home", "FR"),
  ]
  pack.articles = [
    TestPack.article(
      "a", when: isBinding ? condition : nil,
      then: isBinding
        ? "{ closes: { actions: [use] } }" : "{ closes: { actions: [use], unless: \(condition) } }")
  ]
  let judge = try Judge(
    Dossier(files: [model(more: digest.map { "  digest: \($0)\n" } ?? "")] + facts), [pack], at: asOf)
  let law = judge.library.packs[0]
  let article = law.articles[0]
  let scope = Scope(
    pack: law, standing: .assumed(law), subject: acme("artifact", "m"),
    question: Question(action: .use, country: country))
  let read = try #require(isBinding ? article.when : article.effects.closes?.unless)
  return judge.evaluate(read, scope).verdict
}

/// Asks for its approval of a safety case that covers two kinds of test.
let askedApproval =
  "{ attested: { kind: safety-case, about: self, decision: approved, covers: [narrow, passive], by: { role: authority, jurisdiction: country } } }"

/// A safety case of our model and what was decided on it.
func approved(_ more: String = "  covers: [narrow, passive]\n", decision: String = "approved")
  -> String
{
  let day = ["  at:", "  valid:", "  stated:"].contains(where: more.contains) ? "" : "  at: 2026-06-01\n"
  return "- safety-case: s\n  about: acme:m\n  decision: \(decision)\n\(more)\(day)"
}

/// The gate of use in France of a model of these facts, which an approval of its authority opens.
func gateUnlessApproved(_ files: [String]) throws -> GateCondition {
  var pack = TestPack()
  pack.articles = [
    TestPack.article(
      "a", when: aboveLimit,
      then:
        "{ closes: { actions: [use], unless: { attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: country } } } } }"
    )
  ]
  return try Judge(Dossier(files: files), [pack]).state(.use)
}
