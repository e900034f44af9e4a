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

  /// Whoever records that it made another’s model does not become its developer: who is, is not known then; an
  /// evaluation changes nothing, and makes no model.
  @Test func aStrangerIsNoDeveloper() throws {
    let condition = "{ attribute: { of: developer, key: seat, in: [$home] } }"
    func seat(_ more: String) throws -> Verdict {
      try binds(condition, "- dossier: other\n- party: other\n  seat: US\n" + more)
    }
    let run = "- activity: r\n  kind: fine-tuning\n  by: other:other\n  to: 2026-10-01\n  produces: acme:m\n"
    #expect(try seat("") == .holds)
    #expect(try seat(run) == .cannotBeExcluded)
    let evaluation = run.replacing("fine-tuning", with: "evaluation")
    #expect(
      try seat(
        evaluation.replacing("  produces: acme:m\n", with: "  uses: [{ artifact: acme:m, as: model }]\n"))
        == .holds)
    #expect(throws: Problems.self) { try seat(evaluation) }
  }

  /// Nothing that the bound party states takes an order from above it: neither the bytes of its model nor a record
  /// that the order rests on; and an order that leaves out what it orders, or of whom, may mean this.
  @Test func nothingVoidsAnOrder() throws {
    let condition = "{ ordered: { kind: injunction, about: self, decision: granted, by: { role: court } } }"
    func order(_ more: String, digest: String? = nil) throws -> Verdict {
      let court = "- dossier: court\n- party: court\n  roles: [{ role: court }]\n- injunction: i\n"
      return try binds(condition, court + more, digest: digest)
    }
    let granted = "  about: acme:m\n  decision: granted\n"
    #expect(try order(granted) == .holds)
    #expect(try order(granted, digest: "sha256:" + String(repeating: "0", count: 64)) == .holds)
    let withdrawn = "- document: report\n- withdrawal: w\n  of: court/document/report\n"
    #expect(try order(granted + "  rests-on: [court/document/report]\n" + withdrawn) == .holds)
    #expect(try order("  about: acme:m\n") == .cannotBeExcluded)
    #expect(try order("  decision: granted\n") == .cannotBeExcluded)
    #expect(try order("  decision: refused\n") == .fails)
    #expect(try order("  about: other:m\n  decision: granted\n") == .fails)
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
