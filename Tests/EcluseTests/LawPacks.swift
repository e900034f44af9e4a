import Measures
import RecordsIO

@testable import Records
@testable import Regimes

/// Small packs of one article each, so that each part of the grammar decides a gate alone: what one article closes
/// cannot hide what another opens.
enum LawPacks {
  private static let fast = "convention: fast"

  /// The gates that are asked of the model, its maker's cluster or its runs.
  struct Gate {
    let pack: String
    let action: Action
    var place = GateState.everywhere
    var isOfCluster = false
  }

  private static let closures: [(name: String, on: String, action: String, when: String?, unless: String?)] =
    [
      ("rate", "model", "use", "{ quantity: { name: inference-rate, \(fast), above: $speed } }", nil),
      (
        "declared-rate", "model", "use",
        "{ some: { let: d, in: deployments, such-that: { quantity: { name: inference-rate, of: model, \(fast), above: $speed } } } }",
        nil
      ),
      (
        "best", "model", "use",
        "{ quantity: { name: training-compute, convention: direct, above: $limit, bound: best } }", nil
      ),
      (
        "high", "run", "train",
        "{ quantity: { name: training-compute, convention: presumed, above: $cap, bound: high } }", nil
      ),
      (
        "presumed", "model", "use",
        "{ quantity: { name: training-compute, convention: presumed, above: $limit } }",
        nil
      ),
      (
        "capability", "cluster", "compute",
        "{ quantity: { name: capability, convention: peak, at-least: $peak } }", nil
      ),
      (
        "permit", "cluster", "compute", nil,
        "{ attested: { kind: permit, about: self, decision: granted, by: { role: governor, jurisdiction: self.country } } }"
      ),
      ("seat", "model", "use", "{ not: { attribute: { of: developer, key: seat, in: [$home] } } }", nil),
      ("generates", "model", "use", "{ attribute: { key: generates, in: [text-to-video] } }", nil),
      ("access", "model", "use", "{ attribute: { key: access, in: [published-weights] } }", nil),
      ("market", "model", "use", "{ attribute: { key: placed-on-market-in, in: [$away] } }", nil),
      (
        "quorum", "model", "use", nil,
        "{ attested: { kind: independent-audit, about: self, decision: approved, by: { role: auditor, accredited-by: agency }, quorum: 2, distinct: organisation } }"
      ),
      (
        "grounds", "model", "use", nil,
        "{ attested: { kind: specification, about: self, decision: met, by: { role: authority, jurisdiction: country }, rests-on: [ { kind: switch-removal-test, max-age: $age } ] } }"
      ),
      (
        "approval", "model", "use", nil,
        "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: country } } }"
      ),
      (
        "ruling", "model", "use",
        "{ ordered: { kind: ruling, about: developer, decision: gross-negligence, by: { role: court } } }",
        nil
      ),
      (
        "harbour", "model", "use", "{ classified: { as: \"seed-gate-closure:strict-liability\" } }", nil
      ),
      ("rating", "model", "use", "{ rating: { axis: autonomy, is: strong } }", nil),
      (
        "originals", "model", "use",
        "{ some: { let: o, in: originals, such-that: { quantity: { name: training-compute, of: o, convention: direct, above: $limit } } } }",
        nil
      ),
      ("size", "model", "use", "{ quantity: { name: parameters, above: $size } }", nil),
      (
        "revenue", "model", "use",
        "{ quantity: { name: gross-revenue, of: developer, with: affiliates, in: preceding-calendar-year, above: $money } }",
        nil
      ),
      ("date", "run", "train", "{ date: { of: self.from, at-or-after: $summer } }", nil),
    ]

  /// Packs with more than one article that closes: where what decides stands outside its condition.
  private struct Whole {
    let name: String
    var head = ""
    var force = TestPack.law
    var when: String?
    var inForce: String?
    /// What the article does besides closing.
    var also = ""
    /// More articles.
    var more: [(when: String, then: String)] = []
  }

  private static let approved =
    "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: $home } } }"

  private static let whole = [
    Whole(name: "scale", head: TestPack.scale, when: "{ tier: { at-least: L1 } }"),
    Whole(
      name: "nexus",
      head:
        "nexus: { applies-to: party, when: { attribute: { key: seat, in: [$home] } }, cite: \(TestPack.cite) }"
    ),
    Whole(name: "exemption", more: [(approved, "{ exempts: { from: [a] } }")]),
    Whole(
      name: "start", force: "status: proposal\njurisdiction: world\nactivation: adoption",
      inForce: "{ from: activation, after: $age }"),
    Whole(
      name: "deferral", when: "{ quantity: { name: training-compute, convention: direct, above: $limit } }",
      also:
        ", obliges: [ { duty: report-compute, by: developer, to: public, due: standing, fulfilled-by: custodian-report } ]",
      more: [(approved, "{ defers: { duties-of: [a], until: $later } }")]),
  ]

  static let gates: [Gate] =
    closures.map { closure in
      Gate(
        pack: "law-\(closure.name)", action: Action(rawValue: closure.action) ?? .use,
        place: closure.on == "model" ? "FR" : GateState.everywhere, isOfCluster: closure.on == "cluster")
    } + whole.map { Gate(pack: "law-\($0.name)", action: .use, place: "FR") } + [
      Gate(pack: "seed-gate-closure", action: .train),
      Gate(pack: "seed-gate-closure", action: .use, place: "FR"),
      Gate(pack: "seed-gate-closure", action: .deployInternal, place: "DE"),
      Gate(pack: "seed-gate-closure", action: .compute, isOfCluster: true),
    ]

  static func read(_ vocabulary: Vocabulary, _ places: Places) throws -> [RegimePack] {
    let small = closures.map { closure in
      let unless = closure.unless.map { ", unless: \($0)" } ?? ""
      return text(
        Whole(name: closure.name, when: closure.when), on: closure.on,
        then: "closes: { actions: [\(closure.action)]\(unless) }")
    }
    let packs = small + whole.map { text($0, on: "model", then: "closes: { actions: [use] }\($0.also)") }
    return try packs.map { text in
      let bytes = Array(text.utf8)
      return try PackReader.read(
        TextFile.tree(bytes, named: "law.yaml"), digest: Digest.sha256(bytes),
        vocabulary: vocabulary, places: places)
    }
  }

  private static func text(_ pack: Whole, on subject: String, then: String) -> String {
    TestPack.head("law-\(pack.name)", force: pack.force, cap: "1e27 FLOP", more: pack.head)
      + TestPack.article(
        "a", on: subject, ["when": pack.when, "in-force": pack.inForce], then: "{ \(then) }")
      + pack.more.enumerated().map {
        TestPack.article("b\($0)", on: subject, ["when": $1.when], then: $1.then)
      }
      .joined()
  }
}
