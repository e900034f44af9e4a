import ArgumentParser
import Exchange
import Foundation
import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@testable import ecluse

/// Dossiers in the words of other standards, and back.
@Suite struct DocumentExchange {
  static let formats = ["cyclonedx", "spdx", "openlineage"]
  /// An example and whose records of it are exported.
  static let dossiers = [
    "california", "eu-annex-a3", "modifier", "planned", "safe-harbours", "tiers", "two-regimes",
    "seed-world halcyra", "seed-world kestrel", "seed-world volute", "seed-world world-compute-agency",
    "seed-world xa-authority", "seed-world xa-executive", "seed-world xa-governor",
  ]

  private func export(_ format: String, _ dossier: String, _ more: [String] = []) throws -> String {
    let words = dossier.split(separator: " ").map(String.init)
    let party = words.count > 1 ? ["--namespace", words[1]] : []
    let folder = dossier.hasPrefix("/") ? dossier : Fixtures.example(words[0])
    return try ExportCommand.parse([format, folder, "--as-of", "2026-03-01"] + party + more).document().text
  }

  private func write(_ text: String, _ name: String = "document.json") throws -> String {
    let path = try Scratch.folder() + "/" + name
    try WholeFile.write(text, to: path)
    return path
  }

  /// The records of files as their authors wrote them, in the order of their names.
  private func drafts(_ trees: [Node], of namespace: String? = nil) throws
    -> [Draft]
  {
    let known = try Workspace.publicRecord(Workspace.places()).records.map(\.id)
    let reading = RecordReader.reading(trees, places: try Workspace.places(), known: known, keepsDrafts: true)
    #expect(reading.problems.isEmpty, "\(reading.problems.map { $0.text(.en) })")
    return reading.drafts.filter { namespace == nil || $0.id.namespace == namespace }.sorted {
      ($0.id, $0.revision) < ($1.id, $1.revision)
    }
  }

  /// What a document becomes, read beside the files of others that it mentions.
  private func imported(
    _ format: String, _ path: String, beside others: [Node] = []
  ) throws -> (drafts: [Draft], imported: Imported) {
    let command = try ImportCommand.parse([format, path])
    let (text, imported) = try command.dossier()
    let own = try YAMLReader.read(text.yaml, file: "back.yaml")
    return (try drafts([own] + others, of: text.namespace), imported)
  }

  /// What is exported comes back as the same records, and nothing contradicts them.
  @Test(arguments: formats, dossiers) func comesBackEqual(_ format: String, _ dossier: String) throws {
    let text = try export(format, dossier)
    #expect(try text == export(format, dossier))
    let words = dossier.split(separator: " ").map(String.init)
    let (trees, _) = DossierFolder.read(Fixtures.example(words[0]))
    let party = words.count > 1 ? words[1] : try #require(trees[0].elements?.first?["dossier"]?.text)
    let back = try imported(
      format, write(text), beside: trees.filter { $0.elements?.first?["dossier"]?.text != party })
    let original = try drafts(trees, of: party)
    #expect(!original.isEmpty)
    #expect(back.drafts.map(\.id) == original.map(\.id))
    for (mine, theirs) in zip(back.drafts, original) where mine != theirs {
      let fields = Set(mine.fields.keys).union(theirs.fields.keys).filter {
        mine.fields[$0] != theirs.fields[$0]
      }
      Issue.record("\(mine.id): \(fields.sorted())")
    }
    #expect(back.imported.findings.isEmpty, "\(back.imported.findings.map { $0.text(.en) })")
  }

