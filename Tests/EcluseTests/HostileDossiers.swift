import Lineage
import Measures
import Records
import Regimes
import TestSupport
import Testing

@testable import ecluse

/// A dishonest provider in a country that adopted the closure of the gates wants its large model open.
@Suite struct HostileDossiers {
  private static let authority = """
    - dossier: xa
    - party: xa
      seat: XA
      roles: [{ role: authority, where: [XA], from: 2025-01-01 }]
    - adoption: seed
      regime: seed-gate-closure
      activation: 2026-01-01
      where: [XA]
      parameters: { home: XA }
    \(["autonomy", "generality", "intelligence"].map { rating("big", $0, $0 == "autonomy" ? "weak" : "strong") + rating("small", $0, "weak") }.joined())
    """
  private static let agency = """
    - dossier: agency
    - party: agency
      roles: [{ role: international-agency }]
    - cap-decision: lower
      at: 2026-02-01
      decision: lowered
      regime: seed-gate-closure
      parameter: training-cap
      value: 5e26 FLOP

    """

  private static func rating(_ model: String, _ axis: String, _ value: String) -> String {
    "- rating: \(model)/\(axis)\n  about: prov:\(model)\n  axis: \(axis)\n  is: \(value)\n  at: 2026-03-01\n"
  }

  private static func model(_ name: String, _ compute: String, uses: String = "") -> String {
    """
    - artifact: \(name)
    - activity: \(name)/run
      kind: pretraining
      by: prov
      from: 2025-03-01
      to: 2025-09-01
      \(uses)produces: \(name)
      complete: [uses]
      compute: [{ method: telemetry, value: \(compute) FLOP, low: \(compute) FLOP, high: \(compute) FLOP }]
    - deployment: \(name)/api
      model: \(name)
      by: prov
      access: api
      available-in: [XA]
      from: 2026-05-01
      complete: [available-in, access]
    - activity: \(name)/serving
      kind: inference
      by: prov
      from: 2026-05-01
      uses: [{ artifact: \(name), as: model }]
      complete: [uses]
      deployment: \(name)/api
      rate: [{ from: 2026-05-01, to: 2026-12-31, value: 2e15 FLOP/s, high: 5e15 FLOP/s }]

    """
  }

  private static let provider = """
    - dossier: prov
    - party: prov
      seat: XA
      operates-in: [XA]
      complete: [operates-in, does-business-in]

    """
  private static func approvals(_ model: String) -> String {
    """
    - safety-case: \(model)
      about: prov:\(model)
      decision: approved
      covers: [major-harm-bound]
      at: 2026-04-01
    - independent-audit: \(model)
      about: prov:\(model)
      decision: approved
      covers: [black-box, white-box]
      at: 2026-04-01

    """
  }

  private func gate(_ model: String, _ files: [String]) throws -> GateCondition {
    let library = Laws.workspace.library
    let dossier = try Dossier(files: files)
    let judge = Judge(
      facts: try dossier.facts(), graph: try dossier.graph(), library: library, places: try Dossier.places(),
      estimator: try Dossier.estimator())
    return judge.gate(GlobalID("prov", "artifact", model), .deployExternal, in: "XA", library.packs).state
  }

