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
    let fields: [String: String]
    var number: Int { Int(self["case"]) ?? 0 }
    /// The regime that is asked, then those that it rests on.
    var regimes: [String] {
      [self["regime"]] + self["with"].split(separator: ",").map { String($0.drop { $0 == " " }) }
    }
    var description: String { "case \(number)" }
    subscript(key: String) -> String { fields[key] ?? "" }
  }

  static let all: [Case] = ((try? Fixtures.table("cases/cases.csv")) ?? []).map { Case(fields: $0) }

  /// Every pack that ships is asked, and every case says in words what it is about.
  @Test func everyRegimeIsAsked() throws {
    #expect(Self.all.count >= 120)
    #expect(Set(Self.all.map(\.number)).count == Self.all.count)
    #expect(Set(Self.all.map { $0["regime"] }) == Set(Laws.workspace.library.packs.map(\.id)))
    for item in Self.all {
      for column in ["facts", "as-of", "subject", "question", "expected", "citation"] {
        #expect(!item[column].isEmpty, "\(item): \(column)")
      }
    }
  }

  /// What a case cites is a place that the pack cites for something.
  @Test(arguments: all) func citation(_ item: Case) throws {
    let pack = try #require(Laws.workspace.library.pack(item["regime"]))
    var citations = pack.articles.map(\.citation) + pack.parameters.values.map(\.citation)
    citations += pack.scales.map(\.citation)
    if let nexus = pack.nexus { citations.append(nexus.citation) }
    let places = Set(citations.map { "\($0.document), \($0.locus)" })
    for place in item["citation"].split(separator: " | ").map(String.init) {
      #expect(places.contains(place), "\(place)")
    }
  }

  /// The folder of a case; of a template, with the values of the case in their places.
  private func folder(_ item: Case) throws -> String {
    let name = item["dossier"]
    guard !name.allSatisfy(\.isNumber) else { return Fixtures.path("cases/\(name)") }
    var values: [String: String] = [:]
    for part in item["values"].split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0.drop { $0 == " " }) }
      values[pair[0]] = pair.count == 2 ? pair[1] : ""
    }
    var used: Set<String> = []
    let text = Fixtures.text("cases/templates/\(name).yaml").replacing(/<([a-z]+)\|([^>]*)>/) { match in
      used.insert(String(match.1))
      return values[String(match.1)] ?? String(match.2)
    }
    #expect(used.isSuperset(of: values.keys), "\(values.keys)")
    let folder = try Scratch.folder()
    try WholeFile.write(text, to: "\(folder)/facts.yaml")
    return folder
  }

  @Test(arguments: all) func answer(_ item: Case) throws {
    let workspace = try Workspace(
      dossier: try folder(item), only: Set(item.regimes))
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
    let answered = try answer(item, judge, id, pack, workspace)
    #expect(answered == item["expected"])
  }

  private func answer(
    _ item: Case, _ judge: Judge, _ id: GlobalID, _ pack: RegimePack, _ workspace: Workspace
  ) throws -> String {
    switch item["question"] {
    case "binding":
      let determination = judge.determine(id, pack)
      let mayBind = determination.standing.verdict == .cannotBeExcluded
      return !determination.isBinding ? "does not bind" : mayBind ? "may bind" : "binds"
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
