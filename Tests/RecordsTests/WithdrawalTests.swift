import Records
import TestSupport
import Testing

/// A withdrawal leaves unknown, never zero, and only the issuer may withdraw.
@Suite struct WithdrawalTests {
  private static let run = acme("activity", "r")
  private static let said =
    "- dossier: acme\n- artifact: m\n- activity: r\n  kind: pretraining\n  produces: m\n"

  /// What it said of the world becomes unknown, as if it were withheld: the head stays, the body goes.
  @Test func takesTheBodyAwayAndRemembersIt() throws {
    let facts = try Dossier(Self.said + "- withdrawal: w\n  of: r\n").facts()
    #expect(facts[Self.run]?.isWithheld == true && facts[Self.run]?["kind"] == nil)
    #expect(facts[Self.run]?.references("produces") == [acme("artifact", "m")])
    #expect(facts.withdrawn.keys.map(\.self) == [Self.run])
    #expect(facts.withdrawn[Self.run]?.references("produces") == [acme("artifact", "m")])
  }

  @Test func actsFromItsDate() throws {
    let dossier = try Dossier(Self.said + "- withdrawal: w\n  at: 2025-06-01\n  of: r\n")
    #expect(try dossier.facts("2025-05-31")[Self.run] != nil)
    #expect(try dossier.facts("2025-06-01").withdrawn[Self.run] != nil)
  }

  @Test func ofAnotherHasNoEffect() throws {
    let facts = try Dossier(Self.said, "- dossier: rival\n- withdrawal: w\n  of: acme:r\n").facts()
    #expect(facts[Self.run] != nil && facts.withdrawn.isEmpty)
  }

  /// Saying it twice changes nothing: the record stays withdrawn.
  @Test func twice() throws {
    let facts = try Dossier(Self.said + "- withdrawal: w\n  of: r\n- withdrawal: x\n  of: r\n").facts()
    #expect(facts[Self.run]?.isWithheld == true)
    #expect(facts.withdrawn[Self.run] != nil)
  }

  /// A chain of withdrawals restores by turns; two that withdraw each other restore nothing; one of itself is refused.
  @Test func ofWithdrawals() throws {
    func isGone(_ targets: String...) throws -> Bool? {
      let names = ["a", "b", "c", "d", "e"]
      let list = zip(names, targets).map { "- withdrawal: \($0)\n  of: \($1)\n" }.joined()
      return try Dossier(Self.said + list).facts()[Self.run]?.isWithheld
    }
    #expect(try isGone("r", "a", "b") == true)
    #expect(try isGone("r", "a", "b", "c") == false)
    #expect(try isGone("b", "a") == false)
    #expect(try isGone("b", "a", "r") == true)
    #expect(try isGone("c", "a", "b", "r", "d") == false)
    #expect(try Dossier.mistakes(Self.said + "- withdrawal: w\n  of: w\n") == ["contradiction:7"])
  }

  /// An act that is withdrawn has ended: nobody takes it for one that is merely hidden.
  @Test func ofAnAct() throws {
    let text =
      Self.said + "- pause-order: p\n  decision: ordered\n- withdrawal: w\n  of: acme/pause-order/p\n"
    let facts = try Dossier(text).facts()
    #expect(facts.records(of: "pause-order").isEmpty)
  }

  /// What a record of the world said is unknown once it has expired; an act has ended.
  @Test func whatHasExpiredIsUnknown() throws {
    let text =
      "- artifact: m\n- rating: r\n  about: m\n  axis: autonomy\n  is: strong\n  valid: { to: 2026-01-01 }\n- safety-case: s\n  about: m\n  valid: { to: 2026-01-01 }\n"
    let before = try Dossier(text).facts("2026-01-01")
    #expect(before[acme("rating", "r")]?.isWithheld == false && before[acme("safety-case", "s")] != nil)
    let after = try Dossier(text).facts("2026-01-02")
    #expect(after[acme("rating", "r")]?.isWithheld == true && after[acme("safety-case", "s")] == nil)
  }
}
