import Glibc
import Ledger
import Lineage
import Measures
import Records
import RecordsIO
import Regimes

/// The two dates of a question: what was true when, among what was known when (`nil`: everything here).
struct Dates {
  let asOf: Instant
  let knownAt: Instant?
}

/// What a command works on: the records of a dossier and the public record, the packs, the tables.
struct Workspace {
  let tables: Tables
  let estimator: Estimator
  let library: RegimeLibrary
  let places: Places
  /// The dossier, if one was named; else the public record is the subject.
  let dossier: RecordReader.Dossier?
  let publicRecord: RecordReader.Dossier?
  /// The records of the dossier as their authors wrote them, if they were asked for.
  let drafts: [Draft]
  /// The ledger, if it is one that is read.
  let ledger: LedgerReading?
  /// What is wrong with records of a ledger, which count for nothing then.
  let doubts: [Problem]
  /// The folder that the dossier was read from.
  private let folder: String?

  /// Reads everything that the operands name, with the packs `only` or all that ship.
  /// - Parameter dates: where something is wrong, the graph of these dates is looked at too, so that all mistakes
  ///   come at once.
  /// - Throws: ``Problems`` with everything that is wrong.
  init(
    dossier path: String?, names: [String] = [], packs: String? = nil, only: Set<String>? = nil,
    dates: Dates? = nil, keepsDrafts: Bool = false
  ) throws(Problems) {
    let places = try Self.places()
    self.places = places
    folder = path
    ledger = nil
    doubts = []
    estimator = try Self.estimator()
    let (trees, unreadable) = path.map(DossierFolder.read) ?? ([], [])
    // The public record is read where it is the subject, or where something of it is named.
    let prefix = RecordReader.publicNamespace + ":"
    let isNamed =
      path == nil || names.contains { $0.hasPrefix(prefix) } || trees.contains { $0.mentions(prefix) }
    let read = sideBySide(
      { Result { () throws(Problems) in try Self.packs(places, folder: packs, only: only) } },
      { Result { () throws(Problems) in isNamed ? try Self.publicRecord(places) : nil } })
    let (packs, mistakes) = try read.0.get()
    publicRecord = try read.1.get()
    let known = publicRecord?.records ?? []
    let reading = path.map { _ in
      RecordReader.reading(
        trees, places: places, known: known.map(\.id), isWhole: unreadable.isEmpty,
        keepsDrafts: keepsDrafts)
    }
    drafts = reading?.drafts ?? []
    dossier = reading?.dossier
    let own = reading?.dossier.records ?? []
    tables = Tables(known + own)
    var found = try Self.vocabulary().problems(in: own) + estimator.problems(in: own)
    if only == nil, let packs {
      // Of packs that could not be read nothing is known to be missing.
      found += packs.problems(in: own, places: places).filter {
        mistakes.isEmpty || $0.code != .unknownDefinition
      }
    }
    let unread = mistakes + unreadable + (reading?.problems ?? [])
    if unread.isEmpty, found.isEmpty, let packs {
      library = packs
      return
    }
    if let dates {
      do throws(Problems) { _ = try Self.graph(tables, estimator, places, dates) } catch {
        found += error.list.filter { !found.contains($0) }
      }
    }
    throw Problems(unread + found.filter { reading?.follows($0) != true }).located(in: trees)
  }

  /// A workspace of these parts.
  init(
    tables: Tables, estimator: Estimator, library: RegimeLibrary, places: Places,
    dossier: RecordReader.Dossier?, publicRecord: RecordReader.Dossier?, drafts: [Draft],
    ledger: LedgerReading?, doubts: [Problem], folder: String?
  ) {
    self.tables = tables
    self.estimator = estimator
    self.library = library
    self.places = places
    self.dossier = dossier
    self.publicRecord = publicRecord
    self.drafts = drafts
    self.ledger = ledger
    self.doubts = doubts
    self.folder = folder
  }

  /// The public record that ships.
  static func publicRecord(_ places: Places) throws(Problems) -> RecordReader.Dossier {
    try RecordReader.read(publicTrees(), places: places, known: [GlobalID](), isPublicRecord: true)
  }

  /// The records of the public record as they are written.
  static func publicDrafts() throws(Problems) -> [Draft] {
    let reading = RecordReader.reading(
      try publicTrees(), places: try places(), known: [GlobalID](), isPublicRecord: true, keepsDrafts: true)
    guard reading.problems.isEmpty else { throw Problems(reading.problems) }
    return reading.drafts
  }

