import Ledger
import Lineage
import Measures
import Records
import RecordsIO

/// Dossiers: the text, the records in it, the tables and the graph that follow.
package enum DossierCheck {
  /// Looks at one input.
  package static func run(_ bytes: [UInt8]) {
    let reading = { (bytes: [UInt8]) throws(Problems) in try TextFile.tree(bytes, named: "fuzz.yaml") }
    guard let tree = Check.read(bytes, reading) else { return }
    Check.same(Check.read(bytes, reading)?.json, tree.json, "a text: read twice alike")
    let first = records(tree)
    let second = records(tree)
    Check.same(first.problems, second.problems, "a dossier: the same mistakes twice")
    Check.that(first.drafts.elementsEqual(second.drafts) { $0 == $1 }, "a dossier: read twice alike")
    guard first.problems.isEmpty else { return Check.check(first.problems, of: bytes) }
    let json = Array(text(tree).utf8)
    let other = Check.read(json) { bytes throws(Problems) in try TextFile.tree(bytes, named: "fuzz.json") }
    if let other {
      let again = records(other)
      Check.that(again.problems.isEmpty, "a dossier: as good in JSON")
      Check.that(again.drafts.elementsEqual(first.drafts) { $0 == $1 }, "a dossier: the same in JSON")
    }
    for draft in first.drafts { signed(draft) }
    let tables = Tables(first.dossier.records)
    let facts = tables.facts(asOf: Specimens.date)
    _ = Check.read(bytes) { _ throws(Problems) in
      try ComputeGraph(facts, estimator: Specimens.estimator, places: Specimens.places)
    }
  }

  /// The tree as JSON, its members in the order of the file: the first one says what a record is.
  private static func text(_ tree: Node) -> String {
    if let elements = tree.elements { return "[\(elements.map(text).joined(separator: ","))]" }
    guard let entries = tree.entries else { return tree.json.canonical }
    let members = entries.map { "\(JSON.string($0.key).canonical):\(text($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }

  private static func records(_ tree: Node) -> RecordReader.Reading {
    RecordReader.reading([tree], places: Specimens.places, known: [GlobalID](), keepsDrafts: true)
  }

  /// What a record says comes back from what is signed of it.
  private static func signed(_ draft: Draft) {
    let (statement, openings) = Statement.of(draft, readers: .everyone, sealing: Specimens.sealing)
    guard let read = try? Statement(payload: statement.payload, file: "") else {
      fatalError(
        "does not hold: the statement of a record is read: \(String(decoding: statement.payload, as: UTF8.self))"
      )
    }
    do throws(Problems) {
      guard let head = try read.head.values(Specimens.reader) else {
        fatalError("does not hold: a kind of record is known")
      }
      var body: [String: Value] = [:]
      for opening in openings {
        let again = try Opening(opening.bytes)
        body[opening.field] = try Specimens.reader.field(opening.field, again.value, of: draft.kind)
      }
      let back = try Specimens.reader.draft(draft.id, draft.kind, head: head, body: body, at: draft.mark)
      for (name, value) in draft.fields where name != "readers" && name != "revision" {
        Check.same(back.fields[name], value, "\(name) of \(draft.id.full) comes back")
      }
    } catch {
      fatalError("does not hold: what is signed is read: \(error.list.map { $0.text(.en) })")
    }
  }
}
