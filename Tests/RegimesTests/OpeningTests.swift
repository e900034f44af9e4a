import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What opens a gate: for each article that closes it, the answers that are needed and those of which one is enough.
@Suite struct OpeningTests {
  private static func shown(_ kind: String, _ decision: String = "approved") -> String {
    "{ attested: { kind: \(kind), about: self, decision: \(decision), by: { role: authority } } }"
  }

  private func gate(_ articles: [String], _ dossier: String = model(), _ parameters: [String] = []) throws
    -> GateState
  {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("size", "1e9 parameters")] + parameters
    pack.articles = articles
    let judge = try Judge(Dossier(dossier), [pack])
    return judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs)
  }

  private func closing(_ id: String, when: String? = nil, unless: String? = nil) -> String {
    TestPack.article(
      id, when: when, then: "{ closes: { actions: [use]\(unless.map { ", unless: \($0)" } ?? "") } }")
  }

  /// What is said, less the decision and the office, which are the same everywhere here.
  private func lines(_ openings: [Opening], _ language: Language) -> [String] {
    func brief(_ message: Message) -> String {
      message.text(language).replacing(
        /, d.cision\u{A0}?: [^,;]+, (by|par)\u{A0}?: (authority|autorité)/, with: "")
    }
    return openings.lines(\.article).flatMap { line in
      [brief(line.words)] + line.below.map { "  " + brief($0.words) }
    }
  }

  /// Whoever has to show two things is not told that one is enough, nor the other way round.
  @Test func waysAndParts() throws {
    let large = "{ quantity: { name: parameters, above: $size } }"
    let licence = Self.shown("permit", "granted"), plan = Self.shown("safety-case"),
      audit = Self.shown("independent-audit")
    let articles = [
      closing("licence", when: large, unless: licence),
      closing("both", unless: "{ all: [\(plan), \(audit)] }"),
      closing("nothing"),
      closing("same", unless: "{ all: [\(plan), { any: [\(audit), \(plan)] }, \(audit)] }"),
      closing("choice", unless: "{ any: [\(licence), { all: [\(plan), \(audit)] }] }"),
    ]
    let openings = try gate(articles).opensWhen
    #expect(
      openings.map { $0.closers.map(\.article) } == [["nothing"], ["licence"], ["both", "same"], ["choice"]])
    #expect(
      lines(openings, .en) == [
        "nothing that can be shown lifts nothing", "licence:",
        "  either ruled out: parameters: not known, above 10⁹\u{A0}parameters?",
        "  or shown: permit",
        "both, same:",
        "  shown: safety case", "  and shown: independent audit",
        "choice:",
        "  either shown: permit",
        "  or shown: safety case; and shown: independent audit",
      ])
    let french = lines(openings, .fr)
    #expect(
      french[2].hasPrefix("  soit écarté\u{A0}: paramètres")
        && french[3] == "  soit montré\u{A0}: permis")
    #expect(french[6] == "  et montré\u{A0}: audit indépendant")
    #expect(french.last?.contains("\u{202F}; et montré\u{A0}: audit") == true)
    let json = openings.map(\.json.canonical).joined()
    #expect(
      json.contains(#""when":null"#)
        && json.contains(#""when":{"allOf":["attested safety-case approved by authority""#))
    #expect(
      json.contains(
        #"{"anyOf":["attested permit granted by authority",{"allOf":["attested safety-case approved by authority""#
      ))
    // What is established is ruled out by nothing that can be shown; then the licence alone is left.
    let known = try gate(
      [closing("licence", when: large, unless: licence)], model(more: "  parameters: 2e9\n"))
    #expect(known.state == .closed && lines(known.opensWhen, .en) == ["shown: permit"])
  }

  /// What takes a thing out of the class that an article closes is a way out, a class within a class too.
  @Test func exemptions() throws {
    let claim = Self.shown("narrowness-claim", "accepted")
    var articles = [
      TestPack.article("scope", then: "{ classifies: { as: moratorium } }"),
      TestPack.article("narrow", when: claim, then: "{ exempts: { from: [scope] } }"),
      closing("stop", when: "{ classified: { as: moratorium } }"),
    ]
    let stopped = try gate(articles)
    #expect(
      stopped.state == .closed && lines(stopped.opensWhen, .en).allSatisfy { $0.contains("narrowness") })
    #expect(
      stopped.opensWhen.flatMap(\.need.answers).map(\.code) == [
        "attested narrowness-claim accepted by authority"
      ])
    // Where another article gives the class as well, nothing does.
    articles.append(TestPack.article("also", then: "{ classifies: { as: moratorium } }"))
    #expect(lines(try gate(articles).opensWhen, .en) == ["nothing that can be shown lifts stop"])
  }

  /// What opens an undetermined gate in any case has the same form, and rests on nothing that is open.
  @Test func inAnyCase() throws {
    let large = "{ quantity: { name: parameters, above: $size } }"
    let plan = Self.shown("safety-case"), audit = Self.shown("independent-audit")
    let articles = [
      closing("a", when: large, unless: "{ any: [\(plan), \(audit)] }"),
      closing("b", when: large, unless: plan),
    ]
    let gate = try gate(articles)
    #expect(gate.state == .undetermined)
    #expect(
      lines(gate.undecided.lifts, .en) == [
        "a:", "  either shown: safety case",
        "  or shown: independent audit",
        "b: shown: safety case",
      ])
    #expect(try self.gate(articles + [closing("c", when: large)]).undecided.lifts.isEmpty)
  }

  /// Two of three ratings make a tier: it is ruled out as one; of one rating, that rating is.
  @Test func tiersOfCombinations() throws {
    func rated(_ axis: String) -> String { "{ rating: { axis: \(axis), is: strong } }" }
    func both(_ one: String, _ other: String) -> String { "{ all: [\(rated(one)), \(rated(other))] }" }
    var pack = TestPack()
    pack.scales = """
      scales:
        risk:
          applies-to: model
          cite: \(TestPack.cite)
          steps:
            - low: {}
            - mid: \(rated("autonomy"))
            - high: { any: [\(both("autonomy", "generality")), \(both("autonomy", "intelligence"))] }
      """
    pack.articles = [closing("a", when: "{ tier: { at-least: mid } }"), closing("b")]
    func answers() throws -> [String] {
      let judge = try Judge(Dossier(model()), [pack])
      return judge.gate(acme("artifact", "m"), .use, in: "FR", judge.library.packs).opensWhen
        .flatMap(\.need.answers).map(\.code)
    }
    let ofOne = try answers()
    #expect(ofOne.count == 1 && ofOne[0].hasPrefix("not rating") && ofOne[0].contains("autonomy"), "\(ofOne)")
    pack.articles = [closing("a", when: "{ tier: { at-least: high } }"), closing("b")]
    #expect(try answers() == ["not tier at least high"])
  }

  /// Classes that ask for each other again and again are said in as few words as one.
  @Test(.timeLimit(.minutes(1))) func deepClasses() throws {
    func of(_ level: Int, _ side: String) -> String { "{ classified: { as: c\(level)\(side) } }" }
    var articles = [closing("top", when: "{ any: [\(of(0, "a")), \(of(0, "b"))] }")]
    for level in 0..<24 {
      for side in ["a", "b"] {
        let join = level % 2 == 0 ? "all" : "any"
        articles.append(
          TestPack.article(
            "\(side)\(level)", when: "{ \(join): [\(of(level + 1, "a")), \(of(level + 1, "b"))] }",
            then: "{ classifies: { as: c\(level)\(side) } }"))
      }
    }
    for side in ["a", "b"] {
      let axis = side == "a" ? "autonomy" : "generality"
      articles.append(
        TestPack.article(
          "\(side)24", when: "{ rating: { axis: \(axis), is: strong } }",
          then: "{ classifies: { as: c24\(side) } }"))
    }
    let gate = try gate(articles)
    #expect(gate.state == .undetermined)
    #expect(gate.opensWhen.count == 1 && (1...24).contains(gate.opensWhen[0].need.answers.count))
  }
}
