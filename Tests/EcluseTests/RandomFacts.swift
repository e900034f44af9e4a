import Measures
@testable import Records

/// Clusters, deployments with their rates, ratings, acts, and what is said of records afterwards.
extension RandomWorld {
  mutating func addServing() {
    // 2e15 operations per second each, at the fastest precision: more than its deployments ever need.
    let (count, rate) = random.pick([(100, 16), (5_000, 17), (50_000, 18), (500_000, 19)]) as (UInt128, Int)
    var hall: [String: Value] = [
      "devices": .list([.group(["chips": .chips(count: count, id: "h100-sxm")])]),
      "country": .place(random.pick(["FR", "FR", "US"])),
      "custodian": .reference(GlobalID(Self.ns, "party", Self.ns)),
    ]
    if random.chance(90) { hall["complete"] = .words("devices") }
    if random.chance(70) { hall["interconnect"] = Value(random.pick(["400 Gbit/s", "10 Gbit/s"])) }
    add(Self.ns, "cluster", "hall", hall)
    for index in 0..<Int.random(in: 0...2, using: &random) { addDeployment(index, rate) }
  }

  private mutating func addDeployment(_ index: Int, _ rate: Int) {
    let place = random.pick(["FR", "FR", "DE"])
    let places = has(.severalPlaces, 30) ? ["FR", "DE"] : [place]
    var complete: [Value] = random.chance(75) ? [.word("available-in")] : []
    let begins = 20_500
    var body: [String: Value] = [
      "model": .reference(model), "available-in": .places(places), "from": .day(begins),
      "by": .reference(GlobalID(Self.ns, "party", Self.ns)),
      "access": .word(random.pick(["api", "api", "app", "internal", "published-weights"])),
    ]
    if has(.capacity, 50) {
      body["clusters"] = .list([.reference(cluster)])
      complete.append(.word("clusters"))
    }
    body["complete"] = .list(complete)
    let deployment = add(Self.ns, "deployment", "d\(index)", body)
    if random.chance(85) { addSeries("d\(index)/serving", of: deployment, from: begins, rate) }
    sometimes(8, .hiddenServing) { world in
      world.add(
        Self.ns, "activity", "d\(index)/hidden",
        ["uses": .list([.group(["artifact": .reference(world.model), "as": .word("model")])])],
        isWithheld: true)
    }
  }

  private mutating func addSeries(_ local: String, of deployment: GlobalID, from: Int, _ rate: Int) {
    var windows: [Value] = []
    func window(_ from: Value, _ to: Value, _ more: [String: Value]) -> Value {
      .group(more.merging(["from": from, "to": to]) { first, _ in first })
    }
    let isLong = has(.longWindows, 15)
    let hasGap = has(.gap, 20)
    let (middle, last) = (from + 100, Self.today)
    for (begins, ends) in [(from, middle), (middle + (hasGap ? 10 : 1), last)] {
      var fields = ["value": Value("\(random.pick([1, 3, 5]))e\(rate) FLOP/s")]
      if !isLong { fields["high"] = Value("\(6)e\(rate) FLOP/s") }
      windows.append(window(.day(begins), .day(ends), fields))
    }
    sometimes(30, .shortWindows) { world in
      let minute = Int64(world.random.pick([20_600, 20_700])) * 86_400_000
      func instant(_ ms: Int64) -> Value { .moment(.instant(Instant(milliseconds: minute + ms))) }
      windows.append(window(instant(0), instant(59_999), ["value": Value("2e\(rate + 1) FLOP/s")]))
    }
    add(
      Self.ns, "activity", local,
      [
        "kind": .word("inference"), "deployment": .reference(deployment), "from": .day(from),
        "uses": .list([.group(["artifact": .reference(model), "as": .word("model")])]),
        "rate": .list(windows),
      ])
  }

  mutating func addActs() {
    for axis in ["autonomy", "generality", "intelligence"] where random.chance(85) {
      let verdict = random.chance(40) ? "strong" : "weak"
      let isExpired = has(.expiredRating, 10)
      add(
        Self.ns, "rating", "rate-\(axis)",
        ["about": .reference(model), "axis": .word(axis), "is": .word(verdict)],
        to: isExpired ? Self.today - 10 : nil)
      sometimes(10, .disagreement) { world in
        world.add(
          "kat", "rating", "rate-\(axis)",
          [
            "about": .reference(world.model), "axis": .word(axis),
            "is": .word(verdict == "weak" ? "strong" : "weak"),
          ])
      }
    }
    add(
      Self.ns, "adoption", "seed",
      [
        "regime": .text("seed-gate-closure"), "activation": .day(19_000),
        "parameters": .verbatim(.object(["home": .string("US")])),
      ])
    addApprovals()
    addOrders()
    addCaps()
  }

