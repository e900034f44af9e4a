import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What may be done and what must be kept.
@Suite struct PermissionTests {
  private static let strong = "{ rating: { axis: autonomy, is: strong } }"
  private static func rating(_ value: String) -> String {
    "- rating: r\n  about: m\n  axis: autonomy\n  is: \(value)\n  at: 2026-06-01\n"
  }

  private func determination(_ facts: String, _ change: (inout TestPack) -> Void = { _ in }) throws
    -> Determination
  {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("age", "10 years")]
    pack.articles = [
      TestPack.article(
        "may", when: Self.strong,
        then:
          "{ permits: [{ act: ask, by: developer, to: public, not-before: { within: $age, from: deployed } }] }"
      ),
      TestPack.article(
        "keep", when: Self.strong,
        then: "{ retains: [{ what: papers, by: developer, for: $age, from: deployed }] }"),
    ]
    change(&pack)
    let judge = try Judge(Dossier(model() + facts), [pack])
    return judge.determine(acme("artifact", "m"), judge.library.packs[0])
  }

  /// A permission acts on *holds* only; keeping also on what cannot be excluded.
  @Test func polarity() throws {
    let strong = try determination(Self.rating("strong"))
    #expect(strong.permissions.map(\.permission.act) == ["ask"] && strong.retentions.map(\.state) == [.owed])
    let open = try determination("")
    #expect(open.permissions.isEmpty && open.retentions.map(\.state) == [.possible])
    let weak = try determination(Self.rating("weak"))
    #expect(weak.permissions.isEmpty && weak.retentions.isEmpty)
  }

  /// What does not bind would permit; what perhaps binds permits nothing.
  @Test func standings() throws {
    let proposal = try determination(Self.rating("strong")) { $0.status = "proposal" }
    #expect(
      proposal.permissions.map(\.isGiven) == [false] && proposal.retentions.map(\.state) == [.wouldOblige])
    let open = try determination("") { $0.status = "proposal" }
    #expect(open.retentions.map(\.state) == [.wouldBePossible])
    let perhaps = try determination(Self.rating("strong")) {
      $0.parameters.append(TestPack.parameter("home", "FR"))
      $0.head =
        "nexus: { applies-to: model, when: { attribute: { key: placed-on-market-in, in: $home } }, cite: \(TestPack.cite) }"
    }
    #expect(
      perhaps.isBinding && perhaps.permissions.isEmpty && perhaps.retentions.map(\.state) == [.possible])
  }

  @Test func asData() throws {
    let body = try determination(Self.rating("strong")).body
    guard case .object(let members) = body, case .array(let permissions)? = members["permissions"],
      case .array(let retentions)? = members["retentions"], case .object(let permission)? = permissions.first,
      case .object(let retention)? = retentions.first
    else {
      Issue.record("no permissions or retentions")
      return
    }
    #expect(permission["act"] == .string("ask") && permission["state"] == .string("permitted"))
    #expect(permission["notBefore"] == .object(["within": .string("$age"), "from": .string("deployed")]))
    #expect(retention["what"] == .string("papers") && retention["for"] == .string("10 years"))
    #expect(retention["from"] == .string("deployed") && retention["state"] == .string("owed"))
  }
}
