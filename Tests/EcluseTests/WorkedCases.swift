import Measures
import Pages
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// The worked cases: each a dossier of facts and the answer that must come out.
@Suite struct WorkedCases {
  struct Case: CustomStringConvertible, Sendable {
    let number: Int
    let folder: String
    let fields: [String: String]
    let regimes: [String]
    var description: String { "case \(number)" }
    subscript(key: String) -> String { fields[key] ?? "" }
  }

  static let all: [Case] = {
    let list = try? TextFile.tree(Fixtures.path("cases/cases.yaml"))
    return (list?.elements ?? []).map { node in
      var fields: [String: String] = [:]
      for entry in node.entries ?? [] { fields[entry.key] = entry.value.text }
      return Case(
        number: Int(fields["case"] ?? "") ?? 0, folder: Fixtures.path("cases/\(fields["dossier"] ?? "")"),
        fields: fields,
        regimes: node["regimes"]?.asList.compactMap(\.text) ?? [])
    }
  }()

  @Test func everyCaseOfThisScopeIsHere() {
    let expected = Array(1...81) + Array(86...93)
    #expect(Self.all.map(\.number) == expected)
  }

  @Test(arguments: all) func answer(_ item: Case) throws {
    let workspace = try Workspace(
      dossier: item.folder, only: Set(item.regimes))
    let asOf = try Moment(item["as-of"]).last
    let (facts, graph) = try workspace.graph(asOf: asOf, knownAt: nil)
    let judge = Judge(
      facts: facts, graph: graph, library: workspace.library, places: workspace.places,
      estimator: workspace.estimator)
    let kind = ["train", "scale"].contains(item["action"]) ? "activity" : "artifact"
    let colon = try #require(item["subject"].firstIndex(of: ":"))
    let name = (
      String(item["subject"][..<colon]), String(item["subject"][item["subject"].index(after: colon)...])
    )
    let subject = [kind, "artifact", "activity", "party", "cluster", "incident"].map {
      GlobalID(name.0, $0, name.1)
    }.first {
      facts[$0] != nil
    }
    let id = try #require(subject)
    let pack = try #require(workspace.library.pack(item.regimes[0]))
    #expect(try answer(item, judge, id, pack, workspace) == item["expected"])
  }

  private func answer(
    _ item: Case, _ judge: Judge, _ id: GlobalID, _ pack: RegimePack, _ workspace: Workspace
  ) throws -> String {
    switch item["question"] {
    case "tier":
      let tier = try #require(judge.determine(id, pack).tier)
      return "\(tier.established) / \(tier.notExcluded)"
    case "gate":
      let action = try #require(Action(rawValue: item["action"]))
      let place = item["where"].isEmpty ? GateState.everywhere : item["where"]
      return judge.gate(id, action, in: place, workspace.library.packs).state.rawValue
    case "class":
      let parts = item["class"].split(separator: ":")
      let name =
        parts.count == 2
        ? ClassName(pack: String(parts[0]), name: String(parts[1]))
        : ClassName(pack: pack.id, name: item["class"])
      return judge.verdict(id, name).rawValue == "cannotBeExcluded"
        ? "cannot-be-excluded" : judge.verdict(id, name).rawValue
    case "article":
      let action = try #require(Action(rawValue: item["action"]))
      let gate = judge.gate(id, action, in: GateState.everywhere, workspace.library.packs)
      return gate.because.first { $0.article == item["article"] }?.state.rawValue ?? "none"
    case "standing-of-duties":
      // Those that the case is about: the text gives others to whoever is not large.
      let articles = item["articles"].split(separator: ", ").map(String.init)
      let duties = judge.determine(id, pack).obligations.filter { articles.contains($0.article) }
      return Set(duties.map(\.state.rawValue)).sorted().joined(separator: ", ")
    case "number-of-duties":
      // Each once, to whomever it is owed.
      let duties = judge.determine(id, pack).obligations.filter {
        $0.state.rawValue == item["state"] && (item["duty"].isEmpty || $0.duty.duty == item["duty"])
      }
      return String(Set(duties.map { [$0.article, $0.duty.duty] }).count)
    case "owed":
      let duties = judge.determine(id, pack).obligations.filter {
        $0.state == .owed && (item["duty"].isEmpty || $0.duty.duty == item["duty"])
      }
      return Set(duties.map { "\($0.duty.duty): \($0.state.rawValue)" }).sorted().joined(separator: ", ")
    case "emitted":
      let determination = judge.determine(id, pack)
      let duty = try #require(determination.obligations.first { $0.duty.duty == item["duty"] })
      let until = duty.deferredUntil.map { " until \($0)" } ?? ""
      let clock = DueWords(.en, duty.terms).text(duty.duty.due).replacing("\u{A0}", with: " ")
      let remarks = determination.remarks.map { "; \($0.code)" }.joined()
      return "\(duty.state.rawValue)\(until): \(clock)\(remarks)"
    default:
      let duties = judge.determine(id, pack).obligations.map(\.duty.duty)
      return duties.isEmpty ? "none" : duties.joined(separator: ", ")
    }
  }
}
