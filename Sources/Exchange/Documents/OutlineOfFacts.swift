package import Measures
package import Records

extension Outline {
  /// What `facts` say of the things of one party, and of what of others they mention.
  /// - Parameter drafts: its records whole; none: the document carries figures alone.
  package init(_ facts: Facts, of namespace: String, title: Bilingual?, drafts: [Draft]) {
    self.init(namespace: namespace)
    self.title = title
    asOf = facts.asOf
    carried = Dictionary(
      grouping: drafts.filter { $0.id.namespace == namespace }.sorted { $0.revision < $1.revision }
        .map(CarriedRecord.init), by: \.id)
    let runs = facts.records(of: "activity").filter { $0.id.namespace == namespace }
    activities = runs.map(Activity.init)
    let made = Set(runs.flatMap { $0.references("produces") + $0.references("uses") })
    let own = facts.records(of: "artifact").map(\.id).filter { $0.namespace == namespace }
    artifacts = made.filter { $0.kind == "artifact" }.union(own).sorted().map { id in
      Artifact(id, facts[id])
    }
    // A run of another party that enters one of these is named by its activity alone.
    let strangers = made.filter { $0.kind == "activity" && $0.namespace != namespace }.sorted()
    activities += strangers.map { Activity($0, kind: facts[$0]?["kind"]?.text) }
    let actors = Set(runs.compactMap { $0["by"]?.reference })
    let parties = facts.records(of: "party").map(\.id).filter { $0.namespace == namespace }
    self.parties = actors.union(parties).sorted().map { Party($0, name: facts[$0]?["name"]?.text) }
  }
}

extension Outline.Artifact {
  fileprivate init(_ id: GlobalID, _ record: Record?) {
    self.init(
      id, type: record?["type"]?.text ?? "model", name: record?["name"]?.text,
      digest: record?["digest"]?.text.map { String($0.dropFirst("sha256:".count)) })
  }
}

extension Outline.Activity {
  fileprivate init(_ record: Record) {
    self.init(record.id, kind: record["kind"]?.text)
    by = record["by"]?.reference
    (from, to) = (record["from"]?.moment, record["to"]?.moment)
    uses = (record["uses"]?.elements ?? []).compactMap { use in
      (use["artifact"] ?? use["activity"])?.reference.map { .init($0, as: use["as"]?.text) }
    }
    produces = record.references("produces")
  }
}
