import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger fsck`: goes through everything once more.
struct LedgerFsck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "fsck", abstract: say(.helpLedgerFsck))
  }

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws { try AuditRun.run(ledger, output, signatures: true) }
}
