import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

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
