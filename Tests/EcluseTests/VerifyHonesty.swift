import Foundation
import TestSupport
import Testing

/// What `verify` says of answers and pages: never that an honest one is wrong, never that one is shown which is not.
@Suite struct VerifyHonesty {
  private static let dossier = """
    - dossier: acme
    - party: acme
      seat: FR
    - artifact: big
      generates: [language-text]
    - activity: big/training
      kind: fine-tuning
      by: acme
      from: 2025-03-02
      to: 2025-06-12
      produces: big
      complete: [uses]
      uses: [{ artifact: "public:llama-3.1-405b", as: base-weights }]
      compute: [{ method: reported, value: 5e25 FLOP, source: run log }]

    """

  private func recorded(_ origin: String = "log.example/acme") throws -> Program {
    let program = try Program()
    try FileManager.default.createDirectory(atPath: program.path("d"), withIntermediateDirectories: true)
    try Scratch.write(Array(Self.dossier.utf8), to: program.path("d/facts.yaml"))
    try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1")
    #expect(
      try program.ecluse("ledger", "init", "--ledger", "l", "--origin", origin, "--key", "k").status == 0)
    #expect(try record(program).status == 0)
    return program
  }

  @discardableResult private func record(_ program: Program) throws -> Program.Run {
    try program.ecluse("record", "d", "--ledger", "l", "--key", "k", "--yes")
  }

  private func more(_ program: Program) throws {
    try Scratch.write(Array((Self.dossier + "- artifact: other\n").utf8), to: program.path("d/facts.yaml"))
    #expect(try record(program).status == 0)
  }

  private func assess(_ program: Program, _ format: String, to file: String, _ more: [String]) throws {
    let run = try program.ecluse(
      ["assess", "--as-of", "2026-11-22", "--format", format, "--output", file] + more)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func whoSeesLessOrMoreIsTold() throws {
    let program = try recorded()
    let ledger = ["--ledger", "l"]
    let outside = ledger + ["--viewer", "public"]
    for format in ["json", "html"] {
      try assess(program, format, to: "whole", ledger)
      try assess(program, format, to: "less", outside)
      let less = try String(contentsOfFile: program.path("less"), encoding: .utf8)
      #expect(format == "json" || less.contains("so unknown and not absent: 3."), "\(less)")
      for (file, reader, status) in [
        ("whole", ledger, Int32(0)), ("less", outside, 0), ("whole", outside, 1), ("less", ledger, 1),
      ] {
        let run = try program.ecluse(["verify", file] + reader)
        #expect(run.status == status, "\(format) \(file) \(reader): \(run.output)\(run.errors)")
        #expect(!run.output.contains("This is wrong"), "\(format) \(file) \(reader): \(run.output)")
      }
      #expect(try program.ecluse(["verify", "less"] + ledger).output.contains("give --viewer"))
      let hidden = try program.ecluse(["verify", "whole"] + outside).output
      #expect(
        hidden.contains(format == "html" ? "leave --viewer out" : "withheld from this reader"), "\(hidden)")
    }
  }

  @Test func anAccountIsMadeAgain() throws {
    let program = try recorded()
    let ledger = ["--ledger", "l"]
    func account(_ more: [String], to file: String) throws -> String {
      let run = try program.ecluse(
        ["account", "--as-of", "2026-11-22", "--known-at", "2030-01-01", "--format", "json"] + more)
      #expect(run.status == 0, "\(run.errors)")
      try Scratch.write(Array(run.output.utf8), to: program.path(file))
      return run.output
    }
    func verify(_ file: String, _ reader: [String]) throws -> (status: Int32, output: String) {
      let run = try program.ecluse(["verify", file] + reader)
      return (run.status, run.output + run.errors)
    }
    let whole = try account(ledger, to: "whole")
    let less = try account(ledger + ["--viewer", "public"], to: "less")
    #expect(whole.contains("\"high\":\"") && !less.contains("50000000000000000000000000"))
    _ = try account(["d"], to: "files")
    _ = try account(["d", "acme:big/training"], to: "run")
    for (file, reader, status, says) in [
      ("whole", ledger, Int32(0), "This is shown"),
      ("less", ledger + ["--viewer", "public"], 0, "This is shown"),
      ("whole", ledger + ["--viewer", "public"], 1, "another reader"), ("less", ledger, 1, "another reader"),
      ("files", ["d"], 0, "This is shown"), ("run", ["d"], 0, "This is shown"),
      ("files", [], 1, "what they were made from is not here"), ("whole", ["d"], 1, "Whether the log"),
      ("whole", [], 1, "This is not shown"),
    ] {
      let run = try verify(file, reader)
      #expect(run.status == status && run.output.contains(says), "\(file) \(reader): \(run.output)")
    }
    #expect(try program.ecluse("verify-determination", "files", "d").output.contains("1"))
    for (old, new, says) in [
      ("\"high\":\"", "\"high\":\"1", "This is wrong"), ("acme:big", "acme:bag", "This is wrong"),
      ("\"packDigest\":\"", "\"packDigest\":\"0", "This is wrong"),
      ("seed-annex-a", "seed-annex-z", "This is wrong"), ("\"root\":\"", "\"root\":\"A", "This is wrong"),
      ("\"inputs\"", "\"imputs\"", "needs the field"), ("\"viewer\"", "\"reader\"", "not known here"),
      ("log.example/acme", "log.example/acne", "acne"),
    ] {
      #expect(whole.contains(old))
      try Scratch.write(Array(whole.replacing(old, with: new).utf8), to: program.path("changed"))
      let run = try verify("changed", ledger)
      #expect(run.status != 0 && run.output.contains(says), "\(old): \(run.output)")
    }
    // An account holds for the log as it was, after more is recorded.
    try more(program)
    #expect(try verify("whole", ledger).status == 0)
  }

  @Test func aGateOnTheShippedRecordIsNoLessHonest() throws {
    let program = try recorded()
    let gate = ["gate", "acme:big", "--action", "train", "--as-of", "2026-11-22", "--format", "json"]
    let answer = try program.ecluse(gate + ["--ledger", "l"]).output
    #expect(answer.contains("public/"))
    try Scratch.write(Array(answer.utf8), to: program.path("g"))
    #expect(try program.ecluse("verify", "g", "--ledger", "l").status == 0)
    let run = try program.ecluse("verify", "g", "--ledger", "l", "--viewer", "public")
    #expect(run.status == 1 && run.output.contains("This is not shown"), "\(run.output)")
  }

  @Test func aDossiersAnswerHoldsBesideItsLedger() throws {
    let program = try recorded()
    try assess(program, "json", to: "a", ["d"])
    let run = try program.ecluse("verify", "a", "--ledger", "l")
    #expect(run.status == 0 && !run.output.contains("signed in the log"), "\(run.output)")
  }

  @Test func theLogThatIsNamedIsThatLog() throws {
    let program = try recorded()
    let other = try recorded("log.example/other")
    for format in ["json", "html"] {
      try assess(program, format, to: "a", ["--ledger", "l"])
      let text = try String(contentsOfFile: program.path("a"), encoding: .utf8)
      let elsewhere = try other.ecluse("verify", program.path("a"), "--ledger", "l")
      #expect(elsewhere.status == 65 && elsewhere.errors.contains("log.example/acme"), "\(elsewhere.output)")
      #expect(!elsewhere.output.contains("signed in the log"))
      // Without the ledger nobody knows.
      let alone = try program.ecluse("verify", "a", "d")
      #expect(alone.status == 1 && alone.output.contains("--ledger"), "\(format): \(alone.output)")
      let quote = format == "json" ? "\"" : "&quot;"
      for size in ["0", "99", "-1", "x"] {
        let pattern = try Regex("\(quote)size\(quote):\(quote)[0-9]+\(quote)")
        let changed = text.replacing(pattern, with: "\(quote)size\(quote):\(quote)\(size)\(quote)")
        #expect(changed != text)
        try Scratch.write(Array(changed.utf8), to: program.path("b"))
        let run = try program.ecluse("verify", "b", "--ledger", "l")
        #expect(
          run.status == 65 && !run.errors.contains("seen before"), "\(size): \(run.output)\(run.errors)")
      }
    }
  }

  @Test func whatIsHonestStaysSoAsTheLogGrows() throws {
    let program = try recorded()
    for format in ["json", "html"] { try assess(program, format, to: format, ["--ledger", "l"]) }
    try more(program)
    for format in ["json", "html"] {
      let run = try program.ecluse("verify", format, "--ledger", "l")
      #expect(run.status == 0, "\(format): \(run.output)\(run.errors)")
    }
  }

  @Test func whatIsWithheldIsToldAsSuch() throws {
    let program = try recorded()
    let viewer = ["--ledger", "l", "--viewer", "public"]
    let account = try program.ecluse(["account", "acme:big", "--as-of", "2026-11-22"] + viewer)
    #expect(account.output.contains("withheld, withdrawn or in doubt"), "\(account.output)")
    #expect(!account.output.contains("Nobody recorded the computation behind acme"), "\(account.output)")
    #expect(account.errors.contains("Withheld from this reader, wholly or in part"), "\(account.errors)")
    let own = try program.ecluse("account", "acme:big", "--as-of", "2026-11-22", "--ledger", "l")
    #expect(own.errors.isEmpty && !own.output.contains("withheld"), "\(own.output)\(own.errors)")
  }

  /// What the log says of itself is shown by a proof as well.
  @Test func theLogsOwnLeavesAreProved() throws {
    let program = try recorded()
    for name in ["log/genesis/0", "log/tick/1"] {
      #expect(try program.ecluse("ledger", "prove", name, "--ledger", "l", "--out", "p").status == 0)
      let run = try program.ecluse("verify", "p", "--ledger", "l")
      #expect(run.status == 0, "\(name): \(run.output)\(run.errors)")
    }
    let genesis = try program.ecluse("ledger", "show", "log/genesis/0", "--ledger", "l")
    #expect(genesis.status == 0 && !genesis.output.contains("1970"), "\(genesis.output)")
  }

  /// A whole export beside another ledger: what is the same of all statements is said once.
  @Test func manyStatementsAreToldShortly() throws {
    let program = try recorded()
    let other = try recorded("log.example/other")
    try program.ecluse("ledger", "export", "--ledger", "l", "--out", "e")
    let run = try other.ecluse("verify", program.path("e"), "--ledger", "l")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.split(separator: "\n").count { $0.contains("Whose the key") } == 1, "\(run.output)")
  }

  @Test func aPageThatClaimsALedgerShowsIt() throws {
    let program = try recorded()
    try assess(program, "html", to: "p", ["d"])
    #expect(try program.ecluse("verify", "p", "d").status == 0)
    let text = try String(contentsOfFile: program.path("p"), encoding: .utf8)
    let claimed = text.replacing(
      "&quot;dossier&quot;:&quot;d&quot;", with: "&quot;ledger&quot;:&quot;agency&quot;"
    )
    .replacing("ecluse assess d ", with: "ecluse assess --ledger agency ")
    #expect(claimed != text)
    try Scratch.write(Array(claimed.utf8), to: program.path("q"))
    for reader in [["d"], ["--ledger", "l"]] {
      let run = try program.ecluse(["verify", "q"] + reader)
      #expect(run.status == 1, "\(run.output)")
    }
  }
}
