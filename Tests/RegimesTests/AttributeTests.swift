import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Attributes may have several values; unknown ones cannot be excluded.
@Suite struct AttributeTests {
  /// An attribute of the country that a field names.
  @Test(arguments: [("[compute-treaty]", Verdict.holds), ("[]", .cannotBeExcluded)])
  func ofACountry(_ treaties: String, _ expected: Verdict) throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", on: "cluster", when: "{ attribute: { of: self.country, key: party-to, in: [compute-treaty] } }",
        then: "{ closes: { actions: [compute] } }")
    ]
    let text =
      "- dossier: acme\n- party: acme\n- cluster: c\n  country: FR\n- country: fr\n  code: FR\n"
      + (treaties == "[]" ? "" : "  party-to: \(treaties)\n")
    #expect(try Judge(Dossier(text), [pack]).article("a", of: "c", kind: "cluster") == expected)
    let whole = text.replacing("  party-to: \(treaties)\n", with: "") + "  complete: [party-to]\n"
    // That there are no others, only an authority of the country can say.
    #expect(try Judge(Dossier(whole), [pack]).article("a", of: "c", kind: "cluster") == .cannotBeExcluded)
    let state =
      "- dossier: fr\n- party: fr\n  roles: [{ role: authority, where: FR }]\n- country: fr\n  code: FR\n  complete: [party-to]\n"
    #expect(try Judge(Dossier(whole, state), [pack]).article("a", of: "c", kind: "cluster") == .fails)
    let other = state.replacing("where: FR", with: "where: XA")
    #expect(
      try Judge(Dossier(whole, other), [pack]).article("a", of: "c", kind: "cluster") == .cannotBeExcluded)
  }

  private func verdict(
    _ condition: String, _ dossier: String, of subject: GlobalID = acme("artifact", "m"),
    on kind: String = "model",
    jurisdiction: String = "EU", at asOf: String = "2026-11-21"
  ) throws -> Verdict? {
    var pack = TestPack()
    pack.jurisdiction = jurisdiction
    pack.parameters = [
      TestPack.parameter("home", "FR"), TestPack.parameter("state", "US-CA"),
      TestPack.parameter("somewhere", "required"),
    ]
    pack.articles = [TestPack.article("a", on: kind, when: condition, then: "{ classifies: { as: it } }")]
    let judge = try Judge(Dossier(dossier), [pack], at: asOf)
    return judge.determine(subject, judge.library.packs[0]).findings.first?.verdict
  }

  private func generates(_ fields: String) throws -> Verdict? {
    try verdict("{ attribute: { key: generates, in: [language-text, language-audio] } }", model(more: fields))
  }

  @Test func words() throws {
    #expect(try generates("  generates: language-text\n") == .holds)
    #expect(try generates("  generates: [text-to-image, language-audio]\n") == .holds)
    #expect(try generates("  generates: text-to-image\n") == .cannotBeExcluded)
    #expect(try generates("  generates: text-to-image\n  complete: [generates]\n") == .fails)
    #expect(try generates("  complete: [generates]\n") == .fails)
    #expect(try generates("") == .cannotBeExcluded)
    #expect(try generates("  withheld: yes\n  complete: [generates]\n") == .cannotBeExcluded)
  }

  private func seat(_ seat: String, _ place: String) throws -> Verdict? {
    try verdict(
      "{ attribute: { of: developer, key: seat, in: [\(place)] } }",
      model().replacing("seat: FR", with: "seat: \(seat)"))
  }

  /// A place contains its parts; a whole says nothing certain of its parts.
  @Test func seats() throws {
    #expect(
      try seat("FR", "$home") == .holds && seat("FR-75", "$home") == .holds && seat("DE", "$home") == .fails)
    #expect(try seat("FR", "jurisdiction") == .holds && seat("GB", "jurisdiction") == .fails)
    #expect(try seat("US-CA", "$state") == .holds && seat("US-NY", "$state") == .fails)
    #expect(try seat("US", "$state") == .cannotBeExcluded && seat("EU", "$home") == .cannotBeExcluded)
    #expect(try seat("DE", "$somewhere") == .cannotBeExcluded)
    #expect(
      try seat("DE", "$somewhere, $home") == .cannotBeExcluded && seat("FR", "$somewhere, $home") == .holds)
  }

  @Test func membershipIsDated() throws {
    let british = model(run: "  state: done\n").replacing("seat: FR", with: "seat: GB")
    let condition = "{ attribute: { of: developer, key: seat, in: jurisdiction } }"
    #expect(try verdict(condition, british, at: "2020-01-31") == .holds)
    #expect(try verdict(condition, british, at: "2020-02-01") == .fails)
  }

  @Test func anUnknownPartyCannotBeExcluded() throws {
    let condition = "{ attribute: { of: developer, key: seat, in: $home } }"
    #expect(try verdict(condition, model().replacing("  by: acme\n", with: "")) == .cannotBeExcluded)
    #expect(try verdict(condition, model().replacing("  seat: FR\n", with: "")) == .cannotBeExcluded)
  }

  private func placed(_ deployments: String, in place: String = "$home") throws -> Verdict? {
    try verdict("{ attribute: { key: placed-on-market-in, in: \(place) } }", model() + deployments)
  }

  private func deployment(
    _ id: String, _ places: String, _ more: String = "  access: api\n  complete: [available-in]\n"
  ) -> String {
    "- deployment: \(id)\n  model: m\n  available-in: \(places)\n\(more)"
  }

  /// Placed is the union over the deployments that are not internal; unknown if there is none.
  @Test func placing() throws {
    #expect(try placed("") == .cannotBeExcluded)
    #expect(try placed(deployment("d", "FR")) == .holds)
    #expect(try placed(deployment("d", "DE")) == .fails)
    #expect(try placed(deployment("d", "DE") + deployment("e", "FR")) == .holds)
    #expect(try placed(deployment("d", "DE", "  access: api\n")) == .cannotBeExcluded)
    #expect(try placed(deployment("d", "DE", "  complete: [available-in]\n")) == .cannotBeExcluded)
    #expect(try placed(deployment("d", "FR", "  access: internal\n")) == .fails)
    #expect(try placed(deployment("d", "US", "  access: published-weights\n")) == .holds)
    #expect(
      try placed(deployment("d", "DE") + "- deployment: e\n  model: m\n  withheld: yes\n")
        == .cannotBeExcluded)
    #expect(
      try placed(deployment("d", "DE") + deployment("e", "FR") + "- withdrawal: w\n  of: e\n")
        == .cannotBeExcluded)
  }

  /// What is available in a whole is available in its parts.
  @Test func availabilityCoversParts() throws {
    #expect(try placed(deployment("d", "EU")) == .holds)
    #expect(try placed(deployment("d", "US"), in: "$state") == .holds)
    #expect(try placed(deployment("d", "US-NY"), in: "$state") == .fails)
  }

  @Test func endedDeploymentsNoLongerCount() throws {
    let ended =
      deployment("d", "FR", "  access: api\n  complete: [available-in]\n  to: 2026-06-30\n")
      + deployment("e", "DE")
    let condition = "{ attribute: { key: placed-on-market-in, in: $home } }"
    #expect(try verdict(condition, model() + ended, at: "2026-06-30") == .holds)
    #expect(try verdict(condition, model() + ended, at: "2026-07-01") == .fails)
  }

  @Test func access() throws {
    func access(_ deployments: String) throws -> Verdict? {
      try verdict("{ attribute: { key: access, in: [api, app] } }", model() + deployments)
    }
    #expect(try access(deployment("d", "FR")) == .holds)
    #expect(try access(deployment("d", "FR", "  access: internal\n")) == .fails)
    #expect(try access(deployment("d", "FR", "")) == .cannotBeExcluded)
    #expect(try access("") == .cannotBeExcluded)
  }

  @Test func rolesOfParties() throws {
    func role(_ roles: String, at asOf: String = "2026-11-21") throws -> Verdict? {
      try verdict(
        "{ attribute: { key: role, in: [custodian] } }", "- party: p\n\(roles)", of: acme("party", "p"),
        on: "party", at: asOf)
    }
    #expect(try role("  roles: [{ role: custodian }]\n") == .holds)
    #expect(try role("  roles: [{ role: auditor }]\n") == .cannotBeExcluded)
    #expect(try role("  roles: [{ role: auditor }]\n  complete: [roles]\n") == .fails)
    let dated = "  roles: [{ role: custodian, to: 2025-12-31 }]\n  complete: [roles]\n"
    #expect(try role(dated, at: "2025-12-31") == .holds && role(dated, at: "2026-01-01") == .fails)
  }

  /// `before` is strict, `at-or-after` is not.
  @Test func dates() throws {
    func found(_ from: String) throws -> [Verdict?] {
      var pack = TestPack()
      pack.parameters = [TestPack.parameter("day", "2025-08-02")]
      pack.articles = ["before", "at-or-after"].map {
        TestPack.article(
          $0, on: "run", when: "{ date: { of: self.from, \($0): $day } }", then: "{ classifies: { as: it } }")
      }
      let judge = try Judge(Dossier(model(run: from)), [pack])
      return judge.determine(acme("activity", "m/run"), judge.library.packs[0]).findings.map(\.verdict)
    }
    #expect(try found("  from: 2025-08-01\n") == [.holds, .fails])
    #expect(try found("  from: 2025-08-01T23:59:59.999Z\n") == [.holds, .fails])
    #expect(try found("  from: 2025-08-02\n") == [.fails, .holds])
    #expect(try found("  from: 2025-08-03\n") == [.fails, .holds])
    #expect(try found("") == [.cannotBeExcluded, .cannotBeExcluded])
  }

  /// Of several names of one thing each must say that it is known whole.
  @Test func joinedNamesAreKnownWholeTogether() throws {
    var pack = TestPack()
    pack.articles = [
      TestPack.article(
        "a", when: "{ attribute: { key: generates, in: [text-to-video] } }",
        then: "{ closes: { actions: [use] } }")
    ]
    func state(_ other: String) throws -> GateCondition {
      let text =
        model(more: "  generates: [language-text]\n  complete: [generates]\n")
        + "- artifact: n\n\(other)- same-as: s\n  names: [m, n]\n"
      return try Judge(Dossier(text), [pack]).state(.use)
    }
    #expect(try state("  complete: [generates]\n") == .open)
    #expect(try state("") == .undetermined)
    #expect(try state("  generates: [text-to-video]\n") == .closed)
  }
}
