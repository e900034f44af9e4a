import Foundation
import Measures
import Records
import TestSupport
import Testing

@testable import ecluse

/// A ledger from the command line, as its users meet it.
@Suite struct LedgerCommands {
  static let dossier = """
    - dossier: acme
    - party: acme
      seat: FR
      roles: [{ role: developer, where: FR }]
      complete: [roles]
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
    - deployment: big/api
      model: big
      by: acme
      available-in: [FR]
      access: api
      from: 2025-09-01
      complete: [available-in]

    """

  /// A ledger of `acme` in which the dossier is recorded.
  func recorded(_ text: String = dossier, readers: String = "nobody") throws -> Program {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.path("d"), withIntermediateDirectories: true)
    try Scratch.write(Array(text.utf8), to: program.path("d/facts.yaml"))
    #expect(try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1").status == 0)
    #expect(
      try program.ecluse("ledger", "init", "--ledger", "l", "--origin", "log.example/acme", "--key", "k")
        .status
        == 0)
    let run = try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--readers", readers, "--yes")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return program
  }

  /// The bodies of the determinations that a command gives.
  private func bodies(_ run: Program.Run) throws -> [String] {
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    return try #require(whole["determinations"] as? [[String: Any]]).map { determination in
      let body = try #require(determination["body"])
      return String(
        decoding: try JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]), as: UTF8.self)
    }
  }

  /// The bodies of what the ledger, or a dossier, says of everything.
  private func assessed(_ program: Program, _ arguments: String...) throws -> [String] {
    func run(_ list: [String]) throws -> Program.Run {
      switch list.count {
      case 1: try program.ecluse("assess", list[0], "--as-of", "2026-11-22", "--format", "json")
      case 2: try program.ecluse("assess", list[0], list[1], "--as-of", "2026-11-22", "--format", "json")
      default:
        try program.ecluse(
          "assess", list[0], list[1], list[2], list[3], "--as-of", "2026-11-22", "--format", "json")
      }
    }
    let run = try run(arguments)
    #expect(run.status == 0, "\(run.errors)")
    return try bodies(run)
  }

  /// What accounts say, without from what they were made: their last member.
  private func totals(_ run: Program.Run) throws -> Substring {
    try run.output[#require(run.output.firstRange(of: "\"totals\":[{")).lowerBound...]
  }

  /// Whether the class of systemic risk is established.
  private func risk(_ bodies: [String]) -> String? {
    bodies.lazy.compactMap { body in
      body.firstMatch(of: /"class":"[^"]*systemic-risk","verdict":"([a-zA-Z]+)"/).map { String($0.output.1) }
    }.first
  }

  @Test func theSameAnswersAsTheDossier() throws {
    let program = try recorded()
    let offline = try assessed(program, "d")
    #expect(offline.count > 3)
    #expect(try assessed(program, "--ledger", "l") == offline)
    let gate = ["gate", "acme:big", "--action", "deploy-external", "--as-of", "2026-11-22"]
    #expect(
      try program.ecluse(gate[0], gate[1], gate[2], gate[3], gate[4], gate[5], "--ledger", "l").status
        == program.ecluse(gate[0], gate[1], gate[2], gate[3], gate[4], gate[5], "--dossier", "d").status)
    let account = ["account", "--format", "json", "--as-of", "2026-11-22"]
    #expect(
      try totals(program.ecluse(account + ["--ledger", "l"])) == totals(program.ecluse(account + ["d"])))
    // The same again is nothing new.
    let again = try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
    #expect(again.status == 0 && again.output.contains("unchanged: 4"))
  }

  @Test func thePublicRecordToo() throws {
    let program = try Program()
    try program.ecluse("key", "new", "k", "--party", "public", "--person", "p1")
    try program.ecluse("ledger", "init", "--ledger", "l", "--origin", "log.example/public", "--key", "k")
    let run = try program.ecluse(
      "record", "public:", "--ledger", "l", "--key", "k", "--readers", "public", "--yes")
    #expect(run.status == 0, "\(run.errors)")
    // Every figure of every model; of what is judged, a few.
    let accounts = ["account", "--as-of", "2026-11-22", "--format", "json"]
    let online = ["--ledger", "l", "--viewer", "public"]
    let all = try program.ecluse(accounts)
    #expect(all.output.utf8.count > 100_000)
    #expect(try totals(program.ecluse(accounts + online)) == totals(all))
    let names = ["public:llama-3.1-405b", "public:gpt-4", "public:deepseek-v3"]
    let judged = ["assess"] + names + ["--as-of", "2026-11-22", "--format", "json"]
    let bodies = try bodies(program.ecluse(judged))
    #expect(bodies.count > 8)
    #expect(try self.bodies(program.ecluse(judged + online)) == bodies)
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  @Test func aProofIsCheckedWhereThereIsNoLedger() throws {
    var program = try recorded()
    let shown = try program.ecluse("ledger", "show", "--ledger", "l").output
    let key = try #require(shown.firstMatch(of: /log\.example\/acme\+[0-9a-f]{8}\+[A-Za-z0-9+\/=]+/)).output
    #expect(
      try program.ecluse(
        "ledger", "prove", "acme:big/training", "--ledger", "l", "--fields", "by,compute", "--out",
        "x.tlog-proof"
      ).status == 0)
    try FileManager.default.moveItem(atPath: program.path("l"), toPath: program.path("gone"))
    program.state = "elsewhere"
    try Scratch.write(Array("log \(key)\nquorum none\n".utf8), to: program.path("trust"))
    let run = try program.ecluse("verify", "x.tlog-proof", "--policy", "trust")
    #expect(run.status == 0, "\(run.errors)")
    for text in [
      "acme says it about acme/activity/big/training", "signed by acme (p1)", "log.example/acme",
      "by, compute", "Not shown here: from.",
    ] {
      #expect(run.output.contains(text), "\(text)")
    }
    let french = try program.ecluse("verify", "x.tlog-proof", "--policy", "trust", "--lang", "fr")
    #expect(french.status == 0 && french.output.contains("Ceci est montré."))
    // Without a policy nobody vouches for the log.
    #expect(try program.ecluse("verify", "x.tlog-proof").status == 1)
    let bytes = try Data(contentsOf: URL(filePath: program.path("x.tlog-proof")))
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<25 {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      changed[place] ^= UInt8(1) << UInt8.random(in: 0..<7, using: &generator)
      try changed.write(to: URL(filePath: program.path("y")))
      let run = try program.ecluse("verify", "y", "--policy", "trust")
      #expect(run.status == 65 || run.status == 1, "a change at \(place) is not seen")
    }
  }

  @Test func aLedgerVouchesForItsOwnProofs() throws {
    let program = try recorded()
    try program.ecluse("ledger", "prove", "acme:big", "--ledger", "l", "--out", "x")
    #expect(try program.ecluse("verify", "x").status == 1)
    #expect(try program.ecluse("verify", "x", "--ledger", "l").status == 0)
    // Another log of the same name, and a copy that is older than the proof.
    var other = try recorded()
    let stranger = try other.ecluse("verify", program.path("x"), "--ledger", "l")
    #expect(stranger.status == 65, "\(stranger.output)")
    try FileManager.default.copyItem(atPath: program.path("l"), toPath: program.path("old"))
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n").utf8), to: program.path("d/facts.yaml"))
    try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
    try program.ecluse("ledger", "prove", "acme:small", "--ledger", "l", "--out", "y")
    other.state = program.path("fresh")
    let older = try other.ecluse("verify", program.path("y"), "--ledger", program.path("old"))
    #expect(older.status == 65 && older.errors.contains("log-moved"), "\(older.output)\(older.errors)")
  }

  @Test func othersVerifyTheTiles() throws {
    let program = try recorded()
    let run = try program.ecluse("ledger", "tiles", "--ledger", "l", "--out", "t")
    let key = String(try #require(run.output.firstMatch(of: /log\.example\/acme\+\S+/)).output)
    let answer = try Verifiers.go(["tree", program.path("t"), key])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(try Verifiers.python(["tree", program.path("t")]).status == 0)
    let bundle = try FileManager.default.contentsOfDirectory(atPath: program.path("t/tile/entries/000.p"))
    let path = URL(filePath: program.path("t/tile/entries/000.p/\(bundle[0])"))
    var bytes = try Data(contentsOf: path)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: path)
    #expect(try Verifiers.go(["tree", program.path("t"), key]).status != 0)
  }

  @Test func whatIsWithheldIsUnknown() throws {
    let program = try recorded(readers: "public")
    #expect(risk(try assessed(program, "--ledger", "l", "--viewer", "public")) == "holds")
    #expect(
      try program.ecluse(
        "withhold", "acme:big/training", "--ground", "trade secret", "--ledger", "l", "--key", "k"
      ).status == 0)
    #expect(risk(try assessed(program, "--ledger", "l", "--viewer", "public")) == "cannotBeExcluded")
    #expect(risk(try assessed(program, "--ledger", "l", "--viewer", "acme")) == "holds")
    #expect(risk(try assessed(program, "--ledger", "l")) == "holds")
    #expect(
      try program.ecluse(
        "reveal", "acme:big/training", "--ground", "published", "--readers", "public", "--ledger", "l",
        "--key", "k"
      ).status == 0)
    #expect(risk(try assessed(program, "--ledger", "l", "--viewer", "public")) == "holds")
    // What a judgement rests on is missing: the record is unknown, as a dossier says it of one that is withheld.
    #expect(
      try program.ecluse(
        "dispose", "acme:big/training", "--ground", "erasure", "--yes", "--ledger", "l", "--key", "k"
      ).status == 0)
    let disposed = try assessed(program, "--ledger", "l")
    #expect(risk(disposed) == "cannotBeExcluded")
    let text = Self.dossier.replacing(
      /- activity: big\/training(?:.|\n)*?(?=- deployment)/,
      with: "- activity: big/training\n  withheld: yes\n  produces: big\n")
    try FileManager.default.createDirectory(atPath: program.path("w"), withIntermediateDirectories: true)
    try Scratch.write(Array(text.utf8), to: program.path("w/facts.yaml"))
    #expect(try assessed(program, "w") == disposed)
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
    #expect(try program.ecluse("ledger", "replay", "--ledger", "l").status == 0)
  }

  @Test func correctionsAndWithdrawalsCountAsInADossier() throws {
    let program = try recorded()
    let before = try assessed(program, "d")
    let more = """
      - activity: big/training
        revision: 2
        replaces: 1
        because: "a zero too much"
        kind: pretraining
        by: acme
        from: 2025-03-02
        to: 2025-06-12
        produces: big
        complete: [uses]
        compute: [{ method: reported, value: 5e22 FLOP, source: run log }]

      """
    try Scratch.write(Array((Self.dossier + more).utf8), to: program.path("d/facts.yaml"))
    #expect(
      try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes").output.contains("revised: 1"))
    let corrected = try assessed(program, "d")
    #expect(try assessed(program, "--ledger", "l") == corrected)
    #expect(corrected != before)
    let gone = "- withdrawal: w\n  of: acme/activity/big/training\n  because: wrong\n"
    try Scratch.write(Array((Self.dossier + more + gone).utf8), to: program.path("d/facts.yaml"))
    #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes").status == 0)
    let withdrawn = try assessed(program, "d")
    #expect(try assessed(program, "--ledger", "l") == withdrawn)
    #expect(risk(withdrawn) == "cannotBeExcluded")
  }

  @Test func anotherContentOfARevisionIsRefused() throws {
    let program = try recorded()
    let other = Self.dossier.replacing("5e25 FLOP", with: "5e22 FLOP")
    try Scratch.write(Array(other.utf8), to: program.path("d/facts.yaml"))
    let run = try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
    #expect(run.status == 65 && run.errors.contains("duplicate-record"))
    #expect(try program.ecluse("ledger", "stats", "--ledger", "l").output.contains("activity"))
  }

  @Test func missingIsNoWithdrawal() throws {
    let program = try recorded()
    let before = try assessed(program, "--ledger", "l")
    try Scratch.write(
      Array(Self.dossier.components(separatedBy: "- artifact")[0].utf8), to: program.path("d/facts.yaml"))
    let run = try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
    #expect(run.status == 0 && run.output.contains("acme/activity/big/training"))
    #expect(try assessed(program, "--ledger", "l") == before)
  }

  @Test func keyFilesAreTheirOwnersAlone() throws {
    let program = try recorded()
    let file = program.path("k")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1").status == 65)
    for mode in [0o640, 0o604, 0o620] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      let run = try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
      #expect(run.status == 65 && run.errors.contains("unsafe-key-file"), "\(String(mode, radix: 8))")
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(atPath: program.path("link"), withDestinationPath: "k")
    #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "link", "--yes").status == 65)
    let log =
      try FileManager.default.attributesOfItem(atPath: program.path("l/log.key"))[.posixPermissions] as? Int
    #expect(log == 0o600)
  }

  @Test func anOldCopyIsRefused() throws {
    let program = try recorded()
    try FileManager.default.copyItem(atPath: program.path("l"), toPath: program.path("old"))
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n").utf8), to: program.path("d/facts.yaml"))
    #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes").status == 0)
    for arguments in [["ledger", "verify"], ["assess"], ["ledger", "fsck"]] {
      let run =
        try arguments.count == 1
        ? program.ecluse(arguments[0], "--ledger", "old")
        : program.ecluse(arguments[0], arguments[1], "--ledger", "old")
      #expect(run.status != 0 && run.errors.contains("log-moved"), "\(arguments)")
    }
    let run = try program.ecluse("record", "d", "--ledger", "old", "--key", "k", "--yes")
    #expect(run.status != 0 && run.errors.contains("log-moved"))
  }

  @Test func keysComeAndGo() throws {
    let program = try recorded()
    try program.ecluse("key", "new", "k2", "--party", "acme", "--person", "p2", "--sealing-from", "k")
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n").utf8), to: program.path("d/facts.yaml"))
    func record(_ key: String) throws -> Program.Run {
      try program.ecluse("record", "d", "--ledger", "l", "--key", key, "--yes")
    }
    #expect(try record("k2").errors.contains("unknown-key"))
    try program.ecluse("key", "show", "k2", "--output", "card")
    #expect(try program.ecluse("key", "add", "card", "--ledger", "l", "--key", "k").status == 0)
    // Two keys of one party give the same record the same seal: nothing but the new one is recorded.
    let run = try record("k2")
    #expect(run.status == 0 && run.output.contains("unchanged: 4"), "\(run.output)\(run.errors)")
    #expect(
      try program.ecluse("key", "rotate", "k2", "--output", "k3", "--ledger", "l", "--key", "k").status == 0)
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n- artifact: tiny\n").utf8), to: program.path("d/facts.yaml"))
    #expect(try record("k2").errors.contains("was revoked"))
    #expect(try record("k3").status == 0)
    #expect(try program.ecluse("key", "show", "--ledger", "l").output.contains("revoked"))
  }

  @Test func signedElsewhereAndHandedIn() throws {
    let program = try recorded()
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n").utf8), to: program.path("d/facts.yaml"))
    let run = try program.ecluse("sign", "d", "--key", "k", "--output", "s.json", "--yes")
    #expect(run.status == 0 && run.output.contains("acme/artifact/small"))
    #expect(try program.ecluse("verify", "s.json").status == 1)
    let recorded = try program.ecluse("record", "s.json", "--ledger", "l")
    #expect(recorded.status == 0 && recorded.output.contains("1 appended"), "\(recorded.errors)")
    #expect(try program.ecluse("verify", "s.json", "--ledger", "l").status == 0)
    // Signed by somebody else as well, afterwards: by a key of the log that it was not admitted with, by a key of nobody.
    try program.ecluse("key", "new", "k2", "--party", "acme", "--person", "p2")
    try program.ecluse("sign", "s.json", "--key", "k2", "--output", "more.json", "--yes")
    let stranger = try program.ecluse("verify", "more.json", "--ledger", "l")
    #expect(stranger.status == 1 && stranger.output.contains("Whose the key"), "\(stranger.output)")
    try program.ecluse("key", "show", "k2", "--output", "card")
    #expect(try program.ecluse("key", "add", "card", "--ledger", "l", "--key", "k").status == 0)
    #expect(try program.ecluse("verify", "more.json", "--ledger", "l").status == 1)
  }

  @Test func answersAndPagesAreMadeAgain() throws {
    let program = try recorded()
    try program.ecluse(
      "assess", "--ledger", "l", "--as-of", "2026-11-22", "--format", "json", "--output", "a.json")
    try program.ecluse(
      "assess", "--ledger", "l", "--as-of", "2026-11-22", "--format", "html", "--output", "a.html")
    try Scratch.write(
      Array((Self.dossier + "- artifact: small\n").utf8), to: program.path("d/facts.yaml"))
    try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
    // As the log stood then.
    #expect(try program.ecluse("verify", "a.json", "--ledger", "l").status == 0)
    for (name, from, to) in [("a.json", "holds", "fails"), ("a.html", "acme", "acne")] {
      let text = try String(contentsOfFile: program.path(name), encoding: .utf8)
      let changed = text.replacing(from, with: to, maxReplacements: 1)
      #expect(changed != text)
      try Scratch.write(Array(changed.utf8), to: program.path("changed-" + name))
      #expect(try program.ecluse("verify", "changed-" + name, "--ledger", "l").status != 0)
    }
    // What stands on the page as its command is said with the verdict.
    #expect(
      try program.ecluse("verify", "a.html", "--ledger", "l").output.contains("ecluse assess --ledger l"))
  }

  @Test func witnessesCosign() throws {
    let program = try recorded()
    let key = String(
      try #require(
        try program.ecluse("ledger", "show", "--ledger", "l").output.firstMatch(of: /log\.example\/acme\+\S+/)
      ).output)
    let witness = try Verifiers.server(
      ["witness", program.path("address"), String(repeating: "07", count: 32), key])
    defer { witness() }
    var announced: [Substring] = []
    for _ in 0..<200 where announced.isEmpty {
      Thread.sleep(forTimeInterval: 0.05)
      announced = ((try? String(contentsOfFile: program.path("address"), encoding: .utf8)) ?? "").split(
        whereSeparator: \.isWhitespace)
    }
    try #require(announced.count == 2)
    func policy(_ url: Substring) throws {
      let text = "log \(key)\nwitness w \(announced[1]) \(url)\nquorum w\n"
      try Scratch.write(Array(text.utf8), to: program.path("trust"))
    }
    func checkpoint() throws -> Program.Run {
      try program.ecluse("ledger", "checkpoint", "--ledger", "l", "--policy", "trust", "--out", "cp")
    }
    try policy("http://127.0.0.1:1")
    #expect(try checkpoint().errors.contains("witness-refused"))
    try policy(announced[0])
    // Three times: it has never seen the log, it knows this size, it knows an earlier one.
    for round in 0..<3 {
      let run = try checkpoint()
      #expect(run.status == 0, "round \(round): \(run.errors)")
      #expect(try program.ecluse("verify", "cp", "--policy", "trust").output.contains("The witness w saw"))
      try Scratch.write(
        Array((Self.dossier + (0...round).map { "- artifact: more-\($0)\n" }.joined()).utf8),
        to: program.path("d/facts.yaml"))
      if round > 0 {
        #expect(try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes").status == 0)
      }
    }
    #expect(try checkpoint().status == 0)
    try program.ecluse("ledger", "prove", "acme:big", "--ledger", "l", "--out", "x")
    let run = try program.ecluse("verify", "x", "--policy", "trust")
    #expect(run.status == 0 && run.output.contains("The witness w saw"), "\(run.output)\(run.errors)")
  }
}
