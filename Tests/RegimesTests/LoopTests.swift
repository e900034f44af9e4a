import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What a library of packs refuses: rules that lead back to themselves, names that nobody defines, and what falls as a
/// quantity grows.
@Suite struct LoopTests {
  private func found(_ packs: [TestPack]) throws -> [Problem] {
    let read = try packs.map { try $0.read() }
    do throws(Problems) {
      _ = try RegimeLibrary(read)
      return []
    } catch {
      return error.list
    }
  }

  private func pack(_ articles: String...) -> TestPack {
    var pack = TestPack()
    pack.articles = articles
    return pack
  }

  private static let closes = TestPack.article(
    "close", when: aboveLimit, then: "{ closes: { actions: [use] } }")

  private static func asks(_ name: String, of path: String = "self") -> String {
    "{ classified: { of: \(path), as: \(name) } }"
  }

  private static func giving(_ id: String, _ name: String, when: String) -> String {
    TestPack.article(id, when: when, then: "{ classifies: { as: \(name) } }")
  }

  /// Guidance that interprets itself, or a ring of guidances, binds nobody and would be followed for ever.
  @Test func guidance() throws {
    func guidance(_ id: String, _ law: String) -> TestPack {
      var pack = pack(Self.closes)
      (pack.id, pack.status, pack.head) = (id, "guidance", "interprets: \(law)")
      return pack
    }
    #expect(try found([guidance("a", "a")]).map(\.code) == [.loop])
    let ring = try found([guidance("a", "b"), guidance("b", "c"), guidance("c", "a")])
    #expect(ring.map(\.code) == [.loop])
    #expect(ring.first?.text(.en).contains("a → b → c → a") == true)
    #expect(try found([guidance("a", "law"), TestPack(articles: [Self.closes])]).isEmpty)
  }

  /// A class that rests on itself, through another, through a step or through what exempts from it.
  @Test func classes() throws {
    let ring = try found([
      pack(Self.giving("one", "a", when: Self.asks("b")), Self.giving("two", "b", when: Self.asks("a")))
    ])
    #expect(ring.map(\.code) == [.loop])
    #expect(ring.first?.text(.en).contains("one → law:b → two → law:a → one") == true)
    let exempted = pack(
      Self.giving("one", "a", when: aboveLimit),
      TestPack.article("two", when: "{ not: \(Self.asks("a")) }", then: "{ exempts: { from: [one] } }"))
    #expect(try found([exempted]).map(\.code) == [.loop])
    var stepped = pack(Self.giving("one", "a", when: "{ tier: { at-least: high } }"))
    func scale(_ when: String) -> String {
      "scales:\n  s: { applies-to: model, cite: \(TestPack.cite), steps: [{ low: {} }, { high: \(when) }] }"
    }
    stepped.scales = scale(Self.asks("a"))
    #expect(try found([stepped]).map(\.code) == [.loop])
    stepped.scales = scale(aboveLimit)
    #expect(try found([stepped]).isEmpty)
  }

  /// Of an ancestor the same may be asked; and what lifts another effect than the class is no way back.
  @Test func noLoop() throws {
    let inherited = "{ some: { let: o, in: originals, such-that: \(Self.asks("a", of: "o")) } }"
    var pack = pack(Self.giving("one", "a", when: inherited))
    pack.articles[0] = pack.articles[0].replacing("    then:", with: "    antitone-in: originals\n    then:")
    #expect(try found([pack]).isEmpty)
    pack = self.pack(
      Self.giving("one", "a", when: aboveLimit),
      TestPack.article(
        "two", when: "{ not: \(Self.asks("a")) }", then: "{ exempts: { from: [one], effects: [obliges] } }"))
    #expect(try found([pack]).isEmpty)
  }

  /// A class that nobody gives is found wherever it is asked for.
  @Test func undefinedNames() throws {
    var step = pack(Self.closes)
    step.scales =
      "scales:\n  s: { applies-to: model, cite: \(TestPack.cite), steps: [{ one: {} }, { two: \(Self.asks("nosuch")) }] }"
    #expect(try found([step]).map(\.code) == [.unknownDefinition])
    for when in [Self.asks("nosuch"), "{ tier: { at-least: nosuch } }"] {
      var nexus = pack(Self.closes)
      nexus.head = "nexus: { applies-to: model, when: \(when), cite: \(TestPack.cite) }"
      #expect(try found([nexus]).map(\.code) == [.unknownDefinition])
    }
    // Nor does another's pack give it.
    var stranger = pack(Self.giving("one", "law:nosuch", when: aboveLimit))
    stranger.id = "stranger"
    let asking = pack(
      TestPack.article("a", when: Self.asks("nosuch"), then: "{ closes: { actions: [use] } }"))
    #expect(try found([asking, stranger]).map(\.code) == [.unknownDefinition])
  }

  /// A class that only rules on other subjects give, or only another version, cannot be excluded.
  @Test func classNotGiven() throws {
    let pack = pack(
      TestPack.article("one", on: "cluster", then: "{ classifies: { as: a } }"),
      TestPack.article("two", when: Self.asks("a"), then: "{ closes: { actions: [use] } }"))
    #expect(try Judge(Dossier(model()), [pack]).state(.use) == .undetermined)
  }

  /// A law that binds only below a threshold would let go whoever computes more.
  @Test func nexusThatFalls() throws {
    func nexus(_ comparator: String) -> TestPack {
      var pack = pack(Self.closes)
      pack.head =
        "nexus: { applies-to: model, when: { quantity: { name: training-compute, convention: all, \(comparator): $limit } }, cite: \(TestPack.cite) }"
      return pack
    }
    #expect(try found([nexus("below")]).map(\.code) == [.undeclaredFall])
    #expect(try found([nexus("above")]).isEmpty)
  }

  /// What stands in for an unknown divisor may depend on acts, not on quantities.
  @Test(arguments: [
    (aboveLimit, [Problem.Code.undeclaredFall]), ("{ rating: { axis: autonomy, is: strong } }", []),
  ])
  func casesOfAShare(_ condition: String, _ codes: [Problem.Code]) throws {
    let quantity = "{ name: training-compute, of: self, convention: all }"
    var pack = pack(
      TestPack.article(
        "one",
        when:
          "{ some: { let: o, in: originals, such-that: { ratio: { of: \(quantity), over: \(quantity.replacing("self", with: "o")), above: $share, instead-of-unknown: { given: { attested: { kind: not-estimable, about: o, decision: stated, by: { role: developer } } }, cases: [{ if: \(condition), over: $limit }, { over: $limit }] } } } } }",
        then: "{ closes: { actions: [use] } }"))
    pack.parameters = [TestPack.parameter("share", "1/3")]
    pack.articles[0] = pack.articles[0].replacing("    then:", with: "    antitone-in: originals\n    then:")
    #expect(try found([pack]).map(\.code) == codes)
  }
}
