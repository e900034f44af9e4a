import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse ledger init`: founds a log.
struct LedgerInit: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: say(.helpLedgerInit))
  }

  @Argument(help: .init(.helpFounders, .valueFile)) var cards: [String] = []
  @Option(help: .init(.helpOrigin, .valueOrigin)) var origin: String
  @OptionGroup var key: KeyOption
  @Option(help: .init(.helpQuorum, .valueNumber)) var quorum: Int?
  @Option(help: .init(.helpPolicyOfInit, .valueFile)) var policy: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let founder = try key.file()
      let roles = ["administrator", "recorder", "registrar"].map { KeyGrant.Role($0) }
      var founders = [founder.grant(roles: roles)]
      for card in cards {
        let grant = try KeyGrant(card: TextFile.bytes(card, atMost: 1 << 16), file: card)
        if grant.publicKey != founder.signing.publicKey { founders.append(grant.administering) }
      }
      let policy = try chosenPolicy()
      guard policy.isPossible(with: founders), quorum ?? 1 > 0 else {
        throw Problems([
          Problem(
            .contradiction, at: nil, field: "--quorum",
            rule: Phrase.quorumTooLarge.with(.code(String(quorum ?? policy.quorum))),
            remedy: Phrase.rewriteIt.message)
        ])
      }
      guard LogName(origin).isKeyName else {
        throw Problems([
          Problem(
            .badName, at: nil, field: "--origin", rule: Phrase.badOrigin.with(.quoted(origin)),
            remedy: Phrase.chooseLogName.message)
        ])
      }
      try SeenCheckpoint.checkUnseen(origin)
      let folder = try ledger.folder()
      let keys = try folder.create(origin: origin)
      let draft = Genesis.draft(
        origin: origin, logKey: keys.note.verifier().vkey, clockKey: keys.clockKey, founders: founders,
        policy: policy)
      do {
        let genesis = try Submission.unsealed(draft, signedBy: [founder.signing])
        let language = output.lang
        _ = try awaiting { () throws(Problems) in try await folder.submit(genesis, language) }
      } catch {
        folder.discard()
        throw error
      }
      print(
        Phrase.ledgerFounded.with(.code(origin), .code(keys.note.verifier().vkey)).text(output.lang))
      let admission = try awaiting { () throws(Problems) in
        try await AdmissionState.read(folder.reading(), places: Workspace.places())
      }
      print(output.style.text(KeyShow.lines(admission, output.style)))
    }
  }

  private func chosenPolicy() throws(Problems) -> AdmissionPolicy {
    guard let policy else { return .usual(quorum: quorum ?? 1, distinct: .organisation) }
    guard quorum == nil else {
      throw Problems([
        Problem(
          .contradiction, at: nil, field: "--quorum", rule: Phrase.policySaysQuorum.message,
          remedy: Phrase.removeOne.message)
      ])
    }
    return try AdmissionPolicy(file: TextFile.tree(policy), places: Workspace.places())
  }
}

extension KeyGrant {
  /// A founder that holds its key administers the keys of its own party, whatever its card asks for.
  fileprivate var administering: KeyGrant {
    let role = Role("administrator")
    guard custody == .selfHeld, !roles.contains(role) else { return self }
    return KeyGrant(
      party: party, person: person, publicKey: publicKey, custody: custody, roles: [role] + roles, from: from,
      until: until)
  }
}
