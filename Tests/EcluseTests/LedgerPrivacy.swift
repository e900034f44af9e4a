import Foundation
import Ledger
import Measures
import Records
import TestSupport
import Testing

/// What is confidential stays confidential: a mark stands in every body field of every kind, and whatever the program gives to
/// somebody who may not read bodies is searched for it.
@Suite struct LedgerPrivacy {
  private static let mark = "zq7mark"
  private static let policy = """
    rules:
    - kinds: [\((Kinds.all.map(\.name) + ["audience", "key"]).joined(separator: ", "))]
      by: recorder
      about: any
    quorum: { signers: 1, distinct: person }

    """

  /// A ledger with a marked record of every kind, which `acme` alone may read.
  private func marked() throws -> (program: Program, names: [String]) {
    let program = try Program()
    try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1")
    try Scratch.write(Array(Self.policy.utf8), to: program.path("policy"))
    let founded = try program.ecluse(
      "ledger", "init", "--ledger", "l", "--origin", "log.example/acme", "--key", "k", "--policy", "policy")
    #expect(founded.status == 0, "\(founded.errors)")
    let key = try KeyFile(Array(try Data(contentsOf: URL(filePath: program.path("k")))), file: "k")
    let drafts = try Kinds.all.map { try MarkedDraft.of($0, bodyMark: Self.mark) }
    let submissions = try drafts.map {
      try Submission.of($0, readers: .parties([]), sealing: key.sealing, signedBy: [key.signing])
    }
    try Scratch.write(Array(StatementFile(submissions).bytes), to: program.path("signed"))
    let run = try program.ecluse("record", "signed", "--ledger", "l")
    #expect(run.status == 0, "\(run.errors)")
    return (program, drafts.map(\.id.full))
  }

  /// Whether bytes hold the mark, as it is or in a common spelling.
  private func isMarked(_ bytes: Data) -> Bool {
    let mark = Data(Self.mark.utf8)
    // In base64 the mark looks otherwise at each of three places; the characters that depend on neighbours are left out.
    let base64 = (0..<3).map { shift in
      let text = (Data(count: shift) + mark).base64EncodedString()
      return String(text.dropFirst(shift == 0 ? 0 : shift + 1).dropLast(4))
    }
    let hex = mark.map { String(format: "%02x", $0) }.joined()
    return ([Self.mark, hex] + base64).contains { bytes.range(of: Data($0.utf8)) != nil }
  }

  private func isMarked(_ run: Program.Run) -> Bool { isMarked(Data((run.output + run.errors).utf8)) }

  @Test func theMarkIsFound() throws {
    for shift in 0..<3 {
      let text = Data(String(repeating: "x", count: shift).utf8) + Data("\(Self.mark) and more".utf8)
      #expect(isMarked(text) && isMarked(Data(text.base64EncodedString().utf8)))
    }
    #expect(!isMarked(Data("nothing".utf8)))
  }

