import Measures
import TestSupport
import Testing

@testable import Regimes

/// What settles a question is checked against every way in which what is open may turn out.
@Suite struct SettlingTests {
  private static let axes = ["autonomy", "generality", "intelligence"]
  private static let outputs = ["language-text", "language-audio", "text-to-image", "text-to-video"]

  /// What is open of a model, and how it may turn out.
  private enum Fact: Hashable {
    /// Strong, or weak.
    case rating(String)
    /// Whether it generates this.
    case output(String)
    /// Fewer parameters than 1e9, then fewer than 1e12, then more.
    case parameters

    static let all = axes.map(Fact.rating) + outputs.map(Fact.output) + [.parameters]

    var outcomes: Int { self == .parameters ? 3 : 2 }

    var code: String {
      switch self {
      case .rating(let axis): "rating \(axis)"
      case .output(let word): "generates in [\(word)]"
      case .parameters: "parameters"
      }
    }

    /// Whether what was found to settle something includes an outcome.
    func includes(_ outcome: Int, _ wanted: Settling.Outcome) -> Bool {
      let value = [Ratio(5), Ratio(2_000_000_000), Ratio(UInt128(1) << 60)][self == .parameters ? outcome : 0]
      switch wanted {
      case .answer(let isSo): return isSo == (outcome == 1)
      case .words(let words): return words.contains(outcome == 1 ? "strong" : "weak")
      case .otherThan(let words): return !words.contains(outcome == 1 ? "strong" : "weak")
      case .within(let spans, _):
        return spans.contains { span in
          (span.from.map { $0 < Cut(value, isAfter: true) } ?? true)
            && (span.to.map { Cut(value, isAfter: false) < $0 } ?? true)
        }
      }
    }
  }

  private indirect enum Formula {
    case is_(Fact)
    case above(Int)
    case any([Formula])
    case all([Formula])
    case not(Formula)

    func holds(_ found: [Fact: Int]) -> Bool {
      switch self {
      case .is_(let fact): found[fact] == 1
      case .above(let step): (found[.parameters] ?? 0) >= step
      case .any(let parts): parts.contains { $0.holds(found) }
      case .all(let parts): parts.allSatisfy { $0.holds(found) }
      case .not(let part): !part.holds(found)
      }
    }

    var facts: Set<Fact> {
      switch self {
      case .is_(let fact): [fact]
      case .above: [.parameters]
      case .any(let parts), .all(let parts): parts.reduce([]) { $0.union($1.facts) }
      case .not(let part): part.facts
      }
    }

    var text: String {
      switch self {
      case .is_(.rating(let axis)): "{ rating: { axis: \(axis), is: strong } }"
      case .is_(.output(let word)): "{ attribute: { key: generates, in: [\(word)] } }"
      case .is_(.parameters): ""
      case .above(let step): "{ quantity: { name: parameters, at-least: $step-\(step) } }"
      case .any(let parts): "{ any: [ \(parts.map(\.text).joined(separator: ", ")) ] }"
      case .all(let parts): "{ all: [ \(parts.map(\.text).joined(separator: ", ")) ] }"
      case .not(let part): "{ not: \(part.text) }"
      }
    }
  }

  private func formula(_ depth: Int, _ facts: [Fact], _ random: inout SeededGenerator) -> Formula {
    if depth == 0 || Int.random(in: 0..<5, using: &random) == 0 {
      let fact = facts.randomElement(using: &random) ?? .parameters
      return fact == .parameters ? .above(Int.random(in: 1...2, using: &random)) : .is_(fact)
    }
    let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ in formula(depth - 1, facts, &random) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0, 1: return .any(parts)
    case 2, 3: return .all(parts)
    // What falls with a quantity is for articles that declare it.
    default: return parts[0].facts.contains(.parameters) ? parts[0] : .not(parts[0])
    }
  }

  /// Every way in which facts may turn out.
  private func worlds(_ facts: [Fact]) -> [[Fact: Int]] {
    facts.reduce([[:]]) { made, fact in
      made.flatMap { one in (0..<fact.outcomes).map { one.merging([fact: $0]) { old, _ in old } } }
    }
  }

  private func explanation(_ formula: Formula, _ found: [Fact: Int]) throws -> Explanation {
    var pack = TestPack()
    pack.parameters = [
      TestPack.parameter("step-1", "1e9 parameters"), TestPack.parameter("step-2", "1e12 parameters"),
    ]
    pack.articles = [TestPack.article("a", when: formula.text, then: "{ classifies: { as: risky } }")]
    let ratings = Self.axes.map { axis in
      found[.rating(axis)].map {
        "- rating: \(axis)\n  about: m\n  axis: \(axis)\n  is: \($0 == 1 ? "strong" : "weak")\n  at: 2026-06-01\n"
      } ?? ""
    }
    let words = Self.outputs.filter { found[.output($0)] == 1 }
    let isWhole = Self.outputs.allSatisfy { found[.output($0)] != nil }
    var more = words.isEmpty ? "" : "  generates: [\(words.joined(separator: ", "))]\n"
    if isWhole { more += "  complete: [generates]\n" }
    if let step = found[.parameters] { more += "  parameters: \(["5", "2e9", "2e15"][step])\n" }
    let judge = try Judge(Dossier(model(more: more) + ratings.joined()), [pack])
    return judge.verdictOfArticle(judge.library.packs[0])
  }

  @Test(arguments: 0..<60) func settlesAsEveryWorldDoes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let facts = Array(Fact.all.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random)))
    let formula = formula(3, facts, &random)
    let open = Fact.all.filter(formula.facts.contains)
    let worlds = worlds(open)
    let unknown = try explanation(formula, [:])
    guard unknown.verdict == .cannotBeExcluded else { return }
    let settlings = Settlings(unknown)
    #expect(settlings.isWhole)
    func isMet(_ findings: [Settling.Finding], in world: [Fact: Int]) -> Bool {
      findings.allSatisfy { finding in
        open.first { $0.code == finding.fact.code }.map { $0.includes(world[$0] ?? 0, finding.outcome) }
          ?? false
      }
    }
    for way in settlings.ways {
      let met = worlds.filter { isMet(way.findings, in: $0) }
      // It settles, and nothing in it may be left out.
      #expect(!met.isEmpty && met.allSatisfy { Verdict(formula.holds($0)) == way.verdict }, "seed \(seed)")
      for index in way.findings.indices {
        var fewer = way.findings
        fewer.remove(at: index)
        #expect(
          worlds.contains { isMet(fewer, in: $0) && Verdict(formula.holds($0)) != way.verdict },
          "seed \(seed)")
      }
    }
    // Every world is settled by one of them, as the judge settles it.
    for world in worlds {
      #expect(settlings.ways.contains { isMet($0.findings, in: world) }, "seed \(seed)")
    }
    var whole = worlds.randomElement(using: &random) ?? [:]
    for fact in Fact.all where whole[fact] == nil { whole[fact] = 0 }
    #expect(try explanation(formula, whole).verdict == Verdict(formula.holds(whole)))
  }
}

extension Judge {
  /// What the first article of a pack says of the model of the tests.
  fileprivate func verdictOfArticle(_ pack: RegimePack) -> Explanation {
    effective(
      pack.articles[0], "classifies", nil,
      Scope(pack: pack, standing: .assumed(pack), subject: acme("artifact", "m")))
  }
}
