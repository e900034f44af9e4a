public import Measures

/// Reads the files of a dossier into records, strictly, and reports every mistake at once.
public struct RecordReader {
  /// The namespace of the public record, which belongs to the program.
  public static let publicNamespace = "public"

  /// The records of one dossier, in the order of files and lines.
  public struct Dossier: Sendable {
    /// The namespace of its first file: whose dossier it is.
    public let namespace: String
    /// Its title, if it has one.
    public let title: Bilingual?
    /// What is said in it.
    public let records: [Record]
  }

  private struct File {
    let namespace: String
    let records: [Node]
  }

  private let places: Places
  private var names = Names()
  private var problems: [Problem] = []

  private init(places: Places) { self.places = places }

  /// Reads `files`, each the root of one file. References may also point to `known` records.
  /// - Throws: ``Problems`` with everything that is wrong.
  public static func read(
    _ files: [Node], places: Places, known: some Sequence<GlobalID>, isPublicRecord: Bool = false
  ) throws(Problems) -> Dossier {
    var reader = RecordReader(places: places)
    for id in known { reader.names.add(id) }
    let sorted = reader.headed(files, isPublicRecord: isPublicRecord)
    for file in sorted { reader.names.add(namespace: file.namespace) }
    for file in sorted { reader.declare(file) }
    var records: [Record] = []
    for file in sorted {
      for node in file.records {
        if let record = reader.record(node, file.namespace) { records.append(record) }
      }
    }
    records = reader.checked(records)
    guard reader.problems.isEmpty, let first = sorted.first else { throw Problems(reader.problems) }
    let title = files.first?.elements?.first?["title"]
    return Dossier(
      namespace: first.namespace,
      title: title.flatMap { title in
        guard let en = title["en"]?.text, let fr = title["fr"]?.text else { return nil }
        return Bilingual(en: en, fr: fr)
      }, records: records)
  }

  /// Takes the header off each file. A file without one speaks for the dossier's first namespace.
  private mutating func headed(_ files: [Node], isPublicRecord: Bool) -> [File] {
    var result: [File] = []
    var first: String?
    for file in files {
      guard var records = file.elements else {
        report(.wrongType, file, .wrongType, [.message(Phrase.aList.message), .code(file.summary)])
        continue
      }
      guard let head = records.first, let name = head["dossier"]?.text else {
        if let first {
          result.append(File(namespace: first, records: records))
        } else {
          report(.noNamespace, file, .noNamespace, [], .beginWithDossier)
        }
        continue
      }
      records.removeFirst()
      for entry in head.entries ?? [] where !["dossier", "title"].contains(entry.key) {
        report(.unknownField, entry.value, .unknownField, [.code(entry.key), .code("dossier")], .removeIt)
      }
      if !GlobalID.isNamespace(name) { report(.badName, head, .badName, [.code(name)], .chooseName) }
      if name == Self.publicNamespace, !isPublicRecord {
        report(.foreignName, head, .reservedNamespace, [.code(name)], .chooseName)
      }
      first = first ?? name
      result.append(File(namespace: name, records: records))
    }
    return result
  }

  /// Notes the names that a file declares, so that references may point forward.
  private mutating func declare(_ file: File) {
    for node in file.records {
      guard let head = node.entries?.first, let kind = Kinds.named(head.key), let local = head.value.text,
        GlobalID.isLocal(local)
      else { continue }
      names.add(GlobalID(file.namespace, kind.name, local))
    }
  }

