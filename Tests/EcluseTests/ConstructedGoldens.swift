import Lineage
import Measures
import Records
import RecordsIO
import Regimes
import Testing

@testable import ecluse

/// Small worlds made for one point of meaning each: two regimes, a diamond, a human break, discarded trials.
@Suite struct ConstructedGoldens {
  struct World: CustomStringConvertible, Sendable {
    let node: Node
    var name: String { node["dossier"]?.text ?? "" }
    var description: String { name }
    func list(_ key: String) -> [Node] { node[key]?.elements ?? [] }
  }

  static let worlds: [World] = {
    let list = try? TextFile.tree(Fixtures.path("constructed/expected.yaml"))
    return (list?.elements ?? []).map { World(node: $0) }
  }()

  @Test func allNineAreHere() { #expect(Set(Self.worlds.map { String($0.name.prefix(2)) }).count == 9) }

  @Test(arguments: worlds) func totals(_ world: World) throws {
    guard !world.list("totals").isEmpty else { return }
    let loaded = Loaded(Fixtures.path("constructed/\(world.name)"), asOf: "2026-01-01")
    for total in world.list("totals") {
      let convention = try #require(total["convention"]?.text)
      let artifact = try #require(total["artifact"]?.text)
      let bounds = try loaded.account(artifact, convention).atCompletion
      #expect(String(bounds.low) == total["low"]?.text, "\(artifact) low")
      #expect(bounds.best.map(String.init) ?? "none" == total["best"]?.text, "\(artifact) best")
      #expect(bounds.high.map(String.init) ?? "none" == total["high"]?.text, "\(artifact) high")
    }
  }

  @Test(arguments: worlds) func classes(_ world: World) throws {
    guard !world.list("classes").isEmpty else { return }
    let loaded = Loaded(Fixtures.path("constructed/\(world.name)"), asOf: "2026-01-01")
    let judge = try loaded.judge()
    for item in world.list("classes") {
      let subject = GlobalID(try loaded.namespace(), "artifact", try #require(item["subject"]?.text))
      let text = try #require(item["class"]?.text)
      let regime = try #require(item["regime"]?.text)
      let name = text.split(separator: ":").map(String.init)
      let verdict = judge.verdict(
        subject,
        name.count == 2 ? ClassName(pack: name[0], name: name[1]) : ClassName(pack: regime, name: text))
      #expect(
        verdict.rawValue == item["verdict"]?.text?.replacing("cannot-be-excluded", with: "cannotBeExcluded"),
        "\(text) of \(subject)")
    }
  }

  @Test(arguments: worlds) func refusals(_ world: World) throws {
    guard !world.list("refused").isEmpty else { return }
    do {
      _ = try Workspace(dossier: Fixtures.path("constructed/\(world.name)"))
      Issue.record("nothing was refused")
    } catch {
      #expect(
        error.list.count == world.list("refused").count,
        "\(error.list.map { $0.text(.en) }.joined(separator: "\n"))")
    }
  }
}
