import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Numbers of law and who may change them.
@Suite struct ParameterTests {
  private static let change = "may-change: { by: cap-decision, issuer: { role: international-agency } }"

  private func pack(_ parameters: String..., when: String) -> TestPack {
    var pack = TestPack()
    pack.parameters = parameters
    pack.articles = [TestPack.article("closing", when: when, then: "{ closes: { actions: [use] } }")]
    return pack
  }

  private static let above = "{ quantity: { name: training-compute, convention: all, above: $cap } }"

  private func state(_ facts: String, at asOf: String = "2026-11-21") throws -> GateCondition {
    let pack = pack(TestPack.parameter("cap", "1e25 FLOP", Self.change), when: Self.above)
    return try Judge(Dossier(model(), "- dossier: agency\n" + facts), [pack], at: asOf).state(.use)
  }

  private static let agency = "- party: agency\n  roles: [{ role: international-agency }]\n"

  private func decision(_ value: String, _ more: String = "", id: String = "d") -> String {
    "- cap-decision: \(id)\n  parameter: cap\n  value: \(value)\n\(more)"
  }

  @Test func theTextStandsUntilItIsChanged() throws {
    #expect(try state(Self.agency) == .closed)
    #expect(try state(Self.agency + decision("1e26 FLOP")) == .open)
    #expect(try state(Self.agency + decision("1e24 FLOP")) == .closed)
  }

  @Test func onlyWhoHoldsTheRoleChangesIt() throws {
    for party in [
      "- party: agency\n  complete: [roles]\n", "- party: agency\n  roles: [{ role: auditor }]\n",
    ] {
      #expect(try state(party + decision("1e26 FLOP")) == .closed)
    }
    let ended = "- party: agency\n  roles: [{ role: international-agency, to: 2025-12-31 }]\n"
    #expect(try state(ended + decision("1e26 FLOP", "  at: 2026-01-01\n")) == .closed)
    #expect(try state(ended + decision("1e26 FLOP", "  at: 2025-12-31\n  stated: 2025-12-31\n")) == .open)
    // It may have been said after the role had ended.
    #expect(try state(ended + decision("1e26 FLOP", "  at: 2025-12-31\n")) == .undetermined)
    // Of an issuer that nobody described it is not known whether it may.
    #expect(try state(decision("1e26 FLOP")) == .undetermined)
  }

  @Test func fromItsDate() throws {
    let later = Self.agency + decision("1e26 FLOP", "  at: 2026-06-01\n")
    #expect(try state(later, at: "2026-05-31") == .closed)
    #expect(try state(later, at: "2026-06-01") == .open)
  }

  @Test func theLatestDecisionCounts() throws {
    let two =
      decision("1e26 FLOP", "  at: 2025-01-01\n", id: "z")
      + decision("1e24 FLOP", "  at: 2026-01-01\n", id: "a")
    #expect(try state(Self.agency + two) == .closed)
    #expect(try state(Self.agency + two, at: "2025-06-01") == .open)
  }

  /// Of two of one moment that disagree neither is the latest, and one without a value does not undo another.
  @Test func whatDisagreesIsUnknown() throws {
    let lowered = decision("1e24 FLOP", "  at: 2026-01-01\n")
    for id in ["a", "z"] {
      let other = decision("1e26 FLOP", "  at: 2026-01-01\n", id: id)
      #expect(try state(Self.agency + lowered + other) == .undetermined)
    }
    let empty = "- cap-decision: e\n  parameter: cap\n  at: 2026-02-01\n"
    #expect(try state(Self.agency + lowered + empty) == .undetermined)
  }

