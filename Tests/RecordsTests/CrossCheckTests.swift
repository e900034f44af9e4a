import TestSupport
import Testing

@testable import Records

/// What fields and records say of each other must fit.
@Suite struct CrossCheckTests {
  private static let served =
    "- dossier: acme\n- artifact: m\n- activity: i\n  kind: inference\n  uses: [{ artifact: m, as: model }]\n"

  /// A rate is served while the activity lasts.
  @Test(arguments: [
    ("2026-01-01", "2026-06-30", true), ("2025-12-31", "2026-06-30", false),
    ("2026-01-01", "2026-07-01", false), ("2025-01-01", "2025-02-01", false),
    ("2027-01-01", "2027-02-01", false), ("2026-01-01T08:00:00Z", "2026-06-30T23:00:00Z", true),
    ("2026-01-01", "2026-07-01T00:00:00Z", false),
  ])
  func rates(_ from: String, _ to: String, _ fits: Bool) throws {
    let rate =
      "  rate: [{ from: 2026-02-01, to: 2026-02-02, value: 1e18 FLOP/s }, { from: \"\(from)\", to: \"\(to)\", value: 1e18 FLOP/s }]\n"
    func mistakes(_ dates: String) throws -> [String] { try Dossier.mistakes(Self.served + dates + rate) }
    let (begin, end) = ("  from: 2026-01-01\n", "  to: 2026-06-30\n")
    #expect(try mistakes(begin + end) == (fits ? [] : ["contradiction:8"]))
    #expect(try mistakes("") == [])
    #expect(try mistakes(begin).isEmpty == !from.hasPrefix("2025"))
    #expect(try mistakes(end).isEmpty == (fits || to < "2026-07"))
  }

  /// Only a revision that is there can be signed.
  @Test(arguments: [(1, true), (2, true), (3, false), (0, false)])
  func signatures(_ revision: Int, _ isThere: Bool) throws {
    let text =
      "- dossier: acme\n- party: acme\n- party: acme\n  revision: 2\n  replaces: 1\n  because: found\n  seat: FR\n"
    let other =
      "- dossier: fr\n- party: fr\n- countersignature: c\n  of: acme/party/acme\n  of-revision: \(revision)\n"
    #expect(try Dossier.mistakes(text, other) == (isThere ? [] : ["missing-record:3"]))
  }
}
