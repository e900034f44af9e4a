import ArgumentParser
import Measures
import Records
import Regimes

/// `ecluse verify-determination FILE [DOSSIER]`: makes the answers of a file again.
struct VerifyDetermination: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "verify-determination", abstract: say(.helpVerify))
  }

  @Argument(help: .init(.helpAnswerFile, .valueFile)) var file: String
  @Argument(help: .init(.helpVerifyDossier, .valueFolder)) var dossier: String?
  @OptionGroup var more: PackOptions
  @Option(help: .init(.helpFormat, .valueFormat)) var format: Format = .text
  @OptionGroup var output: OutputOptions

  func run() throws {
    let isSame: Bool
    do {
      let answers = try AnswerFile.answers(file)
      let verification = try Self.verification(
        answers, dossier: dossier, packs: more.packs, progress: { Progress(of: $0, output.lang) })
      print(
        format == .json
          ? verification.json.canonical : output.style.text(verification.lines(output.style)))
      isSame = verification.different.isEmpty
    } catch {
      throw Exit.after(error, output.lang)
    }
    if !isSame { throw ExitCode(Exit.failed) }
  }

  /// `answers`, made again from a dossier, or from the public record.
  static func verification(
    _ answers: [StatedAnswer], dossier: String?, packs: String? = nil,
    progress: (Int) -> Progress? = { _ in nil }
  ) throws(Problems) -> Verification {
    let names = answers.map(\.name)
    let workspace = try Workspace(
      dossier: try operands(dossier.map { [$0] } ?? [], isDossier: true).dossier, names: names,
      packs: packs)
    return try Verification(answers, workspace, progress: progress)
  }
}
