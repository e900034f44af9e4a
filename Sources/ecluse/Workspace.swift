import Glibc
import Lineage
import Measures
import Records
import RecordsIO
import Regimes

/// What a command works on: the records of a dossier and the public record, the packs, the tables.
struct Workspace {
  let tables: Tables
  let estimator: Estimator
  let library: RegimeLibrary
  let places: Places
  /// The dossier, if one was named; else the public record is the subject.
  let dossier: RecordReader.Dossier?
  let publicRecord: RecordReader.Dossier?

  /// Reads everything that the operands name, with the packs `only` or all that ship.
  /// - Throws: ``Problems``.
  init(dossier path: String?, names: [String] = [], packs: String? = nil, only: Set<String>? = nil)
    throws(Problems)
  {
    let places = try Self.places()
    self.places = places
    let vocabulary = try Self.vocabulary()
    let trees = Result { () throws(Problems) in
      try path.map { path throws(Problems) in try DossierFolder.trees(path) }
    }
    // The public record is read where it is the subject, or where something of it is named.
    let prefix = RecordReader.publicNamespace + ":"
    let isNamed =
      names.contains { $0.hasPrefix(prefix) }
      || (try? trees.get()).map { $0?.contains { $0.mentions(prefix) } ?? true } ?? false
    let read = sideBySide(
      {
        Result { () throws(Problems) in
          try Self.library(places, vocabulary, packs: packs, only: only)
        }
      },
      { Result { () throws(Problems) in isNamed ? try Self.publicRecord(places) : nil } })
    library = try read.0.get()
    do {
      estimator = Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
    } catch let problems as Problems {
      throw problems
    } catch {
      throw Problems([])
    }
    let own = try trees.get()
    publicRecord = try read.1.get()
    var records = publicRecord?.records ?? []
    if let trees = own {
      let read = try RecordReader.read(trees, places: places, known: records.map(\.id))
      records += read.records
      dossier = read
    } else {
      dossier = nil
    }
    tables = Tables(records)
    let misspelt = vocabulary.problems(in: dossier?.records ?? [])
    guard misspelt.isEmpty else { throw Problems(misspelt) }
    if only == nil { try Self.check(records, library) }
  }

  /// Refuses records that name a regime or a parameter that no loaded pack has: they would have no effect.
  private static func check(_ records: [Record], _ library: RegimeLibrary) throws(Problems) {
    var problems: [Problem] = []
    func report(_ record: Record, _ field: String, _ rule: Message, _ names: [String], _ wrong: String) {
      let near = NearestNames.of(wrong, among: names)
      problems.append(
        Problem(
          .unknownDefinition, at: record.mark, field: field, rule: rule,
          remedy: Phrase.oneOf.with(.code((near.isEmpty ? names : near).joined(separator: ", ")))))
    }
    for record in records where !record.isWithheld {
      var packs = library.packs
      if let name = record["regime"]?.text {
        packs = packs.filter { name == $0.id || name == "\($0.id)@\($0.version)" }
        if packs.isEmpty {
          report(record, "regime", Phrase.unknownRegime.with(.code(name)), library.packs.map(\.id), name)
          continue
        }
      }
      var names = [record["parameter"]?.text].compactMap { $0 }
      if case .verbatim(.object(let set))? = record["parameters"] { names += set.keys.sorted() }
      for name in names where !packs.contains(where: { $0.parameters[name] != nil }) {
        let known = packs.flatMap { $0.parameters.keys }.sorted()
        report(record, "parameters", Phrase.unknownParameter.with(.code(name)), known, name)
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// The public record that ships.
  private static func publicRecord(_ places: Places) throws(Problems) -> RecordReader.Dossier {
    let read = inParallel(ShippedTexts.folder("PublicRecord"), worker: {}) { _, text in
      Result { () throws(Problems) in try TextFile.tree(text.bytes, named: text.path) }
    }
    var trees: [Node] = []
    for tree in read { trees.append(try tree.get()) }
    return try RecordReader.read(trees, places: places, known: [GlobalID](), isPublicRecord: true)
  }

  /// The table of places.
  static func places() throws(Problems) -> Places { Places(try ShippedTexts.tree("Vocabulary/places.yaml")) }

  /// The words that packs and acts may use.
  private static func vocabulary() throws(Problems) -> Vocabulary {
    Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
  }

  /// The packs that ship, or those of them that `only` names, and those in the folder `packs`.
  static func library(
    _ places: Places, _ vocabulary: Vocabulary, packs folder: String?, only: Set<String>?
  ) throws(Problems) -> RegimeLibrary {
    var packs: [RegimePack] = []
    var problems: [Problem] = []
    let texts =
      try ShippedTexts.folder("Packs")
      + (folder.map { path throws(Problems) in try DossierFolder.texts(path) } ?? [])
    for text in texts {
      do {
        let tree = try TextFile.tree(text.bytes, named: text.path)
        if let only, !only.contains(tree["regime"]?.text ?? "") { continue }
        packs.append(
          try PackReader.read(tree, digest: Digest.sha256(text.bytes), vocabulary: vocabulary, places: places)
        )
      } catch {
        problems += error.list
      }
    }
    guard problems.isEmpty else { throw Problems(problems) }
    return try RegimeLibrary(packs)
  }

  /// The packs that ship and those of a folder.
  static func library(packs folder: String? = nil) throws(Problems) -> RegimeLibrary {
    try library(places(), vocabulary(), packs: folder, only: nil)
  }

  /// The facts and their graph at a date.
  func graph(asOf: Instant, knownAt: Instant?) throws(Problems) -> (Facts, ComputeGraph) {
    let facts = tables.facts(asOf: asOf, knownAt: knownAt)
    return (facts, try ComputeGraph(facts, estimator: estimator))
  }

  /// The records that the command is about by default.
  var subjectRecords: [Record] { dossier?.records ?? publicRecord?.records ?? [] }
}
