import Measures
import Records
import Regimes

/// The gates of one determination for people: each with its state, and what would open it.
struct GateText {
  let determination: Determination
  let style: TextStyle

  init(_ determination: Determination, _ style: TextStyle) {
    self.determination = determination
    self.style = style
  }

  var lines: [String] {
    var table = TextTable([.left, .left, .left, .left])
    for gate in determination.gates {
      let state = style.say(gate.state.phrase)
      table.add(
        [
          style.say(gate.action.phrase), gate.place(style),
          determination.isBinding ? state : style.say(Phrase.would.with(.message(gate.state.phrase.message))),
          gate.because.map(\.article).joined(separator: ", "),
        ], [nil, .faint, gate.state.tone, .faint])
    }
    return table.lines(style, indent: 6) + supposed + settled + waits
  }

  /// The articles that apply to nothing but the deployment that the question of a gate supposes.
  private var supposed: [String] {
    var names: [String] = []
    for reason in determination.gates.flatMap(\.because)
    where reason.isOfSupposedDeployment(determination) && !names.contains(reason.article) {
      names.append(reason.article)
    }
    guard !names.isEmpty else { return [] }
    return ["      " + style.say(Phrase.onSupposed.with(.code(names.joined(separator: ", "))))]
  }

  /// What would settle the gates that nothing decides, those together that the same settles.
  private var settled: [String] {
    var lists: [(actions: [String], ways: [String])] = []
    for gate in determination.gates where gate.state == .undetermined {
      let ways = gate.settlings.ways.map { way in
        let answer = (way.verdict == .holds ? GateCondition.closed : .open).phrase.message
        return style.say(Phrase.settledBy.with(.message(answer), .message(way.words)))
      }
      guard !ways.isEmpty else { continue }
      let action = named(gate)
      if let known = lists.firstIndex(where: { $0.ways == ways }) {
        lists[known].actions.append(action)
      } else {
        lists.append(([action], ways))
      }
    }
    return lists.flatMap { list in
      ["      " + style.say(Phrase.settledOf.with(.code(list.actions.joined(separator: ", "))))]
        + list.ways.map { "        · \($0)" }
    }
  }

  private func named(_ gate: GateState) -> String {
    style.say(gate.action.phrase) + (gate.place == GateState.everywhere ? "" : " · \(gate.place(style))")
  }

  /// What would open the gates, those together that wait for the same.
  private var waits: [String] {
    var lists: [(actions: [String], clauses: [String])] = []
    for gate in determination.gates {
      let clauses = gate.opensWhen.map { $0.clause.text(style.language) }
      guard !clauses.isEmpty else { continue }
      let action = named(gate)
      if let known = lists.firstIndex(where: { $0.clauses == clauses }) {
        lists[known].actions.append(action)
      } else {
        lists.append(([action], clauses))
      }
    }
    return lists.flatMap { list in
      ["      " + style.say(Phrase.opensWhenOf.with(.code(list.actions.joined(separator: ", "))))]
        + list.clauses.map { "        · \($0)" }
    }
  }
}

extension GateState {
  /// Where, in words.
  func place(_ style: TextStyle) -> String {
    place == Self.everywhere ? style.say(.everywhere) : style.word(place)
  }
}
