import Measures
import Regimes

/// Gates that share their state and its reason: they are shown as one.
struct GateGroup: Hashable {
  var actions: [Action]
  let place: String
  /// `nil`: no rule in force.
  let state: GateCondition?
  let reasons: [GateState.Reason]
  let opensWhen: [Explanation]
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
    var seen: Set<String> = []
    return GateGroup(
      actions: [action], place: place, state: governing.map(\.state).max(),
      reasons: reasons,
      opensWhen: governing.flatMap(\.opensWhen).filter { seen.insert($0.code).inserted },
      undecided: governing.flatMap(\.undecided),
      supposed: reasons.filter(supposed.contains).map(\.article))
  }

  private func sharesReason(with other: GateGroup) -> Bool {
    func keys(_ group: GateGroup) -> [String] {
      group.reasons.map { "\($0.regime):\($0.article):\($0.state.rawValue)" }
    }
    return place == other.place && state == other.state && keys(self) == keys(other)
      && opensWhen.map(\.code) == other.opensWhen.map(\.code) && supposed == other.supposed
  }
}

extension GateGroup {
  /// What would settle it where nothing decides it, or what would open it, for the lists under a gate.
  func openings(_ words: PageWords) -> (heading: String, lines: [Fields]) {
    let settled = state == .undetermined ? settled(words) : []
    guard settled.isEmpty else {
      return (words.say(.pageWouldSettle), settled.map { ["clause": .text($0)] })
    }
    return (words.say(.pageWouldOpen), opensWhen.map { $0.opening(words) })
  }

  /// Each way to settle it, and what opens it whatever the open facts turn out to be.
  private func settled(_ words: PageWords) -> [String] {
    let ways = undecided.settlings.ways.map { way in
      let answer = GateCondition?.some(way.verdict == .holds ? .closed : .open).word.message
      return words.say(Phrase.settledBy.with(.message(answer), .message(way.words)))
    }
    let lifts = undecided.lifts
    guard !ways.isEmpty, !lifts.isEmpty else { return ways }
    return ways + [words.say(Phrase.liftedBy.with(.list(lifts.map(\.clause))))]
  }
}

extension Explanation {
  /// As a line under a gate.
  fileprivate func opening(_ words: PageWords) -> Fields {
    [
      "clause": .text(clause.text(words.language)),
      // What is withheld is unknown, not absent; of what must be ruled out that is always so.
      "verdict": .text(verdict == .fails || code.hasPrefix("not ") ? "" : words.say(verdict.label)),
    ]
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
