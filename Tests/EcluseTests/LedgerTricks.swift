import Foundation
import TestSupport
import Testing

/// What somebody would try to have a ledger, or `verify`, say something that is not so.
@Suite struct LedgerTricks {
  private static let dossier = """
    - dossier: acme
    - party: acme
      seat: FR
    - artifact: big
      generates: [language-text]
    - activity: big/training
      kind: pretraining
      by: acme
      from: 2025-03-02
      to: 2025-06-12
      produces: big
      complete: [uses]
      compute: [{ method: reported, value: 5e25 FLOP, source: run log }]

    """

  /// A ledger of `acme`, empty or with the dossier, and `s.json` with the dossier as signed statements.
  private func founded(isRecorded: Bool = true) throws -> Program {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.path("d"), withIntermediateDirectories: true)
    try Scratch.write(Array(Self.dossier.utf8), to: program.path("d/facts.yaml"))
    try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1")
    let run = try program.ecluse(
      "ledger", "init", "--ledger", "l", "--origin", "log.example/acme", "--key", "k")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try program.ecluse("sign", "d", "--key", "k", "--output", "s.json", "--yes").status == 0)
    if isRecorded { #expect(try record(program, "s.json").status == 0) }
    return program
  }

  private func record(_ program: Program, _ what: String) throws -> Program.Run {
    try program.ecluse("record", what, "--ledger", "l", "--key", "k", "--yes")
  }

  private func answer(_ program: Program, _ arguments: String...) throws -> String {
    try program.ecluse(["assess", "--as-of", "2026-11-22", "--format", "json"] + arguments).output
  }

  private func text(_ program: Program, _ name: String) throws -> String {
    try String(contentsOfFile: program.path(name), encoding: .utf8)
  }

  private func write(_ text: String, _ program: Program, _ name: String) throws {
    try Scratch.write(Array(text.utf8), to: program.path(name))
  }

  /// Signed statements without their bodies: what everybody can take from the tiles of another log.
  private func bare(_ program: Program) throws {
    var file = try #require(
      try JSONSerialization.jsonObject(with: Data(text(program, "s.json").utf8)) as? [String: Any])
    let statements = try #require(file["statements"] as? [[String: Any]])
    file["statements"] = statements.map { ["envelope": $0["envelope"] ?? ""] }
    try JSONSerialization.data(withJSONObject: file, options: [.sortedKeys]).write(
      to: URL(filePath: program.path("bare.json")))
  }

  @Test func whoIsFirstWithoutTheBodyKeepsNobodyOut() throws {
    let program = try founded(isRecorded: false)
    try bare(program)
    let first = try record(program, "bare.json")
    #expect(first.status == 0, "\(first.errors)")
    let offline = try answer(program, "d")
    #expect(try bodies(answer(program, "--ledger", "l")) != bodies(offline))
    let run = try record(program, "d")
    #expect(run.status == 0 && run.output.contains("more of their body now: 3"), "\(run.output)\(run.errors)")
    #expect(try bodies(answer(program, "--ledger", "l")) == bodies(offline))
    #expect(try record(program, "d").output.contains("unchanged: 3"))
    for command in ["fsck", "replay", "verify"] {
      #expect(try program.ecluse("ledger", command, "--ledger", "l").status == 0)
    }
  }

  @Test func aBodyThatComesLateHasTheReadersOfNow() throws {
    let program = try founded(isRecorded: false)
    try bare(program)
    #expect(try record(program, "bare.json").status == 0)
    // Nobody can change the readers of what is not there; who has the body elsewhere can.
    let early = try program.ecluse(
      "reveal", "acme:big", "--ground", "x", "--readers", "public", "--ledger", "l", "--key", "k")
    #expect(early.status != 0)
    #expect(try record(program, "s.json").output.contains("more of their body now: 3"))
    let change = ["acme:big", "--ground", "x", "--ledger", "l", "--key", "k"]
    #expect(try program.ecluse(["reveal"] + change + ["--readers", "public"]).status == 0)
    #expect(
      try program.ecluse(["dispose"] + change + ["--fields", "generates", "--yes"]).status == 0)
    let again = try record(program, "s.json")
    #expect(again.status == 0 && !again.output.contains("more of their body"))
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  private func bodies(_ answer: String) throws -> [String] {
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any])
    return try #require(whole["determinations"] as? [[String: Any]]).map {
      String(
        decoding: try JSONSerialization.data(withJSONObject: $0["body"] ?? "", options: [.sortedKeys]),
        as: UTF8.self)
    }
  }

  @Test func whatIsThereIsNotSignedByWhoeverSaysSo() throws {
    let program = try founded()
    let signed = try text(program, "s.json")
    let signature = try #require(signed.firstMatch(of: /"sig":"([A-Za-z0-9+\/]{8})/)).output.1
    try write(signed.replacing(signature, with: String(signature.reversed())), program, "forged.json")
    let run = try record(program, "forged.json")
    #expect(run.status == 65 && run.errors.contains("bad-signature"), "\(run.output)\(run.errors)")
    #expect(try program.ecluse("verify", "forged.json", "--ledger", "l").status == 65)
    // A stranger signs what acme said.
    try program.ecluse("key", "new", "e", "--party", "evil", "--person", "e1")
    try program.ecluse("sign", "s.json", "--key", "e", "--output", "both.json", "--yes")
    #expect(try program.ecluse("verify", "both.json", "--ledger", "l").status == 1)
    #expect(try record(program, "both.json").errors.contains("unknown-key"))
  }

  @Test func nothingShowsNothing() throws {
    let program = try founded()
    try write(#"{"ecluse-statements":1,"statements":[]}"#, program, "none.json")
    #expect(try program.ecluse("verify", "none.json", "--ledger", "l").status == 65)
    let ignored = try program.ecluse("verify", "s.json", "--ledger", "l", "--policy", "nowhere")
    #expect(ignored.status == 64 && ignored.errors.contains("--policy"))
  }

  @Test func aForgedCheckpointIsNotContinued() throws {
    let program = try founded()
    try program.ecluse("ledger", "checkpoint", "--ledger", "l", "--out", "cp")
    func verify(_ name: String) throws -> Int32 {
      try program.ecluse("ledger", "verify", "--ledger", "l", "--checkpoint", name).status
    }
    #expect(try verify("cp") == 0)
    let note = try text(program, "cp")
    let lines = note.components(separatedBy: "\n")
    let signature = try #require(lines.first { $0.hasPrefix("\u{2014}") })
    for (from, to) in [
      (lines[1], "0"), (signature, signature.replacing("log.example/acme", with: "log.example/evil")),
      (String(signature.suffix(10)), "AAAAAAAA=="),
    ] {
      let forged = note.replacing(from, with: to, maxReplacements: 1)
      #expect(forged != note)
      try write(forged, program, "forged")
      #expect(try verify("forged") == 1, "\(forged)")
    }
  }

  @Test func whatCannotBeSeenAnyMoreIsNotWrong() throws {
    let program = try founded()
    try write(answer(program, "--ledger", "l"), program, "a.json")
    // Where there is no ledger, what the answer says of one is not shown.
    let offline = try program.ecluse("verify", "a.json", "d")
    #expect(offline.status == 1 && offline.output.contains("Whether the log"), "\(offline.output)")
    #expect(try program.ecluse("verify", "a.json", "--ledger", "l").status == 0)
    for more in [["--viewer", "public"], []] {
      if more.isEmpty {
        try program.ecluse(
          "dispose", "acme:big/training", "--ground", "x", "--yes", "--ledger", "l", "--key", "k")
      }
      let run = try program.ecluse(["verify", "a.json", "--ledger", "l"] + more)
      #expect(run.status == 1 && run.output.contains("This is not shown"), "\(run.output)")
    }
    // What is edited is wrong, also where it rests on something that is not seen.
    try write(
      text(program, "a.json").replacing(#""revision":1"#, with: #""revision":2"#), program, "b.json")
    #expect(try program.ecluse("verify", "b.json", "--ledger", "l").output.contains("This is wrong"))
  }

  @Test func theGroundIsTold() throws {
    let program = try founded()
    let change = ["--ground", "trade secret", "--ledger", "l", "--key", "k"]
    #expect(try program.ecluse(["reveal", "acme:big", "--readers", "public"] + change).status == 0)
    #expect(try program.ecluse(["withhold", "acme:big", "--fields", "generates"] + change).status == 0)
    try program.ecluse("ledger", "export", "--ledger", "l", "--viewer", "public", "--out", "e")
    let run = try program.ecluse("verify", "e", "--ledger", "l")
    #expect(run.status == 0 && run.output.contains("on the ground: “trade secret”"), "\(run.output)")
  }

  @Test func whatHoldsBodiesIsForItsOwner() throws {
    let program = try founded()
    try program.ecluse("ledger", "export", "--ledger", "l", "--out", "mine")
    let prove = ["ledger", "prove", "acme:big", "--ledger", "l", "--out"]
    let told = try program.ecluse(prove + ["proof", "--fields", "generates"])
    #expect(told.errors.contains("not everyone may read: generates"), "\(told.errors)")
    try program.ecluse("ledger", "export", "--ledger", "l", "--viewer", "public", "--out", "public")
    // Without being asked, a proof shows what everyone may read, and says what it does not show.
    let silent = try program.ecluse(prove + ["public-proof"])
    #expect(silent.status == 0 && silent.errors.contains("does not show these fields of the body: generates"))
    let shown = try program.ecluse("verify", "public-proof", "--ledger", "l")
    #expect(shown.status == 0 && shown.output.contains("body is withheld"), "\(shown.output)")
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: program.path(name))[.posixPermissions] as? Int
    }
    for name in ["mine", "proof", "s.json"] { #expect(try mode(name) == 0o600, "\(name)") }
    for name in ["public", "public-proof"] { #expect(try mode(name) != 0o600, "\(name)") }
  }

  @Test func whatIsErasedBeforeItComesStaysAway() throws {
    let program = try founded(isRecorded: false)
    try bare(program)
    #expect(try record(program, "bare.json").status == 0)
    let change = ["acme:big", "--ground", "x", "--ledger", "l", "--key", "k"]
    let run = try program.ecluse(["dispose", "--yes"] + change)
    #expect(run.status == 0 && run.output.contains("is erased"), "\(run.errors)")
    #expect(try record(program, "s.json").output.contains("more of their body now: 2"))
    let plan = try record(program, "d")
    #expect(plan.output.contains("not taken in again: 1"), "\(plan.output)")
    let other = ["acme:big/training", "--ground", "x", "--fields", "by", "--ledger", "l", "--key", "k"]
    #expect(try program.ecluse(["dispose", "--yes"] + other).output.contains("these fields are erased: by."))
    for command in ["fsck", "replay"] {
      #expect(try program.ecluse("ledger", command, "--ledger", "l").status == 0)
    }
  }

  /// One field for one party: it sees that field, and what it is given stands by itself.
  @Test func oneFieldIsRevealedToOneParty() throws {
    let program = try founded()
    let change = ["acme:big/training", "--ground", "contract", "--ledger", "l", "--key", "k"]
    #expect(try program.ecluse(["reveal", "--fields", "by", "--readers", "bolt"] + change).status == 0)
    let viewer = ["--ledger", "l", "--viewer", "bolt"]
    let shown = try program.ecluse(["ledger", "show", "acme:big/training"] + viewer)
    #expect(shown.output.contains("by: \"acme/party/acme\""), "\(shown.output)")
    try program.ecluse(["ledger", "prove", "acme:big/training", "--out", "p"] + viewer)
    let proof = try program.ecluse("verify", "p", "--ledger", "l")
    #expect(
      proof.status == 0 && proof.output.contains("Shown, each checked against the seal: by."),
      "\(proof.output)\(proof.errors)")
    #expect(!proof.output.contains("contract"), "\(proof.output)")
    try program.ecluse(["ledger", "export", "--out", "e"] + viewer)
    #expect(try program.ecluse("verify", "e", "--ledger", "l").status == 0)
    let other = try program.ecluse("ledger", "show", "acme:big/training", "--ledger", "l", "--viewer", "carp")
    #expect(!other.output.contains("acme/party/acme"))
    let again = try program.ecluse(["reveal", "--fields", "by", "--readers", "bolt"] + change)
    #expect(again.status == 64 && again.errors.contains("Nothing would change"), "\(again.errors)")
    // Who sees nothing of the body any more is told on which ground that one field was taken back.
    let taken = ["acme:big/training", "--ground", "it ended", "--ledger", "l", "--key", "k"]
    #expect(try program.ecluse(["withhold", "--fields", "by", "--readers", "nobody"] + taken).status == 0)
    try program.ecluse(["ledger", "prove", "acme:big/training", "--out", "p"] + viewer)
    for run in [
      try program.ecluse(["ledger", "show", "acme:big/training"] + viewer),
      try program.ecluse("verify", "p", "--ledger", "l"),
    ] { #expect(run.output.contains("by") && run.output.contains("“it ended”"), "\(run.output)") }
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  /// However often readers change, a proof holds, and says why what it does not show is not shown.
  @Test func manyChangesFitInAProof() throws {
    let program = try founded()
    for round in 0..<34 {
      for (command, readers) in [("reveal", "public"), ("withhold", "nobody")] {
        let run = try program.ecluse(
          command, "acme:big", "--readers", readers, "--ground", "\(command) \(round)", "--ledger", "l",
          "--key", "k")
        #expect(run.status == 0, "\(run.errors)")
      }
    }
    func proof(_ viewer: String = "public") throws -> String {
      #expect(
        try program.ecluse(
          "ledger", "prove", "acme:big", "--viewer", viewer, "--ledger", "l", "--out", "p"
        ).status == 0)
      let run = try program.ecluse("verify", "p", "--ledger", "l")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      return run.output
    }
    #expect(try proof().contains("withheld on the ground: “withhold 33”"))
    let change = ["acme:big", "--fields", "generates", "--ledger", "l", "--key", "k", "--ground"]
    #expect(try program.ecluse(["reveal", "--readers", "public"] + change + ["published"]).status == 0)
    #expect(try proof().contains("Shown, each checked against the seal: generates."))
    // What is left out by choice was not taken away.
    try program.ecluse(
      "ledger", "prove", "acme:big/training", "--fields", "by", "--ledger", "l", "--out", "q")
    let told = try program.ecluse("verify", "q", "--ledger", "l").output
    #expect(told.contains("Not shown here: from.") && !told.contains("ground"), "\(told)")
    #expect(try program.ecluse(["dispose", "--yes"] + change + ["erasure"]).status == 0)
    #expect(try proof("acme").contains("Erased: generates, on the ground: “erasure”."))
  }

  @Test func tilesOfAnotherLogAreNotMixed() throws {
    let program = try founded()
    func tiles(_ ledger: String) throws -> Program.Run {
      try program.ecluse("ledger", "tiles", "--ledger", ledger, "--out", "t")
    }
    #expect(try tiles("l").status == 0)
    let found = ["ledger", "init", "--ledger", "m", "--origin", "log.example/m", "--key", "k"]
    #expect(try program.ecluse(found).status == 0)
    let mixed = try tiles("m")
    #expect(mixed.status == 65 && mixed.errors.contains("log-moved"), "\(mixed.errors)")
    let reveal = [
      "reveal", "acme:big", "--readers", "public", "--ground", "x", "--ledger", "l", "--key", "k",
    ]
    #expect(try program.ecluse(reveal).status == 0)
    let run = try tiles("l")
    #expect(run.status == 0)
    let key = String(try #require(run.output.firstMatch(of: /log\.example\/acme\+\S+/)).output)
    #expect(try Verifiers.go(["tree", program.path("t"), key]).status == 0)
    // What an earlier attempt left without a checkpoint is not taken for ours.
    try FileManager.default.removeItem(atPath: program.path("t/checkpoint"))
    for name in try FileManager.default.subpathsOfDirectory(atPath: program.path("t")) {
      let file = program.path("t/" + name)
      if try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType == .typeRegular {
        try Scratch.write([0], to: file)
      }
    }
    #expect(try tiles("l").status == 0)
    #expect(try Verifiers.go(["tree", program.path("t"), key]).status == 0)
  }

  @Test func anotherLogTakesWhatIsExported() throws {
    let program = try founded()
    let reveal = [
      "reveal", "acme:big", "--readers", "public", "--ground", "x", "--ledger", "l", "--key", "k",
    ]
    #expect(try program.ecluse(reveal).status == 0)
    try program.ecluse("ledger", "export", "--ledger", "l", "--out", "e")
    let found = ["ledger", "init", "--ledger", "m", "--origin", "log.example/m", "--key", "k"]
    #expect(try program.ecluse(found).status == 0)
    let run = try program.ecluse("record", "e", "--ledger", "m")
    #expect(run.status == 0 && run.output.contains("passed over, since another log says them of itself: 2"))
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "m").status == 0)
    // Alone, what is said in one log of itself is refused by another.
    try program.ecluse(["withhold"] + reveal.dropFirst() + ["--output", "alone"])
    #expect(try program.ecluse("record", "alone", "--ledger", "m").status == 65)
    let file = try record(program, "d/facts.yaml")
    #expect(file.status == 65 && file.errors.contains("A dossier is a folder"), "\(file.errors)")
  }

  @Test func aLogIsFoundedOnceAndWhole() throws {
    let program = try founded()
    func found(_ folder: String, _ origin: String, _ more: String...) throws -> Program.Run {
      try program.ecluse(["ledger", "init", "--ledger", folder, "--origin", origin, "--key", "k"] + more)
    }
    for (origin, more) in [
      ("log.example/acme", []), ("log.example/\u{202E}x", []), (String(repeating: "x", count: 70_000), []),
      ("log.example/b", ["--quorum", "0"]), ("log.example/b", ["--quorum=-1"]),
      ("log.example/b", ["--quorum", "2"]),
    ] {
      let run = try program.ecluse(
        ["ledger", "init", "--ledger", "other", "--origin", origin, "--key", "k"] + more)
      #expect(run.status != 0 && !run.errors.isEmpty, "\(origin.prefix(40)) \(more)")
      #expect(!FileManager.default.fileExists(atPath: program.path("other")), "\(origin.prefix(40))")
    }
    #expect(try found("other", "log.example/b").status == 0)
    let person = "\u{1B}[31mEU"
    #expect(try program.ecluse("key", "new", "k3", "--party", "acme", "--person", person).status == 64)
  }
}
