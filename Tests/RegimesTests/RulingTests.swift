import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Ratings that disagree cannot be excluded until an authority rules.
@Suite struct RulingTests {
  private static let strong = "{ rating: { axis: autonomy, is: strong } }"
  private static let both =
    "- rating: weak\n  about: m\n  axis: autonomy\n  is: weak\n  at: 2026-06-01\n- rating: strong\n  about: m\n  axis: autonomy\n  is: strong\n"
  private static let board = "- dossier: board\n- party: board\n  roles: [{ role: authority, where: FR }]\n"

  private func verdict(_ ruling: String, ratings: String = both) throws -> Verdict? {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: Self.strong, then: "{ closes: { actions: [use] } }")]
    return try Judge(Dossier(model() + ratings, ruling), [pack]).article("a")
  }

  private static func ruling(_ decision: String, _ rating: String, by party: String = board) -> String {
    party + "- ruling: r\n  about: acme/rating/\(rating)\n  decision: \(decision)\n"
  }

  @Test func withoutARuling() throws { #expect(try verdict(Self.board) == .cannotBeExcluded) }

  @Test(arguments: [
    ("upheld", "strong", Verdict.holds), ("upheld", "weak", .fails), ("set-aside", "strong", .fails),
    ("set-aside", "weak", .holds),
  ])
  func settles(_ decision: String, _ rating: String, _ expected: Verdict) throws {
    #expect(try verdict(Self.ruling(decision, rating)) == expected)
  }

  /// Only an authority for the seat of the developer, whose words are shown.
  @Test(arguments: ["{ role: auditor, where: FR }", "{ role: authority, where: DE }"])
  func whoMay(_ role: String) throws {
    let other = Self.board.replacing("{ role: authority, where: FR }", with: role)
    #expect(try verdict(Self.ruling("upheld", "weak", by: other)) == .cannotBeExcluded)
    let unknown = "- dossier: board\n"
    #expect(try verdict(Self.ruling("upheld", "weak", by: unknown)) == .cannotBeExcluded)
  }

  @Test func aWithheldRulingMightSetAside() throws {
    let withheld = Self.board + "- ruling: r\n  about: acme/rating/weak\n  withheld: yes\n"
    let weak = "- rating: weak\n  about: m\n  axis: autonomy\n  is: weak\n  at: 2026-06-01\n"
    #expect(try verdict(Self.board, ratings: weak) == .fails)
    #expect(try verdict(withheld, ratings: weak) == .cannotBeExcluded)
  }

  @Test func whatIsBothUpheldAndSetAsideIsNotRated() throws {
    let two =
      Self.ruling("upheld", "weak")
      + "- ruling: s\n  about: acme/rating/weak\n  decision: set-aside\n"
    #expect(try verdict(two) == .cannotBeExcluded)
  }
}
