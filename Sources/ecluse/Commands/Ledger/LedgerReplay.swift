import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger replay`: unfolds the tables once more and compares them.
struct LedgerReplay: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "replay", abstract: say(.helpLedgerReplay))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try AuditRun.run(ledger, output, signatures: false) }
}
