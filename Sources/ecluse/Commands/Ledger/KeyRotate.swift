import ArgumentParser
import Glibc
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key rotate`: a new key takes the place of an old one, which is revoked.
struct KeyRotate: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "rotate", abstract: say(.helpKeyRotate))
  }

  @Argument(help: .init(.helpKeyFile, .valueFile)) var file: String
  @Option(name: .customLong("output"), help: .init(.helpNewKeyFile, .valueFile)) var out: String
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let old = try KeyFile(SecretFile.read(file), file: file)
      let signer = try key.file()
      let new = try KeyFile(party: old.party, person: old.person, custody: old.custody, sharing: old)
      let folder = try ledger.folder()
      let id = KeyGrant.keyID(old.signing.publicKey)
      let admission = try awaiting { () throws(Problems) in
        try await AdmissionState.read(folder.reading(), places: Workspace.places())
      }
      let known = admission.ring[id]
      guard let known else {
        throw Problems([
          Problem(
            .unknownKey, at: Mark(file: file, line: 0), rule: Phrase.unknownKey.with(.code(id)),
            remedy: Phrase.introduceKey.message)
        ])
      }
      // The new key is safe on disk before the log knows it.
      try SecretFile.create(out, new.bytes)
      let drafts = [
        new.grant(roles: known.roles).draft(by: signer.party),
        known.revocation(by: signer.party, ground: "rotation"),
      ]
      // The old key signs too: whoever founded the log goes on as its founder.
      let isSame = signer.signing.publicKey == old.signing.publicKey
      let signers = [signer.signing] + (isSame || !admission.isValid(known) ? [] : [old.signing])
      // The old key goes only once the new one is there.
      for (place, draft) in drafts.enumerated() {
        let submission = try Submission.unsealed(draft, in: admission.logKey, signedBy: signers)
        let results = try awaiting { () throws(Problems) in
          try await folder.submit([submission], output.lang).results
        }
        do throws(Problems) { for result in results { _ = try result.get() } } catch {
          // A key that the log does not know is of no use.
          if place == 0 { unlink(out) }
          throw error
        }
      }
      print(Phrase.keyRotated.with(.code(known.id.local), .code(out)).text(output.lang))
    }
  }
}
