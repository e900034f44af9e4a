import Exchange
import Measures
import Records
import RecordsIO

/// What importers read: documents of other standards and tables. The first byte says of which sort the rest is.
package enum ExchangeCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    guard let sort = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    func imported() -> Imported? { Check.read(rest) { bytes throws(Problems) in try read(bytes, sort) } }
    guard let first = imported(), let second = imported() else { return }
    Check.same(first.records, second.records, "a document: read twice alike")
    Check.same(first.findings, second.findings, "a document: the same findings twice")
    if !first.findings.isEmpty { Check.check(first.findings, of: rest) }
    let text = DossierText(
      namespace: first.namespace ?? "fuzz", title: first.title, comments: first.comments,
      records: first.records)
    let yaml = Array(text.yaml.utf8)
    guard yaml.count <= TextFile.maximumSize else { return }
    let again = Check.read(yaml) { bytes throws(Problems) in try TextFile.tree(bytes, named: "fuzz.yaml") }
    Check.same(
      again?.json, text.tree(file: "fuzz.yaml").json, "a dossier: what is written is read as the same")
  }

  private static func read(_ bytes: [UInt8], _ sort: UInt8) throws(Problems) -> Imported {
    let (file, language) = ("fuzz", Language.en)
    let known = { (name: String) in name.hasPrefix("g") ? [GlobalID("public", "artifact", "gpt-4")] : [] }
    switch sort {
    case UInt8(ascii: "c"):
      return try CycloneDX.read(
        JSONReader.readForeign(bytes, file: file), file: file, language: language, known: known)
    case UInt8(ascii: "s"):
      return try SPDX.read(
        JSONReader.readForeign(bytes, file: file), file: file, language: language, known: known)
    case UInt8(ascii: "o"):
      return try OpenLineage.read(
        OpenLineage.trees(bytes, file: file), file: file, language: language, known: known)
    case UInt8(ascii: "w"):
      let weights = CheckpointFiles.Weights(name: "w.safetensors", head: bytes, size: bytes.count)
      let files = CheckpointFiles(
        folder: "fuzz", parent: "", texts: ["config.json": Array("{}".utf8)], weights: [weights])
      return try Checkpoint.read(files, language: language, known: known)
    case UInt8(ascii: "h"):
      // The same text as every file of a checkpoint.
      let texts = Dictionary(uniqueKeysWithValues: CheckpointFiles.names.map { ($0, bytes) })
      let files = CheckpointFiles(folder: "fuzz", parent: "", texts: texts, weights: [])
      return try Checkpoint.read(files, language: language, known: known)
    default: return try EpochTable.read(bytes, file: file, language: language) { _ in nil }
    }
  }
}
