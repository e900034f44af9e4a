import Measures
import Regimes

/// Gates that share their state and its reason: they are shown as one.
struct GateGroup: Hashable {
  var actions: [Action]
  let place: String
  /// `nil`: no rule in force.
  let state: GateCondition?
  let reasons: [GateState.Reason]
  let opensWhen: [Opening]
  /// The articles, in every country asked, that only may keep it from being open.
  let undecided: [GateState.Reason]
  /// Those of its articles that apply to nothing but a deployment that the question supposes.
  let supposed: [String]

  /// Whether what the gate asks about was never recorded.
  var lacksRun: Bool { state == .undetermined && reasons.isEmpty }

  /// The gates of a subject under determinations that all bind it, or that all do not.
  static func groups(_ determinations: [Determination], actions: [Action], showUngoverned: Bool)
    -> [GateGroup]
  {
    let gates = determinations.flatMap(\.gates)
    let supposed = Set(
      determinations.flatMap { determination in
        determination.gates.flatMap(\.because).filter { $0.isOfSupposedDeployment(determination) }
      })
    let countries = Set(gates.map(\.place)).subtracting([GateState.everywhere]).sorted()
    var groups: [GateGroup] = []
    for place in [GateState.everywhere] + countries {
      for action in actions {
        let found = gates.filter { $0.action == action && $0.place == place }
        guard showUngoverned && place == GateState.everywhere || !found.isEmpty else { continue }
        let one = merged(found, action, place, supposed)
        if let index = groups.firstIndex(where: { $0.sharesReason(with: one) }) {
          groups[index].actions.append(action)
        } else {
          groups.append(one)
        }
      }
    }
    return groups
  }

  /// The gate of one action in one place: the worst of all.
  private static func merged(
    _ gates: [GateState], _ action: Action, _ place: String, _ supposed: Set<GateState.Reason>
  ) -> GateGroup {
    let governing = gates.filter { $0.isGoverned || $0.state != .open }
    let reasons = governing.flatMap(\.because)
    var seen: Set<Opening> = []
    return GateGroup(
      actions: [action], place: place, state: governing.map(\.state).max(),
      reasons: reasons,
      opensWhen: governing.flatMap(\.opensWhen).filter { seen.insert($0).inserted },
      undecided: governing.flatMap(\.undecided),
      supposed: reasons.filter(supposed.contains).map(\.article))
  }

  private func sharesReason(with other: GateGroup) -> Bool {
    func keys(_ group: GateGroup) -> [String] {
      group.reasons.map { "\($0.regime):\($0.article):\($0.state.rawValue)" }
    }
    return place == other.place && state == other.state && keys(self) == keys(other)
      && opensWhen == other.opensWhen && supposed == other.supposed
  }
}

extension GateGroup {
  /// What would settle it where nothing decides it, or what would open it, for the lists under a gate.
  func openings(_ words: PageWords) -> (heading: String, lines: [Fields]) {
    let settled = state == .undetermined ? settled(words) : []
    guard settled.isEmpty else { return (words.say(.pageWouldSettle), settled) }
    return (words.say(.pageWouldOpen), opensWhen.lines(words.place).map { $0.fields(words) })
  }

  /// Each way to settle it, and what opens it whatever the open facts turn out to be.
  private func settled(_ words: PageWords) -> [Fields] {
    let settlings = undecided.settlings.first(Settlings.told)
    var ways = settlings.ways.map { way -> Fields in
      let answer = GateCondition?.some(way.verdict == .holds ? .closed : .open).word.message
      return .opening(words.say(Phrase.settledBy.with(.message(answer), .message(way.words))))
    }
    if !ways.isEmpty, !settlings.isWhole { ways.append(.opening(words.say(.otherWays))) }
    let lifts = undecided.lifts.sentences(words.place)
    guard !ways.isEmpty, !lifts.isEmpty else { return ways }
    return ways + [.opening(words.say(.liftedWhenever), below: lifts.map { .opening(words.say($0)) })]
  }
}

extension Fields {
  /// A point under a gate.
  fileprivate static func opening(_ clause: String, verdict: String = "", below: [Fields] = []) -> Fields {
    [
      "clause": .text(clause), "verdict": .text(verdict), "hasBelow": .flag(!below.isEmpty),
      "below": .list(below),
    ]
  }
}

extension Opening.Line {
  /// As a point under a gate, with those below it.
  fileprivate func fields(_ words: PageWords) -> Fields {
    // What is withheld is unknown, not absent; of what must be ruled out that is always so.
    let isDoubted = answer.map { $0.verdict != .fails && !$0.code.hasPrefix("not ") } ?? false
    return .opening(
      words.say(self.words), verdict: isDoubted ? words.say(.cannotBeExcluded) : "",
      below: below.map { $0.fields(words) })
  }
}

extension PageWords {
  /// An article by where it stands, as beside what it says.
  fileprivate func place(_ closer: Opening.Closer) -> String {
    CitationWords.text(String(closer.citation.locus.prefix { $0 != ";" }), language)
  }
}

extension GateGroup {
  /// What is to be said of the articles that apply to nothing but a supposed deployment.
  func supposition(_ words: PageWords) -> String {
    supposed.isEmpty ? "" : words.say(Phrase.onSupposed.with(.code(words.list(supposed))))
  }
}

extension GateCondition? {
  /// The class of its colour.
  var tone: String {
    switch self {
    case .open: "is-open"
    case .closed: "is-closed"
    case .undetermined: "is-und"
    case nil: "is-neutral"
    }
  }

  /// Its shape: two leaves of a lock seen from above.
  var glyph: String {
    switch self {
    case .open: "g-open"
    case .closed: "g-closed"
    case .undetermined: "g-und"
    case nil: "g-none"
    }
  }

  /// The state of a gate that binding rules decide.
  var word: Phrase {
    switch self {
    case .open: .pageOpen
    case .closed: .pageClosed
    case .undetermined: .pageUndetermined
    case nil: .pageNoRule
    }
  }
}

extension GateCondition {
  /// The state of a gate if what does not bind did.
  var wouldBe: Phrase {
    switch self {
    case .open: .pageWouldBeOpen
    case .closed: .pageWouldBeClosed
    case .undetermined: .pageWouldBeUndetermined
    }
  }

  /// The same at the head of a row.
  var wouldBeTag: Phrase {
    switch self {
    case .open: .pageWouldBeOpenTag
    case .closed: .pageWouldBeClosedTag
    case .undetermined: .pageWouldBeUndeterminedTag
    }
  }
}
