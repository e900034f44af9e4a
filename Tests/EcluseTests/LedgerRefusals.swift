import Foundation
import Ledger
import LedgerSQLite
import Measures
import Records
import TestSupport
import Testing

@testable import ecluse

/// Who may not say something is refused with the rule, and the log stays as it was.
@Suite struct LedgerRefusals {
  private let program: Program

  init() throws { program = try LedgerCommands().recorded() }

  private func key(_ name: String) throws -> KeyFile {
    try KeyFile(SecretFile.read(program.path(name)), file: name)
  }

  /// Makes a key and introduces it.
  private func introduce(
    _ name: String, _ party: String, roles: String = "recorder", isServers: Bool = false
  ) throws {
    let server = isServers ? ["--server"] : []
    #expect(
      try program.ecluse(["key", "new", name, "--party", party, "--person", "p-\(name)"] + server).status == 0
    )
    try program.ecluse("key", "show", name, "--roles", roles, "--output", "\(name).card")
    let run = try program.ecluse("key", "add", "\(name).card", "--ledger", "l", "--key", "k")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// Makes a key of acme that counts only from a day or until one, and introduces it.
  private func introduce(_ name: String, from: String? = nil, until: String? = nil) throws {
    try program.ecluse("key", "new", name, "--party", "acme", "--person", "p-\(name)", "--sealing-from", "k")
    let plain = try key(name).grant(roles: [KeyGrant.Role("recorder")])
    let grant = KeyGrant(
      party: plain.party, person: plain.person, publicKey: plain.publicKey, custody: plain.custody,
      roles: plain.roles, from: try from.map { try Moment($0) }, until: try until.map { try Moment($0) })
    try Scratch.write(Array(grant.card), to: program.path("\(name).card"))
    let run = try program.ecluse("key", "add", "\(name).card", "--ledger", "l", "--key", "k")
    #expect(run.status == 0, "\(run.errors)")
  }