  private mutating func act(
    _ percent: Int, _ kind: String, _ issuer: String, _ local: String, _ decision: String,
    _ covers: [String] = [], about: GlobalID? = nil, _ more: [String: Value] = [:]
  ) {
    guard random.chance(percent) else { return }
    var body: [String: Value] = more
    body["decision"] = .word(decision)
    body["covers"] = .list(covers.map { .word($0) })
    if let about {
      body["about"] = .list([.reference(about)])
      if random.chance(85), let digest = records.first(where: { $0.id == about })?["digest"] {
        body["digest"] = digest
      }
    }
    let from = random.pick([19_500, 20_300, 20_600])
    let said = from + random.pick([0, 60])
    add(
      issuer, kind, local, body, from: from, to: has(.expiredApproval, 8) ? Self.today - 5 : nil,
      stated: has(.unstated, 50) ? nil : said)
  }

  private mutating func addApprovals() {
    act(
      75, "safety-case", "fr-authority", "case", "approved",
      ["major-harm-bound", "guaranteed-major-harm-bound"],
      about: model)
    act(
      75, "independent-audit", "fr-authority", "audit", "approved", ["black-box", "white-box"], about: model)
    act(50, "permit", "governor", "permit", "granted", about: cluster)
    act(50, "safe-harbour-claim", Self.ns, "harbour", "claimed", ["compute"], about: model)
    for item in ["cybersecurity", "controllability", "alignment-with-human-values", "robustness-to-misuse"] {
      act(80, "specification", "fr-authority", "spec-\(item)", "met", [item], about: model)
    }
    act(70, "switch-removal-test", "kat", "switch-test", "not-removable", about: model)
    act(
      80, "specification", "fr-authority", "spec-switch", "met", ["non-removable-switch"], about: model,
      ["rests-on": .list([.reference(GlobalID("kat", "switch-removal-test", "switch-test"))])])
    for name in ["kat", "val"] where has(.quorum, 70) {
      act(90, "independent-audit", name, "audit", "approved", about: model)
    }
    if let run = records.last(where: { $0.references("produces").contains(model) })?.id {
      act(75, "run-registration", "fr-authority", "registration", "registered", about: run)
      act(75, "safety-plan", "fr-authority", "plan", "pre-approved", about: run)
    }
  }

  private mutating func addOrders() {
    act(30, "safety-case-demand", "fr-authority", "demand", "demanded", about: model)
    act(30, "pause-order", "us-executive", "pause", "ordered")
    act(10, "injunction", "court", "injunction", "granted", about: model)
    sometimes(20, .ruling) { world in
      world.act(
        100, "ruling", "court", "ruling", world.random.pick(["gross-negligence", "dismissed"]),
        about: GlobalID(Self.ns, "party", Self.ns))
    }
  }

  private mutating func addCaps() {
    for (feature, value) in [
      (Feature.capRaised, "3e27 FLOP"), (.capLowered, "1e24 FLOP"), (.capLifted, "lifted"),
    ] {
      sometimes(20, feature) { world in
        world.add(
          "agency", "cap-decision", "\(feature)",
          ["parameter": .word("training-cap"), "value": .text(value)],
          from: world.random.pick([19_500, 20_000, 20_500]))
      }
    }
  }

  /// What happens to records after they were made: withdrawn, corrected, shown by their head alone.
  mutating func addAfterthoughts() {
    let gone = [
      "activity", "rating", "artifact", "deployment", "party", "safety-case", "specification", "cluster",
    ]
    sometimes(25, .withdrawal) { world in
      let record = world.random.pick(world.records.filter { gone.contains($0.kind) })
      world.add(
        record.issuer, "withdrawal", "of-\(record.kind)", ["of": .reference(record.id)])
    }
    sometimes(25, .correction) { world in
      let runs = world.records.filter { $0.kind == "activity" && $0["compute"] != nil }
      guard let run = runs.randomElement(using: &world.random) else { return }
      var body = run.body
      body["compute"] = .list([world.estimate()])
      world.records.append(
        Record(
          kind: run.kind, id: run.id, revision: 2, issuer: run.issuer, validFrom: nil, validTo: nil,
          stated: nil,
          replaces: 1, because: "counted again", isWithheld: false, body: body, mark: run.mark))
    }
    sometimes(25, .withheldHead) { world in
      let index = Int.random(in: world.records.indices, using: &world.random)
      world.records[index] = world.records[index].withheld
    }
  }
}
