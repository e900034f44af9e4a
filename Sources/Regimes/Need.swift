package import Measures

/// The answers of which a clause is in want, as far as they are all needed or each enough.
package indirect enum Need: Hashable, Sendable {
  /// A clause, as the answer that it needs.
  case answer(Answer)
  /// Each of these; of none, nothing is needed.
  case all([Need])
  /// One of these; of none, nothing helps.
  case any([Need])

  /// A clause that must hold, or `not` and one that must be ruled out.
  package struct Answer: Hashable, Sendable {
    /// What is asked.
    package let explanation: Explanation

    /// Whether both ask the same.
    package static func == (left: Answer, right: Answer) -> Bool {
      left.explanation.code == right.explanation.code && left.explanation.clause == right.explanation.clause
    }

    /// Hashes what tells answers apart.
    package func hash(into hasher: inout Hasher) { hasher.combine(explanation.code) }
  }

  /// Nothing helps.
  static let impossible = any([])

  /// Each answer that it names.
  package var answers: [Explanation] {
    switch self {
    case .answer(let answer): [answer.explanation]
    case .all(let needs), .any(let needs): needs.flatMap(\.answers)
    }
  }

  /// Whether it has nothing but answers in it, side by side.
  var isFlat: Bool {
    switch self {
    case .answer: true
    case .all(let needs), .any(let needs):
      needs.allSatisfy { if case .answer = $0 { true } else { false } }
    }
  }

  /// All of `needs`, said as shortly as they may be.
  static func each(_ needs: [Need]) -> Need {
    if needs.contains(.impossible) { return .impossible }
    let all = joined(needs) { if case .all(let inner) = $0 { inner } else { nil } }
    // A choice that another need makes anyway asks for nothing more.
    let whole = Set(all)
    let asked = all.filter { need in
      if case .any(let ways) = need { !ways.contains(where: whole.contains) } else { true }
    }
    return asked.count == 1 ? asked[0] : .all(asked)
  }

  /// Any of `needs`, said as shortly as they may be.
  static func one(_ needs: [Need]) -> Need {
    if needs.contains(.all([])) { return .all([]) }
    let any = joined(needs) { if case .any(let inner) = $0 { inner } else { nil } }
    // What asks for more than another way is no way of its own.
    let whole = Set(any)
    let ways = any.filter { need in
      if case .all(let parts) = need { !parts.contains(where: whole.contains) } else { true }
    }
    return ways.count == 1 ? ways[0] : .any(ways)
  }

  /// Each once, those of the same form as what they stand in moved up.
  private static func joined(_ needs: [Need], _ inner: (Need) -> [Need]?) -> [Need] {
    var seen: Set<Need> = []
    return needs.flatMap { inner($0) ?? [$0] }.filter { seen.insert($0).inserted }
  }
}

/// What is in want of which answers. What stands in several places is worked out once.
struct Needs {
  /// Which answers are a way out.
  enum Ways: Hashable {
    /// Any: what lifts something is asked for whole.
    case any
    /// What is open may turn out so, and what was not shown may be shown; what is established stays.
    case open
    /// What was not shown may be shown, whatever else turns out.
    case shown
  }

  private struct Asked: Hashable {
    let explanation: ObjectIdentifier
    let wanted: Verdict
    let ways: Ways
  }

  /// What needs more answers is one: its own clause.
  private static let mostAnswers = 24
  private var known: [Asked: Need] = [:]

  /// What makes `explanation` as it is `wanted`.
  mutating func callAsFunction(_ explanation: Explanation, _ wanted: Verdict, _ ways: Ways) -> Need {
    if explanation.verdict == wanted { return .all([]) }
    let asked = Asked(explanation: explanation.identity, wanted: wanted, ways: ways)
    if let need = known[asked] { return need }
    var need = workedOut(explanation, wanted, ways)
    // A tier says more shortly what hangs on several combinations.
    let isTangled =
      explanation.code.hasPrefix("tier") && ways == .open && explanation.verdict == .cannotBeExcluded
      && !need.isFlat
    if isTangled || need.answers.count > Self.mostAnswers {
      need = .answer(.init(explanation: explanation.answered(wanted)))
    }
    known[asked] = need
    return need
  }

  private mutating func workedOut(_ explanation: Explanation, _ wanted: Verdict, _ ways: Ways) -> Need {
    let isAct = explanation.code.hasPrefix("attested")
    let isWhole = isAct || explanation.code.hasPrefix("ordered") || explanation.join == .alone
    if isWhole || explanation.parts.isEmpty || ways == .any && explanation.code.hasPrefix("class") {
      let isOpen = ways == .open && explanation.verdict == .cannotBeExcluded
      guard ways == .any || isOpen || isAct && wanted == .holds else { return .impossible }
      return .answer(.init(explanation: explanation.answered(wanted)))
    }
    let lifts = explanation.join == .unless || explanation.join == .onlyWithout
    var parts: [Need] = []
    for (index, part) in explanation.parts.enumerated() {
      let isLift = lifts && index > 0
      let answer = isLift || explanation.join == .not ? wanted.negated : wanted
      parts.append(self(part, answer, isLift ? .any : ways))
    }
    let needsEach = explanation.join == .any ? wanted == .fails : wanted == .holds
    return needsEach ? .each(parts) : .one(parts)
  }
}

extension Explanation {
  /// The clause, or that it is ruled out.
  fileprivate func answered(_ wanted: Verdict) -> Explanation {
    guard wanted == .fails else { return self }
    return Explanation(
      verdict.negated, Phrase.ruledOut.with(.message(clause)), code: "not \(code)", citation: citation,
      facts: facts, parts: parts)
  }
}
