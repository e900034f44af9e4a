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

    /// Records that were read elsewhere.
    package init(namespace: String, title: Bilingual?, records: [Record]) {
      self.namespace = namespace
      self.title = title
      self.records = records
    }
  }

  /// What could be read, and what is wrong: the records are as whole as their mistakes let them be, so that later
  /// checks can find more of them in the same run.
  public struct Reading: Sendable {
    /// What could be read.
    public let dossier: Dossier
    /// Everything that is wrong.
    public let problems: [Problem]
    /// The records as their authors wrote them, if they were asked for.
    public let drafts: [Draft]
    /// For each record with mistakes, by where it stands, the paths of the fields that could not be read, and of all
    /// that they lie in.
    let unread: [Mark: Set<String>]

    /// Whether a mistake that is found in a record follows from one that is known of the same field.
    public func follows(_ problem: Problem) -> Bool {
      // Whatever else is wrong, a circle is one.
      guard problem.code != .cycle, let mark = problem.mark, let field = problem.field else { return false }
      return unread[mark]?.contains(field) == true
    }
  }

  private struct File {
    let namespace: String
    /// Whether the file says that it speaks for that namespace.
    let isNamed: Bool
    let records: [Node]
  }

  private let places: Places
  /// Whether every file of the folder could be read: else a name may stand in one that could not.
  private var isWhole: Bool
  var names = Names()
  var problems: [Problem] = []
  var unread: [Mark: Set<String>] = [:]
  private let keepsDrafts: Bool
  private var drafts: [Draft] = []

  private init(places: Places, isWhole: Bool, keepsDrafts: Bool) {
    self.places = places
    self.isWhole = isWhole
    self.keepsDrafts = keepsDrafts
  }

  /// Reads `files`, each the root of one file. References may also point to `known` records.
  /// - Throws: ``Problems`` with everything that is wrong.
  public static func read(
    _ files: [Node], places: Places, known: some Sequence<GlobalID>, isPublicRecord: Bool = false
  ) throws(Problems) -> Dossier {
    let reading = reading(files, places: places, known: known, isPublicRecord: isPublicRecord)
    guard reading.problems.isEmpty, !files.isEmpty else { throw Problems(reading.problems) }
    return reading.dossier
  }

  /// Reads `files` as far as they go. If they are not the whole folder, what is not in them is not missing.
  public static func reading(
    _ files: [Node], places: Places, known: some Sequence<GlobalID>, isPublicRecord: Bool = false,
    isWhole: Bool = true, keepsDrafts: Bool = false
  ) -> Reading {
    var reader = RecordReader(places: places, isWhole: isWhole, keepsDrafts: keepsDrafts)
    for id in known {
      reader.names.add(id)
      reader.names.add(namespace: id.namespace)
    }
    let sorted = reader.headed(files, isPublicRecord: isPublicRecord)
    for file in sorted where reader.isWhole { reader.names.add(namespace: file.namespace) }
    for file in sorted { reader.declare(file) }
    var records: [Record] = []
    for file in sorted {
      for node in file.records {
        if let record = reader.record(node, file) { records.append(record) }
      }
    }
    records = reader.checked(records, isWhole: reader.isWhole)
    let title = files.first?.elements?.first?["title"]
    let dossier = Dossier(
      namespace: sorted.first?.namespace ?? unnamed,
      title: title.flatMap { title in
        guard let en = title["en"]?.text, let fr = title["fr"]?.text else { return nil }
        return Bilingual(en: en, fr: fr)
      }, records: records)
    return Reading(
      dossier: dossier, problems: reader.problems, drafts: reader.drafts, unread: reader.unread)
  }

  /// Stands for a namespace that a file does not state, while the rest of it is read.
  private static let unnamed = "unnamed"

  /// Takes the header off each file. A file without one speaks for the dossier's first namespace.
  private mutating func headed(_ files: [Node], isPublicRecord: Bool) -> [File] {
    var result: [File] = []
    var first: String?
    for file in files {
      guard var records = file.elements else {
        report(.wrongType, file, .wrongType, [.message(Phrase.aList.message), .quoted(file.summary)])
        isWhole = false
        continue
      }
      guard let head = records.first, let name = head["dossier"]?.text else {
        // A file that could not be read may have been the first.
        if first == nil, isWhole { report(.noNamespace, file, .noNamespace, [], .beginWithDossier) }
        result.append(File(namespace: first ?? Self.unnamed, isNamed: first != nil, records: records))
        continue
      }
      records.removeFirst()
      for entry in head.entries ?? [] where !["dossier", "title"].contains(entry.key) {
        report(.unknownField, entry.value, .unknownField, [.quoted(entry.key), .code("dossier")], .removeIt)
      }
      if !GlobalID.isNamespace(name) { report(.badName, head, .badName, [.quoted(name)], .chooseName) }
      if name == Self.publicNamespace, !isPublicRecord {
        report(.foreignName, head, .reservedNamespace, [.quoted(name)], .chooseName)
      }
      if let title = head["title"] {
        var values = ValueReader(namespace: name, names: names, places: places)
        let texts = ["en", "fr"].map { Field.required($0, .text, "The title.", "Le titre.") }
        _ = values.group(title, texts, of: "title", path: "title")
        problems += values.problems
      }
      first = first ?? name
      result.append(File(namespace: name, isNamed: true, records: records))
    }
    return result
  }

  /// Notes the names that a file declares, so that references may point forward.
  private mutating func declare(_ file: File) {
    for node in file.records {
      guard let head = node.entries?.first else { continue }
      if let local = head.value.text, let kind = Kinds.named(head.key), GlobalID.isLocal(local) {
        names.add(GlobalID(file.namespace, kind.name, local))
      } else {
        // Reported where it is read; what points to it is no mistake of its own. Which field is its name is not known.
        for text in node.entries?.compactMap(\.value.text) ?? [] {
          names.refuse(file.namespace, text.split(separator: ":").last.map(String.init) ?? text)
        }
      }
    }
  }

  private mutating func record(_ node: Node, _ file: File) -> Record? {
    let namespace = file.namespace
    guard let head = node.entries?.first else {
      report(.wrongType, node, .wrongType, [.message(Phrase.aGroup.message), .quoted(node.summary)])
      return nil
    }
    guard let kind = Kinds.named(head.key) else {
      let near = NearestNames.of(head.key, among: Kinds.all.map(\.name))
      problems.append(
        Problem(
          .unknownKind, at: node.mark, rule: Phrase.unknownKind.with(.quoted(head.key)),
          remedy: near.isEmpty
            ? (head.key == "<<" ? Phrase.noMergeKeys : .seeKinds).message
            : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
      return nil
    }
    guard let local = head.value.text, GlobalID.isLocal(local) else {
      let text = head.value.text ?? head.value.summary
      if text.contains(":") {
        guard file.isNamed else { return nil }
        report(
          .foreignName, head.value, .foreignName,
          [.quoted(text), .quoted(String(text.prefix { $0 != ":" })), .code(namespace)], .sayAbout)
      } else {
        report(.badName, head.value, .badName, [.quoted(text)], .chooseName)
      }
      return nil
    }
    var values = ValueReader(namespace: namespace, names: names, places: places)
    let isWithheld = Draft.says(node["withheld"]?.text)
    let body = values.group(
      node, Kinds.commonFields + kind.fields, of: kind.name, path: "", allow: [head.key], require: !isWithheld
    )
    let id = GlobalID(namespace, kind.name, local)
    values.check(id, body, node)
    names = values.names
    problems += values.problems
    let missed = values.problems.compactMap(\.field) + values.skipped
    if !missed.isEmpty { unread[node.mark] = Set(missed.flatMap(Self.paths)) }
    let draft = Draft(kind: kind, id: id, fields: body, mark: node.mark)
    if keepsDrafts { drafts.append(draft) }
    return draft.record
  }

  /// A path and those of everything that it lies in: `uses[0].as`, `uses[0]`, `uses`.
  private static func paths(_ field: String) -> [String] {
    // A field that nobody knows may have any name.
    guard field.utf8.count < 300 else { return [field] }
    let outer = field.indices.filter { field[$0] == "." || field[$0] == "[" }.map { String(field[..<$0]) }
    return ([field] + outer).flatMap(spellings)
  }

  /// A group that stands alone is the first of its list.
  private static func spellings(_ path: String) -> [String] {
    let names = path.split(separator: ".")
    guard names.count < 8 else { return [path] }
    return names.reduce([]) { paths, name in
      let named = paths.isEmpty && name == names[0] ? [String(name)] : paths.map { "\($0).\(name)" }
      return name.hasSuffix("]") ? named : named + named.map { $0 + "[0]" }
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
  init(kind: Kind, id: GlobalID, isWithheld: Bool, fields: [String: Value], mark: Mark) {
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
      kind: kind.name, id: id, revision: revision, issuer: id.namespace, validFrom: from,
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

  /// Whether it says of a computation that it is over at `instant`: without a last day only its state says so.
  func isDone(by instant: Instant) -> Bool {
    guard kind == "activity", !isWithheld else { return false }
    if let state = self["state"]?.text { return state == "done" }
    return self["to"]?.moment.map { $0.last < instant } ?? false
  }
}
