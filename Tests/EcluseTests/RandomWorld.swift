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

/// Records of a small made-up world: a maker, models with lineages, ratings, approvals, orders.
struct RandomWorld {
  var records: [Record] = []
  let model: GlobalID
  private var random: Seeded

  static let ns = "maker"

  init(_ seed: UInt64, models: ClosedRange<Int> = 2...7) {
    random = Seeded(seed)
    let count = Int.random(in: models, using: &random)
    model = GlobalID(Self.ns, "artifact", "m\(count - 1)")
    for party in [Self.ns, "other", "fr-authority", "us-executive", "agency"] { add(party, "party", party, roles(party)) }
    for index in 0..<count { addModel(index) }
    addClaims(count)
    addJudgementFacts()
  }

  private mutating func add(_ namespace: String, _ kind: String, _ local: String, _ body: [String: Value], from: Moment? = nil) {
    records.append(
      Record(
        kind: kind, id: GlobalID(namespace, kind, local), revision: 1, issuer: namespace, validFrom: from, validTo: nil,
        stated: nil, replaces: nil, because: nil, isWithheld: false, body: body, mark: Mark(file: "random", line: records.count)))
  }

  private func roles(_ party: String) -> [String: Value] {
    let role: (String, String)? =
      switch party {
      case "fr-authority": ("authority", "FR")
      case "us-executive": ("executive", "US")
      case "agency": ("international-agency", "world")
      default: nil
      }
    var body: [String: Value] = party == Self.ns ? ["seat": .place("FR")] : [:]
    if let role {
      body["roles"] = .list([.group(["role": .word(role.0), "where": .list([.place(role.1)])])])
    }
    return body
  }

  private mutating func estimate() -> Value {
    let exponent = Int.random(in: 20...27, using: &random)
    let best = (try? UInt128.powerOfTen(exponent).multiplying(UInt128.random(in: 1...9, using: &random))) ?? 1
    var fields: [String: Value] = ["method": .word(random.pick(["reported", "telemetry", "counted-like"]) == "telemetry" ? "telemetry" : "reported")]
    if random.chance(85) {
      fields["value"] = .quantity(try! Quantity("\(best) FLOP"))
      if random.chance(40) {
        fields["low"] = .quantity(try! Quantity("\(best / 2) FLOP"))
        if random.chance(70) { fields["high"] = .quantity(try! Quantity("\(best * 3) FLOP")) }
      }
    } else {
      fields["low"] = .quantity(try! Quantity("\(best) FLOP"))
    }
    if random.chance(30) { fields["book"] = .word("ground-truth") }
    return .group(fields)
  }

  private mutating func addModel(_ index: Int) {
    let artifact = GlobalID(Self.ns, "artifact", "m\(index)")
    add(Self.ns, "artifact", "m\(index)", random.chance(80) ? ["generates": .list([.word("language-text")])] : [:])
    guard random.chance(92) else { return }
    var links: [Value] = []
    for source in 0..<index where random.chance(35) {
      let role = random.pick([
        "base-weights", "base-weights", "merged", "teacher-training", "synthetic-data", "public-synthetic-data", "auxiliary",
        "diagnostic", "data",
      ])
      var link: [String: Value] = [
        "artifact": .reference(GlobalID(Self.ns, "artifact", "m\(source)")), "as": .word(role),
      ]
      if role == "diagnostic", random.chance(50) { link["feedback"] = .word("automatic") }
      links.append(.group(link))
    }
    if index > 1, random.chance(20) {
      links.append(
        .group([
          "activity": .reference(GlobalID(Self.ns, "activity", "m\(index - 1)/run")),
          "as": .word(random.pick(["discarded-by-human", "discarded-automatically"])),
        ]))
    }
    var body: [String: Value] = [
      "kind": .word(
        random.pick([
          "pretraining", "fine-tuning", "reinforcement-learning", "distillation", "data-generation", "auxiliary-model",
          "evaluation", "trial",
        ])),
      "produces": .list([.reference(artifact)]), "uses": .list(links),
      "from": .moment(.day(CivilDate(daysSinceEpoch: 20_000 + index * 10))),
    ]
    if random.chance(90) { body["by"] = .reference(GlobalID(random.chance(75) ? Self.ns : "other", "party", random.chance(75) ? Self.ns : "other")) }
    if random.chance(90) { body["compute"] = .list((0..<Int.random(in: 1...2, using: &random)).map { _ in estimate() }) }
    if random.chance(30) { body["environment"] = .text("cluster-\(Int.random(in: 0...1, using: &random))") }
    if random.chance(60) { body["complete"] = .list([.word("uses")]) }
    // A discarded trial must exist to be named.
    if case .list(let uses)? = body["uses"] {
      body["uses"] = .list(
        uses.filter { use in
          guard let activity = use["activity"]?.reference else { return true }
          return records.contains { $0.id == activity }
        })
    }
    add(Self.ns, "activity", "m\(index)/run", body)
  }

