import ArgumentParser
import Glibc
import Measures
import Records

extension Language: ExpressibleByArgument {}

/// How to answer: options of every command.
struct OutputOptions: ParsableArguments {
  @Option(help: "Language of the answer: en or fr.")
  var lang: Language = .en
}

/// Errors that a command ends with: each has its exit code.
enum Exit {
  static let failedCheck: Int32 = 1
  static let badInput: Int32 = 65
  static let unavailable: Int32 = 69
  static let internalError: Int32 = 70
  static let inputOutput: Int32 = 74

  /// Prints the problems to standard error and gives the exit code that they call for.
  static func after(_ problems: Problems, _ language: Language) -> ExitCode {
    for problem in problems.list { print(problem.text(language), to: &standardError) }
    let isIO = problems.list.allSatisfy { $0.code == .unreadable }
    return ExitCode(isIO ? inputOutput : badInput)
  }
}

/// Standard error as a text stream.
struct StandardError: TextOutputStream {
  mutating func write(_ text: String) { fputs(text, stderr) }
}

nonisolated(unsafe) var standardError = StandardError()
