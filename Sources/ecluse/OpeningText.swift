import Measures
import Regimes

extension GateState {
  /// What opens it, in points under a heading: where something settles it, what does whatever the open facts turn out
  /// to be.
  func openings(_ style: TextStyle) -> (heading: Phrase, points: [String]) {
    ways(style).isEmpty
      ? (.opensWhen, opensWhen.points(style)) : (.liftedWhen, undecided.lifts.points(style))
  }
}

extension [Opening] {
  /// What opens a gate, for people: a point for each article, and below it the ways or the parts of the only one.
  fileprivate func points(_ style: TextStyle) -> [String] {
    let isOfOne = Set(flatMap(\.closers).map(\.regime)).count < 2
    return lines { isOfOne ? $0.article : "\($0.regime) \($0.article)" }.flatMap { line in
      ["· " + style.say(line.words)] + line.below.map { "    " + style.say($0.words) }
    }
  }
}
