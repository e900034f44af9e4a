import Measures
@testable import Records

/// A change after which nothing may be more open: less is known, or more was computed.
enum WorldChange: String, CaseIterable {
  case withheld, withdrawn, expired, widened, unstated, undated, unattributed, uncounted, incomplete, raised,
    sped, enriched, claimed, capHidden, strangers

  /// The same records changed at random, in some of the places where that is possible.
  func applied(to records: [Record], _ random: inout Seeded) -> [Record] {
    let (share, factor) = (random.pick([10, 30, 70]), random.pick([2, 10, 1000]) as UInt128)
    func some(_ change: (Record) -> Record?) -> [Record] {
      records.map { record in random.chance(share) ? change(record) ?? record : record }
    }
    switch self {
    case .withheld: return some(\.withheld)
    case .withdrawn:
      let withdrawals = records.filter { $0.revision == 1 && random.chance(share) }.compactMap(
        Self.withdrawal)
      return records + withdrawals
    case .expired:
      return some {
        $0.kind != "activity" && $0.kind != "deployment" && Self.mayBeWithdrawn.contains($0.kind)
          ? $0.until(RandomWorld.today - 2) : nil
      }
    case .widened: return some { $0.widened() }
    case .unstated: return some { $0.unstated() }
    case .undated: return some { $0.kind == "activity" ? $0.lacking("from", "to") : nil }
    case .unattributed: return some { $0.lacking("by", "seat") }
    case .uncounted:
      // Where a budget or somebody else's estimate stands in, it is as if an estimate were withdrawn.
      let estimated = Set(records.filter { $0.kind == "estimate" }.flatMap { $0.references("about") })
      let joined = Set(records.filter { $0.kind == "same-as" }.flatMap { $0.references("names") })
      return some {
        $0.kind == "estimate" || $0["budget"] != nil || estimated.contains($0.id)
          || !joined.isDisjoint(with: $0.references("produces"))
          ? nil
          : $0.lacking(
            "compute", "rate", "devices", "generates", "operates-in", "access", "complete", "parameters")
      }
    case .incomplete: return some { $0.lacking("complete") }
    case .raised: return some { $0.raised(by: factor) }
    case .sped: return some { $0.sped(by: factor) }
    case .enriched: return some { $0.enriched(by: factor) }
    case .claimed: return records + Self.claims(about: records)
    case .capHidden: return some { $0.kind == "cap-decision" ? $0.withheld : nil }
    case .strangers: return records + StrangersWords.about(records, random.pick(StrangersWords.allCases))
    }
  }

  /// What somebody states or shows; an order, an estimate or a claim that is taken back has ended.
  private static let mayBeWithdrawn: Set<String> = [
    "activity", "artifact", "cluster", "deployment", "party", "rating", "safety-case", "independent-audit",
    "specification", "permit", "run-registration", "safety-plan", "human-break", "discard",
    "independence-claim", "switch-removal-test", "safe-harbour-claim", "revenue",
  ]

  /// What somebody else says to take compute out of every total: that trials were discarded, links broken, runs
  /// independent, that the models are a small one of the speaker's own.
  private static func claims(about records: [Record]) -> [Record] {
    let speaker = "stranger"
    func said(_ kind: String, _ local: String, _ body: [String: Value], by issuer: String = speaker) -> Record
    {
      Record(
        kind: kind, id: GlobalID(issuer, kind, local), revision: 1, issuer: issuer, validFrom: nil,
        validTo: nil,
        stated: nil, replaces: nil, because: nil, isWithheld: false, body: body,
        mark: Mark(file: "claims", line: 1))
    }
    let reviewed: [String: Value] = [
      "reason": .text("none"), "criterion": .text("none"), "decided-by": .text("S-1"),
      "made-by": .text("S-1"),
      "reviewed-by": .text("S-2"),
    ]
    func claim(_ kind: String, _ local: String, _ body: [String: Value]) -> Record {
      said(kind, local, body.merging(reviewed) { own, _ in own })
    }
    let little: Value = .list([
      .group(["method": .word("telemetry"), "value": Value("1e15 FLOP"), "high": Value("1e15 FLOP")])
    ])
    let toy = GlobalID(speaker, "artifact", "toy")
    var claims = [
      said("party", speaker, [:]), said("artifact", "toy", ["complete": .words("generates")]),
      said(
        "activity", "toy/run",
        [
          "kind": .word("pretraining"), "produces": .list([.reference(toy)]), "complete": .words("uses"),
          "compute": little,
          "by": .reference(GlobalID(speaker, "party", speaker)), "to": .day(RandomWorld.today - 1),
        ]),
    ]
    // An approval of the small one is none of the others.
    let approval: [String: Value] = ["about": .list([.reference(toy)]), "decision": .word("approved")]
    claims.append(said("safety-case", "toy-case", approval, by: "fr-authority"))
    let runs = records.filter { $0.kind == "activity" && $0.revision == 1 }
    for (index, run) in runs.enumerated() {
      claims.append(claim("discard", "d\(index)", ["trials": .list([.reference(run.id)])]))
      for used in run["uses"]?.elements.compactMap({ $0["artifact"]?.reference }) ?? [] {
        let body: [String: Value] = ["artifact": .reference(used), "activity": .reference(run.id)]
        claims.append(claim("human-break", "b\(index)-\(used.local)", body))
      }
      for other in runs[..<index] {
        let pair: Value = .list([.reference(other.id), .reference(run.id)])
        claims.append(claim("independence-claim", "i\(claims.count)", ["between": pair]))
      }
    }
    for artifact in records where artifact.kind == "artifact" {
      let names: Value = .list([.reference(artifact.id), .reference(toy)])
      claims.append(said("same-as", "s-\(artifact.id.namespace)-\(artifact.id.local)", ["names": names]))
    }
    return claims
  }

