import ArgumentParser
import Glibc
import Measures
import Records

/// The command line.
@main
struct Ecluse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ecluse",
    abstract: "Accounts for the compute behind AI models, and says what binds them and why.",
    subcommands: [
      Assess.self, AccountCommand.self, GateCommand.self, RegimesCommand.self, KindsCommand.self, Check.self,
    ])
}
