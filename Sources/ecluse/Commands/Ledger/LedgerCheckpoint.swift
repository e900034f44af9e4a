import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO
import Witnessing

/// `ecluse ledger checkpoint`: what the log signs.
struct LedgerCheckpoint: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "checkpoint", abstract: say(.helpLedgerCheckpoint))
  }

  @Option(help: .init(.helpWitnesses, .valueFile)) var policy: String?
  @Option(name: .customLong("out"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let folder = try ledger.folder()
      let trust = try policy.map { path throws(Problems) in
        try TrustPolicy(TextFile.bytes(path, atMost: TrustPolicy.maximumLength), file: path)
      }
      let (bytes, problems) = try awaiting { () async throws(Problems) -> ([UInt8], [Problem]) in
        guard let trust else { return (try await LogReader(folder.reading()).signedCheckpoint(), []) }
        return try await Self.cosigned(folder, by: trust)
      }
      Exit.print(problems, output.lang)
      if let trust {
        do throws(Problems) { _ = try trust.check(SignedNote(bytes, file: "checkpoint")) } catch {
          let code = Exit.after(error, output.lang)
          throw problems.isEmpty ? code : ExitCode(Exit.unavailable)
        }
      }
      try WholeFile.write(String(decoding: bytes, as: UTF8.self), to: out)
    }
  }

  /// The checkpoint with what the witnesses that can be reached have signed, and why the others have not.
  private static func cosigned(
    _ folder: LedgerFolder, by trust: TrustPolicy
  ) async throws(Problems) -> ([UInt8], [Problem]) {
    let store = try folder.writing()
    let reader = LogReader(store)
    let note = try SignedNote(try await reader.signedCheckpoint(), file: "checkpoint")
    let size = try Checkpoint(note).size
    let client = try WitnessClient(reader, checkpoint: note)
    var problems: [Problem] = []
    for witness in trust.witnesses where witness.url != nil {
      do throws(Problems) {
        let lines = try await client.cosignatures(of: witness).map {
          String(decoding: $0.line.dropLast(), as: UTF8.self)
        }
        try await store.addCosignatures(lines, size: size)
      } catch { problems += error.list }
    }
    return (try await reader.signedCheckpoint(), problems)
  }
}