  /// The same world, honest, opens: the attacks fail for what they do and not for what is missing.
  @Test func honestly() throws {
    let small = Self.provider + Self.model("small", "1e24")
    #expect(
      try gate("small", [small, Self.authority.replacing("prov:big", with: "prov:small"), Self.agency])
        != .open)
    let both = Self.provider + Self.model("big", "1e25") + Self.model("small", "1e24")
    #expect(try gate("small", [both, Self.authority, Self.agency]) == .open)
    #expect(try gate("big", [both, Self.authority, Self.agency]) == .closed)
    #expect(try gate("big", [both, Self.authority + Self.approvals("big"), Self.agency]) == .open)
    let large = Self.provider + Self.model("big", "8e26") + Self.model("small", "1e24")
    #expect(try gate("big", [large, Self.authority + Self.approvals("big"), Self.agency]) == .closed)
  }

  struct Attack: CustomStringConvertible, Sendable {
    let description: String
    /// What the provider adds to its own file.
    var own = ""
    /// What an accomplice, who holds no office, says.
    var accomplice = ""
    var compute = "8e26"
    /// Whether the authority approved the large model.
    var isApproved = true
    var approved = "big"
  }

  private static let run =
    "kind: pretraining\n  by: prov\n  from: 2025-03-01\n  to: 2025-09-01\n  produces: big\n  complete: [uses]\n"
  private static let little = "  compute: [{ method: telemetry, value: 1e20 FLOP, high: 1e20 FLOP }]\n"

  static let attacks: [Attack] = [
    Attack(
      description: "corrects the run",
      own: "- activity: big/run\n  revision: 2\n  replaces: 1\n  because: counted again\n  \(run)\(little)"),
    Attack(
      description: "corrects the run and countersigns from its own house",
      own:
        "- activity: big/run\n  revision: 2\n  replaces: 1\n  because: counted again\n  \(run)\(little)- countersignature: c\n  of: big/run\n  of-revision: 2\n",
      accomplice:
        "- party: friend\n  affiliates: [prov:prov]\n- countersignature: c\n  of: prov:big/run\n  of-revision: 2\n"
    ),
    Attack(
      description: "joins with its small model, which was approved",
      own: "- same-as: s\n  names: [big, small]\n",
      compute: "1e25", approved: "small"),
    Attack(
      description: "raises the cap from an office of its own",
      own:
        "- cap-decision: c\n  at: 2026-06-01\n  decision: raised\n  regime: seed-gate-closure\n  parameter: training-cap\n  value: 1e30 FLOP\n- party: agency\n  roles: [{ role: international-agency }]\n"
    ),
    Attack(
      description: "withdraws and sets aside what others say",
      own:
        "- withdrawal: w\n  of: agency:lower\n- withdrawal: v\n  of: xa/rating/big/generality\n- ruling: r\n  about: xa/rating/big/generality\n  decision: set-aside\n"
    ),
    Attack(
      description: "approves as an authority of its own",
      own:
        "- party: board\n  roles: [{ role: authority, where: XA }]\n"
        + approvals("big").replacing("about: prov:big", with: "about: prov/artifact/big"),
      compute: "1e25", isApproved: false),
    Attack(
      description: "has friends estimate, rate and join",
      own: "",
      accomplice:
        "- party: friend\n- estimate: e\n  about: prov:big/run\n  with-access: yes\n\(little)- rating: r\n  about: prov:big\n  axis: generality\n  is: weak\n  at: 2026-06-01\n- artifact: toy\n- same-as: s\n  names: [friend:toy, prov:big]\n"
    ),
    Attack(
      description: "cuts its run from its own compute through friends",
      own:
        "- artifact: base\n- activity: base/run\n  kind: pretraining\n  by: prov\n  from: 2025-01-01\n  to: 2025-02-01\n  produces: base\n  complete: [uses]\n  compute: [{ method: telemetry, value: 8e26 FLOP }]\n- activity: big/more\n  kind: fine-tuning\n  by: prov\n  from: 2025-10-01\n  to: 2025-11-01\n  uses: [{ artifact: base, as: base-weights }]\n  produces: big\n  complete: [uses]\n\(little)",
      accomplice:
        "- party: friend\n  roles: [{ role: evaluator }, { role: authority, where: XB }]\n- human-break: h\n  artifact: prov:base\n  activity: prov:big/more\n  criterion: rewritten\n  made-by: ann\n  reviewed-by: bob\n",
      compute: "1e20"),
    Attack(
      description: "states its run for a later time",
      own:
        "- activity: big/before\n  kind: pretraining\n  by: prov\n  stated: 2030-01-01\n  from: 2025-01-01\n  to: 2025-02-01\n  produces: big\n  complete: [uses]\n  compute: [{ method: telemetry, value: 8e26 FLOP }]\n",
      compute: "1e20"),
    Attack(
      description: "calls a model data made by people, though it is one of the public record",
      own:
        "- artifact: heap\n  type: dataset\n  origin: human\n- same-as: h\n  names: [heap, other-big]\n- artifact: other-big\n- activity: other-big/run\n  kind: pretraining\n  by: prov\n  from: 2025-01-01\n  to: 2025-02-01\n  produces: other-big\n  complete: [uses]\n  compute: [{ method: telemetry, value: 8e26 FLOP }]\n- activity: big/more\n  kind: fine-tuning\n  by: prov\n  from: 2025-10-01\n  to: 2025-11-01\n  uses: [{ artifact: heap, as: data }]\n  produces: big\n  complete: [uses]\n\(little)",
      compute: "1e20"),
    Attack(
      description: "has an approval that was not yet said",
      own: "", compute: "1e25", isApproved: false, approved: "later"),
    Attack(
      description: "hides most of its compute behind a head",
      own:
        "- activity: big/before\n  withheld: yes\n  produces: [big]\n", compute: "1e20"),
  ]

  @Test(arguments: attacks) func nothingOpens(_ attack: Attack) throws {
    let own = Self.provider + Self.model("big", attack.compute) + Self.model("small", "1e24") + attack.own
    var authority = Self.authority
    if attack.isApproved { authority += Self.approvals(attack.approved) }
    if attack.approved == "later" {
      authority += Self.approvals("big").replacing(
        "  at: 2026-04-01\n", with: "  at: 2026-04-01\n  stated: 2027-01-01\n")
    }
    var files = [own, authority, Self.agency]
    if !attack.accomplice.isEmpty { files.append("- dossier: friend\n" + attack.accomplice) }
    #expect(try gate("big", files) != .open)
  }

  /// A change of what is done is no change.
  @Test func aDoneRunDoesNotShrink() throws {
    let own =
      Self.provider + Self.model("big", "8e26")
      + "- activity: big/run\n  revision: 2\n  valid: { from: 2026-06-01 }\n  \(Self.run)\(Self.little)"
    #expect(throws: Problems.self) { try gate("big", [own, Self.authority, Self.agency]) }
  }
}
