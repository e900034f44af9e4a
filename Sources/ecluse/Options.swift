public import ArgumentParser
import Glibc
import Ledger
public import Measures
import Records

extension Language: ExpressibleByArgument {}

extension ArgumentHelp {
  /// Help in the language of the command line, with the name of the value.
  init(_ phrase: Phrase, _ value: Phrase? = nil) { self.init(say(phrase), valueName: value.map(say)) }
}

/// How an answer is written.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// How an answer is written where there is a page too.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, html
}

/// The language, before or after the name of a command.
struct LanguageOption: ParsableArguments {
  @Option(help: .init(.helpLang, .valueLang)) var lang: Language = .spoken
}

/// How to answer: options of every command.
struct OutputOptions: ParsableArguments {
  @OptionGroup var language: LanguageOption

  @Option(help: .init(.helpColor, .valueColor)) var color: ColorChoice = .auto

  var lang: Language { language.lang }
  var style: TextStyle { TextStyle(lang, color: color.isOn, width: Terminal.width) }
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
  @Option(help: .init(.helpAsOf, .valueDate), transform: Self.moment) var asOf: Moment?

  @Option(help: .init(.helpKnownAt, .valueDate), transform: Self.moment) var knownAt: Moment?

  var asOfInstant: Instant { (asOf ?? .day(Self.today)).last }
  var knownAtInstant: Instant? { knownAt?.last }
  var dates: Dates { Dates(asOf: asOfInstant, knownAt: knownAtInstant) }

  /// Reads a date, or says what is wrong with it.
  static func moment(_ text: String) throws -> Moment {
    do { return try Moment(text) } catch {
      let isDay = text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil
      let rule = (isDay ? Phrase.noSuchDay : .badDate).with(.code(text)).text(Language.spoken)
      throw ValidationError("\(rule) \(say(.writeDate))")
    }
  }

  static var today: CivilDate {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(milliseconds: Int64(now.tv_sec) * 1000).date
  }
}

/// Which regimes are judged.
struct RegimeOptions: ParsableArguments {
  @Option(help: .init(.helpOnlyRegimes, .valueRegimes)) var regimes: String?

  @OptionGroup var more: PackOptions

  var packs: String? { more.packs }
}

/// Regimes beside those that ship.
struct PackOptions: ParsableArguments {
  @Option(help: .init(.helpPacks, .valueFolder)) var packs: String?
}

/// Errors that a command ends with: each has its exit code.
enum Exit {
  static let failed: Int32 = 1
  static let closed: Int32 = 10
  static let undetermined: Int32 = 11
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let unavailable: Int32 = 69
  static let inputOutput: Int32 = 74
  /// At most this many mistakes are printed; the rest is counted.
  private static let shown = 500

  /// What a log answers to what it does not take.
  private static let refusals: Set<Problem.Code> = [
    .notAdmitted, .unknownKey, .keyNotValid, .badSignature, .sealDiffers, .malformed,
  ]

  /// Prints problems to standard error, each on one line.
  static func print(_ problems: [Problem], _ language: Language) {
    var text = problems.prefix(shown).map { $0.text(language) + "\n" }.joined()
    if problems.count > shown {
      text += Phrase.andMore.with(.count(problems.count - shown)).text(language) + "\n"
    }
    if !text.isEmpty { StandardError().write(text) }
  }

  /// Prints the problems to standard error and gives the exit code that they call for: what stands in no file
  /// stands on the command line.
  static func after(_ problems: Problems, _ language: Language) -> ExitCode {
    print(problems.list, language)
    if problems.list.allSatisfy({ $0.code == .unreadable }) { return ExitCode(inputOutput) }
    let isUsage = problems.list.allSatisfy { $0.mark == nil && !refusals.contains($0.code) }
    return ExitCode(isUsage ? usage : badInput)
  }
}

/// Standard error as a text stream.
struct StandardError: TextOutputStream {
  func write(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
