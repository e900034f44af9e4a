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
    together(.settledOf) { $0.ways(style).map { "· \($0)" } }
  }

  private func named(_ gate: GateState) -> String {
    style.say(gate.action.phrase) + (gate.place == GateState.everywhere ? "" : " · \(gate.place(style))")
  }

  /// What would open the gates, those together that wait for the same.
  private var waits: [String] {
    [(Phrase.liftedWhen, Phrase.liftedWhenOf), (.opensWhen, .opensWhenOf)].flatMap { heading, ofSome in
      together(ofSome) {
        let openings = $0.openings(style)
        return openings.heading == heading ? openings.points : []
      }
    }
  }

  /// Lines under a heading that names the gates of which they are true.
  private func together(_ heading: Phrase, _ lines: (GateState) -> [String]) -> [String] {
    var lists: [(actions: [String], lines: [String])] = []
    for gate in determination.gates {
      let lines = lines(gate)
      guard !lines.isEmpty else { continue }
      if let known = lists.firstIndex(where: { $0.lines == lines }) {
        lists[known].actions.append(named(gate))
      } else {
        lists.append(([named(gate)], lines))
      }
    }
    return lists.flatMap { list in
      ["      " + style.say(heading.with(.code(list.actions.joined(separator: ", "))))]
        + list.lines.map { "        \($0)" }
    }
  }
}

extension GateState {
  /// What would settle it, where nothing decides it: each way in words.
  func ways(_ style: TextStyle) -> [String] {
    guard state == .undetermined else { return [] }
    let settlings = settlings.first(Settlings.told)
    let ways = settlings.ways.map { way in
      let answer = (way.verdict == .holds ? GateCondition.closed : .open).phrase.message
      return style.say(Phrase.settledBy.with(.message(answer), .message(way.words)))
    }
    return ways.isEmpty || settlings.isWhole ? ways : ways + [style.say(.otherWays)]
  }

  /// Where, in words.
  func place(_ style: TextStyle) -> String {
    place == Self.everywhere ? style.say(.everywhere) : style.word(place)
  }
}
