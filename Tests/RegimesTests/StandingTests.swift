import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// What binds, whom, where, and since when.
@Suite struct StandingTests {
  private func pack(_ change: (inout TestPack) -> Void) -> TestPack {
    var pack = TestPack()
    pack.articles = [TestPack.article("a", when: aboveLimit, then: "{ closes: { actions: [use] } }")]
    change(&pack)
    return pack
  }

  private func state(
    _ pack: TestPack, _ others: String..., at asOf: String = "2026-11-21", in place: String = "FR"
  ) throws -> GateCondition {
    let dossier = others.isEmpty ? try Dossier(model()) : try Dossier(model(), others[0])
    return try Judge(dossier, [pack], at: asOf).state(.use, in: place)
  }

  @Test(arguments: ["law", "treaty"]) func lawBindsWhileInForce(_ status: String) throws {
    let law = pack {
      $0.status = status
      $0.force = "in-force: { from: 2026-01-01, to: 2026-06-30 }"
    }
    for (asOf, expected) in [
      ("2025-12-31", GateCondition.open), ("2026-01-01", .closed), ("2026-06-30", .closed),
      ("2026-07-01", .open),
    ] {
      #expect(try state(law, at: asOf) == expected, "\(asOf)")
    }
  }

  /// What was repealed bound until then, and is asked of itself only on such a day.
  @Test func theRepealedBoundInItsTime() throws {
    let text = pack {
      $0.status = "repealed"
      $0.force = "in-force: { from: 2026-01-01, to: 2026-06-30 }"
    }
    for (asOf, binds) in [("2025-12-31", false), ("2026-06-30", true), ("2026-07-01", false)] {
      let judge = try Judge(Dossier(model()), [text], at: asOf)
      let repealed = judge.library.packs[0]
      #expect(judge.determine(acme("artifact", "m"), repealed).isBinding == binds, "\(asOf)")
      #expect(repealed.isHeeded(in: judge.facts) == binds, "\(asOf)")
    }
  }

  @Test(arguments: ["voluntary", "proposal", "repealed", "vetoed", "guidance"])
  func nothingElseBindsOfItself(_ status: String) throws {
    let text = pack { $0.status = status }
    #expect(try state(text) == .open)
    let judge = try Judge(Dossier(model()), [text])
    let determination = judge.determine(acme("artifact", "m"), judge.library.packs[0])
    #expect(!determination.isBinding)
    // What it would close stands apart.
    #expect(determination.gates.map(\.state) == [.closed])
  }

  private static func proposal(_ pack: inout TestPack) {
    pack.status = "proposal"
    pack.force = "activation: adoption"
  }

  private func adoption(_ more: String = "", activation: String = "2026-01-01") -> String {
    "- adoption: a\n  regime: law\n  activation: \(activation)\n\(more)"
  }

  @Test func aPartyBindsItself() throws {
    let text = pack(Self.proposal)
    let dossier = try Dossier(model() + adoption())
    let judge = try Judge(dossier, [text])
    #expect(judge.state(.use) == .closed)
    #expect(judge.state(.use, in: GateState.everywhere) == .closed)
    #expect(try state(text, "- dossier: rival\n- party: rival\n" + adoption()) == .open)
  }

