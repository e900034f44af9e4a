import Measures
import Records

/// Makes records of an outline that was read. Records that travelled whole are taken as they are; what the document says in
/// its own words is compared with them, and becomes records where none travelled.
struct OutlineRecords {
  private let outline: Outline
  private let file: String
  private let language: Language
  private let known: (String) -> [GlobalID]
  private let types: [GlobalID: String]
  private let produced: Set<GlobalID>
  private var imported = Imported()
  /// Models that the public record knows under the name that the document gives.
  private var meant: [GlobalID: GlobalID] = [:]

  /// - Parameter known: the models of the public record that a name may mean.
  static func imported(
    _ outline: Outline, file: String, language: Language, findings: [Problem],
    known: @escaping (String) -> [GlobalID]
  ) -> Imported {
    var maker = OutlineRecords(outline, file, language, findings, known)
    maker.make()
    maker.imported.comments += maker.imported.findings.prefix(shownRemarks).map { $0.rule.text(language) }
    return maker.imported
  }

  /// More remarks than these stand on standard error alone.
  private static let shownRemarks = 100

  private init(
    _ outline: Outline, _ file: String, _ language: Language, _ findings: [Problem],
    _ known: @escaping (String) -> [GlobalID]
  ) {
    (self.outline, self.file, self.language, self.known) = (outline, file, language, known)
    types = Dictionary(outline.artifacts.map { ($0.id, $0.type) }) { first, _ in first }
    produced = Set(outline.activities.flatMap(\.produces))
    imported.findings = findings
    imported.comments = [Phrase.documentHeader.message.text(language)]
    imported.namespace = outline.carried.isEmpty ? nil : outline.namespace
    imported.title = outline.title.flatMap { $0.en.isEmpty || $0.fr.isEmpty ? nil : $0 }
  }

  private mutating func note(_ code: Problem.Code, _ rule: Message, _ remedy: Phrase) {
    imported.findings.append(
      Problem(code, at: Mark(file: file, line: 0), rule: rule, remedy: remedy.message))
  }

  private mutating func make() {
    imported.records = outline.travelled.map(\.record)
    for artifact in outline.artifacts { find(artifact) }
    for party in outline.parties { add(party.id, party.name.map { [.text("name", $0)] } ?? []) }
    for artifact in outline.artifacts where meant[artifact.id] == nil { add(artifact) }
    for activity in outline.activities { add(activity, figures: outline.properties[activity.id] ?? []) }
    var runs: [String: [WrittenRecord]] = [:]
    for record in imported.records where record.kind == "activity" {
      for name in record["produces"]?.texts ?? [] { runs[name, default: []].append(record) }
    }
    for artifact in outline.artifacts where artifact.type == "model" && isOwn(artifact.id) {
      derive(artifact, runs[written(artifact.id)] ?? [])
    }
  }

  // MARK: Things

  /// Looks a model up by its name that nothing else in the document identifies.
  private mutating func find(_ artifact: Outline.Artifact) {
    guard artifact.type == "model", let name = artifact.name, isOwn(artifact.id), !travelled(artifact.id),
      artifact.derivedFrom.isEmpty, !produced.contains(artifact.id)
    else { return }
    let found = known(name)
    if found.count == 1 { meant[artifact.id] = found[0] }
    if found.count > 1 {
      note(
        .sourceConflict,
        Phrase.checkpointManyBases.with(
          .quoted(name), .code(found.map(\.description).joined(separator: ", ")), .code(artifact.id.local)),
        .checkSource)
    }
  }

  private func isOwn(_ id: GlobalID) -> Bool { id.namespace == outline.namespace }

  private func travelled(_ id: GlobalID) -> Bool { outline.carried[id] != nil }

  private mutating func add(_ artifact: Outline.Artifact) {
    var fields: [WrittenField] = artifact.type == "model" ? [] : [.plain("type", artifact.type)]
    fields += artifact.name.map { [.text("name", $0)] } ?? []
    fields += artifact.digest.map { [.plain("digest", "sha256:" + $0)] } ?? []
    add(artifact.id, fields)
  }

  private mutating func add(_ activity: Outline.Activity, figures: [Outline.Property]) {
    let isRecord = isOwn(activity.id) && !travelled(activity.id)
    let kind = activity.kind ?? (isRecord ? self.kind(of: activity) : nil)
    var fields: [WrittenField] = kind.map { [.plain("kind", $0)] } ?? []
    fields += activity.by.map { [.plain("by", written($0))] } ?? []
    fields += activity.from.map { [.plain("from", $0.description)] } ?? []
    fields += activity.to.map { [.plain("to", $0.description)] } ?? []
    if !activity.uses.isEmpty {
      fields.append(WrittenField("uses", .list(activity.uses.map { use($0, of: activity.id) })))
    }
    if !activity.produces.isEmpty { fields.append(.words("produces", activity.produces.map(written))) }
    guard isRecord else { return add(activity.id, fields) }
    if activity.kind == nil {
      note(.notTaken, Phrase.documentKind.with(.code(activity.id.local), .word(kind ?? "")), .checkSource)
    }
    if let estimate = Self.estimate(figures) {
      fields.append(WrittenField("compute", .list([estimate])))
    } else {
      note(.sourceIncomplete, Phrase.documentNoCompute.with(.code(activity.id.local)), .checkpointAddCompute)
    }
    add(activity.id, fields)
  }

  private func written(_ id: GlobalID) -> String {
    (meant[id] ?? id).written(in: outline.namespace, kinds: [id.kind])
  }