  /// The libraries of the standards accept it, and what they write again comes back equal.
  @Test(arguments: formats + ["prov-json"], ["modifier", "eu-annex-a3", "seed-world halcyra"])
  func itsOwnToolsAcceptIt(_ format: String, _ dossier: String) throws {
    let path = try write(export(format, dossier))
    let answer = try Verifiers.python(["documents", format, path, path + ".again"])
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.lines == ["accepted: \(format)"])
    guard format != "prov-json" else { return }
    let (mine, theirs) = (try imported(format, path), try imported(format, path + ".again"))
    #expect(mine.drafts == theirs.drafts)
    #expect(theirs.imported.findings.isEmpty)
  }

  /// Documents that those libraries made, and that name nothing of ours, go as far as they go.
  @Test(arguments: formats) func documentsOfOthers(_ format: String) throws {
    let path = try Scratch.folder() + "/document"
    let answer = try Verifiers.python(["documents-of-others", format, path])
    try #require(answer.status == 0, "\(answer.errors)")
    let (drafts, imported) = try imported(format, path)
    let run = try #require(drafts.first { $0.id.kind == "activity" }?.record)
    #expect(run.references("produces") == [GlobalID("imported", "artifact", "kite-7b")])
    let base = GlobalID("public", "artifact", "llama-3.1-405b")
    let log = GlobalID("imported", "artifact", format == "spdx" ? "kite-log" : "log")
    switch format {
    case "cyclonedx": #expect(run.references("uses") == [base])
    case "spdx": #expect(run.references("uses") == [log])
    default:
      #expect(run.references("uses") == [base, log])
      #expect(run["from"]?.text == "2026-01-01T07:00:00.000Z")
      #expect(run["to"]?.text == "2026-01-03T12:30:00.123Z")
    }
    #expect(run["kind"]?.text == (format == "spdx" ? "pretraining" : "fine-tuning"))
    #expect(run["compute"] == nil)
    #expect(imported.findings.contains { $0.code == .sourceIncomplete })
  }

  /// The figures are those of an account, under the names that the reference gives them.
  @Test func figures() throws {
    let text = try export("cyclonedx", "eu-annex-a3", ["--convention", "eu-cumulative"])
    let tree = try JSONReader.read(Array(text.utf8), file: "bom.json")
    let model = try #require(
      tree["components"]?.elements?.first { $0["bom-ref"]?.text == "eu-annex-a3/artifact/model-a" })
    let properties = (model["properties"]?.elements ?? []).map {
      "\($0["name"]?.text ?? "")=\($0["value"]?.text ?? "")"
    }
    // 6 × 3.8 × 10⁹ parameters × 3.3 × 10¹² tokens.
    let six = "75240000000000000000000"
    #expect(
      properties.prefix(7) == [
        "ecluse:flop.own.lo=\(six)", "ecluse:flop.own.best=\(six)", "ecluse:flop.own.hi=\(six)",
        "ecluse:flop.method=counted",
        "ecluse:flop.total.eu-gpai-guidelines-2025-07-18:eu-cumulative.lo=\(six)",
        "ecluse:flop.total.eu-gpai-guidelines-2025-07-18:eu-cumulative.best=\(six)",
        "ecluse:flop.total.eu-gpai-guidelines-2025-07-18:eu-cumulative.hi=\(six)",
      ], "\(properties)")
  }

  /// Without records the figures alone travel, and become estimates.
  @Test(arguments: formats) func withoutRecords(_ format: String) throws {
    let text = try export(format, "eu-annex-a3", ["--without-records"])
    #expect(!text.contains("ecluse:record"))
    let back = try imported(format, write(text))
    let run = try #require(back.drafts.first { $0.id.local == "model-a/training" }?.record)
    let estimate = try #require(run["compute"]?.elements.first)
    #expect(estimate["method"]?.text == "reported")
    #expect(estimate["high"]?.quantity?.value == Ratio(75_240_000_000_000_000_000_000))
    #expect(run.references("produces").map(\.local) == ["model-a"])
  }

  static let changes = [
    ("cyclonedx", #""name":"Kite 7B Chat""#, #""name":"Kite 8B Chat""#, "name"),
    ("spdx", #""name":"Kite 7B Chat""#, #""name":"Kite 8B Chat""#, "name"),
    ("cyclonedx", #""timeEnd":"2026-05-20T23:59:59Z""#, #""timeEnd":"2026-05-21T23:59:59Z""#, "to"),
    (
      "spdx", #""build_buildEndTime":"2026-05-20T23:59:59Z""#,
      #""build_buildEndTime":"2026-05-21T23:59:59Z""#, "to"
    ),
    (
      "cyclonedx", #""resource":{"ref":"acme/artifact/base"}"#, #""resource":{"ref":"acme/artifact/log"}"#,
      "uses"
    ),
    ("openlineage", #""name":"artifact/base""#, #""name":"artifact/log""#, "uses"),
  ]

  private static let acme = """
    - dossier: acme
    - party: acme
      name: Acme
    - artifact: base
    - artifact: log
      type: dataset
    - artifact: kite
      name: Kite 7B Chat
    - activity: kite/tuning
      kind: fine-tuning
      by: acme
      from: 2026-02-01
      to: 2026-05-20
      uses: [{ artifact: base, as: base-weights }, { artifact: log, as: data }]
      produces: [kite]
      readers: [acme, authority]
      compute: [{ method: reported, value: 3e21 FLOP }]
    """

  private func acme() throws -> String {
    let folder = try Scratch.folder()
    try WholeFile.write(Self.acme, to: folder + "/facts.yaml")
    return folder
  }

  /// Where a document was changed and the record that it carries was not, the record is taken and both are named.
  @Test(arguments: changes)
  func contradictionsAreNamed(_ format: String, _ old: String, _ new: String, _ field: String) throws {
    let folder = try acme()
    let text = try export(format, folder)
    #expect(text.contains(old), "\(text)")
    let back = try imported(format, write(text.replacing(old, with: new)))
    #expect(back.drafts == (try drafts(DossierFolder.read(folder).trees)))
    let conflicts = back.imported.findings.filter { $0.code == .sourceConflict }
    #expect(
      conflicts.contains { $0.rule.text(.en).contains(" \(field): ") }, "\(conflicts.map { $0.text(.en) })")
  }

  /// Another base in the pedigree alone is named too.
  @Test func anotherParent() throws {
    let folder = try acme()
    let edited = try export("cyclonedx", folder).replacing(
      #""value":"acme/artifact/base"}"#, with: #""value":"public/artifact/gpt-4"}"#)
    let back = try imported("cyclonedx", write(edited))
    #expect(back.imported.findings.map(\.code) == [.sourceConflict])
    #expect(back.imported.findings.first?.rule.text(.en).contains("public:gpt-4") == true)
  }

  /// Whoever passes on records that are not for everybody is told so.
  @Test func whatIsDisclosed() throws {
    let folder = try acme()
    let remarks = try ExportCommand.parse(["spdx", folder]).document().remarks
    #expect(remarks.map(\.code) == [.disclosed])
    #expect(remarks.first?.rule.text(.en).contains("kite/tuning") == true)
    #expect(try ExportCommand.parse(["spdx", folder, "--without-records"]).document().remarks.isEmpty)
  }

  static let refused = [
    ("cyclonedx", "", "syntax"), ("cyclonedx", "{", "syntax"), ("cyclonedx", "[]", "wrong-format"),
    ("cyclonedx", #"{"bomFormat":"SPDX","specVersion":"1.7"}"#, "wrong-format"),
    ("cyclonedx", #"{"a":1,"a":2}"#, "syntax"),
    ("cyclonedx", String(repeating: "[", count: 100), "too-large"),
    ("spdx", #"{"@graph":[]}"#, "wrong-format"), ("spdx", #"{"spdxVersion":"SPDX-2.3"}"#, "wrong-format"),
    ("openlineage", "{}\n{}", "wrong-format"), ("openlineage", "{\"run\":{}}\n{\"run\"", "syntax"),
  ]

  @Test(arguments: refused) func whatIsNoDocument(_ format: String, _ text: String, _ code: String) throws {
    let path = try write(text)
    let command = try ImportCommand.parse([format, path])
    do throws(Problems) {
      _ = try command.dossier()
      Issue.record("It was taken.")
    } catch {
      #expect(error.list.map(\.code.rawValue) == [code])
    }
  }

  /// A property that should be a record and is none, and one whose fields are wrong.
  @Test func brokenRecords() throws {
    func bom(_ record: String) throws -> String {
      let property = JSON.object(["name": .string("ecluse:record"), "value": .string(record)])
      let head = JSON.object(["name": .string("ecluse:namespace"), "value": .string("acme")])
      return try write(
        JSON.object([
          "bomFormat": .string("CycloneDX"), "specVersion": .string("1.6"),
          "metadata": .object(["properties": .array([head, property])]),
        ]).canonical)
    }
    for text in ["x", "[]", #"["artifact","../x",{}]"#, #"["nothing","x",{}]"#, #"["artifact","x",[]]"#] {
      let back = try imported("cyclonedx", bom(text))
      #expect(back.drafts.isEmpty)
      #expect(back.imported.findings.map(\.code) == [.notTaken])
    }
    #expect(throws: Problems.self) {
      try ImportCommand.parse(["cyclonedx", bom(#"["artifact","x",{"parameters":"many"}]"#)]).dossier()
    }
    // Records are their author's.
    #expect(throws: Problems.self) {
      let path = try bom(#"["artifact","x",{}]"#)
      _ = try ImportCommand.parse(["cyclonedx", path, "--namespace", "rival"]).dossier()
    }
  }

  /// Names of a document that are alike do not become one thing.
  @Test func namesThatAreAlike() throws {
    let text = """
      {"bomFormat":"CycloneDX","specVersion":"1.6","components":[
      {"type":"machine-learning-model","bom-ref":"1","name":"Kite"},
      {"type":"machine-learning-model","bom-ref":"imported/artifact/kite","name":null},
      {"type":"machine-learning-model","bom-ref":"2","name":"kite"}]}
      """
    let back = try imported("cyclonedx", write(text))
    #expect(back.drafts.map(\.id.local) == ["kite", "kite-2", "kite-3"])
  }
}
