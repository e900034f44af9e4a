import Measures
package import Records

/// Everything that is wrong in packs, and what they do not need: what the reader refuses, and what only shows once packs
/// are looked at whole.
package struct Lint {
  /// One thing that was found.
  package struct Finding: Hashable {
    /// What it is, where, and what to do.
    package let problem: Problem
    /// Whether it is a mistake; else a remark, and the pack does what it says.
    package let isMistake: Bool
  }

  /// A pack as it was read from its file.
  package struct Text {
    let tree: Node
    let digest: String

    /// Creates one.
    package init(_ tree: Node, digest: String) {
      self.tree = tree
      self.digest = digest
    }

    /// Whether it names packs that must be looked at with it.
    package var usesOthers: Bool { tree["uses"] != nil || tree["interprets"] != nil }
  }

  /// What was found, in the order of files and lines.
  package let findings: [Finding]
  /// The packs that could be read whole, in the order of their texts.
  package let packs: [RegimePack]

  /// Looks at packs, together with those of `others` that they use.
  package init(_ texts: [Text], beside others: [RegimePack], _ vocabulary: Vocabulary, _ places: Places) {
    var mistakes: [Problem] = []
    var packs: [RegimePack] = []
    var remarks: [Problem] = []
    for text in texts {
      let read = PackReader.reading(
        text.tree, digest: text.digest, vocabulary: vocabulary, places: places)
      mistakes += read.problems
      guard let pack = read.pack else { continue }
      packs.append(pack)
      remarks += pack.unusedParameters(text.tree)
    }
    self.packs = packs
    let library = RegimeLibrary(packs + Self.used(by: packs, others), &mistakes)
    let formulas = FormulaReader(library)
    for pack in packs {
      mistakes += pack.noOrders + pack.missingUses + pack.wrongSubjects(vocabulary, library)
      mistakes += pack.unreachable(formulas) + pack.scaleMistakes(formulas)
      remarks += pack.needlessUses(library) + pack.needlessDeclarations(library)
    }
    findings =
      Problems(mistakes).list.unique.map { Finding(problem: $0, isMistake: true) }
      + Problems(remarks).list.unique.map { Finding(problem: $0, isMistake: false) }
  }

  /// Those of `others` that packs use or interpret, and those that these use in turn; not other texts of the same pack.
  private static func used(by packs: [RegimePack], _ others: [RegimePack]) -> [RegimePack] {
    let own = Set(packs.map { "\($0.id)@\($0.version)" })
    var found: [RegimePack] = []
    var wanted = packs.flatMap { $0.uses + [$0.interprets].compactMap { $0 } }
    var seen: Set<String> = []
    while let id = wanted.popLast() {
      guard seen.insert(id).inserted else { continue }
      for other in others where other.id == id && !own.contains("\(id)@\(other.version)") {
        found.append(other)
        wanted += other.uses + [other.interprets].compactMap { $0 }
      }
      // Guidance gives classes of what it interprets.
      for other in others where other.interprets == id { wanted.append(other.id) }
    }
    return found
  }
}

extension [Problem] {
  /// The same problems, each once.
  fileprivate var unique: [Problem] {
    var seen: Set<Problem> = []
    return filter { seen.insert($0).inserted }
  }
}

extension RegimePack {
  func problem(_ code: Problem.Code, _ field: String, at mark: Mark, _ rule: Message, _ remedy: Message)
    -> Problem
  {
    Problem(code, at: mark, field: field, rule: rule, remedy: remedy)
  }

  /// Parameters that nothing asks for, unless they are only shown.
  fileprivate func unusedParameters(_ tree: Node) -> [Problem] {
    let named = tree.scalars.filter { $0.hasPrefix("$") }.map { String($0.dropFirst()) }
    let used = Set(named)
    return (tree["parameters"]?.entries ?? []).compactMap { entry in
      guard !used.contains(entry.key), parameters[entry.key]?.isContext == false else { return nil }
      return problem(
        .unused, "parameters.\(entry.key)", at: entry.mark,
        Phrase.unusedParameter.with(.quoted(entry.key)), Phrase.removeOrContext.message)
    }
  }

