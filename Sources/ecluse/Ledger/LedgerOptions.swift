import ArgumentParser
import Glibc
import Ledger
import Measures
import Records

/// Which ledger, and who reads.
struct LedgerOptions: ParsableArguments {
  @Option(name: .customLong("ledger"), help: .init(.helpLedger, .valueFolder)) var path: String?

  /// The ledger that is named, here or by `ECLUSE_LEDGER`.
  func folder() throws(Problems) -> LedgerFolder {
    guard let path = path ?? getenv("ECLUSE_LEDGER").map({ String(cString: $0) }), !path.isEmpty else {
      throw Problems([
        Problem(
          .missingField, at: nil, field: "--ledger", rule: Phrase.noLedgerNamed.message,
          remedy: Phrase.nameLedger.message)
      ])
    }
    return LedgerFolder(path: path)
  }
}

/// As whom a ledger is read.
struct ViewerOption: ParsableArguments {
  @Option(help: .init(.helpViewer, .valueViewer)) var viewer: String?

  /// Without one, whoever holds the store.
  var asked: Viewer { Self.viewer(viewer) ?? .holder }

  /// Who is named: everyone as `public`, or a party.
  static func viewer(_ name: String?) -> Viewer? {
    name.map { $0 == "public" ? .everyone : .party($0) }
  }
}

/// A ledger instead of a dossier.
struct SourceOptions: ParsableArguments {
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var viewer: ViewerOption

  /// What a command works on: the ledger that is named, or the dossier.
  /// - Throws: ``Problems``: both are named, or what is named cannot be read.
  func workspace(
    dossier path: String?, names: [String], packs: String?, time: TimeOptions, _ language: Language
  ) throws(Problems) -> Workspace {
    guard ledger.path != nil else {
      guard viewer.viewer == nil else {
        throw Problems([
          Problem(
            .contradiction, at: nil, field: "--viewer", rule: Phrase.viewerOfLedger.message,
            remedy: Phrase.nameLedger.message)
        ])
      }
      return try Workspace(dossier: path, names: names, packs: packs, dates: time.dates)
    }
    guard path == nil else {
      throw Problems([
        Problem(
          .contradiction, at: nil, field: "--ledger", rule: Phrase.dossierOrLedger.message,
          remedy: Phrase.removeOne.message)
      ])
    }
    let folder = try ledger.folder()
    let (viewer, knownAt) = (viewer.asked, time.knownAtInstant)
    let reading = try awaiting { () throws(Problems) in
      try await folder.records(for: viewer, knownAt: knownAt)
    }
    let workspace = try Workspace(ledger: reading, names: names, packs: packs).settled(time.dates)
    workspace.doubted(language)
    return workspace
  }
}

/// With which key.
struct KeyOption: ParsableArguments {
  @Option(name: .customLong("key"), help: .init(.helpKey, .valueFile)) var path: String

  func file() throws(Problems) -> KeyFile { try KeyFile(SecretFile.read(path), file: path) }
}

/// Who may read.
extension Readers {
  /// Reads `public`, `nobody`, or namespaces between commas.
  init(option text: String) throws(Problems) {
    let words = text == "nobody" ? [] : text.split(separator: ",").map(String.init)
    guard words.allSatisfy(GlobalID.isNamespace) else {
      throw Problems([
        Problem(
          .badName, at: nil, field: "--readers", rule: Phrase.badName.with(.quoted(text)),
          remedy: Phrase.nameReaders.message)
      ])
    }
    self.init(words: words)
  }
}
