package import Measures

/// One way to settle what cannot be told: what would have to be found of some open facts.
package struct Settling: Hashable, Sendable {
  /// What would have to be found of one fact.
  package struct Finding: Hashable, Sendable {
    /// What is open.
    package let fact: OpenFact
    /// What is asked, in words.
    let asked: Message
    /// What would have to be found.
    package let outcome: Outcome
  }

  /// What may be found of an open fact.
  package enum Outcome: Hashable, Sendable {
    /// Whether it is so.
    case answer(Bool)
    /// One of these words.
    case words(Set<String>)
    /// Any other word than these.
    case otherThan(Set<String>)
    /// A quantity within one of these spans.
    case within([Span], Dimension)
  }

  /// What lies between two places; `nil`: without that end.
  package struct Span: Hashable, Sendable {
    /// From here on.
    package let from: Cut?
    /// Up to here.
    package let to: Cut?
  }

  /// What would have to be found, of as few facts as settle the question.
  package let findings: [Finding]
  /// The answer that follows, whatever the other open facts are.
  package let verdict: Verdict
}

/// What would settle an explanation that cannot be excluded.
///
/// An explanation says how its verdict follows from those below it, down to clauses that ask for something open. So it
/// is a condition on open facts, and the smallest sets of facts that make it hold or fail are its smallest cases.
package struct Settlings {
  /// The ways, those that need least first.
  package private(set) var ways: [Settling] = []
  /// Whether no way was left out.
  package private(set) var isWhole = true

  /// What settles `explanation`.
  package init(_ explanation: Explanation) {
    guard explanation.verdict == .cannotBeExcluded else { return }
    var search = Search()
    search.collect(explanation)
    let (holds, fails) = search.covers(explanation)
    for (cover, verdict) in [(holds, Verdict.holds), (fails, .fails)] {
      let smallest = cover.smallest(search.everything)
      isWhole = isWhole && smallest.isWhole
      ways += smallest.cases.map { Settling(findings: search.findings($0), verdict: verdict) }
    }
  }

  /// Those that ask only for facts that have a name of their own.
  package var ofNamedFacts: Settlings {
    var result = self
    result.ways = ways.filter { way in way.findings.allSatisfy { !$0.fact.about.isEmpty } }
    return result
  }

  /// At most so many ways of each answer.
  package func first(_ most: Int) -> Settlings {
    var result = self
    result.ways = [.holds, .fails].flatMap { verdict in ways.filter { $0.verdict == verdict }.prefix(most) }
    result.isWhole = isWhole && result.ways.count == ways.count
    return result
  }
}

/// The open facts of an explanation, numbered, and the covers of its clauses.
private struct Search {
  private struct Open {
    let fact: OpenFact
    let words: Message
    var outcomes: Outcomes
  }

  /// What a fact may turn out to be, as far as any clause asks.
  private enum Outcomes {
    case answer
    /// The words that are asked for; one more outcome stands for every other word.
    case words([String])
    case quantity(Dimension, [Cut])

    var count: Int {
      switch self {
      case .answer: 2
      case .words(let words): words.count + 1
      case .quantity(_, let cuts): cuts.count + 1
      }
    }
  }

  typealias Covers = (holds: Cover, fails: Cover)

  /// What tells one open fact from another: what it is, or the one clause that asks for nothing that has a name.
  private enum Key: Hashable {
    case fact(OpenFact)
    case clause(ObjectIdentifier)

    init(_ explanation: Explanation) {
      self = explanation.asking.map { .fact($0.fact) } ?? .clause(explanation.identity)
    }
  }

  private var open: [Open] = []
  private var numbers: [Key: Int] = [:]
  private var seen: Set<ObjectIdentifier> = []
  private var known: [ObjectIdentifier: Covers] = [:]

  /// All outcomes of each fact.
  var everything: [UInt64] { open.map { Self.bits(0..<$0.outcomes.count) } }

  private static func bits(_ range: Range<Int>) -> UInt64 {
    range.reduce(0) { $0 | 1 << UInt64($1) }
  }

  /// Finds what is open, and every place where clauses cut it.
  mutating func collect(_ explanation: Explanation) {
    guard explanation.verdict == .cannotBeExcluded || explanation.join != .alone,
      seen.insert(explanation.identity).inserted
    else { return }
    for part in explanation.parts where explanation.join != .alone { collect(part) }
    guard explanation.join == .alone, explanation.verdict == .cannotBeExcluded else { return }
    let asking = Self.asking(explanation)
    let key = Key(explanation)
    let number = numbers[key] ?? open.count
    if number == open.count {
      numbers[key] = number
      open.append(Open(fact: asking.fact, words: asking.words, outcomes: .answer))
    }
    switch (asking.wanted, open[number].outcomes) {
    case (.answer, _): break
    case (.words(let words), .words(let others)):
      open[number].outcomes = .words(Array(words.union(others)).sorted())
    case (.words(let words), _): open[number].outcomes = .words(words.sorted())
    case (.quantity(_, _, let cut, _), .quantity(let dimension, let cuts)):
      // More places than there are bits are not told apart: what asks for them settles nothing.
      guard cuts.count < 62 else { break }
      open[number].outcomes = .quantity(dimension, Array(Set(cuts + [cut])).sorted())
    case (.quantity(_, let dimension, let cut, _), _): open[number].outcomes = .quantity(dimension, [cut])
    }
  }

