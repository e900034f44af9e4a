import Measures
import Records
import RecordsIO
import TestSupport
import Testing

@testable import ecluse

/// The schema by which editors complete and check, in the hands of other people’s validator.
@Suite struct SchemaTests {
  private func checked(_ files: [String]) throws -> Verifiers.Answer {
    let schema = "\(try Scratch.folder())/schema.json"
    try WholeFile.write(DossierSchema.json(.fr).canonical, to: schema)
    return try Verifiers.python(["dossiers", schema] + files)
  }

  private func checked(text: String) throws -> Verifiers.Answer {
    let file = "\(try Scratch.folder())/facts.yaml"
    try WholeFile.write(text, to: file)
    return try checked([file])
  }

  /// Everything that the strict reader takes of our own files, the schema takes.
  @Test func ourOwnFilesAreValid() throws {
    let folders = ["Examples/modifier", "Examples/seed-world", "Examples/two-regimes", "PublicRecord"]
    let files = folders.flatMap { DossierFolder.texts("\(Fixtures.root)/\($0)").texts.map(\.path) }
    #expect(files.count > 5)
    let answer = try checked(files)
    #expect(answer.status == 0, "\(answer.errors)")
  }

  @Test func whatAnEditorMustMarkIsMarked() throws {
    let head = "- dossier: acme\n"
    #expect(try checked(text: head + "- party: acme\n  seat: FR\n").status == 0)
    for (record, word) in [
      ("- party: acme\n  seet: FR\n", "seet"), ("- party: acme\n  seat: France\n", "seat"),
      ("- activity: run\n  produces: model\n", "kind"),
      ("- activity: run\n  kind: pretraining\n  compute: { method: guessed }\n", "compute"),
      ("- activity: run\n  kind: pretraining\n  compute: { method: reported, value: 3e25 }\n", "compute"),
      ("- deployment: web\n  model: m\n  from: tomorrow\n", "from"),
    ] {
      let answer = try checked(text: head + record)
      #expect(answer.status == 1 && answer.errors.contains(word), "\(record): \(answer.errors)")
    }
  }

  @Test func everyFieldIsDescribedInItsLanguage() throws {
    let (english, french) = (DossierSchema.json(.en).canonical, DossierSchema.json(.fr).canonical)
    for kind in Kinds.all {
      #expect(english.contains("\"kind-\(kind.name)\""))
      #expect(french.contains(JSON.string(kind.means.fr).canonical))
    }
  }
}
