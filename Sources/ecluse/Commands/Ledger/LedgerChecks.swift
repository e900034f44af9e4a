import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger verify`: whether the log is what its checkpoint says, and continues what was seen of it.
struct LedgerVerify: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify", abstract: say(.helpLedgerVerify))
  }

  @Option(help: .init(.helpSeenCheckpoint, .valueFile)) var checkpoint: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let folder = try ledger.folder()
      let checkpoint = checkpoint
      let (size, origin) = try awaiting { () throws(Problems) in
        let reading = try await folder.records(for: .everyone)
        if let checkpoint {
          let note = try SignedNote(TextFile.bytes(checkpoint, atMost: 1 << 20), file: checkpoint)
          try await SeenCheckpoint.check(
            reading.head, continues: try Checkpoint(note), LogReader(folder.reading()))
        }
        return (reading.head.size, reading.origin)
      }
      print(Phrase.ledgerVerified.with(.code(origin), .count(Int(size))).text(output.lang))
    } catch {
      Exit.print(error.list, output.lang)
      throw ExitCode(Exit.failed)
    }
  }
}

/// `ecluse ledger fsck`: goes through everything once more.
struct LedgerFsck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "fsck", abstract: say(.helpLedgerFsck))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try AuditRun.run(ledger, output, signatures: true) }
}

/// `ecluse ledger replay`: unfolds the tables once more and compares them.
struct LedgerReplay: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "replay", abstract: say(.helpLedgerReplay))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try AuditRun.run(ledger, output, signatures: false) }
}

enum AuditRun {
  static func run(_ ledger: LedgerOptions, _ output: OutputOptions, signatures: Bool) throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let audit = try awaiting { () throws(Problems) in
        let store = try folder.reading()
        let audit = try await Audit(store, places: Workspace.places(), signatures: signatures)
        if let head = try await store.head() { try await SeenCheckpoint.check(head, LogReader(store)) }
        return audit
      }
      let style = output.style
      var lines = audit.faults.map { fault in
        let place = fault.leaf.map { style.say(Phrase.atLeaf.with(.count(Int($0)))) } ?? ""
        return style(place + fault.rule.text(output.lang), .closed)
      }
      lines.append(
        style.say(
          (signatures ? Phrase.auditDone : .replayDone).with(
            .count(Int(audit.leaves)), .count(Int(signatures ? audit.signatures : audit.openings)),
            .count(audit.faults.count))))
      print(style.text(lines))
      if !audit.faults.isEmpty { throw ExitCode(Exit.failed) }
    }
  }
}

/// `ecluse ledger stats`: how much it holds.
struct LedgerStats: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "stats", abstract: say(.helpLedgerStats))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let counts = try awaiting { () throws(Problems) in try await folder.reading().counts() }
      var table = TextTable([.left, .right])
      for (kind, count) in counts.leaves.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add([kind, String(count)])
      }
      table.add([output.style.say(.labelOpenings), String(counts.openings)], [.faint, nil])
      table.add([output.style.say(.labelBytes), String(counts.bytes)], [.faint, nil])
      print(output.style.text(table.lines(output.style)))
    }
  }
}

/// `ecluse ledger export`: what a viewer may see, as signed statements with their openings.
struct LedgerExport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: say(.helpLedgerExport))
  }

  @Option(name: .customLong("out"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var viewer: ViewerOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let viewer = viewer.asked
      let file = try awaiting { () throws(Problems) in
        try await StatementFile(exporting: folder.reading(), for: viewer)
      }
      try WholeFile.write(file.bytes, to: out)
    }
  }
}