  @Test func nothingGivenToOthersShowsABody() throws {
    let (program, names) = try marked()
    #expect(names.count == Kinds.all.count)
    let ledger = ["--ledger", "l"]
    // The mark is there, and whoever may read it does.
    for viewer in [[], ["--viewer", "acme"]] {
      #expect(isMarked(try program.ecluse(["ledger", "export"] + ledger + viewer)))
      #expect(isMarked(try program.ecluse(["ledger", "show", names[0]] + ledger + viewer)))
    }
    for name in names {
      let shown = try program.ecluse(["ledger", "show", name, "--viewer", "acme"] + ledger)
      let hasBody = shown.output.contains("read by the issuer alone")
      #expect(isMarked(shown) == hasBody, "\(name): \(shown.output)")
      let proof = try program.ecluse(["ledger", "prove", name, "--viewer", "acme"] + ledger)
      #expect(isMarked(proof) == hasBody, "\(name)")
    }
    for viewer in [["--viewer", "public"], ["--viewer", "bolt"]] {
      var commands = [["ledger", "export"]]
      for format in ["text", "json", "html"] {
        commands.append(["assess", "--as-of", "2026-11-22", "--format", format])
      }
      for format in ["text", "json"] {
        commands.append(["account", "--as-of", "2026-11-22", "--format", format])
      }
      commands.append(["gate", "acme:thing", "--action", "deploy-external", "--as-of", "2026-11-22"])
      for command in commands {
        let run = try program.ecluse(command + ledger + viewer)
        #expect(
          [0, 10, 11].contains(run.status) && !run.output.isEmpty,
          "\(command): \(run.status) \(run.output.count) \(run.errors.suffix(300))")
        #expect(!isMarked(run), "\(command)")
      }
      // Each name by itself: what is shown of it, and a proof with every field that may be shown.
      for name in names {
        let shown = try program.ecluse(["ledger", "show", name] + ledger + viewer)
        #expect(shown.status == 0 && !isMarked(shown), "\(name)")
        let proof = try program.ecluse(["ledger", "prove", name] + ledger + viewer)
        #expect(proof.status == 0 && !isMarked(proof), "\(name)")
      }
    }
    for command in [
      ["fsck"], ["replay"], ["stats"], ["checkpoint"], ["show"], ["show", "--policy"], ["verify"],
    ] {
      let run = try program.ecluse(["ledger"] + command + ledger)
      #expect(
        run.status == 0 && !isMarked(run),
        "\(command): \(run.status) \(run.output.count) \(run.errors.suffix(300))")
    }
    #expect(try program.ecluse(["ledger", "tiles", "--out", "t"] + ledger).status == 0)
    #expect(try files(program.path("t")).count >= 3)
    for file in try files(program.path("t")) {
      #expect(!isMarked(try Data(contentsOf: URL(filePath: file))) && !isMarked(Data(file.utf8)), "\(file)")
    }
    for file in try files(program.path("l")) { #expect(!isMarked(Data(file.utf8))) }
  }

  @Test func noRefusalShowsABody() throws {
    let (program, _) = try marked()
    // Another content of the same revisions, and openings that are not those of the seals.
    let signed = try String(contentsOfFile: program.path("signed"), encoding: .utf8)
    try program.ecluse("key", "new", "k2", "--party", "acme", "--person", "p2")
    let other = try KeyFile(Array(try Data(contentsOf: URL(filePath: program.path("k2")))), file: "k2")
    let drafts = try Kinds.all.map { try MarkedDraft.of($0, bodyMark: Self.mark + "-other") }
    let submissions = try drafts.map {
      try Submission.of($0, readers: .parties([]), sealing: other.sealing, signedBy: [other.signing])
    }
    try Scratch.write(Array(StatementFile(submissions).bytes), to: program.path("others"))
    try Scratch.write(
      Array(signed.replacing(Self.mark, with: Self.mark + "x").utf8), to: program.path("changed"))
    for file in ["others", "changed"] {
      let run = try program.ecluse("record", file, "--ledger", "l")
      #expect(run.status == 65 && !run.errors.isEmpty && !isMarked(run), "\(run.errors.prefix(2000))")
    }
    #expect(try program.ecluse("verify", "changed", "--ledger", "l").status != 0)
  }

  @Test func whatIsErasedIsNotHandedInAgain() throws {
    let (program, names) = try marked()
    let name = try #require(names.first { $0.contains("/activity/") })
    #expect(isMarked(try program.ecluse("ledger", "show", name, "--ledger", "l")))
    let erased = try program.ecluse(
      "dispose", name, "--ground", "erasure", "--yes", "--ledger", "l", "--key", "k")
    #expect(erased.status == 0, "\(erased.errors)")
    let again = try program.ecluse("record", "signed", "--ledger", "l")
    #expect(again.status == 0)
    #expect(!isMarked(try program.ecluse("ledger", "show", name, "--ledger", "l")))
    for command in ["fsck", "replay", "verify"] {
      #expect(try program.ecluse("ledger", command, "--ledger", "l").status == 0)
    }
    // What is proved without the body holds as before.
    try program.ecluse("ledger", "prove", name, "--ledger", "l", "--out", "p")
    let proof = try program.ecluse("verify", "p", "--ledger", "l")
    #expect(proof.status == 0 && !isMarked(proof), "\(proof.output)\(proof.errors)")
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }.filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }
}
