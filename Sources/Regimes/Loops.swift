import Lineage
import Measures
public import Records

/// Rules that lead back to themselves: guidance that interprets itself, classes and steps that depend on themselves other
/// than through an ancestor. An exemption lifts only what binds, so that exemptions form no loop.
extension RegimeLibrary {
  func loops() -> [Problem] {
    let simple = guidanceLoops()
    return simple.isEmpty ? ruleLoops() : simple
  }

  private func guidanceLoops() -> [Problem] {
    let versions = Dictionary(grouping: packs.filter { $0.status == .guidance }, by: \.id)
    let ids = versions.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let targets = ids.map { id in (versions[id] ?? []).compactMap { $0.interprets.flatMap { numbers[$0] } } }
    return Cycles.of(targets).map { cycle in
      loop(cycle.map { ids[$0] }, versions[ids[cycle[0]]]?.first?.articles.first?.mark, "interprets")
    }
  }

  /// What a class, a step or an article depends on is worked out first.
  private enum Rule: Hashable {
    case `class`(pack: Int, String)
    case step(pack: Int, String)
    case article(pack: Int, String)
  }

  private func ruleLoops() -> [Problem] {
    let versions = Dictionary(grouping: packs.indices) { packs[$0].id }
    var rules: [Rule] = []
    var numbers: [Rule: Int] = [:]
    func number(_ rule: Rule) -> Int {
      if let known = numbers[rule] { return known }
      numbers[rule] = rules.count
      rules.append(rule)
      return rules.count - 1
    }
    for (index, pack) in packs.enumerated() {
      for article in pack.articles where article.effects.classifies != nil {
        _ = number(.article(pack: index, article.id))
      }
      for step in pack.scales.flatMap(\.steps) { _ = number(.step(pack: index, step.name)) }
    }
    var targets: [[Int]] = []
    while targets.count < rules.count {
      targets.append(ground(of: rules[targets.count], versions).map(number))
    }
    return Cycles.of(targets).map { cycle in
      let articles = cycle.lazy.compactMap { number -> Article? in
        guard case .article(let pack, let id) = rules[number] else { return nil }
        return packs[pack].article(id)
      }
      let steps = cycle.lazy.compactMap { number -> Scale.Step? in
        guard case .step(let pack, let name) = rules[number] else { return nil }
        return packs[pack].scales.flatMap(\.steps).first { $0.name == name }
      }
      return loop(
        cycle.map { name(of: rules[$0]) }, articles.first?.mark ?? steps.first?.mark,
        articles.first?.id ?? steps.first?.name)
    }
  }

  /// What a rule rests on.
  private func ground(of rule: Rule, _ versions: [String: [Int]]) -> [Rule] {
    switch rule {
    case .class(let pack, let name):
      return (givers[ClassName(pack: packs[pack].id, name: name)] ?? [])
        .filter { $0.pack == pack || packs[$0.pack].id != packs[pack].id }
        .map { .article(pack: $0.pack, packs[$0.pack].articles[$0.article].id) }
    case .step(let pack, let name):
      guard let scale = packs[pack].scales.first(where: { $0.steps.contains { $0.name == name } }) else {
        return []
      }
      let steps = scale.steps.drop { $0.name != name }
      return steps.compactMap(\.when).flatMap { asked(in: $0, pack, versions) }
    case .article(let pack, let id):
      guard let article = packs[pack].article(id) else { return [] }
      let (effects, own) = (article.effects, packs[pack])
      let lifting = own.articles(exempting: id).filter { other in
        let lifted = other.effects.exempts?.effects ?? []
        return lifted.isEmpty || (effects.classifies != nil && lifted.contains("classifies"))
      }
      return [article.when, effects.classifies?.unless, effects.exempts?.unless].compactMap { $0 }
        .flatMap { asked(in: $0, pack, versions) } + lifting.map { .article(pack: pack, $0.id) }
    }
  }

  /// The classes and steps for which a condition asks, in the version that its pack may mean.
  private func asked(in condition: Condition, _ pack: Int, _ versions: [String: [Int]]) -> [Rule] {
    condition.dependences([]).flatMap { leaf -> [Rule] in
      switch leaf {
      case .classified(_, let name):
        (name.pack == packs[pack].id ? [pack] : versions[name.pack] ?? []).map { .class(pack: $0, name.name) }
      case .tier(_, let step): [.step(pack: pack, step)]
      default: []
      }
    }
  }

  private func name(of rule: Rule) -> String {
    switch rule {
    case .class(let pack, let name): "\(packs[pack].id):\(name)"
    case .step(_, let name), .article(_, let name): name
    }
  }

  private func loop(_ names: [String], _ mark: Mark?, _ field: String?) -> Problem {
    Problem(
      .loop, at: mark, field: field, rule: Phrase.ruleLoop.with(.code(names.joined(separator: " → "))),
      remedy: Phrase.breakLoop.message)
  }
}

extension Condition {
  /// The leaves that are not asked of an ancestor: lineage has no way back. `ancestors`: the names of such.
  fileprivate func dependences(_ ancestors: Set<String>) -> [Condition] {
    switch self {
    case .all(let parts), .any(let parts): return parts.flatMap { $0.dependences(ancestors) }
    case .not(let part): return part.dependences(ancestors)
    case .some(let set), .every(let set):
      let isBehind = ["originals", "ancestors"].contains(set.set)
      let inner = isBehind ? ancestors.union([set.name]) : ancestors.subtracting([set.name])
      return set.suchThat?.dependences(inner) ?? []
    case .ordered(_, let name, let inner):
      return inner?.dependences(ancestors.subtracting([name ?? ""])) ?? []
    case .ratio(let test):
      return test.fallback?.conditions.flatMap { $0.dependences(ancestors) } ?? []
    case .classified(let path, _), .tier(let path, _): return ancestors.contains(path.head) ? [] : [self]
    default: return []
    }
  }
}

extension RatioTest.Fallback {
  /// Every condition in it.
  var conditions: [Condition] { [given] + cases.compactMap(\.condition) }
}

extension Problem.Code {
  /// Guidance, exemptions, classes or steps that lead back to themselves.
  public static let loop = Self(rawValue: "loop")
}