  /// Other packs whose names it uses, each with the first place.
  private var named: [(pack: String, field: String, mark: Mark)] {
    let asked = conditions.flatMap { place in
      place.condition.leaves.flatMap { leaf -> [String] in
        let conventions = leaf.quantities.compactMap(\.convention).map { String($0.prefix { $0 != ":" }) }
        if case .classified(_, let name) = leaf { return conventions + [name.pack] }
        return conventions
      }.map { ($0, place.field, place.mark) }
    }
    let given = articles.compactMap { article in
      article.effects.classifies.map { ($0.name.pack, article.id, article.mark) }
    }
    return (asked + given).filter { $0.0 != id }
  }

  /// What is `ordered` and is no order to records: of such, saying it again keeps no first day.
  fileprivate var noOrders: [Problem] {
    conditions.flatMap { place in
      place.condition.leaves.compactMap { leaf in
        guard case .ordered(let test, _, _) = leaf, !Kinds.orders.contains(test.kind) else { return nil }
        return problem(
          .notAnOrder, place.field, at: place.mark, Phrase.notAnOrder.with(.code(test.kind)),
          Phrase.oneOf.with(.code(Kinds.orders.sorted().joined(separator: ", "))))
      }
    }
  }

  fileprivate var missingUses: [Problem] {
    var seen = Set(uses)
    return named.filter { seen.insert($0.pack).inserted }.map { place in
      problem(
        .missingUse, place.field, at: place.mark, Phrase.missingUse.with(.code(place.pack)),
        Phrase.addUse.with(.code(place.pack)))
    }
  }

  fileprivate func needlessUses(_ library: RegimeLibrary) -> [Problem] {
    let needed = Set(named.map(\.pack))
    return Set(uses).sorted().compactMap { use in
      if library.pack(use) == nil {
        return problem(
          .notLoaded, "uses", at: mark, Phrase.usedNotLoaded.with(.code(use)), Phrase.loadIt.message)
      }
      if needed.contains(use) { return nil }
      return problem(.unused, "uses", at: mark, Phrase.unusedUse.with(.code(use)), Phrase.removeIt.message)
    }
  }

  /// Declarations of articles in which nothing falls, neither by their own words nor by those of a class.
  fileprivate func needlessDeclarations(_ library: RegimeLibrary) -> [Problem] {
    articles.compactMap { article in
      guard let set = article.antitoneIn, !article.falls.contains(where: { $0.set == set }) else {
        return nil
      }
      let classes = article.conditions.flatMap(\.leaves).compactMap { leaf in
        if case .classified(_, let name) = leaf { name } else { nil }
      }
      let givers = classes.flatMap { library.articles(giving: $0) }
      if givers.contains(where: { library.fallingSets($0).contains(set) }) { return nil }
      return problem(
        .needlessAntitone, article.id, at: article.mark, Phrase.nothingFalls.with(.code(set)),
        Phrase.removeAntitone.message)
    }
  }
}

extension Node {
  /// Every scalar here and below.
  fileprivate var scalars: [String] {
    switch content {
    case .scalar(let text): [text]
    case .list(let elements): elements.flatMap(\.scalars)
    case .map(let entries): entries.flatMap(\.value.scalars)
    }
  }
}

extension Problem.Code {
  /// Something in a pack that nothing asks for.
  static let unused = Self(rawValue: "unused")
  /// `ordered` of a kind that records do not know as an order.
  static let notAnOrder = Self(rawValue: "not-an-order")
  /// A pack whose names are used without `uses`.
  static let missingUse = Self(rawValue: "missing-use")
  /// A pack under `uses` that is not here.
  static let notLoaded = Self(rawValue: "not-loaded")
  /// `antitone-in` where nothing falls.
  static let needlessAntitone = Self(rawValue: "needless-antitone")
}
