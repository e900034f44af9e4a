package import Measures
package import Records

extension SPDX {
  /// Reads a document.
  /// - Parameter known: the models of the public record that a name may mean.
  /// - Throws: ``Problems``: it is none.
  package static func read(
    _ tree: Node, file: String, language: Language, known: @escaping (String) -> [GlobalID]
  ) throws(Problems) -> Imported {
    guard let graph = tree["@graph"]?.elements, tree["@context"]?.text?.contains("spdx.org/rdf/3.") == true
    else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: file, line: 0), rule: Phrase.notSPDX.message,
          remedy: Phrase.nameDocument.message)
      ])
    }
    var reader = SPDXReader(graph, file)
    reader.read()
    return OutlineRecords.imported(
      reader.reading.outline, file: file, language: language, findings: reader.reading.findings, known: known)
  }
}

private struct SPDXReader {
  var reading: DocumentReading
  private let graph: [Node]
  private let named: [String: Node]
  private var runs: [GlobalID: Outline.Activity] = [:]
  private var parents: [GlobalID: [Outline.Use]] = [:]

  init(_ graph: [Node], _ file: String) {
    self.graph = graph
    named = Dictionary(graph.compactMap { node in Self.name(node).map { ($0, node) } }) { first, _ in first }
    let document = graph.first { $0["type"]?.text == "SpdxDocument" }
    let namespace = document.flatMap {
      Self.properties($0).first { $0.name == PropertyName.namespace }?.value
    }
    reading = DocumentReading(file: file, namespace: namespace)
    reading.reserve(named.keys.map(Self.bare))
  }

  private static func name(_ node: Node) -> String? { (node["spdxId"] ?? node["@id"])?.text }

  private static func bare(_ name: String) -> String {
    let prefix = SPDX.name("")
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  private static func properties(_ node: Node) -> [Outline.Property] {
    (node["extension"]?.elements ?? []).flatMap { $0["extension_cdxProperty"]?.asList ?? [] }.compactMap {
      entry in
      entry["extension_cdxPropName"]?.text.flatMap { name in
        entry["extension_cdxPropValue"]?.text.map { .init(name, $0) }
      }
    }
  }

  /// How records call what an element is: a kind, and of an artifact its type.
  private static func kind(_ node: Node) -> (kind: String, type: String)? {
    switch node["type"]?.text {
    case "ai_AIPackage": ("artifact", "model")
    case "dataset_DatasetPackage": ("artifact", "dataset")
    case "software_Package", "software_File":
      switch node["software_primaryPurpose"]?.text {
      case "model": ("artifact", "model")
      case "data": ("artifact", "dataset")
      case let purpose where name(node).map(bare).flatMap({ GlobalID(full: $0) })?.kind == "artifact":
        ("artifact", purpose == "source" ? "code" : "output")
      default: nil
      }
    case "build_Build": ("activity", "")
    case "Organization", "Person", "Agent", "SoftwareAgent": ("party", "")
    default: nil
    }
  }

  /// The thing that a reference means, where records speak of such things.
  private mutating func id(_ reference: Node?) -> GlobalID? {
    // An element may stand where it is referred to.
    guard let node = reference, let name = node.text ?? Self.name(node) else { return nil }
    let element = named[name] ?? (node.text == nil ? node : nil)
    guard let element, let kind = Self.kind(element)?.kind else {
      return GlobalID(full: Self.bare(name)).flatMap { $0.isWellFormed && $0.kind == "artifact" ? $0 : nil }
    }
    return reading.id(Self.bare(name), kind: kind, name: element["name"]?.text?.cleaned)
  }

  mutating func read() {
    var other = 0
    for node in graph where node["type"]?.text == "SpdxDocument" {
      reading.take(Self.properties(node), of: nil, at: node)
    }
    for node in graph {
      guard let (kind, type) = Self.kind(node) else {
        if node["type"]?.text?.hasPrefix("software_") == true { other += 1 }
        continue
      }
      add(node, kind, type)
    }
    for node in graph where node["type"]?.text?.hasSuffix("Relationship") == true { relate(node) }
    reading.outline.activities = runs.values.sorted { $0.id < $1.id }
    for var artifact in reading.outline.artifacts {
      artifact.derivedFrom = parents[artifact.id] ?? []
      reading.put(artifact)
    }
    if other > 0 {
      reading.note(.notTaken, nil, Phrase.documentOtherThings.with(.count(other)), .checkSource)
    }
  }

  private mutating func add(_ node: Node, _ kind: String, _ type: String) {
    // Who merely wrote a document is no party to what it says.
    if kind == "party", Self.name(node).map(Self.bare).flatMap({ GlobalID(full: $0) })?.kind != kind {
      return
    }
    guard let id = self.id(node) else { return }
    reading.take(Self.properties(node), of: id, at: node)
    let name = node["name"]?.text?.cleaned
    let maker = party(node["originatedBy"]?.asList.first ?? node["suppliedBy"])
    switch kind {
    case "artifact":
      let hash = node["verifiedUsing"]?.asList.first { $0["algorithm"]?.text == "sha256" }?["hashValue"]?.text
      var artifact = Outline.Artifact(
        id, type: type, name: name == id.local ? nil : name, digest: hash?.lowercased())
      artifact.madeBy = maker
      reading.put(artifact)
    case "activity":
      let word = node["build_buildType"]?.text.map { String($0.dropFirst(SPDX.name("activity:").count)) }
      var run = Outline.Activity(id, kind: word.flatMap(Outline.kind))
      run.by = maker
      run.from = DocumentTime.start(node["build_buildStartTime"]?.text)
      run.to = DocumentTime.end(node["build_buildEndTime"]?.text)
      runs[id] = run
    default: _ = reading.party(name, reference: Self.name(node).map(Self.bare))
    }
  }

  /// Somebody whom an element names as its origin.
  private mutating func party(_ reference: Node?) -> GlobalID? {
    guard let reference, let name = reference.text ?? Self.name(reference), let element = named[name],
      Self.kind(element)?.kind == "party"
    else { return nil }
    return reading.party(element["name"]?.text, reference: Self.bare(name))
  }

  private mutating func relate(_ node: Node) {
    guard let from = id(node["from"]) else { return }
    if node["relationshipType"]?.text == "invokedBy" {
      let by = party(node["to"]?.asList.first)
      runs[from]?.by = by
      return
    }
    let targets = (node["to"]?.asList ?? []).compactMap { id($0) }
    let role = Self.properties(node).first { $0.name == PropertyName.role }?.value
    let uses = targets.map { Outline.Use($0, as: role.flatMap(Outline.role)) }
    switch node["relationshipType"]?.text {
    case "hasInput": runs[from]?.uses += uses
    case "hasOutput", "generates": runs[from]?.produces += targets
    case "ancestorOf":
      for target in targets {
        parents[target, default: []].append(.init(from, as: role.flatMap(Outline.role)))
      }
    case "descendantOf", "trainedOn": parents[from, default: []] += uses
    default: break
    }
  }
}