  private func write(_ text: String, in folder: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.path(folder), withIntermediateDirectories: true)
    try Scratch.write(Array(text.utf8), to: program.path("\(folder)/facts.yaml"))
  }

  /// A withdrawal of what is acme's.
  private func withdrawal(by key: KeyFile) throws -> Submission {
    let fields: [String: Value] = [
      "of": .reference(GlobalID("acme", "activity", "big/training")), "because": .text("wrong"),
    ]
    let kind = try #require(Kinds.named("withdrawal"))
    let draft = Draft(
      kind: kind, id: GlobalID(key.party, "withdrawal", "w"), fields: fields, mark: Mark(file: "w", line: 1))
    return try .of(draft, readers: .everyone, sealing: key.sealing, signedBy: [key.signing])
  }

  /// Runs a command that is refused with a code and words of its rule, and leaves the log as it was.
  private func isRefused(
    _ arguments: String..., code: String, rule: String, status: Int32 = 65,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try program.ecluse("ledger", "checkpoint", "--ledger", "l").output
    let run = try program.ecluse(arguments + ["--ledger", "l"])
    #expect(run.status == status, "\(run.output)\(run.errors)", sourceLocation: sourceLocation)
    let lines = run.errors.split(separator: "\n")
    #expect(
      lines.count == 1 && lines[0].hasSuffix("[\(code)]") && lines[0].contains(rule), "\(run.errors)",
      sourceLocation: sourceLocation)
    #expect(
      try program.ecluse("ledger", "checkpoint", "--ledger", "l").output == before,
      sourceLocation: sourceLocation)
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{7}b", "a\u{A0}b"]) func namesThatNoLogMayHave(_ name: String)
    throws
  {
    let run = try program.ecluse("ledger", "init", "--ledger", "m", "--origin", name, "--key", "k")
    #expect(run.status == 64 && run.errors.contains("--origin"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("m")))
  }

  @Test func keysThatDoNotCount() throws {
    try write(LedgerCommands.dossier + "- artifact: small\n", in: "d")
    try introduce("ended", until: "2020-01-01")
    try introduce("early", from: "2990-01-01")
    try introduce("gone", "acme")
    let id = String(try key("gone").grant(roles: []).keyID)
    #expect(try program.ecluse("key", "revoke", id, "--ledger", "l", "--key", "k").status == 0)
    try introduce("gone-too", until: "2990-01-01")
    let other = String(try key("gone-too").grant(roles: []).keyID)
    #expect(try program.ecluse("key", "revoke", other, "--ledger", "l", "--key", "k").status == 0)
    try isRefused("record", "d", "--key", "ended", "--yes", code: "key-not-valid", rule: "counted until")
    try isRefused("record", "d", "--key", "early", "--yes", code: "key-not-valid", rule: "2990-01-01")
    try isRefused("record", "d", "--key", "gone-too", "--yes", code: "key-not-valid", rule: "was revoked")
    for (name, rule) in [("ended", "counted until"), ("early", "2990-01-01"), ("gone-too", "was revoked")] {
      try isRefused(
        "withhold", "acme:big", "--ground", "g", "--key", name, code: "key-not-valid", rule: rule)
    }
    try program.ecluse("key", "new", "nobodys", "--party", "acme", "--person", "p9", "--sealing-from", "k")
    try isRefused("record", "d", "--key", "nobodys", "--yes", code: "unknown-key", rule: "introduced")
    #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes").status == 0)
  }

  @Test func keysOfAnotherParty() throws {
    try introduce("m", "meta")
    let (acme, meta) = (try key("k"), try key("m"))
    let draft = try MarkedDraft.of(#require(Kinds.named("rating")), in: "acme", named: "forged")
    func hand(_ submission: Submission) throws {
      try Scratch.write(StatementFile([submission]).bytes, to: program.path("s.json"))
    }
    // In acme's name, by meta's key.
    try hand(.of(draft, readers: .everyone, sealing: acme.sealing, signedBy: [meta.signing]))
    try isRefused("record", "s.json", code: "not-admitted", rule: "No key of acme")
    // Under the name of acme's key, by meta's.
    let signed = try Submission.of(draft, readers: .everyone, sealing: acme.sealing, signedBy: [acme.signing])
    let other = try meta.signing.signature(over: signed.envelope.payload)
    let named = Envelope.Signature(keyID: KeyGrant.keyID(acme.signing.publicKey), bytes: other.bytes)
    try hand(
      Submission(
        envelope: Envelope(payload: signed.envelope.payload, signatures: [named]),
        commitments: signed.commitments, openings: signed.openings))
    try isRefused("record", "s.json", code: "bad-signature", rule: "not over these bytes")
    // About what is acme's own.
    try hand(withdrawal(by: meta))
    try isRefused("record", "s.json", code: "not-admitted", rule: "own")
    for command in ["withhold", "reveal", "dispose"] {
      let extra = command == "dispose" ? ["--yes"] : command == "reveal" ? ["--readers", "public"] : []
      let before = try program.ecluse("ledger", "checkpoint", "--ledger", "l").output
      let run = try program.ecluse(
        [command, "acme:big/training", "--ground", "g", "--ledger", "l", "--key", "m"] + extra)
      #expect(run.status == 65 && run.errors.contains("[not-admitted]"), "\(command): \(run.errors)")
      #expect(try program.ecluse("ledger", "checkpoint", "--ledger", "l").output == before)
    }
    // Who administers acme's keys.
    try program.ecluse("key", "new", "mine", "--party", "acme", "--person", "p5")
    try program.ecluse("key", "show", "mine", "--output", "mine.card")
    try isRefused(
      "key", "add", "mine.card", "--key", "m", code: "not-admitted", rule: "takes a key with the role",
      status: 65)
    try isRefused(
      "key", "revoke", KeyGrant.keyID(acme.signing.publicKey), "--yes", "--key", "m", code: "not-admitted",
      rule: "takes a key with the role", status: 65)
  }

  @Test func keysThatAServerHolds() throws {
    try introduce("s", "xa", isServers: true)
    try introduce("p", "xa")
    try write(
      """
      - dossier: xa
      - permit: big
        about: acme:big
        decision: granted
        at: 2026-06-20

      """, in: "x")
    try isRefused("record", "x", "--key", "s", "--yes", code: "not-admitted", rule: "a person holds")
    let run = try program.ecluse("record", "x", "--ledger", "l", "--key", "p", "--yes")
    #expect(run.status == 0, "\(run.errors)")
  }

  /// A log whose policy lets speak about another's things only whom the owner lets.
  @Test func whoWasNotLet() async throws {
    try program.ecluse("key", "new", "m", "--party", "meta", "--person", "p1")
    let (acme, meta) = (try key("k"), try key("m"))
    let folder = LedgerFolder(path: program.path("delegated"))
    do {
      let keys = try folder.create(origin: "log.example/delegated")
      let sequencer = try await Sequencer(
        try folder.writing(), keys: keys, places: try Workspace.places(), clock: { SystemClock.now })
      let roles = [KeyGrant.Role("recorder")]
      let policy = AdmissionPolicy(
        rules: [
          .init(["withdrawal"], by: "recorder", about: .delegated),
          .init(["delegation", "artifact"], by: "recorder", about: .own),
        ], quorum: 1, quorumDistinct: .person)
      let draft = Genesis.draft(
        origin: keys.origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey,
        founders: [acme.grant(roles: roles), meta.grant(roles: roles)], policy: policy)
      _ = try await sequencer.submit(.unsealed(draft, signedBy: [acme.signing]))
      func lets(_ name: String, _ kind: String, until: String?) throws -> Submission {
        var fields: [String: Value] = [
          "to": .reference(GlobalID("meta", "party", "meta")), "kinds": .list([.word(kind)]),
        ]
        fields["until"] = try until.map { .moment(try Moment($0)) }
        return try .unsealed(
          Draft(ofLedger: "delegation", "acme", name, fields), in: keys.note.verifier().vkey,
          signedBy: [acme.signing])
      }
      _ = try await sequencer.submit(lets("old", "withdrawal", until: "2020-01-01"))
      _ = try await sequencer.submit(lets("other", "artifact", until: nil))
    }
    try Scratch.write(StatementFile([withdrawal(by: meta)]).bytes, to: program.path("s.json"))
    let arguments = ["record", "s.json", "--ledger", "delegated"]
    let run = try program.ecluse(arguments)
    #expect(run.status == 65 && run.errors.contains("[not-admitted]"), "\(run.errors)")
    do {
      let sequencer = try await Sequencer(
        try folder.writing(), keys: try folder.keys(), places: try Workspace.places(),
        clock: { SystemClock.now })
      let fields: [String: Value] = [
        "to": .reference(GlobalID("meta", "party", "meta")), "kinds": .list([.word("withdrawal")]),
      ]
      _ = try await sequencer.submit(
        .unsealed(
          Draft(ofLedger: "delegation", "acme", "now", fields), in: folder.logKey(),
          signedBy: [acme.signing]))
    }
    let now = try program.ecluse(arguments)
    #expect(now.status == 0, "\(now.errors)")
  }
}
