package import Measures
package import Records

extension OpenLineage {
  /// The events of a file: one on each line, or in one list, or one alone.
  /// - Throws: ``Problems`` with the first mistake of syntax.
  package static func trees(_ bytes: [UInt8], file: String) throws(Problems) -> [Node] {
    let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      line.contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    }
    // A list, or an event over many lines, does not end its first line.
    if let first = lines.first,
      (try? JSONReader.readForeign(Array(first), file: file)) == nil || lines.count == 1
    {
      return try JSONReader.readForeign(bytes, file: file).asList
    }
    return try lines.enumerated().map { number, line throws(Problems) in
      do throws(Problems) { return try JSONReader.readForeign(Array(line), file: file) } catch {
        let mark = Mark(file: file, line: number + 1)
        throw Problems(error.list.map { Problem($0.code, at: mark, rule: $0.rule, remedy: $0.remedy) })
      }
    }
  }

  /// Reads events.
  /// - Parameter known: the models of the public record that a name may mean.
  /// - Throws: ``Problems``: they are none.
  package static func read(
    _ events: [Node], file: String, language: Language, known: @escaping (String) -> [GlobalID]
  ) throws(Problems) -> Imported {
    guard !events.isEmpty, events.allSatisfy({ ($0["run"] ?? $0["job"] ?? $0["dataset"]) != nil }) else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: file, line: 0), rule: Phrase.notOpenLineage.message,
          remedy: Phrase.nameDocument.message)
      ])
    }
    var reader = OpenLineageReader(events, file)
    reader.read(events)
    return OutlineRecords.imported(
      reader.reading.outline, file: file, language: language, findings: reader.reading.findings, known: known)
  }
}

private struct OpenLineageReader {
  var reading: DocumentReading
  private var runs: [String: Outline.Activity] = [:]
  private var order: [String] = []
  private var actors: Set<GlobalID> = []
  /// What was said of a run already: each of its events says it again.
  private var said: Set<String> = []

  init(_ events: [Node], _ file: String) {
    let heads = events.compactMap { $0["job"]?["facets"]?[OpenLineage.prefix + "dossier"] }
    let namespace = heads.flatMap(Self.properties).first { $0.name == PropertyName.namespace }?.value
    reading = DocumentReading(file: file, namespace: namespace)
    reading.reserve(
      events.flatMap { event in
        ([event["run"], event["dataset"]] + (event["inputs"]?.elements ?? [])
          + (event["outputs"]?.elements ?? []))
          .compactMap { $0 }.flatMap {
            Self.ours($0).filter { $0.name == PropertyName.id }.map(\.value) + [Self.name($0)]
          }
      })
  }

  private static func properties(_ facet: Node) -> [Outline.Property] {
    (facet["properties"]?.elements ?? []).compactMap { property in
      property["name"]?.text.flatMap { name in property["value"]?.text.map { .init(name, $0) } }
    }
  }

  /// The properties of ours in any facet of a run, a job, a dataset.
  private static func ours(_ node: Node) -> [Outline.Property] {
    ["facets", "inputFacets", "outputFacets"].flatMap { node[$0]?.entries ?? [] }
      .filter { $0.key.hasPrefix(OpenLineage.prefix) }.flatMap { properties($0.value) }
  }

  /// The name of a dataset as it would be the full one of an artifact.
  private static func name(_ dataset: Node) -> String {
    "\(dataset["namespace"]?.text ?? "")/\(dataset["name"]?.text ?? "")"
  }

  mutating func read(_ events: [Node]) {
    for event in events {
      if let facets = event["job"]?["facets"]?[OpenLineage.prefix + "dossier"] {
        reading.take(Self.properties(facets), of: nil, at: event)
      }
      if let dataset = event["dataset"] { _ = artifact(dataset) }
      if event["run"] != nil { run(event) }
    }
    reading.outline.activities = order.compactMap { runs[$0] }
    reading.outline.parties += actors.sorted().map { .init($0) }
  }

