import Measures
package import Records

/// OpenLineage events, one on each line: computations are runs, what enters and leaves them datasets, a dossier a job. What
/// the standard has no words for stands in facets of ours.
package enum OpenLineage {
  static let producer = "urn:ecluse"
  private static let specification = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/"
  private static let facets = "https://openlineage.io/spec/facets/1-0-1/"
  static let prefix = "ecluse_"

  /// The events, each canonical: the same facts make the same bytes.
  package static func events(_ outline: Outline) -> [JSON] {
    let asOf = outline.asOf ?? Instant(milliseconds: 0)
    var head: [String: JSON] = ["namespace": .string(outline.namespace), "name": .string("dossier")]
    head["facets"] = ours("dossier", outline.ownProperties(without: ["artifact", "activity"]))
    let job = event("JobEvent", asOf, ["job": .object(head)])
    let artifacts = Dictionary(outline.artifacts.map { ($0.id, $0) }) { first, _ in first }
    let datasets = outline.artifacts.map { artifact in
      event(
        "DatasetEvent", asOf, ["dataset": .object(dataset(artifact.id, facets: describe(artifact, outline)))])
    }
    return [job] + datasets + outline.activities.flatMap { events($0, artifacts, outline, asOf) }
  }

  private static func events(
    _ activity: Outline.Activity, _ artifacts: [GlobalID: Outline.Artifact], _ outline: Outline,
    _ asOf: Instant
  ) -> [JSON] {
    let started = activity.from.flatMap { $0.first <= asOf ? $0.first : nil }
    let ended = activity.to.flatMap { $0.last <= asOf ? $0.last : nil }
    let run = DerivedUUID.of(activity.id.full)
    func event(_ type: String, _ at: Instant, _ more: [String: JSON] = [:], facets: [String: JSON] = [:])
      -> JSON
    {
      var members: [String: JSON] = [
        "eventType": .string(type), "run": .object(["runId": .string(run), "facets": .object(facets)]),
        "job": .object([
          "namespace": .string(activity.id.namespace), "name": .string(activity.id.local),
          "facets": .object([:]),
        ]), "inputs": .array([]), "outputs": .array([]),
      ]
      members.merge(more) { $1 }
      return self.event("RunEvent", at, members)
    }
    // Whole in the last event: a reader of the first alone still learns that it runs.
    let whole: [String: JSON] = [
      "inputs": .array(activity.uses.filter { artifacts[$0.id] != nil }.map(input)),
      "outputs": .array(
        activity.produces.map {
          .object(dataset($0, facets: [:]).merging(["outputFacets": .object([:])]) { $1 })
        }),
    ]
    let facets = facets(activity, artifacts, outline)
    var events: [JSON] = []
    if let started {
      events.append(event("START", started, ended == nil ? whole : [:], facets: ended == nil ? facets : [:]))
    }
    if let ended { events.append(event("COMPLETE", ended, whole, facets: facets)) }
    return events.isEmpty ? [event("OTHER", asOf, whole, facets: facets)] : events
  }

  private static func facets(
    _ activity: Outline.Activity, _ artifacts: [GlobalID: Outline.Artifact], _ outline: Outline
  ) -> [String: JSON] {
    var properties: [Outline.Property] = [.init(PropertyName.id, activity.id.full)]
    properties += activity.kind.map { [.init(PropertyName.kind, $0)] } ?? []
    properties += activity.by.map { [.init(PropertyName.by, $0.full)] } ?? []
    properties += activity.uses.filter { artifacts[$0.id] == nil }.map {
      .init(PropertyName.edge, "\($0.role ?? "unknown") \($0.id.full)")
    }
    var facets = members(ours("activity", properties + outline.properties(of: activity.id)))
    if let from = activity.from {
      var times: [String: JSON] = ["nominalStartTime": .string(DocumentTime.text(from.first))]
      if let to = activity.to { times["nominalEndTime"] = .string(DocumentTime.text(to.last.next)) }
      facets["nominalTime"] = facet(
        times, self.facets + "NominalTimeRunFacet.json#/$defs/NominalTimeRunFacet")
    }
    return facets
  }

  private static func describe(_ artifact: Outline.Artifact, _ outline: Outline) -> [String: JSON] {
    var properties: [Outline.Property] = [
      .init(PropertyName.id, artifact.id.full), .init(PropertyName.type, artifact.type),
    ]
    properties += artifact.name.map { [.init(PropertyName.name, $0)] } ?? []
    var facets = members(ours("artifact", properties + outline.properties(of: artifact.id)))
    if artifact.type == "model" {
      facets["datasetType"] = facet(
        ["datasetType": .string("MODEL")],
        self.facets + "DatasetTypeDatasetFacet.json#/$defs/DatasetTypeDatasetFacet")
    }
    if let digest = artifact.digest {
      facets["version"] = facet(
        ["datasetVersion": .string("sha256:" + digest)],
        self.facets + "DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet")
    }
    return facets
  }

  private static func input(_ use: Outline.Use) -> JSON {
    let facets = use.role.map { ours("use", [.init(PropertyName.role, $0)]) } ?? .object([:])
    return .object(dataset(use.id, facets: [:]).merging(["inputFacets": facets]) { $1 })
  }

  private static func dataset(_ id: GlobalID, facets: [String: JSON]) -> [String: JSON] {
    [
      "namespace": .string(id.namespace), "name": .string("\(id.kind)/\(id.local)"),
      "facets": .object(facets),
    ]
  }

  private static func event(_ kind: String, _ at: Instant, _ more: [String: JSON]) -> JSON {
    .object(
      more.merging([
        "eventTime": .string(DocumentTime.text(at)), "producer": .string(producer),
        "schemaURL": .string(specification + kind),
      ]) { $1 })
  }

  private static func ours(_ name: String, _ properties: [Outline.Property]) -> JSON {
    let list = properties.map { JSON.object(["name": .string($0.name), "value": .string($0.value)]) }
    return .object([prefix + name: facet(["properties": .array(list)], "\(producer):facet:\(name):1")])
  }

  private static func facet(_ more: [String: JSON], _ schema: String) -> JSON {
    .object(more.merging(["_producer": .string(producer), "_schemaURL": .string(schema)]) { $1 })
  }

  private static func members(_ json: JSON) -> [String: JSON] {
    if case .object(let members) = json { members } else { [:] }
  }
}
