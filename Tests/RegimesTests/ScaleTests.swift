import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Scales: ordered steps, each at least the ones before it.
@Suite struct ScaleTests {
  private static let pack: TestPack = {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("low", "1e24 FLOP"), TestPack.parameter("high", "1e26 FLOP")]
    pack.scales = """
      scales:
        levels:
          applies-to: model
          cite: \(TestPack.cite)
          steps:
            - L0: {}
            - L1: { quantity: { name: training-compute, convention: all, at-least: $low } }
            - L2: { quantity: { name: training-compute, convention: all, at-least: $high } }
            - L3: { rating: { axis: autonomy, is: strong } }
      """
    pack.articles = ["L0", "L1", "L2", "L3"].map {
      TestPack.article(
        "at-\($0)", when: "{ tier: { at-least: \($0) } }", then: "{ closes: { actions: [use] } }")
    }
    return pack
  }()

  private static let weak = "- rating: r\n  about: m\n  axis: autonomy\n  is: weak\n  at: 2026-06-01\n"
  private static let strong = weak.replacing("weak", with: "strong")

  private func determination(_ dossier: String) throws -> Determination {
    let judge = try Judge(Dossier(dossier), [Self.pack])
    return judge.determine(acme("artifact", "m"), judge.library.packs[0])
  }

  private static let wide = "  compute: [{ method: telemetry, low: 5e24 FLOP }]\n"

  /// Established is the highest step that holds, not excluded the highest that holds or cannot be excluded.
  @Test(arguments: [
    ("1e23", weak, "L0", "L0"), ("1e24", weak, "L1", "L1"), ("5e25", weak, "L1", "L1"),
    ("1e26", weak, "L2", "L2"),
    // An unrated axis cannot be excluded, nor one on which ratings disagree.
    ("1e23", "", "L0", "L3"), ("1e24", weak + strong.replacing("rating: r", with: "rating: s"), "L1", "L3"),
    ("1e24", weak + "- rating: s\n  about: m\n  withheld: yes\n", "L1", "L3"),
    // A higher step reaches past the ones in between.
    ("1e23", strong, "L3", "L3"),
  ])
  func tiers(_ amount: String, _ rating: String, _ established: String, _ notExcluded: String) throws {
    let tier = try determination(model(amount) + rating).tier
    #expect(tier?.established == established && tier?.notExcluded == notExcluded)
  }

  @Test func unknownComputeLeavesTheUpperStepsOpen() throws {
    let text =
      model().replacing("value: 5e25 FLOP, low: 5e25 FLOP, high: 5e25 FLOP", with: "low: 5e24 FLOP")
      + Self.weak
    let tier = try determination(text).tier
    #expect(tier?.established == "L1" && tier?.notExcluded == "L2")
  }

  /// Articles ask for at least a step, so that requirements add up.
  @Test func requirementsAddUp() throws {
    func verdicts(_ dossier: String) throws -> [Verdict] {
      try determination(dossier).findings.map(\.verdict)
    }
    #expect(try verdicts(model("5e25") + Self.weak) == [.holds, .holds, .fails, .fails])
    #expect(try verdicts(model("1e23") + Self.strong) == [.holds, .holds, .holds, .holds])
    #expect(
      try verdicts(model("1e23")) == [.holds, .cannotBeExcluded, .cannotBeExcluded, .cannotBeExcluded])
  }

  @Test func aStepThatNoScaleHasIsRefused() {
    var pack = TestPack()
    pack.articles = [
      TestPack.article("a", when: "{ tier: { at-least: L9 } }", then: "{ closes: { actions: [use] } }")
    ]
    #expect { _ = try RegimeLibrary([pack.read()]) } throws: { error in
      (error as? Problems)?.list.map(\.code.rawValue) == ["unknown-definition"]
    }
  }
}
