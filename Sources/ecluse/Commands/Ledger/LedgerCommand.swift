import ArgumentParser
import Measures

/// `ecluse ledger`: the log and what is kept with it.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ledger", abstract: say(.helpLedgerCommand),
      subcommands: [
        LedgerInit.self, LedgerShow.self, LedgerProve.self, LedgerVerify.self, LedgerCheckpoint.self,
        LedgerTiles.self, LedgerPolicy.self, LedgerDelegate.self, LedgerFsck.self, LedgerReplay.self,
        LedgerStats.self, LedgerExport.self,
      ])
  }
}