  private mutating func artifact(_ dataset: Node) -> GlobalID {
    let own = Self.ours(dataset)
    func property(_ name: String) -> String? { own.first { $0.name == name }?.value }
    let shown = dataset["name"]?.text?.cleaned
    let id = reading.id(property(PropertyName.id) ?? Self.name(dataset), kind: "artifact", name: shown)
    let isModel = dataset["facets"]?["datasetType"]?["datasetType"]?.text?.uppercased() == "MODEL"
    let isFull = GlobalID(full: Self.name(dataset)) == id
    let version = dataset["facets"]?["version"]?["datasetVersion"]?.text?.lowercased() ?? ""
    let type = property(PropertyName.type).flatMap { Outline.types.contains($0) ? $0 : nil }
    let digits = version.wholeMatch(of: /sha256:([0-9a-f]{64})/)
    reading.put(
      Outline.Artifact(
        id, type: type ?? (isModel ? "model" : "dataset"),
        name: property(PropertyName.name) ?? (isFull ? nil : shown),
        digest: digits.map { String($0.1) }), isNamed: (dataset["facets"]?.entries ?? []).isEmpty)
    reading.take(own, of: id, at: dataset)
    return id
  }

  private mutating func run(_ event: Node) {
    guard let number = event["run"]?["runId"]?.text, let run = event["run"] else { return }
    let own = Self.ours(run)
    func property(_ name: String) -> String? { own.first { $0.name == name }?.value }
    let job = event["job"]?["name"]?.text?.cleaned
    let full = "\(event["job"]?["namespace"]?.text ?? "")/activity/\(job ?? "")"
    let isOurs = event["producer"]?.text == OpenLineage.producer
    let id = reading.id(property(PropertyName.id) ?? (isOurs ? full : number), kind: "activity", name: job)
    if runs[number] == nil { order.append(number) }
    var activity = runs[number] ?? Outline.Activity(id)
    activity.kind = property(PropertyName.kind).flatMap(Outline.kind) ?? activity.kind
    if let by = property(PropertyName.by).flatMap({ GlobalID(full: $0) }), by.isWellFormed, by.kind == "party"
    {
      activity.by = by
      actors.insert(by)
    }
    time(&activity, event, run)
    for input in event["inputs"]?.elements ?? [] {
      let role = Self.ours(input).first { $0.name == PropertyName.role }.flatMap { Outline.role($0.value) }
      let use = Outline.Use(artifact(input), as: role)
      if said.insert("\(number) < \(use.id) \(role ?? "")").inserted { activity.uses.append(use) }
    }
    for edge in own where edge.name == PropertyName.edge {
      let parts = edge.value.split(separator: " ").map(String.init)
      guard parts.count > 1, let parent = GlobalID(full: parts[1]), parent.isWellFormed else { continue }
      activity.uses.append(.init(parent, as: Outline.role(parts[0])))
    }
    for output in event["outputs"]?.elements ?? [] {
      let made = artifact(output)
      if said.insert("\(number) > \(made)").inserted { activity.produces.append(made) }
    }
    reading.take(own, of: id, at: event)
    runs[number] = activity
  }

  private mutating func time(_ activity: inout Outline.Activity, _ event: Node, _ run: Node) {
    let time = event["eventTime"]?.text
    let planned = run["facets"]?["nominalTime"]
    let end = planned?["nominalEndTime"]?.text.flatMap(DocumentTime.instant)
    switch event["eventType"]?.text {
    case "START": activity.from = DocumentTime.start(time)
    case "COMPLETE": activity.to = DocumentTime.end(time)
    case "FAIL", "ABORT":
      activity.to = DocumentTime.end(time)
      reading.note(
        .sourceIncomplete, event, Phrase.documentFailedRun.with(.code(activity.id.local)),
        .checkpointAddCompute)
    case "OTHER" where event["producer"]?.text == OpenLineage.producer:
      activity.from = DocumentTime.start(planned?["nominalStartTime"]?.text)
    default: break
    }
    // The end that was foreseen is not included; only what is planned or runs has no other.
    if activity.to == nil, event["producer"]?.text == OpenLineage.producer, let end {
      activity.to = DocumentTime.end(DocumentTime.text(.init(milliseconds: end.milliseconds - 1)))
    }
  }
}
