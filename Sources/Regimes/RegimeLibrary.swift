public import Lineage
import Measures
public import Records

/// The packs that are loaded, with what they define.
public struct RegimeLibrary: Sendable {
  /// The packs, by id and version.
  public let packs: [RegimePack]

  private let conventions: [String: CountingConvention]
  private let givers: [ClassName: [(pack: Int, article: Int)]]

  /// Checks that no pack is there twice and that every class, step and convention that a pack names is
  /// defined by one of them.
  /// - Throws: ``Problems``.
  public init(_ packs: [RegimePack]) throws(Problems) {
    self.packs = packs.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    var conventions: [String: CountingConvention] = [:]
    var givers: [ClassName: [(pack: Int, article: Int)]] = [:]
    var problems: [Problem] = []
    for (index, pack) in self.packs.enumerated() {
      if index > 0, self.packs[index - 1].id == pack.id, self.packs[index - 1].version == pack.version {
        problems.append(
          Problem(
            .duplicatePack, at: pack.articles.first?.mark,
            rule: Phrase.duplicatePack.with(.code(pack.id), .code(pack.version)),
            remedy: Phrase.removeIt.message))
      }
      for (name, source) in pack.conventions {
        conventions["\(pack.id):\(name)"] = source.resolved(pack.parameters)
      }
      for (position, article) in pack.articles.enumerated() {
        if let name = article.effects.classifies?.name { givers[name, default: []].append((index, position)) }
      }
    }
    self.conventions = conventions
    self.givers = givers
    problems += undefined() + exemptionLoops()
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// The pack of that id; of several versions the last.
  public func pack(_ id: String) -> RegimePack? { packs.last { $0.id == id } }

  /// The counting convention `pack:name`.
  public func convention(_ name: String) -> CountingConvention? { conventions[name] }

  /// Every convention, by name.
  public var conventionNames: [String] { conventions.keys.sorted() }

  /// The articles that give a class.
  func articles(giving name: ClassName) -> [(pack: RegimePack, article: Article)] {
    (givers[name] ?? []).map { (packs[$0.pack], packs[$0.pack].articles[$0.article]) }
  }

  /// Names that no loaded pack defines. A class of a pack that is not loaded cannot be excluded and is no
  /// mistake.
  private func undefined() -> [Problem] {
    packs.flatMap { pack in
      pack.articles.flatMap { article in
        article.conditions.flatMap(\.leaves).compactMap { leaf -> Problem? in
          switch leaf {
          case .classified(_, let name) where self.pack(name.pack) != nil && givers[name] == nil:
            return problem(article, Phrase.unknownClass.with(.code("\(name)")))
          case .tier(_, let step) where !pack.scales.contains { $0.steps.contains { $0.name == step } }:
            return problem(article, Phrase.unknownStep.with(.code(step)))
          default:
            let missing = leaf.conventions.first { name, quantity in
              conventions[name].map { $0.measures.rawValue != quantity }
                ?? (self.pack(String(name.prefix { $0 != ":" })) != nil)
            }?.name
            return missing.map { problem(article, Phrase.unknownConvention.with(.code($0))) }
          }
        }
      }
    }
  }

  /// Articles that exempt each other in a circle.
  private func exemptionLoops() -> [Problem] {
    packs.flatMap { pack in
      pack.articles.compactMap { article -> Problem? in
        var reached: Set<String> = []
        var next = article.effects.exempts?.articles ?? []
        while let id = next.popLast() {
          guard reached.insert(id).inserted else { continue }
          next += pack.article(id)?.effects.exempts?.articles ?? []
        }
        guard reached.contains(article.id) else { return nil }
        return problem(article, Phrase.exemptionLoop.with(.code(article.id)))
      }
    }
  }

  private func problem(_ article: Article, _ rule: Message) -> Problem {
    Problem(
      .unknownDefinition, at: article.mark, field: article.id, rule: rule, remedy: Phrase.rewriteIt.message)
  }
}

extension Article {
  /// Every condition in it.
  var conditions: [Condition] {
    [
      when, effects.classifies?.unless, effects.closes?.unless, effects.exempts?.unless,
      effects.defers?.unless,
    ].compactMap { $0 } + effects.obliges.compactMap(\.unless)
  }
}

extension Condition {
  /// The conditions without parts of their own, here and below.
  var leaves: [Condition] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    case .some(let set), .every(let set): set.suchThat?.leaves ?? []
    case .ordered(_, _, let inner): [self] + (inner?.leaves ?? [])
    case .ratio(let test):
      [self]
        + (test.fallback.map { $0.given.leaves + $0.cases.compactMap(\.condition).flatMap(\.leaves) } ?? [])
    default: [self]
    }
  }

  /// The counting conventions that it names, each with the quantity that it must measure.
  var conventions: [(name: String, quantity: String)] {
    let quantities: [QuantityReference] =
      switch self {
      case .quantity(let test): [test.quantity]
      case .ratio(let test): [test.of, test.over]
      default: []
      }
    return quantities.compactMap { quantity in quantity.convention.map { ($0, quantity.name) } }
  }
}
