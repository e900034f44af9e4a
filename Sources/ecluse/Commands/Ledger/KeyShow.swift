import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key show`: the card of a key, or the keys of a log.
struct KeyShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: say(.helpKeyShow))
  }

  @Argument(help: .init(.helpKeyFile, .valueFile)) var file: String?
  @Option(help: .init(.helpRoles, .valueRoles)) var roles: String = "recorder"
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      if let file {
        let key = try KeyFile(SecretFile.read(file), file: file)
        try WholeFile.write(
          String(decoding: key.grant(roles: try KeyGrant.Role.list(roles)).card, as: UTF8.self), to: out)
      } else {
        let folder = try ledger.folder()
        let admission = try awaiting { () throws(Problems) in
          try await AdmissionState.read(folder.reading(), places: Workspace.places())
        }
        print(output.style.text(Self.lines(admission, output.style)))
      }
    }
  }

  /// The keys of a log: whose they are, and what they may sign as.
  static func lines(_ admission: Admission, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .left, .left, .left])
    for key in admission.ring.all {
      let state: Phrase =
        admission.ring.revocation(of: key.keyID) != nil
        ? .keyStateRevoked
        : key.until.map { $0.last.milliseconds < admission.time } ?? false
          ? .keyStateExpired : .keyStateCounts
      let roles = key.roles.map { $0.name + ($0.place.map { ":\($0)" } ?? "") }.joined(separator: ", ")
      table.add(
        [
          key.party, key.person, style.say(key.custody == .server ? .custodyServer : .custodySelf), roles,
          style.say(state) + "  " + key.id.local,
        ], [.bold, nil, nil, nil, .faint])
    }
    return table.lines(style)
  }
}
