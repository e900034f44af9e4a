import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What binds is ordered: absent, none is known; withheld, it cannot be excluded.
@Suite struct OrderTests {
  private static let paused = "{ ordered: { kind: pause-order, decision: ordered, by: { role: executive } } }"
  private static let executive = "- dossier: fr\n- party: fr\n  roles: [{ role: executive, where: FR }]\n"

  /// Absent, none is known; withheld, it cannot be excluded.
  @Test func orders() throws {
    #expect(try binds(Self.paused, Self.executive) == .fails)
    #expect(try binds(Self.paused, Self.executive + "- pause-order: p\n  decision: ordered\n") == .holds)
    #expect(try binds(Self.paused, Self.executive + "- pause-order: p\n  decision: refused\n") == .fails)
    #expect(
      try binds(Self.paused, Self.executive + "- pause-order: p\n  withheld: yes\n") == .cannotBeExcluded)
    #expect(
      try binds(Self.paused, "- dossier: fr\n- pause-order: p\n  decision: ordered\n") == .cannotBeExcluded)
    #expect(
      try binds(
        Self.paused,
        Self.executive.replacing("executive", with: "auditor") + "- pause-order: p\n  decision: ordered\n")
        == .fails)
  }

  /// `let` and `such-that` read the order's own fields.
  @Test func ordersSuchThat() throws {
    let condition =
      "{ ordered: { kind: pause-order, decision: ordered, let: order, such-that: { date: { of: order.from, at-or-after: $day } } } }"
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n  at: 2026-06-01\n")
        == .holds)
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n  at: 2026-05-31\n")
        == .fails)
    #expect(
      try binds(condition, Self.executive + "- pause-order: p\n  decision: ordered\n") == .cannotBeExcluded)
  }

  /// Of whom an order is may be unknown: one that is known may be about the developer.
  @Test func anOrderAboutSomebodyUnknown() throws {
    let condition = "{ ordered: { kind: ruling, about: developer, decision: gross-negligence } }"
    func ruling(_ developer: String) -> String {
      "- dossier: court\n- party: court\n- ruling: r\n  about: \(developer)\n  decision: gross-negligence\n"
    }
    #expect(try binds(condition, "") == .fails)
    #expect(try binds(condition, ruling("acme:acme")) == .holds)
    #expect(try binds(condition, ruling("other:other")) == .fails)
    // A second run without a last day may be the last one: who the developer is, is not known.
    let again =
      "- dossier: other\n- party: other\n- activity: again\n  kind: fine-tuning\n  by: other:other\n  produces: acme:m\n"
    #expect(
      try binds(condition, again + "- ruling: r\n  about: acme:acme\n  decision: gross-negligence\n")
        == .cannotBeExcluded)
    #expect(try binds(condition, again) == .fails)
  }
}
