import Ledger
import Measures
import Records
import TestSupport
import Testing

@Suite struct AdmissionTests {
  private let admin = [KeyGrant.Role("administrator"), KeyGrant.Role("recorder")]

  @Test func aPartySpeaksInItsOwnName() throws {
    let (acme, other) = (try TestParty("acme"), try TestParty("meta"))
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(try log.refusal(acme.says(acme.draft("artifact"))) == nil)
    #expect(try log.refusal(other.says(other.draft("artifact")))?.hasPrefix("unknown-key") == true)
    // A key of somebody else under acme's name.
    let forged = try Submission.of(
      acme.draft("rating"), readers: .everyone, sealing: acme.sealing, signedBy: [other.key])
    #expect(log.refusal(forged)?.hasPrefix("unknown-key") == true)
  }

  @Test func aKeyOfAnotherPartySignsNothingInItsName() throws {
    let (acme, other) = (try TestParty("acme"), try TestParty("meta"))
    var log = try TestLog([acme, other])
    try log.tick("2026-11-22T10:00:00Z")
    let forged = try Submission.of(
      acme.draft("rating"), readers: .everyone, sealing: acme.sealing, signedBy: [other.key])
    #expect(log.refusal(forged)?.hasPrefix("not-admitted: No key of acme") == true)
  }

  @Test func keysCountAtLogTime() throws {
    let acme = try TestParty("acme", from: "2026-11-22", until: "2026-11-23")
    var log = try TestLog([acme, try TestParty("meta")])
    try log.tick("2026-11-21T23:59:59.999Z")
    #expect(try log.refusal(acme.says(acme.draft("rating")))?.hasPrefix("key-not-valid") == true)
    try log.tick("2026-11-22T00:00:00Z")
    #expect(try log.refusal(acme.says(acme.draft("rating"))) == nil)
    try log.tick("2026-11-23T23:59:59.999Z")
    #expect(try log.refusal(acme.says(acme.draft("rating", "b"))) == nil)
    try log.tick("2026-11-24T00:00:00Z")
    #expect(try log.refusal(acme.says(acme.draft("rating", "c")))?.contains("counted until") == true)
  }

