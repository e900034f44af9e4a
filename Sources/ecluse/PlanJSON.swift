import Lineage
import Measures
import Records
import Regimes

extension PlanReport {
  /// The plan as JSON.
  var json: JSON {
    .object([
      "ecluse": .int(1), "model": .string(plan.model.full), "asOf": .string(facts.asOf.description),
      "knownAt": .optional(facts.knownAt?.description), "deploy": .string(deploy.description),
      "where": .strings(places),
      "activities": .array(
        plan.activities.map { run in
          .object([
            "activity": .string(run.id.full), "kind": .string(run.kind), "state": .string(run.state.rawValue),
            "from": .optional(run.from?.description), "to": .optional(run.to?.description),
          ])
        }),
      "totals": .array(plan.totals.map(\.json)),
      "thresholds": .array(plan.crossings.map(\.json)),
      "acts": .array(plan.acts.map(\.json)),
      "outcomes": .array(plan.outcomes.map(\.json)),
    ])
  }
}

extension Bounds<UInt128> {
  fileprivate var json: JSON {
    .object([
      "low": .string("\(low)"), "best": .optional(best.map { "\($0)" }),
      "high": .optional(high.map { "\($0)" }),
    ])
  }
}

extension Accrual.Passing {
  fileprivate var word: String {
    switch self {
    case .already: "already"
    case .on(let day): day.description
    case .undated: "undated"
    case .never: "never"
    }
  }
}

extension Crossing.Dates {
  fileprivate var members: [String: JSON] {
    [
      "earliest": .string(earliest.word), "expected": .optional(expected?.word),
      "latest": .string(latest.word),
      "undated": .strings(undated.map(\.full)),
    ]
  }
}

extension Plan.Total {
  fileprivate var json: JSON {
    .object([
      "convention": .string(convention.name), "toDate": toDate.json, "atCompletion": atCompletion.json,
      "base": base.map { .object(["total": .string("\($0.total)"), "of": .optional($0.of?.full)]) } ?? .null,
      "doublings": .array(
        doublings.map { item in
          .object(
            item.dates.members.merging([
              "times": .string("\(item.times)"), "total": .string("\(item.total)"),
            ]) { first, _ in first })
        }),
    ])
  }
}

extension Crossing {
  fileprivate var json: JSON {
    .object([
      "regime": .string(regime), "subject": .string(subject.full), "headroom": headroom.json,
      "state": .string(state.word), "dates": dates.map { .object($0.members) } ?? .null,
    ])
  }
}

extension Crossing.State {
  fileprivate var word: String { self == .mayCross ? "mayCross" : rawValue }
}

extension Plan.Act {
  fileprivate var json: JSON {
    .object([
      "gate": gate.json,
      "regimes": .array(
        parts.map { part in
          .object([
            "regime": .string(part.pack.id), "version": .string(part.pack.version),
            "binding": .bool(part.isBinding), "gate": part.gate.json,
          ])
        }),
    ])
  }
}

extension Plan.Outcome {
  fileprivate var json: JSON {
    func tier(_ tier: Determination.Tier?) -> JSON {
      tier.map {
        .object(["established": .string($0.established), "notExcluded": .string($0.notExcluded)])
      } ?? .null
    }
    return .object([
      "subject": .string(subject.full), "regime": .string(pack.id), "version": .string(pack.version),
      "packDigest": .string(pack.digest), "binding": .bool(isBinding),
      "tier": .object(["today": tier(self.tier.today), "then": tier(self.tier.then)]),
      "classes": .array(
        classes.map { item in
          .object([
            "class": .string(item.name.description), "today": .string(item.today.rawValue),
            "then": .string(item.then.rawValue),
          ])
        }),
      "duties": .array(
        duties.map { .object(["duty": $0.then.json, "today": .optional($0.today?.rawValue)]) }),
    ])
  }
}
