import ArgumentParser
import Glibc
package import Measures

extension Language {
  /// The language of help and of mistakes, known before the command line is parsed.
  @TaskLocal package static var spoken = chosen(CommandLine.arguments) { name in
    getenv(name).map { String(cString: $0) }
  }

  /// What `--lang` says, else the locale, else English.
  package static func chosen(_ arguments: [String], _ environment: (String) -> String?) -> Language {
    for (index, argument) in arguments.enumerated() where argument.hasPrefix("--lang") {
      let value = argument == "--lang" ? arguments.dropFirst(index + 1).first : String(argument.dropFirst(7))
      if let language = value.flatMap(Language.init(rawValue:)) { return language }
    }
    // The first that is set decides, as in every program of the system.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    return locale?.hasPrefix("fr") == true ? .fr : .en
  }
}

/// What the parser of arguments says, in the words and quotation marks of the program.
enum ParserText {
  static func translated(_ text: String, _ language: Language) -> String {
    // A script for a shell is no sentence, and its quotation marks are not ours.
    guard ["Error: ", "OVERVIEW: ", "USAGE: "].contains(where: text.hasPrefix) else { return text }
    guard language != .en else {
      return text.replacing(/(^|[\s(])'([^'\n]+)'/) { "\($0.output.1)“\($0.output.2)”" }
    }
    let said = ParserWords.all.reduce(text) { text, phrase in
      guard let pattern = try? Regex(pattern(phrase.text.en)) else { return text }
      return text.replacing(pattern) { match in
        let arguments = match.output.dropFirst().map { Message.Argument.code(String($0.substring ?? "")) }
        return Message(phrase, Array(arguments)).text(language)
      }
    }
    // What is still quoted the English way are single words: values and options.
    return said.replacing(/'([^'\s]+)'/) { "«\u{A0}\($0.output.1)\u{A0}»" }
  }

  /// The sentence as a pattern: help breaks lines anywhere, and each place holds anything.
  private static func pattern(_ sentence: String) -> String {
    let place = sentence.hasPrefix("(") ? "([^)]+?)" : "((?s:.)+?)"
    let escaped = sentence.reduce(into: "") { text, sign in
      text += "().?+*[]".contains(sign) ? "\\\(sign)" : sign == " " ? "\\s" : String(sign)
    }
    return escaped.replacing(/\{\d\}/, with: place)
  }
}
