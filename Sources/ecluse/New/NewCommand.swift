import ArgumentParser
import Exchange
import Glibc
import Measures
import Records

/// `ecluse new FILE`: asks the few questions that matter, and writes a dossier that a person completes.
struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: say(.helpNew), discussion: say(.helpNewMore))
  }

  @Argument(help: .init(.helpNewFile, .valueFile)) var file: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      // Before the first question: what somebody wrote is not asked for again.
      guard access(file, F_OK) != 0 else {
        throw Problems([
          Problem(
            .unreadable, at: Mark(file: file, line: 0), rule: Phrase.newExists.message,
            remedy: Phrase.newOtherFile.message)
        ])
      }
      let style = output.style
      let questions = Questions(
        style, say: { StandardError().write(style.text([$0]) + "\n") },
        next: { readLine(strippingNewline: true) })
      let text = try NewDossier(questions, Workspace(dossier: nil)).asked()
      try WholeFile.write(text.yaml, to: file)
      print(style.text([style.say(Phrase.newWritten.with(.code(file)))]))
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
  }
}
