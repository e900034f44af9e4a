import Measures
package import Records

/// W3C PROV as PROV-JSON: what was made are entities, computations activities, parties agents.
package enum Provenance {
  /// The document, canonical: the same facts make the same bytes.
  package static func document(_ outline: Outline) -> JSON {
    var statements: [String: [String: JSON]] = [:]
    func add(_ kind: String, _ name: String, _ members: [String: JSON]) {
      statements[kind, default: [:]][name] = .object(members)
    }
    func relate(_ kind: String, _ members: [String: JSON]) {
      // A relation has no name that anybody else would use.
      add(kind, "_:r\(statements.values.reduce(0) { $0 + $1.count })", members)
    }
    for artifact in outline.artifacts {
      var members = own(outline.properties(of: artifact.id))
      members["prov:type"] = name("ecluse:" + artifact.type)
      members["prov:label"] = .string(artifact.shownName)
      if let digest = artifact.digest { members["ecluse:digest"] = .string("sha256:" + digest) }
      add("entity", qualified(artifact.id), members)
    }
    for party in outline.parties {
      var members = own(outline.properties(of: party.id))
      members["prov:type"] = name("prov:Organization")
      if let name = party.name { members["prov:label"] = .string(name) }
      add("agent", qualified(party.id), members)
    }
    let types = Dictionary(outline.artifacts.map { ($0.id, $0.type) }) { first, _ in first }
    for activity in outline.activities {
      let id: JSON = .string(qualified(activity.id))
      var members = own(outline.properties(of: activity.id))
      members["prov:type"] = name("ecluse:" + (activity.kind ?? "unknown"))
      if let from = activity.from { members["prov:startTime"] = .string(DocumentTime.text(from.first)) }
      if let to = activity.to { members["prov:endTime"] = .string(DocumentTime.text(to.last)) }
      add("activity", qualified(activity.id), members)
      if let by = activity.by {
        relate("wasAssociatedWith", ["prov:activity": id, "prov:agent": .string(qualified(by))])
      }
      for use in activity.uses {
        let other: JSON = .string(qualified(use.id))
        let role = use.role.map { ["prov:role": name("ecluse:" + $0)] } ?? [:]
        if use.id.kind == "artifact" {
          relate("used", ["prov:activity": id, "prov:entity": other].merging(role) { $1 })
        } else {
          relate("wasInformedBy", ["prov:informed": id, "prov:informant": other])
        }
      }
      for made in activity.produces {
        relate("wasGeneratedBy", ["prov:entity": .string(qualified(made)), "prov:activity": id])
        for use in activity.uses where types[use.id] != nil && use.id != made {
          relate(
            "wasDerivedFrom",
            [
              "prov:generatedEntity": .string(qualified(made)), "prov:usedEntity": .string(qualified(use.id)),
              "prov:activity": id,
            ])
        }
      }
    }
    // The dossier itself is an entity: it bears what concerns nothing else.
    var dossier = own(outline.ownProperties(without: ["artifact", "activity", "party"]))
    dossier["prov:type"] = name("prov:Collection")
    dossier["prov:label"] = .string(outline.title?.en ?? outline.namespace)
    add("entity", "ecluse:" + outline.namespace, dossier)
    let ids = outline.artifacts.map(\.id) + outline.activities.map(\.id) + outline.parties.map(\.id)
    let namespaces = Set(ids.map(\.namespace)).union([outline.namespace])
    var prefixes: [String: JSON] = ["ecluse": .string("urn:ecluse:")]
    for namespace in namespaces { prefixes[prefix(namespace)] = .string("urn:ecluse:\(namespace)/") }
    return .object(statements.mapValues(JSON.object).merging(["prefix": .object(prefixes)]) { $1 })
  }

  /// A prefix may not be one of those that every document has.
  private static func prefix(_ namespace: String) -> String {
    ["ecluse", "prov", "xsd", "xsi", "default"].contains(namespace) ? namespace + "-records" : namespace
  }

  private static func qualified(_ id: GlobalID) -> String { "\(prefix(id.namespace)):\(id.kind)/\(id.local)" }

  private static func name(_ text: String) -> JSON {
    .object(["$": .string(text), "type": .string("prov:QUALIFIED_NAME")])
  }

  /// Properties under names of ours; those that come more than once as a list.
  private static func own(_ properties: [Outline.Property]) -> [String: JSON] {
    Dictionary(grouping: properties, by: \.name).mapValues { list in
      list.count == 1 ? .string(list[0].value) : .strings(list.map(\.value))
    }
  }
}
