import Measures
@testable import Records

/// Models, their runs and what is claimed about them.
extension RandomWorld {
  private static let roles = [
    "base-weights", "base-weights", "merged", "teacher-training", "synthetic-data", "public-synthetic-data",
    "auxiliary", "diagnostic", "data",
  ]
  private static let kinds = [
    "pretraining", "pretraining", "fine-tuning", "reinforcement-learning", "distillation", "merge", "adapter",
    "quantization", "fine-tuning",
  ]

  mutating func addModel(_ index: Int, isLast: Bool) {
    let artifact = GlobalID(Self.ns, "artifact", "m\(index)")
    var body: [String: Value] = random.chance(80) ? ["generates": .words("language-text")] : [:]
    if random.chance(20) { body["digest"] = .text("sha256:\(String(repeating: String(index), count: 64))") }
    if random.chance(40) { body["complete"] = .words("generates") }
    add(Self.ns, "artifact", "m\(index)", body)
    guard random.chance(95) else { return }
    var products: [Value] = [.reference(artifact)]
    if has(.severalProducts, 15) {
      products.append(.reference(add(Self.ns, "artifact", "m\(index)b", [:])))
    }
    addRun("m\(index)/run", of: products, index)
    sometimes(isLast ? 15 : 5, .secondProducer) { world in
      world.addRun("m\(index)/again", of: [.reference(artifact)], index)
    }
    sometimes(isLast ? 8 : 3, .hiddenProduct) { world in
      world.add(Self.ns, "activity", "m\(index)/hidden", ["uses": .list([])], isWithheld: true)
    }
  }

  private mutating func addRun(_ local: String, of products: [Value], _ index: Int) {
    var body: [String: Value] = [
      "kind": .word(random.pick(Self.kinds)), "produces": .list(products), "uses": .list(links(index)),
    ]
    if random.chance(92) { body["by"] = .reference(maker()) }
    if random.chance(92) {
      body["compute"] = .list((0..<Int.random(in: 1...2, using: &random)).map { _ in estimate() })
    }
    if random.chance(65) { body["complete"] = .words("uses") }
    addDates(&body, index)
    addEnvironment(&body)
    let run = add(
      Self.ns, "activity", local, body, stated: has(.unstated, 50) ? nil : 19_900)
    sometimes(15, .estimateByOthers) { world in
      let who = world.random.pick(["kat", "val", "fr-authority", "other"])
      world.add(
        who, "estimate", "of-\(run.local)",
        [
          "about": .reference(run), "compute": .list([world.estimate()]),
          "with-access": .flag(world.random.chance(50)),
        ])
    }
  }

  private mutating func maker() -> GlobalID {
    let name = random.chance(75) ? Self.ns : "other"
    return GlobalID(name, "party", name)
  }

  private mutating func links(_ index: Int) -> [Value] {
    var links: [Value] = []
    for source in 0..<index where random.chance(40) {
      let role = random.pick(Self.roles)
      var link: [String: Value] = [
        "artifact": .reference(GlobalID(Self.ns, "artifact", "m\(source)")), "as": .word(role),
      ]
      if role == "diagnostic", random.chance(50) { link["feedback"] = .word("automatic") }
      links.append(.group(link))
    }
    if random.chance(15) {
      let trial = add(
        Self.ns, "activity", "t\(index)-\(records.count)",
        ["kind": .word("trial"), "by": .reference(maker()), "compute": .list([estimate(24...27)])])
      let role = random.pick(["discarded-by-human", "discarded-by-human", "discarded-automatically"])
      links.append(.group(["activity": .reference(trial), "as": .word(role)]))
      sometimes(70, .discard) { world in
        world.add(
          Self.ns, "discard", "of-\(trial.local)",
          ["trials": .list([.reference(trial)]), "decided-by": .text("H-1"), "reason": .text("poor")])
      }
    }
    return links
  }

  /// Done, running, planned, or without a date; some have a budget, which others may contradict.
  private mutating func addDates(_ body: inout [String: Value], _ index: Int) {
    let begins = 20_000 + index * 40 + Int.random(in: 0..<40, using: &random)
    let isUndated = has(.undated, 12)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<6:
      if isUndated { break }
      body["from"] = .day(begins)
      body["to"] = .day(begins + 200)
    case 6, 7:
      body["budget"] = .list([estimate(24...27)])
      if isUndated { break }
      body["from"] = .day(begins)
      body["to"] = .day(Self.today + 200)
      body["state"] = .word("running")
    default:
      body["budget"] = .list([estimate(24...27)])
      let other = estimate(24...27)
      body["compute"] = has(.contradictedBudget, 40) ? .list([other]) : nil
      if isUndated { break }
      body["from"] = .day(Self.today + 30 + index)
      body["state"] = .word("planned")
    }
  }

  private mutating func addEnvironment(_ body: inout [String: Value]) {
    if has(.sharedEnvironment, 40) { body["environment"] = .text("lab") }
    // Somebody else's computation in the same environment, before ours.
    sometimes(20, .otherEnvironment) { world in
      world.add(
        "other", "activity", "visit-\(world.records.count)",
        [
          "kind": .word("trial"), "by": .reference(GlobalID("other", "party", "other")),
          "from": .day(19_950), "environment": .text("lab"), "compute": .list([world.estimate(25...27)]),
        ])
    }
  }

  mutating func addClaims(_ count: Int) {
    let activities = records.filter { $0.kind == "activity" }.map(\.id)
    sometimes(30, .humanBreak) { world in
      world.add(
        Self.ns, "human-break", "break",
        [
          "artifact": .reference(GlobalID(Self.ns, "artifact", "m0")),
          "activity": .reference(GlobalID(Self.ns, "activity", "m\(max(1, count - 1))/run")),
          "criterion": .text("rewritten"), "made-by": .text("H-1"),
          "reviewed-by": .text(world.random.chance(80) ? "H-2" : "H-1"),
        ])
    }
    if activities.count > 1 {
      sometimes(30, .independence) { world in
        let (first, last) = (world.random.pick(activities), activities[activities.count - 1])
        guard first != last else { return }
        world.add(
          Self.ns, "independence-claim", "claim",
          [
            "between": .list([.reference(first), .reference(last)]), "reason": .text("apart"),
            "made-by": .text("H-1"), "reviewed-by": .text("H-2"),
          ])
      }
    }
    sometimes(12, .joinedByOne) { $0.addTwin("other", isConfirmed: false) }
    sometimes(10, .joinedByBoth) { $0.addTwin("other", isConfirmed: true) }
  }

  /// Another name of our model, with a run of its own.
  private mutating func addTwin(_ namespace: String, isConfirmed: Bool) {
    let local = isConfirmed ? "agreed" : "twin"
    let twin = add(
      namespace, "artifact", local, ["generates": .words("text-to-video"), "complete": .words("generates")])
    let party = GlobalID(namespace, "party", namespace)
    if random.chance(80) {
      add(
        namespace, "activity", "\(local)/run",
        [
          "kind": .word("pretraining"), "by": .reference(party), "produces": .list([.reference(twin)]),
          "compute": .list([estimate(19...22)]), "complete": .words("uses"),
          "from": .day(20_100), "to": .day(20_200),
        ])
    }
    let names: [String: Value] = ["names": .list([.reference(model), .reference(twin)])]
    add(namespace, "same-as", "\(local)-theirs", names)
    if isConfirmed { add(Self.ns, "same-as", "\(local)-ours", names) }
  }
}
