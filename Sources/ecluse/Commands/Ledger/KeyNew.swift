import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key new`: makes a private key for its owner alone.
struct KeyNew: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "new", abstract: say(.helpKeyNew))
  }

  @Argument(help: .init(.helpKeyFile, .valueFile)) var file: String
  @Option(help: .init(.helpParty, .valueParty)) var party: String
  @Option(help: .init(.helpPerson, .valuePerson)) var person: String
  @Flag(help: .init(.helpServerKey)) var server = false
  @Option(help: .init(.helpSealingFrom, .valueFile)) var sealingFrom: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      guard GlobalID.isNamespace(party), party != Admission.log else {
        throw Problems([
          Problem(
            .badName, at: nil, field: "--party", rule: Phrase.badName.with(.quoted(party)),
            remedy: Phrase.chooseName.message)
        ])
      }
      guard !person.isEmpty, !person.unicodeScalars.contains(where: \.isHidden) else {
        throw Problems([
          Problem(
            .badName, at: nil, field: "--person", rule: Phrase.personSteers.with(.quoted(person)),
            remedy: Phrase.rewriteIt.message)
        ])
      }
      let other = try sealingFrom.map { path throws(Problems) in
        try KeyFile(SecretFile.read(path), file: path)
      }
      let key = try KeyFile(
        party: party, person: person, custody: server ? .server : .selfHeld, sharing: other)
      try SecretFile.create(file, key.bytes)
      print(
        Phrase.keyMade.with(.code(file), .code(key.grant(roles: []).keyID), .code(party)).text(output.lang))
    }
  }
}
