import Measures
@testable import Records

/// A generator with a seed, so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
  mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &self)] }
}

extension Value {
  /// A quantity as it would be written; a text that is none stays a text, which no estimate accepts.
  init(_ written: String) { self = (try? Quantity(written)).map { .quantity($0) } ?? .text(written) }

  static func day(_ number: Int) -> Value { .moment(.day(CivilDate(daysSinceEpoch: number))) }
  static func words(_ words: String...) -> Value { .list(words.map { .word($0) }) }
  static func places(_ places: [String]) -> Value { .list(places.map { .place($0) }) }
}

/// What a random world may hold beside plain facts. A law whose interesting premises never decide anything cannot
/// fail, so `Laws` counts for each how often a gate's verdict rests on it.
enum Feature: String, CaseIterable {
  case withdrawal, correction, expiredRating, expiredApproval, undated, unstated, contradictedBudget
  case severalProducts, secondProducer, roleWithoutPlace, endedRole, accreditation, withheldHead,
    hiddenProduct
  case shortWindows, longWindows, gap, capacity, severalPlaces, ruling, disagreement
  case capRaised, capLowered, capLifted, joinedByOne, joinedByBoth, humanBreak, discard, independence
  case sharedEnvironment, otherEnvironment, estimateByOthers, hiddenServing, quorum
  case parameters, revenue, affiliate, revenueByOthers
}

/// Records of a small made-up world: a maker, another developer, authorities, models with lineages, deployments,
/// ratings, approvals, orders.
struct RandomWorld {
  var records: [Record] = []
  let model: GlobalID
  let cluster = GlobalID(Self.ns, "cluster", "hall")
  /// What this world holds.
  private(set) var features: Set<Feature> = []
  var random: Seeded
  private let excluded: Feature?

  static let ns = "maker"
  static let today = 20_778
  static let authorities = ["fr-authority", "de-authority", "us-executive", "agency", "court", "governor"]

  /// The world of `seed`; without one of its features everything else in it stays as it is.
  init(_ seed: UInt64, models: ClosedRange<Int> = 1...4, without excluded: Feature? = nil) {
    random = Seeded(seed)
    self.excluded = excluded
    let count = Int.random(in: models, using: &random)
    model = GlobalID(Self.ns, "artifact", "m\(count - 1)")
    addParties()
    for index in 0..<count { addModel(index, isLast: index == count - 1) }
    addClaims(count)
    addServing()
    addActs()
    addAfterthoughts()
    // Last, so that nothing else is drawn otherwise: a text that applies a year after its adoption.
    if seed % 4 != 0 {
      add(
        Self.ns, "adoption", "start",
        ["regime": .text("law-start"), "activation": .day(Self.today - (seed % 4 == 1 ? 100 : 800))])
    }
    addMoney()
  }

  /// Adds what `make` adds in `percent` of the worlds, drawn from a generator of its own.
  mutating func sometimes(_ percent: Int, _ feature: Feature? = nil, _ make: (inout RandomWorld) -> Void) {
    let (isThere, seed) = (random.chance(percent), random.next())
    guard isThere, feature == nil || feature != excluded else { return }
    if let feature { features.insert(feature) }
    let outer = random
    random = Seeded(seed)
    make(&self)
    random = outer
  }

  /// Whether a feature is here, in `percent` of the cases.
  mutating func has(_ feature: Feature, _ percent: Int) -> Bool {
    var isHere = false
    sometimes(percent, feature) { _ in isHere = true }
    return isHere
  }

  @discardableResult
  mutating func add(
    _ namespace: String, _ kind: String, _ local: String, _ body: [String: Value], from: Int? = nil,
    to: Int? = nil, stated: Int? = nil, isWithheld: Bool = false
  ) -> GlobalID {
    func day(_ number: Int?) -> Moment? { number.map { .day(CivilDate(daysSinceEpoch: $0)) } }
    let id = GlobalID(namespace, kind, local.lowercased())
    let record = Record(
      kind: kind, id: id, revision: 1, issuer: namespace, validFrom: day(from), validTo: day(to),
      stated: day(stated), replaces: nil, because: nil, isWithheld: false, body: body,
      mark: Mark(file: "random", line: records.count))
    records.append(isWithheld ? record.withheld : record)
    return id
  }

  private mutating func addParties() {
    func party(_ name: String) -> GlobalID { GlobalID(name, "party", name) }
    for (name, seat) in [(Self.ns, "FR"), ("other", "US")] {
      let isWhole = random.chance(50)
      var body: [String: Value] = ["operates-in": .places([seat])]
      if random.chance(85) { body["seat"] = .place(seat) }
      if isWhole { body["complete"] = .words("operates-in") }
      add(name, "party", name, body)
    }
    let roles = [
      ("fr-authority", "authority", "FR"), ("de-authority", "authority", "DE"),
      ("us-executive", "executive", "US"), ("agency", "international-agency", "world"),
      ("court", "court", "FR"), ("governor", "governor", "FR"), ("registry", "agency", "FR"),
    ]
    for (name, role, place) in roles {
      var entry: [String: Value] = ["role": .word(role), "where": .places([place])]
      if has(.roleWithoutPlace, 8) { entry["where"] = nil }
      let last = random.pick([19_700, 20_400, 20_650])
      if has(.endedRole, 20) { entry["to"] = .day(last) }
      add(name, "party", name, ["roles": .list([.group(entry)])])
    }
    for name in ["kat", "val"] {
      var entry: [String: Value] = ["role": .word(random.pick(["auditor", "auditor", "evaluator"]))]
      if has(.accreditation, 70) { entry["accredited-by"] = .list([.reference(party("registry"))]) }
      add(name, "party", name, ["roles": .list([.group(entry)])])
    }
  }

  mutating func estimate(_ exponents: ClosedRange<Int> = 21...27) -> Value {
    let exponent = Int.random(in: exponents, using: &random)
    let best = (try? UInt128.powerOfTen(exponent).multiplying(UInt128.random(in: 1...9, using: &random))) ?? 1
    var fields: [String: Value] = ["method": .word(random.pick(["reported", "telemetry"]))]
    if random.chance(85) {
      fields["value"] = Value("\(best) FLOP")
      if random.chance(40) {
        fields["low"] = Value("\(best / 2) FLOP")
        if random.chance(70) { fields["high"] = Value("\(best * 3) FLOP") }
      }
    } else {
      fields["low"] = Value("\(best) FLOP")
    }
    if random.chance(30) { fields["book"] = .word("ground-truth") }
    return .group(fields)
  }
}

extension Record {
  func changed(isWithheld: Bool? = nil, body: [String: Value]) -> Record {
    Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom, validTo: validTo,
      stated: stated,
      replaces: replaces, because: because, isWithheld: isWithheld ?? self.isWithheld, body: body, mark: mark)
  }
}
