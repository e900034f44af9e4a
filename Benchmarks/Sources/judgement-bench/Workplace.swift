import Lineage
import Measures
import Records
import RecordsIO
import Regimes

/// What every registry is judged with: the packs and tables that ship, the thresholds beside them, one date.
struct Workplace: Sendable {
  let places: Places
  let estimator: Estimator
  let program: BulkProgram
  /// The policy of thresholds alone.
  let thresholds: BulkProgram

  init(thresholds path: String) throws {
    let places = Places(try ShippedTexts.tree("Vocabulary/places.yaml"))
    self.places = places
    estimator = Estimator(hardware: try HardwareTable(ShippedTexts.tree("Vocabulary/hardware.yaml")))
    let vocabulary = try Vocabulary(ShippedTexts.tree("Vocabulary/vocabulary.yaml"))
    func pack(_ name: String, _ bytes: [UInt8]) throws -> RegimePack {
      try PackReader.read(
        TextFile.tree(bytes, named: name), digest: Digest.sha256(bytes), vocabulary: vocabulary,
        places: places)
    }
    let shipped = try ShippedTexts.folder("Packs").map { try pack($0.path, $0.bytes) }
    let policy = try pack(path, TextFile.bytes(path))
    let library = try RegimeLibrary(shipped + [policy])
    let asOf = try Moment(Registry.today).last
    program = BulkProgram(library, library.packs.filter { $0.id != policy.id }, asOf: asOf)
    thresholds = BulkProgram(library, [policy], asOf: asOf)
  }
}

/// One registry, from its files to its columns, with what each step took of its thread.
struct ReadRegistry: Sendable {
  let columns: BulkColumns
  let thresholds: BulkColumns
  /// What Rego and Cedar are given of its models.
  let rows: [String]
  /// What the judge says of a few models, with explanations: the row and the words of each pack.
  let explained: [(row: Int, words: [[String]])]
  let seconds: Seconds

  struct Seconds: Sendable {
    var reading = 0.0
    var graph = 0.0
    var columns = 0.0
    var thresholds = 0.0
    var explaining = 0.0
  }

  init(_ number: Int, models count: Int, rows wantsRows: Bool, explained samples: Int, _ place: Workplace)
    throws
  {
    let registry = Registry(number, models: count)
    var seconds = Seconds()
    var clock = Stopwatch()
    let trees = try registry.files.map { try TextFile.tree(Array($0.text.utf8), named: $0.name) }
    let dossier = try RecordReader.read(trees, places: place.places, known: [GlobalID]())
    seconds.reading = Stopwatch.since(clock).thread
    clock = Stopwatch()
    let facts = Tables(dossier.records).facts(asOf: place.program.asOf)
    let graph = try ComputeGraph(facts, estimator: place.estimator, places: place.places)
    seconds.graph = Stopwatch.since(clock).thread
    let models = registry.models.map { GlobalID($0.developer, "artifact", $0.local) }
    clock = Stopwatch()
    columns = BulkColumns(
      place.program, models, facts: facts, graph: graph, places: place.places, estimator: place.estimator)
    seconds.columns = Stopwatch.since(clock).thread
    clock = Stopwatch()
    thresholds = BulkColumns(
      place.thresholds, models, facts: facts, graph: graph, places: place.places, estimator: place.estimator)
    seconds.thresholds = Stopwatch.since(clock).thread
    rows = wantsRows ? try PolicyRow.all(models, facts, graph, place) : []
    let step = max(1, models.count / max(1, samples))
    clock = Stopwatch()
    let chosen = stride(from: number % step, to: models.count, by: step).prefix(samples)
    let made = place.program.explained(
      chosen.map { models[$0] }, facts: facts, graph: graph, places: place.places, estimator: place.estimator)
    explained = zip(chosen, made).map { ($0, $1.map(Self.words)) }
    seconds.explaining = Stopwatch.since(clock).thread
    self.seconds = seconds
  }

  /// What a determination says, in the order of a bulk answer.
  private static func words(_ made: Determination) -> [String] {
    [made.isBinding ? made.standing.verdict.rawValue : "fails"]
      + made.findings.map { $0.because.verdict.rawValue } + made.classes.map { $0.verdict.rawValue }
      + [made.tier.map { "\($0.established) \($0.notExcluded)" } ?? "-"]
      + made.gates.filter { $0.place == GateState.everywhere }.map { "\($0.action) \($0.state)" }
  }

  /// The same of a bulk answer.
  static func words(_ verdicts: BulkVerdicts, _ row: Int, _ pack: Int) -> [String] {
    [verdicts.binding(row, pack: pack).rawValue]
      + verdicts.articles(row, pack: pack).map { $0.verdict.rawValue }
      + verdicts.classes(row, pack: pack).map { $0.verdict.rawValue }
      + [verdicts.tier(row, pack: pack).map { "\($0.established) \($0.notExcluded)" } ?? "-"]
      + verdicts.gates(row, pack: pack).map { "\($0.action) \($0.state)" }
  }
}
