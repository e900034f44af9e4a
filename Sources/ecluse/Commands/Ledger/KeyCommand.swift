import ArgumentParser
import Ledger
import Measures
import Records

/// `ecluse key`: keys of persons and of servers.
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key", abstract: say(.helpKeyCommand),
      subcommands: [KeyNew.self, KeyShow.self, KeyAdd.self, KeyRotate.self, KeyRevoke.self])
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
