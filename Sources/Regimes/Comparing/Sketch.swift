import Measures
import Records

/// A small world in the making: one company with one model, its run, deployment and cluster, a model of another company that
/// it may be made from, and what offices said. What nobody wished is stated at its least, so that it closes nothing.
struct Sketch {
  /// Who and what there is.
  enum Thing: String {
    case maker, model, run, original, deployment, cluster, incident, document, agent

    /// Its kind of record and its name.
    var id: GlobalID {
      switch self {
      case .maker: GlobalID("maker", "party", "maker")
      case .model: GlobalID("maker", "artifact", "model")
      case .run: GlobalID("maker", "activity", "model/training")
      case .original: GlobalID("other", "artifact", "original")
      case .deployment: GlobalID("maker", "deployment", "service")
      case .cluster: GlobalID("maker", "cluster", "hall")
      case .incident: GlobalID("maker", "incident", "incident")
      case .document: GlobalID("maker", "document", "paper")
      case .agent: GlobalID("maker", "party", "assistant")
      }
    }
  }

  /// What an office said.
  struct Act: Hashable {
    let kind: String
    let about: GlobalID?
    let decision: String?
    let covers: [String]
    let role: String
    let place: String?
    let accreditor: String?
  }

  /// A share that what was added must pass, or must not.
  struct Share {
    let limit: Ratio
    let isAbove: Bool
  }

  /// The least and the greatest that a quantity may be.
  struct Range {
    var low: UInt128 = 0
    var high: UInt128?
  }

  /// The country in which everything happens.
  let place: String
  /// The day on which it is looked at.
  let day: CivilDate
  private(set) var words: [Thing: [String: Set<String>]] = [:]
  private(set) var ranges: [Thing: [String: Range]] = [:]
  private(set) var ratings: [String: String] = [:]
  private(set) var acts: [Act] = []
  private(set) var shares: [Share] = []
  private(set) var runKind = "pretraining"
  /// Whether the model is made from another’s.
  private(set) var isModified = false
  /// The currency of amounts.
  private(set) var currency = "USD"

  init(place: String, day: CivilDate) {
    self.place = place
    self.day = day
  }

  /// States a word or a place. It fails where something else was asked.
  mutating func state(_ word: String, _ key: String, of thing: Thing) {
    words[thing, default: [:]][key, default: []].insert(word)
  }

  func states(_ key: String, of thing: Thing) -> Set<String> { words[thing]?[key] ?? [] }

  /// Asks for at least and at most so much. `false`: that leaves nothing.
  mutating func limit(_ name: String, of thing: Thing, from low: UInt128 = 0, to high: UInt128? = nil) -> Bool
  {
    var range = ranges[thing]?[name] ?? Range()
    range.low = max(range.low, low)
    if let high { range.high = min(range.high ?? high, high) }
    ranges[thing, default: [:]][name] = range
    return range.high.map { range.low <= $0 } ?? true
  }

  mutating func rate(_ axis: String, _ word: String) -> Bool {
    defer { ratings[axis] = ratings[axis] ?? word }
    return ratings[axis] == nil || ratings[axis] == word
  }

  mutating func add(_ act: Act) { if !acts.contains(act) { acts.append(act) } }
  mutating func add(_ share: Share) { shares.append(share) }
  mutating func modify() { isModified = true }
  mutating func count(_ kind: String) { runKind = kind }
  mutating func pay(in currency: String) { self.currency = currency }

  /// What the run computed: as little as was asked for, a share of the original where that is asked.
  var ownCompute: UInt128? {
    var range = ranges[.model]?["training-compute"] ?? Range()
    let base = originalCompute
    for share in shares {
      guard let limit = try? Ratio(base).multiplied(by: share.limit) else { return nil }
      let whole = limit.rounded(.down)
      if share.isAbove {
        range.low = max(range.low, whole &+ 1)
      } else {
        range.high = min(range.high ?? whole, whole)
      }
    }
    let least = max(range.low, 1)
    return range.high.map { least <= $0 } ?? true ? least : nil
  }

  var originalCompute: UInt128 { max(ranges[.original]?["training-compute"]?.low ?? 0, 1_000_000) }
}
