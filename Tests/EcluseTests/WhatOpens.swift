import Lineage
import Measures
import Records
import Regimes
import TestSupport
import Testing

@testable import ecluse

/// What is said to open a gate opens it: of each article one way, in every combination; and with a part left out it
/// stays shut.
@Suite struct WhatOpens {
  /// A dossier, and for each answer that a gate may need the facts that give it.
  private struct World {
    let regime: String
    let files: [String: String]
    /// Where the code of the answer begins so: which file says what more.
    let remedies: [(answer: String, file: String, says: String)]

    func gate(_ answers: [String], _ kind: String, _ local: String, _ action: Action) throws -> GateState {
      var files = files
      for remedy in remedies where answers.contains(where: { $0.hasPrefix(remedy.answer) }) {
        // What a model is said to be stands in its record.
        if files[remedy.file]?.contains("  # more\n") == true {
          files[remedy.file]?.replace("  # more\n", with: remedy.says)
        } else {
          files[remedy.file, default: ""] += remedy.says
        }
      }
      let facts = Tables(try Dossier.reading(files.sorted { $0.key < $1.key }.map(\.value))).facts(
        asOf: try Moment("2026-11-21").last)
      let (places, estimator) = (try Dossier.places(), try Dossier.estimator())
      let judge = Judge(
        facts: facts, graph: try ComputeGraph(facts, estimator: estimator, places: places),
        library: Laws.workspace.library, places: places, estimator: estimator)
      let pack = try #require(judge.library.packs.first { $0.id == regime })
      return judge.gate(GlobalID("maker", kind, local), action, in: GateState.everywhere, [pack])
    }

    /// Tries every combination of ways; gives how many there are.
    func tryAll(_ kind: String, _ local: String, _ action: Action) throws -> Int {
      let shut = try gate([], kind, local, action)
      #expect(shut.state == .closed)
      let choices = WhatOpens.ways(of: .all(shut.opensWhen.map(\.need)))
      for answers in choices {
        for answer in answers {
          #expect(remedies.contains { answer.hasPrefix($0.answer) }, "\(answer)")
          let fewer = try gate(answers.filter { $0 != answer }, kind, local, action).state
          #expect(fewer != .open, "without \(answer)")
        }
        #expect(try gate(answers, kind, local, action).state == .open, "\(answers)")
      }
      return choices.count
    }
  }

  private static func ways(of need: Need) -> [[String]] {
    switch need {
    case .answer(let answer): [[answer.explanation.code]]
    case .any(let needs): needs.flatMap(ways)
    case .all(let needs):
      needs.reduce([[]]) { known, need in
        let more = ways(of: need)
        return known.flatMap { answers in more.map { answers + $0.filter { !answers.contains($0) } } }
      }
    }
  }

  private static func office(_ name: String, _ role: String, _ place: String) -> String {
    "- dossier: \(name)\n- party: \(name)\n  roles: [{ role: \(role), where: [\(place)], from: 2025-01-01 }]\n"
  }

  private static func act(
    _ kind: String, _ decision: String, _ about: String = "maker:model", _ more: String = ""
  ) -> String {
    "- \(kind): \(kind)\n  about: \(about)\n  decision: \(decision)\n  at: 2026-07-15\n\(more)"
  }

  /// A model under the proposals of PauseAI, of so many parameters, or nobody knows of how many.
  private static func pauseAI(_ parameters: String?) -> World {
    let maker =
      PauseProposals.maker + """
        - activity: model/training
          kind: pretraining
          by: maker
          from: 2026-02-01
          to: 2026-06-30
          produces: model
          complete: [uses]
          compute: [{ method: telemetry, value: 1e24 FLOP, low: 1e24 FLOP, high: 1e24 FLOP }]
        - safety-case: case
          about: maker/artifact/model
          decision: approved
          at: 2026-07-11
        - artifact: model
          complete: [about-to-exceed]
        \(parameters.map { "  parameters: \($0)\n" } ?? "  # more\n")
        """
    let agency = "agency"
    let grounds = "  covers: [no-dangerous-capability]\n  rests-on: [list, lab:evaluation, maker:case]\n"
    return World(
      regime: "seed-pauseai",
      files: [
        "maker": maker, agency: office(agency, "international-agency", "XA"),
        "lab": office("lab", "evaluator", "XA")
          + "- independent-evaluation: evaluation\n  about: maker:model\n  at: 2026-07-10\n",
        "provenance": "",
      ],
      remedies: [
        ("not quantity", "maker", "  parameters: 5e8\n"),
        ("attested narrowness-claim", agency, act("narrowness-claim", "accepted")),
        ("attested scientific-consensus", agency, act("scientific-consensus", "established")),
        ("attested alignment-proof", agency, act("alignment-proof", "accepted")),
        ("attested democratic-control", agency, act("democratic-control", "established")),
        ("attested training-licence", agency, act("training-licence", "granted", "maker:model/training")),
        (
          "attested data-provenance", "provenance",
          "- dossier: maker\n"
            + act("data-provenance", "no-protected-works", "maker/activity/model/training")
        ),
        (
          "attested deployment-licence granted [no-dangerous-capability] by international-agency rests-on ",
          agency,
          act("deployment-licence", "granted", "maker:model", grounds)
            + "- dangerous-capability-list: list\n  at: 2026-07-01\n"
        ),
      ])
  }

  @Test func deploymentUnderTheMoratorium() throws {
    // Narrow, or under democratic control; a licence in each case.
    #expect(try Self.pauseAI("2e12").tryAll("artifact", "model", .deployExternal) == 2)
    #expect(try Self.pauseAI("5e8").tryAll("artifact", "model", .deployExternal) == 1)
  }

  @Test func trainingByEitherWay() throws {
    #expect(try Self.pauseAI("2e9").tryAll("activity", "model/training", .train) == 1)
    // Narrow, or three proofs; a licence and where the data come from in each case.
    #expect(try Self.pauseAI("2e12").tryAll("activity", "model/training", .train) == 2)
  }

  /// Of a size that nobody knows: known to be small, or with a licence.
  @Test func trainingOfUnknownSize() throws {
    let world = Self.pauseAI(nil)
    let shut = try world.gate([], "activity", "model/training", .train)
    let licence = try #require(shut.opensWhen.first { $0.closers.map(\.article) == ["training-licence"] })
    #expect(Self.ways(of: licence.need).map(\.count) == [1, 1])
    for way in Self.ways(of: licence.need).map({ $0[0] }) {
      let small = "not quantity", rest = ["attested narrowness-claim", "attested data-provenance"]
      #expect(way.hasPrefix(small) || way.hasPrefix("attested training-licence"))
      #expect(try world.gate(rest, "activity", "model/training", .train).state == .undetermined)
      #expect(try world.gate(rest + [way], "activity", "model/training", .train).state == .open, "\(way)")
    }
  }

  @Test func registrationOfARun() throws {
    let registered = Self.act("run-registration", "registered", "maker:model/training")
    let world = World(
      regime: "seed-gate-closure",
      files: [
        "maker": AnnexWorld.maker + AnnexWorld.model(strong: ["autonomy", "generality"]),
        "board": Self.office("board", "authority", "US"),
      ],
      remedies: [("attested run-registration registered by authority", "board", registered)])
    #expect(try world.tryAll("activity", "model/training", .train) == 1)
  }
}
