import Foundation
import Ledger
import LedgerSQLite
import Measures
import Records
import TestSupport
import Testing

@testable import ecluse

/// What goes wrong around a ledger from the command line: one sentence says it, and nothing is there by half.
@Suite struct LedgerFaults {
  private func recorded() throws -> Program { try LedgerCommands().recorded() }

  /// Adds things to the dossier, so that there is something to record.
  private func write(_ count: Int, _ program: Program, _ more: String = "") throws {
    let things = (0..<count).map {
      "- artifact: more-\($0)\n  note: \"\(String(repeating: "x", count: 900))\"\n"
    }
    try Scratch.write(
      Array((LedgerCommands.dossier + things.joined() + more).utf8), to: program.path("d/facts.yaml"))
  }

  private let record = ["record", "d", "--ledger", "l", "--key", "k", "--yes"]

  /// Refused with that code, in one line.
  private func isRefused(_ run: Program.Run, _ code: String, status: Int32 = 65, _ what: String = "") {
    #expect(run.status == status, "\(what) \(run.status) \(run.output) \(run.errors)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 1 && lines.first?.hasSuffix("[\(code)]") == true, "\(what) \(run.errors)")
  }

  private func leaves(_ program: Program) async throws -> [[UInt8]] {
    try await SQLiteStore(folder: program.path("l"), mode: .readOnly).leaves(0..<UInt64.max)
  }