  private static func withdrawal(of record: Record) -> Record? {
    guard mayBeWithdrawn.contains(record.kind) else { return nil }
    return Record(
      kind: "withdrawal",
      id: GlobalID(record.issuer, "withdrawal", "later-\(record.kind)-\(record.id.local)"),
      revision: 1, issuer: record.issuer, validFrom: nil, validTo: nil, stated: nil, replaces: nil,
      because: nil, isWithheld: false, body: ["of": .reference(record.id)], mark: record.mark)
  }
}

extension Record {
  fileprivate func until(_ day: Int) -> Record {
    Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom,
      validTo: .day(CivilDate(daysSinceEpoch: day)), stated: stated, replaces: replaces, because: because,
      isWithheld: isWithheld, body: body, mark: mark)
  }

  fileprivate func unstated() -> Record {
    Record(
      kind: kind, id: id, revision: revision, issuer: issuer, validFrom: validFrom, validTo: validTo,
      stated: nil,
      replaces: replaces, because: because, isWithheld: isWithheld, body: body, mark: mark)
  }

  fileprivate func lacking(_ fields: String...) -> Record {
    changed(body: body.filter { !fields.contains($0.key) })
  }

  /// The same record with its compute multiplied.
  func raised(by factor: UInt128) -> Record {
    mapQuantities(["compute", "budget"]) { fields in
      for name in ["value", "low", "high"] { fields[name]?.multiply(by: factor, "FLOP") }
    }
  }

  /// The same record with its rates and its accelerators multiplied.
  func sped(by factor: UInt128) -> Record {
    let faster = mapQuantities(["rate"]) { fields in
      for name in ["value", "low", "high"] { fields[name]?.multiply(by: factor, "FLOP/s") }
    }
    return faster.mapQuantities(["devices"]) { fields in
      if case .chips(let count, let id)? = fields["chips"] {
        fields["chips"] = .chips(count: count * factor, id: id)
      }
    }
  }

  /// The same record with its size and its revenue multiplied.
  func enriched(by factor: UInt128) -> Record {
    var body = body
    if let size = body["parameters"]?.number?.low, let product = try? size.multiplied(by: Ratio(factor)) {
      body["parameters"] = .number(Bounds(exactly: product))
    }
    if kind == "revenue", body["amount"]?.quantity?.dimension == .money(currency: "USD") {
      body["amount"]?.multiply(by: factor, "USD")
    }
    return changed(body: body)
  }

  /// The same record with wider bounds around the same best values.
  func widened() -> Record {
    let wider = mapQuantities(["compute", "budget"]) { $0.widen("FLOP") }
    return wider.mapQuantities(["rate"]) { $0.widen("FLOP/s") }
  }

  private func mapQuantities(_ names: [String], _ change: (inout [String: Value]) -> Void) -> Record {
    var body = body
    for name in names {
      guard case .list(let groups)? = body[name] else { continue }
      body[name] = .list(
        groups.map { group in
          guard case .group(var fields) = group else { return group }
          change(&fields)
          return .group(fields)
        })
    }
    return changed(body: body)
  }
}

extension Value {
  fileprivate mutating func multiply(by factor: UInt128, _ unit: String) {
    guard let quantity, let product = try? quantity.value.multiplied(by: Ratio(factor)) else { return }
    self = Value("\(product.rounded(.down)) \(unit)")
  }
}

extension [String: Value] {
  fileprivate mutating func widen(_ unit: String) {
    guard let value = (self["value"] ?? self["low"])?.quantity?.value.rounded(.down) else { return }
    let (low, high) = (self["low"]?.quantity?.value, self["high"]?.quantity?.value)
    self["low"] = Value("\(Swift.min(value / 4, low?.rounded(.down) ?? .max)) \(unit)")
    // A stated high may be absent: then there is already none, or half a unit of the last digit.
    if high != nil || (unit == "FLOP" && self["value"] != nil) {
      self["high"] = Value("\(Swift.max(value * 5, high?.rounded(.up) ?? 0) * 2) \(unit)")
    }
  }
}