  /// What enters; where a record travelled, which knows in what role, only as far as the document says it.
  private func use(_ use: Outline.Use, of activity: GlobalID) -> WrittenValue {
    let role = use.role ?? (travelled(activity) ? nil : role(of: use.id))
    return .group([.plain(use.id.kind, written(use.id))] + (role.map { [.plain("as", $0)] } ?? []))
  }

  /// What enters without a role: weights as a base, anything else as data.
  private func role(of id: GlobalID) -> String {
    let type = types[id] ?? "model"
    return id.kind == "artifact" && type == "model"
      ? "base-weights" : id.kind == "activity" ? "auxiliary" : "data"
  }

  private static func estimate(_ figures: [Outline.Property]) -> WrittenValue? {
    func figure(_ end: String) -> String? {
      let text = figures.first { $0.name == "\(PropertyName.own).\(end)" }?.value
      return text.flatMap { UInt128($0) }.map { "\($0) FLOP" }
    }
    let ends = [("value", "best"), ("low", "lo"), ("high", "hi")].compactMap { field, end in
      figure(end).map { WrittenField.plain(field, $0) }
    }
    guard !ends.isEmpty else { return nil }
    return .group(
      [.plain("method", "reported")] + ends + [
        .plain("book", "approximation"), .text("source", PropertyName.own),
      ])
  }

  // MARK: What it came from

  /// What a document says that something came from: compared with the computations that made it, else one of its own.
  private mutating func derive(_ artifact: Outline.Artifact, _ runs: [WrittenRecord]) {
    let figures = outline.properties[artifact.id] ?? []
    guard runs.isEmpty else {
      let uses = Set(runs.flatMap { $0["uses"]?.members ?? [] }.flatMap(\.texts))
      for parent in artifact.derivedFrom where !uses.contains(written(parent.id)) {
        note(
          .sourceConflict,
          Phrase.documentOtherParent.with(.code(artifact.id.local), .code(written(parent.id))),
          .checkSource)
      }
      return
    }
    guard !artifact.derivedFrom.isEmpty || artifact.madeBy != nil || Self.estimate(figures) != nil else {
      guard !travelled(artifact.id), meant[artifact.id] == nil else { return }
      return note(
        .sourceIncomplete, Phrase.documentNoOrigin.with(.code(artifact.id.local)), .checkpointAddBase)
    }
    var run = Outline.Activity(GlobalID(outline.namespace, "activity", artifact.id.local + "/training"))
    run.by = artifact.madeBy
    run.uses = artifact.derivedFrom
    run.produces = [artifact.id]
    run.kind = kind(of: run)
    add(run, figures: figures)
  }

  /// What a computation was whose kind nobody states: of weights by what entered it, else work on data.
  private func kind(of activity: Outline.Activity) -> String {
    guard activity.produces.contains(where: { types[$0] == "model" }) else { return "data-preparation" }
    let roles = Set(activity.uses.map { $0.role ?? role(of: $0.id) })
    return Self.kinds.first { roles.contains($0.role) }?.kind ?? "pretraining"
  }

  private static let kinds: [(role: String, kind: String)] = [
    ("merged", "merge"), ("adapter-of", "adapter"), ("quantized-from", "quantization"),
    ("base-weights", "fine-tuning"),
  ]

  // MARK: Records

  /// Adds what the document says of a thing; where a record of it travelled, names where the two differ.
  private mutating func add(_ id: GlobalID, _ fields: [WrittenField]) {
    // What is another's is only named.
    guard isOwn(id) else { return }
    guard let revisions = outline.carried[id]?.map(\.record) else {
      imported.records.append(WrittenRecord(id.kind, id.local, fields))
      return
    }
    for field in fields where !revisions.contains(where: { field.agrees(with: $0[field.name]) }) {
      note(
        .sourceConflict,
        Phrase.documentDiffers.with(
          .code(id.local), .code(field.name), .quoted(field.value.texts.joined(separator: ", ")),
          .quoted((revisions.last?[field.name]?.texts ?? []).joined(separator: ", "))), .checkSource)
    }
  }
}

extension WrittenField {
  /// Whether a record says the same, whatever more it says: lists in any order, dates as exact as the document's.
  fileprivate func agrees(with other: WrittenValue?) -> Bool {
    guard let other else { return false }
    let (mine, theirs) = (value.texts, other.texts)
    switch name {
    case "from": return seconds(mine, \.first) == seconds(theirs, \.first)
    case "to": return seconds(mine, \.last) == seconds(theirs, \.last)
    case "uses":
      // By what entered, which stands first.
      let known = Dictionary(grouping: other.members.map(\.texts)) { $0.first ?? "" }
      return value.members.count == other.members.count
        && value.members.map(\.texts).allSatisfy { use in
          known[use.first ?? ""]?.contains { Set(use).isSubset(of: $0) } == true
        }
    default: return Set(mine) == Set(theirs)
    }
  }

  /// A date to the second, which is what every standard knows.
  private func seconds(_ texts: [String], _ end: KeyPath<Moment, Instant>) -> Int64? {
    texts.first.flatMap { try? Moment($0) }.map { $0[keyPath: end].milliseconds / 1000 }
  }
}

extension WrittenValue {
  /// The scalars inside.
  fileprivate var texts: [String] {
    switch self {
    case .plain(let text), .text(let text): [text]
    case .list(let elements): elements.flatMap(\.texts)
    case .group(let fields): fields.flatMap(\.value.texts)
    }
  }

  /// The elements of a list, or the value alone.
  fileprivate var members: [WrittenValue] { if case .list(let elements) = self { elements } else { [self] } }
}
