package import Measures
package import Records

extension CycloneDX {
  /// Reads a document.
  /// - Parameter known: the models of the public record that a name may mean.
  /// - Throws: ``Problems``: it is none.
  package static func read(
    _ tree: Node, file: String, language: Language, known: @escaping (String) -> [GlobalID]
  ) throws(Problems) -> Imported {
    guard tree["bomFormat"]?.text == "CycloneDX", let version = tree["specVersion"]?.text,
      version.hasPrefix("1.")
    else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: file, line: 0), rule: Phrase.notCycloneDX.message,
          remedy: Phrase.nameDocument.message)
      ])
    }
    var reader = CycloneDXReader(tree, file)
    reader.read(tree)
    return OutlineRecords.imported(
      reader.reading.outline, file: file, language: language, findings: reader.reading.findings, known: known)
  }
}

private struct CycloneDXReader {
  var reading: DocumentReading
  /// The components, those inside others too.
  private var components: [Node] = []
  private var byReference: [String: Node] = [:]
  private var other = 0

  init(_ tree: Node, _ file: String) {
    let own = Self.properties(tree["metadata"]) + Self.properties(tree)
    reading = DocumentReading(file: file, namespace: own.first { $0.name == PropertyName.namespace }?.value)
    collect(tree["components"])
    collect(tree["metadata"]?["component"].map { Node(.list([$0]), $0.mark) })
    let workflows = (tree["formulation"]?.elements ?? []).flatMap { $0["workflows"]?.elements ?? [] }
    reading.reserve((components + workflows).compactMap { $0["bom-ref"]?.text })
  }

  private mutating func collect(_ list: Node?) {
    for component in list?.elements ?? [] {
      components.append(component)
      if let reference = component["bom-ref"]?.text { byReference[reference] = component }
      collect(component["components"])
    }
  }

  static func properties(_ node: Node?) -> [Outline.Property] {
    (node?["properties"]?.elements ?? []).compactMap { property in
      property["name"]?.text.flatMap { name in property["value"]?.text.map { .init(name, $0) } }
    }
  }

  mutating func read(_ tree: Node) {
    reading.take(Self.properties(tree["metadata"]) + Self.properties(tree), of: nil, at: tree)
    for component in components { add(component) }
    for formula in tree["formulation"]?.elements ?? [] {
      for workflow in formula["workflows"]?.elements ?? [] { run(workflow) }
    }
    if other > 0 {
      reading.note(
        .notTaken, tree["components"], Phrase.documentOtherThings.with(.count(other)), .checkSource)
    }
  }

  /// How records call what a component is; `nil`: nothing that they speak of.
  private static func type(_ component: Node) -> String? {
    switch component["type"]?.text {
    case "machine-learning-model": "model"
    case "data": "dataset"
    default: component["bom-ref"]?.text.flatMap { GlobalID(full: $0) }?.kind == "artifact" ? "code" : nil
    }
  }

  private mutating func id(_ component: Node) -> GlobalID {
    let name = component["name"]?.text?.cleaned ?? ""
    let own = Self.properties(component).first { $0.name == PropertyName.id }?.value
    // Without a reference of its own, a component is what its package URL or its name says.
    let reference =
      own ?? component["bom-ref"]?.text ?? component["purl"]?.text
      ?? "\(name) \(component["version"]?.text ?? "")"
    return reading.id(reference, kind: "artifact", name: name)
  }

  private mutating func artifact(_ component: Node, _ type: String) -> Outline.Artifact {
    let id = id(component)
    let name = component["name"]?.text?.cleaned
    let hash = component["hashes"]?.elements?.first { $0["alg"]?.text == "SHA-256" }?["content"]?.text?
      .lowercased()
    return Outline.Artifact(id, type: type, name: name == id.local ? nil : name, digest: hash)
  }

  private mutating func add(_ component: Node) {
    guard let type = Self.type(component) else {
      // What the whole document is about may be anything.
      if component["bom-ref"]?.text != reading.outline.namespace { other += 1 }
      return
    }
    let properties = Self.properties(component)
    guard component["bom-ref"]?.text != reading.outline.namespace else { return }
    var artifact = artifact(component, type)
    // Data may be an output too, which only its record tells.
    reading.take(properties, of: artifact.id, at: component)
    if type != "model",
      case .plain(let stated)? = reading.outline.carried[artifact.id]?.last?.record["type"],
      stated != "model"
    {
      artifact.type = stated
    }
    let roles = Self.roles(properties)
    for ancestor in component["pedigree"]?["ancestors"]?.elements ?? [] {
      guard let type = Self.type(ancestor) else { continue }
      let parent = self.artifact(ancestor, type)
      reading.put(parent, isNamed: true)
      artifact.derivedFrom.append(.init(parent.id, as: roles[parent.id.full]))
    }
    for dataset in component["modelCard"]?["modelParameters"]?["datasets"]?.elements ?? [] {
      guard
        let named = dataset["ref"]?.text.flatMap({ byReference[$0] }) ?? dataset["name"].map({ _ in dataset })
      else {
        continue
      }
      let parent = self.artifact(named, "dataset")
      reading.put(parent, isNamed: true)
      artifact.derivedFrom.append(.init(parent.id, as: roles[parent.id.full]))
    }
    let maker = component["manufacturer"]?["name"] ?? component["supplier"]?["name"] ?? component["publisher"]
    artifact.madeBy = reading.party(maker?.text)
    reading.put(artifact)
  }

  /// In which role each parent entered, where an edge of ours says it.
  private static func roles(_ properties: [Outline.Property]) -> [String: String] {
    var roles: [String: String] = [:]
    for property in properties where property.name == PropertyName.edge {
      let parts = property.value.split(separator: " ").map(String.init)
      if parts.count > 1, Kinds.linkRoles.contains(parts[0]) { roles[parts[1]] = parts[0] }
    }
    return roles
  }

  /// A computation; workflows of others say nothing that accounting needs.
  private mutating func run(_ workflow: Node) {
    guard let reference = workflow["bom-ref"]?.text, let id = GlobalID(full: reference), id.isWellFormed,
      id.kind == "activity"
    else { return }
    var activity = Outline.Activity(id, kind: workflow["description"]?.text.flatMap(Outline.kind))
    activity.from = DocumentTime.start(workflow["timeStart"]?.text)
    activity.to = DocumentTime.end(workflow["timeEnd"]?.text)
    activity.uses = (workflow["inputs"]?.elements ?? []).compactMap { input in
      let role = Self.properties(input).first { $0.name == PropertyName.role }?.value
      return input["resource"]?["ref"]?.text.flatMap { GlobalID(full: $0) }.map {
        .init($0, as: role.flatMap(Outline.role))
      }
    }
    activity.produces = (workflow["outputs"]?.elements ?? []).compactMap {
      $0["resource"]?["ref"]?.text.flatMap { GlobalID(full: $0) }
    }
    reading.take(Self.properties(workflow), of: id, at: workflow)
    reading.outline.activities.append(activity)
  }
}