  /// A limit that is lifted leaves nothing above it.
  @Test func lifted() throws { #expect(try state(Self.agency + decision("lifted")) == .open) }

  /// A withheld decision, and one that does not say a number of the same sort, leave the limit unknown.
  @Test func unknown() throws {
    #expect(try state(Self.agency + "- cap-decision: d\n  withheld: yes\n") == .undetermined)
    for value in ["1e26 FLOP/s", "1 year", "2026-01-01", "FR", "plenty"] {
      #expect(try state(Self.agency + decision(value)) == .undetermined, "\(value)")
    }
  }

  /// A decision that does not do what its word says loosens nothing, and is named; what is true after every value that
  /// may have stood settles it again.
  @Test func whatDoesNotDoWhatItSays() throws {
    func word(_ word: String) -> String { "  decision: \(word)\n  at: 2026-01-01\n" }
    #expect(try state(Self.agency + decision("1e26 FLOP", word("raised"))) == .open)
    #expect(try state(Self.agency + decision("1e26 FLOP", word("lowered"))) == .undetermined)
    #expect(try state(Self.agency + decision("1e24 FLOP", word("raised"))) == .undetermined)
    #expect(try state(Self.agency + decision("1e24 FLOP", word("lowered"))) == .closed)
    #expect(try state(Self.agency + decision("lifted", word("lowered"))) == .undetermined)
    #expect(try state(Self.agency + decision("1e26 FLOP", word("lifted"))) == .undetermined)
    let wrong = decision("1e26 FLOP", word("lowered"), id: "a")
    func then(_ value: String, _ word: String) -> String {
      wrong + decision(value, "  decision: \(word)\n  at: 2026-02-01\n", id: "b")
    }
    #expect(try state(Self.agency + then("1e24 FLOP", "lowered")) == .closed)
    #expect(try state(Self.agency + then("2e26 FLOP", "raised")) == .open)
    // Lower than the one, higher than the other.
    #expect(try state(Self.agency + then("6e25 FLOP", "lowered")) == .undetermined)
    // What stood before it on its own date counts, not what the text says.
    let raised = decision("9e25 FLOP", word("raised"), id: "a")
    #expect(
      try state(
        Self.agency + raised + decision("6e25 FLOP", "  decision: lowered\n  at: 2026-02-01\n", id: "b"))
        == .open)
    // After what is not known nothing can be compared.
    let empty = "- cap-decision: e\n  parameter: cap\n  at: 2025-02-01\n"
    #expect(try state(Self.agency + empty + decision("1e26 FLOP", word("raised"))) == .undetermined)
    let pack = pack(TestPack.parameter("cap", "1e25 FLOP", Self.change), when: Self.above)
    func remarks(_ facts: String) throws -> [Finding] {
      let judge = try Judge(Dossier(model(), "- dossier: agency\n" + Self.agency + facts), [pack])
      return judge.determine(acme("artifact", "m"), judge.library.packs[0]).remarks
    }
    let found = try remarks(wrong)
    #expect(found.map(\.code) == ["decision-disputed"])
    #expect(found.first?.about == [GlobalID("agency", "cap-decision", "a").description])
    #expect(try remarks(raised).isEmpty)
  }

