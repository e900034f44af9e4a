import Measures
public import Records

/// Which quantities make what an article does fall when they grow. More compute never opens a gate; where the law's own
/// words want it otherwise, the article declares the set in which it falls (`antitone-in`).
extension RegimeLibrary {
  /// Articles in which something falls without a declaration.
  func undeclaredFalls() -> [Problem] {
    // What falls twice in one place is said once.
    func problems(_ falls: [Article.Fall], at mark: Mark, _ name: String) -> [Problem] {
      Set(falls.map(\.what)).sorted().map { what in
        Problem(
          .undeclaredFall, at: mark, field: name, rule: Phrase.undeclaredFall.with(.code(what)),
          remedy: Phrase.declareAntitone.message)
      }
    }
    return packs.flatMap { pack -> [Problem] in
      // Steps and a nexus bind.
      let steps = pack.scales.flatMap(\.steps).flatMap { step in
        problems(step.when?.falls(growing: true, [:]) ?? [], at: step.mark, step.name)
      }
      let nexus = pack.nexus.map { problems($0.when.falls(growing: true, [:]), at: $0.mark, "nexus") }
      let articles = pack.articles.flatMap { article in
        problems(
          article.falls.filter { $0.set != article.antitoneIn || $0.set == nil }, at: article.mark, article.id
        )
      }
      return steps + (nexus ?? []) + articles
    }
  }

  /// The sets in which an article says that it falls, and those of the articles that give the classes it asks for.
  func fallingSets(_ article: Article) -> [String] {
    var sets: Set<String> = []
    var seen: Set<ClassName> = []
    var open = [article]
    while let next = open.popLast() {
      if let set = next.antitoneIn { sets.insert(set) }
      for case .classified(_, let name) in next.conditions.flatMap(\.leaves) where seen.insert(name).inserted
      {
        open += articles(giving: name)
      }
    }
    return sets.sorted()
  }
}

extension Article {
  /// What falls when something grows: what grows, and the set whose member it belongs to.
  struct Fall {
    let what: String
    let set: String?
  }

  /// What binds must grow with the quantities that it asks for, and what frees must shrink.
  var falls: [Fall] {
    let isFreeing = effects.exempts != nil || effects.defers != nil
    // Permissions neither bind nor free.
    var falls = effects.bind || isFreeing ? when?.falls(growing: effects.bind, [:]) ?? [] : []
    let lifting =
      [effects.classifies?.unless, effects.closes?.unless].compactMap { $0 }
      + effects.obliges.compactMap(\.unless) + effects.retains.compactMap(\.unless)
    for condition in lifting { falls += condition.falls(growing: false, [:]) }
    // What takes a freedom back binds.
    for condition in [effects.exempts?.unless, effects.defers?.unless].compactMap({ $0 }) {
      falls += condition.falls(growing: true, [:])
    }
    return falls
  }
}

extension Condition {
  /// What makes this condition change the wrong way when it grows. `growing`: it should hold the more.
  fileprivate func falls(growing: Bool, _ names: [String: String]) -> [Article.Fall] {
    func wrong(_ grows: Bool, _ what: String, _ path: Path) -> [Article.Fall] {
      grows == growing ? [] : [Article.Fall(what: what, set: names[path.head])]
    }
    func members(_ test: SetTest, existence: Bool) -> [Article.Fall] {
      let inner = names.merging([test.name: test.set]) { _, new in new }
      // A model with an original counts what the original counted, and anybody may declare one deployment more: having
      // a member is more, not less.
      let own = existence != growing ? [Article.Fall(what: test.set, set: test.set)] : []
      return own + (test.suchThat?.falls(growing: growing, inner) ?? [])
    }
    switch self {
    case .all(let parts), .any(let parts): return parts.flatMap { $0.falls(growing: growing, names) }
    case .not(let part): return part.falls(growing: !growing, names)
    case .quantity(let test):
      return wrong(test.comparator.growsWithQuantity, test.quantity.name, test.quantity.of)
    case .ratio(let test):
      let grows = test.comparator.growsWithQuantity
      // Which value stands in for the divisor may turn either way with what its cases ask for.
      let cases = (test.fallback?.conditions ?? []).flatMap {
        $0.falls(growing: true, names) + $0.falls(growing: false, names)
      }
      return wrong(grows, test.of.name, test.of.of) + wrong(!grows, test.over.name, test.over.of) + cases
    case .classified(let path, let name): return wrong(true, "\(name)", path)
    case .tier(let path, let step): return wrong(true, step, path)
    case .some(let test): return members(test, existence: true)
    case .every(let test): return members(test, existence: false)
    case .ordered(_, _, let inner): return inner?.falls(growing: growing, names) ?? []
    case .rating, .attribute, .date, .attested: return []
    }
  }
}

extension Problem.Code {
  /// An article in which something falls when a quantity grows, without saying so.
  public static let undeclaredFall = Self(rawValue: "undeclared-fall")
}