  private static func publicTrees() throws(Problems) -> [Node] {
    let read = inParallel(ShippedTexts.folder("PublicRecord"), worker: {}) { _, text in
      Result { () throws(Problems) in try TextFile.tree(text.bytes, named: text.path) }
    }
    var trees: [Node] = []
    for tree in read { trees.append(try tree.get()) }
    return trees
  }

  /// The table of places.
  static func places() throws(Problems) -> Places { Places(try ShippedTexts.tree("Vocabulary/places.yaml")) }

  /// The words that packs and acts may use.
  static func vocabulary() throws(Problems) -> Vocabulary {
    Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
  }

  /// Works out estimates with the table of accelerators that ships.
  static func estimator() throws(Problems) -> Estimator { Estimator(hardware: try hardware()) }

  /// The accelerators that are known.
  /// - Throws: ``Problems``.
  static func hardware() throws(Problems) -> HardwareTable {
    let table = try ShippedTexts.tree("Vocabulary/hardware.yaml")
    do { return try HardwareTable(table) } catch { throw Problems([]) }
  }

  /// The packs that ship and those in the folder `packs`.
  /// - Throws: ``Problems``.
  static func library(packs folder: String? = nil) throws(Problems) -> RegimeLibrary {
    let (library, problems) = try packs(places(), folder: folder, only: nil)
    guard let library, problems.isEmpty else { throw Problems(problems) }
    return library
  }

  /// The pack in a file, checked by itself.
  /// - Throws: ``Problems``.
  static func pack(file: String) throws(Problems) -> RegimePack {
    let bytes = try TextFile.bytes(file)
    return try PackReader.read(
      try TextFile.tree(bytes, named: file), digest: Digest.sha256(bytes), vocabulary: vocabulary(),
      places: places())
  }

  /// The packs that ship, or those of them that `only` names, and those in `folder`; and everything
  /// that is wrong with them.
  static func packs(
    _ places: Places, folder: String?, only: Set<String>?
  ) throws(Problems) -> (RegimeLibrary?, [Problem]) {
    let vocabulary = try Self.vocabulary()
    var packs: [RegimePack] = []
    let (more, unreadable) = folder.map(DossierFolder.texts) ?? ([], [])
    var problems = unreadable
    for text in ShippedTexts.folder("Packs") + more {
      do {
        let tree = try TextFile.tree(text.bytes, named: text.path)
        if let only, !only.contains(tree["regime"]?.text ?? "") { continue }
        let read = PackReader.reading(
          tree, digest: Digest.sha256(text.bytes), vocabulary: vocabulary, places: places)
        problems += read.problems
        if let pack = read.pack { packs.append(pack) }
      } catch {
        problems += error.list
      }
    }
    // Those that can be read are checked against each other even where others cannot.
    do {
      let library = try RegimeLibrary(packs)
      return (library, problems)
    } catch {
      return (nil, problems + error.list)
    }
  }

  /// The facts and their graph at a date.
  /// - Throws: ``Problems``.
  func graph(asOf: Instant, knownAt: Instant?) throws(Problems) -> (Facts, ComputeGraph) {
    let dates = Dates(asOf: asOf, knownAt: knownAt)
    return try graph(dates, foreseenFrom: dates.asOf)
  }

  /// The facts of a later day and their graph, with what is planned on `today`.
  /// - Throws: ``Problems``.
  func graph(_ dates: Dates, foreseenFrom today: Instant) throws(Problems) -> (Facts, ComputeGraph) {
    do { return try Self.graph(tables, estimator, places, dates, foreseenFrom: today) } catch {
      throw Problems(located(error.list))
    }
  }

  /// The same, each at the line of its field. The files are read again: of those that are right nothing is kept.
  func located(_ problems: [Problem]) -> [Problem] {
    guard let folder, !problems.isEmpty else { return problems }
    return Problems(problems).located(in: DossierFolder.read(folder).trees).list
  }

  private static func graph(
    _ tables: Tables, _ estimator: Estimator, _ places: Places, _ dates: Dates,
    foreseenFrom today: Instant? = nil
  ) throws(Problems) -> (Facts, ComputeGraph) {
    let facts = tables.facts(asOf: dates.asOf, knownAt: dates.knownAt)
    let graph = try ComputeGraph(
      facts, estimator: estimator, places: places, foreseenFrom: today ?? facts.asOf)
    let overflow = graph.overflow(facts)
    guard overflow.isEmpty else { throw Problems(overflow) }
    return (facts, graph)
  }

  /// The records that the command is about by default.
  var subjectRecords: [Record] { dossier?.records ?? publicRecord?.records ?? [] }
}