  @Test func ofAnotherRegimeOrParameter() throws {
    #expect(try state(Self.agency + decision("1e26 FLOP", "  regime: other\n")) == .closed)
    #expect(try state(Self.agency + decision("1e26 FLOP", "  regime: law\n")) == .open)
    #expect(
      try state(Self.agency + decision("1e26 FLOP").replacing("parameter: cap", with: "parameter: limit"))
        == .closed)
  }

  /// A derived limit follows the one that it is derived from, lifted or not.
  @Test func derivedLimitsFollow() throws {
    let pack = pack(
      TestPack.parameter("cap", "1e26 FLOP", Self.change), TestPack.parameter("ten", "10"),
      TestPack.parameter("share", "{ of: $cap, divided-by: $ten }"),
      when: "{ quantity: { name: training-compute, convention: all, above: $share } }")
    func state(_ facts: String) throws -> GateCondition {
      try Judge(Dossier(model("2e25"), "- dossier: agency\n" + Self.agency + facts), [pack]).state(.use)
    }
    #expect(try state("") == .closed)
    #expect(try state(decision("1e27 FLOP")) == .open)
    #expect(try state(decision("1e24 FLOP")) == .closed)
    #expect(try state(decision("lifted")) == .open)
    #expect(try state("- cap-decision: d\n  withheld: yes\n") == .undetermined)
  }

  /// A change for one party leaves the others where they were.
  @Test func forOneParty() throws {
    let pack = pack(
      TestPack.parameter(
        "cap", "1e25 FLOP", "may-change: { by: cap-decision, issuer: { role: agency }, for: party }"),
      when: Self.above)
    func state(_ about: String) throws -> GateCondition {
      let agency = "- dossier: agency\n- party: agency\n  roles: [{ role: agency }]\n"
      return try Judge(Dossier(model(), agency + decision("1e26 FLOP", "  about: \(about)\n")), [pack]).state(
        .use)
    }
    #expect(try state("acme/party/acme") == .open)
    #expect(try state("rival:rival") == .closed)
  }

  /// What the party that owes set itself is marked, what somebody else set for it is not, nor what the text says too.
  @Test func whatThePartyThatOwesSetsIsMarked() throws {
    let pack = pack(
      TestPack.parameter(
        "cap", "1e25 FLOP", "may-change: { by: cap-decision, issuer: { role: developer }, for: party }"),
      when: Self.above)
    func remarks(_ facts: String, _ pack: TestPack, _ others: String...) throws -> [Finding] {
      let judge = try Judge(Dossier(files: [model() + facts] + others), [pack])
      return judge.determine(acme("artifact", "m"), judge.library.packs[0]).remarks
    }
    let found = try remarks(decision("1e26 FLOP"), pack)
    #expect(found.map(\.code) == ["loosened-by-declaration"])
    #expect(found.first?.about == [acme("cap-decision", "d").description])
    #expect(found.first?.message.text(.en).contains("1e26 FLOP") == true)
    #expect(try remarks("", pack).isEmpty)
    #expect(try remarks(decision("1e25 FLOP"), pack).isEmpty)
    #expect(
      try remarks(decision("1e26 FLOP").replacing("parameter: cap", with: "parameter: limit"), pack).isEmpty)
    // One that changes it for everybody is no declaration of one party.
    let forAll = self.pack(
      TestPack.parameter("cap", "1e25 FLOP", "may-change: { by: cap-decision, issuer: { role: developer } }"),
      when: Self.above)
    #expect(try remarks(decision("1e26 FLOP"), forAll).isEmpty)
    // Nor is what an authority sets for the party.
    let byAgency = self.pack(
      TestPack.parameter(
        "cap", "1e25 FLOP", "may-change: { by: cap-decision, issuer: { role: agency }, for: party }"),
      when: Self.above)
    let agency = "- dossier: agency\n- party: agency\n  roles: [{ role: agency }]\n"
    #expect(try remarks("", byAgency, agency + decision("1e26 FLOP", "  about: acme/party/acme\n")).isEmpty)
  }

  private func adopted(_ parameter: String, _ set: String) throws -> GateCondition {
    var pack = pack(parameter, when: Self.above)
    pack.status = "proposal"
    pack.force = "activation: adoption"
    let adoption =
      "- adoption: a\n  regime: law\n  activation: 2026-01-01\n\(set.isEmpty ? "" : "  parameters: { cap: \(set) }\n")"
    return try Judge(Dossier(model() + adoption), [pack]).state(.use)
  }

  /// What the adopter sets, not below the floor of the text.
  @Test func setByAdoption() throws {
    let free = TestPack.parameter("cap", "1e25 FLOP", "may-change: { by: adoption }")
    #expect(try adopted(free, "") == .closed)
    #expect(try adopted(free, "1e26 FLOP") == .open)
    // An adopter lifts nothing, and sets numbers of the same sort only.
    #expect(try adopted(free, "lifted") == .closed)
    #expect(try adopted(free, "1e26 tokens") != .open)
    let floored = TestPack.parameter("cap", "1e26 FLOP", "at-least: 4e25 FLOP, may-change: { by: adoption }")
    #expect(try adopted(floored, "") == .open)
    #expect(try adopted(floored, "4e25 FLOP") == .closed)
    #expect(try adopted(floored, "3e25 FLOP") == .open)
    // Where the text says who may, nobody else sets it by adopting.
    let ruled = TestPack.parameter(
      "cap", "1e25 FLOP", "may-change: { by: adoption, issuer: { role: agency } }")
    #expect(try adopted(ruled, "1e26 FLOP") == .closed)
    let fixed = TestPack.parameter("cap", "1e25 FLOP")
    #expect(try adopted(fixed, "1e26 FLOP") == .closed)
  }

  @Test func requiredOnesAreUnknownUntilSet() throws {
    let required = TestPack.parameter("cap", "required", "may-change: { by: adoption }")
    #expect(try adopted(required, "") == .undetermined)
    #expect(try adopted(required, "1e26 FLOP") == .open)
    #expect(try adopted(required, "1e25 FLOP") == .closed)
    // Quantities of different dimensions are never compared.
    #expect(try adopted(required, "1e26 tokens") == .undetermined)
    #expect(try adopted(required, "1 tokens") == .undetermined)
  }

  /// Nothing is converted silently.
  @Test func currenciesAreNotCompared() throws {
    var pack = TestPack()
    pack.parameters = [TestPack.parameter("damage", "1e6 USD")]
    pack.articles = [
      TestPack.article(
        "serious", on: "incident",
        when: "{ quantity: { name: property-damage-without-equity, at-least: $damage } }",
        then: "{ classifies: { as: serious } }")
    ]
    func verdict(_ amount: String) throws -> Verdict? {
      let text = model() + "- incident: i\n  models: [m]\n  property-damage-without-equity: \(amount)\n"
      return try Judge(Dossier(text), [pack]).article("serious", of: "i", kind: "incident")
    }
    #expect(try verdict("1e6 USD") == .holds && verdict("999999 USD") == .fails)
    #expect(try verdict("5e8 JPY") == .cannotBeExcluded && verdict("5 EUR") == .cannotBeExcluded)
  }
}
