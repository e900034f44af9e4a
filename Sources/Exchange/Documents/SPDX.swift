import Measures
package import Records

/// SPDX 3.0.1 as JSON-LD: models are AI packages, data dataset packages, computations builds.
package enum SPDX {
  private static let info = "_:creation"

  /// The document, canonical: the same facts make the same bytes.
  package static func document(_ outline: Outline, tool: String) -> JSON {
    let own = GlobalID(outline.namespace, "party", outline.namespace)
    var elements = outline.parties.map {
      element("Organization", $0.id.full, $0.name ?? $0.id.local, outline.properties(of: $0.id))
    }
    // Somebody must have made the document.
    let isNamed = outline.parties.contains { $0.id == own }
    let agent = isNamed ? own.full : outline.namespace
    if !isNamed { elements.append(element("Organization", agent, outline.namespace, [])) }
    elements.append(element("Tool", "tool", tool, []))
    let types = Dictionary(outline.artifacts.map { ($0.id, $0.type) }) { first, _ in first }
    let makers = Dictionary(outline.activities.flatMap { run in run.produces.map { ($0, run.by) } }) {
      first, _ in first
    }
    elements += outline.artifacts.map { artifact($0, by: makers[$0.id] ?? nil, outline) }
    elements += outline.activities.map { build($0, outline) }
    for activity in outline.activities { elements += relations(of: activity) }
    let parents = outline.parents
    for artifact in outline.artifacts where artifact.type == "model" {
      for use in parents[artifact.id] ?? [] where types[use.id] == "model" && use.id != artifact.id {
        elements.append(relation("ancestorOf", use.id, [artifact.id], role: use.role))
      }
      let data = (parents[artifact.id] ?? []).map(\.id).filter { types[$0] == "dataset" }
      if !data.isEmpty { elements.append(relation("trainedOn", artifact.id, data, role: nil)) }
    }
    let models = outline.artifacts.filter { $0.type == "model" && $0.id.namespace == outline.namespace }
    let roots = (models.isEmpty ? outline.artifacts : models).map { JSON.string(name($0.id.full)) }
    var document = members(
      "SpdxDocument", outline.namespace + "/document", outline.title?.en ?? outline.namespace,
      outline.ownProperties(without: ["artifact", "activity", "party"]))
    document["profileConformance"] = .strings(["core", "software", "extension"])
    document["element"] = .array(elements.compactMap { $0["spdxId"] }.map(JSON.string))
    document["rootElement"] = .array(roots)
    let creation: JSON = .object([
      "type": .string("CreationInfo"), "@id": .string(info), "specVersion": .string("3.0.1"),
      "created": .string(DocumentTime.text(outline.asOf ?? .init(milliseconds: 0))),
      "createdBy": .strings([name(agent)]), "createdUsing": .strings([name("tool")]),
    ])
    return .object([
      "@context": .string("https://spdx.org/rdf/3.0.1/spdx-context.jsonld"),
      "@graph": .array([creation, .object(document)] + elements),
    ])
  }

  static func name(_ id: String) -> String { "urn:ecluse:" + id }

  private static func members(
    _ type: String, _ id: String, _ name: String?, _ properties: [Outline.Property]
  ) -> [String: JSON] {
    var members: [String: JSON] = [
      "type": .string(type), "spdxId": .string(self.name(id)), "creationInfo": .string(info),
    ]
    if let name { members["name"] = .string(name) }
    if !properties.isEmpty {
      let entries = properties.map { property in
        JSON.object([
          "type": .string("extension_CdxPropertyEntry"), "extension_cdxPropName": .string(property.name),
          "extension_cdxPropValue": .string(property.value),
        ])
      }
      members["extension"] = .array([
        .object([
          "type": .string("extension_CdxPropertiesExtension"), "extension_cdxProperty": .array(entries),
        ])
      ])
    }
    return members
  }

  private static func element(
    _ type: String, _ id: String, _ name: String, _ properties: [Outline.Property]
  ) -> JSON { .object(members(type, id, name, properties)) }

  private static func artifact(_ artifact: Outline.Artifact, by maker: GlobalID?, _ outline: Outline) -> JSON
  {
    let (type, purpose) =
      switch artifact.type {
      case "model": ("ai_AIPackage", "model")
      case "dataset": ("dataset_DatasetPackage", "data")
      case "code": ("software_Package", "source")
      default: ("software_Package", "other")
      }
    var members = members(type, artifact.id.full, artifact.shownName, outline.properties(of: artifact.id))
    members["software_primaryPurpose"] = .string(purpose)
    if artifact.type == "dataset" { members["dataset_datasetType"] = .strings(["noAssertion"]) }
    if let maker { members["originatedBy"] = .strings([name(maker.full)]) }
    if let digest = artifact.digest {
      members["verifiedUsing"] = .array([
        .object(["type": .string("Hash"), "algorithm": .string("sha256"), "hashValue": .string(digest)])
      ])
    }
    return .object(members)
  }

  private static func build(_ activity: Outline.Activity, _ outline: Outline) -> JSON {
    var members = members(
      "build_Build", activity.id.full, activity.id.local, outline.properties(of: activity.id))
    members["build_buildType"] = .string(name("activity:" + (activity.kind ?? "unknown")))
    if let from = activity.from { members["build_buildStartTime"] = .string(DocumentTime.text(from.first)) }
    if let to = activity.to { members["build_buildEndTime"] = .string(DocumentTime.text(to.last)) }
    return .object(members)
  }

  private static func relations(of activity: Outline.Activity) -> [JSON] {
    var inputs: [String?: [GlobalID]] = [:]
    for use in activity.uses { inputs[use.role, default: []].append(use.id) }
    let roles = inputs.keys.sorted { ($0 ?? "") < ($1 ?? "") }
    var relations = roles.map { relation("hasInput", activity.id, inputs[$0] ?? [], role: $0) }
    if !activity.produces.isEmpty {
      relations.append(relation("hasOutput", activity.id, activity.produces, role: nil))
    }
    if let by = activity.by { relations.append(relation("invokedBy", activity.id, [by], role: nil)) }
    return relations
  }

  private static func relation(_ type: String, _ from: GlobalID, _ to: [GlobalID], role: String?) -> JSON {
    let key = ([type, from.full, role ?? ""] + to.map(\.full)).joined(separator: " ")
    var members = members(
      "Relationship", "relationship/" + DerivedUUID.of(key), nil,
      role.map { [.init(PropertyName.role, $0)] } ?? [])
    members["relationshipType"] = .string(type)
    members["from"] = .string(name(from.full))
    members["to"] = .strings(to.map { name($0.full) })
    return .object(members)
  }
}

extension JSON {
  /// A text member of an object.
  fileprivate subscript(name: String) -> String? {
    guard case .object(let members) = self, case .string(let text)? = members[name] else { return nil }
    return text
  }
}
