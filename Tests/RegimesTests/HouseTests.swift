import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Who is of one house with whom it would free frees nothing, whatever is hidden, dropped or joined since.
@Suite struct HouseTests {
  private static let friend =
    "- dossier: shell\n- party: shell\n  roles: [{ role: authority, where: FR }]\n- safety-case: s\n  about: acme:m\n  decision: approved\n"
  private static let affiliated = model().replacing(
    "  seat: FR\n", with: "  seat: FR\n  affiliates: [shell:shell]\n")
  private static let dropped = "- party: acme\n  revision: 2\n  valid: { from: 2026-11-01 }\n  seat: FR\n"

  @Test(arguments: [
    "", "- withdrawal: w\n  of: acme/party/acme\n", dropped,
  ])
  func hidden(_ change: String) throws {
    let friend = Self.friend + "  at: 2026-07-20\n"
    #expect(try gateUnlessApproved([model(), friend]) == .open)
    #expect(try gateUnlessApproved([Self.affiliated + change, friend]) != .open)
  }

  /// What was said after they parted counts, once a second party signs that they did.
  @Test func parted() throws {
    let signed =
      "- dossier: notary\n- party: notary\n- countersignature: c\n  of: acme/party/acme\n  of-revision: 2\n"
    let ours = Self.affiliated + Self.dropped
    #expect(try gateUnlessApproved([ours, Self.friend + "  at: 2026-11-10\n", signed]) == .open)
    #expect(try gateUnlessApproved([ours, Self.friend + "  at: 2026-11-10\n"]) != .open)
    #expect(try gateUnlessApproved([ours, Self.friend + "  at: 2026-07-20\n", signed]) == .closed)
    // Nothing tells when it was said.
    #expect(try gateUnlessApproved([ours, Self.friend, signed]) == .closed)
  }

  /// A house goes on under another name of one of its members.
  @Test func joined() throws {
    let join = "- same-as: j\n  names: [shell:shell, other:other]\n"
    let other = "- dossier: other\n- party: other\n  affiliates: [acme:acme]\n"
    let friend = Self.friend + "  at: 2026-07-20\n"
    #expect(try gateUnlessApproved([model(), friend + join, other]) != .open)
    #expect(try gateUnlessApproved([model(), friend, other]) == .open)
  }

  /// An authority of one place speaks for no seat that is doubtful.
  @Test func twoSeats() throws {
    let rule =
      "{ attested: { kind: safety-case, about: self, decision: approved, by: { role: authority, jurisdiction: developer.seat } } }"
    let facts = frenchAuthority + approved("")
    #expect(try lifts(rule, facts) == .holds)
    let twin = "- dossier: aaa\n- party: aaa\n  seat: DE\n"
    let join = "- dossier: acme\n- same-as: j\n  names: [acme:acme, aaa:aaa]\n"
    #expect(try lifts(rule, facts, twin, join) == .cannotBeExcluded)
  }
}
