import Measures
@testable import Records

/// A small world in which everything that random packs ask about is so or not with an even chance, and quantities lie on
/// either side of their limits: a model, what it was made from, its run, deployment and cluster, and what offices said.
struct AimedWorld {
  private(set) var records: [Record] = []
  let model = GlobalID(Self.ns, "artifact", "m")
  let run = GlobalID(Self.ns, "activity", "m/run")
  let original = GlobalID("other", "activity", "o/run")
  let cluster = GlobalID(Self.ns, "cluster", "hall")
  private var random: Seeded

  static let ns = RandomWorld.ns

  init(_ seed: UInt64) {
    random = Seeded(seed &+ 31)
    addParties()
    addModels()
    addServing()
    addActs()
  }

  private mutating func add(_ namespace: String, _ kind: String, _ local: String, _ body: [String: Value]) {
    let day = Moment.day(CivilDate(daysSinceEpoch: 20_600))
    records.append(
      Record(
        kind: kind, id: GlobalID(namespace, kind, local), revision: 1, issuer: namespace, validFrom: day,
        validTo: nil, stated: nil, replaces: nil, because: nil, isWithheld: false, body: body,
        mark: Mark(file: "aimed", line: records.count)))
  }

  private mutating func addParties() {
    for name in [Self.ns, "other"] {
      add(
        name, "party", name,
        ["seat": .place(random.pick(["FR", "US"])), "complete": .words("operates-in", "affiliates")])
    }
    for (name, role, place) in [
      ("fr-authority", "authority", "FR"), ("court", "court", "FR"), ("governor", "governor", "FR"),
      ("us-executive", "executive", "US"),
    ] {
      add(
        name, "party", name,
        [
          "seat": .place(place), "complete": .words("affiliates"),
          "roles": .list([.group(["role": .word(role), "where": .places([place])])]),
        ])
    }
  }

  private mutating func compute() -> Value {
    let (best, exponent) =
      random.pick([(1, 23), (3, 24), (9, 24), (1, 25), (2, 25), (3, 26)]) as (UInt128, Int)
    let value = (try? UInt128.powerOfTen(exponent).multiplying(best)) ?? 1
    let (low, high) = random.chance(65) ? (value, value) : (value / 3, value * 4)
    return .list([
      .group([
        "method": .word("telemetry"), "value": Value("\(value) FLOP"), "low": Value("\(low) FLOP"),
        "high": Value("\(high) FLOP"),
      ])
    ])
  }

  private mutating func addModels() {
    let made: [String: Value] = ["kind": .word("pretraining"), "complete": .words("uses")]
    func generates(_ random: inout Seeded) -> [String: Value] {
      random.chance(50)
        ? ["generates": .words("language-text"), "complete": .words("generates")]
        : ["complete": .words("generates")]
    }
    let base = GlobalID("other", "artifact", "o")
    add("other", "artifact", "o", generates(&random))
    add(
      "other", "activity", original.local,
      made.merging([
        "by": .reference(GlobalID("other", "party", "other")), "produces": .list([.reference(base)]),
        "uses": .list([]), "compute": compute(), "from": .day(19_700), "to": .day(19_800),
      ]) { $1 })
    add(Self.ns, "artifact", "m", generates(&random))
    let link: Value = .group(["artifact": .reference(base), "as": .word("base-weights")])
    add(
      Self.ns, "activity", run.local,
      made.merging([
        "by": .reference(GlobalID(Self.ns, "party", Self.ns)), "produces": .list([.reference(model)]),
        "uses": .list(random.chance(65) ? [link] : []), "compute": compute(), "from": .day(20_000),
        "to": .day(20_100), "clusters": .list([.reference(cluster)]),
      ]) { $1 })
  }

  private mutating func addServing() {
    add(
      Self.ns, "cluster", "hall",
      [
        // More than its deployment ever needs, below the limit or above it.
        "devices": .list([.group(["chips": .chips(count: random.pick([5_000, 50_000]), id: "h100-sxm")])]),
        "country": .place(random.pick(["FR", "FR", "US"])), "interconnect": Value("400 Gbit/s"),
        "complete": .words("devices"), "custodian": .reference(GlobalID(Self.ns, "party", Self.ns)),
      ])
    guard random.chance(75) else { return }
    let begins = random.pick([20_300, 20_500])
    let deployment = GlobalID(Self.ns, "deployment", "d")
    add(
      Self.ns, "deployment", "d",
      [
        "model": .reference(model), "available-in": .places([random.pick(["FR", "FR", "DE"])]),
        "from": .day(begins), "by": .reference(GlobalID(Self.ns, "party", Self.ns)),
        "access": .word(random.pick(["api", "published-weights"])), "clusters": .list([.reference(cluster)]),
        "complete": .words("available-in", "clusters"),
      ])
    let rate = random.pick(["1e17", "9e17", "3e18"])
    add(
      Self.ns, "activity", "d/serving",
      [
        "kind": .word("inference"), "deployment": .reference(deployment), "from": .day(begins),
        "uses": .list([.group(["artifact": .reference(model), "as": .word("model")])]),
        "rate": .list([
          .group([
            "from": .day(begins), "to": .day(RandomWorld.today), "value": Value("\(rate) FLOP/s"),
            "high": Value("\(rate) FLOP/s"),
          ])
        ]),
      ])
  }

