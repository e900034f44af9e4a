import ArgumentParser
import Glibc
import Measures

/// The command line.
@main
struct Ecluse: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ecluse", abstract: say(.helpProgram), version: "ecluse \(version)",
      subcommands: [
        Assess.self, AccountCommand.self, GateCommand.self, RegimesCommand.self, KindsCommand.self,
        Check.self, PlanCommand.self, VerifyCommand.self, VerifyDetermination.self, RecordCommand.self,
        SignCommand.self, NewCommand.self, ModifyCommand.self, ImportCommand.self, ExportCommand.self,
        LedgerCommand.self, KeyCommand.self, WithholdCommand.self, RevealCommand.self, DisposeCommand.self,
      ])
  }

  /// The version of the program, whose packs have their own.
  static let version = "0.1.0"

  @OptionGroup var language: LanguageOption

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      try Invocation.check(arguments)
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let text = ParserText.translated(fullMessage(for: error), Language.spoken)
      if code == .success { print(text) } else if !text.isEmpty { StandardError().write(text + "\n") }
      Glibc.exit(code.rawValue)
    }
  }
}

/// A phrase in the language of the command line.
func say(_ phrase: Phrase) -> String { phrase.text[Language.spoken] }
