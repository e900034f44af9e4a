import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What stands in for a divisor that can neither be known nor estimated.
@Suite struct FallbackTests {
  private static let original =
    "- dossier: maker\n- party: maker\n  seat: US\n- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: maker\n  to: 2022-01-01\n  produces: base\n  complete: [uses]\n"
  private static let statement =
    "- not-estimable: n\n  about: maker:base\n  decision: stated\n  at: 2026-06-01\n"
  private static let strong = "- rating: r\n  about: base\n  axis: autonomy\n  is: strong\n  at: 2026-06-01\n"

  private func verdict(
    _ own: String, _ facts: String, base: String = "",
    cases: String =
      "[{ if: { rating: { of: original, axis: autonomy, is: strong } }, over: $large }, { over: $small }]"
  ) throws -> Verdict? {
    var pack = TestPack()
    pack.parameters = [
      TestPack.parameter("third", "1/3"), TestPack.parameter("large", "3e25 FLOP"),
      TestPack.parameter("small", "3e23 FLOP"),
    ]
    let share = """
      { ratio: { of: { name: training-compute, since: original, convention: all }, over: { name: training-compute, of: original, convention: all }, above: $third, bound: best, instead-of-unknown: { given: { attested: { kind: not-estimable, about: original, decision: stated, by: { role: developer } } }, cases: \(cases) } } }
      """
    pack.articles = [
      TestPack.article(
        "a", when: "{ some: { let: original, in: originals, such-that: \(share) } }",
        then: "{ closes: { actions: [use] } }\n    antitone-in: originals")
    ]
    let mine = model(own).replacing(
      "  complete: [uses]\n",
      with: "  uses: [{ artifact: maker:base, as: base-weights }]\n  complete: [uses]\n")
    return try Judge(Dossier(mine + facts, Self.original + base), [pack]).article("a")
  }

  /// Without the signed statement an unknown original cannot be excluded: silence never reaches the fallback.
  @Test func onlyWhereItIsGiven() throws {
    #expect(try verdict("1e22", "") == .cannotBeExcluded)
    #expect(try verdict("1e22", Self.statement) == .fails)
    let refused = Self.statement.replacing("decision: stated", with: "decision: guessed")
    #expect(try verdict("1e22", refused) == .cannotBeExcluded)
    #expect(
      try verdict("1e22", "- not-estimable: n\n  about: maker:base\n  withheld: yes\n") == .cannotBeExcluded)
  }

  /// Each case that is not excluded is tried; their common verdict stands.
  @Test func commonVerdicts() throws {
    #expect(try verdict("2e25", Self.statement) == .holds)
    #expect(try verdict("2e24", Self.statement) == .cannotBeExcluded)
    #expect(try verdict("2e24", Self.statement, base: Self.strong) == .fails)
    #expect(
      try verdict("2e24", Self.statement, base: Self.strong.replacing("strong", with: "weak")) == .holds)
    // What the modifier says of the original decides nothing.
    let said = Self.strong.replacing("about: base", with: "about: maker:base")
    #expect(try verdict("2e24", Self.statement + said) == .cannotBeExcluded)
  }

  /// Stated bounds that already establish it win.
  @Test func boundsThatSettleIt() throws {
    let known = "  compute: [{ method: telemetry, low: 1e20 FLOP, high: 1e22 FLOP }]\n"
    #expect(try verdict("1e22", Self.statement, base: known, cases: "[{ over: $large }]") == .holds)
  }
}
