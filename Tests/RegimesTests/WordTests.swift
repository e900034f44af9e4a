import Measures
import Records
import Testing

@testable import Regimes

/// A pack means every word that it says: what the reader does not know is refused where it stands.
@Suite struct WordTests {
  private func mistakes(_ pack: TestPack, _ old: String = "", _ new: String = "") throws -> [String] {
    let text = old.isEmpty ? pack.text : pack.text.replacing(old, with: new)
    do throws(Problems) {
      _ = try RegimeLibrary([pack.read(text)])
      return []
    } catch {
      return error.list.map { problem in
        // A message says where, and what to do.
        let says = problem.mark != nil && !problem.text(.en).isEmpty && !problem.text(.fr).isEmpty
        return says ? problem.code.rawValue : "silent"
      }
    }
  }

  @Test(arguments: [
    ("while: [a]", "wrong-type"), ("while: { a: b }", "wrong-type"),
    ("while: same-actors", "unknown-vocabulary"),
    ("except: { at: humans }", "unknown-vocabulary"), ("except: { at: { a: b } }", "wrong-type"),
    ("except: { roles: all }", "unknown-vocabulary"), ("rest: { dependence: presume }", "unknown-vocabulary"),
    ("rest: { dependence: [presumed] }", "wrong-type"), ("rest: { operations: some }", "unknown-vocabulary"),
    ("order: [reported, guessed]", "unknown-word"), ("order: []", "wrong-type"),
    ("order: { a: b }", "wrong-type"), ("issuers: [anybody]", "unknown-word"),
    ("counts: { roles: [weights] }", "unknown-vocabulary"), ("counts: { kinds: { a: b } }", "wrong-type"),
    ("where: { diagnostics: { feedback: automatic } }", "unknown-vocabulary"),
    ("where: { diagnostic: { feedbacks: automatic } }", "unknown-vocabulary"),
    ("where: { diagnostic: { feedback: automatical } }", "unknown-vocabulary"),
    ("where: [diagnostic]", "wrong-type"), ("tolerance: $limit", "wrong-type"),
  ])
  func conventions(_ field: String, _ code: String) throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", then: "{ classifies: { as: known } }")]
    #expect(try mistakes(pack, "training-compute, cite", "training-compute, \(field), cite") == [code])
  }

  /// Each measure has keys of its own.
  @Test(arguments: [
    ("inference-rate, statistic: mean", "unknown-vocabulary"),
    ("inference-rate, window: $limit", "wrong-type"),
    ("inference-rate, over: cluster", "unknown-vocabulary"),
    ("capability, minimum-link: $limit", "wrong-type"),
    ("capability, precision: fp3", "unknown-vocabulary"),
    ("training-compute, statistic: max", "unknown-field"),
  ])
  func conventionsByMeasure(_ convention: String, _ code: String) throws {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", then: "{ classifies: { as: known } }")]
    #expect(try mistakes(pack, "training-compute, cite", "\(convention), cite") == [code])
  }

  @Test(arguments: [
    ("{ rating: { axis: automony, is: strong } }", "unknown-vocabulary"),
    ("{ rating: { axis: autonomy, is: strongly } }", "unknown-vocabulary"),
    ("{ rating: { axis: { a: b }, is: strong } }", "wrong-type"),
    ("{ ordered: { kind: designation, about: self, decision: { a: b } } }", "wrong-type"),
    ("{ ordered: { kind: designation, about: self, decision: desginated } }", "unknown-vocabulary"),
    ("{ ordered: { kind: safety-case, about: self, covers: [black-box] } }", "unknown-vocabulary"),
    ("{ ordered: { kind: designation, about: { a: b } } }", "wrong-type"),
    ("{ ordered: { kind: designation, by: { role: comission } } }", "unknown-vocabulary"),
    (
      "{ ordered: { kind: designation, by: { role: auditor, accredited-by: angency } } }",
      "unknown-vocabulary"
    ),
    (
      "{ ordered: { kind: designation, by: { role: authority, jurisdiction: developer.set } } }",
      "unknown-vocabulary"
    ),
    ("{ ordered: { kind: designation, by: { role: authority, jurisdiction: $limit } } }", "wrong-type"),
    ("{ ordered: { kind: designation, by: [] } }", "wrong-type"),
    ("{ ordered: { kind: designation, quorum: many, distinct: organisation } }", "bad-number"),
    ("{ ordered: { kind: designation, quorum: 0, distinct: organisation } }", "bad-number"),
    ("{ ordered: { kind: designation, quorum: { a: b }, distinct: organisation } }", "bad-number"),
    ("{ ordered: { kind: designation, quorum: 2, distinct: people } }", "unknown-vocabulary"),
    ("{ ordered: { kind: designation, max-age: $limit } }", "wrong-type"),
    (
      "{ ordered: { kind: designation, rests-on: [{ kind: evaluation, decision: passed }] } }",
      "unknown-vocabulary"
    ),
    ("{ ordered: { kind: designation, let: [a] } }", "wrong-type"),
    ("{ attribute: { key: access, in: [published-weigths] } }", "unknown-vocabulary"),
    ("{ attribute: { key: generates, in: [langage] } }", "unknown-vocabulary"),
    ("{ attribute: { key: placed-on-market-in, in: $limit } }", "wrong-type"),
    ("{ attribute: { of: [self], key: access, in: [api] } }", "wrong-type"),
    ("{ attribute: { of: self.nothing, key: access, in: [api] } }", "unknown-vocabulary"),
    ("{ date: { of: self.whenever, before: $day } }", "unknown-vocabulary"),
    ("{ date: { of: as-of, before: $limit } }", "wrong-type"),
    ("{ tier: { at-least: { a: b } } }", "wrong-type"), ("{ classified: { as: [a] } }", "wrong-type"),
    ("{ some: { let: x, in: ancestors(weights) } }", "unknown-vocabulary"),
    ("{ quantity: { name: training-compute, convention: all, above: $day } }", "wrong-type"),
    ("{ quantity: { name: training-compute, convention: all, above: $link } }", "wrong-type"),
    ("{ quantity: { name: parameters, above: $limit } }", "wrong-type"),
    ("{ quantity: { name: training-compute, above: $limit } }", "unknown-definition"),
    ("{ quantity: { name: capability, convention: all, above: $rate } }", "unknown-definition"),
    ("{ quantity: { name: training-compute, convention: [all], above: $limit } }", "wrong-type"),
    (
      "{ quantity: { name: training-compute, convention: all, with: everybody, above: $limit } }",
      "unknown-vocabulary"
    ),
    (
      "{ quantity: { name: training-compute, convention: all, in: last-week, above: $limit } }",
      "unknown-vocabulary"
    ),
    (
      "{ quantity: { name: training-compute, convention: all, above: $limit, bound: low } }",
      "unknown-vocabulary"
    ),
    (
      "{ ratio: { of: { name: parameters }, over: { name: training-compute, convention: all }, above: $third } }",
      "wrong-type"
    ),
    ("{ ratio: { of: { name: parameters }, over: { name: parameters }, above: $limit } }", "wrong-type"),
  ])
  func conditions(_ condition: String, _ code: String) throws {
    var pack = TestPack()
    pack.parameters = [
      TestPack.parameter("day", "2026-01-01"), TestPack.parameter("link", "1 Gbit/s"),
      TestPack.parameter("rate", "1 FLOP/s"), TestPack.parameter("third", "1/3"),
    ]
    pack.articles = [TestPack.article("a", when: condition, then: "{ closes: { actions: [use] } }")]
    #expect(try mistakes(pack) == [code])
  }

  @Test(arguments: [
    ("{ closes: { actions: [use], per: continent } }", "unknown-vocabulary"),
    ("{ closes: { actions: [use], per: [country] } }", "wrong-type"),
    ("{ closes: { actions: [] } }", "wrong-type"), ("{ closes: { actions: { a: b } } }", "wrong-type"),
    ("{ classifies: { as: { a: b } } }", "wrong-type"),
    ("{ exempts: { from: [a], effects: [closing] } }", "unknown-vocabulary"),
    ("{ exempts: { from: { a: b } } }", "wrong-type"),
    ("{ defers: { duties-of: [a], until: $limit } }", "wrong-type"),
    ("{ permits: [{ act: ask, by: somebody }] }", "unknown-vocabulary"),
    ("{ permits: [{ act: { a: b }, by: provider }] }", "wrong-type"),
    ("{ permits: [{ act: ask, by: provider, to: nobody }] }", "unknown-vocabulary"),
    (
      "{ permits: [{ act: ask, by: provider, not-before: { within: $limit, from: designated } }] }",
      "wrong-type"
    ),
    ("{ retains: [{ what: papers, by: provider, for: $limit, from: deployed }] }", "wrong-type"),
    ("{ retains: [{ what: papers, by: provider, for: $age, from: always }] }", "unknown-vocabulary"),
    (duty("by: nobody, due: standing"), "unknown-vocabulary"),
    (duty("by: provider, due: { while: { a: b } }"), "wrong-type"),
    (duty("by: provider, due: { while: sleeping }"), "unknown-vocabulary"),
    (duty("by: provider, due: { within: $age, from: deployed, at: deployed }"), "unknown-condition"),
    (duty("by: provider, due: { at: { each: deployed, latest: [deployed] } }"), "unknown-condition"),
    (duty("by: provider, due: { date: $age }"), "wrong-type"),
    (duty("by: provider, due: standing, content: [[a]]"), "wrong-type"),
    (duty("by: provider, due: standing, content: [{ what: a }]"), "missing-field"),
  ])
  func effects(_ effect: String, _ code: String) throws {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("age", "1 year")]
    pack.articles = [
      TestPack.article("a", then: "{ classifies: { as: known } }"), TestPack.article("b", then: effect),
    ]
    #expect(try mistakes(pack) == [code])
  }

  private static func duty(_ fields: String) -> String {
    "{ obliges: [{ duty: tell, to: public, fulfilled-by: notification, \(fields) }] }"
  }

  @Test(arguments: [
    ("activation: { a: b }", "wrong-type"), ("interprets: [a]", "wrong-type"),
    ("uses: [{ a: b }]", "wrong-type"),
  ])
  func heads(_ field: String, _ code: String) throws {
    var pack = TestPack()
    pack.head = field
    pack.articles = [TestPack.article("a", then: "{ classifies: { as: known } }")]
    #expect(try mistakes(pack) == [code])
  }

  @Test(arguments: [
    ("at-least: 1 token", "bad-unit"), ("at-least: 1 tokens", "bad-number"),
    ("context: maybe", "unknown-vocabulary"),
    ("example: [true]", "wrong-type"), ("may-change: { by: adoption, for: parties }", "unknown-vocabulary"),
  ])
  func parameters(_ field: String, _ code: String) throws {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("cap", "1e26 FLOP", field)]
    pack.articles = [TestPack.article("a", then: "{ classifies: { as: known } }")]
    #expect(try mistakes(pack) == [code])
  }

  /// More compute never opens: where something falls, the article says so.
  @Test(arguments: [
    ("{ quantity: { name: training-compute, convention: all, below: $limit } }", "", "undeclared-fall"),
    ("{ not: { classified: { as: known } } }", "", "undeclared-fall"),
    ("{ not: { some: { let: original, in: originals } } }", "", "undeclared-fall"),
    ("{ not: { some: { let: original, in: originals } } }", "originals", ""),
    ("{ not: { some: { let: original, in: originals } } }", "ancestors", "undeclared-fall"),
    ("{ not: \(aboveLimit) }", "originals", "undeclared-fall"), (aboveLimit, "", ""),
  ])
  func falls(_ condition: String, _ declared: String, _ code: String) throws {
    var pack = TestPack()
    let then = (declared.isEmpty ? "" : "{ closes: { actions: [use] } }\n    antitone-in: \(declared)")
    pack.articles = [
      TestPack.article("a", then: "{ classifies: { as: known } }"),
      TestPack.article("b", when: condition, then: then.isEmpty ? "{ closes: { actions: [use] } }" : then),
    ]
    #expect(try mistakes(pack) == (code.isEmpty ? [] : [code]))
  }
}
