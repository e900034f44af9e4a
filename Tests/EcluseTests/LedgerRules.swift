import Foundation
import TestSupport
import Testing

/// Who may say what in a ledger, from the command line.
@Suite struct LedgerRules {
  /// A ledger that `acme` and `bolt` founded, both needed to change its policy, and a dossier of each.
  private func founded(_ policy: String? = nil) throws -> Program {
    let program = try Program()
    for party in ["acme", "bolt"] {
      #expect(try program.ecluse("key", "new", party, "--party", party, "--person", "p1").status == 0)
      try program.ecluse(
        "key", "show", party, "--roles", "administrator,recorder,registrar", "--output", "\(party).card")
      try FileManager.default.createDirectory(
        atPath: program.path("d-\(party)"), withIntermediateDirectories: true)
      try write(program, party, "- artifact: big\n  generates: [language-text]\n")
    }
    var arguments = [
      "ledger", "init", "bolt.card", "--ledger", "l", "--origin", "log.example/two", "--key", "acme",
    ]
    if let policy {
      try Scratch.write(Array(policy.utf8), to: program.path("first.yaml"))
      arguments += ["--policy", "first.yaml"]
    } else {
      arguments += ["--quorum", "2"]
    }
    let run = try program.ecluse(arguments)
    #expect(run.status == 0, "\(run.errors)")
    return program
  }

  private func write(_ program: Program, _ party: String, _ records: String) throws {
    try Scratch.write(
      Array("- dossier: \(party)\n\(records)".utf8), to: program.path("d-\(party)/facts.yaml"))
  }

  private func record(_ program: Program, _ party: String, _ more: String...) throws -> Program.Run {
    try program.ecluse(["record", "d-\(party)", "--ledger", "l", "--key", party, "--yes"] + more)
  }

