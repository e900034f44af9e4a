import ArgumentParser
import Exchange
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// Whoever changes an open model, without a dossier: what they became, by how much, and what would turn it.
@Suite struct ModifyTests {
  private let asOf: Moment
  private let shipped: Workspace

  init() throws {
    asOf = try Moment("2026-11-23")
    shipped = try Workspace(dossier: nil)
  }

  private func modified(
    _ options: [String], of base: String = "llama-3.1-405b", from: String? = nil, places: String? = "FR",
    isBaseKnown: Bool = true
  ) throws -> Modification {
    try Modification(
      of: base, by: try Effort.parse(options), from: try from.map { try Moment($0) }, places: places,
      seat: "FR",
      asOf: asOf, isBaseKnown: isBaseKnown, in: .en, shipped)
  }

  private func report(_ modification: Modification, _ language: Language = .en) throws -> ModifyReport {
    try ModifyReport(modification, regimes: nil, TextStyle(language, color: false), file: nil)
  }

  private func answer(_ modification: Modification) throws -> String? {
    guard case .object(let members) = try report(modification).json,
      case .string(let text)? = members["provider"]
    else { return nil }
    return text
  }

  private func problems(
    _ options: [String], of base: String = "llama-3.1-405b", from: String? = nil, places: String? = nil
  ) -> [Problem] {
    do {
      _ = try modified(options, of: base, from: from, places: places)
      return []
    } catch let problems as Problems { return problems.list } catch { return [] }
  }

  /// A third of 3.8e25, which is not above itself.
  @Test(arguments: [
    ("12666666666666666666666666", "fails"), ("12666666666666666666666667", "holds"), ("3.7e24", "fails"),
    ("1.3e25", "holds"), ("0", "fails"),
  ]) func aThirdOfTheOriginal(flop: String, answer: String) throws {
    #expect(try self.answer(modified(["--flop", flop])) == answer)
  }

  @Test func whatIsWrittenGivesTheSameAnswer() throws {
    for options in [
      ["--gpus", "64xH100", "--hours", "240"],
      ["--gpus", "4096 × H200 SXM", "--hours", "2512", "--utilisation", "0.385"],
      ["--tokens", "9.2e9", "--gpus", "64xh100-sxm", "--hours", "240", "--utilisation", "0.35..0.45"],
    ] {
      let modification = try modified(options)
      let folder = try Scratch.folder()
      try WholeFile.write(modification.text.yaml, to: "\(folder)/facts.yaml")
      let workspace = try Workspace(dossier: folder)
      let (facts, graph) = try workspace.graph(asOf: asOf.last, knownAt: nil)
      let assessment = try Assessment(
        workspace, facts, graph, names: ["modified"], regimes: "eu-gpai-guidelines-2025-07-18",
        explained: false)
      let verdict = assessment.determinations[0].classes.first { $0.name.name == "provider-by-modification" }
      #expect(try verdict?.verdict.rawValue == answer(modification), "\(options)")
    }
  }

  /// Without a utilisation anything up to the peak is possible, and the answer says where it turns.
  @Test func withoutUtilisationThePeakIsTheBound() throws {
    #expect(try answer(modified(["--gpus", "64xH100", "--hours", "240"])) == "fails")
    let open = try modified(["--gpus", "16384xh100-sxm", "--hours", "800"])
    #expect(try answer(open) == "cannotBeExcluded")
    let lines = try report(open).lines.joined(separator: "\n")
    #expect(lines.contains("above 0.271 it is more than the threshold"))
    // What it says is so.
    let effort = ["--gpus", "16384xh100-sxm", "--hours", "800", "--utilisation"]
    #expect(try answer(modified(effort + ["0.2713"])) == "fails")
    #expect(try answer(modified(effort + ["0.2714"])) == "holds")
  }

  @Test func moreHoursTurnIt() throws {
    let done = try modified(["--gpus", "4096xh200-sxm", "--hours", "2512", "--utilisation", "0.385"])
    #expect(
      try report(done).lines.joined(separator: "\n").contains("at most 2255 hours on the same hardware"))
    for (hours, answer) in [("2254", "fails"), ("2255", "holds")] {
      let other = try modified(["--gpus", "4096xh200-sxm", "--hours", hours, "--utilisation", "0.385"])
      #expect(try self.answer(other) == answer, "\(hours)")
    }
  }

  @Test func anOriginalThatNobodyKnows() throws {
    let base = "gpt-4-jun-2023"
    let effort = ["--gpus", "16384xh100-sxm", "--hours", "800", "--utilisation", "0.4"]
    let open = try modified(effort, of: base)
    #expect(try answer(open) == "cannotBeExcluded")
    #expect(try report(open).lines.joined(separator: "\n").contains("--not-estimable"))
    #expect(try answer(modified(effort, of: base, isBaseKnown: false)) == "holds")
    #expect(try answer(modified(["--flop", "1e22"], of: base, isBaseKnown: false)) == "fails")
  }

  @Test func aPlanIsJudgedAtItsEnd() throws {
    let plan = try modified(
      ["--gpus", "4096xh200-sxm", "--hours", "2512", "--utilisation", "0.385"], from: "2027-01-01")
    #expect(try plan.isPlanned && answer(plan) == "holds")
    #expect(plan.text.yaml.contains("budget:") && plan.text.yaml.contains("to: 2027-04-16"))
  }

  @Test func mistakesNameTheirOption() {
    let cases: [([String], field: String, Problem.Code)] = [
      (["--gpus", "64xH100", "--hours", "-5"], "--hours", .badNumber),
      (["--gpus", "64xH100", "--hours", "5", "--utilisation", "1.01"], "--utilisation", .contradiction),
      (["--gpus", "64xH109", "--hours", "5"], "--gpus", .unknownWord),
      (["--gpus", "64xH100"], "--hours", .missingField), (["--hours", "5"], "--gpus", .missingField),
      ([], "--gpus", .missingField), (["--flop", "-1"], "--flop", .badNumber),
      (["--tokens", "many"], "--tokens", .badNumber),
      (["--gpus", "H100", "--hours", "1"], "--gpus", .wrongType),
    ]
    for (options, field, code) in cases {
      let found = problems(options)
      #expect(found.map(\.field) == [field] && found.map(\.code) == [code], "\(options): \(found)")
    }
    #expect(problems(["--gpus", "64xH109", "--hours", "5"])[0].remedy.text(.en).contains("h100"))
    #expect(problems(["--flop", "1e22"], from: "2025-01-01").map(\.field) == ["--from"])
    #expect(problems(["--flop", "1e22"], places: "FRA").map(\.field) == ["--where"])
    #expect(problems(["--flop", "1e22"], of: "llama-9").map(\.code) == [.missingRecord])
  }
}