  /// What a clause asks that names nothing of its own: whether it is so.
  private static func asking(_ explanation: Explanation) -> Asking {
    explanation.asking ?? Asking(OpenFact(about: "", explanation.code), explanation.clause)
  }

  /// When a clause holds, and when it does not.
  mutating func covers(_ explanation: Explanation) -> Covers {
    if let known = known[explanation.identity] { return known }
    let made: Covers
    switch explanation.join {
    case .alone: made = alone(explanation)
    case .not:
      let part = explanation.parts.first.map { covers($0) } ?? (.always, .never)
      made = (part.fails, part.holds)
    case .any, .all, .unless, .onlyWithout:
      var parts = explanation.parts.map { covers($0) }
      if explanation.join == .unless || explanation.join == .onlyWithout {
        for index in parts.indices.dropFirst() { parts[index] = (parts[index].fails, parts[index].holds) }
      }
      made =
        explanation.join == .any
        ? (parts.reduce(.never) { $0.or($1.holds) }, parts.reduce(.always) { $0.and($1.fails) })
        : (parts.reduce(.always) { $0.and($1.holds) }, parts.reduce(.never) { $0.or($1.fails) })
    }
    known[explanation.identity] = made
    return made
  }

  private func alone(_ explanation: Explanation) -> Covers {
    switch explanation.verdict {
    case .holds: return (.always, .never)
    case .fails: return (.never, .always)
    case .cannotBeExcluded: break
    }
    let asking = Self.asking(explanation)
    guard let number = numbers[Key(explanation)] else { return (.never, .never) }
    let outcomes = open[number].outcomes
    let all = Self.bits(0..<outcomes.count)
    let holding: UInt64
    switch (asking.wanted, outcomes) {
    case (.answer, .answer): holding = 1
    case (.words(let wanted), .words(let words)):
      holding = words.indices.reduce(0) { wanted.contains(words[$1]) ? $0 | 1 << UInt64($1) : $0 }
    case (.quantity(_, _, let cut, let isBelow), .quantity(_, let cuts)):
      guard let place = cuts.firstIndex(of: cut) else { return (.never, .never) }
      holding = isBelow ? Self.bits(0..<place + 1) : all & ~Self.bits(0..<place + 1)
    // Two clauses that ask for one fact in different ways: neither settles it.
    default: return (.never, .never)
    }
    return (Cover(number, holding, of: all), Cover(number, ~holding, of: all))
  }

  private static func spans(_ allowed: UInt64, _ cuts: [Cut]) -> [Settling.Span] {
    var spans: [Settling.Span] = []
    var from: Int?
    for place in 0...cuts.count + 1 {
      let isAllowed = place <= cuts.count && allowed >> UInt64(place) & 1 == 1
      if isAllowed, from == nil { from = place }
      if !isAllowed, let first = from {
        spans.append(
          .init(from: first == 0 ? nil : cuts[first - 1], to: place > cuts.count ? nil : cuts[place - 1]))
        from = nil
      }
    }
    return spans
  }

  /// A case in words.
  func findings(_ one: Cover.Case) -> [Settling.Finding] {
    // Facts without names may be asked alike: then they stand in the order in which they are met.
    one.allowed.sorted { left, right in
      let (a, b) = (open[left.key].fact, open[right.key].fact)
      return a == b ? left.key < right.key : a < b
    }.map { number, allowed in
      let open = open[number]
      let outcome: Settling.Outcome
      switch open.outcomes {
      case .answer: outcome = .answer(allowed == 1)
      case .words(let words):
        let isAllowed = { (place: Int) in allowed >> UInt64(place) & 1 == 1 }
        outcome =
          isAllowed(words.count)
          ? .otherThan(Set(words.indices.filter { !isAllowed($0) }.map { words[$0] }))
          : .words(Set(words.indices.filter(isAllowed).map { words[$0] }))
      case .quantity(let dimension, let cuts):
        outcome = .within(Self.spans(allowed, cuts), dimension)
      }
      return Settling.Finding(fact: open.fact, asked: open.words, outcome: outcome)
    }
  }
}
