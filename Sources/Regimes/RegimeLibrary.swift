public import Lineage
import Measures
public import Records

/// The packs that are loaded, with what they define.
public struct RegimeLibrary: Sendable {
  /// The packs, by id and version.
  public let packs: [RegimePack]

  private let conventions: [ConventionKey: CountingConvention]
  let givers: [ClassName: [(pack: Int, article: Int)]]
  /// For each pack, by its digest, and article the sets in which it falls.
  private var falling: [String: [String: [String]]] = [:]

  /// A convention of one version of a pack.
  private struct ConventionKey: Hashable {
    let pack: String
    let version: String
    let name: String
  }

  /// Checks that no pack is there twice and that every class, step and convention that a pack names is
  /// defined by one of them.
  /// - Throws: ``Problems``.
  public init(_ packs: [RegimePack]) throws(Problems) {
    var problems: [Problem] = []
    self.init(packs, &problems)
    guard problems.isEmpty else { throw Problems(problems) }
  }

  /// The packs whatever is wrong with them, and what is.
  init(_ packs: [RegimePack], _ problems: inout [Problem]) {
    self.packs = packs.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    var conventions: [ConventionKey: CountingConvention] = [:]
    let several = Set(Dictionary(grouping: packs, by: \.id).filter { $0.value.count > 1 }.keys)
    var givers: [ClassName: [(pack: Int, article: Int)]] = [:]
    for (index, pack) in self.packs.enumerated() {
      if index > 0, self.packs[index - 1].id == pack.id, self.packs[index - 1].version == pack.version {
        problems.append(
          Problem(
            .duplicatePack, at: pack.mark, field: "regime",
            rule: Phrase.duplicatePack.with(.quoted(pack.id), .quoted(pack.version)),
            remedy: Phrase.removeIt.message))
      }
      for (name, source) in pack.conventions {
        var convention = source.resolved(pack.parameters)
        if several.contains(pack.id) { convention.name = "\(pack.id)@\(pack.version):\(name)" }
        conventions[ConventionKey(pack: pack.id, version: pack.version, name: name)] = convention
      }
      for (position, article) in pack.articles.enumerated() {
        // Only the pack itself and what interprets it give its classes.
        if let name = article.effects.classifies?.name, pack.id == name.pack || pack.interprets == name.pack {
          givers[name, default: []].append((index, position))
        }
      }
    }
    self.conventions = conventions
    self.givers = givers
    problems += undefined() + loops() + undeclaredFalls()
    for pack in self.packs {
      // Two articles of one name were reported where the pack was read.
      falling[pack.digest] = Dictionary(
        pack.articles.map { ($0.id, fallingSets($0)) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The sets in which an article falls, by its own declaration or by that of a class that it asks for.
  func antitone(_ article: Article, of pack: RegimePack) -> [String] {
    falling[pack.digest]?[article.id] ?? []
  }

  /// The pack of that id, or `id@version`; of several versions the last.
  public func pack(_ id: String) -> RegimePack? {
    packs.last { $0.id == id || "\($0.id)@\($0.version)" == id }
  }

  /// The version of a pack that `reader` means: its own if it is that pack, else the last in force at `instant`, else
  /// the last.
  func pack(_ id: String, meantBy reader: RegimePack, at instant: Instant) -> RegimePack? {
    if reader.id == id { return reader }
    return packs.last { $0.id == id && $0.isInForce(at: instant) } ?? pack(id)
  }

  /// The counting convention `pack:name`, or `pack@version:name`; of several versions the last.
  public func convention(_ name: String) -> CountingConvention? {
    guard let colon = name.lastIndex(of: ":"), let pack = pack(String(name[..<colon])) else { return nil }
    return convention(String(name[name.index(after: colon)...]), of: pack)
  }

  /// A convention of that pack.
  func convention(_ name: String, of pack: RegimePack) -> CountingConvention? {
    conventions[ConventionKey(pack: pack.id, version: pack.version, name: name)]
  }

  /// Every convention, by name; with the version where several are loaded.
  public var conventionNames: [String] { conventions.values.map(\.name).sorted() }

  /// The articles that give a class, each pack in the version that `reader` means.
  func articles(giving name: ClassName, meantBy reader: RegimePack, at instant: Instant)
    -> [(pack: RegimePack, article: Article)]
  {
    (givers[name] ?? []).map { (packs[$0.pack], packs[$0.pack].articles[$0.article]) }
      .filter { giver, _ in pack(giver.id, meantBy: reader, at: instant)?.version == giver.version }
  }

  /// Whether any condition asks for the models of a party.
  var asksForModels: Bool {
    packs.contains { pack in pack.conditions.contains { $0.condition.asks(for: "models") } }
  }

  /// Every article that gives a class, whatever the version of its pack.
  func articles(giving name: ClassName) -> [Article] {
    (givers[name] ?? []).map { packs[$0.pack].articles[$0.article] }
  }

  /// Whether any article gives a class.
  func isGiven(_ name: ClassName) -> Bool { givers[name] != nil }

  /// Names that no loaded pack defines. A class of a pack that is not loaded cannot be excluded and is no
  /// mistake.
  private func undefined() -> [Problem] {
    packs.flatMap { pack in
      pack.conditions.flatMap { place in
        place.condition.leaves.compactMap { leaf in
          mistake(leaf, pack).map {
            Problem(
              .unknownDefinition, at: place.mark, field: place.field, rule: $0,
              remedy: Phrase.rewriteIt.message)
          }
        }
      }
    }
  }

  /// What a clause names that no loaded pack defines.
  private func mistake(_ leaf: Condition, _ pack: RegimePack) -> Message? {
    switch leaf {
    case .classified(_, let name) where self.pack(name.pack) != nil && !isGiven(name):
      Phrase.unknownClass.with(.quoted("\(name)"))
    case .tier(_, let step) where !pack.scales.contains { $0.steps.contains { $0.name == step } }:
      Phrase.unknownStep.with(.quoted(step))
    default: leaf.quantities.lazy.compactMap { self.mistake($0, pack) }.first
    }
  }

  /// What is wrong with the convention under which a quantity is counted.
  private func mistake(_ quantity: QuantityReference, _ pack: RegimePack) -> Message? {
    guard let name = quantity.convention else {
      // What is computed is computed under one, which says how.
      let isCounted = CountingConvention.Measure(rawValue: quantity.name) != nil
      return isCounted ? Phrase.needsConvention.with(.code(quantity.name)) : nil
    }
    guard let owner = name.hasPrefix("\(pack.id):") ? pack : self.pack(String(name.prefix { $0 != ":" }))
    else {
      return nil
    }
    guard let convention = convention(String(name.drop { $0 != ":" }.dropFirst()), of: owner) else {
      return Phrase.unknownConvention.with(.quoted(name))
    }
    guard convention.measures.rawValue != quantity.name else { return nil }
    return Phrase.conventionMeasuresAnother.with(.code(name), .code(quantity.name))
  }
}

extension RegimePack {
  /// Every condition in it, with the place to name where one is wrong.
  var conditions: [(condition: Condition, field: String, mark: Mark)] {
    let steps = scales.flatMap(\.steps).compactMap { step in step.when.map { ($0, step.name, step.mark) } }
    return articles.flatMap { article in article.conditions.map { ($0, article.id, article.mark) } }
      + steps + [nexus.map { ($0.when, "nexus", $0.mark) }].compactMap { $0 }
  }
}

extension Article {
  /// Every condition in it.
  var conditions: [Condition] {
    [
      when, effects.classifies?.unless, effects.closes?.unless, effects.exempts?.unless,
      effects.defers?.unless,
    ].compactMap { $0 } + effects.obliges.compactMap(\.unless) + effects.permits.compactMap(\.unless)
      + effects.retains.compactMap(\.unless)
  }
}

extension Condition {
  /// Whether several conditions are joined in it.
  package var isOfSeveral: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1
    case .some(let test), .every(let test): test.suchThat?.isOfSeveral == true
    default: false
    }
  }

  /// The conditions without parts of their own, here and below.
  var leaves: [Condition] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    case .some(let set), .every(let set): set.suchThat?.leaves ?? []
    case .ordered(_, _, let inner): [self] + (inner?.leaves ?? [])
    case .ratio(let test):
      [self] + (test.fallback?.conditions.flatMap(\.leaves) ?? [])
    default: [self]
    }
  }

  /// Whether it looks at the members of a set, here or below.
  func asks(for set: String) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.asks(for: set) }
    case .not(let part): part.asks(for: set)
    case .some(let test), .every(let test): test.set == set || test.suchThat?.asks(for: set) == true
    case .ordered(_, _, let inner): inner?.asks(for: set) == true
    case .ratio(let test):
      test.fallback?.conditions.contains { $0.asks(for: set) } ?? false
    default: false
    }
  }

  /// The comparisons of the subject's own quantities, here and below.
  var comparisons: [QuantityTest] {
    leaves.compactMap { leaf in
      guard case .quantity(let test) = leaf, test.quantity.of.isOfSubject else { return nil }
      return test
    }
  }

  /// Whether it asks for a share of one quantity in another, here or below.
  var asksForShares: Bool {
    leaves.contains { leaf in
      if case .ratio = leaf { true } else { false }
    }
  }

  /// The quantities that it compares.
  var quantities: [QuantityReference] {
    switch self {
    case .quantity(let test): [test.quantity]
    case .ratio(let test): [test.of, test.over]
    default: []
    }
  }
}
