import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

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
