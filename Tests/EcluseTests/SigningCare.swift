import Foundation
import TestSupport
import Testing

/// Nobody signs what is not shown, erases what is not named, or is left without a key.
@Suite struct SigningCare {
  private func founded() throws -> Program {
    let program = try Program()
    for party in ["acme", "bolt"] {
      try program.ecluse("key", "new", party, "--party", party, "--person", "p1")
      try program.ecluse("key", "show", party, "--output", "\(party).card")
    }
    try FileManager.default.createDirectory(atPath: program.path("d"), withIntermediateDirectories: true)
    try Scratch.write(
      Array("- dossier: acme\n- party: acme\n  seat: FR\n- artifact: big\n  name: Big\n  note: hush\n".utf8),
      to: program.path("d/facts.yaml"))
    let run = try program.ecluse(
      "ledger", "init", "bolt.card", "--ledger", "l", "--origin", "log.example/a", "--key", "acme")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("bolt  p1  held by a person  administrator, recorder"), "\(run.output)")
    return program
  }

  /// A file of signed statements with each opening changed.
  private func changed(_ program: Program, _ change: (inout [String: Any]) -> Void) throws {
    var file = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: program.path("s"))))
        as? [String: Any])
    let statements = try #require(file["statements"] as? [[String: Any]])
    file["statements"] = statements.map { statement in
      var statement = statement
      change(&statement)
      return statement
    }
    try JSONSerialization.data(withJSONObject: file).write(to: URL(filePath: program.path("t")))
  }

  @Test func whatIsSignedIsWhatIsShown() throws {
    let program = try founded()
    #expect(try program.ecluse("sign", "d", "--key", "acme", "--output", "s", "--yes").status == 0)
    func sign(_ key: String = "bolt") throws -> Program.Run {
      try program.ecluse("sign", "t", "--key", key, "--output", "u", "--yes")
    }
    try changed(program) {
      $0["openings"] = ($0["openings"] as? [[Any]] ?? []).map { [$0[0], $0[1], "HARMLESS"] }
    }
    let lie = try sign()
    #expect(lie.status == 65 && lie.errors.contains("[seal-differs]"), "\(lie.output)\(lie.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("u")))
    try changed(program) {
      $0["openings"] = ($0["openings"] as? [[Any]] ?? []).filter { $0[1] as? String != "note" }
    }
    let part = try sign()
    #expect(part.status == 0 && part.output.contains("signed without being shown: note"), "\(part.output)")
    #expect(part.output.contains("said by acme, another party") && part.output.contains("signed already"))
    try changed(program) { ($0["openings"], $0["commitments"]) = (nil, nil) }
    #expect(try sign("acme").output.contains("a body is signed without being shown"))
    #expect(try !sign("acme").output.contains("another party"))
  }

  @Test func textsStayTexts() throws {
    let program = try founded()
    try Scratch.write(
      Array("- dossier: acme\n- artifact: big\n  name: \"a\\u202Eb\\u009Bc\\u2028d\"\n".utf8),
      to: program.path("d/facts.yaml"))
    let run = try program.ecluse("sign", "d", "--key", "acme", "--output", "s", "--yes")
    for sign in ["\u{202E}", "\u{9B}", "\u{2028}"] { #expect(!run.output.contains(sign)) }
    if run.status == 0 {
      try program.ecluse("record", "s", "--ledger", "l")
      let shown = try program.ecluse("ledger", "show", "acme:big", "--ledger", "l")
      #expect(shown.status == 0)
      for sign in ["\u{202E}", "\u{9B}", "\u{2028}"] { #expect(!shown.output.contains(sign)) }
    }
  }

  @Test func aPolicyIsShownAsItsFile() throws {
    let program = try founded()
    let policy = try program.ecluse("ledger", "show", "--policy", "--ledger", "l").output
      .replacing("signers: 1", with: "signers: 2")
    try Scratch.write(Array(policy.utf8), to: program.path("p.yaml"))
    try program.ecluse("ledger", "policy", "p.yaml", "--ledger", "l", "--key", "acme", "--output", "c")
    let run = try program.ecluse("sign", "c", "--key", "bolt", "--output", "c2", "--yes")
    #expect(
      run.status == 0 && run.output.contains("  quorum: { signers: 2, distinct: organisation }"),
      "\(run.output)")
  }

  @Test func anEmptyListNamesNothing() throws {
    let program = try founded()
    try program.ecluse("record", "d", "--ledger", "l", "--key", "acme", "--yes")
    let before = try program.ecluse("ledger", "checkpoint", "--ledger", "l").output
    let ledger = ["acme:big", "--ledger", "l"]
    let change = ledger + ["--key", "acme", "--ground", "g"]
    for list in ["", ",", "note,", ",note"] {
      for command in [["dispose", "--yes"], ["reveal", "--readers", "public"], ["withhold"]] {
        let run = try program.ecluse(command + change + ["--fields", list])
        #expect(
          run.status == 64 && run.errors.contains("No field is named"), "\(command) \(list): \(run.errors)")
      }
      #expect(try program.ecluse(["ledger", "prove"] + ledger + ["--fields", list]).status == 64)
    }
    for name in ["notes", "generates"] {
      let run = try program.ecluse(["ledger", "prove"] + ledger + ["--fields", name, "--out", "p"])
      #expect(run.status == 64 && run.errors.contains("note"), "\(run.errors)")
    }
    #expect(
      try program.ecluse(["withhold", "acme:big", "--ground", " ", "--ledger", "l", "--key", "acme"]).status
        == 64)
    #expect(try program.ecluse("ledger", "checkpoint", "--ledger", "l").output == before)
    #expect(!FileManager.default.fileExists(atPath: program.path("p")))
  }

  @Test func nothingToSignIsTold() throws {
    let program = try founded()
    let run = try program.ecluse("sign", "d", "--key", "bolt", "--output", "s", "--yes")
    #expect(run.status == 65 && run.errors.contains("no record of bolt"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("s")))
    #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "bolt", "--yes").status == 65)
  }

  @Test func otherReadersAreNoOtherContent() throws {
    let program = try founded()
    let record = ["record", "d", "--ledger", "l", "--key", "acme", "--yes"]
    #expect(try program.ecluse(record).status == 0)
    let run = try program.ecluse(record + ["--readers", "public"])
    #expect(run.status == 65 && run.errors.contains("for other readers"), "\(run.errors)")
    #expect(run.errors.contains("ecluse reveal") && !run.errors.contains("another content"))
    // A ground that is stated is told, also where nobody read the field before.
    let withheld = [
      "acme:big", "--fields", "note", "--ground", "trade secret", "--ledger", "l", "--key", "acme",
    ]
    #expect(try program.ecluse(["withhold"] + withheld).status == 0)
    let reveal = ["acme:big", "--fields", "name", "--ground", "contract", "--ledger", "l", "--key", "acme"]
    #expect(try program.ecluse(["reveal", "--readers", "bolt"] + reveal).status == 0)
    let shown = try program.ecluse("ledger", "show", "acme:big", "--ledger", "l", "--viewer", "bolt").output
    #expect(shown.contains("note: withheld, on the ground: “trade secret”"), "\(shown)")
    #expect(shown.contains("name: \"Big\"") && !shown.contains("contract"), "\(shown)")
  }

  /// A refused rotation leaves neither a key file nor a revocation behind.
  @Test func aKeyThatIsRefusedTakesNothingAway() throws {
    let program = try founded()
    try program.ecluse("key", "new", "plain", "--party", "bolt", "--person", "p2")
    try program.ecluse("key", "show", "plain", "--output", "plain.card")
    #expect(try program.ecluse("key", "add", "plain.card", "--ledger", "l", "--key", "bolt").status == 0)
    let run = try program.ecluse(
      "key", "rotate", "plain", "--output", "new", "--ledger", "l", "--key", "plain")
    #expect(run.status == 65 && run.errors.contains("not-admitted"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("new")))
    #expect(try !program.ecluse("key", "show", "--ledger", "l").output.contains("revoked"))
    // A founder rotates its own.
    let own = try program.ecluse("key", "rotate", "bolt", "--output", "new", "--ledger", "l", "--key", "bolt")
    #expect(own.status == 0, "\(own.errors)")
  }
}
