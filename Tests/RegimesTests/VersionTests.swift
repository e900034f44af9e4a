import Lineage
import Measures
import Records
import TestSupport
import Testing

@testable import Regimes

/// Two versions of one regime at once: each has its own numbers, conventions and classes.
@Suite struct VersionTests {
  private func pack(_ version: String, from day: String, kinds: String, extra: Bool = false) -> String {
    var pack = TestPack()
    pack.version = version
    pack.force = "in-force: { from: \(day) }"
    pack.articles = [
      TestPack.article("a", when: "{ classified: { as: large } }", then: "{ closes: { actions: [use] } }"),
      TestPack.article("b", when: aboveLimit, then: "{ classifies: { as: large } }"),
    ]
    if extra { pack.articles.append(TestPack.article("c", then: "{ classifies: { as: large } }")) }
    return pack.text.replacing(
      "training-compute, cite", with: "training-compute, counts: { kinds: [\(kinds)] }, cite")
  }

  private func judge(_ texts: String...) throws -> Judge {
    let dossier = try Dossier(model())
    return Judge(
      facts: try dossier.facts(), graph: try dossier.graph(),
      library: try RegimeLibrary(texts.map { try TestPack().read($0) }), places: try Dossier.places(),
      estimator: try Dossier.estimator())
  }

  @Test func conventionsOfTheirOwn() throws {
    for order in [["pretraining", "adapter"], ["adapter", "pretraining"]] {
      let judge = try judge(
        pack("1", from: "2020-01-01", kinds: order[0]), pack("2", from: "2021-01-01", kinds: order[1]))
      for (index, kind) in order.enumerated() {
        let law = judge.library.packs[index]
        let finding = judge.determine(acme("artifact", "m"), law).findings.first { $0.article.id == "b" }
        #expect(
          finding?.verdict == (kind == "pretraining" ? .holds : .fails), "\(order) version \(law.version)")
      }
      let names = judge.library.conventionNames.filter { $0.hasSuffix(":all") }
      #expect(names == ["law@1:all", "law@2:all"])
      #expect(
        judge.library.convention("law@1:all") != nil
          && judge.library.convention("law:all")?.name == "law@2:all")
    }
  }

  @Test func classesOfTheirOwn() throws {
    let judge = try judge(
      pack("1", from: "2020-01-01", kinds: "adapter"),
      pack("2", from: "2021-01-01", kinds: "adapter", extra: true))
    let verdicts = judge.library.packs.map {
      judge.determine(acme("artifact", "m"), $0).classes.map(\.verdict)
    }
    #expect(verdicts == [[.fails], [.holds]])
  }
}