  @Test func aRevokedKeyIsRefused() throws {
    let acme = try TestParty("acme", roles: admin)
    let second = try TestParty("acme", "p2")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(try log.refusal(acme.saysOpenly(second.grant.draft(by: "acme"))) == nil)
    #expect(try log.refusal(second.says(second.draft("rating"))) == nil)
    #expect(try log.refusal(acme.saysOpenly(second.grant.revocation(by: "acme", ground: "lost"))) == nil)
    #expect(try log.refusal(second.says(second.draft("rating", "b")))?.contains("was revoked") == true)
    #expect(
      try log.refusal(acme.saysOpenly(second.grant.revocation(by: "acme", ground: "again"))) != nil)
  }

  @Test func aPartyGivesNoRoleThatNobodyGaveIt() throws {
    let acme = try TestParty("acme", roles: admin)
    let registrar = try TestParty("ai-office", roles: [KeyGrant.Role("registrar")])
    let greedy = try TestParty("acme", "p2", roles: [KeyGrant.Role("registrar")])
    var log = try TestLog([acme, registrar])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(try log.refusal(acme.saysOpenly(greedy.grant.draft(by: "acme")))?.contains("registrar") == true)
    #expect(try log.refusal(registrar.saysOpenly(greedy.grant.draft(by: "ai-office"))) == nil)
    // An administrator introduces keys of its own party alone.
    let meta = try TestParty("meta")
    #expect(try log.refusal(acme.saysOpenly(meta.grant.draft(by: "acme")))?.hasPrefix("not-admitted") == true)
    #expect(try log.refusal(registrar.saysOpenly(meta.grant.draft(by: "ai-office"))) == nil)
    #expect(try log.refusal(meta.says(meta.draft("rating"))) == nil)
  }

  @Test func oneKeyHasOneUse() throws {
    let acme = try TestParty("acme", roles: admin)
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    let clock = KeyGrant(
      party: "acme", person: "p3", publicKey: log.keys.clockKey, custody: .server,
      roles: [KeyGrant.Role("recorder")])
    #expect(
      try log.refusal(acme.saysOpenly(clock.draft(by: "acme")))?.contains("one key has one use") == true)
  }

  @Test(arguments: Kinds.heldByPersons.sorted())
  func whatBindsTakesAKeyThatAPersonHolds(_ kind: String) throws {
    let server = try TestParty("ai-office", "server", custody: .server)
    let person = try TestParty("ai-office", "p1")
    var log = try TestLog([server, person])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(try log.refusal(server.says(server.draft(kind)))?.contains("a person holds") == true)
    #expect(try log.refusal(person.says(person.draft(kind))) == nil)
  }

  @Test func signersAreDistinctPersonsOrOrganisations() throws {
    let (one, two) = (try TestParty("acme", "p1"), try TestParty("acme", "p2"))
    let again = try TestParty("acme", "p1")
    let other = try TestParty("meta", "p1")
    func policy(_ distinct: AdmissionPolicy.Distinct) -> AdmissionPolicy {
      AdmissionPolicy(
        rules: [.init(["rating"], by: "recorder", about: .any, signers: 2, distinct: distinct)], quorum: 1,
        quorumDistinct: .person)
    }
    var persons = try TestLog([one, two, again, other], policy: policy(.person))
    try persons.tick("2026-11-22T10:00:00Z")
    let draft = try one.draft("rating")
    #expect(try persons.refusal(one.says(draft))?.contains("more signers") == true)
    #expect(try persons.refusal(one.says(draft, with: [again]))?.contains("more signers") == true)
    #expect(try persons.refusal(one.says(draft, with: [two])) == nil)
    var parties = try TestLog([one, two, again, other], policy: policy(.organisation))
    try parties.tick("2026-11-22T10:00:00Z")
    #expect(try parties.refusal(one.says(draft, with: [two]))?.contains("more signers") == true)
    #expect(try parties.refusal(one.says(draft, with: [other])) == nil)
  }

  /// The founders change the policy, with their keys or those that their own keys handed on to; never to one that they could
  /// not change again.
  @Test func foundersStayFounders() throws {
    let roles = ["administrator", "recorder"].map { KeyGrant.Role($0) }
    let (acme, meta) = (try TestParty("acme", roles: roles), try TestParty("meta", roles: roles))
    func policy(_ quorum: Int) -> AdmissionPolicy { .usual(quorum: quorum, distinct: .organisation) }
    var log = try TestLog([acme, meta], policy: policy(2))
    try log.tick("2026-11-22T10:00:00Z")
    let (next, stranger) = (try TestParty("acme", roles: roles), try TestParty("acme", "p2", roles: roles))
    let server = try TestParty("acme", roles: roles, custody: .server)
    for key in [next, stranger, server] {
      #expect(try log.refusal(acme.saysOpenly(key.grant.draft(by: "acme"))) == nil)
    }
    #expect(try log.refusal(acme.saysOpenly(acme.grant.revocation(by: "acme", ground: nil))) == nil)
    try log.tick("2026-11-22T10:01:00Z")
    for (key, isOne) in [(stranger, false), (server, false), (next, true)] {
      let refusal = try log.refusal(meta.saysOpenly(policy(1).draft(revision: 1), with: [key]))
      #expect((refusal == nil) == isOne, "\(refusal ?? "")")
    }
    let many = try log.refusal(meta.saysOpenly(policy(3).draft(revision: 2), with: [next]))
    #expect(many?.contains("quorum of 3") == true, "\(many ?? "")")
  }

  @Test func aboutWhatIsNotOnesOwn() throws {
    let (acme, meta) = (try TestParty("acme"), try TestParty("meta"))
    let policy = AdmissionPolicy(
      rules: [
        .init(["rating", "delegation"], by: "recorder", about: .own),
        .init(["estimate"], by: "recorder", about: .delegated),
      ], quorum: 1, quorumDistinct: .person)
    var log = try TestLog([acme, meta], policy: policy)
    try log.tick("2026-11-22T10:00:00Z")
    let theirs = GlobalID("meta", "artifact", "m")
    #expect(try log.refusal(acme.says(acme.draft("rating", about: theirs)))?.contains("not its own") == true)
    #expect(try log.refusal(acme.says(acme.draft("rating", about: GlobalID("acme", "artifact", "m")))) == nil)
    let run = GlobalID("meta", "activity", "r")
    #expect(try log.refusal(acme.says(acme.draft("estimate", about: run)))?.contains("not its own") == true)
    let delegation = Draft(
      ofLedger: "delegation", "meta", "d",
      [
        "to": .reference(GlobalID("acme", "party", "acme")), "kinds": .list([.word("estimate")]),
        "until": .moment(try Moment("2026-11-23")),
      ])
    #expect(try log.refusal(meta.saysOpenly(delegation)) == nil)
    #expect(try log.refusal(acme.says(acme.draft("estimate", about: run))) == nil)
    try log.tick("2026-11-24T00:00:00Z")
    #expect(
      try log.refusal(acme.says(acme.draft("estimate", "b", about: run)))?.contains("not its own") == true)
  }

  @Test func aRoleHoldsForItsPlace() throws {
    let policy = AdmissionPolicy(
      rules: [.init(["rating"], by: "authority", about: .any, jurisdiction: "FR")], quorum: 1,
      quorumDistinct: .person)
    let french = try TestParty("anssi", roles: [KeyGrant.Role("authority", place: "FR")])
    let union = try TestParty("ai-office", roles: [KeyGrant.Role("authority", place: "EU")])
    let german = try TestParty("bsi", roles: [KeyGrant.Role("authority", place: "DE")])
    let placeless = try TestParty("nobody", roles: [KeyGrant.Role("authority")])
    var log = try TestLog([french, union, german, placeless], policy: policy)
    try log.tick("2026-11-22T10:00:00Z")
    #expect(try log.refusal(french.says(french.draft("rating"))) == nil)
    #expect(try log.refusal(union.says(union.draft("rating"))) == nil)
    #expect(try log.refusal(german.says(german.draft("rating"))) != nil)
    #expect(try log.refusal(placeless.says(placeless.draft("rating"))) != nil)
  }

  @Test func thePolicyChangesByItsQuorum() throws {
    let founders = try ["acme", "meta", "ai-office"].map { try TestParty($0) }
    var log = try TestLog(founders, quorum: 2)
    try log.tick("2026-11-22T10:00:00Z")
    let open = AdmissionPolicy(rules: [], quorum: 1, quorumDistinct: .person)
    let draft = open.draft(revision: 1)
    #expect(try log.refusal(founders[0].saysOpenly(draft))?.contains("takes 2") == true)
    #expect(try log.refusal(founders[0].saysOpenly(draft, with: [founders[1]])) == nil)
    #expect(try log.refusal(founders[0].says(founders[0].draft("rating")))?.contains("No rule") == true)
  }

  @Test func noServerMakesAPerson() throws {
    let roles = ["recorder", "administrator", "registrar"].map { KeyGrant.Role($0) }
    let server = try TestParty("acme", roles: roles, custody: .server)
    let person = try TestParty("acme", "p1", roles: roles)
    // In the usual policy no server introduces any key; elsewhere it may, but for those of persons.
    var usual = try TestLog([person, server])
    try usual.tick("2026-11-22T10:00:00Z")
    let robot = try TestParty("acme", "robot2", custody: .server)
    #expect(
      try usual.refusal(server.saysOpenly(robot.grant.draft(by: "acme")))?.hasPrefix("not-admitted") == true)
    #expect(try usual.refusal(server.saysOpenly(person.grant.revocation(by: "acme", ground: nil))) != nil)
    let policy = AdmissionPolicy(
      rules: [.init(["key"], by: "administrator", about: .own)], quorum: 1, quorumDistinct: .person)
    var log = try TestLog([person, server], policy: policy)
    try log.tick("2026-11-22T10:00:00Z")
    let (claimed, second) = (try TestParty("acme", "p2"), try TestParty("acme", "robot", custody: .server))
    let refusal = try log.refusal(server.saysOpenly(claimed.grant.draft(by: "acme")))
    #expect(refusal?.contains("that a server holds") == true)
    #expect(try log.refusal(server.saysOpenly(second.grant.draft(by: "acme"))) == nil)
    #expect(try log.refusal(person.saysOpenly(claimed.grant.draft(by: "acme"))) == nil)
  }

  @Test func whatOneLogSaysOfItselfCountsInNoOther() throws {
    let acme = try TestParty("acme", roles: [KeyGrant.Role("recorder"), KeyGrant.Role("administrator")])
    let second = try TestParty("acme", "p2")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    let policy = AdmissionPolicy(rules: [], quorum: 1, quorumDistinct: .person).draft(revision: 1)
    for draft in [policy, second.grant.draft(by: "acme"), acme.grant.revocation(by: "acme", ground: nil)] {
      for other in ["log.example/other", "", nil] {
        let refusal = try log.refusal(acme.saysOpenly(draft, in: other))
        #expect(refusal?.contains(other == nil ? "log" : "It is said in the log") == true, "\(draft.id)")
      }
    }
    #expect(try log.refusal(acme.saysOpenly(second.grant.draft(by: "acme"))) == nil)
  }

  @Test func revisionsCountUp() throws {
    let acme = try TestParty("acme")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    func revision(_ number: Int) throws -> Submission {
      let draft = try acme.draft("rating")
      return try acme.says(
        Draft(
          kind: draft.kind, id: draft.id, fields: draft.fields.merging(["revision": .integer(number)]) { $1 },
          mark: draft.mark))
    }
    #expect(try log.refusal(revision(2))?.hasPrefix("revision-gap") == true)
    #expect(try log.refusal(revision(1)) == nil)
    #expect(try log.refusal(revision(1))?.hasPrefix("duplicate-record") == true)
    #expect(try log.refusal(revision(2)) == nil)
  }

  @Test func onlyTheLogTicksAndNeverBack() throws {
    let acme = try TestParty("acme")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    #expect(throws: Problems.self) { try log.tick("2026-11-22T09:59:59.999Z") }
    try log.tick("2026-11-22T10:00:00Z")
    let forged = Draft(
      ofLedger: "tick", "log", "3", ["time": .moment(.instant(try Moment("2026-11-23T10:00:00Z").first))])
    #expect(try log.refusal(acme.saysOpenly(forged)) != nil)
  }

  @Test func openingsAreThoseOfTheSeal() throws {
    let acme = try TestParty("acme")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    let whole = try acme.says(acme.draft("rating"))
    func refusal(_ commitments: [Commitment]?, _ openings: [Opening]) -> String? {
      var log = log
      return log.refusal(Submission(envelope: whole.envelope, commitments: commitments, openings: openings))
    }
    let commitments = try #require(whole.commitments)
    #expect(refusal(nil, []) == nil)
    #expect(refusal(commitments, []) == nil)
    #expect(refusal(commitments, Array(whole.openings.prefix(1))) == nil)
    #expect(refusal(nil, whole.openings)?.hasPrefix("seal-differs") == true)
    #expect(refusal(Array(commitments.dropFirst()), [])?.hasPrefix("seal-differs") == true)
    let other = Opening(field: whole.openings[0].field, salt: whole.openings[0].salt, value: .string("weak"))
    #expect(refusal(commitments, [other])?.hasPrefix("seal-differs") == true)
    #expect(refusal(commitments, [whole.openings[0], whole.openings[0]])?.hasPrefix("seal-differs") == true)
  }

  @Test func aTamperedLeafIsRefused() throws {
    let acme = try TestParty("acme")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    let whole = try acme.says(acme.draft("rating"))
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      var payload = whole.envelope.payload
      payload[Int.random(in: 0..<payload.count, using: &generator)] ^=
        UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      let changed = Envelope(payload: payload, signatures: whole.envelope.signatures)
      var copy = log
      #expect(copy.refusal(Submission(envelope: changed, commitments: nil, openings: [])) != nil)
    }
  }
}

extension AdmissionTests {
  @Test func aBodyWithoutFieldsIsWhole() throws {
    let acme = try TestParty("acme")
    var log = try TestLog([acme])
    try log.tick("2026-11-22T10:00:00Z")
    let draft = try acme.draft("rating")
    let bare = Draft(
      kind: draft.kind, id: draft.id, fields: draft.fields.filter { $0.key == "about" }, mark: draft.mark)
    let signed = try acme.saysOpenly(bare)
    let handedIn = Submission(envelope: signed.envelope, commitments: nil, openings: [])
    #expect(log.refusal(handedIn)?.hasPrefix("missing-field") == true)
  }
}
