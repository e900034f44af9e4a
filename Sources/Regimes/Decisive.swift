import Lineage
import Measures
import Records

extension Judge {
  /// The determinations of one subject with each cited fact marked: whether the verdict of the article would be
  /// another without it. Each fact is taken away in turn and the articles are judged again.
  package func marked(_ determinations: [Determination]) -> [Determination] {
    guard let subject = determinations.first?.subject else { return [] }
    let near = near(subject)
    let cited = Set(determinations.flatMap { $0.facts.map(\.id) })
    var decisive: [String: Set<String>] = [:]
    for record in near.all where cited.contains(record.id.full) {
      let others = near.without(record.id)
      guard let graph = try? ComputeGraph(others, estimator: estimator) else { continue }
      let judge = Judge(facts: others, graph: graph, library: library, places: places, estimator: estimator)
      for determination in determinations {
        guard let pack = library.packs.first(where: { $0.digest == determination.packDigest }) else {
          continue
        }
        let changed = judge.differing(from: determination, pack)
        for name in changed { decisive["\(pack.digest):\(name)", default: []].insert(record.id.full) }
      }
    }
    return determinations.map { determination in
      var copy = determination
      func mark(_ explanation: inout Explanation, _ name: String) {
        let ids = decisive["\(determination.packDigest):\(name)"] ?? []
        explanation = explanation.marked { ids.contains($0.id) }
      }
      for index in copy.findings.indices {
        mark(&copy.findings[index].because, copy.findings[index].article.id)
      }
      mark(&copy.standing, Self.standingName)
      return copy
    }
  }

  private static let standingName = "binding"

  /// The articles whose verdict here is another, and whether the regime binds otherwise.
  private func differing(from determination: Determination, _ pack: RegimePack) -> [String] {
    let standings = standings(pack, determination.subject)
    let standing = standings.first { $0.binding.isPossible } ?? standings[0]
    let scope = Scope(pack: pack, standing: standing, subject: determination.subject)
    var names = determination.findings.filter { finding in
      effective(finding.article, "applies", nil, scope).verdict != finding.verdict
    }.map(\.article.id)
    if standing.because.verdict != determination.standing.verdict { names.append(Self.standingName) }
    return names
  }
}