  private mutating func record(_ node: Node, _ namespace: String) -> Record? {
    guard let head = node.entries?.first else {
      report(.wrongType, node, .wrongType, [.message(Phrase.aGroup.message), .code(node.summary)])
      return nil
    }
    guard let kind = Kinds.named(head.key) else {
      let near = NearestNames.of(head.key, among: Kinds.all.map(\.name))
      problems.append(
        Problem(
          .unknownKind, at: node.mark, rule: Phrase.unknownKind.with(.code(head.key)),
          remedy: near.isEmpty
            ? Phrase.seeKinds.message : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
      return nil
    }
    guard let local = head.value.text, GlobalID.isLocal(local) else {
      let text = head.value.text ?? head.value.summary
      if text.contains(":") {
        report(
          .foreignName, head.value, .foreignName,
          [.code(text), .code(String(text.prefix { $0 != ":" })), .code(namespace)], .sayAbout)
      } else {
        report(.badName, head.value, .badName, [.code(text)], .chooseName)
      }
      return nil
    }
    var values = ValueReader(namespace: namespace, names: names, places: places)
    let isWithheld = ["yes", "true"].contains(node["withheld"]?.text)
    let body = values.group(
      node, Kinds.commonFields + kind.fields, of: kind.name, path: "", allow: [head.key], require: !isWithheld
    )
    problems += values.problems
    if let at = body["at"]?.moment, let stated = body["stated"]?.moment, stated.last < at.first {
      report(.contradiction, node, .statedBefore, [.code(stated.description), .code(at.description)])
    }
    return Record(
      kind: kind, id: GlobalID(namespace, kind.name, local), issuer: namespace, isWithheld: isWithheld,
      fields: body, mark: node.mark)
  }

  /// Refuses contents that contradict each other; the same statement twice is one statement.
  private mutating func checked(_ records: [Record]) -> [Record] {
    var seen: [GlobalID: [Int: Record]] = [:]
    var result: [Record] = []
    for record in records {
      if let other = seen[record.id]?[record.revision] {
        if other != record {
          let place = "\(other.mark.file):\(other.mark.line)"
          problems.append(
            Problem(
              .duplicateRecord, at: record.mark,
              rule: Phrase.duplicateRecord.with(
                .code(record.id.full), .count(record.revision), .code(place)),
              remedy: Phrase.newRevision.message))
        }
        continue
      }
      seen[record.id, default: [:]][record.revision] = record
      result.append(record)
      if record.replaces != nil, record.because == nil {
        problems.append(
          Problem(
            .missingField, at: record.mark, field: "because", rule: Phrase.withdrawnReason.message,
            remedy: Phrase.addField.with(.code("because: …"))))
      }
      if let replaces = record.replaces, replaces >= record.revision {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "replaces",
            rule: Phrase.replacesLater.with(.count(record.revision), .count(replaces)),
            remedy: Phrase.rewriteIt.message))
      }
      if record.validTo != nil, ["activity", "deployment"].contains(record.kind) {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "valid.to",
            rule: Phrase.noEndOfValidity.with(.code(record.kind)),
            remedy: Phrase.useTo.message))
      }
      if let from = record.validFrom, let to = record.validTo, to.last < from.first {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "valid", rule: Phrase.datesReversed.message,
            remedy: Phrase.rewriteIt.message))
      }
    }
    for (id, revisions) in seen {
      let numbers = revisions.keys.sorted()
      guard numbers != Array(1...numbers.count) else {
        silentRevisions(numbers.compactMap { revisions[$0] })
        continue
      }
      guard let last = numbers.last, let gap = (1...max(last, 1)).first(where: { revisions[$0] == nil }),
        let mark = revisions[last]?.mark
      else { continue }
      problems.append(
        Problem(
          .revisionGap, at: mark, field: "revision",
          rule: Phrase.revisionGap.with(.code(id.full), .count(last), .count(gap)),
          remedy: Phrase.addRevision.message))
    }
    return result
  }

  /// A revision is a change, which begins later than the one before, or a correction, which says so: the past is not
  /// rewritten in silence.
  private mutating func silentRevisions(_ revisions: [Record]) {
    let changes = revisions.filter { $0.replaces == nil }
    for (before, record) in zip(changes, changes.dropFirst()) {
      if let from = record.validFrom, before.isDone(by: from.first) {
        problems.append(
          Problem(
            .contradiction, at: record.mark, field: "revision",
            rule: Phrase.doneDoesNotChange.with(.count(record.revision)),
            remedy: Phrase.changeOrCorrect.message))
      }
      let isLater = record.validFrom.map { from in before.validFrom.map { $0.first < from.first } ?? true }
      guard isLater != true else { continue }
      problems.append(
        Problem(
          .contradiction, at: record.mark, field: "revision",
          rule: Phrase.silentRevision.with(.count(record.revision), .count(before.revision)),
          remedy: Phrase.changeOrCorrect.message))
    }
  }

  private mutating func report(
    _ code: Problem.Code, _ node: Node, _ rule: Phrase, _ arguments: [Message.Argument],
    _ remedy: Phrase = .rewriteIt
  ) {
    problems.append(
      Problem(code, at: node.mark, rule: Message(rule, arguments), remedy: remedy.message))
  }
}

extension Record {
  /// Sorts the fields that every record has from those of its kind.
  init(kind: Kind, id: GlobalID, issuer: String, isWithheld: Bool, fields: [String: Value], mark: Mark) {
    var revision = 1
    if case .integer(let value) = fields["revision"] { revision = value }
    var replaces: Int?
    if case .integer(let value) = fields["replaces"] { replaces = value }
    let common = Set(Kinds.commonFields.map(\.name)).subtracting(["sources"])
    let stated = fields["stated"]?.moment
    var from = fields["valid"]?["from"]?.moment ?? fields["at"]?.moment
    if kind.name == "activity", from == nil || revision == 1 {
      from = Self.begins(from ?? stated, fields, isFirst: revision == 1)
    }
    self.init(
      kind: kind.name, id: id, revision: revision, issuer: issuer, validFrom: from,
      validTo: fields["valid"]?["to"]?.moment, stated: stated, replaces: replaces,
      because: fields["because"]?.text, isWithheld: isWithheld,
      body: fields.filter { !common.contains($0.key) || kind.fields.map(\.name).contains($0.key) }, mark: mark
    )
  }

  /// An activity counts from when it was stated, and from its first day at the latest: what takes place is not put off by
  /// saying it later. What changes it begins when that was stated, if it is not done.
  private static func begins(_ stated: Moment?, _ fields: [String: Value], isFirst: Bool) -> Moment? {
    let isDone = fields["state"]?.text == "done"
    guard let from = fields["from"]?.moment, isDone || isFirst && stated != nil else { return stated }
    guard let stated else { return from }
    return min(stated.first, from.first) == stated.first ? stated : from
  }

  /// Whether it says of a computation that it is over at `instant`.
  fileprivate func isDone(by instant: Instant) -> Bool {
    guard kind == "activity", !isWithheld else { return false }
    if let state = self["state"]?.text { return state == "done" }
    guard let to = self["to"]?.moment else { return self["budget"] == nil && self["compute"] != nil }
    return to.last < instant
  }
}