  /// A shell in which no file may grow beyond so many blocks of 512 bytes.
  private func limited(_ blocks: Int) -> [String] {
    ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\""]
  }

  @Test func aFullDiskKeepsWhatWasThere() async throws {
    let program = try recorded()
    try write(60, program)
    let before = try await leaves(program)
    for blocks in [66, 100, 200] {
      isRefused(try program.ecluse(record, by: limited(blocks)), "store-full", "\(blocks)")
      #expect(try await leaves(program) == before, "\(blocks)")
      #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0, "\(blocks)")
    }
    let run = try program.ecluse(record)
    #expect(run.status == 0 && run.output.contains("60 appended"), "\(run.output)\(run.errors)")
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  @Test(arguments: [1, 8, 70, 100])
  func noLedgerIsFoundedByHalf(_ blocks: Int) throws {
    let program = try Program()
    try program.ecluse("key", "new", "k", "--party", "acme", "--person", "p1")
    let arguments = ["ledger", "init", "--ledger", "l", "--origin", "log.example/acme", "--key", "k"]
    let run = try program.ecluse(arguments, by: limited(blocks))
    #expect(run.status != 0 && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.errors.contains("[store-full]") || run.errors.contains("[unreadable]"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.path("l")))
    let again = try program.ecluse(arguments)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  @Test func noFileIsWrittenByHalf() throws {
    let program = try recorded()
    let huge = "- artifact: huge\n  note: \"\(String(repeating: "x", count: 50_000))\"\n"
    try write(100, program, huge)
    #expect(try program.ecluse(record).status == 0)
    // The engine needs 32 KiB to read; what is written needs more.
    for arguments in [
      ["ledger", "prove", "acme:huge", "--viewer", "acme", "--ledger", "l", "--out", "out"],
      ["ledger", "export", "--ledger", "l", "--out", "out"],
    ] {
      let before = try FileManager.default.contentsOfDirectory(atPath: program.folder).sorted()
      isRefused(try program.ecluse(arguments, by: limited(66)), "unreadable", status: 74, "\(arguments)")
      let after = try FileManager.default.contentsOfDirectory(atPath: program.folder).sorted()
      #expect(after == before, "\(arguments)")
    }
    let run = try program.ecluse(["ledger", "tiles", "--ledger", "l", "--out", "t"], by: limited(66))
    isRefused(run, "unreadable", status: 74)
    #expect(!FileManager.default.fileExists(atPath: program.path("t/checkpoint")))
    #expect(try program.ecluse("ledger", "tiles", "--ledger", "l", "--out", "t").status == 0)
    let key = try #require(
      try program.ecluse("ledger", "show", "--ledger", "l").output.firstMatch(of: /log\.example\/acme\+\S+/))
    #expect(try Verifiers.go(["tree", program.path("t"), String(key.output)]).status == 0)
  }

  @Test func aFolderThatCannotBeWrittenIsRead() async throws {
    let program = try recorded()
    try write(2, program)
    let before = try await leaves(program)
    // Root may write anywhere: another user runs it then, with a key and a memory of its own.
    let isRoot = geteuid() == 0
    let other = program.path("ecluse")
    if isRoot {
      try FileManager.default.copyItem(atPath: Program.path, toPath: other)
      let files = try FileManager.default.subpathsOfDirectory(atPath: program.folder)
      for file in files { chown(program.path(file), 65_534, 65_534) }
      chmod(program.folder, 0o755)
      chmod((program.folder as NSString).deletingLastPathComponent, 0o755)
    }
    chmod(program.path("l"), 0o500)
    for file in try FileManager.default.contentsOfDirectory(atPath: program.path("l")) {
      chmod(program.path("l/" + file), 0o400)
    }
    defer { chmod(program.path("l"), 0o700) }
    let user = isRoot ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
    func run(_ arguments: [String]) throws -> Program.Run {
      try program.ecluse(arguments, by: user, at: isRoot ? other : nil)
    }
    isRefused(try run(record), "store-read-only")
    #expect(try run(["ledger", "fsck", "--ledger", "l"]).status == 0)
    #expect(try run(["ledger", "prove", "acme:big", "--ledger", "l"]).status == 0)
    #expect(try await leaves(program) == before)
  }

  @Test func aCutDatabaseIsRefused() throws {
    let program = try recorded()
    try write(2, program)
    let file = URL(filePath: program.path("l/ledger.sqlite"))
    let whole = try Data(contentsOf: file)
    for count in [0, 99, 4096, whole.count / 2, whole.count - 4096] {
      try whole.prefix(count).write(to: file)
      isRefused(try program.ecluse(record), "store-damaged", "\(count)")
      isRefused(try program.ecluse("ledger", "fsck", "--ledger", "l"), "store-damaged", "\(count)")
      #expect(try program.ecluse("assess", "--ledger", "l").status != 0, "\(count)")
      #expect(try Data(contentsOf: file) == whole.prefix(count), "\(count)")
    }
    try whole.write(to: file)
    chmod(file.path(), 0o600)
    #expect(try program.ecluse(record).status == 0)
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
  }

  @Test func aSecondWriterIsRefused() async throws {
    let program = try recorded()
    try write(2, program)
    let before = try await leaves(program)
    do {
      let store = try SQLiteStore(folder: program.path("l"), mode: .readWrite)
      isRefused(try program.ecluse(record), "store-busy")
      isRefused(
        try program.ecluse(
          "withhold", "acme:big", "--ground", "g", "--ledger", "l", "--key", "k"), "store-busy")
      #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
      #expect(try await store.leaves(0..<UInt64.max) == before)
    }
    #expect(try program.ecluse(record).status == 0)
  }

  /// Who reads while somebody records is behind what is remembered, and nobody is alarmed.
  @Test func whoReadsMeanwhileIsNotAlarmed() async throws {
    let program = try recorded()
    let writing = Task {
      for round in 0..<12 {
        let (command, readers) = round % 2 == 0 ? ("reveal", "public") : ("withhold", "nobody")
        let run = try program.ecluse(
          command, "acme:big", "--readers", readers, "--ground", "g", "--ledger", "l", "--key", "k")
        #expect(run.status == 0, "\(run.errors)")
      }
    }
    for _ in 0..<12 {
      let run = try program.ecluse("account", "--ledger", "l")
      #expect(run.status == 0, "\(run.errors)")
    }
    try await writing.value
  }

  /// The database alone is put back as it was, under the same keys.
  @Test func anOlderDatabaseIsRefusedAndLeftAlone() async throws {
    let program = try recorded()
    let file = URL(filePath: program.path("l/ledger.sqlite"))
    let old = try Data(contentsOf: file)
    try write(2, program)
    #expect(try program.ecluse(record).status == 0)
    for rest in ["-wal", "-shm"] { unlink(file.path() + rest) }
    try old.write(to: file)
    chmod(file.path(), 0o600)
    let before = try await leaves(program)
    isRefused(try program.ecluse(record), "log-moved")
    isRefused(try program.ecluse("ledger", "fsck", "--ledger", "l"), "log-moved")
    #expect(try await leaves(program) == before)
  }

  /// The clock of the machine is behind what the log has recorded: it goes on, and says so.
  @Test func aClockThatIsBehindIsTold() async throws {
    let program = try recorded()
    let folder = LedgerFolder(path: program.path("l"))
    let ahead = Instant(milliseconds: SystemClock.now.milliseconds + 86_400_000)
    do {
      let key = try KeyFile(SecretFile.read(program.path("k")), file: "k")
      let sequencer = try await Sequencer(
        try folder.writing(), keys: try folder.keys(), places: try Workspace.places(), clock: { ahead })
      let draft = try MarkedDraft.of(#require(Kinds.named("rating")), named: "early")
      _ = try await sequencer.submit(
        .of(draft, readers: .everyone, sealing: key.sealing, signedBy: [key.signing]))
    }
    try write(2, program)
    let run = try program.ecluse(record)
    #expect(run.status == 0 && run.output.contains("2 appended"), "\(run.output)\(run.errors)")
    isRefused(run, "clock-behind", status: 0)
    let store = try SQLiteStore(folder: program.path("l"), mode: .readOnly)
    #expect(try await store.head()?.time == ahead.milliseconds)
    let times = try await store.statements(StatementQuery()).map(\.time)
    #expect(times == times.sorted())
    #expect(try program.ecluse("ledger", "fsck", "--ledger", "l").status == 0)
    #expect(try program.ecluse("assess", "--ledger", "l").status == 0)
  }
}
