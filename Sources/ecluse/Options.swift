public import ArgumentParser
import Glibc
public import Measures
import Records

extension Language: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
  /// Reads a date of the command line.
  public init?(argument: String) { try? self.init(argument) }
}

/// How an answer is written.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case text, json, html
}

/// How to answer: options of every command.
struct OutputOptions: ParsableArguments {
  @Option(help: "Language of the answer: en or fr.")
  var lang: Language = .en

  @Option(help: "text for people, json for programs, html for a page in one file.")
  var format: Format = .text

  @Option(help: "When to use colour: auto, always or never.")
  var color: ColorChoice = .auto
}

/// When text has colour.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    }
  }
}

/// Which facts count.
struct TimeOptions: ParsableArguments {
  @Option(help: "What was true when: a date or an instant. Default: today.")
  var asOf: Moment?

  @Option(help: "What was known when. Default: everything here.")
  var knownAt: Moment?

  var asOfInstant: Instant { (asOf ?? .day(Self.today)).last }
  var knownAtInstant: Instant? { knownAt?.last }

  private static var today: CivilDate {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(milliseconds: Int64(now.tv_sec) * 1000).date
  }
}

/// Which regimes are judged.
struct RegimeOptions: ParsableArguments {
  @Option(help: "Only these regimes, separated by commas. Default: every one that is loaded.")
  var regimes: String?

  @Option(help: "A folder of more regime packs, one YAML file each, beside those that ship.")
  var packs: String?
}

/// Errors that a command ends with: each has its exit code.
enum Exit {
  static let closed: Int32 = 10
  static let undetermined: Int32 = 11
  static let badInput: Int32 = 65
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
