import Measures
import Records
import Regimes
import Testing

@testable import ecluse

/// Annex B: what it asks of runs and clusters, as determinations.
@Suite struct AnnexB {
  /// R137, in part: a run above 10²⁵ by a company that operates there is owed to the registry within a year.
  @Test func registration() throws {
    func owed(_ compute: String, adopted: Bool = true) throws -> [Obligation] {
      let run = AnnexWorld.model(compute: compute, rate: nil, strong: [])
      let maker =
        adopted
        ? AnnexWorld.maker : AnnexWorld.maker.split(separator: "- adoption").first.map(String.init) ?? ""
      return try AnnexWorld([maker + run]).determination("activity", "model/training").obligations
        .filter { $0.article == "b-2-registry" }
    }
    #expect(try owed("1e25").isEmpty)
    let duties = try owed("10000000000000000000000001")
    let duty = try #require(duties.first)
    #expect(duties.count == 1)
    #expect(duty.state == .owed)
    #expect(duty.party == GlobalID("maker", "party", "maker"))
    #expect(duty.duty.duty == "register-run")
    #expect(duty.to == .object(["role": .string("registry-agency"), "jurisdiction": .string("US")]))
    #expect(duty.duty.due.canonical.contains("phase-in"))
    #expect(try owed("10000000000000000000000001", adopted: false).first?.state == .wouldOblige)
  }

  private func governor(_ validity: String) -> String {
    """
    - dossier: governor
    - party: governor
      roles: [{ role: governor, where: [US], from: 2025-01-01 }]
    - permit: hall
      about: maker:hall
      decision: granted
      at: 2027-02-01
      \(validity)

    """
  }

  /// R139, in part: from 10¹⁸ FLOP/s a cluster computes only while a permit lives; 506 such devices reach it.
  @Test func livePermit() throws {
    func compute(_ chips: Int, _ others: String..., asOf: String = "2027-03-01") throws -> GateCondition {
      try AnnexWorld([AnnexWorld.maker + AnnexWorld.cluster(chips)] + others, asOf: asOf).gate(
        "cluster", "hall", .compute)
    }
    #expect(try compute(505) == .open)
    #expect(try compute(506) == .closed)
    let permit = governor("valid: { from: 2027-02-01, to: 2027-03-31 }")
    #expect(try compute(506, permit) == .open)
    #expect(try compute(506, permit, asOf: "2027-04-01") == .closed)
    let self_ = "- permit: own\n  about: hall\n  decision: granted\n  at: 2027-02-01\n"
    #expect(
      try AnnexWorld([AnnexWorld.maker + AnnexWorld.cluster(506) + self_], asOf: "2027-03-01")
        .gate("cluster", "hall", .compute) == .closed)
  }

  /// R141, in part: what the governor asks begins a year after the rest.
  @Test(arguments: [("2026-12-31", GateCondition.open), ("2027-01-01", .closed)])
  func phasedIn(_ asOf: String, _ expected: GateCondition) throws {
    let world = try AnnexWorld([AnnexWorld.maker + AnnexWorld.cluster(506)], asOf: asOf)
    #expect(world.gate("cluster", "hall", .compute) == expected)
  }

  /// R143, in part: in a signatory country reports are owed to both offices.
  @Test func twoOffices() throws {
    let country = "- country: us\n  code: US\n  party-to: [compute-treaty]\n"
    let world = try AnnexWorld([AnnexWorld.maker + country + AnnexWorld.cluster(8)], asOf: "2027-03-01")
    let duties = world.determination("cluster", "hall").obligations.filter {
      $0.article == "b-3-two-offices" && $0.duty.duty == "report-compute"
    }
    #expect(duties.map(\.state) == [.owed, .owed])
    #expect(
      duties.map(\.to) == [
        .object(["role": .string("registry-agency"), "jurisdiction": .string("US")]),
        .object(["role": .string("international-agency")]),
      ])
  }
}
