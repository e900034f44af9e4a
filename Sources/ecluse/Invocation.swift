import ArgumentParser
import Measures
import Records

/// What is wrong with a command line before it is parsed, and the parser would pass over.
enum Invocation {
  /// - Throws: `ValidationError`: an option that is given twice, of which one would count; a command that is none.
  static func check(_ arguments: [String]) throws {
    let arguments = arguments.prefix { $0 != "--" }
    var seen: Set<Substring> = []
    for name in arguments.filter({ $0.hasPrefix("--") }).map({ $0.prefix { $0 != "=" } })
    where !seen.insert(name).inserted {
      throw ValidationError(Phrase.givenTwice.with(.code(String(name))).text(Language.spoken))
    }
    // The language alone may stand before the command. Of another option the parser says what it makes of it.
    let words = arguments.enumerated().filter { index, word in
      !word.hasPrefix("--lang") && (index == 0 || arguments[index - 1] != "--lang")
    }.map(\.element)
    guard let first = words.first, !first.hasPrefix("-") else { return }
    // Of a command, what follows is its own; help goes all the way down.
    let names = first == "help" ? words.dropFirst().prefix { !$0.hasPrefix("-") } : words.prefix(1)
    var command: any ParsableCommand.Type = Ecluse.self
    for name in names {
      let known = command.configuration.subcommands
      guard let next = known.first(where: { $0._commandName == name }) else {
        throw ValidationError(noCommand(name, known.map { $0._commandName }))
      }
      command = next
    }
  }

  private static func noCommand(_ name: String, _ known: [String]) -> String {
    let rule = Phrase.noSuchCommand.with(.code(name)).text(Language.spoken)
    return known.isEmpty ? rule : "\(rule) \(Phrase.nearestOrAll(name, known).text(Language.spoken))"
  }
}