  @Test func thePolicyChangesByQuorum() throws {
    let program = try founded()
    let shown = try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output
    #expect(shown.contains("quorum: { signers: 2, distinct: organisation }"))
    // Nobody but authorities records anything any more.
    let rules = shown.replacing("by: recorder", with: "by: authority")
    try Scratch.write(Array(rules.utf8), to: program.path("p.yaml"))
    let alone = try program.ecluse("ledger", "policy", "p.yaml", "--ledger", "l", "--key", "acme")
    #expect(alone.status == 65 && alone.errors.contains("not-admitted"), "\(alone.errors)")
    #expect(
      try program.ecluse(
        "ledger", "policy", "p.yaml", "--ledger", "l", "--key", "acme", "--output", "change"
      ).status == 0)
    #expect(try program.ecluse("record", "change", "--ledger", "l").status == 65)
    #expect(try program.ecluse("sign", "change", "--key", "bolt", "--output", "change2", "--yes").status == 0)
    let run = try program.ecluse("record", "change2", "--ledger", "l")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output == rules)
    #expect(try record(program, "acme").errors.contains("not-admitted"))
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  /// A founder’s new key, signed by the old one, counts for the quorum; one that others introduce does not.
  @Test func aFounderGoesOnWithANewKey() throws {
    let program = try founded()
    let rules = try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output
      .replacing("by: recorder", with: "by: authority")
    try Scratch.write(Array(rules.utf8), to: program.path("p.yaml"))
    try program.ecluse("key", "new", "more", "--party", "acme", "--person", "p1")
    try program.ecluse("key", "show", "more", "--roles", "administrator,recorder", "--output", "more.card")
    #expect(try program.ecluse("key", "add", "more.card", "--ledger", "l", "--key", "bolt").status == 0)
    let rotated = try program.ecluse(
      "key", "rotate", "acme", "--output", "new", "--ledger", "l", "--key", "bolt")
    #expect(rotated.status == 0, "\(rotated.errors)")
    for (key, status) in [("acme", Int32(65)), ("more", 65), ("new", 0)] {
      try program.ecluse("ledger", "policy", "p.yaml", "--ledger", "l", "--key", "bolt", "--output", "c")
      try program.ecluse("sign", "c", "--key", key, "--output", "both-\(key)", "--yes")
      let run = try program.ecluse("record", "both-\(key)", "--ledger", "l")
      #expect(run.status == status, "\(key): \(run.errors)")
    }
    #expect(try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output == rules)
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  /// What cannot be, or would leave nobody with the keys, is not even signed unasked.
  @Test func aPolicyIsLookedAtBeforeItIsSigned() throws {
    let program = try founded()
    let shown = try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output
    func sign(_ text: String, _ more: String...) throws -> Program.Run {
      try Scratch.write(Array(text.utf8), to: program.path("p.yaml"))
      return try program.ecluse(
        ["ledger", "policy", "p.yaml", "--ledger", "l", "--key", "acme", "--output", "c"] + more)
    }
    let many = try sign(shown.replacing("quorum: { signers: 2", with: "quorum: { signers: 3"))
    #expect(many.status == 65 && many.errors.contains("quorum of 3"), "\(many.errors)")
    let typed = shown.replacing("by: recorder", with: "by: recordr")
    let keyless = shown.replacing("key, revocation", with: "delegation")
    #expect(typed != shown && keyless != shown)
    #expect(try sign(typed).errors.contains("these roles: recordr"))
    try FileManager.default.removeItem(atPath: program.path("c"))
    let asked = try sign(keyless)
    #expect(asked.status == 1 && asked.errors.contains("Nobody could revoke keys"), "\(asked.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("c")))
    #expect(try sign(keyless, "--yes").status == 0)
  }

  @Test func theLastKeyIsNotRevokedUnasked() throws {
    let program = try founded()
    let shown = try program.ecluse("key", "show", "--ledger", "l").output
    let id = try #require(shown.firstMatch(of: /acme .*([0-9a-f]{32})/)).output.1
    let revoke = ["key", "revoke", String(id), "--ledger", "l", "--key", "acme"]
    let asked = try program.ecluse(revoke)
    #expect(asked.status == 1)
    for text in ["It is the last key of acme", "the quorum of 2", "add --yes"] {
      #expect(asked.errors.contains(text), "\(asked.errors)")
    }
    #expect(!asked.errors.contains("may introduce keys"))
    #expect(try program.ecluse(revoke + ["--yes"]).status == 0)
    #expect(try record(program, "acme").errors.contains("key-not-valid"))
    let again = try program.ecluse("key", "revoke", String(id), "--yes", "--ledger", "l", "--key", "bolt")
    #expect(again.status == 64 && again.errors.contains("revoked already"), "\(again.errors)")
    #expect(try program.ecluse("key", "revoke", "00000000", "--ledger", "l", "--key", "bolt").status == 64)
  }

  /// What one party says against all sense leaves the answers about others as they are, and is told.
  @Test func nobodyStopsTheAnswersAboutOthers() throws {
    let program = try founded()
    func activity(_ name: String, uses: String) -> String {
      "- artifact: \(name)\n- activity: \(name)/run\n  kind: fine-tuning\n  by: bolt\n  from: 2025-01-02\n"
        + "  to: 2025-01-03\n  produces: \(name)\n  uses: [{ artifact: \(uses), as: base-weights }]\n"
    }
    #expect(try record(program, "acme").status == 0)
    func answer() throws -> Program.Run {
      try program.ecluse("assess", "acme:big", "--as-of", "2026-11-22", "--format", "json", "--ledger", "l")
    }
    let before = try answer()
    #expect(before.status == 0 && before.errors.isEmpty)
    // A ring of six, each of which its own dossier could not have had, and one that says two things at once.
    let names = (0..<6).map { "ring-\($0)" }
    for (place, name) in names.enumerated() {
      let others = names.filter { $0 != name }.map { "- artifact: \($0)\n" }.joined()
      try Scratch.write(
        Array(
          "- dossier: bolt\n- party: bolt\n\(others)\(activity(name, uses: names[(place + 1) % names.count]))"
            .utf8),
        to: program.path("d-bolt/facts.yaml"))
      #expect(try program.ecluse("sign", "d-bolt", "--key", "bolt", "--output", "s", "--yes").status == 0)
      #expect(try program.ecluse("record", "s", "--ledger", "l").status == 0)
    }
    let after = try answer()
    #expect(after.status == 0 && after.errors.contains("[cycle]"), "\(after.errors)")
    #expect(try bodies(after.output) == bodies(before.output))
    try Scratch.write(Array(after.output.utf8), to: program.path("a.json"))
    #expect(try program.ecluse("verify", "a.json", "--ledger", "l").status == 0)
    let ring = try program.ecluse("account", "bolt:ring-0", "--ledger", "l", "--as-of", "2026-11-22")
    #expect(ring.status == 0 && ring.output.contains("not known"), "\(ring.output)\(ring.errors)")
  }

  private func bodies(_ answer: String) throws -> [String] {
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    return try #require(whole["determinations"] as? [[String: Any]]).map {
      String(
        decoding: try JSONSerialization.data(withJSONObject: $0["body"] ?? "", options: [.sortedKeys]),
        as: UTF8.self)
    }
  }

  @Test func aPolicyThatCannotBeIsRefused() throws {
    let program = try founded()
    let shown = try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output
    for (from, to, code) in [
      ("signers: 2, distinct: organisation", "signers: 3, distinct: organisation", "not-admitted"),
      ("artifact", "artefact", "unknown-kind"),
      ("artifact", "policy", "unknown-kind"),
      ("about: any", "about: anything", "unknown-word"),
      ("quorum:", "quorums:", "unknown-field"),
    ] {
      let text = shown.replacing(from, with: to, maxReplacements: 1)
      #expect(text != shown)
      try Scratch.write(Array(text.utf8), to: program.path("p.yaml"))
      let run = try program.ecluse(
        "ledger", "policy", "p.yaml", "--ledger", "l", "--key", "acme", "--output", "c")
      #expect(run.status == 65 && run.errors.contains(code), "\(to): \(run.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.path("c")))
  }

  @Test func onesOwnIsDelegatedAndTakenBack() throws {
    let policy = """
      rules:
      - kinds: [artifact, delegation, withdrawal]
        by: recorder
        about: delegated
      quorum: { signers: 1, distinct: person }

      """
    let program = try founded(policy)
    #expect(try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output == policy)
    #expect(try record(program, "acme").status == 0)
    let gone = "- artifact: big\n  generates: [language-text]\n- withdrawal: w\n  of: acme/artifact/big\n"
    try FileManager.default.copyItem(
      atPath: program.path("d-acme/facts.yaml"), toPath: program.path("d-bolt/a.yaml"))
    try write(program, "bolt", gone)
    #expect(try record(program, "bolt").errors.contains("not-admitted"))
    func delegate(_ more: String..., kinds: String = "withdrawal") throws -> Program.Run {
      try program.ecluse(
        ["ledger", "delegate", "bolt", "--kinds", kinds, "--ledger", "l", "--key", "acme"] + more)
    }
    let list = ["ledger", "show", "--delegations", "--ledger", "l"]
    #expect(try program.ecluse(list).output.contains("No party lets another"))
    #expect(try delegate().status == 0)
    #expect(try delegate("--until", "2020-01-01").status == 0)
    #expect(try record(program, "bolt").errors.contains("not-admitted"))
    let run = try delegate("--until", "2999-01-01")
    #expect(run.status == 0 && run.output.contains("acme lets bolt"), "\(run.errors)")
    #expect(run.output.contains("2999") && run.errors.isEmpty, "\(run.output)\(run.errors)")
    // What is said last of a kind counts for it, with whatever others it was said before.
    let both = try delegate(kinds: "withdrawal,rating")
    #expect(both.errors.contains("heeds delegations for: rating"), "\(both.errors)")
    let over = try delegate("--until", "2020-01-01")
    #expect(over.output.contains("does not let bolt speak"), "\(over.output)")
    let listed = try program.ecluse(list).output
    #expect(
      listed.contains("lets bolt speak about its own: rating") && listed.contains("not let"), "\(listed)")
    #expect(try record(program, "bolt").errors.contains("not-admitted"))
    #expect(try delegate("--until", "2999-01-01").status == 0)
    #expect(try record(program, "bolt").status == 0)
    let unknown = try program.ecluse(
      "ledger", "delegate", "carp", "--kinds", "withdrawal", "--ledger", "l", "--key", "acme")
    #expect(unknown.status == 0 && unknown.errors.contains("no key of carp"), "\(unknown.errors)")
    let own = try program.ecluse(
      "ledger", "delegate", "acme", "--kinds", "withdrawal", "--ledger", "l", "--key", "acme")
    #expect(own.status == 64)
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  @Test func whatIsMissingIsWithdrawnWhereAsked() throws {
    let program = try founded()
    try write(program, "acme", "- artifact: big\n- artifact: small\n")
    #expect(try record(program, "acme").status == 0)
    try write(program, "acme", "- artifact: big\n")
    let run = try record(program, "acme", "--withdraw-missing")
    #expect(run.status == 0 && run.output.contains("acme/artifact/small"), "\(run.output)\(run.errors)")
    let again = try record(program, "acme", "--withdraw-missing")
    #expect(again.status == 0 && !again.output.contains("small"), "\(again.output)")
    #expect(
      try program.ecluse("ledger", "show", "acme/withdrawal/artifact/small", "--ledger", "l").status == 0)
  }

  @Test func readersChangeOneWay() throws {
    let program = try founded()
    try write(program, "acme", "- artifact: big\n  note: hidden\n")
    #expect(try record(program, "acme").status == 0)
    func change(_ command: String, _ more: String...) throws -> Program.Run {
      try program.ecluse([command, "acme:big", "--ground", "test", "--ledger", "l", "--key", "acme"] + more)
    }
    let wider = try change("withhold", "--readers", "bolt")
    #expect(wider.status != 0 && wider.errors.contains("ecluse reveal"), "\(wider.errors)")
    #expect(try change("reveal", "--readers", "bolt").status == 0)
    #expect(try change("reveal", "--readers", "other").errors.contains("ecluse withhold"))
    let typed = try change("withhold", "--fields", "notes")
    #expect(typed.status == 64 && typed.errors.contains("note"), "\(typed.errors)")
    #expect(try change("withhold").status == 0)
    #expect(try change("dispose", "--yes").status == 0)
    #expect(try change("dispose", "--yes").errors.contains("Nothing of the body"))
  }

  @Test func whatOthersSignedErasesToo() throws {
    let program = try founded()
    try write(program, "acme", "- artifact: big\n  note: marked-for-erasure\n")
    #expect(try record(program, "acme").status == 0)
    let erase = [
      "dispose", "acme:big", "--ground", "test", "--ledger", "l", "--key", "acme", "--yes", "--output", "e",
    ]
    #expect(try program.ecluse(erase).status == 0)
    #expect(try bytes(program).contains("marked-for-erasure"))
    #expect(try program.ecluse("record", "e", "--ledger", "l").status == 0)
    #expect(try !bytes(program).contains("marked-for-erasure"))
  }

  /// Every byte of the files of the ledger.
  private func bytes(_ program: Program) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: program.path("l"))
    return try files.map {
      String(decoding: try Data(contentsOf: URL(filePath: program.path("l/\($0)"))), as: UTF8.self)
    }.joined()
  }
}
