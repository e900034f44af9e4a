import Measures

@testable import Records

/// What somebody says about models who has nothing to do with them: how weak they are, how little they serve and how
/// little they computed.
enum StrangersWords: CaseIterable {
  case rates, serves, estimates

  static func about(_ records: [Record], _ what: StrangersWords) -> [Record] {
    switch what {
    case .rates: records.filter { $0.kind == "artifact" }.flatMap(ratings)
    case .serves: records.filter { $0.kind == "artifact" }.flatMap(deployments)
    case .estimates:
      records.filter { $0.kind == "activity" && $0.revision == 1 }.map { run in
        said("estimate", "of-\(run.id.local)", ["about": .reference(run.id), "compute": little])
      }
    }
  }

  private static let little: Value = .list([
    .group(["method": .word("telemetry"), "value": Value("1e15 FLOP"), "high": Value("1e15 FLOP")])
  ])

  private static func ratings(of model: Record) -> [Record] {
    ["autonomy", "generality", "intelligence"].map { axis in
      said(
        "rating", "\(model.id.local)-\(axis)",
        ["about": .reference(model.id), "axis": .word(axis), "is": .word("weak")])
    }
  }

  private static func deployments(of model: Record) -> [Record] {
    let from = Value.day(RandomWorld.today - 400)
    let deployment = said(
      "deployment", model.id.local,
      [
        "model": .reference(model.id), "access": .word("internal"),
        "available-in": .places(["FR", "DE", "US"]),
        "from": from, "complete": .words("available-in", "clusters"), "clusters": .list([]),
      ])
    let rate: Value = .list([
      .group([
        "from": from, "to": .day(RandomWorld.today), "value": Value("1 FLOP/s"), "high": Value("1 FLOP/s"),
      ])
    ])
    return [
      deployment,
      said(
        "activity", "\(model.id.local)/serving",
        ["kind": .word("inference"), "deployment": .reference(deployment.id), "rate": rate]),
    ]
  }

  private static func said(_ kind: String, _ local: String, _ body: [String: Value]) -> Record {
    Record(
      kind: kind, id: GlobalID("passer-by", kind, local), revision: 1, issuer: "passer-by", validFrom: nil,
      validTo: nil, stated: nil, replaces: nil, because: nil, isWithheld: false, body: body,
      mark: Mark(file: "strangers", line: 1))
  }
}