  @Test func fromItsActivation() throws {
    for (asOf, expected) in [("2025-12-31", GateCondition.open), ("2026-01-01", .closed)] {
      #expect(
        try Judge(Dossier(model() + adoption()), [pack(Self.proposal)], at: asOf).state(.use) == expected)
    }
  }

  /// A version is named, or any.
  @Test(arguments: [("law", true), ("law@1", true), ("law@2", false), ("other", false)])
  func versions(_ name: String, _ binds: Bool) throws {
    let text = model() + adoption().replacing("regime: law", with: "regime: \(name)")
    #expect(try Judge(Dossier(text), [pack(Self.proposal)]).state(.use) == (binds ? .closed : .open))
  }

  @Test func nobodyAdoptsForAnother() throws {
    let other = "- dossier: rival\n- party: rival\n" + adoption("  by: acme:acme\n")
    #expect(try state(pack(Self.proposal), other) == .open)
  }

  private func authority(_ role: String, where places: String) -> String {
    "- dossier: board\n- party: board\n  roles: [\(role)]\n" + adoption("  where: \(places)\n")
  }

  /// An authority binds its jurisdiction, where the regime is then law.
  @Test(arguments: [
    ("{ role: authority, where: FR }", "FR", GateCondition.closed),
    ("{ role: executive, where: FR }", "FR", .closed),
    ("{ role: authority, where: EU }", "FR", .closed), ("{ role: authority, where: DE }", "FR", .open),
    ("{ role: auditor, where: FR }", "FR", .open), ("{ role: authority, where: FR }", "EU", .open),
    ("{ role: authority, where: FR, to: 2025-12-31 }", "FR", .open),
  ])
  func authorities(_ role: String, _ place: String, _ expected: GateCondition) throws {
    #expect(try state(pack(Self.proposal), authority(role, where: place)) == expected)
  }

  @Test func onlyInItsPlace() throws {
    let text = pack(Self.proposal)
    let german = authority("{ role: authority, where: DE }", where: "DE")
    #expect(try state(text, german, in: "DE") == .closed && state(text, german, in: "FR") == .open)
    #expect(
      try state(text, german, in: "EU") == .closed && state(text, german, in: GateState.everywhere) == .closed
    )
    // For several places, in each.
    let both = authority("{ role: authority, where: [DE, IT] }", where: "[DE, IT]")
    for (place, expected) in [("DE", GateCondition.closed), ("IT", .closed), ("FR", .open)] {
      #expect(try state(text, both, in: place) == expected, "\(place)")
    }
    let oneOfTwo = authority("{ role: authority, where: IT }", where: "[DE, IT]")
    #expect(try state(text, oneOfTwo, in: "DE") == .open && state(text, oneOfTwo, in: "IT") == .closed)
  }

  @Test func anAuthorityThatNobodyDescribedCannotBeExcluded() throws {
    let other = "- dossier: board\n" + adoption("  where: FR\n")
    #expect(try state(pack(Self.proposal), other) == .closed)
    let hidden = "- dossier: board\n- party: board\n  withheld: yes\n" + adoption("  where: FR\n")
    #expect(try state(pack(Self.proposal), hidden) == .closed)
  }

  /// A text that is law and adopted as well has two standings, each with its own place and parameters.
  @Test func twoStandings() throws {
    let law = pack {
      $0.jurisdiction = "FR"
      $0.parameters = [TestPack.parameter("cap", "1e26 FLOP", "may-change: { by: adoption }")]
      $0.articles = [
        TestPack.article(
          "a", when: "{ quantity: { name: training-compute, convention: all, above: $cap } }",
          then: "{ closes: { actions: [use] } }")
      ]
    }
    let adopted = "  parameters: { cap: 1e25 FLOP }\n"
    #expect(try state(law) == .open)
    // The adopter's own number binds it in France and elsewhere; the law's stays where it is.
    let dossier = try Dossier(model() + adoption(adopted))
    #expect(try Judge(dossier, [law]).state(.use, in: "FR") == .closed)
    #expect(try Judge(dossier, [law]).state(.use, in: "DE") == .closed)
    let german =
      "- dossier: board\n- party: board\n  roles: [{ role: authority, where: DE }]\n"
      + adoption("  where: DE\n" + adopted)
    #expect(try state(law, german, in: "DE") == .closed && state(law, german, in: "FR") == .open)
    // No adoption loosens the law.
    let loose = try Dossier(model("5e26") + adoption("  parameters: { cap: 1e27 FLOP }\n"))
    #expect(try Judge(loose, [law]).state(.use, in: "FR") == .closed)
    #expect(try Judge(loose, [law]).state(.use, in: "DE") == .open)
  }

  /// The nexus is asked of the subject or of what it belongs to, and binds when it cannot be excluded.
  @Test(arguments: [("FR", GateCondition.closed), ("DE", .open), ("-", .closed)])
  func nexus(_ seat: String, _ expected: GateCondition) throws {
    let law = pack {
      $0.parameters = [TestPack.parameter("home", "FR")]
      $0.head =
        "nexus: { applies-to: party, when: { attribute: { key: seat, in: $home } }, cite: \(TestPack.cite) }"
    }
    let text =
      seat == "-"
      ? model().replacing("  seat: FR\n", with: "") : model().replacing("seat: FR", with: "seat: \(seat)")
    let judge = try Judge(Dossier(text), [law])
    #expect(judge.state(.use) == expected)
    // A model that nobody is known to have made.
    let orphan = try Judge(Dossier("- artifact: m\n"), [law])
    #expect(orphan.state(.use) == .undetermined)
  }

  /// Guidance binds where the law that it interprets binds.
  @Test func guidance() throws {
    let law = pack {
      $0.id = "act"
      $0.force = "in-force: { from: 2026-01-01 }"
      $0.parameters = [nowhere]
      $0.articles = [
        TestPack.article("a", when: neverReached, then: "{ closes: { actions: [use] } }")
      ]
    }
    let guidance = pack {
      $0.status = "guidance"
      $0.head = "interprets: act"
    }
    for (asOf, expected) in [("2025-12-31", GateCondition.open), ("2026-01-01", .closed)] {
      #expect(try Judge(Dossier(model()), [law, guidance], at: asOf).state(.use) == expected)
    }
    #expect(try Judge(Dossier(model()), [guidance]).state(.use) == .open)
  }

  /// An article may begin later than its regime, on a date or some time after its activation.
  @Test func articlesThatBeginLater() throws {
    let law = pack {
      $0.parameters = [TestPack.parameter("day", "2026-06-01"), TestPack.parameter("phase", "1 year")]
      $0.articles = [
        TestPack.article(
          "a", when: aboveLimit, inForce: "{ from: $day }", then: "{ closes: { actions: [use] } }")
      ]
    }
    #expect(try state(law, at: "2026-05-31") == .open && state(law, at: "2026-06-01") == .closed)
    let phased = pack {
      Self.proposal(&$0)
      $0.parameters = [TestPack.parameter("phase", "1 year")]
      $0.articles = [
        TestPack.article(
          "a", when: aboveLimit, inForce: "{ from: activation, after: $phase }",
          then: "{ closes: { actions: [use] } }")
      ]
    }
    for (asOf, expected) in [("2026-12-31", GateCondition.open), ("2027-01-01", .closed)] {
      #expect(try Judge(Dossier(model() + adoption()), [phased], at: asOf).state(.use) == expected, "\(asOf)")
    }
  }

  /// Adoptions that bind in the same way are one; others stand beside it.
  @Test func adoptionsThatAgreeAreOne() throws {
    let proposal = pack(Self.proposal)
    func standings(_ adoptions: [String]) throws -> Int {
      let texts = adoptions.enumerated().map {
        adoption(activation: $1).replacing("adoption: a", with: "adoption: a\($0)")
      }
      let judge = try Judge(Dossier(model() + texts.joined()), [proposal])
      return judge.standings(judge.library.packs[0], acme("artifact", "m")).count
    }
    #expect(try standings(["2026-01-01", "2026-01-01", "2026-01-01"]) == 1)
    #expect(try standings(["2026-01-01", "2026-02-01"]) == 2)
  }
}
