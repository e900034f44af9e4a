import Lineage
import Measures
import Records
import RecordsIO
import Regimes

@testable import Pages

/// A dossier of one large model, or of several equal ones, judged by the packs that ship.
struct World {
  static let asOf = Moment.day(CivilDate(daysSinceEpoch: 20_700)).last

  private let facts: Facts
  private let graph: ComputeGraph
  private let library: RegimeLibrary
  private let judge: Judge
  private let models: [GlobalID]

  init(name: String = "Large", source: String = "run log", copies: Int = 1) throws {
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    let vocabulary = Vocabulary(try ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
    let estimator = Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
    library = try RegimeLibrary(
      try ShippedTexts.folder("Packs").map { text in
        try PackReader.read(
          TextFile.tree(text.bytes, named: text.path), digest: Digest.sha256(text.bytes),
          vocabulary: vocabulary,
          places: places)
      })
    var records: [JSON] = [
      .object(["dossier": .string("acme")]), .object(["party": .string("acme"), "seat": .string("FR")]),
    ]
    var models: [GlobalID] = []
    for index in 1...copies {
      let local = index == 1 ? "large" : "large-\(index)"
      models.append(GlobalID("acme", "artifact", local))
      records += [
        .object([
          "artifact": .string(local), "name": .string(name), "generates": .strings(["language-text"]),
        ]),
        .object([
          "activity": .string("\(local)/training"), "kind": .string("pretraining"), "by": .string("acme"),
          "to": .string("2026-03-02"), "complete": .strings(["uses"]), "produces": .string(local),
          "compute": .array([
            .object([
              "method": .string("reported"), "value": .string("3e25 FLOP"), "source": .string(source),
              "book": .string("approximation"),
            ])
          ]),
        ]),
      ]
    }
    self.models = models
    let tree = try TextFile.tree(Array(JSON.array(records).canonical.utf8), named: "facts.json")
    let dossier = try RecordReader.read([tree], places: places, known: [GlobalID](), isPublicRecord: false)
    facts = Tables(dossier.records).facts(asOf: Self.asOf, knownAt: nil)
    graph = try ComputeGraph(facts, estimator: estimator, places: places)
    judge = Judge(facts: facts, graph: graph, library: library, places: places, estimator: estimator)
  }

  /// The page of every model, with determinations changed by `change`.
  func page(
    title: String = "Acme", command: String = "ecluse assess",
    change: (inout Determination) -> Void = { _ in }
  ) throws -> AssessmentPage {
    var determinations = models.flatMap { model in library.packs.map { judge.determine(model, $0) } }
    for index in determinations.indices { change(&determinations[index]) }
    let conventions = library.conventionNames.compactMap(library.convention).filter {
      $0.measures == .trainingCompute
    }
    let accounts = try models.flatMap { model in
      try conventions.map { try Accountant(graph, $0).account(of: model) }
    }
    var page = AssessmentPage(
      title: Bilingual(en: title, fr: title), asOf: Self.asOf, knownAt: nil,
      subjects: models.map { PageSubject($0, name: facts[$0]?["name"]?.text, maker: "Acme") },
      determinations: determinations, accounts: accounts, packs: library.packs, names: names,
      command: command,
      showsPublicRecord: false)
    page.lineages = Dictionary(
      models.map { model in
        let activities = accounts.filter { $0.subject == model }.flatMap(\.entries).map(\.activity)
        return (model, graph.ancestry(of: model, among: Set(activities)))
      }, uniquingKeysWith: { first, _ in first })
    return page
  }

  private var names: [GlobalID: String] {
    Dictionary(models.compactMap { id in facts[id]?["name"]?.text.map { (id, $0) } }) { first, _ in first }
  }
}