  private mutating func addClaims(_ count: Int) {
    let activities = records.filter { $0.kind == "activity" }.map(\.id)
    if random.chance(25) {
      add(
        Self.ns, "human-break", "break",
        [
          "artifact": .reference(GlobalID(Self.ns, "artifact", "m0")),
          "activity": .reference(activities.last ?? GlobalID(Self.ns, "activity", "none")), "criterion": .text("rewritten"),
          "made-by": .text("H-1"), "reviewed-by": .text(random.chance(70) ? "H-2" : "H-1"),
        ])
    }
    if activities.count > 1, random.chance(25) {
      add(
        Self.ns, "independence-claim", "claim",
        [
          "between": .list([.reference(activities[0]), .reference(activities[1])]), "reason": .text("apart"),
          "made-by": .text("H-1"), "reviewed-by": .text("H-2"),
        ])
    }
    if let trial = activities.first, random.chance(25) {
      add(Self.ns, "discard", "discard", ["trials": .list([.reference(trial)]), "decided-by": .text("H-1"), "reason": .text("poor")])
    }
  }

  private mutating func addJudgementFacts() {
    for axis in ["autonomy", "generality", "intelligence"] where random.chance(80) {
      add(
        Self.ns, "rating", "rate-\(axis)",
        ["about": .reference(model), "axis": .word(axis), "is": .word(random.chance(50) ? "strong" : "weak")])
    }
    add(
      Self.ns, "adoption", "seed",
      [
        "regime": .text("seed-gate-closure"), "activation": .moment(.day(CivilDate(daysSinceEpoch: 19_000))),
        "parameters": .verbatim(.object(["home": .string("US")])),
      ])
    if random.chance(70) {
      let deployment = GlobalID(Self.ns, "deployment", "api")
      add(
        Self.ns, "deployment", "api",
        [
          "model": .reference(model), "available-in": .list([.place("FR")]),
          "access": .word(random.pick(["api", "internal", "published-weights"])), "complete": .list([.word("available-in")]),
        ])
      if random.chance(75) {
        let day = Moment.day(CivilDate(daysSinceEpoch: 20_100))
        add(
          Self.ns, "activity", "api/serving",
          [
            "kind": .word("inference"), "deployment": .reference(deployment),
            "uses": .list([.group(["artifact": .reference(model), "as": .word("model")])]),
            "rate": .list([.group(["from": .moment(day), "to": .moment(day), "value": .quantity(try! Quantity("1e\(random.pick([17, 19, 21])) FLOP/s"))])]),
          ])
      }
    }
    func act(_ kind: String, _ issuer: String, _ local: String, _ decision: String, _ covers: [String] = [], about: GlobalID? = nil) {
      guard random.chance(60) else { return }
      var body: [String: Value] = ["decision": .word(decision), "covers": .list(covers.map { .word($0) })]
      if let about { body["about"] = .list([.reference(about)]) }
      add(issuer, kind, local, body, from: .day(CivilDate(daysSinceEpoch: 19_500)))
    }
    act("safety-case", "fr-authority", "case", "approved", ["major-harm-bound", "guaranteed-major-harm-bound"], about: model)
    act("independent-audit", "fr-authority", "audit", "approved", ["black-box", "white-box"], about: model)
    for item in ["cybersecurity", "controllability", "alignment-with-human-values", "robustness-to-misuse"] {
      act("specification", "fr-authority", "spec-\(item)", "met", [item], about: model)
    }
    if let run = records.last(where: { $0.references("produces").contains(model) })?.id {
      act("run-registration", "fr-authority", "registration", "registered", about: run)
      act("safety-plan", "fr-authority", "plan", "pre-approved", about: run)
    }
    act("safety-case-demand", "fr-authority", "demand", "demanded", about: model)
    act("pause-order", "us-executive", "pause", "ordered")
    if random.chance(30) {
      add(
        "agency", "cap-decision", "cap",
        ["parameter": .word("training-cap"), "value": .text(random.pick(["1e24 FLOP", "3e27 FLOP", "lifted"]))])
    }
  }

  /// The same records with some withheld: the fields of the head stay.
  func withholding(_ chosen: (Record) -> Bool) -> [Record] {
    records.map { record in
      guard chosen(record), let kind = Kinds.named(record.kind) else { return record }
      let head = Set(kind.fields.filter(\.isHead).map(\.name))
      return record.changed(isWithheld: true, body: record.body.filter { head.contains($0.key) })
    }
  }
}

extension Record {
  func changed(isWithheld: Bool? = nil, body: [String: Value]) -> Record {
    Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom, validTo: validTo, stated: stated,
      replaces: replaces, because: because, isWithheld: isWithheld ?? self.isWithheld, body: body, mark: mark)
  }
}
