import ArgumentParser
import Exchange
import Lineage
import Measures
import Records
import RecordsIO

/// What can be imported.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case epoch
  case checkpoint = "hf-checkpoint"
  case mlflow, cyclonedx, spdx, openlineage

  /// Whose file an import is, unless the command line says.
  var namespace: String { self == .epoch ? rawValue : "imported" }
}

/// `ecluse import FORMAT PATH`: makes a dossier of what others wrote, and reports conflicts instead of merging.
struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "import", abstract: say(.helpImport), discussion: say(.helpImportMore))
  }

  @Argument(help: .init(.helpImportFormat, .valueImportFormat)) var format: ImportFormat
  @Argument(help: .init(.helpImportPath, .valuePath)) var path: String
  @Option(name: .customLong("output"), help: .init(.helpOutput, .valueFile)) var file: String?
  @Option(help: .init(.helpNamespace, .valueNamespace)) var namespace: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    do {
      let (text, imported) = try dossier()
      let yaml = text.yaml
      guard yaml.utf8.count <= TextFile.maximumSize else {
        throw Problems([
          Problem(
            .tooLarge, at: Mark(file: path, line: 0),
            rule: Phrase.importTooLarge.with(.count(yaml.utf8.count), .count(TextFile.maximumSize)),
            remedy: Phrase.tableSplit.message)
        ])
      }
      try WholeFile.write(yaml, to: file)
      Exit.print(imported.findings, output.lang)
    } catch let problems as Problems {
      throw Exit.after(problems, output.lang)
    }
  }

  /// What the source becomes, read once as a dossier is read: what could not be read again is not written.
  func dossier() throws(Problems) -> (text: DossierText, imported: Imported) {
    let imported = try imported()
    let text = DossierText(
      namespace: try checkedNamespace(imported), title: imported.title, comments: imported.comments,
      records: imported.records)
    let tree = text.tree(file: path)
    let known =
      tree.mentions(RecordReader.publicNamespace + ":")
      ? try Workspace.publicRecord(Workspace.places()).records : []
    let reading = RecordReader.reading([tree], places: try Workspace.places(), known: known.map(\.id))
    guard reading.problems.isEmpty else { throw Problems(reading.problems) }
    return (text, imported)
  }

  private func checkedNamespace(_ imported: Imported) throws(Problems) -> String {
    if let own = imported.namespace, let namespace, namespace != own {
      throw Problems([
        Problem(
          .foreignName, at: nil, field: "--namespace", rule: Phrase.documentOfAnother.with(.code(own)),
          remedy: Phrase.leaveNamespace.message)
      ])
    }
    let name = namespace ?? imported.namespace ?? format.namespace
    guard GlobalID.isNamespace(name) else { throw Self.bad(name, .badName, .badName) }
    guard name != RecordReader.publicNamespace else { throw Self.bad(name, .foreignName, .reservedNamespace) }
    return name
  }

  private static func bad(_ name: String, _ code: Problem.Code, _ rule: Phrase) -> Problems {
    Problems([
      Problem(
        code, at: nil, field: "--namespace", rule: rule.with(.quoted(name)), remedy: Phrase.chooseName.message
      )
    ])
  }

  private func imported() throws(Problems) -> Imported {
    let language = output.lang
    switch format {
    case .checkpoint:
      return try Checkpoint.read(CheckpointReader.files(path), language: language, known: try publicModels())
    case .mlflow: return try MLflow.read(path, language: language, known: try publicModels())
    case .cyclonedx:
      return try CycloneDX.read(try document(), file: path, language: language, known: try publicModels())
    case .spdx:
      return try SPDX.read(try document(), file: path, language: language, known: try publicModels())
    case .openlineage:
      return try OpenLineage.read(
        OpenLineage.trees(TextFile.bytes(path), file: path), file: path, language: language,
        known: try publicModels())
    case .epoch:
      let hardware = try Workspace.hardware()
      return try EpochTable.read(
        TextFile.bytes(path, atMost: EpochTable.maximumBytes), file: path, language: language
      ) { name in hardware.id(named: name).flatMap { hardware[$0]?.fastest?.high } }
    }
  }

  private func document() throws(Problems) -> Node {
    try JSONReader.readForeign(TextFile.bytes(path), file: path)
  }

  /// Finds the models of the public record that a name may mean.
  private func publicModels() throws(Problems) -> (String) -> [GlobalID] {
    let shipped = try Workspace.publicRecord(Workspace.places()).records.filter { $0.kind == "artifact" }
    var ids: [String: Set<GlobalID>] = [:]
    for record in shipped {
      for name in [record.id.local, Slug.of(record["name"]?.text ?? "")] {
        ids[name, default: []].insert(record.id)
      }
    }
    return { name in
      (ids[Slug.of(name.split(separator: "/").last.map(String.init) ?? name)] ?? []).sorted()
    }
  }
}
