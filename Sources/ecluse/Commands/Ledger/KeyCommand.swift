import ArgumentParser
import Ledger
import Measures
import Records
import RecordsIO

/// `ecluse key`: keys of persons and of servers.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key", abstract: say(.helpKeyCommand),
      subcommands: [KeyNew.self, KeyShow.self, KeyAdd.self, KeyRotate.self, KeyRevoke.self])
  }
}

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

/// `ecluse key show`: the card of a key, or the keys of a log.
struct KeyShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: say(.helpKeyShow))
  }

  @Argument(help: .init(.helpKeyFile, .valueFile)) var file: String?
  @Option(help: .init(.helpRoles, .valueRoles)) var roles: String = "recorder"
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var out: String?
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      if let file {
        let key = try KeyFile(SecretFile.read(file), file: file)
        try WholeFile.write(
          String(decoding: key.grant(roles: try KeyGrant.Role.list(roles)).card, as: UTF8.self), to: out)
      } else {
        let folder = try ledger.folder()
        let admission = try awaiting { () throws(Problems) in
          try await AdmissionState.read(folder.reading(), places: Workspace.places())
        }
        print(output.style.text(lines(admission, output.style)))
      }
    }
  }

  private func lines(_ admission: Admission, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .left, .left, .left])
    for key in admission.ring.all {
      let state: Phrase =
        admission.ring.revocation(of: key.keyID) != nil
        ? .keyStateRevoked
        : key.until.map { $0.last.milliseconds < admission.time } ?? false
          ? .keyStateExpired : .keyStateCounts
      let roles = key.roles.map { $0.name + ($0.place.map { ":\($0)" } ?? "") }.joined(separator: ", ")
      table.add(
        [
          key.party, key.person, style.say(key.custody == .server ? .custodyServer : .custodySelf), roles,
          style.say(state) + "  " + key.id.local,
        ], [.bold, nil, nil, nil, .faint])
    }
    return table.lines(style)
  }
}

/// `ecluse key add`: introduces a key to a log.
struct KeyAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: say(.helpKeyAdd))
  }

  @Argument(help: .init(.helpKeyCard, .valueFile)) var card: String
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let signer = try key.file()
      let grant = try KeyGrant(card: TextFile.bytes(card, atMost: 1 << 16), file: card)
      let submission = try Submission.unsealed(grant.draft(by: signer.party), signedBy: [signer.signing])
      let folder = try ledger.folder()
      let receipt = try awaiting { () throws(Problems) in
        try await folder.sequencer().submit(submission)
      }
      print(
        Phrase.keyIntroduced.with(.code(grant.id.local), .code(grant.party), .count(Int(receipt.leaf)))
          .text(output.lang))
    }
  }
}

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
      let sequencer = try awaiting { () throws(Problems) in try await folder.sequencer() }
      let known = try awaiting { () throws(Problems) in await sequencer.admission.ring[id] }
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
      var submissions: [Submission] = []
      for draft in drafts { submissions.append(try Submission.unsealed(draft, signedBy: [signer.signing])) }
      let (all, results) = (
        submissions, try awaiting { [submissions] () throws(Problems) in await sequencer.submit(submissions) }
      )
      for (_, result) in zip(all, results) { _ = try result.get() }
      print(Phrase.keyRotated.with(.code(known.id.local), .code(out)).text(output.lang))
    }
  }
}

/// `ecluse key revoke`: a key does not count any more.
struct KeyRevoke: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "revoke", abstract: say(.helpKeyRevoke))
  }

  @Argument(help: .init(.helpKeyID, .valueKeyID)) var id: String
  @Option(help: .init(.helpGround, .valueText)) var ground: String?
  @OptionGroup var key: KeyOption
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try answering(output.lang) {
      let signer = try key.file()
      let folder = try ledger.folder()
      let sequencer = try awaiting { () throws(Problems) in try await folder.sequencer() }
      let known = try awaiting { () throws(Problems) in
        await sequencer.admission.ring.all.filter { $0.keyID.hasPrefix(id) && id.utf8.count >= 8 }
      }
      guard known.count == 1 else {
        throw Problems([
          Problem(
            .unknownKey, at: nil, field: "KEY", rule: Phrase.noKeyToRevoke.with(.code(id)),
            remedy: Phrase.showKeys.message)
        ])
      }
      let draft = known[0].revocation(by: signer.party, ground: ground)
      let submission = try Submission.unsealed(draft, signedBy: [signer.signing])
      let receipt = try awaiting { () throws(Problems) in try await sequencer.submit(submission) }
      print(
        Phrase.keyRevokedNow.with(.code(known[0].id.local), .count(Int(receipt.leaf))).text(output.lang))
    }
  }
}

extension KeyGrant.Role {
  /// Reads `recorder,authority:EU`.
  static func list(_ text: String) throws(Problems) -> [KeyGrant.Role] {
    let places = try Workspace.places()
    var roles: [KeyGrant.Role] = []
    for word in text.split(separator: ",") {
      let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
      guard GlobalID.isNamespace(parts[0]), parts.count == 1 || places.contains(code: parts[1]) else {
        throw Problems([
          Problem(
            .unknownWord, at: nil, field: "--roles", rule: Phrase.badName.with(.quoted(String(word))),
            remedy: Phrase.nameRoles.message)
        ])
      }
      roles.append(KeyGrant.Role(parts[0], place: parts.count == 2 ? parts[1] : nil))
    }
    return roles
  }
}
