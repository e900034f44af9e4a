package import Measures
package import Records

/// Runs that MLflow tracked, in a folder (`mlruns`) or a SQLite database (`mlflow.db`).
package struct MLflow {
  private let file: String
  private let language: Language
  private let known: (String) -> [GlobalID]
  private var imported = Imported()
  private var names: [String: UniqueNames] = [:]
  private var datasets: [TrackedRun.Thing: String] = [:]
  private var bases: [String: String] = [:]

  /// Reads a store.
  /// - Parameter known: the models of the public record that a name may mean.
  /// - Throws: ``Problems``: it is none, or cannot be read.
  package static func read(
    _ path: String, language: Language, known: @escaping (String) -> [GlobalID]
  ) throws(Problems) -> Imported {
    let store = try MLflowFolder.isFolder(path) ? MLflowFolder.read(path) : MLflowDatabase.read(path)
    var importer = MLflow(file: path, language: language, known: known)
    importer.make(store)
    return importer.imported
  }

  private init(file: String, language: Language, known: @escaping (String) -> [GlobalID]) {
    (self.file, self.language, self.known) = (file, language, known)
    imported.comments = [Phrase.trackerHeader.message.text(language)]
  }

  private mutating func note(_ code: Problem.Code, _ rule: Message, _ remedy: Phrase) {
    imported.findings.append(
      Problem(code, at: Mark(file: file, line: 0), rule: rule, remedy: remedy.message))
  }

  private mutating func make(_ store: TrackedRuns) {
    imported.findings = store.findings
    if store.deleted > 0 {
      note(.notTaken, Phrase.trackerDeleted.with(.count(store.deleted)), .checkSource)
    }
    // In the order of time: a store keeps runs under names that were drawn.
    let runs = store.runs.sorted {
      ($0.start?.milliseconds ?? 0, $0.experiment, $0.name, $0.id)
        < ($1.start?.milliseconds ?? 0, $1.experiment, $1.name, $1.id)
    }
    let ids = Set(runs.map(\.id))
    var parts: [String: [TrackedRun]] = [:]
    for run in runs {
      if let parent = run.parent, ids.contains(parent) { parts[parent, default: []].append(run) }
    }
    var within: Set<String> = []
    for run in runs where !within.contains(run.id) {
      let inside = Self.inside(run, parts)
      if inside.isEmpty || Self.saysCompute(run) {
        within.formUnion(inside.map(\.id))
        add(run, parts: inside)
      } else {
        note(.notTaken, Phrase.trackerGroup.with(.quoted(run.name), .count(inside.count)), .checkSource)
      }
    }
  }

  /// Whatever runs inside a run, however deep. A circle ends where it began.
  private static func inside(_ run: TrackedRun, _ parts: [String: [TrackedRun]]) -> [TrackedRun] {
    var (found, seen): ([TrackedRun], Set<String>) = ([], [run.id])
    var rest = parts[run.id] ?? []
    while let next = rest.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      found.append(next)
      rest += parts[next.id] ?? []
    }
    return found
  }

  private static func saysCompute(_ run: TrackedRun) -> Bool {
    !run.said(of: .flop).isEmpty || !run.said(of: .tokens).isEmpty
  }

  // MARK: Records

  private mutating func name(_ kind: String, _ wanted: String) -> String {
    names[kind, default: UniqueNames()].take(Slug.of(wanted), else: kind).local
  }

  private mutating func add(_ run: TrackedRun, parts: [TrackedRun]) {
    let first = imported.findings.count
    let local = name("activity", "\(run.experiment)-\(run.name)")
    // What runs inside it is part of what it computed, and not counted again.
    if parts.contains(where: Self.saysCompute) {
      note(.notTaken, Phrase.trackerParts.with(.code(local), .count(parts.count)), .checkSource)
    }
    let parameters = figure(.parameters, of: run, local)
    let made = (run.models.isEmpty ? [run.name] : run.models).map { model in
      let name = self.name("artifact", model)
      var fields: [WrittenField] = [.text("name", model)]
      if let parameters { fields.append(.plain("parameters", parameters.text)) }
      imported.records.append(WrittenRecord("artifact", name, fields))
      return name
    }
    var uses =
      base(of: run, local).map {
        [WrittenValue.group([.plain("artifact", $0), .plain("as", "base-weights")])]
      } ?? []
    uses += run.datasets.map { .group([.plain("artifact", dataset($0)), .plain("as", "data")]) }
    var fields: [WrittenField] = [
      .plain("kind", uses.isEmpty || run.said(of: .base).isEmpty ? "pretraining" : "fine-tuning")
    ]
    if let start = run.start { fields.append(.plain("from", start.description)) }
    if let end = run.end, run.state != .running { fields.append(.plain("to", end.description)) }
    if let state = Self.state(run) { fields.append(.plain("state", state)) }
    if !uses.isEmpty { fields.append(WrittenField("uses", .list(uses))) }
    fields.append(.words("produces", made))
    let estimates = estimates(run, local, parameters)
    if !estimates.isEmpty { fields.append(WrittenField("compute", .list(estimates))) }
    fields.append(
      WrittenField("sources", .list([.group([.text("text", "MLflow: \(run.experiment) / \(run.name)")])])))
    remarks(run, local, hasCompute: !estimates.isEmpty)
    let remarks = imported.findings[first...].map { $0.rule.text(language) }
    imported.records.append(WrittenRecord("activity", local, fields, comments: remarks))
  }

  private static func state(_ run: TrackedRun) -> String? {
    switch run.state {
    case .scheduled: "planned"
    case .running: "running"
    case .finished, .failed, .killed: run.end == nil ? "done" : nil
    case nil: nil
    }
  }

  private mutating func remarks(_ run: TrackedRun, _ local: String, hasCompute: Bool) {
    if run.state == .failed || run.state == .killed {
      note(.sourceIncomplete, Phrase.documentFailedRun.with(.code(local)), .checkpointAddCompute)
    }
    if !hasCompute {
      note(.sourceIncomplete, Phrase.documentNoCompute.with(.code(local)), .checkpointAddCompute)
    }
    if run.said(of: .base).isEmpty {
      note(.sourceIncomplete, Phrase.trackerNoBase.with(.code(local)), .checkpointAddBase)
    }
  }

  /// The one figure that a run gives for a matter; of several none.
  private mutating func figure(_ matter: TrackedRun.Matter, of run: TrackedRun, _ local: String) -> Figure? {
    let said = run.said(of: matter)
    var figures: [String: Figure] = [:]
    for text in said {
      guard let figure = Figure(text), figure.value != nil, !figure.isZero else {
        note(
          .notTaken, Phrase.trackerNoNumber.with(.code(local), .quoted(String(text.prefix(60)))), .checkSource
        )
        continue
      }
      figures[figure.text] = figure
    }
    guard figures.count < 2 else {
      note(
        .sourceConflict,
        Phrase.trackerSeveral.with(.code(local), .code(figures.keys.sorted().joined(separator: ", "))),
        .checkSource)
      return nil
    }
    return figures.values.first
  }

  private mutating func estimates(_ run: TrackedRun, _ local: String, _ parameters: Figure?) -> [WrittenValue]
  {
    var estimates: [WrittenValue] = []
    if let flop = figure(.flop, of: run, local) {
      estimates.append(
        .group([
          .plain("method", "reported"), .plain("value", flop.text + " FLOP"), .plain("book", "approximation"),
          .text("source", "MLflow: \(run.name)"),
        ]))
    }
    if let parameters, let tokens = figure(.tokens, of: run, local) {
      estimates.append(
        .group([
          .plain("method", "counted"), .plain("parameters", parameters.text), .plain("tokens", tokens.text),
          .plain("book", "approximation"), .text("source", "MLflow: \(run.name)"),
        ]))
    }
    return estimates
  }

  /// What it started from: one of the public record where exactly one fits, else a record of its own.
  private mutating func base(of run: TrackedRun, _ local: String) -> String? {
    let said = run.said(of: .base)
    guard let base = said.first else { return nil }
    guard said.count == 1 else {
      note(
        .sourceConflict, Phrase.trackerSeveral.with(.code(local), .code(said.joined(separator: ", "))),
        .checkSource)
      return nil
    }
    if let made = bases[base] { return made }
    let found = known(base)
    let reference: String
    if found.count == 1 {
      reference = found[0].description
    } else {
      reference = name("artifact", base.split(separator: "/").last.map(String.init) ?? base)
      imported.records.append(WrittenRecord("artifact", reference, [.text("name", base)]))
      let rule =
        found.isEmpty
        ? Phrase.checkpointUnknownBase.with(.quoted(base), .code(reference))
        : Phrase.checkpointManyBases.with(
          .quoted(base), .code(found.map(\.description).joined(separator: ", ")), .code(reference))
      note(found.isEmpty ? .sourceIncomplete : .sourceConflict, rule, .checkSource)
    }
    bases[base] = reference
    return reference
  }

  private mutating func dataset(_ dataset: TrackedRun.Thing) -> String {
    if let made = datasets[dataset] { return made }
    let local = name("artifact", dataset.name)
    imported.records.append(
      WrittenRecord(
        "artifact", local,
        [
          .plain("type", "dataset"), .text("name", dataset.name),
          WrittenField("sources", .list([.group([.text("text", "MLflow: \(dataset.digest)")])])),
        ]))
    datasets[dataset] = local
    return local
  }
}