  private mutating func addActs() {
    for (axis, verdicts) in [("autonomy", ["strong", "weak"]), ("generality", ["strong", "weak"])] {
      add(
        Self.ns, "rating", axis,
        ["about": .reference(model), "axis": .word(axis), "is": .word(random.pick(verdicts))])
    }
    let acts: [(String, String, String, GlobalID?)] = [
      ("fr-authority", "safety-case", "approved", model),
      ("fr-authority", "independent-audit", "approved", model),
      ("fr-authority", "safety-plan", "pre-approved", run), ("governor", "permit", "granted", cluster),
      ("court", "ruling", "gross-negligence", GlobalID(Self.ns, "party", Self.ns)),
      ("court", "injunction", "granted", model), ("court", "injunction", "granted", cluster),
      ("us-executive", "pause-order", "ordered", nil),
    ]
    for (index, (issuer, kind, decision, about)) in acts.enumerated() where random.chance(45) {
      var body: [String: Value] = ["decision": .word(decision)]
      if let about { body["about"] = .list([.reference(about)]) }
      add(issuer, kind, "act-\(index)", body)
    }
  }
}

/// What happens in such a world, to one thing at a time.
enum AimedChange: String, CaseIterable {
  case raised, originalRaised, sped, widened, withheld, withdrawn, attestationsGone, ownOffices,
    deployedAbroad
  case strangers

  func applied(to world: AimedWorld, _ random: inout Seeded) -> [Record] {
    let records = world.records
    func raising(_ id: GlobalID) -> [Record] {
      let factor = random.pick([3, 10, 1000]) as UInt128
      return records.map { $0.id == id ? $0.raised(by: factor) : $0 }
    }
    switch self {
    case .raised: return raising(world.run)
    case .originalRaised: return raising(world.original)
    case .sped: return records.map { $0.sped(by: 1000) }
    case .widened: return records.map { $0.widened() }
    case .withheld:
      let hidden = random.pick(records.filter { !Kinds.orders.contains($0.kind) }).id
      return records.map { $0.id == hidden ? $0.withheld : $0 }
    case .withdrawn: return WorldChange.withdrawn.applied(to: records, &random)
    case .attestationsGone:
      return records.filter {
        !["safety-case", "independent-audit", "safety-plan", "permit"].contains($0.kind)
      }
    case .ownOffices: return OwnOffices.said(in: records, of: world.model, run: world.run, world.cluster)
    case .deployedAbroad:
      return records + [
        Self.abroad(world.model, random.pick([["DE"], ["FR", "DE"]]), isFree: random.chance(30))
      ]
    case .strangers: return WorldChange.strangers.applied(to: records, &random)
    }
  }

  /// A deployment that a stranger declares.
  private static func abroad(_ model: GlobalID, _ places: [String], isFree: Bool) -> Record {
    Record(
      kind: "deployment", id: GlobalID("passer-by", "deployment", "abroad"), revision: 1, issuer: "passer-by",
      validFrom: nil, validTo: nil, stated: nil, replaces: nil, because: nil, isWithheld: false,
      body: [
        "model": .reference(model), "access": .word(isFree ? "published-weights" : "api"),
        "available-in": .places(places),
        "from": .day(20_300), "complete": .words("available-in"),
      ], mark: Mark(file: "strangers", line: 1))
  }
}

/// The developer says that it holds every office, and says with each whatever an office may say, of what is its own.
enum OwnOffices {
  static func said(in records: [Record], of model: GlobalID, run: GlobalID?, _ cluster: GlobalID) -> [Record]
  {
    let ns = model.namespace
    let roles = [("court", "FR"), ("authority", "FR"), ("executive", "US"), ("governor", "FR")]
    let party = GlobalID(ns, "party", ns)
    let acts: [(String, String, GlobalID?)] = [
      ("ruling", "gross-negligence", party), ("injunction", "granted", model),
      ("injunction", "granted", cluster), ("pause-order", "ordered", nil), ("permit", "granted", cluster),
      ("safety-case", "approved", model), ("independent-audit", "approved", model),
      ("safety-plan", "pre-approved", run),
    ]
    let changed = records.map { record -> Record in
      guard record.id == party, !record.isWithheld else { return record }
      var body = record.body
      body["roles"] = .list(roles.map { .group(["role": .word($0), "where": .places([$1])]) })
      return record.changed(body: body)
    }
    return changed
      + acts.enumerated().map { index, act in
        var body: [String: Value] = ["decision": .word(act.1)]
        if let about = act.2 {
          body["about"] = .list([.reference(about)])
          body["digest"] = changed.first { $0.id == about }?["digest"]
        }
        let day = Moment.day(CivilDate(daysSinceEpoch: 20_700))
        return Record(
          kind: act.0, id: GlobalID(ns, act.0, "own-\(index)"), revision: 1, issuer: ns, validFrom: day,
          validTo: nil, stated: day, replaces: nil, because: nil, isWithheld: false, body: body,
          mark: Mark(file: "own", line: 1))
      }
  }
}
