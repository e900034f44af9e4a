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
          _ = try await folder.trust(
            in: SignedNote(TextFile.bytes(checkpoint, atMost: 1 << 20), file: checkpoint))
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
