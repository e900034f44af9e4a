import ArgumentParser
import Measures
import Testing

@testable import ecluse

/// Help and mistakes of the command line are in the language that was asked for.
@Suite struct CommandLanguage {
  @Test(
    arguments: [
      (["assess", "--lang", "fr"], [:], Language.fr),
      (["--lang=fr", "assess"], ["LANG": "en_GB.UTF-8"], .fr),
      (["assess", "--lang", "en"], ["LC_ALL": "fr_FR.UTF-8"], .en),
      (["assess"], ["LANG": "fr_CA.UTF-8"], .fr),
      // The first variable that is set decides; an empty one is not set.
      (["assess"], ["LC_ALL": "C", "LANG": "fr_FR.UTF-8"], .en),
      (["assess"], ["LC_ALL": "", "LANG": "fr"], .fr),
      (["assess", "--lang", "de"], ["LC_MESSAGES": "fr_FR"], .fr), (["assess", "--lang"], [:], .en),
      ([], [:], .en),
    ] as [([String], [String: String], Language)])
  func isChosen(_ arguments: [String], _ environment: [String: String], _ expected: Language) {
    #expect(Language.chosen(arguments) { environment[$0] } == expected)
  }

  /// What the program says to a command line that it refuses, or that asks for help.
  private func answer(_ arguments: [String], _ language: Language) -> (text: String, code: Int32) {
    Language.$spoken.withValue(language) {
      do {
        var command = try Ecluse.parseAsRoot(arguments)
        try command.run()
        return ("", 0)
      } catch {
        let text = ParserText.translated(Ecluse.fullMessage(for: error, columns: 80), language)
        return (text, Ecluse.exitCode(for: error).rawValue)
      }
    }
  }

  private static var english: Regex<Substring> {
    /\b(?:Error|Help|Usage|USAGE|OVERVIEW|SUBCOMMANDS|Show|See|Unknown|Unexpected|Missing|The|value|values|default|subcommand|Please|Did|invalid|specified|or|and|expected)\b/
  }

  @Test(arguments: [
    [], ["assess"], ["account"], ["gate"], ["regimes"], ["regimes", "list"], ["regimes", "show"],
    ["regimes", "lint"], ["kinds"], ["check"], ["verify-determination"], ["plan"],
  ])
  func helpIsInFrench(_ command: [String]) {
    let (french, english) = (answer(command + ["--help"], .fr), answer(command + ["--help"], .en))
    #expect(french.code == 0 && english.code == 0)
    #expect(french.text != english.text && english.text.contains("OVERVIEW: "))
    let left = french.text.firstMatch(of: Self.english).map { String($0.output) }
    #expect(left == nil, "\(left ?? "") in \(french.text)")
    for line in french.text.split(separator: "\n") {
      #expect(Documentation.mistake(inFrench: String(line)) == nil, "\(line)")
    }
  }

  @Test(arguments: [
    (["bogus"], "Argument inattendu"), (["assess", "--bogus"], "Option inconnue"),
    (["assess", "--lan", "fr"], "Vouliez-vous dire «\u{202F}--lang\u{202F}»"),
    (["gate"], "Argument manquant"),
    (["gate", "x", "--action"], "Valeur manquante"), (["check", "a", "b", "c"], "2 arguments inattendus"),
    (["assess", "--all=3"], "ne prend pas de valeur"),
    (["gate", "x", "--action", "fly"], "Donnez l’une de celles-ci"),
    (["assess", "--format", "yaml"], "«\u{A0}text\u{A0}», «\u{A0}json\u{A0}» ou «\u{A0}html\u{A0}»"),
    (["assess", "--as-of", "2026-02-30"], "Le jour 2026-02-30 n’existe pas"),
    (["assess", "--as-of", "tomorrow"], "«\u{202F}tomorrow\u{202F}» n’est pas une date"),
    // What a command cannot write is refused, never written as something else.
    (["gate", "x", "--action", "use", "--format", "html"], "ne convient pas"),
    (["account", "--format", "html"], "ne convient pas"),
    (["check", "x", "--format", "json"], "Option inconnue"),
  ])
  func mistakesAreInFrench(_ arguments: [String], _ expected: String) {
    let (text, code) = answer(arguments, .fr)
    #expect(code == Exit.usage)
    #expect(text.contains(expected), "\(text)")
    let left = text.firstMatch(of: Self.english).map { String($0.output) }
    #expect(left == nil, "\(left ?? "") in \(text)")
    let english = answer(arguments, .en).text
    #expect(english.hasPrefix("Error: ") && !english.contains("'"), "\(english)")
  }

  /// What the parser would pass over is refused, in both languages.
  @Test(arguments: [
    (["gate", "x", "--action", "use", "--action", "train"], "--action"), (["help", "nope"], "nope"),
    (["help", "regimes", "nope"], "list, show"), (["help", "asess"], "assess"),
    (["accuont", "x"], "account"),
    (["assess", "--as-of=2026-01-01", "--as-of", "2026-01-01"], "--as-of"),
    (["--lang", "fr", "nope"], "nope"),
    (["help", "assess", "x"], "x"),
  ])
  func whatTheParserWouldPassOver(_ arguments: [String], _ named: String) {
    for language in Language.allCases {
      Language.$spoken.withValue(language) {
        #expect {
          try Invocation.check(arguments)
        } throws: { error in
          Ecluse.exitCode(for: error).rawValue == Exit.usage && Ecluse.message(for: error).contains(named)
        }
      }
    }
  }

  @Test(arguments: [
    [], ["help"], ["help", "regimes", "show"], ["--lang", "fr", "help", "assess"], ["help", "--lang", "fr"],
    ["assess", "nope", "--all"], ["regimes"], ["gate", "x", "--action", "use", "--", "--action"],
    ["--version"], ["--generate-completion-script", "bash"],
    ["--lang=fr", "--generate-completion-script", "bash"],
  ])
  func whatTheParserReads(_ arguments: [String]) throws { try Invocation.check(arguments) }

  @Test func theVersionIsAWord() {
    #expect(answer(["--version"], .fr).text == "ecluse \(Ecluse.version)")
    #expect(answer(["--version"], .en).code == 0)
  }

  /// One kind of quotation marks in all messages; scripts for shells keep theirs.
  @Test func quotationMarksAreOfOneKind() {
    #expect(answer(["asses"], .en).text.contains("“asses”"))
    #expect(answer(["assess", "--format", "yaml"], .en).text.contains("“text”, “json” or “html”"))
    let script = answer(["--generate-completion-script", "bash"], .en).text
    #expect(script.contains("'") && script == answer(["--generate-completion-script", "bash"], .fr).text)
  }

  @Test func theLanguageMayStandBeforeTheCommand() throws {
    let command = try #require(try Ecluse.parseAsRoot(["--lang", "fr", "check", "x"]) as? Check)
    #expect(command.dossier == "x")
  }
}
