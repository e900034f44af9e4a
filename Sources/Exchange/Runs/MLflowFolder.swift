import Glibc
import Measures
import Records
import RecordsIO

/// The folder of a tracker: experiments, in each its runs, in each a file for every parameter, metric and tag. Links are not
/// followed.
struct MLflowFolder {
  /// More runs than these are refused.
  private static let mostRuns = 100_000
  /// More files of one run than these are not looked at.
  private static let mostFiles = 10_000
  private static let longest = 2000

  private var store = TrackedRuns()
  private let root: String

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func read(_ path: String) throws(Problems) -> TrackedRuns {
    var folder = MLflowFolder(root: path)
    var isStore = false
    for experiment in folder.entries("") where folder.isFile("\(experiment)/meta.yaml") {
      isStore = true
      try folder.experiment(experiment)
    }
    guard isStore else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: path, line: 0), rule: Phrase.notMLflow.message,
          remedy: Phrase.nameTracker.message)
      ])
    }
    return folder.store
  }

  private init(root: String) { self.root = root }

  // MARK: Files

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat("\(root)/\(path)", &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  private func isFile(_ path: String) -> Bool { mode(path) == S_IFREG }

  /// The names in a folder that is no link, in order.
  private func entries(_ path: String) -> [String] {
    guard path.isEmpty || mode(path) == S_IFDIR, let folder = opendir("\(root)/\(path)") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder), names.count < Self.mostRuns {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self), !name.hasPrefix(".") else { continue }
      names.append(name)
    }
    return names.sorted()
  }

  /// The files in a folder and below it, by their paths in it: names with slashes are folders in each other.
  private func files(_ path: String) -> [String] {
    var found: [String] = []
    var rest = [""]
    while let inner = rest.popLast(), found.count < Self.mostFiles {
      for name in entries(inner.isEmpty ? path : "\(path)/\(inner)") {
        let place = inner.isEmpty ? name : "\(inner)/\(name)"
        if isFile("\(path)/\(place)") { found.append(place) } else if place.count < 250 { rest.append(place) }
      }
    }
    return found.sorted()
  }

  private func text(_ path: String) throws(Problems) -> String {
    String(decoding: try TextFile.bytes("\(root)/\(path)"), as: UTF8.self)
  }

  private mutating func meta(_ path: String) -> Node? {
    guard isFile("\(path)/meta.yaml") else { return nil }
    do throws(Problems) { return try TextFile.tree("\(root)/\(path)/meta.yaml") } catch {
      store.findings += error.list.map {
        Problem(.notTaken, at: $0.mark, rule: $0.rule, remedy: Phrase.checkSource.message)
      }
      return nil
    }
  }

  // MARK: Runs

  private mutating func experiment(_ folder: String) throws(Problems) {
    guard let experiment = meta(folder) else { return }
    let isActive = Self.said(experiment["lifecycle_stage"]) == "active"
    var models: [String: [String]] = [:]
    for model in entries("\(folder)/models") {
      guard let meta = meta("\(folder)/models/\(model)"), Self.said(meta["lifecycle_stage"]) != "deleted",
        let run = Self.said(meta["source_run_id"]), let name = Self.said(meta["name"])
      else { continue }
      models[run, default: []].append(name)
    }
    for name in entries(folder) where !["datasets", "models", "tags", "traces"].contains(name) {
      let path = "\(folder)/\(name)"
      guard mode(path) == S_IFDIR else { continue }
      guard isFile("\(path)/meta.yaml") else {
        note(path)
        continue
      }
      guard let meta = meta(path) else { continue }
      guard isActive, Self.said(meta["lifecycle_stage"]) == "active" else {
        store.deleted += 1
        continue
      }
      guard store.runs.count < Self.mostRuns else {
        throw Problems([
          Problem(
            .tooLarge, at: Mark(file: root, line: 0),
            rule: Phrase.tooLarge.with(.count(store.runs.count + 1), .count(Self.mostRuns)),
            remedy: Phrase.tableSplit.message)
        ])
      }
      try run(path, meta, Self.said(experiment["name"]) ?? folder, models, in: folder)
    }
  }

  private mutating func note(_ path: String) {
    store.findings.append(
      Problem(
        .notTaken, at: Mark(file: "\(root)/\(path)", line: 0), rule: Phrase.trackerHalf.message,
        remedy: Phrase.checkSource.message))
  }

  private static let states: [String: TrackedRun.State] = [
    "1": .running, "2": .scheduled, "3": .finished, "4": .failed, "5": .killed,
  ]

  private mutating func run(
    _ path: String, _ meta: Node, _ experiment: String, _ models: [String: [String]], in folder: String
  ) throws(Problems) {
    let id = Self.said(meta["run_id"] ?? meta["run_uuid"]) ?? path
    var run = TrackedRun(
      id: id, name: Self.said(meta["run_name"]) ?? id, experiment: experiment,
      state: Self.said(meta["status"]).flatMap { Self.states[$0] ?? TrackedRun.State(rawValue: $0) },
      start: Self.instant(meta["start_time"]), end: Self.instant(meta["end_time"]))
    for kind in ["params", "tags"] {
      for file in files("\(path)/\(kind)") {
        let isParent = kind == "tags" && file == TrackedRun.parentTag
        guard isParent || TrackedRun.lookedAt(file) != nil else { continue }
        let value = try text("\(path)/\(kind)/\(file)")
        guard value.utf8.count <= Self.longest else { continue }
        if isParent { run.parent = value } else { run.add(file, value) }
      }
    }
    for file in files("\(path)/metrics") where TrackedRun.lookedAt(file) != nil {
      if let value = Self.last(try text("\(path)/metrics/\(file)")) { run.add(file, value) }
    }
    for input in entries("\(path)/inputs") {
      guard let link = self.meta("\(path)/inputs/\(input)"), Self.said(link["source_type"]) == "DATASET",
        let source = Self.said(link["source_id"]), !source.contains("/"), source != "..",
        let dataset = self.meta("\(folder)/datasets/\(source)"), let name = Self.said(dataset["name"])
      else { continue }
      run.datasets.append(.init(name: name, digest: Self.said(dataset["digest"]) ?? ""))
    }
    run.models = models[id] ?? []
    store.runs.append(run)
  }

  /// The last value of a metric: that of the greatest step, then of the latest time. Each line is time, value, step.
  private static func last(_ text: String) -> String? {
    var last: (step: Int64, time: Int64, value: Double)?
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count >= 2, let time = Int64(parts[0]), let value = Double(parts[1]) else { continue }
      let step = parts.count > 2 ? Int64(parts[2]) ?? 0 : 0
      if let known = last, (known.step, known.time) > (step, time) { continue }
      last = (step, time, value)
    }
    return last.map { $0.value.isNaN ? "NaN" : "\($0.value)" }
  }

  private static func said(_ node: Node?) -> String? {
    node?.text.flatMap { $0.isEmpty || $0 == "null" || $0.utf8.count > longest ? nil : $0 }
  }

  private static func instant(_ node: Node?) -> Instant? {
    said(node).flatMap { Int64($0) }.flatMap {
      (0...253_402_300_799_999).contains($0) ? Instant(milliseconds: $0) : nil
    }
  }
}
