import Measures
package import Records

/// CycloneDX 1.7: models and data are components, computations the formulation, what a model came from its pedigree.
package enum CycloneDX {
  static let version = "1.7"

  /// The document, canonical: the same facts make the same bytes.
  package static func document(_ outline: Outline, tool: String) -> JSON {
    let parents = outline.parents
    let types = Dictionary(outline.artifacts.map { ($0.id, $0) }) { first, _ in first }
    let models = outline.artifacts.filter { $0.type == "model" && $0.id.namespace == outline.namespace }
    var dependencies: [JSON] = [dependency(outline.namespace, models.map(\.id.full))]
    dependencies += outline.artifacts.map { artifact in
      dependency(
        artifact.id.full,
        (parents[artifact.id] ?? []).filter { types[$0.id] != nil && $0.id != artifact.id }.map(\.id.full))
    }
    var document: [String: JSON] = [
      "$schema": .string("http://cyclonedx.org/schema/bom-\(version).schema.json"),
      "bomFormat": .string("CycloneDX"),
      "specVersion": .string(version), "version": .int(1), "metadata": metadata(outline, tool),
      "components": .array(outline.artifacts.map { component($0, parents[$0.id] ?? [], types, outline) }),
      "dependencies": .array(dependencies),
    ]
    if !outline.activities.isEmpty {
      document["formulation"] = .array([
        .object([
          "bom-ref": .string(outline.namespace + "/formulation"),
          "workflows": .array(outline.activities.map { workflow($0, outline) }),
        ])
      ])
    }
    // A document that says the same has the same number.
    let digest = Digest.sha256(JSON.object(document).canonicalBytes)
    document["serialNumber"] = .string("urn:uuid:" + DerivedUUID.of(digest))
    return .object(document)
  }

  private static func metadata(_ outline: Outline, _ tool: String) -> JSON {
    var members: [String: JSON] = [
      "tools": .object([
        "components": .array([.object(["type": .string("application"), "name": .string(tool)])])
      ]),
      "component": .object([
        "type": .string("data"), "bom-ref": .string(outline.namespace),
        "name": .string(outline.title?.en ?? outline.namespace),
      ]),
      "properties": properties(outline.ownProperties(without: ["artifact"])),
    ]
    if let asOf = outline.asOf { members["timestamp"] = .string(DocumentTime.text(asOf)) }
    if let party = outline.parties.first(where: { $0.id.local == outline.namespace }), let name = party.name {
      members["manufacturer"] = .object(["name": .string(name)])
    }
    return .object(members)
  }

  private static func component(
    _ artifact: Outline.Artifact, _ parents: [Outline.Use], _ all: [GlobalID: Outline.Artifact],
    _ outline: Outline
  ) -> JSON {
    var members = head(artifact)
    members["bom-ref"] = .string(artifact.id.full)
    if let digest = artifact.digest {
      members["hashes"] = .array([.object(["alg": .string("SHA-256"), "content": .string(digest)])])
    }
    let used = parents.compactMap { all[$0.id] }.filter { $0.id != artifact.id }
    let ancestors = used.filter { $0.type == "model" }
    if !ancestors.isEmpty {
      members["pedigree"] = .object([
        "ancestors": .array(
          ancestors.map { parent in
            .object(
              head(parent).merging(["properties": properties([.init(PropertyName.id, parent.id.full)])]) {
                $1
              })
          })
      ])
    }
    let datasets = used.filter { $0.type == "dataset" }.map { JSON.object(["ref": .string($0.id.full)]) }
    if artifact.type == "model", !datasets.isEmpty {
      members["modelCard"] = .object(["modelParameters": .object(["datasets": .array(datasets)])])
    }
    var own = outline.properties(of: artifact.id)
    own += parents.map { use in
      let digest = all[use.id]?.digest.map { " sha256:" + $0 } ?? ""
      return .init(PropertyName.edge, "\(use.role ?? "unknown") \(use.id.full)\(digest)")
    }
    if !own.isEmpty { members["properties"] = properties(own) }
    return .object(members)
  }

  private static func head(_ artifact: Outline.Artifact) -> [String: JSON] {
    let type =
      switch artifact.type {
      case "model": "machine-learning-model"
      case "code": "file"
      default: "data"
      }
    return ["type": .string(type), "name": .string(artifact.shownName)]
  }

  private static func workflow(_ activity: Outline.Activity, _ outline: Outline) -> JSON {
    func resource(_ id: GlobalID) -> JSON { .object(["ref": .string(id.full)]) }
    var members: [String: JSON] = [
      "bom-ref": .string(activity.id.full), "uid": .string(activity.id.full),
      "name": .string(activity.id.local),
      "taskTypes": .array([.string("other")]),
    ]
    if let kind = activity.kind { members["description"] = .string(kind) }
    if let from = activity.from { members["timeStart"] = .string(DocumentTime.text(from.first)) }
    if let to = activity.to { members["timeEnd"] = .string(DocumentTime.text(to.last)) }
    if !activity.uses.isEmpty {
      members["inputs"] = .array(
        activity.uses.map { use in
          var input: [String: JSON] = ["resource": resource(use.id)]
          if let role = use.role { input["properties"] = properties([.init(PropertyName.role, role)]) }
          return .object(input)
        })
    }
    if !activity.produces.isEmpty {
      members["outputs"] = .array(
        activity.produces.map { .object(["type": .string("artifact"), "resource": resource($0)]) })
    }
    // Its record travels with the document's own: tools that know no formulation drop it.
    let figures = outline.properties[activity.id] ?? []
    if !figures.isEmpty { members["properties"] = properties(figures) }
    return .object(members)
  }

  private static func dependency(_ reference: String, _ on: [String]) -> JSON {
    let targets = Set(on).sorted()
    return .object(
      ["ref": .string(reference)].merging(targets.isEmpty ? [:] : ["dependsOn": .strings(targets)]) { $1 })
  }

  private static func properties(_ list: [Outline.Property]) -> JSON {
    .array(list.map { .object(["name": .string($0.name), "value": .string($0.value)]) })
  }
}
