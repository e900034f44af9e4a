public import ArgumentParser
import Glibc
public import Measures
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
    for problem in problems.list { StandardError().write(problem.text(language) + "\n") }
    let isIO = problems.list.allSatisfy { $0.code == .unreadable }
    return ExitCode(isIO ? inputOutput : badInput)
  }
}

/// Standard error as a text stream.
struct StandardError: TextOutputStream {
  func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
